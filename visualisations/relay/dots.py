"""Contacts as dots: single where there is room, else groups with their count; partial dates as spans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from visualisations.drawing.text_width import text_width
from visualisations.relay.events import MISSED, SEEN, ContactDrawn
from visualisations.relay.plane import Level, Plane, Taken
from visualisations.relay.shapes import svg_of, tenth

RADIUS, CROSS, PILL, COUNT_SIZE = 4.6, 3.6, 13, 11
#: Pixels from one dot to the next, and the width from which a partial date is drawn as a span.
_APART, _SPAN_FROM = 11, 15


@dataclass
class _Heap:
    """Dots that stand for one another: one dot, or a group."""

    x: float
    ids: list[str]

    @property
    def half(self) -> float:
        """Half the width of what is drawn."""
        return _half(len(self.ids))


def draw_contacts(contacts: Iterable[ContactDrawn], plane: Plane, level: Level, taken: Taken) -> Markup:
    """All dated contacts of one level, spans below and dots above them; where they stand is noted in ``taken``."""
    place = plane.place
    rows: dict[tuple[int, str], list[ContactDrawn]] = defaultdict(list)
    for contact in contacts:
        if contact.days and contact.lane in place:
            rows[place[contact.lane], contact.shows].append(contact)
    parts = []
    for (lane, shows), found in sorted(rows.items()):
        y = plane.y(lane, shows)
        colour = plane.lanes[lane].colour
        spans = [c for c in found if _width(c, level) > _SPAN_FROM]
        dots = [c for c in found if _width(c, level) <= _SPAN_FROM]
        drawn = [*_spans(spans, level, y, shows)]
        drawn += [_drawn(heap, y, shows, colour, taken) for heap in _heaps(dots, level)]
        parts.append(f"<g {_colours(shows, colour)}>{''.join(drawn)}</g>")
    return svg_of("".join(parts))


def _colours(shows: str, colour: str) -> str:
    return f'fill="{colour if shows == SEEN else "#fff"}" stroke="{colour}" stroke-width="1.8"'


def _width(contact: ContactDrawn, level: Level) -> float:
    first, last = contact.days or (level.axis.first, level.axis.first)
    return (last - first).days * level.axis.day_width


def _heaps(contacts: Sequence[ContactDrawn], level: Level) -> list[_Heap]:
    """Contacts of one row from left to right, those that would overlap in one heap."""
    day = level.axis.day_width
    at: dict[float, list[str]] = defaultdict(list)
    for contact in contacts:
        if contact.days:
            first, last = contact.days
            at[(level.axis.x(first) + level.axis.x(last) + day) / 2].append(contact.mark_id)
    heaps: list[_Heap] = []
    for x in sorted(at):
        ids = at[x]
        if len(ids) > 1 and day >= _APART * len(ids):
            new = [_Heap(x + (k + 0.5 - len(ids) / 2) * _APART, [one]) for k, one in enumerate(ids)]
        else:
            new = [_Heap(x, ids)]
        for heap in new:
            heaps.append(heap)
            while len(heaps) > 1 and heaps[-1].x - heaps[-2].x < heaps[-1].half + heaps[-2].half - 0.01:
                right, left = heaps.pop(), heaps.pop()
                ids = left.ids + right.ids
                middle = (left.x * len(left.ids) + right.x * len(right.ids)) / len(ids)
                heaps.append(_Heap(middle, ids))
    return heaps


def _half(count: int) -> float:
    return _APART / 2 if count == 1 else text_width(str(count), COUNT_SIZE) / 2 + 5


def _drawn(heap: _Heap, y: float, shows: str, colour: str, taken: Taken) -> str:
    half, words = heap.half, str(len(heap.ids))
    taken.take((heap.x - half, y - 7, heap.x + half, y + 7))
    if len(heap.ids) == 1:
        return _dot(heap.x, y, shows, f' data-mark="{heap.ids[0]}"')
    group = f'<g data-group="{" ".join(heap.ids)}">'
    count = f'stroke="none" font-size="{COUNT_SIZE}" y="{tenth(y + 4)}" data-count="1">{words}</text></g>'
    if shows == MISSED:
        return (
            f'{group}<path d="{_cross(heap.x - half + CROSS + 1, y)}"/><text fill="{colour}" '
            f'x="{tenth(heap.x - half + 2 * CROSS + 3.5)}" {count}'
        )
    return (
        f'{group}<rect x="{tenth(heap.x - half)}" y="{tenth(y - PILL / 2)}" width="{tenth(2 * half)}" height="{PILL}" '
        f'rx="{PILL / 2}"/><text fill="{"#fff" if shows == SEEN else colour}" text-anchor="middle" '
        f'x="{tenth(heap.x)}" {count}'
    )


def dot(x: float, y: float, shows: str, colour: str) -> Markup:
    """One contact by itself, for the key."""
    return svg_of(f"<g {_colours(shows, colour)}>{_dot(x, y, shows, '')}</g>")


def _dot(x: float, y: float, shows: str, mark: str) -> str:
    """A contact: filled when a child was seen, hollow when none is recorded as seen, a cross when missed."""
    if shows != MISSED:
        return f'<circle cx="{tenth(x)}" cy="{tenth(y)}" r="{RADIUS}"{mark}/>'
    return f'<g{mark}><circle stroke="none" cx="{tenth(x)}" cy="{tenth(y)}" r="6"/><path d="{_cross(x, y)}"/></g>'


def _cross(x: float, y: float) -> str:
    """The path of the small cross of a missed contact."""
    step = 2 * CROSS
    return f"M{tenth(x - CROSS)} {tenth(y - CROSS)}l{step} {step}m0 -{step}l-{step} {step}"


def _spans(contacts: Sequence[ContactDrawn], level: Level, y: float, shows: str) -> list[str]:
    """Partial dates as bars over their days; where bars meet, each next one is a little lower."""
    parts = []
    ends: list[float] = []
    ordered = sorted((c.days, c.mark_id) for c in contacts if c.days)
    dashed = ' stroke-dasharray="3 2"' if shows == MISSED else ""
    for (first, last), mark_id in ordered:
        left, right = level.axis.x(first), level.axis.x(last) + level.axis.day_width
        track = next((k for k, end in enumerate(ends) if end < left - 2), len(ends))
        ends[track : track + 1] = [right]
        middle = y + (0, -4, 4)[track % 3]
        parts.append(
            f'<rect x="{tenth(left)}" y="{tenth(middle - 2.5)}" width="{tenth(right - left)}" height="5" rx="2.5" '
            f'stroke-width="1.4"{dashed} data-mark="{mark_id}"/>'
        )
    return parts
