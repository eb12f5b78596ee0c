"""The questions of a folder: found, put in order, and asked for by id."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrgraph.cypher_files import cypher_root
from scrgraph.model.vocabulary import Topic
from scrgraph.questions.errors import QuestionError, UnknownQuestion
from scrgraph.questions.registry import load_questions

QUESTION = """\
// ---
// id: {id}
// title: A title
// question: A question?
// why: A reason.
// topic: {topic}
// level: 1
// columns: {{what: string, evidence_ids: list}}
// strength: recorded
// finding: "{{what}} was recorded."
// none: "{none}"
// ---
MATCH (b:Baton)-[:RECORDED_IN]->(e:Entry) WHERE b.review_id = $review_id
RETURN b.what AS what, collect(e.entry_id) AS evidence_ids ORDER BY what
"""


def put(root: Path, id: str, topic: str, *, none: str = "None.", folder: str = "", name: str = "") -> Path:
    path = root / "questions" / (folder or topic) / f"{name or id}.cypher"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(QUESTION.format(id=id, topic=topic, none=none), encoding="utf-8")
    return path


def test_questions_come_by_topic_then_id(tmp_path: Path) -> None:
    for id, topic in (("zebra", "batons"), ("apple", "child"), ("bread", "silos"), ("acorn", "batons")):
        put(tmp_path, id, topic)
    registry = load_questions(tmp_path)
    assert [question.id for question in registry] == ["acorn", "zebra", "bread", "apple"]
    assert list(registry.by_topic) == [Topic.BATONS, Topic.SILOS, Topic.CHILD]
    assert [question.id for question in registry.by_topic[Topic.BATONS]] == ["acorn", "zebra"]


def test_sibling_queries_go_with_their_question(tmp_path: Path) -> None:
    path = put(tmp_path, "acorn", "batons", none="All {denominator}.")
    for name in ("denominator", "picture", "applies"):
        path.with_name(f"acorn.{name}.cypher").write_text(f"// {name}\n", encoding="utf-8")
    question = load_questions(tmp_path).get("acorn")
    assert (question.denominator, question.picture, question.applies) == (
        "// denominator\n",
        "// picture\n",
        "// applies\n",
    )
    assert [where.name for where, _ in question.queries()] == [
        "acorn.cypher",
        "acorn.denominator.cypher",
        "acorn.picture.cypher",
        "acorn.applies.cypher",
    ]


def test_an_id_with_a_slip_is_answered_with_the_nearest(tmp_path: Path) -> None:
    put(tmp_path, "batons-not-received", "batons")
    with pytest.raises(UnknownQuestion, match="Did you mean batons-not-received\\?"):
        load_questions(tmp_path).get("baton-not-recieved")


@pytest.mark.parametrize(
    ("put_in", "said"),
    [
        ({"folder": "child"}, "the topic is 'batons', so the file belongs in that folder"),
        ({"name": "other"}, "the file is called acorn.cypher"),
        ({"none": "All {denominator}."}, "there is no acorn.denominator.cypher"),
    ],
)
def test_a_file_out_of_place_is_refused(tmp_path: Path, put_in: dict[str, str], said: str) -> None:
    put(tmp_path, "acorn", "batons", **put_in)
    with pytest.raises(QuestionError, match=said):
        load_questions(tmp_path)


def test_two_questions_with_one_id_are_refused(tmp_path: Path) -> None:
    put(tmp_path, "acorn", "batons")
    put(tmp_path, "acorn", "child")
    with pytest.raises(QuestionError, match="the id 'acorn' is already that of"):
        load_questions(tmp_path)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("acorns.picture", "there is no question acorns.cypher for it to go with"),
        ("acorn.drawing", "not '.drawing'"),
    ],
)
def test_a_query_beside_no_question_is_refused(tmp_path: Path, name: str, said: str) -> None:
    path = put(tmp_path, "acorn", "batons")
    path.with_name(f"{name}.cypher").write_text("MATCH (n) RETURN 1 AS one ORDER BY one\n", encoding="utf-8")
    with pytest.raises(QuestionError, match=said):
        load_questions(tmp_path)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path, "acorn", "batons", none="Nothing £")
    path.write_text(path.read_text(encoding="utf-8"), encoding="latin-1")
    with pytest.raises(QuestionError, match="save it again as UTF-8"):
        load_questions(tmp_path)


def test_the_folder_that_comes_with_scrgraph_is_found() -> None:
    assert (cypher_root() / "questions").is_dir()
