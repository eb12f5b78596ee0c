"""Reading the cells of one row: every fault is noted with its place, and the row is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

from scrgraph.model.partial_date import PartialDate
from scrgraph.review.cells import UNDATED, parse_date, split_list
from scrgraph.review.errors import Problem, error
from scrgraph.review.names import key, nearest
from scrgraph.review.table_file import Line

Word = TypeVar("Word", bound=StrEnum)
Part = TypeVar("Part")
_ID = re.compile(r"\w[\w.-]*")


class RowReader:
    """The cells of one row of ``file`` as values; a cell that cannot be read counts as empty and is noted."""

    def __init__(self, file: str, line: Line, problems: list[Problem]) -> None:
        self._file, self._line, self._problems = file, line, problems

    def text(self, column: str) -> str:
        """The cell as it is."""
        return self._line.cells[column]

    def required(self, column: str) -> str:
        """The cell, which may not be empty."""
        value = self.text(column)
        if not value:
            self.fault(f"there is no {column}. Give one, or take the row out.")
        return value

    def id(self, column: str) -> str:
        """The cell as an id: letters, digits, hyphens, full stops, no spaces."""
        value = self.required(column)
        if value and not _ID.fullmatch(value):
            self.fault(f"'{value}' is not an id. Use letters, digits and hyphens, such as 'older-sister'.")
        return value

    def word(self, column: str, words: type[Word], empty: Word) -> Word:
        """The cell as one of a closed list of words, ``empty`` when nothing is written."""
        value = self.text(column).lower()
        if not value:
            return empty
        known = [word.value for word in words]
        if value in known:
            return words(value)
        self.fault(f"'{value}' is not a {column}.{nearest(value, known)} Use one of: {', '.join(known)}.")
        return empty

    def yes(self, column: str) -> bool:
        """The cell as ``yes``, or ``no`` when it is empty."""
        value = self.text(column).lower()
        if value not in ("", "yes", "no"):
            self.fault(f"'{value}' in {column}: write 'yes', or leave the cell empty.")
        return value == "yes"

    def date(self, column: str) -> PartialDate:
        """The cell as a partial date."""
        return self._parsed(column, self.text(column), parse_date, UNDATED)

    def list(self, column: str) -> tuple[str, ...]:
        """The cell as a list with semicolons."""
        return split_list(self.text(column))

    def parsed(self, column: str, parse: Callable[[str], Part]) -> tuple[Part, ...]:
        """Each part of a list through ``parse``; parts refused with ``ValueError`` are noted and left out."""
        found = (self._parsed(column, part, parse, None) for part in self.list(column))
        return tuple(part for part in found if part is not None)

    def fault(self, message: str) -> None:
        """Note something to put right in this row."""
        self._problems.append(error(self._file, self._line.place, message))

    def _parsed(self, column: str, text: str, parse: Callable[[str], Part], otherwise: Part) -> Part:
        try:
            return parse(text)
        except ValueError as reason:
            self.fault(f"in {column}, {reason}")
            return otherwise


def repeated_ids(file: str, column: str, ids: Iterable[tuple[Line, str]]) -> list[Problem]:
    """A problem for every id that an earlier row already has, without regard to case."""
    first: dict[str, Line] = {}
    problems = []
    for line, value in ids:
        if value and (earlier := first.setdefault(value.casefold(), line)) is not line:
            message = (
                f"the {column} '{value}' is already used on {earlier.place}. Give this row another, or join "
                "the two rows if they are the same."
            )
            problems.append(error(file, line.place, message))
    return problems


def shared_spellings(file: str, rows: Iterable[tuple[Line, str, Sequence[str]]]) -> list[Problem]:
    """A problem for every spelling, the name included, that the rows of two ids claim."""
    owner: dict[str, tuple[Line, str]] = {}
    problems = []
    for line, owner_id, spellings in rows:
        for spelling in spellings:
            if not key(spelling):
                continue
            earlier, earlier_id = owner.setdefault(key(spelling), (line, owner_id))
            if earlier is not line and earlier_id != owner_id:
                message = (
                    f"'{spelling}' is also a spelling of '{earlier_id}' on {earlier.place}. Leave it with "
                    "one of the two, or join the rows if they are the same."
                )
                problems.append(error(file, line.place, message))
    return list(dict.fromkeys(problems))
