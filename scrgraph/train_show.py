"""What ``scrgraph train`` puts on the terminal: the list, a task, a verdict, the schema in view."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from scrgraph.model.sentence_parts import several
from scrgraph.show import Format, show
from scrgraph.store.base import Table
from scrgraph.training.check import Verdict
from scrgraph.training.course import LEVELS, Course
from scrgraph.training.exercise import Exercise
from scrgraph.training.family import Family
from scrgraph.training.progress import Progress
from scrgraph.training.schema_in_view import NodeInView, SchemaInView, Values

_ROWS_SHOWN, _LABELS_SHOWN = 20, 3


def say(console: Console, words: str = "", style: str = "") -> None:
    """One paragraph; nothing in it is taken for markup."""
    console.print(Text(words, style=style))


def show_course(console: Console, course: Course, families: tuple[Family, ...], progress: Progress) -> None:
    """The families, then the exercises by level, with what is solved."""
    for family in families:
        say(console, f"{family.title} ({family.slug})", "bold")
        say(console, f"  {family.summary}")
        say(console, f"  Before you open it: {family.content_warning}")
    grid = RichTable(header_style="bold")
    for heading in ("no.", "level", "exercise", "family", "done"):
        grid.add_column(heading, no_wrap=heading in ("no.", "level", "done"))
    for level in LEVELS:
        for exercise in course.of_level(level):
            done = progress.of(exercise)
            state = "yes" if done.solved else several(done.tries, "try", "tries") if done.tries else ""
            grid.add_row(
                f"{exercise.number:02}", str(level), Text(exercise.title), Text(exercise.family), state
            )
    console.print(grid)
    say(console, f"{progress.solved_of(course)} of {len(course)} solved.")


def show_task(console: Console, exercise: Exercise, family: Family) -> None:
    """The task, the values it gives, and the query to start from."""
    say(console)
    say(console, f"{exercise.number:02} {exercise.title}", "bold")
    say(console, f"Level {exercise.level}, family: {family.title}")
    say(console)
    say(console, exercise.task)
    say(console)
    given = {"review_id": "the family's id", **exercise.parameters}
    say(console, "Given: " + ", ".join(f"${name} ({value})" for name, value in given.items()))
    say(console, "A query to start from:")
    say(console, "\n".join(f"  {line}" for line in exercise.start.strip().splitlines()))


def show_rows(console: Console, table: Table) -> None:
    """The first rows of a result, and how many there are."""
    if not table.rows:
        say(console, "No rows.")
        return
    show(Table(table.columns, table.rows[:_ROWS_SHOWN]), Format.TABLE, console)
    over = len(table.rows) - _ROWS_SHOWN
    first = f", the first {_ROWS_SHOWN} of them shown" if over > 0 else ""
    say(console, f"{several(len(table.rows), 'row')}{first}.")


def show_verdict(console: Console, exercise: Exercise, verdict: Verdict) -> None:
    """What the checker says, and for a right answer what the exercise was about."""
    say(console, "Solved." if verdict.passed else "Not yet.", "bold")
    say(console, verdict.message)
    if verdict.passed:
        say(console)
        say(console, f"{exercise.point} ({exercise.source})")


def show_schema(console: Console, schema: SchemaInView, label: str = "") -> None:
    """The labels and relationships of the family; with ``label``, one of them with its properties and arrows."""
    wanted = label.strip(": ").lower()
    if not wanted:
        _show_whole_schema(console, schema)
        return
    nodes = [node for node in schema.nodes if wanted in _names(node.label, node.also)]
    edges = [edge for edge in schema.edges if wanted in _names(edge.name, (edge.start, edge.end))]
    if not nodes and not edges:
        say(console, f"The family's graph has nothing called {label}. Type :schema to see what it has.")
    for node in nodes:
        say(console, _node_line(node))
        say(console, f"    {', '.join(node.properties)}")
        _show_values(console, node.values)
    for edge in edges:
        held = f" [{', '.join(edge.properties)}]" if edge.properties else ""
        say(console, f"{edge.arrow}{held}  {edge.meaning} ({edge.count})")
        if edge.name.lower() == wanted:
            _show_values(console, edge.values)


def _show_whole_schema(console: Console, schema: SchemaInView) -> None:
    """Each label in a line, and each relationship in a line however many labels it joins."""
    for node in schema.nodes:
        say(console, _node_line(node))
    for name in dict.fromkeys(edge.name for edge in schema.edges):
        alike = [edge for edge in schema.edges if edge.name == name]
        starts, ends = (
            list(dict.fromkeys(labels)) for labels in zip(*((e.start, e.end) for e in alike), strict=True)
        )
        count = sum(edge.count for edge in alike)
        say(console, f"({_labels(starts)})-[:{name}]->({_labels(ends)})  {alike[0].meaning} ({count})")
    say(console, "For the properties of one of them, and the words that stand there: :schema Baton")


def _node_line(node: NodeInView) -> str:
    also = "".join(f" or :{name}" for name in node.also)
    return f":{node.label}{also}  {node.meaning} ({node.count})"


def _labels(labels: list[str]) -> str:
    shown = labels if len(labels) <= _LABELS_SHOWN else labels[: _LABELS_SHOWN - 1]
    over = f" and {len(labels) - len(shown)} more" if len(shown) < len(labels) else ""
    return ", ".join(f":{label}" for label in shown) + over


def _show_values(console: Console, values: Values) -> None:
    for name, words in values.items():
        say(console, f"    {name}: {', '.join(repr(word) for word in words)}")


def _names(name: str, also: tuple[str, ...]) -> set[str]:
    return {one.lower() for one in (name, *also)}
