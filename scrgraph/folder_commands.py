"""The commands that make, fill and check a review folder and keep its author's decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from scrgraph.coding.decided import pair_subject, subject_of
from scrgraph.coding.free_text.encoder.network import reader_of_new_reviews
from scrgraph.doubts import decisions_from, doubts_of, keep
from scrgraph.doubts_sheet import in_one_line, read_answers, write_doubts
from scrgraph.model.doubt import Doubt
from scrgraph.model.entry import Entry
from scrgraph.model.vocabulary import Reader
from scrgraph.pipeline import answer_all, in_memory, read_review
from scrgraph.review.decisions import VALUES, Decision
from scrgraph.review.errors import ReviewError, Severity
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.names import nearest
from scrgraph.review.one_writer import one_writer
from scrgraph.review.source_set import SourceSet

_out = Console()
Folder = Annotated[Path, typer.Argument(help="A review folder.", metavar="DIR")]


def new(
    folder: Annotated[Path, typer.Argument(help="Folder to make.", metavar="DIR")],
    title: Annotated[str, typer.Option("--title", help="What to call the review.")] = "",
    reader: Annotated[
        Reader | None,
        typer.Option(help="What reads rows without code columns; the encoder where it is installed."),
    ] = None,
) -> None:
    """Make an empty review folder."""
    made = ReviewFolder.create(folder, title, reader or reader_of_new_reviews())
    _out.print(Text(f"Made {made.path}. Add chronologies with: scrgraph add {made.path} FILE..."))


def add(
    folder: Folder,
    files: Annotated[list[Path], typer.Argument(help="Files to add.", metavar="FILE...")],
    agency: Annotated[str, typer.Option("--agency", help="Whose chronology it is.")] = "",
    replace: Annotated[bool, typer.Option("--replace", help="Put a newer version in place.")] = False,
) -> None:
    """Copy files, byte for byte, into the sources of a review folder."""
    review = ReviewFolder.open(folder)
    with one_writer(review.derived_path):
        taken = review.add(files, replace=replace, agency=agency)
    for added in taken:
        _out.print(Text(f"{added.file}: {added.outcome.value} (SHA-256 {added.sha256})"), soft_wrap=True)
    _out.print(Text(f"Look at the review with: scrgraph review {folder}"), soft_wrap=True)


def check(
    folder: Folder,
    to: Annotated[
        Path | None,
        typer.Option("--to", help="Write the doubts to this .xlsx or .csv, to be filled in.", metavar="FILE"),
    ] = None,
    most: Annotated[int, typer.Option("--most", min=0, help="How many doubts to print; 0 for all.")] = 20,
) -> None:
    """Say what in a review folder needs putting right, then what is doubtful, the most consequential first."""
    review = ReviewFolder.open(folder)
    problems = review.check()
    for problem in problems:
        _out.print(Text(f"{problem.severity.value}: {problem}"), soft_wrap=True)
    if not problems:
        _out.print(Text("Nothing to put right was found."))
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise typer.Exit(2)
    if not review.settings().sources:
        return
    graph = read_review(SourceSet.of([folder]))
    for unused in graph.decisions_not_used:
        _out.print(Text(f"warning: decisions.csv: {unused}"), soft_wrap=True)
    doubts = doubts_of(graph)
    entries = {entry.entry_id: entry for entry in graph.entries}
    if not doubts:
        _out.print(Text("Nothing is in doubt."))
        return
    shown = doubts if most == 0 else doubts[:most]
    _out.print(_table(shown, entries))
    if len(shown) < len(doubts):
        _out.print(Text(f"and {len(doubts) - len(shown)} doubts more, on which less rests."))
    if to is None:
        _out.print(
            Text(f"Write them to a sheet to fill in with: scrgraph check {folder} --to doubts.xlsx"),
            soft_wrap=True,
        )
        return
    write_doubts(to, doubts, entries)
    _out.print(
        Text(f"{len(doubts)} doubts were written to {to}. Fill in the column 'answer' of those you can"),
        soft_wrap=True,
    )
    _out.print(
        Text(f"settle, save it, and read it back with: scrgraph decide {folder} {to} --by NAME"),
        soft_wrap=True,
    )


def decide(
    folder: Folder,
    value: Annotated[
        str,
        typer.Argument(
            help="A filled-in sheet of doubts; or 'same' or 'not same' for two rows, a kind of event for one; or "
            "'accept', 'set aside' or 'comment' for findings.",
            metavar="FILE|WHAT",
        ),
    ],
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides.")],
    rows: Annotated[
        list[str] | None,
        typer.Argument(
            help="One row or two, as in 'police.csv, row 3'; or ids of findings.", metavar="ROW|FINDING..."
        ),
    ] = None,
    reason: Annotated[str, typer.Option("--reason", help="Why, in a few words.")] = "",
) -> None:
    """Read back a sheet of doubts, or decide one thing: are two rows one baton, what is a row, does a finding stand."""
    review = ReviewFolder.open(folder)
    if not rows:
        _decide_sheet(review, Path(value), by)
    elif value in VALUES["finding"]:
        _decide_findings(review, value, rows, by, reason)
    else:
        _decide_one(review, value, rows, by, reason)
    _out.print(Text(f"See what follows from it with: scrgraph review {folder}"), soft_wrap=True)


def _decide_sheet(review: ReviewFolder, sheet: Path, by: str) -> None:
    if not sheet.is_file():
        raise ReviewError(
            f"There is no sheet {sheet}. Write one with 'scrgraph check {review.path} --to doubts.xlsx'; or give the "
            "row that is meant after what is decided."
        )
    answers = read_answers(sheet)
    decisions, faults = decisions_from(answers, by)
    known, _ = review.decisions()
    made = {(one.kind, one.subject): one.value for one in known}
    fresh = [one for one in decisions if made.get((one.kind, one.subject)) != one.value]
    with one_writer(review.derived_path):
        keep(review, fresh)
    for fault in faults:
        _out.print(Text(fault), soft_wrap=True)
    again = len(decisions) - len(fresh)
    told = f"; {again} had been kept before" if again else ""
    _out.print(
        Text(f"{len(fresh)} decisions were kept in decisions.csv{told}. {len(faults)} lines were not used.")
    )


def _decide_one(review: ReviewFolder, value: str, rows: list[str], by: str, reason: str) -> None:
    entries = read_review(SourceSet.of([review.path])).entries
    named = [_row(entries, row) for row in rows]
    about_two = value in ("same", "not same")
    if len(named) != (2 if about_two else 1):
        raise ReviewError(
            "Give two rows for 'same' and 'not same', the sender's and the receiver's, and one row for a kind of event."
        )
    kind, subject = ("baton", pair_subject(*named)) if about_two else ("row", subject_of(named[0]))
    with one_writer(review.derived_path):
        review.decide(Decision.now(kind, subject, value, made_by=by, reason=reason))
    _out.print(Text(f"Kept in decisions.csv: {kind} “{subject}”, {value}."), soft_wrap=True)


def _decide_findings(review: ReviewFolder, value: str, ids: list[str], by: str, reason: str) -> None:
    """Keep what is decided about findings; all of them are looked up before any is kept."""
    graph = read_review(SourceSet.of([review.path]))
    with in_memory(graph) as store:
        statements = {one.id: one.statement for one in answer_all(graph, store).asked.findings}
    for wanted in ids:
        if wanted not in statements:
            raise ReviewError(
                f"No finding has the id '{wanted}'.{nearest(wanted, statements)} The ids are in findings.csv."
            )
    for wanted in dict.fromkeys(ids):
        with one_writer(review.derived_path):
            review.decide(Decision.now("finding", wanted, value, made_by=by, reason=reason))
        _out.print(Text(f"Kept in decisions.csv: {value}: {statements[wanted]}"), soft_wrap=True)


def _table(doubts: Sequence[Doubt], entries: Mapping[str, Entry]) -> Table:
    """The doubts for the terminal: how many findings rest on each, what is asked, how it is taken now, which rows."""
    table = Table(title="What is doubtful, the most consequential first", show_lines=True)
    table.add_column("Findings", justify="right")
    for heading in ("Question", "Taken as, and why", "Rows"):
        table.add_column(heading, overflow="fold")
    for doubt in doubts:
        places = [in_one_line(entries[key]) for key in doubt.entry_ids[:2]]
        rows = f"{len(doubt.entry_ids)} rows" if len(doubt.entry_ids) > 2 else "\n".join(places)
        table.add_row(
            str(doubt.rests_on), Text(doubt.question), Text(f"{doubt.now}\n{doubt.because}"), Text(rows)
        )
    return table


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
