"""What has been decided about rows, as the chronology shows it at once over what the reading before says of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scrgraph.coding.decided_row import ROW_DECISIONS, DecidedRow
from scrgraph.coding.row_marks import marks_of
from scrgraph.coding.words import parts
from scrgraph.model.entry import Entry
from scrgraph.review.decisions import Decision
from scrgraph.review.errors import ReviewError
from scrgraph.review.settings import PeriodSettings
from scrgraph.temporal.read_date import UnreadableDate, read_date
from scrgraph.web.desk import Desk
from scrgraph.web.reading import Reading
from scrgraph.web.screens.chronology_rows import ChronologyShown, seen_sign


def decided_now(desk: Desk, reading: Reading, shown: ChronologyShown) -> dict[str, Any]:
    """The rows with decisions, by id, and the review's periods as review.toml has them now.

    A row has ``kind``, ``seen``, ``date``, ``people`` where they are decided; ``key`` and ``notes``; ``waiting`` where
    something of it, also a decision taken back, is still being taken in.
    """
    holding = desk.decisions()
    about = shown.by_row.of(holding)
    rows: dict[str, dict[str, Any]] = {}
    for entry_id, decisions in about.items():
        if told := _told(decisions, reading.entries[entry_id], reading, shown):
            rows[entry_id] = told
    for entry_id in taken_back(desk, reading, shown):
        rows.setdefault(entry_id, {})["waiting"] = 1
    return {"key": shown.key, "rows": rows, "periods": periods_now(desk, reading)}


def taken_back(desk: Desk, reading: Reading, shown: ChronologyShown) -> dict[str, set[str]]:
    """The kinds of decision that the reading took in and that were undone since, by row."""
    found: dict[str, set[str]] = {}
    for made in desk.decisions_made():
        one = made.decision
        if made.holds or one.kind not in ROW_DECISIONS or one.decision_id not in reading.decided:
            continue
        if entry_id := shown.by_row.entry_id(one.subject):
            found.setdefault(entry_id, set()).add(one.kind)
    return found


def periods_now(desk: Desk, reading: Reading) -> dict[str, dict[str, str]]:
    """The first and last day of the detailed and the summary period, empty where an end is open."""
    try:
        section = desk.folder.settings().review
    except ReviewError:
        review = reading.graph.review if reading.graph else None
        if review is None:
            return {}
        return {
            name: {"from": str(one.from_ or ""), "to": str(one.to or "")}
            for name, one in (("detailed", review.detailed), ("summary", review.summary))
        }
    return {name: period_cells(getattr(section, name)) for name in ("detailed", "summary")}


def period_cells(period: PeriodSettings) -> dict[str, str]:
    """A period as the page has it."""
    return {"from": str(period.from_ or ""), "to": str(period.to or "")}


def decided_row(decisions: Iterable[Decision]) -> DecidedRow:
    """What was decided of one row; a value that means nothing any more is passed over."""
    decided = DecidedRow()
    for one in decisions:
        if one.kind in ROW_DECISIONS:
            try:
                decided = decided.with_decision(one.kind, one.value)
            except ValueError:
                continue
    return decided


def _told(
    decisions: list[Decision], entry: Entry, reading: Reading, shown: ChronologyShown
) -> dict[str, Any]:
    told: dict[str, Any] = {}
    decided, marks = decided_row(decisions), marks_of(decisions)
    if decided.kind is not None:
        told["kind"] = decided.kind.value
    if decided.child_seen is not None or decided.seen_alone is not None:
        told["seen"] = seen_sign(
            decided.child_seen or entry.child_seen,
            decided.seen_alone or entry.seen_alone,
        )
    if decided.date is not None:
        try:
            date = read_date(decided.date)
        except UnreadableDate:
            date = entry.date
        told["date"] = [str(date), str(date.earliest or ""), str(date.latest or "")]
    if decided.people is not None:
        ids = [
            shown.names[name.casefold()] for name in parts(decided.people) if name.casefold() in shown.names
        ]
        told["people"] = [decided.people, ids]
    if marks.key_episode:
        told["key"] = 1
    if marks.notes:
        told["notes"] = list(marks.notes)
    if any(one.kind in ROW_DECISIONS and one.decision_id not in reading.decided for one in decisions):
        told["waiting"] = 1
    return told
