"""From rows to findings: the sentence, how sure it is, its source rows, its id, its order and its files."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from small_review import SmallReview, WriteQuestion

from scrgraph.model.finding import Finding
from scrgraph.model.vocabulary import Certainty, Strength
from scrgraph.questions.errors import QuestionError
from scrgraph.questions.findings import AskedAll, ask_all, findings_of
from scrgraph.questions.output import (
    CSV_COLUMNS,
    RowCounts,
    findings_json,
    findings_rows,
    write_findings_json,
)
from scrgraph.questions.registry import Question, Registry
from scrgraph.questions.runner import run_question
from scrgraph.questions.sentence import fill_in, in_a_sentence
from scrgraph.store.base import Value

NEVER = "MATCH (r:Review) WHERE r.review_id = $review_id RETURN false AS answerable, 'visits' AS missing\n"


def found(small: SmallReview, question: Question) -> list[Finding]:
    return findings_of(run_question(small.store, question, small.review), small.entries)


def asked(small: SmallReview, *questions: Question) -> AskedAll:
    return ask_all(small.store, Registry(questions), small.review, small.entries)


def test_a_row_becomes_a_sentence_with_its_source_rows(
    small_review: SmallReview, write_question: WriteQuestion
) -> None:
    finding = found(small_review, write_question())[0]
    assert finding.statement == "Midwifery recorded passing a letter on 3 March 2008 about Ash and Bryn."
    assert finding.strength is Strength.NO_RECORD_FOUND
    assert finding.certainty is Certainty.CERTAIN
    assert finding.people == ("Ash", "Bryn")
    assert finding.agencies == ("midwifery",)
    assert finding.from_ == dt.date(2008, 3, 3)
    assert [(source.file, source.place, source.text) for source in finding.evidence] == [
        ("midwifery.csv", "row 3", "Letter to health visiting"),
        ("midwifery.csv", "row 2", "Letter posted again"),
    ]


def test_what_is_not_known_is_said(small_review: SmallReview, write_question: WriteQuestion) -> None:
    finding = found(small_review, write_question(("on {passed_on}", "({passed_on})")))[1]
    assert finding.statement == "Midwifery recorded passing a call (no date given) about not recorded."
    assert finding.people == ()
    assert finding.from_ is None


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (dt.date(2008, 3, 14), "14 March 2008"),
        (0, "0"),
        (21, "21"),
        (True, "yes"),
        (None, "not recorded"),
        ("", "not recorded"),
        ([], "not recorded"),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        ([dt.date(2008, 3, 1), None, dt.date(2008, 3, 2)], "1 March 2008 and 2 March 2008"),
    ],
)
def test_values_in_a_sentence(value: Value, words: str) -> None:
    assert in_a_sentence(value) == words


def test_braces_and_line_ends_in_a_record_are_only_text() -> None:
    assert fill_in("{what}.", {"what": "wrote {denominator}\n in full"}, {"what": "string"}) == (
        "Wrote {denominator} in full."
    )


def test_the_sentence_is_the_one_for_the_strength(
    small_review: SmallReview, write_question: WriteQuestion
) -> None:
    question = write_question(
        (
            '// finding: "{passed_by} recorded passing {what} on {passed_on} about {people}."',
            '// finding:\n//   recorded: "{what} was received."\n'
            '//   no record found: "No record of receipt of {what} was found."',
        )
    )
    assert found(small_review, question)[0].statement == "No record of receipt of a letter was found."


def test_a_strength_without_a_sentence_is_an_error(
    small_review: SmallReview, write_question: WriteQuestion
) -> None:
    question = write_question(
        (
            '// finding: "{passed_by} recorded passing {what} on {passed_on} about {people}."',
            '// finding: {recorded: "{what} was received."}',
        )
    )
    with pytest.raises(QuestionError, match="no sentence for the strength 'no record found'"):
        found(small_review, question)


def test_a_row_with_no_source_row_is_an_error(
    small_review: SmallReview, write_question: WriteQuestion
) -> None:
    with pytest.raises(QuestionError, match="a row names no source row behind it"):
        found(small_review, write_question(("certainty, evidence_ids", "certainty, [] AS evidence_ids")))
    with pytest.raises(QuestionError, match="source rows that were not imported: R1:E9"):
        found(
            small_review, write_question(("certainty, evidence_ids", "certainty, ['R1:E9'] AS evidence_ids"))
        )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("'certain' AS", "'likely' AS", "the certainty of a row is one of certain, possible, not 'likely'"),
        ("'no record found' END", "'dropped' END", "not 'dropped'"),
    ],
)
def test_words_of_our_own_for_how_sure_are_refused(
    small_review: SmallReview, write_question: WriteQuestion, old: str, new: str, said: str
) -> None:
    with pytest.raises(QuestionError, match=said):
        found(small_review, write_question((old, new)))


def test_an_id_outlives_a_change_of_wording_but_not_of_evidence(
    small_review: SmallReview, write_question: WriteQuestion
) -> None:
    first = found(small_review, write_question())
    reworded = found(small_review, write_question(("recorded passing", "noted passing")))
    assert [finding.id for finding in first] == [finding.id for finding in reworded]
    assert first[0].statement != reworded[0].statement
    assert len({finding.id for finding in first}) == 2
    assert first[0].id.startswith("passed-on-")
    assert len(first[0].id) == len("passed-on-") + 10


def test_two_findings_on_the_same_rows_have_ids_of_their_own(
    small_review: SmallReview, write_question: WriteQuestion
) -> None:
    question = write_question(
        ("RETURN b.baton_id", "UNWIND ['a copy', 'a letter', 'a letter'] AS thing\nRETURN b.baton_id"),
        ("b.what AS what", "thing AS what"),
        ("ORDER BY baton_id", "ORDER BY baton_id, thing"),
    )
    letters = [finding for finding in found(small_review, question) if finding.from_]
    assert [finding.statement.split(" on ")[0] for finding in letters] == [
        "Midwifery recorded passing a copy",
        "Midwifery recorded passing a letter",
    ]
    assert letters[1].id == f"{letters[0].id}-2"


def test_recorded_comes_first_then_by_day_with_the_undated_last(
    small_review: SmallReview, write_question: WriteQuestion
) -> None:
    question = write_question(
        ("CASE WHEN b.receipt = 'recorded'", "CASE WHEN b.on_earliest IS NULL"),
    )
    strengths = [finding.strength for finding in found(small_review, question)]
    assert strengths == [Strength.RECORDED, Strength.NO_RECORD_FOUND]
    undated_last = [finding.from_ for finding in found(small_review, write_question())]
    assert undated_last == [dt.date(2008, 3, 3), None]


def test_every_question_is_asked_and_those_not_answerable_are_listed(
    small_review: SmallReview, write_question: WriteQuestion
) -> None:
    steps: list[tuple[str, int, int]] = []
    whole = ask_all(
        small_review.store,
        Registry((write_question(),)),
        small_review.review,
        small_review.entries,
        lambda what, done, total: steps.append((what, done, total)),
    )
    assert len(whole.findings) == 2
    assert whole.not_answerable == ()
    assert steps == [("Asking the questions", 1, 1)]
    nothing = asked(small_review, write_question(applies=NEVER))
    assert nothing.findings == ()
    assert [(lacking.question, lacking.missing) for lacking in nothing.not_answerable] == [
        ("passed-on", "visits")
    ]
    assert not nothing.answers["passed-on"].answerable


def test_findings_json_has_this_form(
    small_review: SmallReview, write_question: WriteQuestion, tmp_path: Path
) -> None:
    path, rows = tmp_path / "findings.json", RowCounts.of(small_review.graph.chronologies)
    write_findings_json(path, small_review.review, rows, asked(small_review, write_question()))
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n}\n")
    whole = json.loads(text)
    assert list(whole) == ["review", "rows", "findings", "not_answerable"]
    assert whole["review"]["review_id"] == "R1"
    assert whole["review"]["detailed"] == {"from": None, "to": None}
    assert whole["rows"] == {"read": 5, "imported": 4, "rejected": 1}
    assert whole["not_answerable"] == []
    first = whole["findings"][0]
    assert list(first) == [
        "id", "question", "topic", "strength", "certainty", "statement", "people", "agencies", "from", "to",
        "evidence",
    ]  # fmt: skip
    assert first["from"] == "2008-03-03"
    assert first["evidence"][0] == {
        "file": "midwifery.csv",
        "place": "row 3",
        "text": "Letter to health visiting",
    }


def test_the_same_findings_give_the_same_file(
    small_review: SmallReview, write_question: WriteQuestion
) -> None:
    rows = RowCounts.of(small_review.graph.chronologies)
    once = asked(small_review, write_question())
    turned = AskedAll(tuple(reversed(once.findings)), once.not_answerable, once.answers)
    assert findings_json(small_review.review, rows, once) == findings_json(small_review.review, rows, turned)


def test_findings_csv_has_one_row_a_finding(small_review: SmallReview, write_question: WriteQuestion) -> None:
    columns, rows = findings_rows(asked(small_review, write_question()).findings)
    assert columns == CSV_COLUMNS
    assert len(rows) == 2
    first = dict(zip(columns, rows[0], strict=True))
    assert first["people"] == "Ash; Bryn"
    assert first["from"] == "2008-03-03"
    assert first["evidence"] == "midwifery.csv row 3; midwifery.csv row 2"
