"""The commands that make, fill and check a review folder and keep its author's decisions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from scrgraph.coding.decided import pair_subject, subject_of
from scrgraph.model.entry import Entry
from scrgraph.pipeline import read_review
from scrgraph.review.decisions import Decision
from scrgraph.review.errors import ReviewError, Severity
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.names import nearest
from scrgraph.review.source_set import SourceSet

_out = Console()
Folder = Annotated[Path, typer.Argument(help="A review folder.", metavar="DIR")]


def new(
    folder: Annotated[Path, typer.Argument(help="Folder to make.", metavar="DIR")],
    title: Annotated[str, typer.Option("--title", help="What to call the review.")] = "",
) -> None:
    """Make an empty review folder."""
    made = ReviewFolder.create(folder, title)
    _out.print(Text(f"Made {made.path}. Add chronologies with: scrgraph add {made.path} FILE..."))


def add(
    folder: Folder,
    files: Annotated[list[Path], typer.Argument(help="Files to add.", metavar="FILE...")],
    agency: Annotated[str, typer.Option("--agency", help="Whose chronology it is.")] = "",
    replace: Annotated[bool, typer.Option("--replace", help="Put a newer version in place.")] = False,
) -> None:
    """Copy files, byte for byte, into the sources of a review folder."""
    for added in ReviewFolder.open(folder).add(files, replace=replace, agency=agency):
        _out.print(Text(f"{added.file}: {added.outcome.value} (SHA-256 {added.sha256})"), soft_wrap=True)
    _out.print(Text(f"Look at the review with: scrgraph review {folder}"), soft_wrap=True)


def check(folder: Folder) -> None:
    """Say what in a review folder needs putting right."""
    problems = ReviewFolder.open(folder).check()
    for problem in problems:
        _out.print(Text(f"{problem.severity.value}: {problem}"), soft_wrap=True)
    if not problems:
        _out.print(Text("Nothing to put right was found."))
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise typer.Exit(2)


def decide(
    folder: Folder,
    value: Annotated[
        str,
        typer.Argument(help="'same' or 'not same' for two rows; a kind of event for one.", metavar="WHAT"),
    ],
    rows: Annotated[
        list[str], typer.Argument(help="One row or two, as in 'police.csv, row 3'.", metavar="ROW...")
    ],
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides.")],
    reason: Annotated[str, typer.Option("--reason", help="Why, in a few words.")] = "",
) -> None:
    """Decide that two rows are, or are not, one baton, or what kind of event a row is; it wins over any score."""
    review = ReviewFolder.open(folder)
    entries = read_review(SourceSet.of([folder])).entries
    named = [_row(entries, row) for row in rows]
    about_two = value in ("same", "not same")
    if len(named) != (2 if about_two else 1):
        raise ReviewError(
            "Give two rows for 'same' and 'not same', the sender's and the receiver's, and one row for a kind of event."
        )
    kind, subject = ("baton", pair_subject(*named)) if about_two else ("row", subject_of(named[0]))
    review.decide(Decision.now(kind, subject, value, made_by=by, reason=reason))
    _out.print(Text(f"Kept in decisions.csv: {kind} “{subject}”, {value}."), soft_wrap=True)
    _out.print(Text(f"See what follows from it with: scrgraph review {folder}"), soft_wrap=True)


def _row(entries: tuple[Entry, ...], wanted: str) -> Entry:
    """The row an author names by file and place. Raises ``ReviewError`` with the nearest one."""
    places = {f"{entry.file}, {entry.place}": entry for entry in entries}
    plain = {" ".join(place.casefold().split()): place for place in places}
    found = plain.get(" ".join(wanted.casefold().split()))
    if found is None:
        hint = nearest(wanted, tuple(places))
        raise ReviewError(
            f"No row that was imported stands at “{wanted}”.{hint} Give the file and the row as the findings do, "
            "as in 'police.csv, row 3' or 'csc.xlsx, sheet Log, row 4'."
        )
    return places[found]
