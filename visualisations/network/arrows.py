"""Where each baton's arrow leaves and lands, and how it bends, so that arrows can be told apart and followed."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from visualisations.network.family import Box, FamilyPlaces
from visualisations.network.lines import Line
from visualisations.network.ring import CardPlace

Point = tuple[float, float]
#: A place on the edge of a box and the direction out of the box there.
Place = tuple[Point, Point]
_BENDS = (0.0, 0.12, 0.22, 0.34, 0.48)
_LOOP_BENDS = (0.9,)
_SAMPLES = 16
_FROM_A_DOT, _FROM_A_CORNER, _APART, _STAND_OFF = 8, 14, 17, 6
_TOO_FLAT, _FLATNESS_COSTS, _SHARING_COSTS = 0.45, 900.0, 420.0
#: How far an arrow may go outside the boxes, and what each step beyond costs.
_OUTSIDE, _OUTSIDE_COSTS = 24, 40.0


@dataclass(frozen=True)
class Arrow:
    """The two ends of an arrow on the edges of boxes, and vis-network's curve between them."""

    line: Line
    start: Point
    end: Point
    side: str
    roundness: float


def place_arrows(
    lines: Sequence[Line], cards: Sequence[CardPlace], family: FamilyPlaces
) -> tuple[Arrow, ...]:
    """Each arrow, shortest first, on places of its own where that does not lead it astray.

    It bends so as to miss boxes and names where it can.
    """
    by_node = {f"agency:{card.agency_id}": card for card in cards}
    people = {f"person:{place.person_id}": (float(place.x), float(place.y)) for place in family.people}
    middles = people | {node: (card.box.x, card.box.y) for node, card in by_node.items()}
    places = {node: _edge_places(card) for node, card in by_node.items()}
    taken: Counter[Point] = Counter()
    names = [place.around for place in family.people]
    boxes = {node: card.box for node, card in by_node.items()}
    hull = _hull(cards)
    arrows: list[Arrow] = []

    def take(node: str, towards: Point, other: str) -> Point:
        if node in people:
            return people[node]
        inner = other in by_node and _another_between(by_node[node], by_node[other], cards)
        facing = by_node[node].facing
        point, _ = min(
            (place for place in places[node] if not inner or place[1] == facing),
            key=lambda place: (
                round(_awkwardness(place, towards) + _SHARING_COSTS * taken[place[0]], 1),
                place,
            ),
        )
        taken[point] += 1
        return point

    in_order = sorted(
        lines, key=lambda line: (round(math.dist(middles[line.start], middles[line.end])), line.line_id)
    )
    for line in in_order:
        if line.start == line.end and line.start in by_node:
            arrows.append(_bent(line, *_loop(by_node[line.start]), boxes, names, hull, _LOOP_BENDS))
            continue
        start = take(line.start, middles[line.end], line.end)
        arrows.append(_bent(line, start, take(line.end, start, line.start), boxes, names, hull, _BENDS))
    return tuple(sorted(arrows, key=lambda arrow: arrow.line.line_id))


def _another_between(a: CardPlace, b: CardPlace, cards: Sequence[CardPlace]) -> bool:
    """Whether a third box of the same row or column stands between two: the arrow goes round it, on the inner side."""
    if a.facing != b.facing:
        return False
    along = 1 if a.facing[0] else 0
    ends = sorted(((a.box.x, a.box.y)[along], (b.box.x, b.box.y)[along]))
    return any(
        c.facing == a.facing and ends[0] < (c.box.x, c.box.y)[along] < ends[1] and c not in (a, b)
        for c in cards
    )


