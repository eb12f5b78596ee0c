"""What is wrong with a review's files, said with the place and what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from scrgraph.model.base import Thing


class Severity(StrEnum):
    """``error``: the file cannot be relied on until it is put right. ``warning``: the review can go on."""

    ERROR = "error"
    WARNING = "warning"


class Problem(Thing):
    """One thing to put right: the file, the place in it, and what to do. ``place`` may be empty."""

    severity: Severity
    file: str
    place: str = ""
    message: str

    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        return f"{where}: {self.message}"


def error(file: str, place: str, message: str) -> Problem:
    """A problem that has to be put right first."""
    return Problem(severity=Severity.ERROR, file=file, place=place, message=message)


def warning(file: str, place: str, message: str) -> Problem:
    """A problem that does not stop the work."""
    return Problem(severity=Severity.WARNING, file=file, place=place, message=message)


class ReviewError(Exception):
    """The review cannot be used as it is; the message says what to do next. ``problems`` holds each one."""

    def __init__(self, message: str, problems: Iterable[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


def raise_errors(problems: Iterable[Problem]) -> None:
    """Raise one ``ReviewError`` that lists every problem of severity ``error``, one a line."""
    errors = tuple(problem for problem in problems if problem.severity is Severity.ERROR)
    if errors:
        raise ReviewError("\n".join(str(problem) for problem in errors), errors)
