"""Where the family stands in the network picture: generations in rows, households side by side."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from visualisations.drawing.text_width import text_width, wrap
from visualisations.network.generations import drawn_households, generations
from visualisations.records.shown import PersonShown, Records

CELL = 132
NAME_SIZE, ROLE_SIZE, LINE = 14, 13, 16
_SYMBOL, _INDEX_SYMBOL = 15, 19
_ROW_GAP, _BLOCK_GAP, _PAD, _HEADING = 10, 26, 5, 26
_IN_A_ROW = 5
_LINES_OF_THE_UNSEEN, _LINES_OF_OTHERS = 4, 2


@dataclass(frozen=True)
class Box:
    """A rectangle by its centre, in the picture's units (one is a pixel at full size)."""

    x: float
    y: float
    width: float
    height: float

    def clear_of(self, other: Box, gap: float = 0.0) -> bool:
        """Whether the two rectangles are at least ``gap`` apart."""
        apart_across = abs(self.x - other.x) >= (self.width + other.width) / 2 + gap
        apart_down = abs(self.y - other.y) >= (self.height + other.height) / 2 + gap
        return apart_across or apart_down


@dataclass(frozen=True)
class PersonPlace:
    """A person's symbol (its centre and half-width) and the lines of the label under it.

    ``room`` is for how many lines there is room under the name: the role, and what is said of a person whom nobody
    met, or who lived elsewhere in the dates chosen.
    """

    person_id: str
    x: float
    y: float
    size: int
    name_lines: tuple[str, ...]
    role_lines: tuple[str, ...]
    room: int = 1

    @property
    def label(self) -> Box:
        """The label with the lines kept free under it."""
        lines = len(self.name_lines) + self.room
        widest = max(text_width(line, NAME_SIZE, bold=True) for line in (*self.name_lines, "x"))
        return Box(self.x, self.y + self.size + 4 + lines * LINE / 2, max(widest, 60), lines * LINE)

    @property
    def around(self) -> Box:
        """Symbol and label together."""
        top = self.y - self.size
        bottom = self.y + self.size + 4 + (len(self.name_lines) + len(self.role_lines)) * LINE
        return Box(self.x, (top + bottom) / 2, self.label.width, bottom - top)


@dataclass(frozen=True)
class HouseholdPlace:
    """A household's boundary, its name, and its heading, which stands inside the top of it."""

    household_id: str
    name: str
    heading: str
    box: Box


@dataclass(frozen=True)
class FamilyPlaces:
    """The family, centred on (0, 0); ``homes`` is the household each person is drawn in."""

    people: tuple[PersonPlace, ...]
    households: tuple[HouseholdPlace, ...]
    width: float
    height: float
    homes: dict[str, str] = field(default_factory=dict)


def place_family(picture: Records) -> FamilyPlaces:
    """A fixed place for every person and household, with no two labels touching."""
    people = {person.person_id: person for person in picture.people}
    generation, household = generations(picture), drawn_households(picture)
    groups: dict[tuple[str, int], list[str]] = defaultdict(list)
    for person_id in sorted(people):
        groups[household.get(person_id, ""), generation[person_id]].append(person_id)
    rows, row_count = _rows(groups)
    blocks: dict[str, dict[int, list[str]]] = defaultdict(dict)
    for (home, row), members in sorted(rows.items()):
        blocks[home][row] = _index_in_the_middle(members, people)
    loose = blocks.pop("", {})
    taken: dict[int, list[tuple[float, float]]] = defaultdict(list)
    across: dict[str, float] = {}
    spans: dict[str, tuple[float, float, int, int]] = {}
    index_homes = {household.get(person.person_id) for person in picture.people if person.index_child}
    names = {stay.household_id: stay.household for stay in picture.stays}
    for home in sorted(blocks, key=lambda h: (h not in index_homes, -sum(map(len, blocks[h].values())), h)):
        first, last = min(blocks[home]), max(blocks[home])
        needed = max(map(len, blocks[home].values())) * CELL + 2 * _PAD
        width = max(needed, min(text_width(f"{names[home]}, at some time", 13) + 34, 2.5 * CELL))
        middle = _free_middle(width, [taken[row] for row in range(first, last + 1)])
        for row in range(first, last + 1):
            taken[row].append((middle - width / 2, middle + width / 2))
        spans[home] = (middle, width, first, last)
        for members in blocks[home].values():
            across |= _spread(members, middle)
    tied = {end for tie in picture.ties for end in (tie.person_id, tie.to_person_id)}
    _move_strangers(loose, taken, row_count, tied | {p.person_id for p in picture.people if p.index_child})
    for row, members in sorted(loose.items()):
        if not taken[row]:
            taken[row].append((-len(members) * CELL / 2, len(members) * CELL / 2))
            across |= _spread(members, 0.0)
            continue
        for member in members:
            across[member] = _free_middle(CELL, [taken[row]])
            taken[row].append((across[member] - CELL / 2, across[member] + CELL / 2))
    return _finish(people, blocks, loose, across, spans, names, household, row_count)


