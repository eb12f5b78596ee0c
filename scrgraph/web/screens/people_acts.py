"""What can be done about who is who: two made one or kept apart, a way of writing taken apart, a detail put right."""

from __future__ import annotations

from typing import Literal

from starlette.routing import Route

from scrgraph.coding.decided import name_subject
from scrgraph.corrections import AGENCY, PERSON, apart, correction
from scrgraph.model.base import Thing
from scrgraph.review.errors import ReviewError
from scrgraph.web.desk import Desk
from scrgraph.web.routes import Done, acts
from scrgraph.web.screens.doubts_open import open_doubts, sitting_of
from scrgraph.web.worker import CannotBeDone


class Pair(Thing):
    """Two people by their ids, or agencies by their names, that are one or not; ``one`` is the one kept."""

    kind: Literal["person", "agency"]
    one: str
    other: str
    value: Literal["same", "not same"]
    reason: str = ""


class Apart(Thing):
    """A way of writing that is somebody else, of a person or agency by id."""

    kind: Literal["person", "agency"]
    record_id: str
    spelling: str
    reason: str = ""


class PutRight(Thing):
    """Details of a person, by field: what the author saw there and what it is to be."""

    person_id: str
    was: dict[str, str]
    now: dict[str, str]
    reason: str = ""


@acts(Pair)
def decide_pair(desk: Desk, given: Pair) -> Done:
    """Keep that two are one, or not; where that was a doubt, it is answered by it."""
    known = _known(desk, given.kind)
    pair = {given.one, given.other}
    doubt = None
    sitting = sitting_of(desk)
    with sitting.answering:
        if desk.reading and desk.reading.graph:
            asked = open_doubts(desk, desk.reading).of(given.kind)
            doubt = next((one for one in asked if set(one.subject.split(" = ")) == pair), None)
        if len(pair) < 2:
            raise ReviewError("Those are one already. Choose two.")
        if doubt is None and not pair <= known:
            raise CannotBeDone("One of the two is not in the review any more. Load the page again.")
        plain = (
            f"{given.one} = {given.other}" if given.kind == "person" else name_subject(given.one, given.other)
        )
        (made,) = desk.decide((given.kind, plain, given.value, given.reason))
        if doubt:
            sitting.note(made.decision_id, doubt)
    said = "They are taken for one." if given.value == "same" else "They are kept apart."
    return Done.kept(f"Kept: {said}", [made])


@acts(Apart)
def take_apart(desk: Desk, given: Apart) -> Done:
    """Make a way of writing somebody of their own."""
    kind = PERSON if given.kind == "person" else AGENCY
    made = desk.change(
        lambda folder: desk.decide(
            *((*one, given.reason) for one in apart(folder, kind, given.record_id, given.spelling))
        )
    )
    return Done.kept(f"Kept: “{given.spelling}” is somebody else.", made)


@acts(PutRight)
def put_right(desk: Desk, given: PutRight) -> Done:
    """Put details of a person right in people.csv, each as a decision."""
    changed = [field for field, now in given.now.items() if now.strip() != given.was.get(field, "").strip()]
    if not changed:
        return Done(said="Nothing was changed.")
    made = desk.change(
        lambda folder: desk.decide(
            *(
                (
                    *correction(folder, given.person_id, one, given.was.get(one, ""), given.now[one]).wanted,
                    given.reason,
                )
                for one in changed
            )
        )
    )
    return Done.kept(f"Kept: {', '.join(changed)} put right in people.csv.", made)


def _known(desk: Desk, kind: str) -> set[str]:
    """The ids of people, or the names of agencies, that the review has."""
    graph = desk.reading.graph if desk.reading else None
    if kind == "person":
        return {one.person_id for one in desk.folder.people()} | {
            one.person_id for one in (graph.people if graph else ())
        }
    named = {one.name for one in desk.folder.agencies()}
    return named | ({one.display_name for one in graph.agencies} if graph else set())


ACTS = (
    Route("/people/decide", decide_pair, methods=["POST"]),
    Route("/people/apart", take_apart, methods=["POST"]),
    Route("/people/put-right", put_right, methods=["POST"]),
)
