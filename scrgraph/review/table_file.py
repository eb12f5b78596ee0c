"""The plain CSV files of a review that both the import and the author write: people.csv and agencies.csv."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scrgraph.atomic import write_text_atomic
from scrgraph.review.cells import guard, unguard
from scrgraph.review.errors import Problem, ReviewError, error
from scrgraph.review.names import nearest


@dataclass(frozen=True)
class Line:
    """One row: ``number`` is the line of the file on which it begins, ``cells`` has every column."""

    number: int
    cells: Mapping[str, str]

    @property
    def place(self) -> str:
        """Where the row stands, for a message: ``line 4``."""
        return f"line {self.number}"


def read_lines(
    path: Path, columns: Sequence[str], required: Sequence[str]
) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The rows of the file and what is wrong with its shape; no rows when the file is not there.

    Columns may stand in any order and all but the ``required`` ones may be left out. Rows without a single
    value are passed over, as spreadsheets leave them behind.
    """
    file = path.name
    if not path.exists():
        return (), ()
    try:
        text = text_of(path)
    except ReviewError as reason:
        return (), reason.problems
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines: list[Line] = []
    problems: list[Problem] = []
    try:
        header = [cell.strip().lower() for cell in next(reader, [])]
        problems += _faults_of_header(file, header, columns, required)
        if problems:
            return (), tuple(problems)
        number = reader.line_num + 1
        for row in reader:
            if any(cell.strip() for cell in row[len(header) :]):
                message = (
                    f"the row has {len(row)} cells and the heading {len(header)}. Put cells that "
                    "contain a comma in quotation marks."
                )
                problems.append(error(file, f"line {number}", message))
            if any(cell.strip() for cell in row):
                cells = dict.fromkeys(columns, "")
                cells.update(zip(header, (unguard(cell.strip()) for cell in row), strict=False))
                cells.pop("", None)
                lines.append(Line(number, cells))
            number = reader.line_num + 1
    except csv.Error as reason:
        message = f"the row cannot be read ({reason}). Look for a quotation mark that is not closed."
        problems.append(error(file, f"line {max(reader.line_num, 1)}", message))
    return tuple(lines), tuple(problems)


def write_lines(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Write the rows in the order given: UTF-8, no byte-order mark, one line a row, the whole file at once.

    A line break inside a value becomes a space. Raises ``ReviewError`` when another program holds the file.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(
        [guard(" ".join(row.get(column, "").splitlines())) for column in columns] for row in rows
    )
    try:
        write_text_atomic(path, text.getvalue())
    except PermissionError as reason:
        raise ReviewError(
            f"{path.name} could not be written ({reason.strerror}). If it is open in Excel, close it there "
            "and try again."
        ) from reason


def text_of(path: Path) -> str:
    """The text of a UTF-8 file, with or without a byte-order mark. Raises ``ReviewError`` for any other."""
    try:
        data = path.read_bytes()
    except OSError as reason:
        message = (
            f"the file could not be opened ({reason.strerror}). If it is open elsewhere, close it there."
        )
        raise _refused(path, "", message) from reason
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        message = "the file is not UTF-8 text. In Excel choose Save As and 'CSV UTF-8 (Comma delimited)'."
        line = data.count(b"\n", 0, reason.start) + 1
        raise _refused(path, f"line {line}", message) from reason


def _refused(path: Path, place: str, message: str) -> ReviewError:
    problem = error(path.name, place, message)
    return ReviewError(str(problem), [problem])


def _faults_of_header(
    file: str, header: Sequence[str], columns: Sequence[str], required: Sequence[str]
) -> list[Problem]:
    """Columns that are unknown, there twice or missing."""
    allowed = ", ".join(columns)
    problems: list[Problem] = []
    for column in dict.fromkeys(name for name in header if name):
        if column not in columns:
            hint = nearest(column, columns)
            message = f"there is no column '{column}'.{hint} The columns are: {allowed}."
            problems.append(error(file, "line 1", message))
        elif header.count(column) > 1:
            problems.append(
                error(file, "line 1", f"the column '{column}' is there twice. Take one of them out.")
            )
    for column in required:
        if column not in header:
            message = f"the column '{column}' is missing. The first line holds the columns: {allowed}."
            problems.append(error(file, "line 1", message))
    return problems
