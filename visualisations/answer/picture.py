"""A result table drawn: a column of boxes for each column that names people or agencies, and a line for each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from scrgraph.model.sentence_parts import several
from scrgraph.store.base import Table, Value
from visualisations.drawing.svg import INK, QUIET, Drawing, document, element, figure, group, number, text
from visualisations.drawing.text_width import wrap

_BOX, _HIGH, _BETWEEN, _GAP, _TOP, _EDGE = 230.0, 34.0, 170.0, 10.0, 40.0, 8.0
_MOST_BOXES, _MOST_WORDS = 40, 46


@dataclass(frozen=True)
class Named:
    """A person or an agency as the picture shows it."""

    name: str
    kind: str
    colour: str


@dataclass(frozen=True)
class _Box:
    """Something named in one column of the result."""

    column: int
    named: Named


def answer_picture(table: Table, known: Mapping[str, Named]) -> Drawing | None:
    """The table as boxes and lines; nothing where no row names two people or agencies.

    ``known`` gives what a cell may name, by id and by name. A thing named in two columns has a box in each. At most
    forty boxes a column are drawn; the words say how many are not.
    """
    lines: Counter[tuple[_Box, _Box]] = Counter()
    told: dict[tuple[_Box, _Box], str] = {}
    for row in table.rows:
        boxes = [_Box(at, named) for at, cell in enumerate(row) for named in _named(cell, known)]
        pairs = [(one, other) for one, other in _neighbours(boxes)]
        rest = [
            str(cell)
            for cell in row
            if cell is not None and not _named(cell, known) and not isinstance(cell, list)
        ]
        for pair in pairs:
            lines[pair] += 1
            told.setdefault(pair, ", ".join(rest))
    if not lines:
        return None
    columns = _columns(lines)
    places, left_out = _places(columns)
    drawn = [pair for pair in lines if pair[0] in places and pair[1] in places]
    width = 2 * _EDGE + len(columns) * _BOX + (len(columns) - 1) * _BETWEEN
    height = _TOP + max(min(len(boxes), _MOST_BOXES) for boxes in columns) * (_HIGH + _GAP) + _EDGE
    words = _in_words(lines, told, left_out)
    parts = [
        *(
            text(table.columns[boxes[0].column], _left(at), 22, size=13, fill=QUIET)
            for at, boxes in enumerate(columns)
        ),
        *(_line(pair, places, lines[pair], told[pair]) for pair in drawn),
        *(_box(box, *place) for box, place in places.items()),
    ]
    return Drawing(
        document(figure(width, height, "The answer as a picture", words, group(*parts)), width, height), words
    )


def _named(cell: Value, known: Mapping[str, Named]) -> list[Named]:
    values: Sequence[Value] = [cell] if isinstance(cell, str) else cell if isinstance(cell, list) else ()
    return [known[value] for value in values if isinstance(value, str) and value in known]


def _neighbours(boxes: Sequence[_Box]) -> list[tuple[_Box, _Box]]:
    """Each box with each of the next column that names anything."""
    columns = sorted({box.column for box in boxes})
    return [
        (one, other)
        for here, after in pairwise(columns)
        for one in boxes
        if one.column == here
        for other in boxes
        if other.column == after
    ]


def _columns(lines: Counter[tuple[_Box, _Box]]) -> list[list[_Box]]:
    """The boxes of each column, those with the most lines first in the first, then near what they are joined to."""
    weight: Counter[_Box] = Counter()
    for (one, other), count in lines.items():
        weight[one] += count
        weight[other] += count
    ordered: list[list[_Box]] = []
    for column in sorted({box.column for box in weight}):
        boxes = sorted(
            (box for box in weight if box.column == column), key=lambda box: (-weight[box], box.named.name)
        )
        if ordered:
            before = {box: at for at, box in enumerate(ordered[-1])}
            boxes.sort(
                key=lambda box: _middle(
                    [before[one] for one, other in lines if other == box and one in before]
                )
            )
        ordered.append(boxes)
    return ordered


def _middle(places: Sequence[int]) -> float:
    return sum(places) / len(places) if places else 1e9


def _places(columns: Sequence[Sequence[_Box]]) -> tuple[dict[_Box, tuple[float, float]], int]:
    """Where the boxes stand, and how many have no place."""
    places = {
        box: (_left(at), _TOP + row * (_HIGH + _GAP))
        for at, boxes in enumerate(columns)
        for row, box in enumerate(boxes[:_MOST_BOXES])
    }
    return places, sum(len(boxes) for boxes in columns) - len(places)


def _left(column: int) -> float:
    return _EDGE + column * (_BOX + _BETWEEN)


def _box(box: _Box, x: float, y: float) -> Markup:
    band = element("rect", x=x, y=y, width=7, height=_HIGH, fill=box.named.colour)
    outline = element(
        "rect", x=x, y=y, width=_BOX, height=_HIGH, fill="#fff", stroke=box.named.colour, stroke_width=1.5
    )
    words = wrap(box.named.name, _BOX - 24, 13, lines=1)[0]
    title = element("title", f"{box.named.name} ({box.named.kind})")
    return group(title, outline, band, text(words, x + 15, y + 22, size=13, fill=INK))


def _line(
    pair: tuple[_Box, _Box], places: Mapping[_Box, tuple[float, float]], count: int, told: str
) -> Markup:
    (x1, y1), (x2, y2) = places[pair[0]], places[pair[1]]
    start, end, bend = x1 + _BOX, x2, (x2 - x1 - _BOX) / 2
    from_y, to_y = y1 + _HIGH / 2, y2 + _HIGH / 2
    places_of = ((start, from_y), (start + bend, from_y), (end - bend, to_y), (end, to_y))
    one, *rest = (f"{number(x)} {number(y)}" for x, y in places_of)
    words = f"{pair[0].named.name} to {pair[1].named.name}: {several(count, 'row')}" + (
        f", {told}" if told else ""
    )
    counted = (
        text(str(count), (start + end) / 2, (from_y + to_y) / 2 - 4, size=12, fill=QUIET, anchor="middle")
        if count > 1
        else None
    )
    return group(
        element("title", words),
        element(
            "path",
            d=f"M{one}C{' '.join(rest)}",
            fill="none",
            stroke="#7b8794",
            stroke_width=min(6.0, 1.2 + 0.6 * (count - 1)),
        ),
        counted,
    )


def _in_words(lines: Counter[tuple[_Box, _Box]], told: Mapping[tuple[_Box, _Box], str], left_out: int) -> str:
    """The picture for those who do not see it, and what it leaves out."""
    said = [
        f"{one.named.name} to {other.named.name}: {several(count, 'row')}"
        for (one, other), count in lines.items()
    ]
    more = f" and {len(said) - _MOST_WORDS} more" if len(said) > _MOST_WORDS else ""
    missing = (
        f" {several(left_out, 'box', 'boxes')} for which there is no room are left out." if left_out else ""
    )
    return "; ".join(said[:_MOST_WORDS]) + more + "." + missing
