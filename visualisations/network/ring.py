"""Where the agencies stand in the network picture: boxes round the family, in rows and columns about it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from visualisations.drawing.agency_look import AgencyLook, agency_looks, in_order
from visualisations.drawing.text_width import wrap
from visualisations.network.family import Box, FamilyPlaces
from visualisations.records.shown import AgencyShown, ProfessionalShown, Records

CARD_WIDTH = 192
HEADER_SIZE, WORKER_SIZE, LINE = 15, 13, 16
_PAD = 9
#: Room for arrows: between boxes of a row, of a column, and between the boxes and the family.
_ROW_GAP, _COLUMN_GAP, _BESIDE, _ABOVE = 28, 38, 56, 38
#: Width to height of the part of a page the picture has, between that of a small and that of a large screen.
_ASPECT = 1.9
_NARROWEST, _LOWEST = 420.0, 200.0
#: How many rows a box has at most, by how many agencies there are.
_ROWS = ((8, 5), (12, 3))


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
    """An agency's box; ``side`` is the edge the dots stand on, ``facing`` the way from the box to the family."""

    agency_id: str
    box: Box
    name_lines: tuple[str, ...]
    side: str
    workers: tuple[WorkerPlace, ...]
    facing: tuple[float, float] = (0.0, 0.0)


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


@dataclass(frozen=True)
class _Shape:
    """How the boxes are shared out, clockwise from the top left; sizes in the picture's units."""

    top: Sequence[_Card]
    right: Sequence[_Card]
    bottom: Sequence[_Card]
    left: Sequence[_Card]
    width: float
    up: float
    down: float

    @property
    def cost(self) -> tuple[float, int]:
        """How small it has to be drawn to fit a page, then how uneven its columns and rows are."""
        across = self.width + 2 * (CARD_WIDTH + _BESIDE) * bool(self.right or self.left)
        uneven = abs(len(self.top) - len(self.bottom)) + abs(len(self.left) - len(self.right))
        return round(max(across / _ASPECT, self.up + self.down)), uneven


def place_ring(
    picture: Records, family: FamilyPlaces, looks: Sequence[AgencyLook] = ()
) -> tuple[CardPlace, ...]:
    """A fixed place for every agency, in order of whom it works with first, then sector and name.

    ``looks`` are those of all pictures of the review; without them the agencies here give their own.
    """
    cards = _cards(picture, looks or agency_looks(picture.agencies))
    if not cards:
        return ()
    shape = min(_shapes(cards, family), key=lambda shape: shape.cost)
    placed: list[CardPlace] = []
    for row, facing in ((shape.top, (0.0, 1.0)), (shape.bottom, (0.0, -1.0))):
        slice_ = shape.width / max(1, len(row))
        across = [-shape.width / 2 + slice_ * (place + 0.5) for place in range(len(row))]
        for card, x in zip(row, across, strict=True):
            y = -shape.up + card.height / 2 if facing[1] > 0 else shape.down - card.height / 2
            placed.append(_placed(card, x, y, facing))
    for column, sign in ((shape.left, -1), (shape.right, 1)):
        middle = sign * (shape.width / 2 + _BESIDE + CARD_WIDTH / 2)
        free = (shape.up + shape.down - sum(card.height for card in column)) / max(1, len(column))
        tops = accumulate((card.height + free for card in column), initial=-shape.up + free / 2)
        for card, top in zip(column, tops, strict=False):
            placed.append(_placed(card, middle, top + card.height / 2, (-float(sign), 0.0)))
    at = {place.agency_id: place for place in placed}
    return tuple(at[card.agency.agency_id] for card in cards)


def _shapes(cards: list[_Card], family: FamilyPlaces) -> Iterator[_Shape]:
    """Every way to share the boxes out between the rows and the columns that keeps their order."""
    for top in range(len(cards) + 1):
        for bottom in range(len(cards) + 1 - top):
            beside = len(cards) - top - bottom
            right = (beside + 1) // 2
            rest = cards[top + right :]
            shape = (cards[:top], cards[top : top + right], rest[:bottom][::-1], rest[bottom:][::-1])
            yield _measured(*shape, family)


def _measured(
    top: list[_Card], right: list[_Card], bottom: list[_Card], left: list[_Card], family: FamilyPlaces
) -> _Shape:
    """The least size at which the boxes stand clear of the family and of one another."""
    rows = max(len(row) * (CARD_WIDTH + _ROW_GAP) for row in (top, bottom))
    width = max(family.width, rows, _NARROWEST)
    half = max(family.height, _LOWEST) / 2
    up = half + max((card.height + _ABOVE for card in top), default=0)
    down = half + max((card.height + _ABOVE for card in bottom), default=0)
    tallest = max(sum(card.height + _COLUMN_GAP for card in column) for column in (right, left))
    more = max(0.0, tallest - up - down) / 2
    return _Shape(top, right, bottom, left, width, up + more, down + more)


def _cards(picture: Records, looks: Sequence[AgencyLook]) -> list[_Card]:
    """The boxes in their order round the oval, busiest professionals first in each."""
    contacts = Counter(contact.professional_id for contact in picture.contacts)
    workers: dict[str, list[ProfessionalShown]] = defaultdict(list)
    for professional in picture.professionals:
        workers[professional.agency_id].append(professional)
    most = next((rows for agencies, rows in _ROWS if len(picture.agencies) <= agencies), 2)
    letters = {look.agency_id: look.letters for look in looks}
    cards = []
    order = in_order(picture.agencies)
    for agency in order:
        ranked = sorted(
            workers[agency.agency_id], key=lambda p: (-contacts[p.professional_id], p.name, p.professional_id)
        )
        shown = ranked if len(ranked) <= most else ranked[: most - 1]
        rows: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = [
            (f"professional:{p.professional_id}", (p.professional_id,), _worker_line(p)) for p in shown
        ]
        rest = tuple(p.professional_id for p in ranked[len(shown) :])
        if rest:
            rows.append((f"more:{agency.agency_id}", rest, (f"and {len(rest)} more",)))
        name = wrap(
            f"{letters[agency.agency_id]} · {agency.name}", CARD_WIDTH - 22, HEADER_SIZE, lines=3, bold=True
        )
        cards.append(_Card(agency, name, tuple(rows)))
    return cards


def _worker_line(professional: ProfessionalShown) -> tuple[str, ...]:
    """Name and role on one line, or the name alone where the role says no more."""
    told = professional.role.lower() in {"", professional.name.lower()}
    words = professional.name if told else f"{professional.name}, {professional.role}"
    return wrap(words, CARD_WIDTH - 30, WORKER_SIZE, lines=1)


def _placed(card: _Card, x: float, y: float, facing: tuple[float, float]) -> CardPlace:
    """The box with its dots: on the left edge for boxes right of the middle, else on the right edge."""
    box = Box(round(x), round(y), CARD_WIDTH, card.height)
    side = "left" if box.x >= 0 else "right"
    edge = box.x + (-box.width / 2 if side == "left" else box.width / 2)
    down = box.y - box.height / 2 + _PAD + len(card.name_lines) * (LINE + 2) + 2
    workers = []
    for node_id, professional_ids, lines in card.rows:
        workers.append(WorkerPlace(node_id, professional_ids, edge, down + LINE / 2 + 2, lines))
        down += _row_height(lines)
    return CardPlace(card.agency.agency_id, box, card.name_lines, side, tuple(workers), facing)
