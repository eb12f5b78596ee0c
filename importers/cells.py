"""Cells of any source made comparable: clean text for the fields, the cell as it was for ``original``."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

#: A cell as the file gave it: text, or a day where the file itself says that it is one.
Cell = str | dt.date | dt.datetime

_BREAK = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")
_ENDS = frozenset(".,:;!?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def as_it_was(cell: Cell) -> str:
    """The cell with its lines kept and control characters taken out; a day in ISO form."""
    if isinstance(cell, str):
        if cell.isprintable():
            return cell
        return _CONTROL.sub("", cell.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ") if cell.time() != dt.time() else cell.date().isoformat()
    return cell.isoformat()


def clean(cell: Cell) -> str:
    """The cell on one line: no control characters, and one space where there was any run of space."""
    return " ".join(as_it_was(cell).split())


def on_one_line(cell: Cell) -> str:
    """The cell on one line as ``clean`` gives it, with a semicolon between lines that are statements of their own.

    That is where no punctuation ends the one and the next does not go on in small letters.
    """
    if not isinstance(cell, str) or not _BREAK.search(cell):
        return clean(cell)
    lines = [line for line in map(clean, _BREAK.split(cell)) if line]
    parted = [
        line if line[-1] in _ENDS or after[0].islower() else f"{line};" for line, after in pairwise(lines)
    ]
    return " ".join((*parted, *lines[-1:]))


def is_blank(cell: Cell) -> bool:
    """Whether there is nothing to read in the cell."""
    if not isinstance(cell, str):
        return False
    return not cell or not (cell.strip() if cell.isprintable() else clean(cell))
