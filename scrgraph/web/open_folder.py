"""The folder of the review that is open: its decisions and settings are read again only when their files are others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from scrgraph.review.decisions import UNDO, Decision, read_decisions
from scrgraph.review.errors import Problem
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.in_force import MadeDecision, as_made
from scrgraph.review.settings import ReviewSettings

Told = TypeVar("Told")


@dataclass(frozen=True)
class _Decisions:
    """What decisions.csv says, read from the file once."""

    made: tuple[MadeDecision, ...]
    holding: tuple[Decision, ...]
    problems: tuple[Problem, ...]

    @classmethod
    def read(cls, path: Path) -> _Decisions:
        """The decisions in a file."""
        decisions, problems = read_decisions(path)
        made = as_made(decisions)
        holding = tuple(one.decision for one in made if one.holds and one.decision.kind != UNDO)
        return cls(made, holding, problems)


class _Kept(Generic[Told]):
    """What a file says, read again when its size or time is another. May be asked from any thread."""

    def __init__(self, path: Path, read: Callable[[Path], Told]) -> None:
        self._path, self._read = path, read
        self._last: tuple[tuple[int, int] | None, Told] | None = None

    def now(self) -> Told:
        """What the file says now."""
        file = self._file()
        last = self._last
        if last is None or last[0] != file:
            last = self._last = file, self._read(self._path)
        return last[1]

    def _file(self) -> tuple[int, int] | None:
        try:
            there = self._path.stat()
        except FileNotFoundError:
            return None
        return there.st_size, there.st_mtime_ns


class OpenFolder(ReviewFolder):
    """A review folder that several windows ask about every second; thousands of decisions take a while to read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._decisions = _Kept(self.decisions_path, _Decisions.read)
        self._settings = _Kept(self.settings_path, lambda path: ReviewFolder(path.parent).settings())

    def decisions(self) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
        """The decisions that hold, in the order made, and the lines that cannot be read."""
        now = self._decisions.now()
        return now.holding, now.problems

    def decisions_made(self) -> tuple[MadeDecision, ...]:
        """Every decision in the order made, also those undone."""
        return self._decisions.now().made

    def settings(self) -> ReviewSettings:
        """What review.toml says. Raises ``ReviewError``."""
        return self._settings.now()
