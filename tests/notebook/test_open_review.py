"""A review opened in a notebook: its tables, its findings with their rows, and what it says when it cannot."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from scrgraph import open_review
from scrgraph.notebook import CannotTell, OpenReview, PandasMissing
from scrgraph.notebook.bundled import bundled_reviews
from scrgraph.notebook.days import plain
from scrgraph.notebook.errors import NotebookError
from scrgraph.questions.errors import BadParameter, UnknownQuestion
from scrgraph.questions.registry import load_questions
from scrgraph.review.errors import ReviewError
from scrgraph.store.base import QueryRefused

ROWS = """\
Date,Agency,Person concerned,Event type,To agency,From agency,Child seen,What happened,Outcome
3 May 2018,Health Visiting,Rowan,Visit,,,Yes,Seen at home with his mother,Weighed
4 May 2018,Health Visiting,Rowan,Referral,Children's Social Care,,,Bruise on the left arm,Telephoned
"""


@pytest.fixture(scope="module")
def demo() -> Iterator[OpenReview]:
    with open_review("demo") as review:
        yield review


def test_importing_scrgraph_reads_in_nothing_else() -> None:
    code = (
        "import sys; before = set(sys.modules); import scrgraph; new = set(sys.modules) - before - {'scrgraph'}; "
        "print(sorted(name for name in new if name.split('.')[0] not in sys.stdlib_module_names))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_name_that_scrgraph_does_not_have_is_refused() -> None:
    import scrgraph

    assert "open_review" in dir(scrgraph)
    with pytest.raises(AttributeError, match="has no attribute 'open_reviews'"):
        scrgraph.open_reviews  # type: ignore[attr-defined] # noqa: B018


def test_a_file_a_folder_and_the_demonstration_are_opened_alike(tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    path.write_text(ROWS, encoding="utf-8")
    with open_review(path) as one, open_review(str(bundled_reviews()["demo"])) as other:
        assert one.cypher("MATCH (e:Entry) RETURN count(e) AS entries").entries[0] == 2
        assert other.title == "Rowan: an invented composite"


def test_a_folder_of_that_name_comes_before_the_bundled_review(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "demo").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReviewError, match="is not a review"):
        open_review("demo")


def test_nothing_is_written_beside_the_sources(tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    path.write_text(ROWS, encoding="utf-8")
    with open_review(path) as review:
        review.findings()
        review.picture("relay")
    assert [found.name for found in tmp_path.iterdir()] == ["visits.csv"]


def test_something_that_is_not_there_is_said_plainly() -> None:
    with pytest.raises(ReviewError, match="There is no file or folder nowhere"):
        open_review("nowhere")


def test_a_question_gives_the_rows_and_columns_of_its_header(demo: OpenReview) -> None:
    table = demo.ask("batons-not-received")
    header = load_questions().get("batons-not-received").header
    assert list(table.columns) == list(header.columns)
    assert len(table) == (demo.findings().question == "batons-not-received").sum() > 0
    assert table["from_day"].dtype == "datetime64[s]"
    assert table.attrs["out_of"] == 66 and table.attrs["question"] == header.question
    assert table.attrs["none"] == ""


def test_a_value_changes_the_answer_and_may_be_a_cell_of_a_table(demo: OpenReview) -> None:
    everything = demo.ask("batons-not-received")
    early = demo.ask("batons-not-received", as_of=everything.from_day.sort_values().iloc[3])
    assert 0 < len(early) < len(everything)
    assert len(demo.ask("batons-not-received", as_of="2018-01-01")) < len(everything)


def test_an_empty_answer_says_of_what_there_is_none(demo: OpenReview) -> None:
    table = demo.ask("batons-moved-area")
    assert table.empty and "none is recorded" in table.attrs["none"]


def test_what_cannot_be_told_is_no_empty_table(tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    path.write_text(ROWS, encoding="utf-8")
    with open_review(path) as review:
        asked = review.questions().set_index("id")
        silent = asked.index[asked.answer == "cannot tell"][0]
        with pytest.raises(CannotTell, match="cannot be answered from the records in hand") as said:
            review.ask(silent)
        assert said.value.missing == asked.words[silent]


def test_every_question_has_one_of_three_answers(demo: OpenReview) -> None:
    asked = demo.questions()
    assert list(asked.id) == [question.id for question in load_questions()]
    assert set(asked.answer) <= {"found", "none found", "cannot tell"}
    assert asked.rows.sum() >= len(demo.findings())
    assert (asked.words[asked.answer != "found"] != "").all()


def test_a_wrong_question_or_value_is_met_with_the_right_ones(demo: OpenReview) -> None:
    with pytest.raises(UnknownQuestion, match="Did you mean"):
        demo.ask("batons-not-recieved")
    with pytest.raises(BadParameter, match="It takes: as_of"):
        demo.ask("batons-overdue", days=3)
    with pytest.raises(NotebookError, match="a whole number or a day"):
        demo.ask("batons-overdue", as_of=[1])


def test_cypher_gives_days_as_days_and_takes_them(demo: OpenReview) -> None:
    query = (
        "MATCH (a:Agency)-[r:REFERRED_TO]->(:Agency) WHERE r.on_earliest >= $since AND a.review_id = $review_id "
        "RETURN a.display_name AS agency, r.on_earliest AS day, r.kind = 'referral' AS referral ORDER BY day, agency"
    )
    table = demo.cypher(query, since=dt.date(2018, 6, 1))
    assert table.day.dtype == "datetime64[s]" and table.referral.dtype == "boolean"
    assert table.day.min() >= pd.Timestamp(2018, 6, 1)
    assert len(demo.cypher(query, since=table.day.max())) == (table.day == table.day.max()).sum()


def test_cypher_only_reads(demo: OpenReview) -> None:
    with pytest.raises(QueryRefused, match="would change it"):
        demo.cypher("MATCH (p:Person) DETACH DELETE p")


def test_rows_left_out_are_said_to_be(demo: OpenReview) -> None:
    with pytest.warns(UserWarning, match="Only the first 10,000 rows"):
        table = demo.cypher("UNWIND range(1, 10001) AS number RETURN number")
    assert len(table) == 10_000 and table.number.dtype == "Int64"


def test_a_query_with_no_rows_keeps_its_columns(demo: OpenReview) -> None:
    table = demo.cypher("MATCH (p:Person) WHERE p.display_name = 'nobody' RETURN p.display_name AS person")
    assert list(table.columns) == ["person"] and table.empty


def test_findings_are_chosen_by_question_topic_and_strength(demo: OpenReview) -> None:
    everything = demo.findings()
    assert set(demo.findings(topic="child").topic) == {"child"}
    assert set(demo.findings(strength="no record found").strength) == {"no record found"}
    assert len(demo.findings(question="batons-overdue")) == (everything.question == "batons-overdue").sum()
    with pytest.raises(NotebookError, match="topic is one of batons"):
        demo.findings(topic="children")
    with pytest.raises(UnknownQuestion):
        demo.findings(question="batons")


def test_every_finding_leads_to_its_rows(demo: OpenReview) -> None:
    everything = demo.findings()
    rows = demo.evidence(*everything.id)
    assert rows.groupby("finding").size().to_dict() == everything.set_index("id").rows.to_dict()
    assert (rows.file != "").all() and (rows.date != "").all()
    with pytest.raises(NotebookError, match="There is no finding 'x'"):
        demo.evidence("x")


def test_without_pandas_it_says_what_to_install(demo: OpenReview, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(PandasMissing, match="pip install pandas"):
        demo.findings()
    assert demo.picture("seen").words and demo.network().number_of_nodes()


def test_a_closed_review_says_how_to_go_on() -> None:
    review = open_review("demo")
    review.close()
    review.close()
    with pytest.raises(NotebookError, match="Open it again"):
        review.cypher("RETURN 1 AS one")


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        (pd.Timestamp(2018, 6, 1, 13), dt.date(2018, 6, 1)),
        (pd.Series([3], dtype="int64")[0], 3),
        ([pd.Timestamp(2018, 6, 1), "a"], [dt.date(2018, 6, 1), "a"]),
        (None, None),
    ],
)
def test_a_cell_of_a_table_becomes_a_plain_value(given: object, taken: object) -> None:
    assert plain(given) == taken


def test_what_no_query_takes_is_refused() -> None:
    with pytest.raises(NotebookError, match="words, numbers, days"):
        plain({"a": 1})
