"""Where the lines run: couples in a bracket under their row, children from a bar above theirs, none through a symbol.

Between two rows lies a channel. Lines of couples take its upper tracks, bars of siblings its lower ones; lines that
would lie on one another get tracks of their own, and what would cross least comes first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from visualisations.genogram.kinship_words import Line
from visualisations.genogram.labels import HALF
from visualisations.genogram.rows import Beside, Leg, Plan, is_person

Point = tuple[float, float]
_TRACK, _BAR, _TOP, _END, _TWIN_END, _LEAST = 18.0, 9.0, 8.0, 16.0, 30.0, 34.0
_APART = 11.0


@dataclass(frozen=True)
class Run:
    """One line as drawn: from those above (or the first sibling) to ``end``, or between the two of a pair."""

    line: Line
    of: int
    points: tuple[Point, ...]
    start: tuple[str, ...]
    end: tuple[str, ...]
    track: int = -1


@dataclass
class Channel:
    """The space above row ``row`` (below the one before it), filled step by step."""

    row: int
    beside: list[Beside] = field(default_factory=list)
    legs: list[Leg] = field(default_factory=list)
    foot: dict[tuple[int, str], float] = field(default_factory=dict)
    track: list[int] = field(default_factory=list)
    anchor: list[float | None] = field(default_factory=list)
    entry: dict[tuple[int, str], float] = field(default_factory=dict)
    bar: list[int] = field(default_factory=list)
    twins: bool = False

    @property
    def couples_height(self) -> float:
        """Pixels from the top of the channel to under its last couple's line."""
        return _TOP + (max(self.track) + 1) * _TRACK if self.track else _TOP

    @property
    def height(self) -> float:
        """Pixels the channel needs."""
        if not self.legs:
            return self.couples_height + 6 if self.track else 4.0
        bars = (max(self.bar) + 1) * _BAR
        return max(_LEAST, self.couples_height + bars + (_TWIN_END if self.twins else _END))

    def bar_y(self, place: int, bottom: float) -> float:
        """The y of the bar of a leg, in a channel that ends at ``bottom``."""
        end = _TWIN_END if self.twins else _END
        return bottom - end - (max(self.bar) - self.bar[place]) * _BAR

    def track_y(self, place: int, top: float) -> float:
        """The y of the line of a couple, in a channel that begins at ``top``."""
        return top + _TOP + (self.track[place] + 1) * _TRACK - 5


def channels_of(plan: Plan, at: Mapping[str, float]) -> list[Channel]:
    """One channel above each row and one below the last, with a track for every line."""
    found = [Channel(row) for row in range(len(plan.rows) + 1)]
    for line in plan.beside:
        found[line.row + 1].beside.append(line)
    for leg in plan.legs:
        found[leg.row + 1].legs.append(leg)
    twins = {key for together in plan.family.twins for key in together}
    for channel in found:
        channel.twins = any(
            node in twins for leg in channel.legs for node in leg.below if leg.line is Line.BIRTH
        )
        _feet(channel, at)
        _tracks(channel)
        _entries(channel, at)
        _anchors(channel, at)
        _bars(channel)
    return found


def _feet(channel: Channel, at: Mapping[str, float]) -> None:
    """Where lines leave the bottom of a symbol: to the left the nearest first, to the right the farthest first."""
    leaving: dict[str, list[tuple[tuple[int, float], int]]] = defaultdict(list)
    for place, line in enumerate(channel.beside):
        for one, other in (line.pair, line.pair[::-1]):
            side = -1 if at[other] < at[one] else 1
            leaving[one].append(((side, -at[other]), place))
    for place, leg in enumerate(channel.legs):
        if len(leg.above) == 1 or not _on_couple(channel, leg):
            for node in leg.above[:1]:
                leaving[node].append(
                    ((0, sum(at[n] for n in leg.below) / len(leg.below)), len(channel.beside) + place)
                )
    for node, lines in leaving.items():
        lines.sort()
        step = min(_APART, 30 / max(1, len(lines) - 1))
        for number, (_, place) in enumerate(lines):
            offset = (number - (len(lines) - 1) / 2) * step if is_person(node) else 0.0
            channel.foot[place, node] = at[node] + offset


def _on_couple(channel: Channel, leg: Leg) -> bool:
    return len(leg.above) == 2 and any(
        line.line is Line.COUPLE and set(line.pair) == set(leg.above) for line in channel.beside
    )


def _tracks(channel: Channel) -> None:
    """Short lines of couples above long ones that they lie under."""
    channel.track = [0] * len(channel.beside)
    taken: list[tuple[float, float, int]] = []
    spans = [_span(channel, place) for place in range(len(channel.beside))]
    for place in sorted(range(len(spans)), key=lambda p: (spans[p][1] - spans[p][0], spans[p][0])):
        low, high = spans[place]
        above = [t for left, right, t in taken if left < high + 6 and low - 6 < right]
        channel.track[place] = max(above, default=-1) + 1
        taken.append((low, high, channel.track[place]))


def _span(channel: Channel, place: int) -> tuple[float, float]:
    one, other = (channel.foot[place, node] for node in channel.beside[place].pair)
    return min(one, other), max(one, other)


def _entries(channel: Channel, at: Mapping[str, float]) -> None:
    """Where lines come into the top of a symbol: by birth in the middle, others beside it."""
    coming: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for place, leg in enumerate(channel.legs):
        above = [at[node] for node in leg.above] or [at[node] for node in leg.below]
        for node in leg.below:
            coming[node].append((sum(above) / len(above), place))
    for node, lines in coming.items():
        lines.sort()
        middle = next(
            (n for n, (_, p) in enumerate(lines) if channel.legs[p].line is Line.BIRTH), (len(lines) - 1) / 2
        )
        for number, (_, place) in enumerate(lines):
            offset = (number - middle) * 9 if is_person(node) else 0.0
            channel.entry[place, node] = at[node] + max(-18.0, min(18.0, offset))


