"""What can be wrong with the files of the training room, or with what was asked of it."""

from __future__ import annotations

from pathlib import Path


class TrainingError(Exception):
    """The training room cannot do what was asked; the message says what to do next."""


class TrainingFileError(TrainingError):
    """A file of an exercise or a family does not keep to its form; the message names it and what to change."""

    def __init__(self, path: Path, message: str) -> None:
        self.path = path
        super().__init__(f"{path}: {message}")


class UnknownExercise(TrainingError):
    """There is no exercise or family of this name; the message tells how to see those there are."""


class ProgressError(TrainingError):
    """The file of a learner's progress cannot be used."""
