"""The switch --names-out: a copy of a review without names, its key kept in the review folder and nowhere else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from importers.safe_csv import write_rows
from scrgraph.model.finding import Finding
from scrgraph.model.review import ReviewGraph
from scrgraph.pseudonyms.child_clock import BIRTH
from scrgraph.pseudonyms.key import FILE, Pseudonyms, read_pseudonyms, write_pseudonyms
from scrgraph.pseudonyms.pseudonymise import Replaced, pseudonymised
from scrgraph.review.decisions import Decision
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


def without_names(sources: SourceSet, graph: ReviewGraph, dates: NamesOut, keep: bool = True) -> Replaced:
    """The copy. With ``keep``, its key and what to check are written into the review folder, if there is one."""
    folder = sources.folder.path if sources.folder else None
    settled = read_pseudonyms(folder / FILE, dates.value) if folder else Pseudonyms(dates=dates.value)
    done = pseudonymised(graph, settled)
    if folder and keep:
        write_pseudonyms(folder / FILE, done.key)
        rows = [("check", one.words, one.why, one.times, one.place) for one in done.to_check]
        rows += [(x.kind, x.words, x.instead, x.times, "; ".join(x.places)) for x in done.replacements]
        write_rows(folder / REPLACED, ("what", "words", "instead", "times", "places"), rows)
    return done


def decided_in_copy(
    copy: Replaced, findings: Sequence[Finding], decisions: Sequence[Decision]
) -> tuple[Decision, ...]:
    """What was decided about ``findings`` of the review itself, said of the copy's; other decisions are left out.

    The words of the author are redacted like the rest, and nobody is named as the one who decided. Where days are told
    as ages, the day of a decision is left out too, and only their order stays.
    """
    ids = copy.finding_ids(findings)
    ages = copy.key.dates == "ages"
    order = {made_at: number for number, made_at in enumerate(sorted({one.made_at for one in decisions}))}
    return tuple(
        Decision(
            made_at=_ON_CLOCK + dt.timedelta(seconds=order[one.made_at]) if ages else one.made_at,
            made_by="the author",
            kind=one.kind,
            subject=ids[one.subject],
            value=one.value,
            reason=copy.words(one.reason),
        )
        for one in decisions
        if one.kind == "finding" and one.subject in ids
    )
