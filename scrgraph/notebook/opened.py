"""``open_review``: one review, read once, to be asked from the cells of a notebook."""

from __future__ import annotations

import datetime as dt
import warnings
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from scrgraph.model.review import ReviewGraph
from scrgraph.model.vocabulary import Strength, Topic
from scrgraph.notebook.bundled import place_of
from scrgraph.notebook.days import Day, day_of, period, plain
from scrgraph.notebook.errors import CannotTell, NotebookError
from scrgraph.notebook.frames import evidence_frame, findings_frame, frame
from scrgraph.notebook.network import Network, Of, network_of
from scrgraph.notebook.shown_picture import ShownPicture
from scrgraph.notebook.summary import questions_table, summary
from scrgraph.pipeline import Answered, answer_all, read_review
from scrgraph.questions.registry import load_questions
from scrgraph.questions.runner import run_question
from scrgraph.review.names import nearest
from scrgraph.review.source_set import SourceSet
from scrgraph.store.base import Store, Value
from scrgraph.store.embedded import EmbeddedStore
from scrgraph.store.graph_rows import graph_rows
from visualisations.all_pictures import PICTURE
from visualisations.drawing.wanted import Wanted
from visualisations.records.material import Material
from visualisations.records.person_called import person_called

if TYPE_CHECKING:
    import pandas as pd

_ROW_LIMIT, _SECONDS = 10_000, 30.0
_Word = TypeVar("_Word", bound=StrEnum)


def open_review(*sources: Path | str, as_of: Day | None = None) -> OpenReview:
    """Read a review: a review folder, one or more chronology files, or the name of a bundled one such as ``demo``.

    Nothing is written: ``people.csv`` and ``agencies.csv`` stay as they are. ``as_of`` is the day to look back from.
    Where a file or folder bears the name of a bundled review, it is the one that is read. Raises ``ReviewError`` or
    ``ImporterError`` with the next step when the sources cannot be used.
    """
    graph = read_review(SourceSet.of(place_of(source) for source in sources), as_of=day_of(as_of, "as_of"))
    store = EmbeddedStore()
    store.load(graph_rows(graph))
    return OpenReview(graph, store)


