"""One lane: an agency's notes on a person over time, those of one pattern close together drawn as one with a count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from visualisations.drawing.svg import INK, element, group, text, together
from visualisations.drawing.text_width import text_width
from visualisations.drawing.time_axis import TimeAxis
from visualisations.engagement.noted import Noted
from visualisations.engagement.patterns import NOT_MADE, PATTERNS, SIZE, Pattern, draw_pattern, draw_tick

LINE, TICKS, EDGE = 22.0, 14.0, 4.0
#: Ticks nearer than this are drawn as one.
_TICKS_APART = 5.0


@dataclass
class _Cluster:
    """Notes of one pattern drawn as one: where it stands, how far its days reach, and the line it is on."""

    pattern: Pattern
    noted: list[Noted] = field(default_factory=list)
    x: float = 0.0
    from_x: float = 0.0
    to_x: float = 0.0
    line: int = 0

    @property
    def partial(self) -> bool:
        """Whether any has a day that is not known exactly."""
        return any(one.first != one.last for one in self.noted)


@dataclass(frozen=True)
class DrawnLane:
    """The shapes of a lane from its top, and its height."""

    shapes: Markup
    height: float


def draw_lane(noted: Sequence[Noted], axis: TimeAxis) -> DrawnLane:
    """A lane: patterns on as many lines as they need, and contacts not made as ticks beneath them."""
    patterns = _placed(
        [c for p in PATTERNS.values() if p.name != NOT_MADE for c in _clusters(noted, p, axis)]
    )
    lines = max((cluster.line for cluster in patterns), default=-1) + 1
    ticks = _clusters(noted, PATTERNS[NOT_MADE], axis)
    below = EDGE + lines * LINE
    shapes = [_pattern(cluster, EDGE + cluster.line * LINE + LINE / 2 - 1) for cluster in patterns]
    shapes += [_tick(cluster, below) for cluster in ticks]
    return DrawnLane(together(shapes), max(below + (TICKS if ticks else 0) + 2, 22.0))


def _clusters(noted: Sequence[Noted], pattern: Pattern, axis: TimeAxis) -> list[_Cluster]:
    """The notes of one pattern in clusters, each within reach of the one before."""
    apart = _TICKS_APART if pattern.name == NOT_MADE else SIZE + 1
    found: list[_Cluster] = []
    for one in noted:
        if one.pattern is not pattern or one.first is None or one.last is None:
            continue
        if one.last < axis.first or one.first > axis.last:
            continue
        first, last = axis.middle(max(one.first, axis.first)), axis.middle(min(one.last, axis.last))
        x = (first + last) / 2
        same_kind = found and found[-1].partial == (one.first != one.last)
        if found and same_kind and abs(x - found[-1].x) < apart + (0 if len(found[-1].noted) == 1 else 8):
            cluster = found[-1]
            cluster.noted.append(one)
            cluster.to_x, cluster.from_x = max(cluster.to_x, last), min(cluster.from_x, first)
        else:
            found.append(_Cluster(pattern, [one], x, first, last))
    return found


def _placed(clusters: list[_Cluster]) -> list[_Cluster]:
    """Each cluster on the first line with room; a span of days takes room from end to end."""
    free: list[float] = []
    for cluster in sorted(clusters, key=lambda c: (min(c.from_x, c.x), c.noted[0].mark.mark_id)):
        half = SIZE / 2 + 2
        left = min(cluster.x - half, cluster.from_x if cluster.partial else cluster.x)
        right = max(cluster.x + half + _count_width(cluster), cluster.to_x if cluster.partial else cluster.x)
        line = next((n for n, end in enumerate(free) if end <= left), len(free))
        if line == len(free):
            free.append(0.0)
        free[line] = right + 1
        cluster.line = line
    return clusters


def _count_width(cluster: _Cluster) -> float:
    number = len(cluster.noted)
    return text_width(str(number), 11, bold=True) + 2 if number > 1 else 0.0


def _pattern(cluster: _Cluster, y: float) -> Markup:
    drawn = draw_pattern(cluster.pattern, cluster.x, y, open_ends=cluster.partial)
    span = None
    if cluster.partial and cluster.to_x - cluster.from_x > SIZE:
        from_x, to_x = cluster.from_x, cluster.to_x
        path = f"M{from_x:.2f} {y - 4:.2f}v8M{from_x:.2f} {y:.2f}H{to_x:.2f}M{to_x:.2f} {y - 4:.2f}v8"
        span = element(
            "path", d=path, stroke=cluster.pattern.colour, stroke_width=1.4, stroke_dasharray="3 2"
        )
    count = None
    if len(cluster.noted) > 1:
        count = text(
            str(len(cluster.noted)),
            cluster.x + SIZE / 2 + 2,
            y + 4,
            size=11,
            fill=INK,
            bold="yes",
            data_count="yes",
        )
    return _marked(cluster, span, drawn, count)


def _tick(cluster: _Cluster, y: float) -> Markup:
    if cluster.partial:
        return _marked(cluster, draw_tick(cluster.from_x, cluster.to_x, y, open_ends=True))
    xs = [cluster.x, cluster.to_x]
    return _marked(cluster, draw_tick(min(xs), max(xs), y))


def _marked(cluster: _Cluster, *shapes: Markup | None) -> Markup:
    ids = [one.mark.mark_id for one in cluster.noted]
    one = len(ids) == 1
    return group(*shapes, data_mark=ids[0] if one else None, data_group=None if one else " ".join(ids))


def days_of(noted: Sequence[Noted]) -> list[dt.date]:
    """Every day that any of these may have been."""
    return [day for one in noted for day in (one.first, one.last) if day]
