"""The comparison cards: sentences, a question, a chart, a table, the passages; one file a card."""

from framing.publish.page.cards.card import Card, CardMaterial, Measure, PlaceInText
from framing.publish.page.cards.how_many import how_many
from framing.publish.page.cards.what_called import what_is_it_called
from framing.publish.page.cards.who_did import who_did_what
from framing.publish.page.cards.who_says import who_says_so

__all__ = ["Card", "CardMaterial", "Measure", "PlaceInText", "cards"]


def cards(material: CardMaterial) -> tuple[Card, ...]:
    return (who_says_so(material), who_did_what(material), how_many(material), what_is_it_called(material))
