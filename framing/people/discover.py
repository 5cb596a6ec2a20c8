"""Actors found in texts: who could be the sides of an event that no conflict pack covers.

People, institutions, countries and groups are named entities (spaCy's recogniser); a surname counts
for the full name that carries it, a demonym and a capital for their country. Nothing decides whose
side anybody is on: the starter file leaves that to its reader.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import yaml

from framing.people.countries import countries_by_word
from framing.records.article import Article
from framing.records.errors import InputError
from framing.text.sentences import plain
from framing.text.spacy_adapter import Entity, entities

ActorKind = Literal["country", "place", "person", "institution", "group"]
KIND_OF: Mapping[str, ActorKind] = {
    "PERSON": "person",
    "ORG": "institution",
    "GPE": "place",
    "NORP": "group",
}
TYPE_OF = {"person": "named_person", "institution": "institution", "group": "crowd_or_unspecified"}
MOST_LISTED = 60
MOST_PASSAGES = 3
REACH = 60
MOST_ID = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundActor:
    """Somebody that the texts name: how often, in how many articles, under which forms, and where."""

    name: str
    kind: ActorKind
    mentions: int
    articles: int
    forms: tuple[str, ...]
    passages: tuple[str, ...]


def find_actors(articles: Sequence[Article], model: str | None = None) -> list[FoundActor]:
    """The actors of some articles, those named most often first."""
    named: dict[tuple[ActorKind, str], Counter[str]] = defaultdict(Counter)
    within: dict[tuple[ActorKind, str], set[str]] = defaultdict(set)
    passages: dict[tuple[ActorKind, str], list[str]] = defaultdict(list)
    for article, entity in _entities(articles, model):
        key, form = _identity(entity)
        named[key][form] += 1
        within[key].add(article.article_id)
        if len(passages[key]) < MOST_PASSAGES:
            passages[key].append(_passage(entity))
    for surname, full in _surnames(named).items():
        named[full] += named.pop(surname)
        within[full] |= within.pop(surname)
        passages[full] = (passages[full] + passages.pop(surname))[:MOST_PASSAGES]
    found = [
        FoundActor(
            name=key[1],
            kind=key[0],
            mentions=forms.total(),
            articles=len(within[key]),
            forms=tuple(form for form, _ in forms.most_common()),
            passages=tuple(passages[key]),
        )
        for key, forms in named.items()
    ]
    return sorted(found, key=lambda actor: (-actor.mentions, actor.name))[:MOST_LISTED]


def _entities(articles: Iterable[Article], model: str | None) -> Iterator[tuple[Article, Entity]]:
    for article in articles:
        for _, pieces in article.kept():
            for start, end in pieces:
                for entity in entities(plain(article.text[start:end]), model):
                    if entity.label in KIND_OF and any(c.isupper() for c in entity.text):
                        yield article, entity


def _identity(entity: Entity) -> tuple[tuple[ActorKind, str], str]:
    """Kind and name of an entity, and the form it stands in without article and possessive."""
    form = entity.text.strip().removesuffix("'s").strip(" ,\"'")
    bare = form.split(maxsplit=1)[-1] if form.lower().startswith("the ") else form
    country = countries_by_word().get(bare.replace(".", "").casefold())
    if country is not None and KIND_OF[entity.label] in ("place", "group"):
        return ("country", country.name), bare
    return (KIND_OF[entity.label], bare), bare


def _passage(entity: Entity) -> str:
    start, end = max(0, entity.start - REACH), entity.end + REACH
    words = " ".join("".join(c if c.isprintable() else " " for c in entity.within[start:end]).split())
    return ("…" if start else "") + words + ("…" if end < len(entity.within) else "")


def _surnames(named: Iterable[tuple[ActorKind, str]]) -> dict[tuple[ActorKind, str], tuple[ActorKind, str]]:
    """Single names of people that are the last name of exactly one full name."""
    full: dict[str, list[tuple[ActorKind, str]]] = defaultdict(list)
    for kind, name in named:
        if kind == "person" and " " in name:
            full[name.rsplit(" ", 1)[1]].append((kind, name))
    return {
        (kind, name): full[name][0]
        for kind, name in named
        if kind == "person" and " " not in name and len(full[name]) == 1
    }


def starter_pack(actors: Sequence[FoundActor], name: str) -> str:
    """A conflict pack to be finished by hand: the two most named countries or bodies as sides.

    Raises InputError when fewer than two actors were found.
    """
    able = [actor for actor in actors if actor.kind != "place"]
    by_weight = sorted(able, key=lambda actor: actor.kind == "person")
    if len(by_weight) < 2:
        raise InputError(name, "names fewer than two actors", "write a pack by hand, see docs/lexicons.md")
    first, second = by_weight[:2]
    rest = [actor for actor in able if actor not in (first, second)]
    places = [actor.name for actor in actors if actor.kind == "place"]
    lines = [
        "# Two sides for --sides, to be finished by hand: move each line under third_parties to the side that",
        "# the person or body speaks for, each place to the side whose ground it is, and delete what is noise.",
        "# Shape: docs/lexicons.md.",
        "kind: conflict",
        f"id: {_slug(name)}",
        f"title: {_quoted(f'Sides of {name}')}",
        f"about: {_quoted('Sides named by hand from the actors found in the articles.')}",
        "references:",
        "  found: Actors found in the articles that are compared",
        "sides:",
    ]
    for actor in (first, second):
        lines += [
            f"  - id: {_slug(actor.name)}",
            f"    label: {_quoted(actor.name)}",
            "    source: [found]",
            f"    markers: [{', '.join(map(_quoted, _markers(actor)))}]  # {_how_often(actor)}",
            "    actors: []",
            "    places: []",
        ]
    lines += [
        "third_parties:",
        "  id: third_party",
        "  label: Others",
        "  source: [found]",
        "  markers: [others]",
        f"  places: [{', '.join(map(_quoted, places))}]",
        "  actors:" if rest else "  actors: []",
    ]
    lines += [f"    {_actor_line(actor, actors)}  # {actor.kind}, {_how_often(actor)}" for actor in rest]
    return "\n".join(lines) + "\n"


def named_sides(title: str, sides: Mapping[str, Sequence[FoundActor]], others: Sequence[FoundActor]) -> str:
    """A conflict pack of sides (label to actors) that a user has named.

    Raises InputError where there are fewer than two sides, or one of them is nobody's.
    """
    if len(sides) < 2 or not all(sides.values()):
        raise InputError(
            "the sides", "are fewer than two, or one has nobody", "give each side a name and somebody"
        )
    everybody = [actor for actors in [*sides.values(), others] for actor in actors]
    pack = {
        "kind": "conflict",
        "id": _slug(title),
        "title": title,
        "about": "Sides named by hand from the actors found in the articles.",
        "references": {"found": "Actors found in the articles that are compared"},
        "sides": [
            {
                "id": f"side_{number}",
                "label": label,
                "source": ["found"],
                **_spoken_for(label, actors, everybody),
            }
            for number, (label, actors) in enumerate(sides.items(), 1)
        ],
        "third_parties": {
            "id": "third_party",
            "label": "Others",
            "source": ["found"],
            **_spoken_for("others", others, everybody),
        },
    }
    return yaml.safe_dump(pack, allow_unicode=True, sort_keys=False)


def _spoken_for(
    label: str, actors: Sequence[FoundActor], everybody: Sequence[FoundActor]
) -> dict[str, Sequence[Any]]:
    """What a pack says of one side: the words that tie something to it, who speaks for it, its places."""
    tied = [marker for actor in actors if actor.kind in ("country", "group") for marker in _markers(actor)]
    return {
        "markers": list(dict.fromkeys(tied)) or [label],
        "actors": [
            {"type": TYPE_OF[actor.kind], "name": actor.name, "forms": _forms(actor, everybody)}
            for actor in actors
            if actor.kind in ("person", "institution")
        ],
        "places": [actor.name for actor in actors if actor.kind == "place"],
    }


def _markers(actor: FoundActor) -> list[str]:
    country = countries_by_word().get(actor.name.casefold()) if actor.kind == "country" else None
    return list(dict.fromkeys([actor.name, *actor.forms, *(country.markers if country else ())]))


def _actor_line(actor: FoundActor, actors: Sequence[FoundActor]) -> str:
    forms = _markers(actor) if actor.kind == "country" else _forms(actor, actors)
    kind = TYPE_OF.get(actor.kind, "state_metonym")
    return f"- {{type: {kind}, name: {_quoted(actor.name)}, forms: [{', '.join(map(_quoted, forms))}]}}"


def _forms(actor: FoundActor, actors: Sequence[FoundActor]) -> list[str]:
    """The forms that name somebody; of a person the surname too, where nobody else has it."""
    surname = actor.name.rsplit(" ", 1)[-1]
    alone = actor.kind == "person" and sum(surname in other.name.split() for other in actors) == 1
    return list(dict.fromkeys([actor.name, *actor.forms, *([surname] if alone else [])]))


def _how_often(actor: FoundActor) -> str:
    times = "once" if actor.mentions == 1 else f"{actor.mentions} times"
    return f"{times} in " + ("1 article" if actor.articles == 1 else f"{actor.articles} articles")


def _quoted(text: str) -> str:
    escaped = "".join(c for c in text if c.isprintable()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _slug(name: str) -> str:
    plain_name = unicodedata.normalize("NFKD", name.lower())
    slug = "_".join("".join(c if c.isascii() and c.isalnum() else " " for c in plain_name).split())[:MOST_ID]
    return slug if slug[:1].isalpha() else f"side_{slug}".rstrip("_")
