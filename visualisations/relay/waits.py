"""Which batons were late by the records, how long the wait was, and by which limit."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from scrgraph.cypher_files import cypher_root
from scrgraph.model.partial_date import span_in_words
from scrgraph.questions.header_block import read_header
from scrgraph.store.base import Value
from visualisations.records.material import Material

Days = tuple[dt.date, dt.date]
Row = Mapping[str, Value]

_DEADLINES = """
MATCH (d:Deadline)-[:APPLIES_TO]->(b:Baton) WHERE d.review_id = $review_id
RETURN b.baton_id AS baton_id, d.deadline_id AS deadline_id, d.what AS what, d.verdict AS verdict,
       d.days_over AS days_over, d.limit_words AS limit_words, d.authority AS authority, d.standing AS standing,
       d.due_text AS due_words, d.met_text AS met_words, d.met_earliest AS earliest, d.met_latest AS latest
ORDER BY baton_id, deadline_id"""
_STAGES = """
MATCH (b:Baton)-[:HAS_STAGE]->(s:Stage) WHERE b.review_id = $review_id
RETURN b.baton_id AS baton_id, s.stage AS stage, s.how AS how, s.on_earliest AS earliest, s.on_latest AS latest,
       s.position AS position, s.stage_id AS stage_id
ORDER BY baton_id, position, stage_id"""
_CARRIED = """
MATCH (b:Baton) WHERE b.review_id = $review_id
RETURN b.baton_id AS baton_id, b.kind AS kind, b.carried_by_family AS carried
ORDER BY baton_id"""

_HAPPENED = frozenset({"recorded", "matched"})
#: The steps of the receiver, any of which shows on which day the baton was in hand there.
_TAKEN = ("received", "acknowledged", "accepted", "declined", "acted on")
_LIMIT_WORDS = {"national": "national guidance", "set by the author": "set for this review"}
#: A clock with one of these verdicts is told of; ``in time`` and ``not due`` are told of as well, after them.
_VERDICTS = ("late", "possibly late", "no record found", "cannot tell", "in time", "not due")


@dataclass(frozen=True)
class Wait:
    """A wait for a step that was late: ``until`` are the days the step may have been, ``certain`` that it was late."""

    until: Days
    certain: bool
    words: str


@dataclass(frozen=True)
class Course:
    """What a baton's dates say: the days it came in at the receiver, its wait if it was late, its limits in words."""

    landed: Days | None = None
    wait: Wait | None = None
    limits: tuple[str, ...] = ()


@cache
def days_counted_late() -> int:
    """The days from sending to receipt from which "Received days after it was sent" counts, of that question."""
    path = cypher_root() / "questions" / "batons" / "batons-received-late.cypher"
    days = read_header(path.read_text(encoding="utf-8"), path).parameters["days"].default
    return int(str(days))


def courses(material: Material) -> dict[str, Course]:
    """The course of every baton, by its id."""
    steps: dict[str, dict[str, Days]] = defaultdict(dict)
    for row in material.ask(_STAGES):
        days = _days(row)
        if days and (row["how"] in _HAPPENED):
            steps[str(row["baton_id"])].setdefault(str(row["stage"]), days)
    limits: dict[str, list[Row]] = defaultdict(list)
    for row in material.ask(_DEADLINES):
        limits[str(row["baton_id"])].append(row)
    return {
        str(row["baton_id"]): _course(
            steps[str(row["baton_id"])],
            limits[str(row["baton_id"])],
            timed=row["kind"] != "agreed_action" and row["carried"] is not True,
        )
        for row in material.ask(_CARRIED)
    }


def _course(steps: Mapping[str, Days], limits: Sequence[Row], *, timed: bool) -> Course:
    landed = next((steps[stage] for stage in _TAKEN if stage in steps), None)
    waits = [wait for row in limits if (wait := _by_clock(row))]
    if timed and "passed" in steps and "received" in steps:
        received = _by_days(steps["passed"], steps["received"])
        waits += [received] if received else []
    ordered = sorted(limits, key=lambda row: _VERDICTS.index(str(row["verdict"])))
    wait = min(waits, key=lambda one: (not one.certain, one.until), default=None)
    told = [wait.words] if wait else []
    told += [one.words for one in waits if one is not wait]
    told += [
        _limit(row) for row in ordered if row["verdict"] not in ("late", "possibly late") or not _days(row)
    ]
    return Course(landed, wait, tuple(told))


def _by_clock(row: Row) -> Wait | None:
    """The wait of a clock that ran out before its step."""
    until = _days(row)
    if row["verdict"] not in ("late", "possibly late") or not until:
        return None
    return Wait(until, row["verdict"] == "late", _limit(row))


def _by_days(passed: Days, received: Days) -> Wait | None:
    """The wait from sending to receipt, for which there is no clock, by the days the question counts from."""
    least, most = (received[0] - passed[1]).days, (received[1] - passed[0]).days
    if most < days_counted_late():
        return None
    days = f"{most} days" if least == most else f"{max(least, 0)} to {most} days"
    may = "" if least >= days_counted_late() else "may have been "
    return Wait(
        received,
        least >= days_counted_late(),
        f"{may}received {days} after it was sent ({span_in_words(*received)}). No limit is set for receipt; "
        f"{days_counted_late()} days or more are counted here",
    )


def _limit(row: Row) -> str:
    """A clock in words: what was due by when, what became of it, and on whose authority."""
    standing = str(row["standing"])
    over = row["days_over"]
    became = {
        "late": f"recorded {_count(over)} later, {row['met_words']}",
        "possibly late": f"may have been later: {row['met_words']}",
        "no record found": "no record of it was found",
        "cannot tell": "cannot tell: the records in hand do not say",
        "in time": f"in time, {row['met_words']}",
        "not due": "not yet due",
    }[str(row["verdict"])]
    return (
        f"{row['what']}, due by {row['due_words']} ({row['limit_words']}): {became}. "
        f"The limit: {_LIMIT_WORDS.get(standing, standing)}, {row['authority']}"
    )


def _count(days: Value) -> str:
    return "at least a day" if not isinstance(days, int) else "a day" if days == 1 else f"{days} days"


def _days(row: Row) -> Days | None:
    earliest, latest = row["earliest"], row["latest"]
    return (earliest, latest) if isinstance(earliest, dt.date) and isinstance(latest, dt.date) else None
