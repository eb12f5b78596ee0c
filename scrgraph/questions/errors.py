"""What can be wrong with a question file, or with what was asked of it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path


class QuestionError(Exception):
    """A question file does not keep to its form; the message names the file, the line and what to change."""

    def __init__(self, path: Path, line: int | None, message: str) -> None:
        self.path, self.line = path, line
        super().__init__(f"{path}, line {line}: {message}" if line else f"{path}: {message}")


class UnknownQuestion(LookupError):
    """There is no question with this id; the message offers the nearest ones."""

    def __init__(self, wanted: str, known: Iterable[str]) -> None:
        near = get_close_matches(wanted, list(known), n=3, cutoff=0.5)
        offer = f" Did you mean {' or '.join(near)}?" if near else " List the questions to see their ids."
        super().__init__(f"There is no question called '{wanted}'.{offer}")


class BadParameter(ValueError):
    """A value given to a question has a name it does not know, or cannot be read as what it should be."""
