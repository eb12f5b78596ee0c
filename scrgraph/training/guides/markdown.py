"""A guide as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrgraph.model.sentence_parts import several
from scrgraph.store.base import Table
from scrgraph.store.cells import in_cell
from scrgraph.training.browser_lines import use_line
from scrgraph.training.guides.guide import ROWS_SHOWN, Guide, Step

_SIGNS = re.compile(r"([\\`*<])")


def markdown_of(guide: Guide) -> str:
    """The whole guide. A query stands in a block of its own, from which it can be copied."""
    return (
        "\n".join((*_beginning(guide), *(line for step in guide.steps for line in _step(step)))).rstrip()
        + "\n"
    )


def _beginning(guide: Guide) -> Iterator[str]:
    family = guide.family
    yield from (f"# {_plain(guide.title)}", "")
    yield from (f"**Before you open it.** {_plain(family.content_warning)} Everything in it is invented.", "")
    yield from (_plain(family.summary), "")
    if guide.with_answers:
        yield "This guide gives the answers. Keep it from the learners until they have had a try. What to say before"
        yield "the first query, and how long to take, stands in the facilitator's guide of the documentation."
        yield ""
        yield from ("## What is in it for whom", "")
        for group, words in family.for_whom.items():
            yield f"- {_plain(group.replace('_', ' ').capitalize())}: {_plain(words)}"
        yield ""
    yield from ("## Before the first query", "")
    yield from ("In the terminal (`scrgraph train`) nothing has to be set. In Neo4j Browser, run:", "")
    yield from _block("", guide.review_line)
    yield from ("Where the server has a database for each family, run this first:", "")
    yield from _block("", use_line(guide.database))
    number = guide.steps[0].number if guide.steps else "NN"
    yield from (f"Check an answer that you saved in a file: `scrgraph train check {number} mine.cypher`", "")


def _step(step: Step) -> Iterator[str]:
    exercise = step.exercise
    yield from (f"## {_plain(step.heading)}", "", f"Level {exercise.level}. {_plain(exercise.task)}", "")
    if step.values:
        yield from ("In Neo4j Browser, set first, one line at a time:", "")
        yield from _block("", "\n".join(step.values))
    yield from ("A query to start from:", "")
    yield from _block("cypher", step.start)
    yield from (
        "Hints:",
        "",
        *(f"{number}. {_plain(hint)}" for number, hint in enumerate(exercise.hints, 1)),
        "",
    )
    for number, answer in enumerate(step.answers):
        yield from ("### Another answer" if number else "### An answer", "")
        yield from _block("cypher", answer.query)
        yield from _table(answer.rows)
    if step.answers and exercise.wrong:
        yield from ("### What groups often come to first, and what to say", "")
        yield from (*(f"- {_plain(wrong.says)}" for wrong in exercise.wrong), "")
    if step.answers:
        yield from ("### The point", "", f"{_plain(exercise.point)} ({_plain(exercise.source)})", "")


def _block(language: str, text: str) -> Iterator[str]:
    yield from (f"```{language}", text, "```", "")


def _table(table: Table) -> Iterator[str]:
    over = len(table.rows) - ROWS_SHOWN
    first = f", the first {ROWS_SHOWN} of them below" if over > 0 else ""
    yield from (f"Gives {several(len(table.rows), 'row')}{first}.", "")
    yield f"| {' | '.join(map(_cell, table.columns))} |"
    yield f"|{'---|' * len(table.columns)}"
    for row in table.rows[:ROWS_SHOWN]:
        yield f"| {' | '.join(_cell(in_cell(value)) for value in row)} |"
    yield ""


def _cell(text: str) -> str:
    return _plain(text).replace("|", "\\|")


def _plain(text: str) -> str:
    """Text of which nothing is taken for markup, on one line."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
