"""Where things stand: the levels of zoom, the rows within a lane, and which places are already taken by words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from visualisations.drawing.time_axis import TimeAxis
from visualisations.relay.events import MISSED, NOT_SEEN, SEEN, Events
from visualisations.relay.lanes import Lane
from visualisations.relay.waits import Days

#: Pixels of a picture that is not scaled: all of it, the lane names, the dates above, a margin within the lanes.
WIDTH, NAMES, DATES, MARGIN = 1040, 152, 36, 12
LANES = WIDTH - NAMES
_SCREEN_HEIGHT, _LEAST, _MOST = 528, 44, 84
#: Days a screen shows at each level; the first shows the whole review.
_LEVELS = (("whole", "the whole review", 0), ("year", "about a year", 366), ("quarter", "about three months", 92),
           ("month", "about a month", 31))  # fmt: skip
#: A level is left out that would not be this much nearer than the one before it, or would be wider than this.
_NEARER, _WIDEST = 1.35, 400_000
#: The rows of a lane, in shares of its height from its middle.
_ROWS = {SEEN: -0.33, NOT_SEEN: -0.1, MISSED: 0.13, "rail": 0.36}


@dataclass(frozen=True)
class Level:
    """One level of zoom: its days over its pixels."""

    key: str
    words: str
    axis: TimeAxis
    width: float


@dataclass(frozen=True)
class Plane:
    """The lanes one above the other: where a row of a lane stands, in pixels from the top."""

    lanes: tuple[Lane, ...]
    lane_height: float

    @property
    def height(self) -> float:
        """Of all lanes together."""
        return self.lane_height * len(self.lanes)

    @cached_property
    def place(self) -> dict[str, int]:
        """The number of each lane from the top."""
        return {lane.key: number for number, lane in enumerate(self.lanes)}

    def y(self, number: int, row: str) -> float:
        """The middle of a row (``SEEN``…, ``rail``) of a lane."""
        return self.lane_height * (number + 0.5 + _ROWS[row])


def plane_of(lanes: Sequence[Lane], height: float = _SCREEN_HEIGHT, least: float = _LEAST) -> Plane:
    """Lanes that fill ``height`` as far as they stay legible and in proportion."""
    return Plane(tuple(lanes), round(min(_MOST, max(least, height / max(1, len(lanes))))))


def days_of(events: Events) -> Days | None:
    """The first and last day on which anything shown may have been; ``None`` when nothing has a date."""
    spans = [c.days for c in events.contacts if c.days] + [b.days for b in events.batons if b.days]
    spans += [b.landed for b in events.batons if b.days and b.landed]
    spans += [b.wait.until for b in events.batons if b.days and b.wait]
    if not spans:
        return None
    return min(first for first, _ in spans), max(last for _, last in spans)


def whole_level(first: dt.date, last: dt.date) -> Level:
    """The days from ``first`` to ``last`` over one screen."""
    key, words, _ = _LEVELS[0]
    return Level(key, words, TimeAxis(first, last, MARGIN, LANES - 2 * MARGIN), LANES)


def levels_of(first: dt.date, last: dt.date) -> tuple[Level, ...]:
    """The levels from far to near."""
    found = [whole_level(first, last)]
    days = found[0].axis.days
    for key, words, a_screen in _LEVELS[1:]:
        width = (LANES - 2 * MARGIN) * days / a_screen
        if _NEARER * (found[-1].width - 2 * MARGIN) <= width <= _WIDEST:
            found.append(
                Level(key, words, TimeAxis(first, last, MARGIN, round(width)), round(width) + 2 * MARGIN)
            )
    return tuple(found)


@dataclass
class Taken:
    """Boxes that words stand in, in stripes so that few need comparing."""

    stripes: dict[int, list[tuple[float, float, float, float]]] = field(default_factory=dict)

    def free(self, box: tuple[float, float, float, float]) -> bool:
        """Whether a box (left, top, right, bottom) touches no other."""
        left, top, right, bottom = box
        for stripe in range(int(left // 64), int(right // 64) + 1):
            for other in self.stripes.get(stripe, ()):
                if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                    return False
        return True

    def take(self, box: tuple[float, float, float, float]) -> None:
        """Keep others out of a box."""
        for stripe in range(int(box[0] // 64), int(box[2] // 64) + 1):
            self.stripes.setdefault(stripe, []).append(box)
