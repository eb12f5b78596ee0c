"""Which dates of a sheet stand apart from those round them, where the sheet otherwise runs in order."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scrgraph.coding.words import word_list

_LIMITS = word_list("date_doubts.toml")
_SLACK = dt.timedelta(days=_LIMITS["order"]["days_aside"])


@dataclass(frozen=True)
class Apart:
    """A date that stands apart: its place ``at``, and the dates in order right before and after it in the file.

    ``in_order`` says that it breaks the order of the file; else it lies years from its neighbours.
    """

    at: int
    before: dt.date | None
    after: dt.date | None
    in_order: bool = True

    def holds(self, day: dt.date) -> bool:
        """Whether ``day`` would stand in order here, give or take the days that an entry may be late."""
        ends = [end for end in (self.before, self.after) if end]
        near = dt.timedelta(days=_LIMITS["typing_error"]["days_between"])
        if len(ends) == 1:
            return abs(day - ends[0]) <= near
        return min(ends) - _SLACK <= day <= max(ends) + _SLACK


def apart_in(days: Sequence[dt.date]) -> list[Apart]:
    """The dates that break the order of ``days``, or lie years from the rest, in their order.

    The order is upwards or downwards, whichever more dates keep; where too few keep either, only a date is found that
    stands years away between neighbours that lie close together.
    """
    limits = _LIMITS["order"]
    if len(days) < limits["fewest_dates"]:
        return []
    up, down = _longest_run(days), _longest_run([_mirrored(day) for day in days])
    kept = up if len(up) >= len(down) else down
    if len(kept) < limits["share_in_order"] * len(days):
        return list(_lone(days))
    found = [_beside(at, days, kept) for at in range(len(days)) if at not in set(kept)]
    found = [apart for apart in found if not apart.holds(days[apart.at]) or _one_sided(apart, days)]
    return sorted([*found, *_far_end(days, kept, rising=kept is up)], key=lambda apart: apart.at)


def _mirrored(day: dt.date) -> dt.date:
    return dt.date.fromordinal(dt.date.max.toordinal() + 1 - day.toordinal())


def _longest_run(days: Sequence[dt.date]) -> list[int]:
    """The places of the longest run of days that never goes back."""
    tops: list[dt.date] = []
    places: list[int] = []
    before: list[int] = []
    for at, day in enumerate(days):
        length = bisect_right(tops, day)
        before.append(places[length - 1] if length else -1)
        tops[length : length + 1] = [day]
        places[length : length + 1] = [at]
    run = []
    at = places[-1] if places else -1
    while at >= 0:
        run.append(at)
        at = before[at]
    return run[::-1]


def _beside(at: int, days: Sequence[dt.date], kept: Sequence[int]) -> Apart:
    place = bisect_right(kept, at)
    before = days[kept[place - 1]] if place else None
    after = days[kept[place]] if place < len(kept) else None
    return Apart(at, before, after)


def _one_sided(apart: Apart, days: Sequence[dt.date]) -> bool:
    """Whether a first or last date is so far on the wrong side of its one neighbour that it is out of order."""
    ends = [end for end in (apart.before, apart.after) if end]
    return len(ends) == 1 and abs(days[apart.at] - ends[0]) > _SLACK


def _far_end(days: Sequence[dt.date], kept: Sequence[int], *, rising: bool) -> Iterator[Apart]:
    """The latest date, in order at its end of the file, that lies years past those before it."""
    limits = _LIMITS["typing_error"]
    end = len(days) - 1 if rising else 0
    count = limits["neighbours"]
    beside = days[-1 - count : -1] if rising else days[1 : 1 + count]
    if end not in kept or len(beside) < count or _width(beside) > limits["days_between"]:
        return
    if days[end] - max(beside) > dt.timedelta(days=365 * limits["years"]):
        yield Apart(end, beside[-1] if rising else None, None if rising else beside[0], in_order=False)


def _lone(days: Sequence[dt.date]) -> Iterator[Apart]:
    limits = _LIMITS["typing_error"]
    count, far = limits["neighbours"], dt.timedelta(days=365 * limits["years"])
    for at in range(count, len(days) - count):
        beside = [*days[at - count : at], *days[at + 1 : at + 1 + count]]
        if _width(beside) <= limits["days_between"] and min(abs(days[at] - other) for other in beside) > far:
            yield Apart(at, days[at - 1], days[at + 1], in_order=False)


def _width(days: Sequence[dt.date]) -> int:
    return (max(days) - min(days)).days
