"""The training room in a process of its own, so that a learner's query can take as long as it may and no longer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from scrgraph.model.review import ReviewGraph
from scrgraph.pipeline import read_review
from scrgraph.review.source_set import SourceSet
from scrgraph.training.check import SECONDS
from scrgraph.training.room import TrainingRoom
from scrgraph.web.worker import Inside, Worker

Answer = TypeVar("Answer")
#: Reading a family for the first time takes this long at most, beside the query.
_TO_READ = 60.0


class TrainingProcess:
    """Starts the training room when it is first asked for, and again after a query that had to be ended."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._worker: Worker | None = None

    def begin(self) -> None:
        """Start the process, so that it is there by the time somebody asks."""
        self._at_work()

    def ask(self, function: Callable[..., Answer], **given: Any) -> Answer:
        """What ``function(room, **given)`` gives; it is one of a module. Raises ``CannotBeDone`` with the reason."""
        return self._at_work().ask(function, SECONDS + _TO_READ, **given)

    def stop(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            if self._worker:
                self._worker.stop()
                self._worker = None

    def _at_work(self) -> Worker:
        with self._lock:
            if self._worker is None or not self._worker.alive:
                self._worker = Worker("The training room", teach, {})
                self._worker.start()
            return self._worker


def teach(inside: Inside) -> None:
    """The life of the process: answer about exercises and families until nobody asks any more."""
    with TrainingRoom(_read) as room:
        inside.answer(room)


def _read(folder: Path) -> ReviewGraph:
    return read_review(SourceSet.of([folder]))
