"""The training room: the course, its families in embedded stores, and what a learner asks of them.

The terminal and the web screen both work through it; nothing here prints or asks.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from scrgraph.model.review import Review, ReviewGraph
from scrgraph.store.base import Store, Table
from scrgraph.store.embedded import EmbeddedStore
from scrgraph.store.graph_rows import graph_rows
from scrgraph.training.check import Verdict, check_answer, run_typed
from scrgraph.training.course import Course, load_course
from scrgraph.training.exercise import Exercise
from scrgraph.training.family import Family, family_of, load_families
from scrgraph.training.schema_in_view import SchemaInView, schema_in_view


@dataclass(frozen=True)
class OpenFamily:
    """A family that has been read, with the store that holds its graph."""

    family: Family
    review: Review
    store: Store


class TrainingRoom:
    """The course and its families. Each family is read and loaded when it is first asked for.

    ``read`` gives the review of a review folder; the pipeline has it, and this package stands below the
    pipeline. A context manager: the stores are let go of at its end. A family is loaded once,
    also where several threads ask for it.
    """

    def __init__(
        self,
        read: Callable[[Path], ReviewGraph],
        course: Course | None = None,
        families: tuple[Family, ...] | None = None,
    ) -> None:
        self.course = course or load_course()
        self.families = families or load_families()
        self._read = read
        self._open: dict[str, OpenFamily] = {}
        self._stack = ExitStack()
        self._lock = Lock()

    def family(self, slug: str) -> OpenFamily:
        """The family of this name, read and loaded. Raises ``UnknownExercise`` and what ``read`` raises."""
        with self._lock:
            if slug not in self._open:
                family = family_of(slug, self.families)
                graph = self._read(family.folder)
                store = self._stack.enter_context(EmbeddedStore())
                store.load(graph_rows(graph))
                self._open[slug] = OpenFamily(family, graph.review, store)
            return self._open[slug]

    def run(self, exercise: Exercise, query: str) -> Table:
        """The rows of a typed query on the exercise's family: read-only, limited in rows and time.

        Raises ``StoreError`` in words for the learner.
        """
        there = self.family(exercise.family)
        return run_typed(there.store, exercise, there.review.review_id, query)

    def check(self, exercise: Exercise, query: str) -> Verdict:
        """Whether a typed query answers the exercise, with a useful word where it does not."""
        there = self.family(exercise.family)
        return check_answer(there.store, exercise, there.review.review_id, query)

    def schema(self, slug: str) -> SchemaInView:
        """The labels, relationships and properties that the graph of this family holds."""
        there = self.family(slug)
        return schema_in_view(there.store, there.review.review_id)

    def close(self) -> None:
        """Let go of every store."""
        with self._lock:
            self._stack.close()
            self._open.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
