"""Who stands against whom: from a list that fits, from a list chosen, named by the user, or nobody."""

from __future__ import annotations

import json
from collections.abc import Sequence

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from framing.app.aside import pack_of
from framing.app.desk import Desk, desk_of, field, page, to
from framing.app.jobs import ACTORS
from framing.app.rows import Comparison
from framing.app.tasks import OWN
from framing.app.views.results import packs
from framing.app.views.start import title_of
from framing.people.discover import FoundActor, named_sides
from framing.records.errors import InputError

SIDES = 2
LOOKING = "Looking for the people, bodies and countries that the texts name"


def show(request: Request) -> Response:
    """The ways to name sides, and the actors found where they were looked for."""
    desk = desk_of(request)
    comparison = desk.comparison(request)
    actors, problem = _actors(desk, comparison)
    labels, chosen = _named(comparison)
    return page(
        request,
        "sides.html.j2",
        comparison=comparison,
        title=title_of(desk, comparison),
        packs=packs(),
        own=OWN,
        actors=actors,
        problem=problem,
        labels=labels,
        chosen=chosen,
        step=desk.jobs.step((ACTORS, comparison.id)),
        looking=LOOKING,
    )


def choose(request: Request, form: FormData) -> Response:
    """Keep which list of sides a comparison goes by."""
    desk = desk_of(request)
    comparison = desk.comparison(request)
    wanted = field(form, "conflict")
    if wanted not in {"auto", "none", *packs()} and not (wanted == OWN and comparison.pack):
        raise InputError("the sides", "were not chosen", "choose one of the list")
    desk.store.choose_sides(comparison.id, wanted)
    return to(f"/comparisons/{comparison.id}#sides")


def look(request: Request, form: FormData) -> Response:
    """Look for the actors in the texts."""
    desk = desk_of(request)
    comparison = desk.comparison(request)
    desk.folder.actors(comparison.id).unlink(missing_ok=True)
    desk.jobs.find_actors(comparison.id)
    return to(f"/comparisons/{comparison.id}/sides")


def name(request: Request, form: FormData) -> Response:
    """Keep the sides that the user put together from the actors found."""
    desk = desk_of(request)
    comparison = desk.comparison(request)
    actors, _ = _actors(desk, comparison)
    of_side: dict[str, list[FoundActor]] = {"1": [], "2": [], "": []}
    for number, actor in enumerate(actors):
        of_side[side if (side := field(form, f"actor_{number}")) in of_side else ""].append(actor)
    labels = [field(form, f"side_{number}", 60) for number in ("1", "2")]
    if not all(labels) or labels[0].casefold() == labels[1].casefold():
        raise InputError("the sides", "have no names of their own", "give each side a name")
    sides = {label: of_side[number] for number, label in zip(("1", "2"), labels, strict=True)}
    pack = named_sides(" and ".join(labels), sides, of_side[""])
    desk.store.choose_sides(comparison.id, OWN, pack)
    return to(f"/comparisons/{comparison.id}#sides")


def progress(request: Request) -> Response:
    """Whether actors are still looked for."""
    desk = desk_of(request)
    step = desk.jobs.step((ACTORS, desk.comparison(request).id))
    return JSONResponse({"working": step is not None, "reached": None, "words": LOOKING if step else ""})


def _actors(desk: Desk, comparison: Comparison) -> tuple[Sequence[FoundActor], str]:
    """The actors found, or why there are none."""
    try:
        found = json.loads(desk.folder.actors(comparison.id).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return [], ""
    if isinstance(found, dict):
        return [], str(found["error"])
    return [
        FoundActor(**actor) for actor in found
    ], "" if found else "The texts name nobody that was recognised."


def _named(comparison: Comparison) -> tuple[list[str], dict[str, str]]:
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
