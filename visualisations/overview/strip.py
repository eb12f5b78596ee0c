"""The review in one strip over time: key moments, what each agency recorded, and the findings by topic."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from visualisations.drawing.agency_look import AgencyLook
from visualisations.drawing.svg import INK, QUIET, RULE, Value, element, group, text
from visualisations.drawing.text_width import text_width, wrap
from visualisations.drawing.time_axis import TimeAxis
from visualisations.overview.flags import draw_flags
from visualisations.overview.found import Found
from visualisations.overview.glyphs import SIZE, legend_of_findings
from visualisations.overview.moments import Moment
from visualisations.overview.recording import Recording
from visualisations.overview.time_cells import CELLS_HEIGHT, months_of, time_cells, whole_months
from visualisations.overview.topic_rows import TEXT, UNDATED_LANES, TopicRow, draw_label, draw_row, topic_rows

WIDTH = 1024.0
_LEFT = 171.0
_RIGHT = 8.0
_HELD = "#E3E9F0"
_EDGE: dict[str, Value] = {"fill": "none", "stroke": "#76828F", "stroke_width": 0.8}
_TOLD: dict[str, Value] = {"stroke": "#76828F", "stroke_width": 1, "stroke_dasharray": "1 4"}
_AGENCY = 11.4
#: Rows a month that fill the height of a line at least, so that one row never looks like many.
_FULL = 4


@dataclass(frozen=True)
class Strip:
    """The strip as shapes, with its height; ``axis`` is where its days stand and ``rows`` what it shows."""

    shapes: Markup
    height: float
    axis: TimeAxis
    rows: tuple[TopicRow, ...]
    unlabelled: int


def draw_strip(
    first: dt.date,
    last: dt.date,
    found: Sequence[Found],
    moments: Sequence[Moment],
    recorded: Sequence[Recording],
    *,
    top: float = 0,
    buttons: bool = False,
) -> Strip:
    """The strip from ``top`` down, ``WIDTH`` pixels wide, over the whole months from ``first`` to ``last``."""
    undated = Counter(one.finding.topic for one in found if not (one.first or one.last))
    columns = -(-max(undated.values(), default=0) // UNDATED_LANES)
    aside = max(48.0, columns * (SIZE + 2) + 8) if undated else 0.0
    axis = TimeAxis(*whole_months(first, last), _LEFT, WIDTH - _LEFT - _RIGHT - aside)
    y = top + CELLS_HEIGHT + 3
    flags, flags_height, unlabelled = draw_flags(moments, axis, y)
    marks_top = y
    y += flags_height
    names = short_names([one.look for one in recorded])
    amounts = [
        _amounts(one, names[one.look.agency_id], y + place * _AGENCY, axis, _most(recorded))
        for place, one in enumerate(recorded)
    ]
    y += len(recorded) * _AGENCY + 6
    rows = topic_rows(found, axis, axis.left + axis.width + 8)
    findings: list[Markup] = []
    labels: list[Markup] = []
    for row in rows:
        labels.append(element("line", x1=0, x2=WIDTH, y1=y, y2=y, stroke=RULE, stroke_width=1))
        labels.append(draw_label(row, y, 2))
        findings.append(draw_row(row, y, 2))
        y += row.height
    if not rows:
        labels.append(text("No finding falls in these days.", _LEFT, y + 13, size=TEXT, fill=QUIET))
        y += 18
    years = [
        element("line", x1=axis.x(day), x2=axis.x(day), y1=marks_top, y2=y, stroke=RULE, stroke_width=1)
        for day, _ in months_of(axis)
        if day.month == 1 and day != axis.first
    ]
    legend_height, said = _legend(y + 16, rows, recorded)
    shapes = group(
        element("rect", x=0, y=marks_top, width=0, height=y - marks_top, fill="#FFF3C4", id="chosen-days")
        if buttons else None,
        *years,
        *labels,
        *amounts,
        text("no date", axis.left + axis.width + 6, top + CELLS_HEIGHT - 4, size=TEXT, fill=QUIET) if aside else None,
        flags,
        *findings,
        time_cells(axis, top, buttons=buttons),
        text("Key moments", 2, top + CELLS_HEIGHT + 15, size=TEXT, bold="yes") if moments else None,
        element("line", x1=0, x2=WIDTH, y1=y, y2=y, stroke=RULE, stroke_width=1),
        said,
    )  # fmt: skip
    return Strip(shapes, y + legend_height - top, axis, rows, unlabelled)


def _most(recorded: Sequence[Recording]) -> int:
    """The most rows that any agency recorded in a month."""
    return max((count for one in recorded for _, count in one.rows), default=1)


def _amounts(one: Recording, name: str, top: float, axis: TimeAxis, most: int) -> Markup:
    """Rows a month of one agency as bars on the days for which its records are in hand."""
    base = top + _AGENCY - 1
    shapes: list[Markup | None] = []
    for span in one.in_hand:
        left, right = _across(axis, span.first, span.last)
        if right <= left:
            continue
        shapes.append(
            group(
                element("rect", x=left, y=top + 0.5, width=right - left, height=_AGENCY - 1.5, fill=_HELD),
                element("path", d=f"M{left:.1f} {top + 4:.1f}V{base:.1f}H{right:.1f}V{top + 4:.1f}", **_EDGE),
            )
            if span.own
            else element("path", d=f"M{left:.1f} {top + 6:.1f}H{right:.1f}", **_TOLD)
        )
    for first, last in one.wider:
        left, right = _across(axis, first, last)
        if right > left:
            shapes.append(
                element(
                    "path",
                    d=f"M{left:.1f} {base - 1:.1f}H{right:.1f}",
                    stroke=one.look.colour,
                    stroke_width=1.5,
                )
            )
    counts = dict(one.rows)
    heaps = []
    for first, last in months_of(axis):
        count = counts.get((first.year, first.month), 0)
        if count:
            left, right = _across(axis, first, last)
            high = max(2.0, count / max(most, _FULL) * (_AGENCY - 2))
            heaps.append(f"M{left + 0.6:.1f} {base:.1f}V{base - high:.1f}H{right - 0.6:.1f}V{base:.1f}Z")
    shapes.append(element("path", d="".join(heaps), fill=one.look.colour) if heaps else None)
    letters = one.look.letters
    room = _LEFT - 12 - text_width(letters, TEXT, bold=True) - 6
    shown = next(iter(wrap(name, room, TEXT, lines=1)), "")
    shapes += [
        text(letters, 2, base - 0.5, size=TEXT, fill=one.look.colour, bold="yes"),
        text(shown, 2 + text_width(letters, TEXT, bold=True) + 6, base - 0.5, size=TEXT, fill=INK),
    ]
    return group(*shapes, data_agency=one.look.agency_id, class_="amounts")  # fmt: skip


def _across(axis: TimeAxis, first: dt.date, last: dt.date) -> tuple[float, float]:
    """From where to where days stand, as far as the axis goes."""
    left = axis.x(max(first, axis.first))
    return left, axis.x(min(last, axis.last)) + axis.day_width


def _legend(y: float, rows: Sequence[TopicRow], recorded: Sequence[Recording]) -> tuple[float, Markup]:
    """What the marks, bars and shades mean, on as many lines as it takes; and how high it is."""
    spans = [span for one in recorded for span in one.in_hand]
    items: list[tuple[Markup, float, str]] = list(
        legend_of_findings(
            possible=any(one.possible for row in rows for one in row.found),
            several=any(len(item.found) > 1 for row in rows for item in row.items),
        )
    )
    for wanted, drawn, words in (
        (recorded, element("path", d="M0 0v-4h5v4zm6 0v-9h5v9zm6 0v-6h5v6z", fill=QUIET),
         f"rows recorded a month (at most {_most(recorded)})"),
        (any(span.own for span in spans),
         element("rect", x=0, y=-9, width=18, height=10, fill=_HELD, stroke="#76828F", stroke_width=0.8),
         "its own records in hand"),
        (any(not span.own for span in spans), element("path", d="M0 -4h18", **_TOLD),
         "only lines in an account put together by others"),
        (any(one.wider for one in recorded), element("path", d="M0 -3h18", stroke=QUIET, stroke_width=1.5),
         "a row dated no closer than this"),
    ):  # fmt: skip
        if wanted:
            items.append((drawn, 18, words))
    parts, x, line = [], 2.0, 0
    for drawn, wide, words in items:
        across = wide + 5 + text_width(words, TEXT)
        if x + across > WIDTH and x > 2:
            x, line = 2.0, line + 1
        parts.append(
            group(
                drawn,
                text(words, wide + 5, 0, size=TEXT),
                transform=f"translate({x:.1f} {y + 16 * line:.1f})",
            )
        )
        x += across + 14
    return 16.0 * (line + 1) + 6, group(*parts)


def short_names(looks: Sequence[AgencyLook]) -> dict[str, str]:
    """Names of agencies by id, without a first word that most of them share."""
    firsts = Counter(look.name.split(" ")[0] for look in looks)
    shared = {word for word, times in firsts.items() if times > 2 and times * 2 > len(looks)}
    short = {}
    for look in looks:
        word, _, rest = look.name.partition(" ")
        short[look.agency_id] = rest if rest and word in shared else look.name
    return short
