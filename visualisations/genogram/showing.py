"""Things drawn for some days only: in a page all of them, hidden until their day; in a file those of one day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from visualisations.drawing.svg import Value, element
from visualisations.genogram.lives import Span


@dataclass(frozen=True)
class Showing:
    """``on`` is the day shown; ``first`` and ``last`` the days that can be; ``every_day`` is true for a page."""

    on: dt.date
    first: dt.date
    last: dt.date
    every_day: bool

    def lasting(
        self, span: Span | None, tag: str, *children: Markup | str | None, **attributes: Value
    ) -> Markup | None:
        """An element that is there on the days of ``span``; nothing where it never will be."""
        whole = Span(self.first, self.last)
        if span is None or not (span.within(whole) if self.every_day else span.holds(self.on)):
            return None
        if not self.every_day:
            return element(tag, *children, **attributes)
        first = span.first.isoformat() if span.first and span.first > self.first else None
        last = span.last.isoformat() if span.last and span.last < self.last else None
        hidden = None if span.holds(self.on) else "none"
        return element(tag, *children, **attributes, data_first=first, data_last=last, display=hidden)
