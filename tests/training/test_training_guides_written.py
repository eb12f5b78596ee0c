"""The guides that are written from the exercises: every query in them runs, and a learner's gives nothing away."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from command_line import Command, written

from scrgraph.store.base import Table
from scrgraph.store.neo4j import Neo4jStore
from scrgraph.training.check import run_typed
from scrgraph.training.course import load_course
from scrgraph.training.exercise import Exercise
from scrgraph.training.family import load_families
from scrgraph.training.guides.guide import Guide, guide_to
from scrgraph.training.guides.markdown import markdown_of
from scrgraph.training.guides.slides import slides_of
from scrgraph.training.room import TrainingRoom

COURSE = load_course()
SLUGS = [family.slug for family in load_families()]
WHOLE = [pytest.param(slug, answers, id=f"{slug}-{answers}") for slug in SLUGS for answers in (False, True)]
_BLOCK = re.compile(r"```cypher\n(.*?)\n```", re.DOTALL)
Run = Callable[[Exercise, str], Table]


@pytest.fixture
def in_neo4j(families_in_neo4j: Neo4jStore) -> Run:
    """Runs a query in Neo4j, with all families side by side."""
    return lambda exercise, query: run_typed(families_in_neo4j, exercise, exercise.family, query)


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def run(request: pytest.FixtureRequest) -> Run:
    """Runs a query on each of the two stores in turn."""
    if request.param == "embedded":
        room: TrainingRoom = request.getfixturevalue("room")
        return room.run
    found: Run = request.getfixturevalue("in_neo4j")
    return found


class Page(HTMLParser):
    """What a page says, slide by slide, and the text of its blocks of code."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.slides: list[str] = []
        self.code: list[str] = []
        self.tags: list[str] = []
        self.loads: list[str] = []
        self._in_code = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [value or "" for name, value in attrs if name in ("src", "href", "action", "srcset")]
        if ("class", "slide") in attrs:
            self.slides.append("")
        if tag == "pre":
            self._in_code = True
            self.code.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_code = self._in_code and tag != "pre"

    def handle_data(self, data: str) -> None:
        if self._in_code:
            self.code[-1] += data
        if self.slides:
            self.slides[-1] += data


@pytest.mark.parametrize(("slug", "answers"), WHOLE)
def test_every_query_of_every_guide_runs_and_gives_rows(
    slug: str, answers: bool, room: TrainingRoom, run: Run
) -> None:
    guide = guide_to(room, slug, with_answers=answers)
    for exercise, query in guide.queries():
        assert run(exercise, query).rows, exercise.exercise_id


@pytest.mark.parametrize(("slug", "answers"), WHOLE)
def test_the_blocks_of_both_forms_are_these_queries(slug: str, answers: bool, room: TrainingRoom) -> None:
    guide = guide_to(room, slug, with_answers=answers)
    queries = [query for _, query in guide.queries()]
    assert _BLOCK.findall(markdown_of(guide)) == queries
    code = Page(slides_of(guide)).code
    assert [text for text in code if not text.startswith(":")] == queries
    assert guide.review_line == f":param review_id => '{slug}'"
    assert guide.review_line in code


@pytest.mark.parametrize("slug", SLUGS)
def test_a_learner_is_given_no_answer(slug: str, room: TrainingRoom) -> None:
    guide = guide_to(room, slug, with_answers=False)
    whole = guide_to(room, slug, with_answers=True)
    for text in (markdown_of(guide), slides_of(guide)):
        words = " ".join(text.split())
        for exercise in COURSE.of_family(slug):
            assert exercise.point not in words
            assert all(wrong.says not in words for wrong in exercise.wrong)
        queries = Page(text).code if text.startswith("<") else _BLOCK.findall(text)
        assert not {answer.query for step in whole.steps for answer in step.answers} & set(queries)


@pytest.mark.parametrize(("slug", "answers"), WHOLE)
def test_everything_of_an_exercise_stands_in_it(slug: str, answers: bool, room: TrainingRoom) -> None:
    guide = guide_to(room, slug, with_answers=answers)
    text = " ".join(" ".join(Page(slides_of(guide)).slides).split())
    markdown = " ".join(markdown_of(guide).replace("\\", "").split())
    exercises = COURSE.of_family(slug)
    assert [step.exercise for step in guide.steps] == list(exercises)
    for told in (text, markdown):
        assert guide.family.content_warning in told
        for exercise in exercises:
            assert " ".join(exercise.task.split()) in told
            assert all(" ".join(hint.split()) in told for hint in exercise.hints)
            assert all(f":param {name} => " in told for name in exercise.parameters)
            assert not answers or (exercise.point in told and exercise.source in told)


@pytest.mark.parametrize(("slug", "answers"), WHOLE)
def test_the_slides_ask_for_nothing(slug: str, answers: bool, room: TrainingRoom) -> None:
    html = slides_of(guide_to(room, slug, with_answers=answers))
    page = Page(html)
    assert all(link.startswith("#") for link in page.loads)
    assert not {"img", "link", "iframe", "object"} & set(page.tags)
    assert "default-src &#39;none&#39;" in html and "connect-src &#39;none&#39;" in html


def test_text_of_an_exercise_is_never_markup(room: TrainingRoom) -> None:
    odd = COURSE.get(1).model_copy(update={"task": "<b>*all* of `them`</b> | x", "title": "A & B <i>"})
    guide = guide_to(room, "first-relay", with_answers=False)
    guide = Guide(guide.family, guide.review_id, (type(guide.steps[0])(odd),), False)
    html, text = slides_of(guide), markdown_of(guide)
    assert "<b>" not in html and "&lt;b&gt;*all* of `them`" in html
    assert "\\<b>\\*all\\* of \\`them\\`\\</b> | x" in text


def test_the_command_writes_a_folder_to_hand_out_and_one_to_keep(tmp_path: Path, scrgraph: Command) -> None:
    said = scrgraph("train", "guides", "--out", tmp_path / "guides")
    assert (said.status, said.err) == (0, "")
    names = {f"{folder}/{slug}.{ending}" for folder in ("learner", "facilitator") for slug in SLUGS for ending in ("md", "html")}  # fmt: skip  # noqa: E501
    first = written(tmp_path / "guides")
    assert set(first) == names
    assert all(name in said.out.replace("\\", "/") for name in names)
    scrgraph("train", "guides", "--out", tmp_path / "again")
    assert written(tmp_path / "again") == first


def test_a_family_is_copied_out_and_read_as_a_review(tmp_path: Path, scrgraph: Command) -> None:
    said = scrgraph("train", "copy", "two-towns", tmp_path / "mine")
    assert (said.status, said.err) == (0, "")
    assert "scrgraph review" in said.words
    family = next(family for family in load_families() if family.slug == "two-towns")
    assert family.content_warning in said.words
    assert {"review.toml", "people.csv", "sources/police.csv"} <= set(written(tmp_path / "mine"))
    assert scrgraph("review", tmp_path / "mine").status == 0
    before = written(tmp_path / "mine")
    said = scrgraph("train", "copy", "first-relay", tmp_path / "mine")
    assert said.status == 2
    assert "is there already, and was not touched" in said.words
    assert written(tmp_path / "mine") == before
    assert ".scrgraph" not in {path.name for path in family.folder.iterdir()}
