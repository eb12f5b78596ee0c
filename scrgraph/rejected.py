"""rejected.csv: every row that could not be used, in a form that can be corrected and imported again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from importers.headings import heading_words
from importers.safe_csv import write_rows
from scrgraph.model.entry import Chronology, RejectedRow

_ALWAYS = ("file", "place", "reason")
_AS_IT_WAS = "row_as_it_was"


def write_rejected(out: Path, rejected: Sequence[RejectedRow], chronologies: Sequence[Chronology]) -> Path:
    """Write rejected.csv into ``out``.

    After file, place and reason come the cells under headings that the importer knows, whatever the agencies
    called them, so that a corrected copy can be added to the review; last the row as it was, as JSON.
    """
    out.mkdir(parents=True, exist_ok=True)
    rows = [_cells(row, _chronology_of(row, chronologies)) for row in rejected]
    fields = [words[0] for words in heading_words().fields.values() if any(words[0] in row for row in rows)]
    path = out / "rejected.csv"
    write_rows(path, (*_ALWAYS, *fields, _AS_IT_WAS), rows)
    return path


def _cells(row: RejectedRow, chronology: Chronology | None) -> dict[str, str]:
    cells = {"file": row.file, "place": row.place, "reason": row.reason, _AS_IT_WAS: row.original}
    if chronology is None:
        return cells
    words = heading_words().fields
    for heading, cell in _original(row).items():
        if field := chronology.headings.get(heading):
            known = next(known[0] for name, known in words.items() if str(name) == field)
            cells[known] = "; ".join(part for part in (cells.get(known, ""), cell) if part)
    if chronology.agency_text:
        cells.setdefault(words["agency"][0], chronology.agency_text)
    return cells


def _original(row: RejectedRow) -> Mapping[str, str]:
    try:
        cells = json.loads(row.original)
    except json.JSONDecodeError:
        return {}
    return {str(key): str(value) for key, value in cells.items()} if isinstance(cells, dict) else {}


def _chronology_of(row: RejectedRow, chronologies: Sequence[Chronology]) -> Chronology | None:
    """The file or sheet a row stands in; its place names the sheet where the file has several."""
    same = [one for one in chronologies if one.file == row.file]
    return next(
        (one for one in same if not one.sheet or row.place.startswith(f"sheet {one.sheet},")), None
    ) or (same[0] if len(same) == 1 else None)
