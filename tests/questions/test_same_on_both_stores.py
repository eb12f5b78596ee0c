"""The demonstration review in both stores: every query gives the same rows in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from chronologies import QUESTIONS, composite, own, write_review

from scrgraph.model.review import ReviewGraph
from scrgraph.pipeline import demo_folder, read_review
from scrgraph.questions.parameters import bind
from scrgraph.questions.registry import Question
from scrgraph.review.source_set import SourceSet
from scrgraph.store.base import Params, Store, Table
from scrgraph.store.embedded import EmbeddedStore
from scrgraph.store.graph_rows import graph_rows
from scrgraph.store.neo4j import Neo4jStore
from visualisations.all_pictures import PICTURES, Picture
from visualisations.drawing.wanted import Wanted
from visualisations.records.material import Material
from visualisations.records.query import read_records

pytestmark = pytest.mark.neo4j
QUERIES = [
    pytest.param(question, name, id=f"{question.id}.{name}")
    for question in QUESTIONS
    for name in ("query", "denominator", "applies")
    if getattr(question, name) is not None
]
ROWS = {
    "hv.csv": own("Health Visiting", "Date,Person,Event,To\n1 May 2018,Child A,Referral,CSC"),
    "all.csv": composite(
        "Date,Agency,Person,Event,To\n,Police,Mr K,Notification,School\n2 May 2018,GP,Mother,Note,"
    ),
}


#: Questions that the demonstration rightly gives no rows of, in the order of the registry, and why.
TOLD_IN_FULL = {
    "batons-moved-area": "the family moved within one area",
    "batons-not-accepted": "each was accepted, declined or acted on",
    "silos-adult-service-no-children": "each adult service records that there were children",
    "silos-apart-from-the-rest": "every agency is joined to another",
    "adults-information-held-by-one": "Probation's referral of 4 September 2018 may have arrived",
    "engagement-contact-withdrawn": "something was recorded after each run of missed contacts",
    "challenge-not-escalated": "no row records a disagreement",
    "sources-kind-not-told": "every entry of the demonstration names its kind of event",
}


@dataclass(frozen=True)
class Both:
    """The demonstration review in each store, and what it answered in Neo4j before there was another one."""

    graph: ReviewGraph
    embedded: Store
    neo4j: Store
    alone: dict[tuple[str, str], Table]


def params(question: Question, store: Store, graph: ReviewGraph) -> Params:
    """The values the question is asked with when the reader gives none."""
    return bind(question.header, store, graph.review)


@pytest.fixture(scope="module")
def both(one_neo4j: Neo4jStore, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    """Both stores, in the end with a second review of the same agencies and names beside the demonstration."""
    graph = read_review(SourceSet.of([demo_folder()]))
    other = write_review(tmp_path_factory.mktemp("second") / "review", ROWS, review_id="another")
    twin = graph.model_copy(update={"review": graph.review.model_copy(update={"review_id": "twin"})})
    with EmbeddedStore() as embedded:
        one_neo4j.load(graph_rows(graph))
        alone = {
            (one.id, name): one_neo4j.run(text, params(one, one_neo4j, graph))
            for one in QUESTIONS
            for name in ("query", "denominator", "applies")
            if (text := getattr(one, name)) is not None
        }
        embedded.load(graph_rows(graph))
        for review in (other, twin):
            embedded.load(graph_rows(review))
            one_neo4j.load(graph_rows(review))
        yield Both(graph, embedded, one_neo4j, alone)


@pytest.mark.parametrize(("question", "name"), QUERIES)
def test_the_same_rows_in_the_same_order(both: Both, question: Question, name: str) -> None:
    asked = params(question, both.embedded, both.graph)
    assert params(question, both.neo4j, both.graph) == asked
    text = getattr(question, name)
    embedded, neo4j = both.embedded.run(text, asked), both.neo4j.run(text, asked)
    assert embedded.columns == neo4j.columns
    assert embedded.rows == neo4j.rows


@pytest.mark.parametrize(("question", "name"), QUERIES)
def test_other_reviews_beside_it_change_nothing(both: Both, question: Question, name: str) -> None:
    asked = params(question, both.neo4j, both.graph)
    assert both.neo4j.run(getattr(question, name), asked) == both.alone[question.id, name]


@pytest.mark.parametrize("review_id", ["demo", "another"])
def test_the_picture_of_the_network_is_the_same(both: Both, review_id: str) -> None:
    assert read_records(both.embedded, review_id) == read_records(both.neo4j, review_id)


def test_the_demonstration_is_large_enough_to_tell(both: Both) -> None:
    """Each question gives rows: two empty answers would be alike whatever the query."""
    rows = {question: table.rows for (question, name), table in both.alone.items() if name == "query"}
    assert len(rows) == len(QUESTIONS)
    assert [question for question, found in rows.items() if not found] == list(TOLD_IN_FULL)


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.place.key)
def test_the_same_picture(both: Both, picture: Picture) -> None:
    review = both.graph.review
    embedded, neo4j = (Material.of(store, review) for store in (both.embedded, both.neo4j))
    assert picture.page(neo4j) == picture.page(embedded)
    assert picture.drawing(neo4j, Wanted()) == picture.drawing(embedded, Wanted())
