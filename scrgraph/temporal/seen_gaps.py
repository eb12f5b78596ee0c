"""The days between sightings: what is left of a span once every day is taken out that one could have been on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

#: First and last day of a span.
Days = tuple[dt.date, dt.date]


def gaps_between(begins: dt.date, seen: Iterable[Days], until: dt.date) -> list[Days]:
    """The spans, in order, from one sighting to the next in which there can have been none.

    ``seen`` holds earliest and latest day of each sighting, in any order; a partial date takes out all its days.
    The first gap runs from ``begins``, the last to ``until``; the last is given even where it has no days, as it
    is the one that goes on. One pass over the sightings once they are sorted.
    """
    gaps: list[Days] = []
    reached = begins
    for first, last in sorted(seen):
        if first > reached:
            gaps.append((reached, first))
        reached = max(reached, last)
    return [*gaps, (reached, until)] if reached <= until else gaps
