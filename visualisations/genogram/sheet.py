"""The whole genogram laid out: where each symbol, label and line stands, the same on every day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from visualisations.drawing.text_width import text_width
from visualisations.genogram.columns import columns
from visualisations.genogram.family import Family, family_of
from visualisations.genogram.kinship_words import Line
from visualisations.genogram.labels import DETAIL, HALF, LABEL_LEFT, Label, label_of
from visualisations.genogram.order import ordered
from visualisations.genogram.partnerships import longest_words
from visualisations.genogram.routes import Run, channels_of, runs_of
from visualisations.genogram.rows import Plan, is_person, plan_of
from visualisations.records.shown import Records

MARGIN = 10.0
_BAND, _FOOT, _SIDE = 24.0, 7.0, 10.0
_LEFT = HALF + 15
_NAME_ROOM = 132.0


@dataclass(frozen=True)
class Place:
    """A person's symbol (its centre), label, and the room both take: left, top, right, bottom."""

    person_id: str
    row: int
    x: float
    y: float
    label: Label
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class CoupleWords:
    """Where the dates of a couple stand over their line, and where the slash crosses it."""

    x: float
    y: float
    slash_x: float
    slash_y: float


@dataclass(frozen=True)
class Sheet:
    """Everything placed. ``order`` is the rows from left to right, people only."""

    family: Family
    plan: Plan
    places: Mapping[str, Place]
    order: tuple[tuple[str, ...], ...]
    runs: tuple[Run, ...]
    words: Mapping[int, CoupleWords]
    tops: tuple[float, ...]
    bottoms: tuple[float, ...]
    width: float
    height: float


def sheet_of(records: Records) -> Sheet:
    """Lay out the family of a review."""
    family = family_of(records)
    plan = plan_of(family, records)
    rows = ordered(plan, records)
    labels = {key: label_of(person, family) for key, person in family.people.items()}
    nodes = [node for row in rows for node in row]
    left = {node: _LEFT if is_person(node) else 6.0 for node in nodes}
    right = {node: LABEL_LEFT + labels[node].width + _SIDE if is_person(node) else 6.0 for node in nodes}
    met = {node for leg in plan.legs for node in leg.below}
    for stay in records.stays:
        if stay.person_id in right:
            need = min(_NAME_ROOM, text_width(stay.household, DETAIL, bold=True)) + 22
            room = need + 24 if stay.person_id in met else need + 20 - _LEFT
            right[stay.person_id] = max(right[stay.person_id], room)
    at = {node: x + MARGIN for node, x in columns(plan, rows, left, right).items()}
    channels = channels_of(plan, at)
    tops, centre, bottoms, row_tops = [], [], [], []
    y = MARGIN
    for number, row in enumerate(rows):
        tops.append(y)
        y += channels[number].height
        row_tops.append(y)
        centre.append(y + _BAND + HALF)
        y += _BAND + max((labels[node].height for node in row if is_person(node)), default=2 * HALF) + _FOOT
        bottoms.append(y)
    tops.append(y)
    y += channels[-1].height + MARGIN
    places = {
        node: Place(node, number, at[node], centre[number], labels[node], at[node] - left[node], row_tops[number],
                    at[node] + right[node], bottoms[number])
        for number, row in enumerate(rows)
        for node in row
        if is_person(node)
    }  # fmt: skip
    runs = tuple(runs_of(plan, channels, tops, at, centre, bottoms))
    width = max((place.right for place in places.values()), default=0.0)
    width = max(width, max((x for run in runs for x, _ in run.points), default=0.0)) + MARGIN
    return Sheet(
        family, plan, places, tuple(tuple(n for n in row if is_person(n)) for row in rows), runs,
        _couple_words(family, runs, places), tuple(row_tops), tuple(bottoms), width, y,
    )  # fmt: skip


def _couple_words(
    family: Family, runs: tuple[Run, ...], places: Mapping[str, Place]
) -> dict[int, CoupleWords]:
    """Where the slash and the dates of each couple stand: near the middle of their line, clear of lines that cross it
    and of one another, and, where there is room, of the edges of boundaries."""
    upright = [
        (x, min(y, to_y), max(y, to_y))
        for run in runs
        for (x, y), (to_x, to_y) in zip(run.points, run.points[1:], strict=False)
        if x == to_x and y != to_y
    ]
    found: dict[int, CoupleWords] = {}
    for run in runs:
        if run.line is not Line.COUPLE or run.track < 0:
            continue
        row = places[run.start[0]].row
        near = [place for place in places.values() if place.row in (row, row + 1)]
        borders = [x for place in near for x in (place.left + 3, place.right - 3)]
        (low, y), (high, _) = run.points[1], run.points[2]
        low, high = low + 5, high - 5
        middle = (low + high) / 2
        crossing = [x for x, top, bottom in upright if low < x < high and top < y - 1 and bottom > y - 14]
        leaving = [x for x, top, bottom in upright if low < x < high and top <= y + 8 and bottom >= y - 8]
        half = text_width(longest_words(family.couples[run.of]), DETAIL) / 2 + 2
        wishes = [middle + step for n in range(int(high - low)) for step in (n, -n)]

        def clear(
            x: float, around: float, *others: Sequence[float], at: float = low, to: float = high
        ) -> bool:
            inside = at + around <= x <= to - around
            return inside and all(abs(x - other) > around + 4 for many in others for other in many)

        slash = next(
            (w for w in wishes if clear(w, 7, leaving, borders)),
            next((w for w in wishes if clear(w, 6, leaving)), low + 8),
        )
        words = [w for w in wishes if clear(w, half, crossing, [slash - 5, slash + 5])]
        best = min(words, key=lambda w: _borders_hit(w, half, near, row), default=middle)
        if not words:
            slash = min((x for x in (low + 8, high - 8)), key=lambda x: -abs(x - best))
        found[run.of] = CoupleWords(best, y - 5, slash, y)
    return found


def _borders_hit(x: float, half: float, near: Sequence[Place], row: int) -> int:
    """How likely dates round ``x`` lie on a boundary: edges of the row they stand under count for more."""
    return sum(
        (3 if place.row == row else 1) * (abs(x - edge) < half + 2)
        for place in near
        for edge in (place.left + 3, place.right - 3)
    )
