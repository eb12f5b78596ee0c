"""Where the agencies stand in the network picture: boxes spaced round a fixed oval about the family."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from visualisations.drawing.agency_look import in_order
from visualisations.drawing.text_width import wrap
from visualisations.network.family import Box, FamilyPlaces
from visualisations.records.shown import AgencyShown, ProfessionalShown, Records

CARD_WIDTH = 190
HEADER_SIZE, WORKER_SIZE, LINE = 15, 13, 16
_PAD = 9
_ASPECT = 1.62
_SMALLEST_GAP, _FAMILY_GAP = 18, 26
_STEPS = 720
#: How many rows a box has at most, by how many agencies there are.
_ROWS = ((8, 6), (12, 4), (18, 3))
_EXPONENTS = (2.2, 2.8, 3.6, 5.0, 8.0)


@dataclass(frozen=True)
class WorkerPlace:
    """A row of an agency's box: its dot on the inner edge and its lines of text.

    ``professional_ids`` has one professional, or all those behind a row that says "and 7 more".
    """

    node_id: str
    professional_ids: tuple[str, ...]
    x: float
    y: float
    lines: tuple[str, ...]


@dataclass(frozen=True)
class CardPlace:
    """An agency's box; ``side`` is the edge the dots stand on, the one that faces the family."""

    agency_id: str
    box: Box
    name_lines: tuple[str, ...]
    side: str
    workers: tuple[WorkerPlace, ...]


@dataclass(frozen=True)
class _Card:
    """A box before it has a place."""

    agency: AgencyShown
    name_lines: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]

    @cached_property
    def height(self) -> int:
        """Height in pixels: the heading, then each row."""
        rows = sum(_row_height(lines) for _, _, lines in self.rows)
        return 2 * _PAD + len(self.name_lines) * (LINE + 2) + rows - (0 if rows else 4)


def _row_height(lines: tuple[str, ...]) -> int:
    """Height of a professional's row."""
    return len(lines) * LINE + 5


def place_ring(picture: Records, family: FamilyPlaces) -> tuple[CardPlace, ...]:
    """A fixed place for every agency, in order of whom it works with first, then sector and name."""
    cards = _cards(picture)
    if not cards:
        return ()
    tallest = max(card.height for card in cards)
    middle = [*(home.box for home in family.households), *(place.around for place in family.people)]
    half_width = max(family.width / 2 + CARD_WIDTH / 2 + _FAMILY_GAP, 330.0)
    half_height = max(family.height / 2 + tallest / 2 + _FAMILY_GAP, 200.0)
    half_width = max(half_width, (half_height + tallest / 2) * _ASPECT - CARD_WIDTH / 2)
    half_height = max(half_height, (half_width + CARD_WIDTH / 2) / _ASPECT - tallest / 2)
    while True:
        for exponent in _EXPONENTS:
            curve = _oval(half_width, half_height, exponent)
            if _walk(cards, curve, _SMALLEST_GAP, middle) is not None:
                return _placed(cards, _widest(cards, curve, middle))
        half_width, half_height = half_width * 1.04, half_height * 1.04


def _cards(picture: Records) -> list[_Card]:
    """The boxes in their order round the oval, busiest professionals first in each."""
    contacts = Counter(contact.professional_id for contact in picture.contacts)
    workers: dict[str, list[ProfessionalShown]] = defaultdict(list)
    for professional in picture.professionals:
        workers[professional.agency_id].append(professional)
    most = next((rows for agencies, rows in _ROWS if len(picture.agencies) <= agencies), 2)
    cards = []
    order = in_order(picture.agencies)
    for agency in order:
        ranked = sorted(
            workers[agency.agency_id], key=lambda p: (-contacts[p.professional_id], p.name, p.professional_id)
        )
        shown = ranked if len(ranked) <= most else ranked[: most - 1]
        rows: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = [
            (f"professional:{p.professional_id}", (p.professional_id,), _worker_lines(p)) for p in shown
        ]
        rest = tuple(p.professional_id for p in ranked[len(shown) :])
        if rest:
            rows.append((f"more:{agency.agency_id}", rest, (f"and {len(rest)} more",)))
        name = wrap(agency.name, CARD_WIDTH - 22, HEADER_SIZE, lines=3, bold=True)
        cards.append(_Card(agency, name, tuple(rows)))
    return cards


