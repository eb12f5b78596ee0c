"""Years and months above the strip: in the page each is a button that chooses its days."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from markupsafe import Markup

from visualisations.drawing.svg import INK, RULE, WASH, Value, element, group, text
from visualisations.drawing.text_width import text_width
from visualisations.drawing.time_axis import TimeAxis

CELLS_HEIGHT = 30.0
_SIZE = 11.5
_YEAR, _MONTH = 15.0, 15.0
#: Pixels a month needs to be a button of its own.
_LEAST_MONTH = 5.0
#: Pixels a month needs for its letter, and for three.
_LETTER, _THREE_LETTERS = 10.5, 27.0


def whole_months(first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """The first day of the first month and the last day of the last."""
    return first.replace(day=1), last.replace(day=calendar.monthrange(last.year, last.month)[1])


def months_of(axis: TimeAxis) -> Iterator[tuple[dt.date, dt.date]]:
    """First and last day of each month of the axis."""
    year, month = axis.first.year, axis.first.month
    while (year, month) <= (axis.last.year, axis.last.month):
        yield dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def time_cells(axis: TimeAxis, top: float, *, buttons: bool) -> Markup:
    """A row of years and, where there is room, one of months; ``CELLS_HEIGHT`` pixels high."""
    months = list(months_of(axis))
    years: dict[int, list[tuple[dt.date, dt.date]]] = {}
    for first, last in months:
        years.setdefault(first.year, []).append((first, last))
    room = axis.width / len(months)
    show_months = room >= _LEAST_MONTH
    height = _YEAR if show_months else CELLS_HEIGHT - 3
    cells = [
        _cell(axis, days[0][0], days[-1][1], str(year), str(year), top, height, True, buttons)
        for year, days in years.items()
    ]
    if show_months:
        for first, last in months:
            name = calendar.month_name[first.month]
            short = name[:3] if room >= _THREE_LETTERS else name[0] if room >= _LETTER else ""
            words = f"{name} {first.year}"
            cells.append(_cell(axis, first, last, short, words, top + _YEAR, _MONTH, False, buttons))
    return group(*cells, id="periods" if buttons else None)


def _cell(
    axis: TimeAxis, first: dt.date, last: dt.date, short: str, words: str, top: float, height: float, year: bool,
    buttons: bool,
) -> Markup:  # fmt: skip
    left, right = axis.x(first), axis.x(last) + axis.day_width
    fits = bool(short) and text_width(short, _SIZE, bold=year) <= right - left - 1
    button: dict[str, Value] = (
        {"role": "button", "aria_label": f"Choose {words}", "tabindex": "-1", "data_from": first.isoformat(),
         "data_to": last.isoformat(), "data_words": words}
        if buttons else {}
    )  # fmt: skip
    return group(
        element("title", f"Choose {words}") if buttons else None,
        element("rect", x=left, y=top, width=right - left, height=height, fill=WASH if year else "#fff",
                stroke=RULE, stroke_width=1),
        text(short, (left + right) / 2, top + height / 2 + 4, size=_SIZE, fill=INK, anchor="middle",
             bold="yes" if year else None) if fits else None,
        **button,
    )  # fmt: skip
