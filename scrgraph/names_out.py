"""The switch --names-out: a copy of a review without names, its key kept in the review folder and nowhere else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from importers.safe_csv import write_rows
from scrgraph.coding.decided import subject_of
from scrgraph.coding.row_marks import DecisionsByRow
from scrgraph.model.entry import Entry
from scrgraph.model.finding import Finding
from scrgraph.model.review import ReviewGraph
from scrgraph.pseudonyms.child_clock import BIRTH
from scrgraph.pseudonyms.key import FILE, Pseudonyms, read_pseudonyms, write_pseudonyms
from scrgraph.pseudonyms.pseudonymise import Replaced, Said, pseudonymised
from scrgraph.review.decisions import KEY_EPISODE, NOTE, Decision
from scrgraph.review.source_set import SourceSet

#: In place of the time of a decision, where no day may be told.
_ON_CLOCK = dt.datetime.combine(BIRTH, dt.time(), dt.UTC)
#: Beside the key: what was replaced, how often, and which words look like a name that was missed.
REPLACED = "names-replaced.csv"


class NamesOut(StrEnum):
    """What is done with dates in a copy without names."""

    KEPT = "kept"
    SHIFTED = "shifted"
    AGES = "ages"


NamesOutOption = Annotated[
    NamesOut | None,
    typer.Option("--names-out", help="Without names; dates kept, all shifted alike, or told as ages."),
]


class _RowsDecided:
    """The rows that are key episodes or have notes, by the decisions that say so."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._found = DecisionsByRow(entries)
        self._entries = {entry.entry_id: entry for entry in entries}

    def row(self, decision: Decision) -> Entry | None:
        """The row that a key episode or note is about."""
        about = decision.kind in (KEY_EPISODE, NOTE)
        return self._entries.get(self._found.entry_id(decision.subject)) if about else None

    def day(self, decision: Decision) -> dt.date | None:
        """The day of that row, near which the dates in a note lie."""
        row = self.row(decision)
        return row.date.earliest if row else None


def without_names(
    sources: SourceSet,
    graph: ReviewGraph,
    dates: NamesOut,
    keep: bool = True,
    decisions: Sequence[Decision] = (),
) -> Replaced:
    """The copy. With ``keep``, its key and what to check are written into the review folder, if there is one.

    ``decisions`` are those that go with the copy, so that the words in them are checked too.
    """
    folder = sources.folder.path if sources.folder else None
    settled = read_pseudonyms(folder / FILE, dates.value) if folder else Pseudonyms(dates=dates.value)
    rows = _RowsDecided(graph.entries)
    said = [
        Said(one.reason, f"decisions.csv, {one.decision_id}", rows.day(one))
        for one in decisions
        if one.reason
    ]
    done = pseudonymised(graph, settled, said)
    if folder and keep:
        write_pseudonyms(folder / FILE, done.key)
        lines = [("check", one.words, one.why, one.times, one.place) for one in done.to_check]
        lines += [(x.kind, x.words, x.instead, x.times, "; ".join(x.places)) for x in done.replacements]
        write_rows(folder / REPLACED, ("what", "words", "instead", "times", "places"), lines)
    return done


def decided_in_copy(
    copy: Replaced, entries: Sequence[Entry], findings: Sequence[Finding], decisions: Sequence[Decision]
) -> tuple[Decision, ...]:
    """What was decided about the ``findings`` of the review itself and marked on its ``entries``, said of the copy's.

    Other decisions are left out, and so are those about a finding or a row that is not there.

    The words of the author are redacted like the rest, and nobody is named as the one who decided. Where days are told
    as ages, the day of a decision is left out too, and only their order stays.
    """
    ids = copy.finding_ids(findings)
    rows, new = _RowsDecided(entries), {entry.entry_id: entry for entry in copy.graph.entries}
    said: list[tuple[Decision, str]] = []
    for one in decisions:
        if one.kind == "finding" and one.subject in ids:
            said.append((one, ids[one.subject]))
        elif row := rows.row(one):
            said.append((one, subject_of(new[copy.entry_ids[row.entry_id]])))
    ages = copy.key.dates == "ages"
    order = {made_at: number for number, made_at in enumerate(sorted({one.made_at for one in decisions}))}
    return tuple(
        Decision(
            made_at=_ON_CLOCK + dt.timedelta(seconds=order[one.made_at]) if ages else one.made_at,
            made_by="the author",
            kind=one.kind,
            subject=subject,
            value=one.value,
            reason=copy.words(one.reason, rows.day(one)),
        )
        for one, subject in said
    )