def _move_strangers(
    loose: dict[int, list[str]], taken: dict[int, list[tuple[float, float]]], row_count: int, tied: set[str]
) -> None:
    """People of no household whom no tie puts into a generation go to the rows that have most room."""
    strangers = [(row, member) for row in sorted(loose) for member in loose[row] if member not in tied]
    widths = {row: sum(right - left + _BLOCK_GAP for left, right in taken[row]) for row in range(row_count)}
    for row, members in loose.items():
        widths[row] += CELL * sum(member in tied for member in members)
    for row, member in strangers:
        loose[row].remove(member)
        best = min(range(row_count), key=lambda other: (widths[other], abs(other - row)))
        loose.setdefault(best, []).append(member)
        widths[best] += CELL
    for row in [row for row, members in loose.items() if not members]:
        del loose[row]


def _rows(groups: dict[tuple[str, int], list[str]]) -> tuple[dict[tuple[str, int], list[str]], int]:
    """Generations as rows from the top, a generation taking several where many people share it."""
    rows: dict[tuple[str, int], list[str]] = {}
    next_row = 0
    for generation in sorted({key[1] for key in groups}):
        deepest = 1
        for home in sorted({key[0] for key in groups if key[1] == generation}):
            members = groups[home, generation]
            chunks = [members[i : i + _IN_A_ROW] for i in range(0, len(members), _IN_A_ROW)]
            deepest = max(deepest, len(chunks))
            rows |= {(home, next_row + depth): chunk for depth, chunk in enumerate(chunks)}
        next_row += deepest
    return rows, next_row


def _index_in_the_middle(members: list[str], people: dict[str, PersonShown]) -> list[str]:
    """The same people with the index children in the middle of the row."""
    index = [m for m in members if people[m].index_child]
    others = [m for m in members if not people[m].index_child]
    half = len(others) // 2
    return [*others[:half], *index, *others[half:]]


def _spread(members: list[str], middle: float) -> dict[str, float]:
    """People of one row side by side around ``middle``."""
    return {m: middle + (i - (len(members) - 1) / 2) * CELL for i, m in enumerate(members)}


def _free_middle(width: float, taken: list[list[tuple[float, float]]]) -> float:
    """The middle nearest to 0, right before left, at which ``width`` is free in every given row."""
    edges = [edge for row in taken for edge in row]
    candidates = [0.0, *(right + _BLOCK_GAP + width / 2 for _, right in edges)]
    candidates += [left - _BLOCK_GAP - width / 2 for left, _ in edges]
    free = [
        middle
        for middle in candidates
        if all(middle + width / 2 < left or middle - width / 2 > right for left, right in edges)
    ]
    return min(free, key=lambda middle: (round(abs(middle), 3), -middle))