def _hull(cards: Sequence[CardPlace]) -> Box:
    """The rectangle about the boxes of all agencies."""
    left = min((card.box.x - card.box.width / 2 for card in cards), default=0.0)
    right = max((card.box.x + card.box.width / 2 for card in cards), default=0.0)
    top = min((card.box.y - card.box.height / 2 for card in cards), default=0.0)
    bottom = max((card.box.y + card.box.height / 2 for card in cards), default=0.0)
    return Box((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)


def control_point(arrow: Arrow) -> Point:
    """The control point of the arrow's quadratic curve."""
    return _control(arrow.side, arrow.roundness, arrow.start, arrow.end)


def middle_of(arrow: Arrow) -> Point:
    """The point half-way along the arrow's curve."""
    control = control_point(arrow)
    (ax, ay), (bx, by) = arrow.start, arrow.end
    return (ax + 2 * control[0] + bx) / 4, (ay + 2 * control[1] + by) / 4


def _edge_places(card: CardPlace) -> list[Place]:
    """Places just off a box's edge for arrows: top, bottom, and the inner side away from the dots.

    Of a box in a column only the half of top and bottom that is nearer to the family.
    """
    box = card.box
    left, top = box.x - box.width / 2, box.y - box.height / 2
    steps = int((box.width - 2 * _FROM_A_CORNER) // _APART)
    along = [left + _FROM_A_CORNER + i * (box.width - 2 * _FROM_A_CORNER) / steps for i in range(steps + 1)]
    places: list[Place] = []
    if card.facing[0]:
        along = [x for x in along if (x - box.x) * card.facing[0] >= 0]
    for x in along:
        places.append(((round(x, 1), top - _STAND_OFF), (0.0, -1.0)))
        places.append(((round(x, 1), top + box.height + _STAND_OFF), (0.0, 1.0)))
    out = -1.0 if card.side == "left" else 1.0
    down = top + _FROM_A_CORNER / 2
    while down <= top + box.height - _FROM_A_CORNER / 2:
        if all(abs(down - worker.y) >= _FROM_A_DOT for worker in card.workers):
            places.append(((box.x + out * (box.width / 2 + _STAND_OFF), round(down, 1)), (out, 0.0)))
            down += _APART / 2
        else:
            down += 2
    return places


def _awkwardness(place: Place, towards: Point) -> float:
    """How far a place is from where its arrow goes, more where the arrow would run along the edge."""
    (x, y), (out_x, out_y) = place
    distance = math.dist((x, y), towards)
    steepness = ((towards[0] - x) * out_x + (towards[1] - y) * out_y) / (distance or 1.0)
    return distance + _FLATNESS_COSTS * max(0.0, _TOO_FLAT - steepness)


def _loop(card: CardPlace) -> tuple[Point, Point]:
    """Two places on the outer side of a box, for what an agency passed to itself."""
    out = 1.0 if card.side == "left" else -1.0
    x = card.box.x + out * (card.box.width / 2 + 2)
    return (x, card.box.y - 11), (x + out * _STAND_OFF, card.box.y + 11)


def _bent(
    line: Line,
    start: Point,
    end: Point,
    boxes: Mapping[str, Box],
    names: Sequence[Box],
    hull: Box,
    bends: Sequence[float],
) -> Arrow:
    """The curve that crosses the fewest boxes and names; among equals the straightest."""
    own = {line.start, line.end}
    costly = [(_edges(box, 12 if node in own else 6), 4.0) for node, box in boxes.items()]
    costly += [(_edges(box, 0), 1.5) for box in names]
    left, right, top, bottom = _edges(hull, _OUTSIDE)
    best = (math.inf, 0.0, "")
    for roundness in bends:
        if best[0] <= 12 * roundness:
            break
        for side in ("curvedCW", "curvedCCW"):
            points = _along(start, _control(side, roundness, start, end), end)
            cost = 12 * roundness
            cost += sum(_OUTSIDE_COSTS for x, y in points if not (left < x < right and top < y < bottom))
            xs, ys = [x for x, _ in points], [y for _, y in points]
            low_x, high_x, low_y, high_y = min(xs), max(xs), min(ys), max(ys)
            for (x1, x2, y1, y2), each in costly:
                if x1 < high_x and x2 > low_x and y1 < high_y and y2 > low_y:
                    cost += each * sum(x1 < x < x2 and y1 < y < y2 for x, y in points)
            best = min(best, (round(cost, 3), roundness, side))
    return Arrow(line, start, end, best[2], best[1])


def _edges(box: Box, more: float) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of a box that is ``more`` wider on every side."""
    across, down = box.width / 2 + more, box.height / 2 + more
    return box.x - across, box.x + across, box.y - down, box.y + down


def _control(side: str, roundness: float, start: Point, end: Point) -> Point:
    """The control point of vis-network's curve of this kind, by its own formula."""
    across, up = end[0] - start[0], start[1] - end[1]
    factor = 0.5 * (roundness if side == "curvedCW" else -roundness) + 0.5
    angle = math.atan2(up, across) + factor * math.pi
    length = (0.5 * roundness + 0.5) * math.hypot(across, up)
    return start[0] + length * math.sin(angle), start[1] + length * math.cos(angle)


def _along(start: Point, control: Point, end: Point) -> list[Point]:
    """Points along a quadratic curve, its ends left out."""
    found = []
    for step in range(1, _SAMPLES):
        t = step / _SAMPLES
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        found.append((a * start[0] + b * control[0] + c * end[0], a * start[1] + b * control[1] + c * end[1]))
    return found
