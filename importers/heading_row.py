"""Finding the heading row of a sheet below its title lines, also when the headings take two rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from importers.cells import Cell, clean, is_blank
from importers.headings import Columns, HeadingBook, is_hint, moved, normal
from scrgraph.temporal.date_in_text import leading_date
from scrgraph.temporal.read_date import UnreadableDate, read_date

#: How many rows with anything in them are looked at for headings.
ROWS_LOOKED_AT = 15
#: Without a date column, this share of the texts begins with a date, and at least so many.
_SHARE_DATED, _FEWEST_DATED = 0.8, 2
#: Stands for a year left out where only the form of a date matters; a leap year, so that 29 February is one.
_ANY_YEAR = 2000
#: A cell of so many words is no kind of event but tells what happened.
_FEWEST_TOLD = 8
_AGENCY = r"(?:name of )?(?:agency|organisation|organization|service|reporting agency)(?: name)?"
_AGENCY_LINE = re.compile(rf"\s*{_AGENCY}\s*:\s*(\S.*)", re.IGNORECASE)
_AGENCY_LABEL = re.compile(rf"\s*{_AGENCY}\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """One row as the file has it. ``number`` counts as Excel does, from 1, blank rows included.

    ``filled`` has what merged cells above lend to this row, by column from 0. ``place`` is set where a person would
    not find the row by its number in the sheet: ``page 3, row 4``, ``line 12``. ``original`` is the row as the file has
    it, heading to cell, where ``cells`` were put together from it.
    """

    number: int
    cells: tuple[Cell, ...]
    filled: Mapping[int, Cell] = field(default_factory=dict)
    place: str = ""
    original: Mapping[str, str] | None = None

    @property
    def blank(self) -> bool:
        """Whether no cell of the row itself holds anything."""
        return all(is_blank(cell) for cell in self.cells)

    def texts(self) -> tuple[str, ...]:
        """The cells as clean text."""
        return self._texts

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return tuple(clean(cell) for cell in self.cells)


@dataclass(frozen=True)
class HeadingRow:
    """The headings found: what the columns mean, where the data begin, and what stood above.

    ``data_from`` and ``heading_at`` count within the rows given; ``stray`` are the rows above from the first dated.
    """

    columns: Columns
    heading_at: int
    data_from: int
    title_agency: str
    stray: tuple[Row, ...]
    repeat: tuple[str, ...]


def find_heading_row(rows: Sequence[Row], book: HeadingBook) -> HeadingRow | None:
    """The row among ``rows`` with the most recognised headings, or ``None``.

    It needs a date heading and one that says what happened or to whom (text, event or people); or a text heading alone
    where the texts below it begin with their dates.
    """
    best, best_count = None, 0
    for at, row in enumerate(rows[:ROWS_LOOKED_AT]):
        found = [name for name in map(book.field_of, row.texts()) if name]
        below = _unhinted(rows[at + 1]) if at + 1 < len(rows) else ()
        fields = set(found)
        if (
            "date" in fields
            and not fields.isdisjoint({"text", "event", "people"})
            and len(found) > best_count
        ):
            best, best_count = at, len(found)
        elif best is None and "date" in fields and _is_second_row(row.texts(), below, book):
            joined = {book.field_of(heading) for heading in _joined(row.texts(), below, book)}
            if not joined.isdisjoint({"text", "event", "people"}):
                best, best_count = at, len(found)
    if best is None:
        best = _text_heading(rows, book)
    return None if best is None else _understood(rows, best, book)


def _text_heading(rows: Sequence[Row], book: HeadingBook) -> int | None:
    """The row with a heading for what happened, where nearly all the texts below it begin with a date."""
    for at, row in enumerate(rows[:ROWS_LOOKED_AT]):
        meant = [book.field_of(heading) for heading in row.texts()]
        if "text" not in meant or "date" in meant:
            continue
        below = [_at(other.texts(), meant.index("text")) for other in rows[at + 1 : at + 1 + ROWS_LOOKED_AT]]
        dated = sum(leading_date(text, default_year=_ANY_YEAR) is not None for text in below)
        if dated >= _FEWEST_DATED and dated >= _SHARE_DATED * len(below):
            return at
    return None


def _understood(rows: Sequence[Row], at: int, book: HeadingBook) -> HeadingRow:
    headings = rows[at].texts()
    above = rows[at - 1].texts() if at else ()
    whole = [
        heading or (above[column] if column < len(above) and book.field_of(above[column]) else "")
        for column, heading in enumerate(headings)
    ]
    whole += [cell if book.field_of(cell) else "" for cell in above[len(headings) :]]
    data_from = at + 1
    data_from = _below_hints(rows, data_from)
    if data_from < len(rows) and _is_second_row(headings, second := _unhinted(rows[data_from]), book):
        whole = _joined(whole, second, book)
        data_from = _below_hints(rows, data_from + 1)
    while whole and not whole[-1]:
        whole.pop()
    columns = _with_narrative(book.columns(whole), rows[data_from:])
    date = columns.first("date")
    first = next((n for n, row in enumerate(rows[:at]) if date is not None and _has_date_in(row, date)), at)
    stray = tuple(row for row in rows[first:at] if not row.blank)
    repeat = tuple(normal(heading) for heading in headings)
    return HeadingRow(columns, at, data_from, _agency_in(rows[:at], book), stray, repeat)


def _unhinted(row: Row) -> tuple[str, ...]:
    """The cells of a row that may be headings, without those that say how to fill in the column."""
    return tuple("" if is_hint(text) else text for text in row.texts())


def _below_hints(rows: Sequence[Row], at: int) -> int:
    """The first row from ``at`` that says anything but how to fill in the columns."""
    while at < len(rows) and not rows[at].blank and not any(_unhinted(rows[at])):
        at += 1
    return at


def _with_narrative(columns: Columns, below: Sequence[Row]) -> Columns:
    """The columns, with one headed as the kind of event taken for the text where no other is and it tells a story."""
    event = columns.first("event")
    if event is None or columns.first("text") is not None:
        return columns
    told = [len(text.split()) for text in (_at(row.texts(), event) for row in below) if text]
    if 2 * sum(words >= _FEWEST_TOLD for words in told) <= len(told):
        return columns
    return replace(columns, fields=moved(columns.fields, event))


def _is_second_row(first: Sequence[str], second: Sequence[str], book: HeadingBook) -> bool:
    """Whether the row below the headings holds more headings.

    They are two or more and half of its cells, none of them under the date, and at least one under an empty
    heading or one that it completes ("Child" over "Seen").
    """
    filled = [cell for cell in second if cell]
    known = [cell for cell in filled if book.field_of(cell)]
    over_date = any(
        book.field_of(heading) == "date" and _at(second, column) for column, heading in enumerate(first)
    )
    below_group = any(
        cell and book.field_of(f"{_at(first, column)} {cell}") for column, cell in enumerate(second)
    )
    return len(known) >= 2 and 2 * len(known) >= len(filled) and below_group and not over_date


def _joined(first: Sequence[str], second: Sequence[str], book: HeadingBook) -> list[str]:
    """One heading a column out of two rows: both together where that is known, else lower, else upper."""
    joined = []
    for column in range(max(len(first), len(second))):
        upper, lower = _at(first, column), _at(second, column)
        both = f"{upper} {lower}".strip()
        joined.append(next((words for words in (both, lower, upper) if book.field_of(words)), both))
    return joined


def _at(cells: Sequence[str], column: int) -> str:
    return cells[column] if column < len(cells) else ""


def _has_date_in(row: Row, column: int) -> bool:
    if column >= len(row.cells) or sum(not is_blank(cell) for cell in row.cells) < 2:
        return False
    try:
        return read_date(row.cells[column]).known
    except UnreadableDate:
        return False


def _agency_in(titles: Sequence[Row], book: HeadingBook) -> str:
    """The agency that a title line such as "Agency: Midwifery" names, in one cell or in two."""
    for row in titles:
        cells = [text for text in row.texts() if text]
        for at, text in enumerate(cells):
            line = _AGENCY_LINE.fullmatch(text)
            if line:
                return line[1]
            follows = cells[at + 1] if at + 1 < len(cells) else ""
            if follows and _AGENCY_LABEL.fullmatch(text):
                return follows
            if len(cells) == 2 and at == 0 and book.field_of(text) == "agency" and not book.field_of(follows):
                return follows
    return ""
