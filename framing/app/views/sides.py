"""The sides of a comparison: from the pack that fits, from a chosen one, named by the user, or none."""

from __future__ import annotations

import json
from collections.abc import Sequence

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from framing.app.companion_files import pack_of
from framing.app.jobs import ACTORS
from framing.app.pages import field, page, redirect
from framing.app.rows import StoredComparison
from framing.app.state import AppState, state_of
from framing.app.tasks import OWN
from framing.app.views.results import packs
from framing.app.views.start import title_of
from framing.people.discover import FoundActor, named_sides
from framing.records.errors import InputError

SIDES = 2
LOOKING = "Looking for the people, bodies and countries that the texts name"


def show(request: Request) -> Response:
    """The ways to name sides, and the actors found where they were looked for."""
    state = state_of(request)
    comparison = state.comparison(request)
    actors, problem = _actors(state, comparison)
    labels, chosen = _named(comparison)
    return page(
        request,
        "sides.html.j2",
        comparison=comparison,
        title=title_of(state, comparison),
        packs=packs(),
        own=OWN,
        actors=actors,
        problem=problem,
        labels=labels,
        chosen=chosen,
        step=state.jobs.step((ACTORS, comparison.id)),
        looking=LOOKING,
    )


def choose(request: Request, form: FormData) -> Response:
    """Keep which list of sides a comparison goes by."""
    state = state_of(request)
    comparison = state.comparison(request)
    wanted = field(form, "conflict")
    if wanted not in {"auto", "none", *packs()} and not (wanted == OWN and comparison.pack):
        raise InputError("the sides", "were not chosen", "choose one of the list")
    state.store.choose_sides(comparison.id, wanted)
    return redirect(f"/comparisons/{comparison.id}#sides")


def look(request: Request, form: FormData) -> Response:
    """Look for the actors in the texts."""
    state = state_of(request)
    comparison = state.comparison(request)
    state.folder.actors(comparison.id).unlink(missing_ok=True)
    state.jobs.find_actors(comparison.id)
    return redirect(f"/comparisons/{comparison.id}/sides")


def name(request: Request, form: FormData) -> Response:
    """Keep the sides that the user put together from the actors found."""
    state = state_of(request)
    comparison = state.comparison(request)
    actors, _ = _actors(state, comparison)
    of_side: dict[str, list[FoundActor]] = {"1": [], "2": [], "": []}
    for number, actor in enumerate(actors):
        of_side[side if (side := field(form, f"actor_{number}")) in of_side else ""].append(actor)
    labels = [field(form, f"side_{number}", 60) for number in ("1", "2")]
    if not all(labels) or labels[0].casefold() == labels[1].casefold():
        raise InputError("the sides", "have no names of their own", "give each side a name")
    sides = {label: of_side[number] for number, label in zip(("1", "2"), labels, strict=True)}
    pack = named_sides(" and ".join(labels), sides, of_side[""])
    state.store.choose_sides(comparison.id, OWN, pack)
    return redirect(f"/comparisons/{comparison.id}#sides")


def progress(request: Request) -> Response:
    """Whether actors are still looked for."""
    state = state_of(request)
    step = state.jobs.step((ACTORS, state.comparison(request).id))
    return JSONResponse({"working": step is not None, "reached": None, "words": LOOKING if step else ""})


def _actors(state: AppState, comparison: StoredComparison) -> tuple[Sequence[FoundActor], str]:
    """The actors found, or why there are none."""
    try:
        found = json.loads(state.folder.actors(comparison.id).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return [], ""
    if isinstance(found, dict):
        return [], str(found["error"])
    return [
        FoundActor(**actor) for actor in found
    ], "" if found else "The texts name nobody that was recognised."


def _named(comparison: StoredComparison) -> tuple[list[str], dict[str, str]]:
    """The names that the user gave to the sides, and the side of each actor by name."""
    if not comparison.pack:
        return [""] * SIDES, {}
    sides = pack_of(comparison.pack).sides
    chosen = {
        name: str(number)
        for number, side in enumerate(sides, 1)
        for name in [*side.markers, *side.places, *(actor.canonical for actor in side.actors)]
    }
    return [side.label for side in sides], chosen
