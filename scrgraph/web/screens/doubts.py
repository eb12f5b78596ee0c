"""Doubts: one at a time, the most consequential first, with the rows it is about; every answer is a decision."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from scrgraph.doubts import decisions_from
from scrgraph.doubts_sheet import Answer
from scrgraph.model.base import Thing
from scrgraph.model.doubt import Doubt
from scrgraph.review.errors import ReviewError
from scrgraph.web.desk import Desk
from scrgraph.web.pages import page
from scrgraph.web.reading import Reading
from scrgraph.web.routes import Done, acts, shows
from scrgraph.web.screens.doubt_shown import in_words, kind_words, shown
from scrgraph.web.screens.doubts_open import beside, open_doubts, sitting_of
from scrgraph.web.worker import CannotBeDone


class Given(Thing):
    """An answer to a doubt, by its id, as the page sends it; ``of_kind`` is the kind that alone is being answered."""

    doubt_id: str
    answer: str
    reason: str = ""
    of_kind: str = ""


class Answered(Done):
    """What was kept, and the id of the doubt to go on with; empty where none is left."""

    next: str = ""


@shows
def show(desk: Desk, request: Request) -> Response:
    """The doubt with the id ``?at=``, else the first that is open; ``?kind=`` leaves out all others."""
    reading, why_not = _read(desk)
    kind = request.query_params.get("kind", "")
    if reading is None:
        return page(request, desk, "doubts.html", why_not=why_not, shown=None)
    told = open_doubts(desk, reading)
    doubts = told.of(kind)
    wanted = request.query_params.get("at", "")
    doubt = next((one for one in doubts if one.doubt_id == wanted), doubts[0] if doubts else None)
    after, before = beside(doubts, doubt) if doubt else ("", "")
    return page(
        request,
        desk,
        "doubts.html",
        why_not="",
        shown=shown(doubt, reading) if doubt else None,
        place=doubts.index(doubt) + 1 if doubt else 0,
        count=len(doubts),
        open=len(told.doubts),
        answered=told.answered,
        kinds=[(one, kind_words(one), count) for one, count in told.kinds.most_common()],
        kind=kind,
        kind_words=kind_words(kind) if kind else "",
        after=after,
        before=before,
        last=told.last,
        of_doubts=len(reading.doubts),
    )


@acts(Given)
def answer(desk: Desk, given: Given) -> Answered:
    """Keep the answer to a doubt. One that was answered meanwhile is not answered again."""
    reading, why_not = _read(desk)
    if reading is None:
        raise CannotBeDone(why_not)
    sitting = sitting_of(desk)
    with sitting.answering:
        doubts = open_doubts(desk, reading).of(given.of_kind)
        doubt = next((one for one in doubts if one.doubt_id == given.doubt_id), None)
        if doubt is None:
            raise CannotBeDone(
                "This was answered meanwhile, in another window, or is no doubt any more. Nothing was kept."
            )
        after, _ = beside(doubts, doubt)
        (made,) = desk.decide(_decision(doubt, given))
        sitting.note(made.decision_id, doubt)
    said = f"Kept: {in_words(doubt, made.value)}."
    return Answered(said=said, decisions=(made.decision_id,), next=after)


def _decision(doubt: Doubt, given: Given) -> tuple[str, str, str, str]:
    """The answer as a decision. Raises ``ReviewError`` for one that cannot be given."""
    closed = {one.casefold(): one for one in doubt.answers}
    if not given.answer:
        raise ReviewError("Choose an answer, or write one.")
    if doubt.answers and not doubt.open_answer and given.answer.casefold() not in closed:
        raise ReviewError(f"“{given.answer}” is no answer to this. Choose one of those shown.")
    sent = Answer(
        line=1,
        answer=closed.get(given.answer.casefold(), given.answer),
        reason=given.reason,
        kind=doubt.kind,
        subject=doubt.subject,
    )
    decisions, faults = decisions_from([sent], made_by="-")
    if faults:
        raise ReviewError(f"“{given.answer}” was not used:{faults[0].partition('was not used:')[2]}")
    (one,) = decisions
    return one.kind, one.subject, one.value, one.reason


def _read(desk: Desk) -> tuple[Reading | None, str]:
    """The reading where it has anything to show, else why not."""
    reading = desk.reading
    desk.folder  # noqa: B018 - raises where no review is open
    if reading is None:
        return (
            None,
            desk.status().trouble
            or "The review is being read. This page shows its doubts when that is done.",
        )
    if reading.graph is None:
        return None, reading.why_not or "Nothing could be read yet. See the screen Files."
    return reading, ""


ROUTES = (
    Route("/doubts", show),
    Route("/doubts/answer", answer, methods=["POST"]),
)
