"""What an author has decided about one row: it wins over the row's columns and over its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from scrgraph.model.entry import Entry
from scrgraph.model.vocabulary import Direction, EventKind, Tri
from scrgraph.temporal.read_date import UnreadableDate, read_date

#: The kinds of decision that are about a row, each with the field of ``DecidedRow`` it fills.
ROW_DECISIONS: Mapping[str, str] = {
    "row": "kind",
    "direction": "direction",
    "to": "to",
    "from": "sender",
    "seen": "child_seen",
    "seen-alone": "seen_alone",
    "received": "received",
    "people": "people",
    "date": "date",
}
#: What an author writes for nobody, where agencies or people are asked for.
NOBODY = "nobody"


@dataclass(frozen=True)
class DecidedRow:
    """The fields of a row that are decided; ``None`` where nothing is.

    ``to``, ``sender`` and ``people`` are cells as a column would have them, empty for nobody. ``direction`` is empty
    where the row passes nothing on. ``date`` is as written.
    """

    kind: EventKind | None = None
    direction: Direction | str | None = None
    to: str | None = None
    sender: str | None = None
    child_seen: Tri | None = None
    seen_alone: Tri | None = None
    received: Tri | None = None
    people: str | None = None
    date: str | None = None

    def with_decision(self, kind: str, value: str) -> DecidedRow:
        """This with one decision more; ``kind`` is one of ``ROW_DECISIONS``.

        Raises ``ValueError`` for a date that cannot be read, or a value that the field does not have.
        """
        field = ROW_DECISIONS[kind]
        if kind == "row":
            return replace(self, kind=EventKind(value))
        if kind == "direction":
            return replace(self, direction="" if value == "none" else Direction(value))
        if kind in ("seen", "seen-alone", "received"):
            return replace(self, **{field: Tri(value)})  # type: ignore[arg-type]
        if kind == "date":
            read_date(value)
            return replace(self, date=value)
        return replace(self, **{field: "" if value.casefold() == NOBODY else value})  # type: ignore[arg-type]


def with_decided_cells(entries: Sequence[Entry], decided: Mapping[str, DecidedRow]) -> tuple[Entry, ...]:
    """The entries with the dates, names and answers that were decided in the place of their cells.

    The row itself stays in ``original``, and the date keeps what was written, by which the decision finds its row.
    """
    return tuple(
        _with_cells(entry, decided[entry.entry_id]) if entry.entry_id in decided else entry
        for entry in entries
    )


def _with_cells(entry: Entry, decided: DecidedRow) -> Entry:
    cells = {
        "to_text": decided.to,
        "from_text": decided.sender,
        "people_text": decided.people,
        "child_seen": decided.child_seen,
        "seen_alone": decided.seen_alone,
        "received": decided.received,
    }
    update: dict[str, object] = {name: value for name, value in cells.items() if value is not None}
    if decided.date is not None:
        try:
            date = read_date(decided.date)
        except UnreadableDate:
            date = entry.date
        how = f"{date.how}; decided by the author"
        update["date"] = date.model_copy(update={"written": entry.date.written, "how": how})
    return entry.model_copy(update=update)
