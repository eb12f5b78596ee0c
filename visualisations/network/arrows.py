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
_SAMPLES = 18
_FROM_A_DOT, _FROM_A_CORNER, _APART, _STAND_OFF = 8, 14, 17, 6
_TOO_FLAT, _FLATNESS_COSTS, _SHARING_COSTS = 0.45, 500.0, 420.0


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
    arrows: list[Arrow] = []

    def take(node: str, towards: Point) -> Point:
        if node in people:
            return people[node]
        point, _ = min(
            places[node],
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
            arrows.append(_bent(line, *_loop(by_node[line.start]), boxes, names, _LOOP_BENDS))
            continue
        start = take(line.start, middles[line.end])
        arrows.append(_bent(line, start, take(line.end, start), boxes, names, _BENDS))
    return tuple(sorted(arrows, key=lambda arrow: arrow.line.line_id))


def _edge_places(card: CardPlace) -> list[Place]:
    """Places just off a box's edge for arrows: top, bottom, and the inner side away from the dots."""
    box = card.box
    left, top = box.x - box.width / 2, box.y - box.height / 2
    steps = int((box.width - 2 * _FROM_A_CORNER) // _APART)
    along = [left + _FROM_A_CORNER + i * (box.width - 2 * _FROM_A_CORNER) / steps for i in range(steps + 1)]
    places: list[Place] = []
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
    bends: Sequence[float],
) -> Arrow:
    """The curve that crosses the fewest boxes and names; among equals the straightest."""
    best: tuple[float, float, str] | None = None
    for roundness in bends:
        for side in ("curvedCW", "curvedCCW"):
            points = _along(start, _control(side, roundness, start, end), end)
            cost = 12 * roundness
            for node, box in boxes.items():
                margin = -12 if node in {line.start, line.end} else -6
                cost += sum(4.0 for point in points[1:-1] if _inside(point, box, margin))
            cost += sum(1.5 for box in names for point in points if _inside(point, box, 0))
            choice = (round(cost, 3), roundness, side)
            best = choice if best is None else min(best, choice)
    if best is None:
        raise ValueError("an arrow needs at least one bend to choose from")
    return Arrow(line, start, end, best[2], best[1])


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


def _inside(point: Point, box: Box, margin: float) -> bool:
    """Whether a point lies in a box, its outermost ``margin`` pixels left out."""
    across, down = box.width / 2 - margin, box.height / 2 - margin
    return abs(point[0] - box.x) < across and abs(point[1] - box.y) < down
