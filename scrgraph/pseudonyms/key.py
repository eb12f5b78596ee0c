"""pseudonyms.csv: who is called what in a copy without names. It stays in the review folder."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from scrgraph.model.base import Thing
from scrgraph.review.cells import join_list
from scrgraph.review.errors import raise_errors
from scrgraph.review.names import key, nearest
from scrgraph.review.row_faults import RowReader
from scrgraph.review.table_file import read_lines, write_lines

FILE = "pseudonyms.csv"
COLUMNS = ("kind", "id", "name", "pseudonym", "spellings")
#: What a line is about. ``word`` and ``no name`` are the author's own: a name that was missed, and a word that is none.
KINDS = (
    "review", "person", "professional", "agency", "address", "area", "file", "word", "no name", "dates",
)  # fmt: skip
_SHIFT = re.compile(r"(\d{1,4}) weeks? (earlier|later)")

Dates = Literal["kept", "shifted", "ages"]


class Pseudonym(Thing):
    """One line of the key: the thing, by kind and id, its name, what it is called, and further spellings of it."""

    kind: str
    id: str
    name: str
    pseudonym: str
    spellings: tuple[str, ...] = ()


class Pseudonyms(Thing):
    """The key: its lines in their order, what is done with dates, and the weeks they are moved by (0: not yet settled).

    Weeks are later where they are positive and earlier where they are negative.
    """

    lines: tuple[Pseudonym, ...] = ()
    dates: Dates = "kept"
    weeks: int = 0

    def of(self, kind: str) -> dict[str, Pseudonym]:
        """The lines of one kind by id."""
        return {line.id: line for line in self.lines if line.kind == kind}


def read_pseudonyms(path: Path, dates: Dates = "kept") -> Pseudonyms:
    """The key in a file; an empty one when there is no file. Raises ``ReviewError`` with every fault and its line."""
    lines, found = read_lines(path, COLUMNS, ("kind", "name", "pseudonym"))
    problems = list(found)
    kept: list[Pseudonym] = []
    called: dict[tuple[str, str], int] = {}
    weeks = 0
    for line in lines:
        row = RowReader(path.name, line, problems)
        kind = row.text("kind").lower()
        if kind not in KINDS:
            row.fault(f"'{kind}' is not a kind.{nearest(kind, KINDS)} Use one of: {', '.join(KINDS)}.")
            continue
        name, pseudonym = row.required("name"), row.text("pseudonym")
        if kind == "dates":
            weeks = _weeks(row, pseudonym)
            continue
        if not pseudonym and kind not in ("word", "no name"):
            pseudonym = row.required("pseudonym")
        identity = row.text("id") or name
        earlier = called.setdefault((kind, key(pseudonym)), line.number)
        if earlier != line.number and kind not in ("word", "no name"):
            row.fault(f"'{pseudonym}' is already used on line {earlier}. Give this row another.")
        kept.append(
            Pseudonym(kind=kind, id=identity, name=name, pseudonym=pseudonym, spellings=row.list("spellings"))
        )
    raise_errors(problems)
    return Pseudonyms(lines=tuple(kept), dates=dates, weeks=weeks)


def write_pseudonyms(path: Path, settled: Pseudonyms) -> None:
    """Write the key, all at once. Raises ``ReviewError`` when another program holds the file."""
    rows = [
        {
            "kind": line.kind,
            "id": line.id,
            "name": line.name,
            "pseudonym": line.pseudonym,
            "spellings": join_list(line.spellings),
        }
        for line in settled.lines
    ]
    if settled.weeks:
        words = f"{abs(settled.weeks)} weeks {'later' if settled.weeks > 0 else 'earlier'}"
        rows.append({"kind": "dates", "name": "all dates moved by", "pseudonym": words})
    write_lines(path, COLUMNS, rows)


def _weeks(row: RowReader, text: str) -> int:
    found = _SHIFT.fullmatch(text.strip().lower())
    if not found or not int(found[1]):
        row.fault(f"'{text}' does not say how far dates are moved. Write it like '31 weeks earlier'.")
        return 0
    return int(found[1]) * (1 if found[2] == "later" else -1)