def _finish(
    people: dict[str, PersonShown],
    blocks: dict[str, dict[int, list[str]]],
    loose: dict[int, list[str]],
    across: dict[str, float],
    spans: dict[str, tuple[float, float, int, int]],
    names: dict[str, str],
    homes: dict[str, str],
    row_count: int,
) -> FamilyPlaces:
    """Heights of the rows, then everything moved so that its middle is (0, 0)."""
    lines = {
        person_id: (
            wrap(person.name, CELL - 12, NAME_SIZE, lines=3, bold=True),
            wrap(role_of(person), CELL - 4, ROLE_SIZE, lines=2),
        )
        for person_id, person in people.items()
    }
    room = {
        person_id: max(
            len(lines[person_id][1]), _LINES_OF_THE_UNSEEN if _may_be_unseen(person) else _LINES_OF_OTHERS
        )
        for person_id, person in people.items()
    }
    in_row: dict[int, list[str]] = defaultdict(list)
    for rows in (*blocks.values(), loose):
        for row, members in rows.items():
            in_row[row].extend(members)
    tops: list[float] = []
    down = 0.0
    for row in range(row_count):
        starts_a_household = any(first == row for _, _, first, _ in spans.values())
        ended_a_household = any(last == row - 1 for _, _, _, last in spans.values())
        down += (_HEADING if starts_a_household else 0) + (2 * _PAD if ended_a_household else 0)
        tops.append(down)
        most = max((len(lines[m][0]) + room[m] for m in in_row[row]), default=1)
        down += 2 * _INDEX_SYMBOL + 4 + most * LINE + _ROW_GAP
    tops.append(down)
    boxes = []
    for home, (middle, width, first, last) in sorted(spans.items()):
        top, bottom = tops[first] - _HEADING, tops[last + 1] - _ROW_GAP / 2
        if last + 1 < row_count:
            bottom = tops[last] + _row_height(tops, last, spans, row_count)
        boxes.append((home, Box(middle, (top + bottom) / 2, width, bottom - top)))
    left = min([across[p] - CELL / 2 for p in across] + [b.x - b.width / 2 for _, b in boxes], default=0.0)
    right = max([across[p] + CELL / 2 for p in across] + [b.x + b.width / 2 for _, b in boxes], default=0.0)
    shift_x, shift_y = -(left + right) / 2, -down / 2
    row_of = {member: row for row, members in in_row.items() for member in members}
    return FamilyPlaces(
        people=tuple(
            PersonPlace(
                person_id,
                round(across[person_id] + shift_x),
                round(tops[row_of[person_id]] + _INDEX_SYMBOL + shift_y),
                _INDEX_SYMBOL if person.index_child else _SYMBOL,
                *lines[person_id],
                room[person_id],
            )
            for person_id, person in sorted(people.items())
        ),
        households=tuple(
            HouseholdPlace(
                home,
                names[home],
                " ".join(wrap(f"{names[home]}, at some time", box.width - 20, 13, lines=1)),
                Box(round(box.x + shift_x), round(box.y + shift_y), round(box.width), round(box.height)),
            )
            for home, box in boxes
        ),
        width=right - left,
        height=down,
        homes=homes,
    )


def _row_height(
    tops: list[float], row: int, spans: dict[str, tuple[float, float, int, int]], row_count: int
) -> float:
    """The height of a row without the gap and the headings that come after it."""
    starts_next = any(first == row + 1 for _, _, first, _ in spans.values()) and row + 1 < row_count
    return tops[row + 1] - tops[row] - 2 * _PAD - (_HEADING if starts_next else 0) - _ROW_GAP / 2


def _may_be_unseen(person: PersonShown) -> bool:
    """Whether the words about adults whom nobody met may come to stand under this person."""
    return person.kind != "child" and not person.unborn


def role_of(person: PersonShown) -> str:
    """What the label says under the name."""
    if person.index_child:
        return f"{person.role} (index child)" if person.role not in {"", "index child"} else "index child"
    return person.role or ("unborn child" if person.unborn else "")
