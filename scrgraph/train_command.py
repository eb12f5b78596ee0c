"""``scrgraph train``: the training room at the terminal, and the same in single commands for scripts."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from scrgraph.model.review import ReviewGraph
from scrgraph.pipeline import read_review
from scrgraph.review.source_set import SourceSet
from scrgraph.train_neo4j import family_there, load, load_families_there
from scrgraph.train_session import Session
from scrgraph.train_show import say, show_course, show_rows, show_task, show_verdict
from scrgraph.training.check import check_answer
from scrgraph.training.course import load_course
from scrgraph.training.errors import TrainingError
from scrgraph.training.family import copy_family, family_of, load_families
from scrgraph.training.progress import DEFAULT_FOLDER, hint_of, read_progress, write_progress
from scrgraph.training.room import TrainingRoom

train = typer.Typer(
    name="train",
    help="Ask invented families' graphs questions in Cypher: exercises with hints and a checker.",
    add_completion=False,
    rich_markup_mode=None,
)
_out = Console()

Number = Annotated[str, typer.Argument(help="The exercise's number, as in 07.", metavar="NN")]
ProgressDir = Annotated[
    Path | None,
    typer.Option(
        "--progress", metavar="DIR", help=f"Folder that keeps your progress; else {DEFAULT_FOLDER}."
    ),
]


def training_room() -> TrainingRoom:
    """The training room on the families that come with scrgraph."""
    return TrainingRoom(_read)


@train.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    progress: ProgressDir = None,
    neo4j: Annotated[
        str,
        typer.Option(
            "--neo4j", metavar="URI", help="Load all families into this Neo4j instead, as 'load' does."
        ),
    ] = "",
) -> None:
    """Begin a session at the terminal: choose an exercise, type a query, check it, ask for a hint."""
    folder = progress or DEFAULT_FOLDER
    if context.invoked_subcommand is not None:
        if neo4j:
            raise TrainingError(
                f"Write --neo4j after the command: scrgraph train {context.invoked_subcommand} …"
            )
        context.obj = folder
        return
    if neo4j:
        load_families_there(neo4j, load_families(), "learner")
        return
    if not sys.stdin.isatty():
        raise TrainingError(
            "A session needs a terminal to type in. In a script use: scrgraph train list, show, check or hint."
        )
    with suppress(ImportError):
        import readline  # noqa: F401  # lets the learner edit a line and take back an earlier one
    with training_room() as room:
        Session(room, _out, input, folder).run()


@train.command("list")
def list_(context: typer.Context, progress: ProgressDir = None) -> None:
    """List the training families and the exercises, with what is solved."""
    show_course(_out, load_course(), load_families(), read_progress(_folder(context, progress)))


@train.command("show")
def show_(number: Number) -> None:
    """Show the task of an exercise and the query to start from."""
    exercise = load_course().get(number)
    show_task(_out, exercise, family_of(exercise.family, load_families()))


@train.command("check")
def check_(
    context: typer.Context,
    number: Number,
    file: Annotated[str, typer.Argument(help="A file with the query, or - to read it from the input.")],
    progress: ProgressDir = None,
    neo4j: Annotated[
        str,
        typer.Option(
            "--neo4j",
            metavar="URI",
            help="Ask the family in this Neo4j (see 'load'); else the one in scrgraph.",
        ),
    ] = "",
) -> None:
    """Check a query: exit status 0 when it answers the exercise, 1 when it does not yet."""
    folder = _folder(context, progress)
    exercise = load_course().get(number)
    query, before = _query_in(file), read_progress(folder)
    if neo4j:
        with family_there(neo4j, exercise) as (store, review_id):
            verdict = check_answer(store, exercise, review_id, query)
    else:
        with training_room() as room:
            verdict = room.check(exercise, query)
    write_progress(before.tried(exercise, query, verdict.passed), folder)
    if verdict.table is not None:
        show_rows(_out, verdict.table)
    show_verdict(_out, exercise, verdict)
    if not verdict.passed:
        raise typer.Exit(1)


@train.command("hint")
def hint_(context: typer.Context, number: Number, progress: ProgressDir = None) -> None:
    """Give the next hint for an exercise; after the last one, the last one again."""
    exercise = load_course().get(number)
    folder = _folder(context, progress)
    after = read_progress(folder).hinted(exercise)
    write_progress(after, folder)
    say(_out, f"Hint {after.of(exercise).hints} of {len(exercise.hints)}: {hint_of(exercise, after)}")


@train.command("guides")
def guides_(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder to write the guides into.")],
) -> None:
    """Write the guides: for each family Markdown and slides, one for learners and one with the answers."""
    from scrgraph.training.guides.written import write_guides  # Jinja is slow to load; no other form needs it

    with training_room() as room:
        for path in write_guides(room, out):
            _out.print(Text(str(path)), soft_wrap=True)
    words = f"Hand out {out / 'learner'}. Keep {out / 'facilitator'}: it gives the answers."
    _out.print(Text(words), soft_wrap=True)


@train.command("copy")
def copy_(
    family: Annotated[str, typer.Argument(help="Which family, as in first-relay.", metavar="FAMILY")],
    folder: Annotated[Path, typer.Argument(help="Folder to make.", metavar="DIR")],
) -> None:
    """Copy a family out as a review folder, for its pages and pictures."""
    chosen = family_of(family, load_families())
    copied = copy_family(chosen, folder)
    say(_out, f"Before you open it: {chosen.content_warning}")
    words = f"Copied {chosen.title} to {copied}. Make its pages and pictures with: scrgraph review {copied}"
    _out.print(Text(words), soft_wrap=True)


train.command("load")(load)


def _folder(context: typer.Context, given: Path | None) -> Path:
    """The folder of progress, which may be named before the command or after it."""
    return given or (context.obj if isinstance(context.obj, Path) else DEFAULT_FOLDER)


def _read(folder: Path) -> ReviewGraph:
    return read_review(SourceSet.of([str(folder)]))


def _query_in(file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise TrainingError(f"{file} is not UTF-8 text. Save it again as UTF-8.") from None
