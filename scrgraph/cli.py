"""The command line: a thin skin over the library. Exit 0 when finished, 2 when the input cannot be used."""

from __future__ import annotations

import datetime as dt
import sys
import webbrowser
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from importers.errors import ImporterError
from scrgraph import __version__
from scrgraph.arguments import BadUse, Sources, day, key_and_value, read, sources_and_last
from scrgraph.coding.knowable import knowable_by
from scrgraph.cypher_files import cypher_root
from scrgraph.draw_command import draw
from scrgraph.folder_commands import add, check, decide, new
from scrgraph.model.partial_date import in_words
from scrgraph.model.vocabulary import Topic
from scrgraph.names_out import NamesOut, NamesOutOption
from scrgraph.neo4j_login import HERE, logged_in
from scrgraph.pack_command import pack
from scrgraph.pipeline import (
    Answered,
    NothingUsable,
    demo_folder,
    in_memory,
    keep_who_is_who,
    read_review,
)
from scrgraph.questions.errors import BadParameter, QuestionError, UnknownQuestion
from scrgraph.questions.findings import findings_of, in_words_table
from scrgraph.questions.registry import load_questions
from scrgraph.questions.runner import run_question
from scrgraph.rejected import write_rejected
from scrgraph.review.errors import ReviewError
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.source_set import SourceSet
from scrgraph.serve_command import serve
from scrgraph.show import Format, progress_bars, show
from scrgraph.store.base import StoreError
from scrgraph.store.graph_rows import graph_rows
from scrgraph.train_command import train
from scrgraph.training.errors import TrainingError

