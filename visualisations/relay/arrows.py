"""Batons as arrows: where each leaves and lands so that all can be told apart, and which stand for several."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from visualisations.drawing.svg import QUIET
from visualisations.drawing.text_width import text_width
from visualisations.relay import shapes
from visualisations.relay.events import LOOKS, BatonDrawn
from visualisations.relay.lanes import NOBODY
from visualisations.relay.plane import LANES, Level, Plane, Taken
from visualisations.relay.shapes import tenth
from visualisations.relay.waits import Days, Wait

#: Pixels between two ends on one rail and to the edge of the lanes, and the shifts tried to keep them so.
_APART, _EDGE = 5.5, 5
_SHIFTS = (0, 6, -6, 12, -12, 18, -18)
#: From this many pixels a day every baton has its own arrow; farther out batons of one kind share one, in steps of
#: so many pixels, the first at which no more than ``_CROWD`` arrows are on a screen.
_SINGLE_FROM, _CROWD, _FAINT_FROM = 4.0, 110, 95
_STEPS = (12, 24, 48, 74, 111)
_STUB, _BEND, _BRACKET_FROM = 15, 5, 10
#: How far to the side of its lane's end the question mark of a stub may stand.
_ASIDE = (8, -8, 18, -18, 28, -28)
_BADGE, _BADGE_SIZE = 14, 11
_ORDER = {look.key: place for place, (look, _) in enumerate(LOOKS)}


@dataclass
class _Bundle:
    """Batons drawn as one arrow: the same lanes, the same look, near in time."""

    batons: list[BatonDrawn]
    x: float = 0
    to_x: float = 0

    @property
    def first(self) -> BatonDrawn:
        """The one that stands for the others."""
        return self.batons[0]


@dataclass
class _Rails:
    """The places on each rail where an arrow already leaves or lands, of lanes ``width`` pixels wide."""

    width: float
    taken: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))

    def place(self, lane: int, x: float) -> float:
        """A place near ``x`` that no other arrow has; ``x`` where all near it are taken."""
        taken = self.taken[lane]
        for shift in _SHIFTS:
            wanted = x + shift
            at = bisect_left(taken, wanted - _APART)
            if _EDGE <= wanted <= self.width - _EDGE and (at == len(taken) or taken[at] > wanted + _APART):
                insort(taken, wanted)
                return wanted
        return x


def draw_batons(batons: Iterable[BatonDrawn], plane: Plane, level: Level, taken: Taken) -> Markup:
    """All dated batons of one level, those of which least is known on top.

    Where more than ``_FAINT_FROM`` arrows are on a screen only their ends are drawn in full.
    """
    place = plane.place
    shown = [b for b in batons if b.days and (b.sender in place or b.receiver in place)]
    rails = _Rails(level.width)
    bundles = _bundles(shown, level)
    for bundle in bundles:
        _stand(bundle, level, place, rails)
    bundles.sort(key=lambda one: (_ORDER[one.first.look.key], one.x, one.first.mark_id))
    faint = len(bundles) / max(1.0, level.width / LANES) > _FAINT_FROM
    parts: dict[str, list[str]] = {look.key: [] for look, _ in LOOKS}
    for bundle in bundles:
        parts[bundle.first.look.key].append(_drawn(bundle, plane, level, taken, faint))
    for bundle in bundles:
        _keep_clear(bundle, plane, taken)
    return shapes.svg_of(
        "".join(shapes.look_group(look, "".join(parts[look.key])) for look, _ in LOOKS if parts[look.key])
    )


def _keep_clear(bundle: _Bundle, plane: Plane, taken: Taken) -> None:
    """Keep words in the lanes off the line of an arrow."""
    lanes = sorted(
        plane.place[key] for key in (bundle.first.sender, bundle.first.receiver) if key in plane.place
    )
    for lane in range(lanes[0], lanes[-1] + 1):
        y = plane.y(lane, "not_seen")
        left, right = sorted((bundle.x, bundle.to_x))
        taken.take((left - 8, y - 9, right + 8, y + 9))


def _bundles(batons: Sequence[BatonDrawn], level: Level) -> list[_Bundle]:
    """Batons in order of time, as one arrow each or in bundles."""
    ordered = sorted(batons, key=lambda b: (_x(b.days, level), b.mark_id))
    if level.axis.day_width >= _SINGLE_FROM:
        return [_Bundle([baton]) for baton in ordered]
    screens = max(1.0, level.width / LANES)
    bundles: list[_Bundle] = []
    for step in _STEPS:
        found: dict[tuple[int, str, str, str], list[BatonDrawn]] = {}
        for baton in ordered:
            key = (int(_x(baton.days, level) // step), baton.sender, baton.receiver, baton.look.key)
            found.setdefault(key, []).append(baton)
        bundles = [_Bundle(same) for same in found.values()]
        if len(bundles) / screens <= _CROWD:
            break
    return bundles


def _x(days: Days | None, level: Level) -> float:
    """The middle of some days."""
    first, last = days or (level.axis.first, level.axis.first)
    return (level.axis.x(first) + level.axis.x(last) + level.axis.day_width) / 2


def _stand(bundle: _Bundle, level: Level, place: dict[str, int], rails: _Rails) -> None:
    """Give a bundle its places on the rails."""
    baton = bundle.first
    x = sum(_x(b.days, level) for b in bundle.batons) / len(bundle.batons)
    landed = [_x(b.landed, level) for b in bundle.batons if b.landed and not b.wait]
    to_x = sum(landed) / len(landed) if landed else x
    bundle.x, bundle.to_x = x, to_x
    if baton.sender in place:
        bundle.x = rails.place(place[baton.sender], x)
    if baton.receiver in place and baton.receiver != baton.sender:
        bundle.to_x = rails.place(place[baton.receiver], to_x if landed else bundle.x)


def _wait(bundle: _Bundle, level: Level, y: float) -> str:
    """The wait of a late baton; of several, the longest."""
    waits = [b.wait for b in bundle.batons if b.wait]
    if not waits:
        return ""
    ends = [_wait_ends(wait, level) for wait in waits]
    return shapes.wait(bundle.to_x, max(sure for sure, _ in ends), max(most for _, most in ends), y)


def _wait_ends(wait: Wait, level: Level) -> tuple[float, float]:
    """How far a wait surely reached, and how far it may have; 0 where it is not sure that there was one."""
    first, last = wait.until
    if first == last:
        middle = level.axis.middle(first)
        return (middle if wait.certain else 0.0), middle
    return (level.axis.x(first) if wait.certain else 0.0), level.axis.x(last) + level.axis.day_width


def _drawn(bundle: _Bundle, plane: Plane, level: Level, taken: Taken, faint: bool) -> str:
    """One arrow, stub or bundle with everything that belongs to it."""
    place, baton = plane.place, bundle.first
    ids = " ".join(one.mark_id for one in bundle.batons)
    ends = [place[key] for key in (baton.sender, baton.receiver) if key in place]
    rails = [plane.y(end, "rail") for end in ends]
    across = len(ends) == 2 and ends[0] != ends[1]
    parts = ""
    if baton.receiver in place:
        parts += _wait(bundle, level, rails[-1])
    parts += (
        _across(bundle, rails[0], rails[1], taken, faint)
        if across
        else _stub(bundle, rails[0], place, taken, level.width)
    )
    if baton.sender in place or not baton.landed:
        parts += _bracket([b.days for b in bundle.batons], level, rails[0])
    if across and not baton.wait:
        parts += _bracket([b.landed for b in bundle.batons], level, rails[1])
    name = "data-mark" if len(bundle.batons) == 1 else "data-group"
    at = " ".join(dict.fromkeys(map(str, ends)))
    return f'<g {name}="{ids}" data-ends="{at}">{parts}</g>'


def _bracket(days: Sequence[Days | None], level: Level, y: float) -> str:
    """The bracket of a partial date; several batons in a bundle have none, as their days stand in the panel."""
    if len(days) != 1 or days[0] is None or days[0][0] == days[0][1]:
        return ""
    left, right = level.axis.x(days[0][0]), level.axis.x(days[0][1]) + level.axis.day_width
    return shapes.bracket(left, right, y) if right - left >= _BRACKET_FROM else ""


def _across(bundle: _Bundle, y: float, to_y: float, taken: Taken, faint: bool) -> str:
    """An arrow from lane to lane."""
    look, down = bundle.first.look, to_y > y
    stop = to_y - (1 if down else -1) * shapes.SHORT_OF[look.end]
    several = len(bundle.batons) > 1
    if faint:
        drawn = shapes.faint_line(look, bundle.x, y, bundle.to_x, stop)
    else:
        bend = 0 if abs(bundle.to_x - bundle.x) > 2 * _BEND else _BEND * (1 if down else -1)
        drawn = shapes.line(look, bundle.x, y, bundle.to_x, stop, bend=bend, several=several)
    return (
        f"{drawn}{shapes.foot(look, bundle.x, y)}{shapes.end(look, bundle.to_x, stop, down)}"
        f"{_badge(bundle, y, stop, taken) if several else ''}"
    )


def _stub(bundle: _Bundle, y: float, place: dict[str, int], taken: Taken, width: float) -> str:
    """A short line with a question mark where the records name no agency; a loop from a lane to itself."""
    baton, look, top = bundle.first, bundle.first.look, y - _STUB
    known_end = baton.sender in place
    x = bundle.x if known_end else bundle.to_x
    if baton.sender == baton.receiver and baton.sender != NOBODY:
        return shapes.loop(look, x, y) + shapes.foot(look, x, y) + shapes.end(look, x + 14, y - 1, True)
    aside = next(
        (a for a in _ASIDE if 9 < x + a < width - 9 and taken.free((x + a - 8, top - 8, x + a + 8, top + 8))),
        _ASIDE[0],
    )
    taken.take((x + aside - 8, top - 8, x + aside + 8, top + 8))
    if known_end:
        drawn = shapes.line(look, x, y, x + aside, top) + shapes.foot(look, x, y)
    else:
        drawn = shapes.line(look, x + aside, top, x, y) + shapes.end(look, x, y, True)
    return drawn + shapes.loose(x + aside, top)


def _badge(bundle: _Bundle, y: float, to_y: float, taken: Taken) -> str:
    """The count of a bundle, at the first place along its line where no other words stand."""
    words, look = str(len(bundle.batons)), bundle.first.look
    half = text_width(words, _BADGE_SIZE, bold=True) / 2 + 4
    for share in (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8):
        x, middle = bundle.x + (bundle.to_x - bundle.x) * share, y + (to_y - y) * share
        box = (x - half, middle - _BADGE / 2, x + half, middle + _BADGE / 2)
        if taken.free(box):
            taken.take(box)
            break
    else:
        return ""
    ink = look.colour if look.end != "vee" else QUIET
    return (
        f'<rect fill="#fff" stroke-width="1" x="{tenth(box[0])}" y="{tenth(box[1])}" width="{tenth(2 * half)}" '
        f'height="{_BADGE}" rx="3"/><text stroke="none" fill="{ink}" x="{tenth(x)}" y="{tenth(middle + 4)}" '
        f'font-size="{_BADGE_SIZE}" font-weight="bold" text-anchor="middle" data-count="1">{words}</text>'
    )
