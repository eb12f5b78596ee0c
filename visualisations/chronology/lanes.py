"""The chronology at a glance, as a drawing for a report: a lane an agency, a bar a month, the findings above."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from scrgraph.model.sentence_parts import several
from visualisations.chronology.account import account
from visualisations.chronology.landmark_labels import label, leader, placed_labels
from visualisations.chronology.landmarks import Landmark, in_summary_period, landmarks
from visualisations.chronology.periods import Counted, Period, counted, periods
from visualisations.chronology.rows import ChronologyRow, chronology_rows
from visualisations.drawing.agency_look import AgencyLook
from visualisations.drawing.svg import INK, QUIET, RULE, WASH, Drawing, document, element, figure, text
from visualisations.drawing.text_width import text_width, wrap
from visualisations.drawing.time_axis import TimeAxis
from visualisations.drawing.wanted import Wanted
from visualisations.records.material import Material

_WIDTH, _LEFT, _RIGHT = 1120.0, 284.0, 96.0
_TOP, _FINDINGS_HIGH, _LEVEL = 70.0, 40.0, 15.0
#: Lines under an agency's bars for rows dated to more than a period, and how far they are apart.
_LINES, _LINE = 3, 5.0
_NOBODY = AgencyLook("", "Agency not told", "#6b7280", "?")


@dataclass(frozen=True)
class _Scene:
    """What is drawn: the rows, the periods they are counted in, and where days stand."""

    rows: tuple[ChronologyRow, ...]
    spans: tuple[Period, ...]
    counts: tuple[Counted, ...]
    axis: TimeAxis
    looks: tuple[AgencyLook, ...]
    one: str
    many: str


def lanes_drawing(material: Material, wanted: Wanted) -> Drawing:
    """The drawing and its account in words. ``wanted`` may say the days and whom it is about."""
    rows = tuple(row for row in chronology_rows(material) if _is_wanted(row, wanted))
    title = "The chronology at a glance"
    person = material.people.get(wanted.person_id)
    if person:
        title += f": rows about {person.name}"
    days = [row.earliest for row in rows if row.earliest] + [row.latest for row in rows if row.latest]
    if not days:
        return _without_days(title, account(material, rows, (), "", ""))
    first, last = wanted.first or min(days), wanted.last or max(days)
    spans, one, many = periods(min(first, last), last)
    axis = TimeAxis(spans[0].first, spans[-1].last, _LEFT, _WIDTH - _LEFT - _RIGHT)
    counts = counted(rows, spans)
    present = {row.agency_id for row in rows}
    known = [look for look in material.looks if look.agency_id in present]
    looks = (*known, *((_NOBODY,) if present - {look.agency_id for look in known} else ()))
    scene = _Scene(rows, spans, counts, axis, looks, one, many)
    marks = [
        mark
        for mark in landmarks(material)
        if axis.first <= mark.first <= axis.last
        and (not wanted.person_id or not mark.people or wanted.person_id in mark.people)
    ]
    return _draw(scene, title, material, marks, account(material, rows, counts, one, _busiest(scene)))


def _is_wanted(row: ChronologyRow, wanted: Wanted) -> bool:
    """Undated rows are kept whatever the days: they may have been then."""
    if wanted.person_id and wanted.person_id not in row.people:
        return False
    if row.earliest is None or row.latest is None:
        return True
    return not ((wanted.first and row.latest < wanted.first) or (wanted.last and row.earliest > wanted.last))


def _busiest(scene: _Scene) -> str:
    """The period with most rows, with its number: "March 2018 (14 rows)"."""
    place = max(range(len(scene.counts)), key=lambda at: (scene.counts[at].rows, -at))
    return f"{scene.spans[place].name} ({several(scene.counts[place].rows, 'row')})"


def _without_days(title: str, words: str) -> Drawing:
    drawn = figure(_WIDTH, 90, title, words, text(title, 20, 34, size=19, bold="yes"), text(words, 20, 62))
    return Drawing(document(drawn, _WIDTH, 90), words)


def _draw(scene: _Scene, title: str, material: Material, marks: Sequence[Landmark], words: str) -> Drawing:
    lane = 38.0 if len(scene.looks) <= 14 else 30.0
    findings_base = _TOP + _FINDINGS_HIGH
    lanes_top = findings_base + 12
    lanes_end = lanes_top + lane * len(scene.looks)
    placed, left_out = placed_labels(scene.axis, marks, _WIDTH - 14)
    levels = max((level for _, _, level in placed), default=-1) + 1
    axis_y = lanes_end + 18
    family_y = axis_y + 22
    key_y = family_y + levels * _LEVEL + (18 if levels else 2)
    height = key_y + 52
    most = max(1, *(max(c.within.values(), default=0) for c in scene.counts))
    spans_of = {look.agency_id: _levelled(_wider(scene, look.agency_id)) for look in scene.looks}
    room = _LINE * max((level + 1 for spans in spans_of.values() for _, _, level in spans), default=0)
    incident = material.review.incident_date
    drawn = figure(
        _WIDTH, height, title, words,
        text(wrap(title, 700, 19, lines=1, bold=True)[0], 20, 30, size=19, bold="yes"),
        text(wrap(material.records.title, 360, 13, lines=1)[0] if material.records.title else "", _WIDTH - 20, 30,
             anchor="end", fill=QUIET),
        *(element("rect", x=20, y=lanes_top + number * lane, width=_WIDTH - 40, height=lane, fill=WASH)
          for number in range(0, len(scene.looks), 2)),
        *_years(scene.axis, _TOP - 4, lanes_end, axis_y),
        *_summary(scene, material),
        *_finding_bars(scene, findings_base),
        *(part for number, look in enumerate(scene.looks)
          for part in _lane(scene, look, spans_of[look.agency_id], lanes_top + number * lane, lane, most, room)),
        *_incident(scene.axis, incident, lanes_end),
        *(leader(scene.axis, mark, x, family_y + level * _LEVEL, axis_y) for mark, x, level in placed),
        *(part for mark, x, level in placed for part in label(mark, x, family_y + level * _LEVEL)),
        *_key(scene, most, key_y, left_out, incident),
    )  # fmt: skip
    return Drawing(document(drawn, _WIDTH, height), words)


def _years(axis: TimeAxis, top: float, bottom: float, words_y: float) -> Iterator[Markup]:
    """Lines down the lanes where years and months begin, and their names below."""
    ticks = [tick for tick in axis.ticks(54) if tick.x < _WIDTH - _RIGHT - 20]
    if not any(tick.strong and tick.x < _LEFT + 40 for tick in ticks):
        yield text(str(axis.first.year), _LEFT - 8, words_y, size=12, anchor="end", bold="yes")
    for tick in ticks:
        yield element("line", x1=tick.x, x2=tick.x, y1=top, y2=bottom + 4, stroke=QUIET if tick.strong else RULE,
                      stroke_width=1 if tick.strong else 0.6)  # fmt: skip
        yield text(tick.words, tick.x + 3, words_y, size=12, bold="yes" if tick.strong else None,
                   fill=INK if tick.strong else QUIET)  # fmt: skip


def _summary(scene: _Scene, material: Material) -> Iterator[Markup]:
    """A line above the bars over the review's summary period, with its name."""
    of_it = [span for span in scene.spans if in_summary_period(material, span.first)]
    if not of_it:
        return
    x, end = scene.axis.x(of_it[0].first), scene.axis.x(of_it[-1].last) + scene.axis.day_width
    y = _TOP - 8
    yield element(
        "path", d=f"M{x:.2f} {y + 5:.1f}v-5H{end:.2f}v5", fill="none", stroke=QUIET, stroke_width=1.5
    )
    yield text("summary period", max(x, _LEFT), y - 5, size=11.5, fill=QUIET)