app = typer.Typer(
    name="scrgraph",
    help="Explore agencies' chronologies as a graph: batons, silos, adults nobody met, the child's last sighting.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
_out, _err = Console(), Console(stderr=True)

OutDir = Annotated[Path | None, typer.Option("--out", help="Folder to write the pages and tables into.")]
FormatOption = Annotated[Format, typer.Option("--format", help="How to write the result.")]
_ROW_LIMIT, _SECONDS = 10_000, 30.0


_EXPECTED = (
    BadUse, ReviewError, ImporterError, StoreError, BadParameter, QuestionError, UnknownQuestion, TrainingError,
)  # fmt: skip


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    if version:
        _out.print(f"scrgraph {__version__}", highlight=False)
        raise typer.Exit
    if context.invoked_subcommand is None and sys.stdin.isatty() and sys.stdout.isatty():
        here = Path.cwd()
        serve(here if ReviewFolder.is_review(here) else None)
    elif context.invoked_subcommand is None:
        _out.print(Text(context.get_help()))
        raise typer.Exit(2)


@app.command()
def demo(
    out: OutDir = None,
    names_out: NamesOutOption = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
) -> None:
    """Run everything on the bundled composite review: invented people, ten agencies."""
    target = out or Path("scrgraph-demo-names-out" if names_out else "scrgraph-demo")
    page = _run_review([str(demo_folder())], target, None, names_out, keep=False)
    if open_:
        webbrowser.open(page.resolve().as_uri())


@app.command()
def review(
    sources: Sources,
    out: OutDir = None,
    as_of: Annotated[
        str, typer.Option("--as-of", metavar="DATE", help="Look back from this day, as in 2012-03-03.")
    ] = "",
    names_out: NamesOutOption = None,
) -> None:
    """Read chronologies and write the findings page, the tables and the pictures."""
    _run_review(sources, out, day(as_of, "--as-of") if as_of else None, names_out)


@app.command()
def ask(
    arguments: Annotated[
        list[str], typer.Argument(help="Sources, then the id of a question.", metavar="SOURCE... QUESTION_ID")
    ],
    param: Annotated[
        list[str] | None, typer.Option("--param", metavar="K=V", help="A value for the question; repeatable.")
    ] = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Ask one question (see 'scrgraph questions'): its findings in words, or its rows as CSV or JSON."""
    sources, question_id = sources_and_last(arguments, "the id of a question")
    question = load_questions().get(question_id)
    given = dict(key_and_value(text) for text in param or [])
    graph = read(sources)
    with in_memory(graph) as store:
        answer = run_question(store, question, graph.review, given)
    if answer.missing:
        _err.print(Text(f"This cannot be answered from the records in hand. {answer.missing}"))
    elif not answer.table.rows and format_ is Format.TABLE:
        _out.print(Text(answer.none_sentence))
    elif format_ is Format.TABLE:
        entries = {entry.entry_id: entry for entry in graph.entries}
        show(in_words_table(findings_of(answer, entries)), format_, _out)
    else:
        show(answer.table, format_, _out)


@app.command()
def cypher(
    arguments: Annotated[
        list[str], typer.Argument(help="Sources, then a Cypher query.", metavar="SOURCE... 'MATCH ...'")
    ],
    format_: FormatOption = Format.TABLE,
) -> None:
    """Run a read-only Cypher query on the graph of the sources. $review_id is given."""
    sources, query = sources_and_last(arguments, "a Cypher query in quotes")
    graph = read(sources)
    with in_memory(graph) as store:
        parameters = {"review_id": graph.review.review_id, "as_of": graph.review.as_of}
        table = store.ask(query, parameters, row_limit=_ROW_LIMIT, seconds=_SECONDS)
    show(table, format_, _out)
    if len(table.rows) >= _ROW_LIMIT:
        _err.print(Text(f"Only the first {_ROW_LIMIT:,} rows are shown. Add a LIMIT, or ask for less."))


@app.command()
def knowable(
    sources: Sources,
    agency: Annotated[str, typer.Option("--agency", metavar="NAME", help="Whose knowledge to look at.")],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="By the end of this day: 2012-03-03.")],
    professionals: Annotated[bool, typer.Option("--professionals", help="For each worker apart.")] = False,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Show what an agency could have known on a day: its own record, and what could have reached it and how."""
    by = day(on, "--on")
    table = knowable_by(read(sources), agency, by, by_professional=professionals)
    if table.rows or format_ is not Format.TABLE:
        show(table, format_, _out)
    else:
        _out.print(Text(f"Nothing is recorded that could have been known to {agency} by {in_words(by)}."))


@app.command()
def questions(
    topic: Annotated[Topic | None, typer.Option("--topic", help="Only the questions of this topic.")] = None,
) -> None:
    """List the questions: their ids, what they ask and the values they take."""
    grid = RichTable(header_style="bold", show_lines=True)
    grid.add_column("id", no_wrap=True)
    grid.add_column("question")
    grid.add_column("values")
    for question in load_questions():
        header = question.header
        if topic is None or header.topic is topic:
            values = ", ".join(f"{name}={parameter.default}" for name, parameter in header.parameters.items())
            grid.add_row(Text(header.id), Text(header.question), Text(values))
    _out.print(grid)
    _err.print(Text(f"The files are in {cypher_root() / 'questions'}"), soft_wrap=True)


@app.command()
def push(
    sources: Sources,
    neo4j: Annotated[
        str,
        typer.Option("--neo4j", metavar="URI", help="Address of the server.", envvar="SCRGRAPH_NEO4J_URI"),
    ] = HERE,
    database: Annotated[str, typer.Option("--database", metavar="NAME", help="Database to load into.")] = "",
) -> None:
    """Load the review into Neo4j. User and password come from the environment or a prompt, never from here."""
    graph = read(sources)
    rows = graph_rows(graph)
    with logged_in(neo4j, database) as store, progress_bars(_err) as bar:
        store.load(rows, bar)
    _out.print(
        Text(f"Loaded “{graph.review.title}”: {len(rows.nodes):,} nodes and {len(rows.edges):,} edges.")
    )
    _out.print(Text("To paste a question from cypher/questions into Neo4j Browser, first run:"))
    _out.print(Text(f"  :param review_id => '{graph.review.review_id}'"))
    if graph.review.as_of:
        _out.print(Text(f"  :param as_of => date('{graph.review.as_of}')"))


for command in (new, add, check, decide, serve, draw, pack):
    app.command()(command)
app.add_typer(train)


def main() -> None:
    """Run the command line; every expected failure is one plain message and exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="replace")
    with _plain_failures():
        app()


def _run_review(
    given: list[str], out: Path | None, as_of: dt.date | None, names_out: NamesOut | None, keep: bool = True
) -> Path:
    """Read, ask and write; ``keep`` says whether a review folder is told whom the records name."""
    from scrgraph.packing import write_pages  # slow to load, for the pictures; no other command needs it

    sources = SourceSet.of(given)
    target = out or _folder_for(sources, names_out)
    with progress_bars(_err) as bar:
        try:
            graph = read_review(sources, as_of=as_of, progress=bar)
        except NothingUsable as error:
            if names_out:
                raise
            kept = write_rejected(target, error.rejected, error.chronologies)
            raise ReviewError(f"{error}\nThe rows are kept in {kept}") from error
        if keep:
            keep_who_is_who(sources, graph)
        answered, page = write_pages(sources, graph, target, names_out=names_out, keep=keep, progress=bar)
    _say_what_was_done(answered, page)
    return page


def _folder_for(sources: SourceSet, names_out: NamesOut | None) -> Path:
    """Where the pages go unless told: a copy without names never beside or over the one with them."""
    if sources.folder:
        return sources.folder.path / "names-out" if names_out else sources.folder.derived_path
    return Path("scrgraph-names-out" if names_out else f"scrgraph-{sources.settings.review.id}")


def _say_what_was_done(answered: Answered, page: Path) -> None:
    read = sum(c.rows_read for c in answered.graph.chronologies)
    rejected = len(answered.graph.rejected)
    kept = f"; {rejected} rejected, see {page.parent / 'rejected.csv'}" if rejected else "; none rejected"
    _out.print(Text(f"{answered.graph.review.title}: {read} rows read, {read - rejected} imported{kept}."))
    strengths = Counter(finding.strength.value for finding in answered.asked.findings)
    counted = ", ".join(f"{count} {strength}" for strength, count in strengths.items()) or "none"
    _out.print(Text(f"{len(answered.asked.findings)} findings: {counted}."))
    if doubts := len(answered.graph.doubts):
        _out.print(Text(f"{doubts} things are in doubt; list them with: scrgraph check DIR"), soft_wrap=True)
    for unused in answered.graph.decisions_not_used:
        _err.print(Text(unused), soft_wrap=True)
    _out.print(Text(f"Open {page.resolve()}"), soft_wrap=True)


@contextmanager
def _plain_failures() -> Iterator[None]:
    try:
        yield
    except _EXPECTED as error:
        _err.print(Text(str(error)), soft_wrap=True)
        raise SystemExit(2) from None
    except OSError as error:
        what = error.filename or "A file"
        advice = "Check its name and place, and close it where it is open in another program; then try again."
        _err.print(Text(f"{what} could not be used ({error.strerror or error}). {advice}"), soft_wrap=True)
        raise SystemExit(2) from None


if __name__ == "__main__":
    main()
