"""Which level of intervention the rows tell of, 1 to 4, and the days for which each row speaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from scrgraph.coding.words import word_list
from scrgraph.store.base import Value
from visualisations.frame.marks import Mark
from visualisations.records.material import Material

_TOLD = """
MATCH (a:Agency)-[:TOLD_OF]->(t:LevelTold)-[:RECORDED_IN]->(e:Entry) WHERE t.review_id = $review_id
RETURN t.level_told_id AS level_told_id, t.level AS level, t.from_day AS from_day, t.to_day AS to_day,
       t.on_earliest AS earliest, t.on_latest AS latest, t.on_text AS on_text, a.agency_id AS agency_id,
       e.entry_id AS entry_id, e.event_text AS event_text, e.coded_as AS coded_as
ORDER BY from_day, level_told_id, agency_id, entry_id"""


@dataclass(frozen=True)
class LevelSpan:
    """A row that tells of a level, certainly in force from ``first``; ``last`` is the last day it speaks for."""

    mark: Mark
    level: int
    first: dt.date
    last: dt.date


def meaning(level: int) -> str:
    """What a level is, in words: ``child in need``."""
    return str(word_list("engagement.toml")["levels"][str(level)]["meaning"])


def levels_of(material: Material) -> tuple[LevelSpan, ...]:
    """The rows that tell of a level, in order of time."""
    spans = []
    for row in material.ask(_TOLD):
        level, first, last = row["level"], row["from_day"], row["to_day"]
        if isinstance(level, int) and isinstance(first, dt.date) and isinstance(last, dt.date):
            spans.append(LevelSpan(_mark(material, row, level), level, first, last))
    return tuple(spans)


def level_on(told: Sequence[LevelSpan], first: dt.date, last: dt.date) -> int:
    """The highest level certainly in force on all of these days; 0 where none is told of."""
    return max((one.level for one in told if one.first <= first and last <= one.last), default=0)


def steps_of(told: Sequence[LevelSpan], first: dt.date, last: dt.date) -> list[tuple[dt.date, dt.date, int]]:
    """The days ``first`` to ``last`` in stretches of one level; 0 where none is told of."""
    one = dt.timedelta(1)
    turns = {first, *(t.first for t in told), *(t.last + one for t in told)}
    begins = sorted(day for day in turns if first <= day <= last)
    steps: list[tuple[dt.date, dt.date, int]] = []
    for place, begin in enumerate(begins):
        end = begins[place + 1] - one if place + 1 < len(begins) else last
        level = level_on(told, begin, begin)
        if steps and steps[-1][2] == level:
            steps[-1] = (steps[-1][0], end, level)
        else:
            steps.append((begin, end, level))
    return steps


def _mark(material: Material, row: dict[str, Value], level: int) -> Mark:
    agency = material.agencies[str(row["agency_id"])]
    event = str(row["event_text"] or row["coded_as"] or "").replace("_", " ")
    earliest, latest = row["earliest"], row["latest"]
    return Mark(
        mark_id="_".join(f"level>{row['level_told_id']}".split()),
        kind="level",
        title=f"Level {level} ({meaning(level)}) told of by {agency.name}, {row['on_text']}",
        facts=(("Row", event),) if event else (),
        entry_ids=(str(row["entry_id"]),),
        agencies=(agency.agency_id,),
        first=earliest if isinstance(earliest, dt.date) else None,
        last=latest if isinstance(latest, dt.date) else None,
        show="level",
    )
