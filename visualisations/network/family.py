"""Where the family stands in the network picture: generations in rows, households side by side."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from visualisations.drawing.text_width import text_width, wrap
from visualisations.records.shown import PersonShown, Records

CELL = 122
NAME_SIZE, ROLE_SIZE, LINE = 14, 13, 16
_SYMBOL, _INDEX_SYMBOL = 15, 19
_ROW_GAP, _BLOCK_GAP, _PAD, _HEADING = 20, 26, 8, 26
_IN_A_ROW = 5
_GRANDPARENT_WORDS = ("grand", "mgm", "mgf", "pgm", "pgf")


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
    """A person's symbol (its centre and half-width) and the lines of the label under it."""

    person_id: str
    x: float
    y: float
    size: int
    name_lines: tuple[str, ...]
    role_lines: tuple[str, ...]

    @property
    def label(self) -> Box:
        """The label with the line kept free for "no recorded contact"."""
        lines = len(self.name_lines) + len(self.role_lines) + 1
        widest = max(text_width(line, NAME_SIZE, bold=True) for line in (*self.name_lines, "x"))
        return Box(self.x, self.y + self.size + 4 + lines * LINE / 2, max(widest, 60), lines * LINE)

    @property
    def around(self) -> Box:
        """Symbol and label together."""
        top, bottom = self.y - self.size, self.label.y + self.label.height / 2 - LINE
        return Box(self.x, (top + bottom) / 2, self.label.width, bottom - top)


@dataclass(frozen=True)
class HouseholdPlace:
    """A household's boundary and the lines of its heading, which stand inside the top of it."""

    household_id: str
    heading: str
    box: Box


@dataclass(frozen=True)
class FamilyPlaces:
    """The family, centred on (0, 0)."""

    people: tuple[PersonPlace, ...]
    households: tuple[HouseholdPlace, ...]
    width: float
    height: float


def generations(picture: Records) -> dict[str, int]:
    """A generation for each person: 0 grandparents, 1 parents and other adults, 2 the index child's, 3 below.

    Follows the family ties out from the index children; where no tie leads to a person, their role or kind says.
    """
    steps: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for tie in picture.ties:
        down = {"PARENT_OF": 1, "PARTNER_OF": 0, "SIBLING_OF": 0}.get(tie.tie)
        if down is None and "grand" in tie.kinship.lower() and "child" not in tie.kinship.lower():
            down = 2
        if down is not None:
            steps[tie.person_id].append((tie.to_person_id, down))
            steps[tie.to_person_id].append((tie.person_id, -down))
    known = {person.person_id: 2 for person in picture.people if person.index_child}
    waiting = sorted(known)
    while waiting:
        person = waiting.pop(0)
        for other, down in sorted(steps[person]):
            if other not in known:
                known[other] = min(3, max(0, known[person] + down))
                waiting.append(other)
    return {person.person_id: known.get(person.person_id, _by_role(person)) for person in picture.people}


def _by_role(person: PersonShown) -> int:
    """The generation that a role or kind suggests."""
    if any(word in person.role.lower() for word in _GRANDPARENT_WORDS):
        return 0
    return 2 if person.kind == "child" or person.unborn else 1


def drawn_households(picture: Records) -> dict[str, str]:
    """The one household each person is drawn in: the index child's first, then the one most people lived in."""
    index = {person.person_id for person in picture.people if person.index_child}
    lived: dict[str, set[str]] = defaultdict(set)
    for stay in picture.stays:
        lived[stay.household_id].add(stay.person_id)
    ranked = sorted(lived, key=lambda home: (not lived[home] & index, -len(lived[home]), home))
    chosen: dict[str, str] = {}
    for home in ranked:
        for person in sorted(lived[home]):
            chosen.setdefault(person, home)
    return chosen


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
    names = {stay.household_id: f"{stay.household}, at some time" for stay in picture.stays}
    for home in sorted(blocks, key=lambda h: (h not in index_homes, -sum(map(len, blocks[h].values())), h)):
        first, last = min(blocks[home]), max(blocks[home])
        needed = max(map(len, blocks[home].values())) * CELL + 2 * _PAD
        width = max(needed, min(text_width(names[home], 13) + 34, 2.5 * CELL))
        middle = _free_middle(width, [taken[row] for row in range(first, last + 1)])
        for row in range(first, last + 1):
            taken[row].append((middle - width / 2, middle + width / 2))
        spans[home] = (middle, width, first, last)
        for members in blocks[home].values():
            across |= _spread(members, middle)
    for row, members in sorted(loose.items()):
        if not taken[row]:
            taken[row].append((-len(members) * CELL / 2, len(members) * CELL / 2))
            across |= _spread(members, 0.0)
            continue
        for member in members:
            across[member] = _free_middle(CELL, [taken[row]])
            taken[row].append((across[member] - CELL / 2, across[member] + CELL / 2))
    return _finish(people, blocks, loose, across, spans, names, row_count)


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
    row_count: int,
) -> FamilyPlaces:
    """Heights of the rows, then everything moved so that its middle is (0, 0)."""
    lines = {
        person_id: (
            wrap(person.name, CELL - 12, NAME_SIZE, lines=3, bold=True),
            wrap(_role(person), CELL - 12, ROLE_SIZE, lines=2),
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
        most = max((sum(map(len, lines[m])) for m in in_row[row]), default=1)
        down += 2 * _INDEX_SYMBOL + 4 + (most + 1) * LINE + _ROW_GAP
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
            )
            for person_id, person in sorted(people.items())
        ),
        households=tuple(
            HouseholdPlace(
                home,
                " ".join(wrap(names[home], box.width - 20, 13, lines=1)),
                Box(round(box.x + shift_x), round(box.y + shift_y), round(box.width), round(box.height)),
            )
            for home, box in boxes
        ),
        width=right - left,
        height=down,
    )


def _row_height(
    tops: list[float], row: int, spans: dict[str, tuple[float, float, int, int]], row_count: int
) -> float:
    """The height of a row without the gap and the headings that come after it."""
    starts_next = any(first == row + 1 for _, _, first, _ in spans.values()) and row + 1 < row_count
    return tops[row + 1] - tops[row] - 2 * _PAD - (_HEADING if starts_next else 0) - _ROW_GAP / 2


def _role(person: PersonShown) -> str:
    """What the label says under the name."""
    if person.index_child:
        return f"{person.role} (index child)" if person.role not in {"", "index child"} else "index child"
    return person.role or ("unborn child" if person.unborn else "")
