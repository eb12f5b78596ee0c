"""A source row as a card: file, place, date, agency, its whole text with the telling words marked, and every cell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scrgraph.model.entry import Entry
from scrgraph.web.screens.telling_words import Piece, pieces

_CELLS = (
    ("event_text", "Event"),
    ("people_text", "People"),
    ("from_text", "From"),
    ("to_text", "To"),
    ("professional_text", "Worker"),
    ("role_text", "Role"),
    ("action_text", "Action"),
)


@dataclass(frozen=True)
class RowCard:
    """A row to be shown. ``cells`` are those that were read, by what they hold; ``original`` the row as written.

    ``written`` is the date as the source has it, where that is not plainly one day.
    """

    entry_id: str
    file: str
    place: str
    date: str
    written: str
    agency: str
    text: tuple[Piece, ...]
    cells: tuple[tuple[str, tuple[Piece, ...]], ...]
    original: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, entry: Entry, words: Iterable[str] = ()) -> RowCard:
        """The card of a row, with ``words`` marked wherever they stand."""
        words = tuple(words)
        plain = entry.date.exact and not entry.date.doubt
        return cls(
            entry_id=entry.entry_id,
            file=entry.file,
            place=entry.place,
            date=str(entry.date),
            written="" if plain else entry.date.written,
            agency=entry.agency_text or "no agency named",
            text=pieces(entry.text, words),
            cells=tuple(
                (label, pieces(text, words))
                for field, label in _CELLS
                if (text := str(getattr(entry, field)))
            ),
            original=tuple((heading, cell) for heading, cell in entry.original.items() if cell),
        )
