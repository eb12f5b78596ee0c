"""What the commands are given, read: sources with a last word, days, and names with values."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer
from rich.console import Console

from scrgraph.model.review import ReviewGraph
from scrgraph.pipeline import read_review
from scrgraph.review.source_set import SourceSet
from scrgraph.show import progress_bars

Sources = Annotated[
    list[str], typer.Argument(help="A review folder, or one or more chronology files.", metavar="SOURCE...")
]


class BadUse(Exception):
    """The command was given something it cannot use; the message says what to do next."""


def sources_and_last(arguments: list[str], what: str) -> tuple[list[str], str]:
    """The sources, and the last word, which is ``what``. Raises ``BadUse`` where one of them is missing."""
    if len(arguments) < 2:
        raise BadUse(f"Give one or more sources, and then {what}.")
    return arguments[:-1], arguments[-1]


def key_and_value(text: str) -> tuple[str, str]:
    """The two sides of ``name=value``. Raises ``BadUse`` for anything else."""
    key, sign, value = text.partition("=")
    if not sign or not key:
        raise BadUse(f"--param takes a name and a value, as in days=28, not '{text}'.")
    return key, value


def day(text: str, option: str) -> dt.date:
    """The day in an option. Raises ``BadUse`` for anything but an ISO day."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise BadUse(f"{option} takes a day as in 2012-03-03, not '{text}'.") from None


def day_or_none(text: str, option: str) -> dt.date | None:
    """The day in an option that may be left out."""
    return day(text, option) if text else None


def read(given: list[str]) -> ReviewGraph:
    """The review of the sources, with a bar on the terminal where that takes long."""
    with progress_bars(Console(stderr=True)) as bar:
        return read_review(SourceSet.of(given), progress=bar)
