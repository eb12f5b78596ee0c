"""Every query in the guides of the training room runs on the family it names, with as many rows as the guide says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from scrgraph.pipeline import in_memory, read_review
from scrgraph.questions.schema_check import check_query, parameters_used
from scrgraph.review.source_set import SourceSet
from scrgraph.store.base import Store
from scrgraph.training.course import load_course
from scrgraph.training.family import load_families

_DOCS = Path(__file__).resolve().parents[2] / "docs"
_BLOCK = re.compile(r"```cypher\n(.*?)```\s*(?:Gives (\d+) rows?\b)?", re.DOTALL)
FAMILIES = {family.title: family for family in load_families()}


class GuideQuery(NamedTuple):
    """One query of a guide: the family that its first line names, and the rows that the sentence after it promises."""

    guide: str
    family: str
    query: str
    rows: int | None


def queries_of(path: Path) -> Iterator[GuideQuery]:
    """The queries of one page, in order."""
    for query, rows in _BLOCK.findall(path.read_text(encoding="utf-8")):
        family = query.splitlines()[0].removeprefix("//").partition(":")[0].strip()
        yield GuideQuery(path.name, family, query, int(rows) if rows else None)


GUIDES = sorted(_DOCS.glob("training*.md"))
QUERIES = [
    pytest.param(one, id=f"{path.stem}-{number}")
    for path in GUIDES
    for number, one in enumerate(queries_of(path), start=1)
]


@pytest.fixture(scope="module")
def stores() -> Iterator[dict[str, tuple[str, Store]]]:
    """The embedded store of each family with its review's id, by the family's title."""
    opened, contexts = {}, []
    for title, family in FAMILIES.items():
        graph = read_review(SourceSet.of([family.folder]))
        context = in_memory(graph)
        opened[title] = (graph.review.review_id, context.__enter__())
        contexts.append(context)
    yield opened
    for context in contexts:
        context.__exit__(None, None, None)


@pytest.mark.parametrize("one", QUERIES)
def test_a_query_gives_the_rows_that_the_guide_says(
    one: GuideQuery, stores: dict[str, tuple[str, Store]]
) -> None:
    assert one.family in FAMILIES, f"{one.guide}: begin the query with // and the family's title"
    review_id, store = stores[one.family]
    found = store.run(one.query, {"review_id": review_id})
    assert one.rows is not None, f"{one.guide}: say after the query how many rows it gives"
    assert len(found.rows) == one.rows


@pytest.mark.parametrize("one", QUERIES)
def test_a_query_keeps_to_the_dialect_and_to_one_review(one: GuideQuery) -> None:
    assert check_query(one.query) == []
    assert parameters_used(one.query) == {"review_id"}


def test_the_facilitators_guide_speaks_of_every_family_and_of_exercises_that_exist() -> None:
    text = (_DOCS / "training-facilitator.md").read_text(encoding="utf-8")
    course = load_course()
    for title in FAMILIES:
        assert f"## {title}" in text
    for line in text.splitlines():
        for title, numbers in re.findall(r"(First relay|Two towns|Long winter): ([\d, ]+\d)", line):
            for number in re.findall(r"\d+", numbers):
                assert course.get(number).family == FAMILIES[title].slug, line
    assert QUERIES
