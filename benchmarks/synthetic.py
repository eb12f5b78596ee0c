"""Synthetic reviews for measuring: agencies' own files about one invented family, from a seed, the truth known."""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass, field
from pathlib import Path

from synthetic_rows import AGENCIES, COLUMNS, Line, Words, rows_of

__all__ = ["AGENCIES", "Noise", "Synthetic", "TrueBaton", "synthetic_review", "write_review"]

_YEARS = 3


@dataclass(frozen=True)
class Noise:
    """How far the records are from the truth; all shares between 0 and 1.

    ``dropped``: batons of which the receiver has no row. ``unsent``: received, the sender has no row.
    ``partial_dates``: rows dated by month or year. ``days_off``: the receiver's date is off by up to so many days.
    ``role_only``: mentions of a person by role. ``no_sender``: receivers' rows worded with no sender.
    ``own_words``: receivers' rows that share no word of the matter with the sender's. ``again``: batons followed
    within nine days by another between the same agencies about the same people.
    """

    dropped: float = 0.2
    unsent: float = 0.05
    partial_dates: float = 0.05
    days_off: int = 0
    role_only: float = 0.0
    no_sender: float = 0.0
    own_words: float = 0.4
    again: float = 0.1


@dataclass(frozen=True)
class TrueBaton:
    """One baton as it was: a side that nobody recorded is ``None``. A row is (file, row number)."""

    from_file: str
    to_file: str
    sent: tuple[str, int] | None
    received: tuple[str, int] | None

    @property
    def dropped(self) -> bool:
        """Whether it was sent and left no trace at the receiver."""
        return self.received is None


@dataclass(frozen=True)
class Synthetic:
    """The files of a synthetic review, and every baton of it."""

    files: list[Path]
    batons: list[TrueBaton] = field(default_factory=list)


def synthetic_review(
    folder: Path,
    rows: int,
    *,
    seed: int = 1,
    noise: Noise | None = None,
    days: int | None = None,
    agencies: int = len(AGENCIES),
    people: int | None = None,
) -> Synthetic:
    """Write about ``rows`` rows of ``agencies`` agencies over ``days`` days (three years), and tell the truth.

    One to two rows in five belong to batons. Traps of real chronologies are among them: two batons between the
    same agencies about the same people some days apart, one event told to two agencies, one row of the receiver
    for two senders, feedback, and contacts in which another service is named and nothing passed.
    """
    noise, chance = noise or Noise(), random.Random(seed)  # noqa: S311
    span = days or 365 * _YEARS
    lines, passed = rows_of(rows, span, noise, Words.read(people), list(AGENCIES)[:agencies], chance)
    numbers: dict[int, tuple[str, int]] = {}
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for file in list(AGENCIES)[:agencies]:
        own = sorted((line for line in lines if line.file == file), key=lambda line: (line.day, line.made))
        numbers |= {line.made: (file, place) for place, line in enumerate(own, start=2)}
        with (folder / file).open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([COLUMNS, *(_cells(line) for line in own)])
        files.append(folder / file)
    return Synthetic(files, [_true(sent, got, sides, numbers) for sent, got, sides in passed])


def write_review(folder: Path, rows: int, *, seed: int = 1, dropped: float = 0.2) -> list[Path]:
    """Write about ``rows`` rows over ten files, one a day; ``dropped`` of the batons leave no receipt."""
    noise = Noise(dropped=dropped)
    return synthetic_review(folder, rows, seed=seed, noise=noise, days=max(365, rows)).files


def _cells(line: Line) -> tuple[str, ...]:
    return (
        line.date, AGENCIES[line.file], line.worker, line.people, line.event, line.to, line.sender,
        line.seen, line.text, line.action,
    )  # fmt: skip


def _true(
    sent: Line | None, got: Line | None, sides: tuple[str, str], numbers: dict[int, tuple[str, int]]
) -> TrueBaton:
    return TrueBaton(*sides, numbers[sent.made] if sent else None, numbers[got.made] if got else None)
