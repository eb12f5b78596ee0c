"""The tables of an OpenDocument spreadsheet (.ods), read from its content.xml as it streams by.

Own code because python-calamine tells nothing of merged cells or of what a cell shows in this format, and ends
the program on a file that repeats a cell some millions of times. Source: OpenDocument 1.3, part 3, chapter 9.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from importers.cells import Cell, is_blank
from importers.sheet_limits import LARGEST_UNPACKED, LAST_ROW, MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from scrgraph.model.partial_date import MONTHS

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_DRAWN = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0 "
_CELLS = frozenset({_TABLE + "table-cell", _TABLE + "covered-table-cell"})
_LEFT_OUT = frozenset({_OFFICE + "annotation", _TABLE + "tracked-changes", _TABLE + "shapes"})
_CHUNK = 1 << 16
_DIGITS = re.compile(r"\d+")
_WITH_EXPONENT = re.compile(r"[\d.,]+E[+-]?\d+")


class TooManyCells(Exception):
    """The tables hold or repeat more than a chronology can have."""


@dataclass
class Table:
    """One table: its rows that hold anything, numbered from 1, and its merges as ``SheetMarks`` has them."""

    name: str
    rows: list[tuple[int, tuple[Cell, ...]]] = field(default_factory=list)
    merges: dict[int, list[tuple[int, int]]] = field(default_factory=dict)


def tables_of(xml: IO[bytes]) -> list[Table]:
    """Every table of the document.

    Raises ``TooManyCells``, ``ValueError`` for a document that declares entities, and ``expat.ExpatError``.
    """
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.EntityDeclHandler = _refuse_entities
    while chunk := xml.read(_CHUNK):
        parser.Parse(chunk, False)
    parser.Parse(b"", True)
    return reader.tables


def _refuse_entities(*_: object) -> None:
    raise ValueError("entities")


class _Reader:
    """Builds the tables from the beginnings and ends of elements."""

    def __init__(self) -> None:
        self.tables: list[Table] = []
        self._left_out = 0
        self._inner_tables = 0
        self._row = 0
        self._row_repeats = 1
        self._cells: list[Cell] = []
        self._column = 0
        self._spans: list[tuple[int, int]] = []
        self._cell: Mapping[str, str] | None = None
        self._paragraphs: list[list[str]] = []
        self._rows_held = self._cells_held = self._letters_held = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._left_out or name in _LEFT_OUT or (self._cell is not None and name.startswith(_DRAWN)):
            self._left_out += 1
        elif self._cell is not None:
            self._in_cell(name, attributes)
        elif name == _TABLE + "table":
            self.tables.append(Table(attributes.get(_TABLE + "name", "")))
            self._row = 0
        elif name == _TABLE + "table-row":
            self._row_repeats = _count(attributes, "number-rows-repeated")
            self._cells, self._column, self._spans = [], 0, []
        elif name in _CELLS:
            self._cell, self._paragraphs = attributes, []

    def _in_cell(self, name: str, attributes: dict[str, str]) -> None:
        if name in _CELLS or name == _TABLE + "table":
            self._inner_tables += 1
        elif name in (_TEXT + "p", _TEXT + "h"):
            self._paragraphs.append([])
        elif name == _TEXT + "s":
            spaces = attributes.get(_TEXT + "c", "1")
            self.characters(" " * min(100, int(spaces) if spaces.isascii() and spaces.isdigit() else 1))
        elif name in (_TEXT + "tab", _TEXT + "line-break"):
            self.characters("\t" if name.endswith("tab") else "\n")

    def characters(self, text: str) -> None:
        if self._cell is not None and not self._left_out and self._paragraphs:
            self._paragraphs[-1].append(text)

    def end(self, name: str) -> None:
        if self._left_out:
            self._left_out -= 1
        elif self._inner_tables and (name in _CELLS or name == _TABLE + "table"):
            self._inner_tables -= 1
        elif self._cell is not None and name in _CELLS:
            self._end_cell(self._cell)
            self._cell = None
        elif name == _TABLE + "table-row" and self.tables and self._cell is None:
            self._end_row()

    def _end_cell(self, attributes: Mapping[str, str]) -> None:
        repeats = _count(attributes, "number-columns-repeated")
        cell = _value(attributes, "\n".join("".join(words) for words in self._paragraphs))
        down = _count(attributes, "number-rows-spanned")
        if down > 1:
            self._spans.append((self._column, down))
        if not is_blank(cell):
            if self._column + repeats > MOST_COLUMNS:
                raise TooManyCells
            self._cells += [""] * (self._column - len(self._cells)) + [cell] * repeats
            self._letters_held += repeats * self._row_repeats * (len(cell) if isinstance(cell, str) else 1)
        self._column = min(self._column + repeats, MOST_COLUMNS)

    def _end_row(self) -> None:
        table, first = self.tables[-1], self._row + 1
        self._row += self._row_repeats
        for column, down in self._spans:
            table.merges.setdefault(first, []).append((column, first + down - 1))
        if not self._cells:
            return
        self._rows_held += self._row_repeats
        self._cells_held += self._row_repeats * len(self._cells)
        if (
            self._row > LAST_ROW
            or self._rows_held > MOST_ROWS
            or self._cells_held > MOST_CELLS
            or self._letters_held > LARGEST_UNPACKED
        ):
            raise TooManyCells
        cells = tuple(self._cells)
        table.rows += [(number, cells) for number in range(first, self._row + 1)]


def _count(attributes: Mapping[str, str], name: str) -> int:
    written = attributes.get(_TABLE + name, "1")
    return int(written) if written.isascii() and written.isdigit() and 1 <= len(written) <= 9 else 1


def _value(attributes: Mapping[str, str], shown: str) -> Cell:
    """The cell as a day where the file holds a day, else as the text that it shows."""
    kind = attributes.get(_OFFICE + "value-type", "")
    if kind == "date":
        return _day(attributes.get(_OFFICE + "date-value", ""), shown)
    if kind == "boolean":
        return attributes.get(_OFFICE + "boolean-value", shown).upper()
    value = attributes.get(_OFFICE + "value", "")
    if kind == "float" and value and (not shown or _WITH_EXPONENT.fullmatch(shown)):
        try:
            return f"{float(value):.15g}"
        except ValueError:
            return shown
    return shown or attributes.get(_OFFICE + "string-value", "") or value


def _day(written: str, shown: str) -> Cell:
    """A day, or its month or year in words where the cell shows no more than that ("Jun 17")."""
    try:
        day = dt.datetime.fromisoformat(written)
    except ValueError:
        return shown or written
    numbers = [int(digits) for digits in _DIGITS.findall(shown)]
    if day.day == 1 and day.time() == dt.time() and numbers and numbers[-1] in (day.year, day.year % 100):
        if len(numbers) == 1 and any(letter.isalpha() for letter in shown) and day.year % 100 != 1:
            return f"{MONTHS[day.month - 1]} {day.year}"
        if len(numbers) == 2 and numbers[0] == day.month and numbers[1] == day.year:
            return f"{MONTHS[day.month - 1]} {day.year}"
        if numbers == [day.year] and day.month == 1:
            return str(day.year)
    return day.date() if "T" not in written else day.replace(tzinfo=None)