def _finding_bars(scene: _Scene, base: float) -> Iterator[Markup]:
    """How many findings rest on rows of each period."""
    most = max(1, *(len(count.findings) for count in scene.counts))
    yield text("Findings resting on rows", 20, base - 16, bold="yes", size=12.5)
    yield text(f"of the {scene.one}; tallest bar {most}", 20, base - 2, size=11.5, fill=QUIET)
    for span, count in zip(scene.spans, scene.counts, strict=True):
        if count.findings:
            x, wide = _across(scene.axis, span)
            high = len(count.findings) * _FINDINGS_HIGH / most
            yield element("rect", x=x, y=base - high, width=wide, height=high, fill=INK)
    yield element("line", x1=_LEFT, x2=_WIDTH - _RIGHT, y1=base, y2=base, stroke=QUIET)


def _lane(
    scene: _Scene,
    look: AgencyLook,
    wider: Sequence[tuple[dt.date, dt.date, int]],
    top: float,
    high: float,
    most: int,
    room: float,
) -> Iterator[Markup]:
    """An agency's rows: a bar each period, and a line over the days of each row dated more widely."""
    base, middle = top + high - 3 - room, top + high / 2 + 4
    yield element("rect", x=20, y=top + 4, width=6, height=high - 8, fill=look.colour)
    yield text(look.letters, 32, middle, size=12.5, bold="yes")
    name = wrap(look.name, _LEFT - 96, 11.5, lines=2)
    for number, line in enumerate(name):
        yield text(line, 84, middle + (number - (len(name) - 1) / 2) * 12, size=11.5)
    for span, count in zip(scene.spans, scene.counts, strict=True):
        number = count.within[look.agency_id]
        if number:
            x, wide = _across(scene.axis, span)
            bar = number * (base - top - 4) / most
            yield element("rect", x=x, y=base - bar, width=wide, height=bar, fill=look.colour)
    for first, last, level in wider:
        x = max(_LEFT, scene.axis.x(max(first, scene.axis.first)))
        end = min(_WIDTH - _RIGHT, scene.axis.x(min(last, scene.axis.last)) + scene.axis.day_width)
        y = base + 3 + level * _LINE
        yield element("path", d=f"M{x:.2f} {y - 2:.1f}v4M{x:.2f} {y:.1f}H{end:.2f}M{end:.2f} {y - 2:.1f}v4",
                      fill="none", stroke=look.colour, stroke_width=1.4)  # fmt: skip
    mine = [row for row in scene.rows if row.agency_id == look.agency_id]
    undated = sum(row.earliest is None for row in mine)
    right = _WIDTH - _RIGHT + 8
    yield text(several(len(mine), "row"), right, middle - (4 if undated else 0), size=12)
    if undated:
        yield text(f"{undated:,} undated", right, middle + 8, size=11, fill=QUIET)