def _anchors(channel: Channel, at: Mapping[str, float]) -> None:
    """Where each leg begins: on the line of its couple, under its one parent, or, for a bracket, nowhere."""
    for place, leg in enumerate(channel.legs):
        if not leg.above:
            channel.anchor.append(None)
            continue
        line = next(
            (
                n
                for n, b in enumerate(channel.beside)
                if b.line is Line.COUPLE and set(b.pair) == set(leg.above)
            ),
            None,
        )
        if line is None:
            channel.anchor.append(channel.foot[len(channel.beside) + place, leg.above[0]])
            continue
        low, high = _span(channel, line)
        ends = [channel.entry[place, node] for node in leg.below]
        wished = min(max((min(ends) + max(ends)) / 2, low + 12), high - 12)
        if not min(ends) <= wished <= max(ends):
            wished = (low + high) / 2
        used = [x for (other, _), x in channel.entry.items() if other != place]
        used += [x for (other, _), x in channel.foot.items() if other != line]
        used += [x for x in channel.anchor if x is not None]
        shifts = [0.0, *(sign * step for step in range(7, 90, 7) for sign in (1, -1))]
        free = [
            x
            for s in shifts
            if low + 8 <= (x := wished + s) <= high - 8 and all(abs(x - u) >= 6 for u in used)
        ]
        channel.anchor.append(free[0] if free else wished)


def _bars(channel: Channel) -> None:
    """The order of bars from the top that crosses fewest lines; bars clear of one another share a track."""
    ends = [[channel.entry[place, node] for node in leg.below] for place, leg in enumerate(channel.legs)]
    anchors = channel.anchor
    spans = []
    for place, xs in enumerate(ends):
        anchor = anchors[place]
        every = [*xs, anchor] if anchor is not None else xs
        spans.append((min(every), max(every)))

    def crossings(upper: int, lower: int) -> int:
        low, high = spans[lower]
        count = sum(low < x < high for x in ends[upper])
        anchor = anchors[lower]
        return count + (anchor is not None and spans[upper][0] < anchor < spans[upper][1])

    left, order = list(range(len(ends))), []
    while left:
        first = min(
            left, key=lambda p: (sum(crossings(p, q) - crossings(q, p) for q in left if q != p), spans[p], p)
        )
        order.append(first)
        left.remove(first)
    channel.bar = [0] * len(ends)
    for number, place in enumerate(order):
        low, high = spans[place]
        above = [channel.bar[p] for p in order[:number] if spans[p][0] < high + 8 and low - 8 < spans[p][1]]
        channel.bar[place] = max(above, default=-1) + 1


def runs_of(
    plan: Plan,
    channels: Sequence[Channel],
    tops: Sequence[float],
    at: Mapping[str, float],
    centre: Sequence[float],
    bottoms: Sequence[float],
) -> list[Run]:
    """Every line. ``tops`` are the channels' upper edges, ``centre`` the y of each row's symbols, ``bottoms`` the
    rows' lower edges."""  # fmt: skip
    found = []
    twin_of = {key: together for together in plan.family.twins for key in together}
    for channel in channels:
        top = tops[channel.row]
        bottom = top + channel.height
        for place, line in enumerate(channel.beside):
            y = channel.track_y(place, top)
            one, other = sorted(line.pair, key=lambda key: at[key])
            (a, b), from_y = (channel.foot[place, one], channel.foot[place, other]), centre[line.row]
            points = ((a, from_y), (a, y), (b, y), (b, from_y))
            found.append(Run(line.line, line.of, points, (one,), (other,), channel.track[place]))
        for place, leg in enumerate(channel.legs):
            y, start = channel.bar_y(place, bottom), _start(channel, place, leg, top, centre, bottoms)
            if start is None:
                found += _bracket(channel, place, leg, y, centre[channel.row])
                continue
            for node, ends in zip(leg.below, leg.ends, strict=True):
                x = channel.entry[place, node]
                goal = centre[channel.row] if is_person(node) else bottoms[channel.row]
                together = (
                    [n for n in twin_of.get(node, ()) if n in leg.below] if leg.line is Line.BIRTH else []
                )
                if len(together) > 1:
                    apex = sum(channel.entry[place, n] for n in together) / len(together)
                    points = (start, (start[0], y), (apex, y), (x, centre[channel.row] - HALF))
                else:
                    points = (start, (start[0], y), (x, y), (x, goal))
                found.append(Run(leg.line, leg.of, points, leg.above, ends))
    return found


def _start(
    channel: Channel, place: int, leg: Leg, top: float, centre: Sequence[float], bottoms: Sequence[float]
) -> Point | None:
    x = channel.anchor[place]
    if x is None:
        return None
    for number, line in enumerate(channel.beside):
        if line.line is Line.COUPLE and set(line.pair) == set(leg.above):
            return x, channel.track_y(number, top)
    return x, centre[leg.row] if is_person(leg.above[0]) else bottoms[leg.row]


def _bracket(channel: Channel, place: int, leg: Leg, y: float, goal: float) -> list[Run]:
    nodes = sorted(leg.below, key=lambda node: channel.entry[place, node])
    found = []
    for one, other in pairwise(nodes):
        a, b = channel.entry[place, one], channel.entry[place, other]
        found.append(Run(leg.line, leg.of, ((a, goal), (a, y), (b, y), (b, goal)), (one,), (other,)))
    return found
