"""The spreadsheet of doubts: written to be filled in, and read back as decisions."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from importers.safe_csv import neutral, write_rows
from scrgraph.atomic import write_bytes_atomic
from scrgraph.model.base import Thing
from scrgraph.model.doubt import Doubt
from scrgraph.model.entry import Entry
from scrgraph.review.cells import unguard
from scrgraph.review.errors import ReviewError

COLUMNS = (
    "answer", "reason", "question", "taken as", "because", "row", "other row", "findings that rest on it",
    "answers that can be given", "kind", "subject",
)  # fmt: skip
_WIDTHS = (22, 22, 34, 18, 34, 60, 60, 12, 40, 10, 40)
_LONGEST_LIST = 250
_LARGEST = 20_000_000


class Answer(Thing):
    """One line of the sheet that was filled in; ``line`` counts as a spreadsheet does."""

    line: int
    answer: str
    reason: str = ""
    kind: str
    subject: str


def write_doubts(path: Path, doubts: Sequence[Doubt], entries: Mapping[str, Entry]) -> None:
    """Write the doubts, the most consequential first, as .xlsx or .csv by the suffix of ``path``.

    Raises ``ReviewError`` for another suffix or a file that cannot be written.
    """
    rows = [_row(doubt, entries) for doubt in doubts]
    suffix = path.suffix.casefold()
    if suffix not in (".xlsx", ".csv"):
        raise ReviewError(f"Doubts are written as .xlsx or .csv, not '{path.name}'. Call it doubts.xlsx.")
    try:
        if suffix == ".csv":
            write_rows(path, COLUMNS, rows)
        else:
            write_bytes_atomic(path, _workbook(doubts, rows))
    except OSError as reason:
        raise ReviewError(
            f"{path.name} could not be written ({reason.strerror}). If it is open in Excel, close it there."
        ) from reason


def read_answers(path: Path) -> tuple[Answer, ...]:
    """The lines of a sheet of doubts that were answered. Raises ``ReviewError`` in words."""
    try:
        if path.stat().st_size > _LARGEST:
            raise ReviewError(
                f"{path.name} is too large to be a sheet of doubts. Write it anew with: scrgraph check"
            )
        lines = _csv_lines(path) if path.suffix.casefold() == ".csv" else _excel_lines(path)
    except OSError as reason:
        raise ReviewError(
            f"{path.name} could not be read ({reason.strerror}). Close it in Excel and try again."
        ) from reason
    headings = [cell.casefold() for cell in lines[0]] if lines else []
    missing = [name for name in ("answer", "kind", "subject") if name not in headings]
    if missing:
        raise ReviewError(
            f"{path.name} has no column '{missing[0]}', so it is not a sheet of doubts. Write one with: "
            "scrgraph check DIR --to doubts.xlsx"
        )
    found = []
    for number, line in enumerate(lines[1:], start=2):
        cells = {name: unguard(cell).strip() for name, cell in zip(headings, line, strict=False)}
        if cells.get("answer"):
            found.append(
                Answer(
                    line=number,
                    answer=cells["answer"],
                    reason=cells.get("reason", ""),
                    kind=cells["kind"],
                    subject=cells["subject"],
                )
            )
    return tuple(found)


def in_one_line(entry: Entry) -> str:
    """A row as an author recognises it: file, place, date, agency and words."""
    who = entry.agency_text or "no agency"
    return (
        f"{entry.file}, {entry.place} · {entry.date} · {who} · {entry.event_text or ''} {entry.words}".strip()
    )


def _row(doubt: Doubt, entries: Mapping[str, Entry]) -> list[str]:
    about_file = doubt.kind in ("file", "heading")
    shown = [] if about_file else [in_one_line(entries[key]) for key in doubt.entry_ids[:2]]
    shown += [""] * (2 - len(shown))
    more = f" ({len(doubt.entry_ids)} rows)" if len(doubt.entry_ids) > 2 else ""
    answers = ", ".join(doubt.answers) + (", or any other" if doubt.open_answer and doubt.answers else "")
    return [
        "", "", doubt.question, doubt.now, doubt.because + more, *shown, str(doubt.rests_on), answers, doubt.kind,
        doubt.subject,
    ]  # fmt: skip


def _workbook(doubts: Sequence[Doubt], rows: Sequence[Sequence[str]]) -> bytes:
    # openpyxl is loaded only where a workbook is written or read: it would slow every start.
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new workbook always has a sheet
    sheet.title = "Doubts"
    sheet.append(list(COLUMNS))
    fill = PatternFill("solid", fgColor="FFF6DDAA")
    for number, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.cell(1, number).font = Font(bold=True)
    for at, (doubt, row) in enumerate(zip(doubts, rows, strict=True), start=2):
        for number, value in enumerate(row, start=1):
            cell = sheet.cell(at, number, neutral(value))
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.cell(at, 1).fill = sheet.cell(at, 2).fill = fill
        choice = ",".join(doubt.answers)
        if doubt.answers and len(choice) <= _LONGEST_LIST and not any("," in one for one in doubt.answers):
            valid = DataValidation(type="list", formula1=f'"{choice}"', allow_blank=True)
            valid.showErrorMessage = not doubt.open_answer
            valid.add(f"A{at}")
            sheet.add_data_validation(valid)
    sheet.freeze_panes = "C2"
    book.properties.creator = "scrgraph"
    book.properties.created = book.properties.modified = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - the same bytes each time
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _csv_lines(path: Path) -> list[list[str]]:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    separator = ";" if first.count(";") > first.count(",") else ","
    try:
        return [list(line) for line in csv.reader(io.StringIO(text, newline=""), delimiter=separator)]
    except csv.Error as reason:
        raise ReviewError(
            f"{path.name} cannot be read as CSV ({reason}). Save it as .xlsx and try again."
        ) from reason


def _excel_lines(path: Path) -> list[list[str]]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
        sheet = book.worksheets[0]
        lines = [
            ["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)
        ]
        book.close()
    except OSError:
        raise
    except Exception as reason:
        raise ReviewError(
            f"{path.name} is not a workbook that can be read ({type(reason).__name__}). Save it as .xlsx and try again."
        ) from reason
    return lines