class OpenReview:
    """A review in a notebook. A context manager; ``close`` lets go of its memory and may be called twice."""

    def __init__(self, graph: ReviewGraph, store: Store) -> None:
        self.graph = graph
        self._store: Store | None = store

    @property
    def title(self) -> str:
        """The title of the review."""
        return self.graph.review.title

    def questions(self) -> pd.DataFrame:
        """Every question with its answer in short.

        ``answer`` is ``found``, ``none found`` or ``cannot tell``, and ``words`` says what there is none of, or what
        the records lack; ``rows`` counts what was found, ``out_of`` of how many, where the question knows.
        """
        return frame(questions_table(self._answered), dict.fromkeys(("level", "rows", "out_of"), "integer"))

    def ask(self, question_id: str, **values: object) -> pd.DataFrame:
        """The rows of one question, with the columns of its header; ``values`` are its parameters.

        ``attrs`` holds ``question``, ``values``, ``out_of`` and ``none``, the sentence for an empty table. Raises
        ``CannotTell`` where the records in hand cannot answer, ``UnknownQuestion`` and ``BadParameter`` with the names
        that there are.
        """
        question = load_questions().get(question_id)
        given = {name: _given(name, value) for name, value in values.items()}
        answer = run_question(self._open, question, self.graph.review, given)
        if not answer.answerable:
            raise CannotTell(question_id, answer.missing)
        return frame(
            answer.table,
            question.header.columns,
            question=question.header.question,
            values={name: str(value) for name, value in answer.params.items()},
            out_of=answer.denominator,
            none="" if answer.table.rows else answer.none_sentence,
        )

    def cypher(self, query: str, **values: object) -> pd.DataFrame:
        """The rows of a read-only Cypher query; ``$review_id`` and ``$as_of`` are given, ``values`` are added.

        At most 10,000 rows and 30 seconds; a warning says so where rows were left out. Raises ``QueryRefused`` for
        anything but a read of the graph and ``StoreError`` for a query that cannot be understood.
        """
        review = self.graph.review
        given: dict[str, Value] = {"review_id": review.review_id, "as_of": review.as_of}
        given |= {name: plain(value) for name, value in values.items()}
        table = self._open.ask(query, given, row_limit=_ROW_LIMIT, seconds=_SECONDS)
        if len(table.rows) >= _ROW_LIMIT:
            warnings.warn(
                f"Only the first {_ROW_LIMIT:,} rows are here. Ask for less, or give the query a LIMIT.",
                stacklevel=2,
            )
        return frame(table)

    def findings(
        self,
        *,
        question: str | None = None,
        topic: Topic | str | None = None,
        strength: Strength | str | None = None,
    ) -> pd.DataFrame:
        """The findings of all questions, a row each; ``question``, ``topic`` and ``strength`` choose among them.

        Raises ``UnknownQuestion`` or ``NotebookError`` for a word that there is not.
        """
        if question is not None:
            load_questions().get(question)
        topic = _one_of(Topic, topic, "topic")
        strength = _one_of(Strength, strength, "strength")
        return findings_frame(
            one
            for one in self._answered.asked.findings
            if question in (None, one.question)
            and topic in (None, one.topic)
            and strength in (None, one.strength)
        )

    def evidence(self, *finding_ids: str) -> pd.DataFrame:
        """The source rows behind findings, by their ids: file, place, date as written for people, and words.

        Raises ``NotebookError`` for an id that there is not.
        """
        found = {one.id: one for one in self._material.findings}
        for finding_id in finding_ids:
            if finding_id not in found:
                raise NotebookError(f"There is no finding '{finding_id}'.{nearest(finding_id, found)}")
        return evidence_frame([found[finding_id] for finding_id in finding_ids], self._material.entries)

    def network(self, of: Of = "all", *, from_: Day | None = None, to: Day | None = None) -> Network:
        """People and agencies as a networkx ``MultiDiGraph``, its edges dated: contacts, batons and family ties.

        ``of`` keeps all nodes, the ``agencies`` or the ``people``. Each edge has ``what`` (``contact``, ``baton`` or
        ``tie``), ``kind``, ``earliest`` and ``latest`` (days, or ``None``) and ``words``; batons have ``status``, and
        contacts ``missed`` and ``seen``; both have ``entry_ids``. With ``from_`` or ``to`` it has what may have
        happened in those days. ``graph["not_joined"]`` lists the batons and contacts of those days whose record does
        not name both ends.
        """
        return network_of(self._material.records, of, *period(from_, to))

    def picture(
        self,
        key: str,
        *,
        on: Day | None = None,
        from_: Day | None = None,
        to: Day | None = None,
        person: str = "",
    ) -> ShownPicture:
        """One picture, to be shown by the notebook or saved. ``person`` is a name as the records have it.

        Raises ``NotebookError`` for a picture, day or name that there is not.
        """
        if key not in PICTURE:
            raise NotebookError(
                f"There is no picture called '{key}'.{nearest(key, PICTURE)} The pictures are: {', '.join(PICTURE)}."
            )
        first, last = period(from_, to)
        wanted = Wanted(on=day_of(on, "on"), first=first, last=last, person_id=self._person_id(person))
        drawn = PICTURE[key].drawing(self._material, wanted)
        return ShownPicture(key, drawn.svg, drawn.words)

    def close(self) -> None:
        """Let go of the graph's memory."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"{self.title}: {len(self.graph.entries)} rows of {len(self.graph.chronologies)} chronologies"

    def _repr_html_(self) -> str:
        """The review in short: what was read, file by file, and how much is in it."""
        return summary(self.graph)

    @property
    def _open(self) -> Store:
        if self._store is None:
            raise NotebookError("This review was closed. Open it again with open_review.")
        return self._store

    @cached_property
    def _answered(self) -> Answered:
        return answer_all(self.graph, self._open)

    @cached_property
    def _material(self) -> Material:
        return Material.of(self._open, self.graph.review, self._answered.asked.findings)

    def _person_id(self, name: str) -> str:
        try:
            return person_called(self._material.records.people, name)
        except LookupError as nobody:
            raise NotebookError(str(nobody)) from None


def _given(name: str, value: object) -> str | int | dt.date:
    """A value for a question: words, a whole number or a day."""
    found = plain(value)
    if isinstance(found, (str, int, dt.date)):
        return found
    raise NotebookError(f"{name} takes words, a whole number or a day, not {value!r}.")


def _one_of(words: type[_Word], given: _Word | str | None, name: str) -> _Word | None:
    """The word meant by ``given``; ``None`` for no choice."""
    if given is None:
        return None
    try:
        return words(given)
    except ValueError:
        raise NotebookError(f"{name} is one of {', '.join(words)}, not {given!r}.") from None
