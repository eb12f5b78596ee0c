"""CSV files that a spreadsheet opens as text: no cell runs as a formula, and a crash leaves no half file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from scrgraph.atomic import write_bytes_atomic

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")


def neutral(value: object) -> str:
    """``value`` as text that no spreadsheet takes for a formula: an apostrophe before ``= + - @``, tab or CR.

    Plain numbers and a dash alone are left as they are; ``None`` is an empty cell.
    """
    text = "" if value is None else str(value)
    if text == "-" or _NUMBER.fullmatch(text) or not _FORMULA.match(text):
        return text
    return f"'{text}"


def write_rows(
    path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, object] | Sequence[object]]
) -> None:
    """Write rows under their headings: UTF-8 with a byte-order mark for Excel, the whole file at once.

    A row is a mapping from column (missing ones are left empty) or a sequence in the order of ``columns``.
    Raises ``ValueError`` for a row that does not fit the columns, ``OSError`` when the file cannot be
    written; in both cases a file already there is left as it was.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([neutral(column) for column in columns])
    for row in rows:
        writer.writerow([neutral(value) for value in _in_order(row, columns)])
    write_bytes_atomic(Path(path), text.getvalue().encode("utf-8-sig", errors="replace"))


def _in_order(row: Mapping[str, object] | Sequence[object], columns: Sequence[str]) -> list[object]:
    if isinstance(row, Mapping):
        other = [name for name in row if name not in columns]
        if other:
            raise ValueError(f"the row has cells for columns that are not there: {', '.join(other)}")
        return [row.get(column, "") for column in columns]
    if len(row) != len(columns):
        raise ValueError(f"the row has {len(row)} cells and there are {len(columns)} columns")
    return list(row)
