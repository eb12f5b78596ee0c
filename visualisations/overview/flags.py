"""Key moments as flags along the strip: their labels never lie over one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from visualisations.drawing.svg import INK, element, group, text
from visualisations.drawing.text_width import text_width, wrap
from visualisations.drawing.time_axis import TimeAxis
from visualisations.overview.moments import Moment

_LANE = 13.0
_LANES = 4
_SIZE = 11.5
_WIDEST = 190.0
_AIR = 6.0
_COLOUR = "#5B2A86"


@dataclass(frozen=True)
class _Flag:
    """A moment with its pole at ``x``, its lane, and its label from ``left`` to ``right``; no label, no width."""

    moment: Moment
    x: float
    lane: int
    left: float
    right: float
    label: str


def draw_flags(moments: Sequence[Moment], axis: TimeAxis, top: float) -> tuple[Markup, float, int]:
    """The flags from ``top`` down, their height together, and how many have no room for a label."""
    flags: list[_Flag] = []
    for moment in moments:
        flags.append(_place(moment, _pole(moment, axis), axis, flags))
    if not flags:
        return group(), 0.0, 0
    height = (1 + max(flag.lane for flag in flags)) * _LANE + 6
    drawn = group(*(_drawn(axis, flag, top, height) for flag in flags), data_row="moments")
    return drawn, height, sum(not flag.label for flag in flags)


def _place(moment: Moment, x: float, axis: TimeAxis, before: Sequence[_Flag]) -> _Flag:
    """The highest place for a flag where no label lies on another and, if it can be, no pole crosses a label."""
    label = next(iter(wrap(moment.label, _WIDEST, _SIZE, lines=1)), "?")
    across = text_width(label, _SIZE)
    free = [
        _Flag(moment, x, lane, left, left + across, label)
        for lane in range(_LANES)
        for left in (x + 7, x - 7 - across)
        if left >= axis.left
        and left + across <= axis.left + axis.width
        and not any(
            o.lane == lane and o.left < left + across + _AIR and left - _AIR < o.right for o in before
        )
    ]
    clear = [flag for flag in free if not any(_crosses(flag, other) for other in before)]
    return next(iter(clear or free), None) or _Flag(moment, x, _LANES - 1, x, x, "")


def _crosses(flag: _Flag, other: _Flag) -> bool:
    """Whether the pole of the flag that hangs higher runs through the label of the one below."""
    above, below = (flag, other) if flag.lane <= other.lane else (other, flag)
    return below.left - 2 < above.x < below.right + 2


def _pole(moment: Moment, axis: TimeAxis) -> float:
    first = max(axis.first, moment.on.earliest or axis.first)
    last = min(axis.last, moment.on.latest or axis.last)
    return (axis.x(first) + axis.x(last) + axis.day_width) / 2


def _drawn(axis: TimeAxis, flag: _Flag, top: float, height: float) -> Markup:
    """A pole with its flag and label; a date no closer than some days is a bracket over those days."""
    moment, x = flag.moment, flag.x
    begin = axis.x(max(axis.first, moment.on.earliest or axis.first))
    end = axis.x(min(axis.last, moment.on.latest or axis.last)) + axis.day_width
    y, foot = top + flag.lane * _LANE, top + height - 2
    wide = end - begin > 4
    pennant = "l6 3.5l-6 3.5z" if not flag.label or flag.left > x else "l-6 3.5l6 3.5z"
    return group(
        element("rect", x=flag.left if flag.label else x - 4, y=y, width=max(flag.right - flag.left, 8),
                height=_LANE - 1, fill="#fff", fill_opacity=0.85 if flag.label else 0),
        element("path", d=f"M{x:.1f} {y + 2:.1f}V{foot:.1f}", stroke=_COLOUR, stroke_width=1.3),
        element("path", d=f"M{begin:.1f} {foot - 4:.1f}V{foot:.1f}H{end:.1f}V{foot - 4:.1f}", fill="none",
                stroke=_COLOUR, stroke_width=1.3)
        if wide else element("circle", cx=x, cy=foot - 1, r=2.4, fill=_COLOUR),
        element("path", d=f"M{x:.1f} {y + 2:.1f}{pennant}", fill=_COLOUR),
        text(flag.label, flag.left, y + 10.5, size=_SIZE, fill=INK) if flag.label else None,
        data_mark=moment.mark_id,
    )  # fmt: skip
