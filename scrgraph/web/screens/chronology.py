"""Chronology: every row in the order of dates, filtered at once; what a row was taken to mean, decided and noted."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from scrgraph.model.base import Thing
from scrgraph.model.partial_date import PartialDate, in_words
from scrgraph.model.review import ReviewGraph
from scrgraph.review.decisions import KEY_EPISODE, NOTE
from scrgraph.review.errors import ReviewError
from scrgraph.review.settings import PeriodSettings
from scrgraph.scope import scope_change, scope_now
from scrgraph.temporal.read_date import UnreadableDate, read_date
from scrgraph.web.desk import Desk
from scrgraph.web.pages import page
from scrgraph.web.reading import Reading
from scrgraph.web.routes import Done, acts, shows
from scrgraph.web.screens.chronology_decided import decided_now, periods_now
from scrgraph.web.screens.chronology_row import CALLED, choices, row_in_full, value_words
from scrgraph.web.screens.chronology_rows import ChronologyShown
from scrgraph.web.worker import CannotBeDone


@shows
def show(desk: Desk, request: Request) -> Response:
    """The screen; its rows are fetched by its script."""
    reading = desk.reading
    if reading is None or reading.graph is None:
        return page(
            request, desk, "chronology.html", shown=None, why=reading.why_not if reading else "", data={}
        )
    shown = ChronologyShown.of(reading, reading.graph)
    return page(
        request,
        desk,
        "chronology.html",
        shown=shown,
        why="",
        agencies=sorted(shown.looks, key=lambda look: look.name.casefold()),
        data={
            "kinds": dict(choices("row")) | {"": "kind not told"},
            "periods": periods_now(desk, reading),
            "review": reading.graph.review.review_id,
        },
    )


@shows
def rows(desk: Desk, request: Request) -> Response:
    """The rows of the latest reading."""
    reading, graph = _read(desk)
    return Response(ChronologyShown.of(reading, graph).rows_json, media_type="application/json")


@shows
def decided(desk: Desk, request: Request) -> Response:
    """What has been decided about rows, as it is now."""
    reading, graph = _read(desk)
    return JSONResponse(decided_now(desk, reading, ChronologyShown.of(reading, graph)))


@shows
def row(desk: Desk, request: Request) -> Response:
    """One row in full: ``?id=``."""
    reading, graph = _read(desk)
    entry = reading.entries.get(request.query_params.get("id", ""))
    if entry is None:
        return JSONResponse(
            {"error": "The review as last read has no such row. Choose one in the list."}, 404
        )
    return JSONResponse(row_in_full(desk, reading, graph, entry))


class Decide(Thing):
    """A decision about the row with this subject; a note's text stands in ``reason``."""

    subject: str
    kind: str
    value: str
    reason: str = ""


@acts(Decide)
def decide(desk: Desk, given: Decide) -> Done:
    """Decide what a row means, mark it as a key episode, or write a note on it."""
    shown = ChronologyShown.of(*_read(desk))
    if given.subject not in shown.subjects:
        raise ReviewError(
            "This row is not in the review as last read. Load the page again; nothing was kept."
        )
    value, reason = given.value.strip(), given.reason.strip()
    if given.kind not in CALLED:
        raise ReviewError(f"Nothing about a row is called '{given.kind}'. Nothing was kept.")
    if given.kind == NOTE and not reason:
        raise ReviewError("The note is empty. Write something first; nothing was kept.")
    if not value:
        raise ReviewError(f"{CALLED[given.kind]} is empty. Give what it is; nothing was kept.")
    if given.kind == "date":
        _check_date(value)
    about = shown.by_row.of(desk.decisions()).get(shown.subjects[given.subject].entry_id, [])
    same = [one for one in about if one.kind == given.kind][-1:]
    if same and (same[0].value, same[0].reason) == (value, reason):
        return Done(said="This is how it is decided already.")
    kept = desk.decide((given.kind, given.subject, value, reason))
    if given.kind == NOTE:
        return Done.kept("The note is kept.", kept)
    if given.kind == KEY_EPISODE:
        return Done.kept("Marked as a key episode." if value == "yes" else "No longer a key episode.", kept)
    return Done.kept(f"{CALLED[given.kind]}: {value_words(given.kind, value)}. It is being taken in.", kept)


class SetPeriod(Thing):
    """A period of the review: its first and last day as YYYY-MM-DD or as people write a day; empty for an open end."""

    name: Literal["detailed", "summary"]
    first: str = ""
    last: str = ""


@acts(SetPeriod)
def period(desk: Desk, given: SetPeriod) -> Done:
    """Set a period in review.toml, keeping the author's own lines; it is a decision like any other."""
    first, last = _day(given.first), _day(given.last)
    before = getattr(desk.folder.settings().review, given.name)
    now = f"{first or ''} to {last or ''}" if first or last else ""
    kept = desk.decide((*scope_change(desk.folder, given.name, scope_now(desk.folder)[given.name], now), ""))
    words = _period_words(PeriodSettings.model_validate({"from": first, "to": last}))
    return Done.kept(f"The {given.name} period is {words}. Before, it was {_period_words(before)}.", kept)


def _read(desk: Desk) -> tuple[Reading, ReviewGraph]:
    desk.folder  # noqa: B018 - raises NoReview
    reading = desk.reading
    if reading is None or reading.graph is None:
        why_not = reading.why_not if reading else ""
        raise CannotBeDone(why_not or "The review is being read. Its rows are here when that is finished.")
    return reading, reading.graph


def _check_date(value: str) -> None:
    try:
        date = read_date(value)
    except UnreadableDate as why:
        raise ReviewError(
            f"The date was not kept: {why}. Write it like 14 March 2018 or March 2018."
        ) from why
    if not date.known:
        raise ReviewError(f"“{value}” gives no day. Write it like 14 March 2018 or March 2018.")


def _day(written: str) -> dt.date | None:
    """A single day as the page or a person writes it. Raises ``ReviewError``."""
    if not written.strip():
        return None
    try:
        date = read_date(written)
    except UnreadableDate:
        date = PartialDate()
    if not date.exact:
        raise ReviewError(f"“{written}” is not a day. Write it like 14 March 2018; nothing was changed.")
    return date.earliest


def _period_words(given: PeriodSettings) -> str:
    if given.from_ and given.to:
        return f"{in_words(given.from_)} to {in_words(given.to)}"
    if given.from_ or given.to:
        return (
            f"from {in_words(given.from_)}" if given.from_ else f"until {in_words(given.to or dt.date.max)}"
        )
    return "not set"


ROUTES = (
    Route("/chronology", show),
    Route("/chronology/rows.json", rows),
    Route("/chronology/decided.json", decided),
    Route("/chronology/row.json", row),
    Route("/chronology/decide", decide, methods=["POST"]),
    Route("/chronology/period", period, methods=["POST"]),
)
