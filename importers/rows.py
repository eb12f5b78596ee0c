"""From the rows of one sheet to entries: every row is imported, or rejected with a reason."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice, zip_longest
from typing import Any

from importers.cells import Cell, as_it_was, clean, is_blank, on_one_line
from importers.heading_row import ROWS_LOOKED_AT, HeadingRow, Row, find_heading_row
from importers.headings import Columns, Field, HeadingBook, answer, normal, source_as_agency
from importers.row_dates import Dated, RowDates
from importers.rows_ahead import RowsAhead
from scrgraph.model.base import Progress
from scrgraph.model.entry import Chronology, Entry, RejectedRow
from scrgraph.model.vocabulary import Detail
from scrgraph.temporal.read_date import UnreadableDate

#: Dates wider than this many days do not stretch the period a chronology covers.
COVERING_DAYS = 31
_REPORT_EVERY = 1000
_LENT: tuple[Field, ...] = ("date", "date_precision", "agency", "role", "professional", "people")
_TEXTS: dict[Field, str] = {
    "agency": "agency_text", "role": "role_text", "professional": "professional_text",
    "people": "people_text", "event": "event_text", "to_agency": "to_text", "from_agency": "from_text",
    "action": "action_text", "text": "text", "reference": "reference", "source": "source_text",
}  # fmt: skip
_ANSWERS: tuple[Field, ...] = ("received", "child_seen", "seen_alone")
_SAYS_NOTHING: frozenset[Field] = frozenset(
    {"date", "date_precision", "time", "agency", "reference", "comment"}
)
#: Parts in which a blank date means the date of the row above.
_RUN_ON = frozenset({"table", "page", "text"})
_ON = frozenset({"sheet", "page"})
#: Fields in which a line of a cell is a statement of its own.
_TOLD_IN_LINES: tuple[Field, ...] = ("text", "action")
_KEPT = "It was kept in rejected.csv"
_HEAD_IT = "if the {part} belongs to the chronology, give it a row of headings and import again"
_SAY_IT = "say there what happened and import again"
_LINE = "if something happened then, say there what and import again, else nothing needs to be done"
_DATES_BELOW = f"it dates the rows below it that give none; {_LINE}"


@dataclass(frozen=True)
class Sheet:
    """The rows of one file, sheet or table and what they will be called. ``name`` is empty for the only one.

    ``part`` is what a person calls it in the place of a row: ``sheet Log, row 4``, ``table 2, row 4``.
    ``stated_agency`` is whose chronology a title or the name of the file says it is; the author's ``agency`` goes
    before it. ``dates_run_on`` says that a row with a blank date has the date of the row above, as in documents;
    tables, pages and texts are always read so. ``lines_wrap``: lines end where the page does and mean nothing.
    """

    file: str
    chronology_id: str
    rows: Iterable[Row]
    name: str = ""
    title: str = ""
    sha256: str = ""
    agency: str = ""
    total: int = 0
    part: str = "sheet"
    stated_agency: str = ""
    dates_run_on: bool = False
    lines_wrap: bool = False


@dataclass
class SheetRead:
    """What a sheet gave. ``found``: whether headings were recognised; ``first_line``: what was seen first."""

    chronology: Chronology
    entries: list[Entry] = field(default_factory=list)
    rejected: list[RejectedRow] = field(default_factory=list)
    found: bool = True
    first_line: str = ""


def read_sheet(sheet: Sheet, book: HeadingBook, progress: Progress | None = None) -> SheetRead:
    """Read every row of ``sheet``. A blank row is no row; any other below the headings is counted once."""
    rows = (row for row in _reported(sheet, progress) if not row.blank)
    top = list(islice(rows, ROWS_LOOKED_AT + 1))
    heading = find_heading_row(top, book)
    data = RowsAhead(chain(top[heading.data_from :] if heading else top, rows))
    reader = _Reader(sheet, heading, data)
    if heading is None:
        for row in data:
            on = "on" if sheet.part in _ON else "in"
            fault = f"cannot be used: no headings were recognised {on} this {sheet.part}"
            reader.reject(row, fault, _HEAD_IT.format(part=sheet.part))
    else:
        for row in heading.stray:
            reader.reject(row, "stands above the headings", "move it below them in the file and import again")
        for row in data:
            reader.take(row)
    return reader.result(" | ".join(text for text in top[0].texts() if text) if top else "")


class _Reader:
    """Turns the rows of one sheet into entries and rejected rows, keeping count."""

    def __init__(self, sheet: Sheet, heading: HeadingRow | None, rows: RowsAhead) -> None:
        self.sheet = sheet
        self.heading = heading
        self.columns = heading.columns if heading else Columns((), {})
        self.agency = sheet.agency or (heading.title_agency if heading else "") or sheet.stated_agency
        if not self.agency:
            self.columns = source_as_agency(self.columns)
        self.entries: list[Entry] = []
        self.rejected: list[RejectedRow] = []
        self._dated = self.columns.first("date")
        self._run_on = sheet.dates_run_on or sheet.part in _RUN_ON
        self._dates = RowDates(rows, self._dated, run_on=self._run_on, text_column=self.columns.first("text"))
        self._firsts = {name: columns[0] for name, columns in self.columns.fields.items()}
        self._says = [
            column
            for column, name in enumerate(self.columns.names)
            if self.columns.meanings.get(name) not in _SAYS_NOTHING
        ]
        fields = self.columns.fields
        told = () if sheet.lines_wrap else _TOLD_IN_LINES
        self._in_lines = frozenset(column for name in told for column in fields.get(name, ()))
        self._lent = [column for name in _LENT for column in self.columns.fields.get(name, ())[:1]]
        self._others = sorted(
            column
            for name, columns in self.columns.fields.items()
            if name != "time"
            for column in columns[1:]
        )

    def take(self, row: Row) -> None:
        """Import the row or reject it."""
        cells = self._completed(row)
        in_lines = self._in_lines
        texts = [on_one_line(cell) if at in in_lines else clean(cell) for at, cell in enumerate(cells)]
        if self._is_repeat(texts):
            self.reject(row, "is a repeat of the headings", "nothing needs to be done")
            return
        if self._dates.is_line(texts):
            self.reject(row, "is a line that dates the rows below it", _LINE)
            return
        dated = self._dated
        written = cells[dated] if dated is not None and dated < len(cells) else ""
        says = self._says_something(texts)
        try:
            read = self._dates.read(
                written, self._text(texts, "date_precision"), self._text(texts, "text"), says=says
            )
        except UnreadableDate as reason:
            self._reject_date(row, clean(written), str(reason))
            return
        if not says and not read.rest:
            what = "nothing but a date" if read.date.known else "nothing that says what happened"
            self.reject(row, f"has {what}", _DATES_BELOW if read.date.known and self._run_on else _SAY_IT)
            return
        self.entries.append(self._entry(row, read, texts))

    def _says_something(self, texts: list[str]) -> bool:
        return any(texts[column] for column in self._says if column < len(texts)) or any(
            texts[len(self.columns.names) :]
        )

    def _completed(self, row: Row) -> list[Cell]:
        """The cells, with what merged cells above lend to the columns that say when and who."""
        cells = list(row.cells)
        for column in self._lent:
            if column in row.filled:
                cells += [""] * (column + 1 - len(cells))
                if is_blank(cells[column]):
                    cells[column] = row.filled[column]
        return cells

    def _is_repeat(self, texts: list[str]) -> bool:
        headings = self.heading.repeat if self.heading else ()
        pairs = zip_longest(texts, headings, fillvalue="")
        return any(texts) and all(normal(text) == heading for text, heading in pairs)

    def _text(self, texts: list[str], name: Field) -> str:
        column = self._firsts.get(name)
        return texts[column] if column is not None and column < len(texts) else ""

    def _entry(self, row: Row, read: Dated, texts: list[str]) -> Entry:
        names = self.columns.names
        values: dict[str, Any] = {attribute: self._text(texts, name) for name, attribute in _TEXTS.items()}
        values["agency_text"] = values["agency_text"] or self.agency
        more = [f"{names[c]}: {texts[c]}" for c in self._others if c < len(texts) and texts[c]]
        values["text"] = "; ".join(filter(None, [read.rest, values["text"], *more]))
        values |= {name: answer(self._text(texts, name)) for name in _ANSWERS}
        return Entry(
            entry_id=f"{self.sheet.chronology_id}#{row.number}",
            chronology_id=self.sheet.chronology_id,
            file=self.sheet.file,
            place=self._place(row),
            row=row.number,
            date=read.date,
            original=self._original(row),
            **values,
        )

    def _place(self, row: Row) -> str:
        where = row.place or f"row {row.number}"
        return f"{self.sheet.part} {self.sheet.name}, {where}" if self.sheet.name else where

    def _original(self, row: Row) -> dict[str, str]:
        """Heading to cell for every cell that holds something."""
        if row.original is not None:
            return dict(row.original)
        names, width = self.columns.names, len(self.columns.names)
        original = {}
        for column, cell in enumerate(row.cells):
            if not is_blank(cell):
                name = names[column] if column < width else f"(extra {column - width + 1})"
                original[name if self.heading else f"(column {column + 1})"] = as_it_was(cell)
        return original

    def _reject_date(self, row: Row, written: str, reason: str) -> None:
        shown = written if len(written) <= 60 else f"{written[:57]}..."
        self._add(
            row,
            f"has no date that can be read ('{shown}'): {reason}",
            "give it a date there and import again",
        )

    def reject(self, row: Row, fault: str, next_step: str) -> None:
        """Keep the row as rejected: "Row 4 of a.csv <fault>. It was kept in rejected.csv; <next step>."."""
        self._add(row, fault, next_step)

    def _add(self, row: Row, fault: str, next_step: str) -> None:
        where = row.place or f"row {row.number}"
        part = f" on {self.sheet.part} {self.sheet.name}" if self.sheet.name else ""
        reason = f"{where.capitalize()}{part} of {self.sheet.file} {fault}. {_KEPT}; {next_step}."
        original = json.dumps(self._original(row), ensure_ascii=False)
        self.rejected.append(
            RejectedRow(file=self.sheet.file, place=self._place(row), reason=reason, original=original)
        )

    def result(self, first_line: str) -> SheetRead:
        """Everything read, with the counts and the period and agency the sheet speaks for."""
        named = {
            entry.agency_text.casefold(): entry.agency_text for entry in self.entries if entry.agency_text
        }
        saying = sum(bool(entry.agency_text) for entry in self.entries)
        most = len(named) == 1 and 2 * saying >= len(self.entries)
        agency = self.agency or (next(iter(named.values())) if most else "")
        if agency and not self.agency:
            self.entries = [
                entry if entry.agency_text else entry.model_copy(update={"agency_text": agency})
                for entry in self.entries
            ]
        own = bool(self.sheet.agency) or (bool(agency) and len(named) <= 1)
        days = [
            (entry.date.earliest, entry.date.latest)
            for entry in self.entries
            if entry.date.earliest is not None
            and entry.date.latest is not None
            and (entry.date.latest - entry.date.earliest).days < COVERING_DAYS
        ]
        chronology = Chronology(
            chronology_id=self.sheet.chronology_id,
            file=self.sheet.file,
            sheet=self.sheet.title,
            sha256=self.sheet.sha256,
            agency_text=agency if own else "",
            detail=Detail.OWN if own else Detail.COMPOSITE,
            covers_from=min((first for first, _ in days), default=None),
            covers_to=max((last for _, last in days), default=None),
            rows_read=len(self.entries) + len(self.rejected),
            rows_imported=len(self.entries),
            rows_rejected=len(self.rejected),
            headings=self.columns.meanings,
            unknown_headings=self.columns.unknown,
        )
        return SheetRead(chronology, self.entries, self.rejected, self.heading is not None, first_line)


def _reported(sheet: Sheet, progress: Progress | None) -> Iterator[Row]:
    """The rows, telling ``progress`` how far the reading is."""
    what, done = f"reading {sheet.file}", 0
    for row in sheet.rows:
        yield row
        done = row.number
        if progress and done % _REPORT_EVERY == 0:
            progress(what, done, max(done, sheet.total))
    if progress:
        progress(what, done, done)