def _wider(scene: _Scene, agency_id: str) -> list[tuple[dt.date, dt.date]]:
    """The days of an agency's rows whose date is wider than one period, or that begin before the first."""
    starts = [span.first for span in scene.spans]
    found = set()
    for row in scene.rows:
        if row.agency_id != agency_id or row.earliest is None or row.latest is None:
            continue
        place = bisect.bisect_right(starts, row.earliest) - 1
        if place < 0 or row.latest > scene.spans[place].last:
            found.add((row.earliest, row.latest))
    return sorted(found)


def _levelled(spans: Sequence[tuple[dt.date, dt.date]]) -> list[tuple[dt.date, dt.date, int]]:
    """Each span with a line on which it lies over no other, as far as there are lines."""
    ends: list[dt.date] = []
    placed = []
    for first, last in spans:
        level = next((at for at, end in enumerate(ends) if end < first), None)
        if level is None:
            level = min(len(ends), _LINES - 1)
        ends[level : level + 1] = [max(last, ends[level]) if level < len(ends) else last]
        placed.append((first, last, level))
    return placed


def _across(axis: TimeAxis, span: Period) -> tuple[float, float]:
    """Where a period's bar begins, and how wide it is."""
    x = axis.x(span.first)
    wide = axis.x(span.last) + axis.day_width - x
    return x, wide - (1 if wide > 4 else wide * 0.1)


def _incident(axis: TimeAxis, day: dt.date | None, bottom: float) -> Iterator[Markup]:
    if day is None or not axis.first <= day <= axis.last:
        return
    x = axis.middle(day)
    left = x > _WIDTH - _RIGHT - 80
    yield element(
        "line", x1=x, x2=x, y1=_TOP - 16, y2=bottom, stroke=INK, stroke_width=2, stroke_dasharray="6 4"
    )
    yield text(
        "Incident", x - 5 if left else x + 5, _TOP - 10, size=12.5, bold="yes", anchor="end" if left else None
    )


def _key(scene: _Scene, most: int, y: float, left_out: int, incident: dt.date | None) -> Iterator[Markup]:
    """What the shapes mean."""
    yield element("rect", x=20, y=y - 2, width=6, height=12, fill=QUIET)
    said = f"a bar: rows of one {scene.one}, on the same scale in every lane (tallest {most})"
    yield text(said, 34, y + 8, size=11.5)
    x = 34 + text_width(said, 11.5) + 24
    yield element("path", d=f"M{x:.2f} {y + 2:.1f}v5M{x:.2f} {y + 4.5:.1f}h22m0 -2.5v5", fill="none", stroke=QUIET,
                  stroke_width=1.4)  # fmt: skip
    yield text(
        f"a line: rows dated to somewhere within those days, wider than a {scene.one}",
        x + 30,
        y + 8,
        size=11.5,
    )
    second = (
        [f"no room was left for {left_out} more of the births, due dates, deaths and moves"]
        if left_out
        else []
    )
    if incident is not None:
        second.insert(0, "dashed line: the day of the incident")
    second.append("no bar means no row in the files imported, not that nothing happened")
    yield text("; ".join(second), 34, y + 28, size=11.5, fill=QUIET)
