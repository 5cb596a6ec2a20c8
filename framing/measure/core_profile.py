"""The core profile: the feature columns that `articles.csv` and `sources.csv` have in every run, in their order.

Which columns a table has does not depend on the data: what varies with it (contested names, sides, and every measure
that is not of the core) stands in rows of `features.csv`. A change of this list is a new version of the profile.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from framing.records.columns import Column

PROFILE_VERSION: Final = "1"
CORE: Final = (
    "words",
    "sentences",
    "paragraphs",
    "words_per_sentence",
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "quotations",
    "quoted_words_share",
    "attributions",
    "speakers",
    "attributed_words_share",
    "attributions_quoted_share",
    "attributions_anonymous_share",
    "attributions_speaker_missing_share",
    "attributions_unverified_share",
    "attributions_neutral",
    "attributions_according_to",
    "attributions_certainty_factive",
    "attributions_emphasis",
    "attributions_doubt",
    "attributions_hedge_adverb",
    "attributions_evaluative",
    "attributions_directive",
    "attributions_cognitive",
    "attributions_other",
    "verification_statements",
    "verification_unverified",
    "verification_disputed",
    "verification_verified",
    "casualties",
    "casualties_killed",
    "casualties_injured",
    "casualties_active",
    "casualties_passive_with_agent",
    "casualties_passive_agentless",
    "casualties_intransitive",
    "casualties_nominalised",
    "harm",
    "agentless_share",
    "named_actor_share",
    "attributed_share",
    "marked_wording_share",
    "victim_phrases",
    "victims_identified_share",
    "victims_individual_share",
    "victims_children_share",
    "names",
    "wording_loaded",
    "wording_hedge",
    "wording_booster",
    "wording_euphemism",
    "wording_label",
    "wording_provenance_label",
    "numbers",
    "attributed_number_share",
    "approximate_number_share",
    "titles_attributed",
    "titles_deeds",
    "titles_with_actor",
    "titles_passive",
    "title_words",
    "tone_own",
    "tone_quoted",
    "tone_title",
)


def core_columns(columns: Iterable[Column]) -> tuple[Column, ...]:
    """The columns of the core profile, in its order; raises KeyError where one of them is not declared."""
    declared = {column.name: column for column in columns}
    return tuple(declared[name] for name in CORE)
