"""The strip above the rows: how many stand under each month, by agency, and the findings that rest on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from markupsafe import Markup

from scrgraph.model.partial_date import span_in_words
from visualisations.chronology.landmarks import in_summary_period
from visualisations.chronology.periods import Counted, Period
from visualisations.drawing.agency_look import AgencyLook
from visualisations.drawing.svg import INK, QUIET, RULE, element, figure, group, text
from visualisations.drawing.time_axis import TimeAxis
from visualisations.records.material import Material

WIDTH, HEIGHT = 1060.0, 92.0
LEFT, RIGHT = 62.0, 10.0
_FINDINGS_BASE, _FINDINGS_HIGH = 24.0, 20.0
_ROWS_BASE, _ROWS_HIGH = 76.0, 44.0
_NOBODY = "#6b7280"


def strip(material: Material, spans: Sequence[Period], counts: Sequence[Counted], many: str) -> Markup:
    """The strip as SVG for the page. Each period is a ``data-bin`` the page's code makes a button of.

    A part of a bar with no fill stands for rows whose date is wider than the period.
    """
    axis = TimeAxis(spans[0].first, spans[-1].last, LEFT, WIDTH - LEFT - RIGHT)
    most_rows = max(1, *(count.rows for count in counts))
    most_findings = max(1, *(len(count.findings) for count in counts))
    bins = [
        _bin(number, span, count, axis, material.looks, most_rows, most_findings)
        for number, (span, count) in enumerate(zip(spans, counts, strict=True))
    ]
    when = span_in_words(spans[0].first, spans[-1].last)
    words = (
        f"Rows and findings of each of {len(spans)} {many}, {when}. Tallest bar of rows: {most_rows}; "
        f"of findings: {most_findings}."
    )
    return figure(
        WIDTH, HEIGHT, "The chronology over time", words,
        *_summary(material, spans, axis), *_axis(axis, spans, most_rows, most_findings), *bins,
        _incident(axis, material.review.incident_date),
        element("rect", id="strip-here", x=LEFT, y=_ROWS_BASE - _ROWS_HIGH - 3, width=0, height=_ROWS_HIGH + 6,
                fill="none", stroke=INK, stroke_width=2, rx=2, visibility="hidden"),
        name="strip",
    )  # fmt: skip


def _summary(material: Material, spans: Sequence[Period], axis: TimeAxis) -> list[Markup]:
    """A grey ground behind the periods of the review's summary period."""
    of_it = [span for span in spans if in_summary_period(material, span.first)]
    if not of_it:
        return []
    x, end = axis.x(of_it[0].first), axis.x(of_it[-1].last) + axis.day_width
    return [element("rect", x=x, y=0, width=end - x, height=_ROWS_BASE, fill="#e4e9ef")]


def _axis(axis: TimeAxis, spans: Sequence[Period], most_rows: int, most_findings: int) -> list[Markup]:
    """Lines under the bars, years, and what the two heights are."""
    right = WIDTH - RIGHT
    parts = [
        element("line", x1=LEFT, x2=right, y1=y, y2=y, stroke=RULE) for y in (_FINDINGS_BASE, _ROWS_BASE)
    ]
    parts += [
        text("findings", 0, 14, size=11, fill=QUIET), text(f"to {most_findings:,}", 0, 26, size=11, fill=QUIET),
        text("rows", 0, 56, size=11, fill=QUIET), text(f"to {most_rows:,}", 0, 68, size=11, fill=QUIET),
    ]  # fmt: skip
    ticks = axis.ticks()
    if not any(tick.strong and tick.x < LEFT + 34 for tick in ticks):
        parts.append(text(str(spans[0].first.year), LEFT - 8, HEIGHT - 3, size=11, anchor="end", bold="yes"))
    for tick in ticks:
        if tick.x > right - 24:
            continue
        parts.append(element("line", x1=tick.x, x2=tick.x, y1=_ROWS_BASE, y2=_ROWS_BASE + 5, stroke=QUIET))
        parts.append(
            text(tick.words, tick.x + 3, HEIGHT - 3, size=11, bold="yes" if tick.strong else None,
                 fill=INK if tick.strong else QUIET)
        )  # fmt: skip
    return parts


def _bin(
    number: int, span: Period, count: Counted, axis: TimeAxis, looks: Sequence[AgencyLook], most_rows: int,
    most_findings: int,
) -> Markup:  # fmt: skip
    """One period: its stack of rows by agency, its findings, and the area that takes the click."""
    x, end = axis.x(span.first), axis.x(span.last) + axis.day_width
    gap = 1.0 if end - x > 4 else (end - x) * 0.1
    parts, y = [], _ROWS_BASE
    for place, (agency_id, colour) in enumerate([*((a.agency_id, a.colour) for a in looks), ("", _NOBODY)]):
        for rows, hollow in ((count.within[agency_id], False), (count.wider[agency_id], True)):
            if not rows:
                continue
            high = rows * _ROWS_HIGH / most_rows
            y -= high
            parts.append(
                element("rect", x=x, y=y, width=end - x - gap, height=high, data_agency=place,
                        fill="#fff" if hollow else colour, stroke=colour if hollow else "#fff",
                        stroke_width=0.8 if hollow else 0.4)
            )  # fmt: skip
    if count.findings:
        high = len(count.findings) * _FINDINGS_HIGH / most_findings
        parts.append(element("rect", x=x, y=_FINDINGS_BASE - high, width=end - x - gap, height=high, fill=QUIET,
                             data_findings="yes"))  # fmt: skip
    middle = (x + end) / 2
    parts.append(
        element(
            "path", d=f"M{middle - 4:.2f} {_FINDINGS_BASE + 1:.0f}h8l-4 6z", fill=INK, class_="of-finding"
        )
    )
    parts.append(element("rect", x=x, y=0, width=end - x, height=_ROWS_BASE + 2, fill="#fff", fill_opacity=0))
    return group(*parts, data_bin=number)


def _incident(axis: TimeAxis, day: dt.date | None) -> Markup | None:
    """A dashed line on the day of the incident, where it is among the days shown."""
    if day is None or not axis.first <= day <= axis.last:
        return None
    x = axis.middle(day)
    near_end = x > WIDTH - 70
    return group(
        element(
            "line", x1=x, x2=x, y1=0, y2=_ROWS_BASE, stroke=INK, stroke_width=1.5, stroke_dasharray="4 3"
        ),
        text("incident", x - 4 if near_end else x + 4, 10, size=11, anchor="end" if near_end else None),
    )