def _worker_lines(professional: ProfessionalShown) -> tuple[str, ...]:
    """Name and role, on one line when there is only one of them to say."""
    both = wrap(f"{professional.name}, {professional.role}", CARD_WIDTH - 34, WORKER_SIZE, lines=9)
    name = wrap(professional.name, CARD_WIDTH - 34, WORKER_SIZE, lines=1)
    if professional.role.lower() in {"", professional.name.lower()}:
        return name
    role = wrap(professional.role, CARD_WIDTH - 34, WORKER_SIZE, lines=1)
    return both if len(both) == 1 else name + role


def _oval(half_width: float, half_height: float, exponent: float) -> list[tuple[float, float]]:
    """Points of a superellipse, clockwise from the top, about evenly spaced along it."""
    fine: list[tuple[float, float]] = []
    for step in range(_STEPS * 2):
        angle = 2 * math.pi * step / (_STEPS * 2) - math.pi / 2
        cos, sin = math.cos(angle), math.sin(angle)
        x = math.copysign(abs(cos) ** (2 / exponent), cos) * half_width
        y = math.copysign(abs(sin) ** (2 / exponent), sin) * half_height
        fine.append((round(x, 2), round(y, 2)))
    length = sum(math.dist(a, b) for a, b in pairwise(fine))
    points, walked, wanted = [fine[0]], 0.0, length / _STEPS
    for before, here in pairwise(fine):
        walked += math.dist(before, here)
        if walked >= wanted * len(points):
            points.append(here)
    return points


def _walk(
    cards: list[_Card], curve: list[tuple[float, float]], gap: float, middle: list[Box]
) -> list[Box] | None:
    """The boxes put down one after another, each as soon as it is ``gap`` clear of those before it."""
    boxes: list[Box] = []
    at = 0
    for card in cards:
        for step in range(at, len(curve)):
            box = Box(*curve[step], CARD_WIDTH, card.height)
            clear = all(box.clear_of(other, gap) for other in boxes)
            if clear and all(box.clear_of(other, _FAMILY_GAP) for other in middle):
                boxes.append(box)
                at = step
                break
        else:
            return None
    return boxes


def _widest(cards: list[_Card], curve: list[tuple[float, float]], middle: list[Box]) -> list[Box]:
    """The boxes with the widest gap at which all still go round once."""
    low, high = _SMALLEST_GAP, 600
    while high - low > 1:
        gap = (low + high) // 2
        if _walk(cards, curve, gap, middle) is None:
            high = gap
        else:
            low = gap
    return _walk(cards, curve, low, middle) or []


def _placed(cards: list[_Card], boxes: list[Box]) -> tuple[CardPlace, ...]:
    """The boxes with their dots: on the left edge for boxes right of the middle, else on the right edge."""
    placed = []
    for card, at in zip(cards, boxes, strict=True):
        box = Box(round(at.x), round(at.y), at.width, at.height)
        side = "left" if box.x >= 0 else "right"
        edge = box.x + (-box.width / 2 if side == "left" else box.width / 2)
        down = box.y - box.height / 2 + _PAD + len(card.name_lines) * (LINE + 2) + 2
        workers = []
        for node_id, professional_ids, lines in card.rows:
            workers.append(WorkerPlace(node_id, professional_ids, edge, down + LINE / 2 + 2, lines))
            down += _row_height(lines)
        placed.append(CardPlace(card.agency.agency_id, box, card.name_lines, side, tuple(workers)))
    return tuple(placed)
