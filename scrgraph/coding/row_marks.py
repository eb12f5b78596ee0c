"""What an author has marked rows with: key episodes and notes. They change nothing in what a row is taken to mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scrgraph.coding.decided import NotFound, RowsToday
from scrgraph.coding.decided_row import ROW_DECISIONS
from scrgraph.model.entry import Entry
from scrgraph.review.decisions import KEY_EPISODE, NOTE, Decision

#: The kinds of decision whose subject is one row.
ABOUT_A_ROW = frozenset({*ROW_DECISIONS, KEY_EPISODE, NOTE})


@dataclass(frozen=True)
class RowMarks:
    """Whether a row is a key episode, and the notes on it in the order written."""

    key_episode: bool = False
    notes: tuple[str, ...] = ()


class DecisionsByRow:
    """Finds the row of today that a decision about one row names, also where the row has moved within its file."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._rows = RowsToday(entries)
        self._found: dict[str, str] = {}

    def entry_id(self, subject: str) -> str:
        """The id of the row that a subject names; empty where it names none."""
        if subject not in self._found:
            try:
                self._found[subject] = self._rows.entry_id(subject)
            except NotFound:
                self._found[subject] = ""
        return self._found[subject]

    def of(self, decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
        """The decisions about rows by the id of the row, in the order given."""
        found: dict[str, list[Decision]] = defaultdict(list)
        for decision in decisions:
            if decision.kind in ABOUT_A_ROW and (entry_id := self.entry_id(decision.subject)):
                found[entry_id].append(decision)
        return dict(found)


def marks_of(decisions: Iterable[Decision]) -> RowMarks:
    """The marks on one row, from the decisions about it that hold, in the order made."""
    key_episode, notes = False, []
    for decision in decisions:
        if decision.kind == KEY_EPISODE:
            key_episode = decision.value == "yes"
        elif decision.kind == NOTE:
            notes.append(decision.reason)
    return RowMarks(key_episode, tuple(notes))


def row_marks(decisions: Iterable[Decision], entries: Sequence[Entry]) -> Mapping[str, RowMarks]:
    """The marks of every row that has any, by its id. ``decisions`` are those that hold, in the order made."""
    about = [decision for decision in decisions if decision.kind in (KEY_EPISODE, NOTE)]
    if not about:
        return {}
    marked = {entry_id: marks_of(made) for entry_id, made in DecisionsByRow(entries).of(about).items()}
    return {entry_id: marks for entry_id, marks in marked.items() if marks != RowMarks()}
