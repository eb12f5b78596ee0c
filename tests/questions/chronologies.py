"""Writes tiny reviews as the files an author would have, and asks one question of them on each of the stores."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from neo4j_server import Neo4jServer

from scrgraph.model.review import ReviewGraph
from scrgraph.pipeline import read_review
from scrgraph.questions.findings import findings_of
from scrgraph.questions.registry import load_questions
from scrgraph.questions.runner import run_question
from scrgraph.review.source_set import SourceSet
from scrgraph.store.base import Store
from scrgraph.store.embedded import EmbeddedStore
from scrgraph.store.graph_rows import graph_rows
from scrgraph.store.neo4j import Neo4jStore

QUESTIONS = load_questions()
ALL_OF_2018 = "2018-01-01..2018-12-31"
END_OF_2018 = "incident_date = 2018-12-31"


#: What the tests of this run have shown of each question: the strengths of its rows, "none" and "not answerable".
SHOWN: dict[str, set[str]] = defaultdict(set)


@dataclass(frozen=True)
class Source:
    """One file: its text, whose it is (empty for a composite one) and the days it is stated to cover."""

    text: str
    agency: str = ""
    covers: str = ""


def own(agency: str, text: str, covers: str = ALL_OF_2018) -> Source:
    """An agency's own chronology; ``covers`` is ``first..last`` day, empty for the span of its rows."""
    return Source(text, agency, covers)


def composite(text: str) -> Source:
    """A chronology that tells of several agencies and is nobody's own."""
    return Source(text)


def write_review(
    folder: Path,
    files: Mapping[str, Source],
    *,
    review_id: str = "tiny",
    review: str = END_OF_2018,
    people: str = "",
    agencies: str = "",
) -> ReviewGraph:
    """Write a review folder and read it. ``review`` holds lines of review.toml's ``[review]`` table."""
    (folder / "sources").mkdir(parents=True)
    settings = f'[review]\nid = "{review_id}"\n{review.strip()}\n'
    for name, source in files.items():
        (folder / "sources" / name).write_text(source.text.strip() + "\n", encoding="utf-8")
        first, _, last = source.covers.partition("..")
        days = {"covers_from": first, "covers_to": last}
        covered = {key: dt.date.fromisoformat(day) for key, day in days.items() if day}
        listed = tomli_w.dumps({"file": name, "agency": source.agency, **covered})
        settings += f"\n[[sources]]\n{listed}"
    (folder / "review.toml").write_text(settings, encoding="utf-8")
    for name, text in (("people.csv", people), ("agencies.csv", agencies)):
        if text:
            (folder / name).write_text(text.strip() + "\n", encoding="utf-8")
    return read_review(SourceSet.of([folder]))


@dataclass(frozen=True)
class Told:
    """An answer in plain values: days as ISO text, keys without the review's id, source rows as file and place."""

    rows: list[dict[str, Any]]
    sentences: list[str]
    none: str
    denominator: int | None
    missing: str

    def column(self, name: str) -> list[Any]:
        """One column of the rows, in their order."""
        return [row[name] for row in self.rows]


class Reader:
    """Writes tiny reviews, loads them in one store and asks; each gets an id of its own."""

    def __init__(self, store: Store, folder: Path, name: str) -> None:
        self._store = store
        self._folder = folder
        self._name = name
        self._written = 0

    def ask(self, question: str, files: Mapping[str, Source], *, given: Any = None, **texts: str) -> Told:
        """What the question of this id answers about the review; ``texts`` are as for ``write_review``."""
        self._written += 1
        review_id = f"{self._name}-{self._written}"
        graph = write_review(self._folder / review_id, files, review_id=review_id, **texts)
        self._store.load(graph_rows(graph))
        answer = run_question(self._store, QUESTIONS.get(question), graph.review, given)
        entries = {entry.entry_id: entry for entry in graph.entries}
        places = {key: f"{entry.file} {entry.place}" for key, entry in entries.items()}
        findings = findings_of(answer, entries) if answer.answerable else []
        nothing = "none" if answer.answerable else "not answerable"
        SHOWN[question].update([finding.strength.value for finding in findings] or [nothing])
        assert {f"{e.file} {e.place}" for f in findings for e in f.evidence} <= set(places.values())
        return Told(
            rows=[
                {name: _plain(value, f"{review_id}:", places) for name, value in row.items()}
                for row in answer.table.dicts()
            ],
            sentences=[finding.statement for finding in findings],
            none=answer.none_sentence if answer.answerable else "",
            denominator=answer.denominator,
            missing=answer.missing,
        )


def _plain(value: Any, prefix: str, places: Mapping[str, str]) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, str):
        key = value.removeprefix(prefix)
        return places.get(key, key)
    return [_plain(part, prefix, places) for part in value] if isinstance(value, (list, tuple)) else value


@pytest.fixture(scope="session")
def one_neo4j(neo4j_server: Neo4jServer) -> Iterator[Neo4jStore]:
    """One store on the run's Neo4j, where the reviews of these tests lie side by side under ids of their own."""
    neo4j_server.empty()
    with neo4j_server.connect() as store:
        yield store


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """Each of the two stores in turn. Reviews of earlier tests stay in Neo4j beside the new one."""
    if request.param == "neo4j":
        yield request.getfixturevalue("one_neo4j")
    else:
        with EmbeddedStore() as embedded:
            yield embedded


@pytest.fixture
def reader(store: Store, tmp_path: Path, request: pytest.FixtureRequest) -> Reader:
    """Asks questions of tiny reviews in the store of this run of the test."""
    name = request.node.originalname.removeprefix("test_").replace("_", "-")
    return Reader(store, tmp_path, name)
