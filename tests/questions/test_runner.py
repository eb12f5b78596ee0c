"""One question asked of a real store: its values, its rows, its denominator, and whether it can be asked."""

from __future__ import annotations

import datetime as dt

import pytest
from small_review import SmallReview, WriteQuestion

from scrgraph.questions.errors import BadParameter, QuestionError
from scrgraph.questions.runner import Answer, run_question

COUNT = "MATCH (b:Baton) WHERE b.review_id = $review_id RETURN count(b) AS denominator\n"
APPLIES = (
    "OPTIONAL MATCH (c:Contact) WHERE c.review_id = $review_id "
    "WITH count(c) AS contacts RETURN contacts > 0 AS answerable, 'a chronology with contacts' AS missing\n"
)


def batons(answer: Answer) -> list[object]:
    return [row["baton_id"] for row in answer.table.dicts()]


def test_the_rows_come_with_the_declared_columns(
    small_review: SmallReview, write_question: WriteQuestion
) -> None:
    answer = run_question(small_review.store, write_question(), small_review.review)
    assert answer.answerable
    assert answer.table.columns == tuple(answer.question.header.columns)
    assert batons(answer) == ["R1:B1", "R1:B2"]
    assert answer.denominator is None


def test_the_incident_is_the_day_looked_back_from_unless_another_is_given(
    small_review: SmallReview, write_question: WriteQuestion
) -> None:
    question, store = write_question(), small_review.store
    assert run_question(store, question, small_review.review).params == {
        "review_id": "R1",
        "as_of": dt.date(2008, 6, 1),
    }
    later = small_review.review.model_copy(update={"as_of": dt.date(2008, 7, 1)})
    assert run_question(store, question, later).params["as_of"] == dt.date(2008, 7, 1)
    early = run_question(store, question, small_review.review, {"as_of": "2008-03-01"})
    assert batons(early) == ["R1:B2"]
    assert run_question(store, question, later, {"as_of": ""}).params["as_of"] == dt.date(2008, 7, 1)


@pytest.mark.parametrize(("word", "day"), [("first", dt.date(2008, 3, 3)), ("last", dt.date(2008, 6, 1))])
def test_first_and_last_are_days_of_the_chronologies(
    small_review: SmallReview, write_question: WriteQuestion, word: str, day: dt.date
) -> None:
    question = write_question(("default: incident", f"default: {word}"))
    assert run_question(small_review.store, question, small_review.review).params["as_of"] == day


def test_without_an_incident_date_the_question_says_what_is_missing(
    small_review: SmallReview, write_question: WriteQuestion
) -> None:
    undated = small_review.review.model_copy(update={"incident_date": None})
    answer = run_question(small_review.store, write_question(), undated)
    assert not answer.answerable
    assert answer.missing == "the date of the incident; give it in review.toml"
    assert run_question(small_review.store, write_question(), undated, {"as_of": "2008-06-01"}).answerable


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            {"asof": "2008-06-01"},
            "'asof' is not a value that passed-on takes. It takes: as_of. Did you mean as_of",
        ),
        (
            {"as_of": "Tuesday"},
            "'as_of' takes a day written as year-month-day, such as 2008-03-14, not 'Tuesday'",
        ),
        ({"as_of": "14/03/2008"}, "not '14/03/2008'"),
        ({"as_of": "2008-02-30"}, "not '2008-02-30'"),
        ({"as_of": "1205452800"}, "not '1205452800'"),
        ({"review_id": "R2"}, "'review_id' is not a value that passed-on takes"),
    ],
)
def test_a_value_the_question_cannot_take(
    small_review: SmallReview, write_question: WriteQuestion, given: dict[str, str], said: str
) -> None:
    with pytest.raises(BadParameter) as error:
        run_question(small_review.store, write_question(), small_review.review, given)
    assert said in str(error.value)


def test_whole_numbers_and_texts_are_read_as_declared(
    small_review: SmallReview, write_question: WriteQuestion
) -> None:
    question = write_question(
        ("incident}}", "incident}, days: {type: integer, default: 28}, who: {type: text, default: anyone}}")
    )
    given = {"days": "14", "who": "14"}
    params = run_question(small_review.store, question, small_review.review, given).params
    assert (params["days"], params["who"]) == (14, "14")
    with pytest.raises(BadParameter, match="'days' takes a whole number such as 28, not 'a fortnight'"):
        run_question(small_review.store, question, small_review.review, {"days": "a fortnight"})


def test_out_of_how_many(small_review: SmallReview, write_question: WriteQuestion) -> None:
    question = write_question(("Nothing was passed on.", "Nothing of {denominator}."), denominator=COUNT)
    answer = run_question(small_review.store, question, small_review.review)
    assert answer.denominator == 2
    assert answer.none_sentence == "Nothing of 2."


def test_nothing_to_look_at_is_not_told_as_a_good_answer(
    small_review: SmallReview, write_question: WriteQuestion
) -> None:
    question = write_question(
        ("Nothing was passed on.", "Every one of the {denominator} was received."),
        denominator=COUNT.replace("RETURN", "AND b.kind = 'discharge' RETURN"),
    )
    answer = run_question(small_review.store, question, small_review.review)
    assert answer.none_sentence == "The imported records hold nothing of the kind this question looks at."


def test_a_question_the_records_cannot_answer_gives_no_rows(
    small_review: SmallReview, write_question: WriteQuestion
) -> None:
    answer = run_question(small_review.store, write_question(applies=APPLIES), small_review.review)
    assert answer.missing == "a chronology with contacts"
    assert answer.table.rows == ()


def test_what_is_missing_may_stand_in_the_header(
    small_review: SmallReview, write_question: WriteQuestion
) -> None:
    silent = APPLIES.replace("'a chronology with contacts'", "null")
    named = write_question(("// needs", "// missing: dates of visits\n// needs"), applies=silent)
    assert run_question(small_review.store, named, small_review.review).missing == "dates of visits"
    needed = write_question(applies=silent)
    assert run_question(small_review.store, needed, small_review.review).missing == "a chronology"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("AS passed_by,", "AS sender,", "the query returns baton_id, what, sender"),
        ("b.what AS what", "3 AS what", "column 'what' is declared string, but row 1 has 3"),
        ("b.on_earliest AS passed_on", "'2008' AS passed_on", "column 'passed_on' is declared date"),
        ("[a.display_name] AS agencies", "'A' AS agencies", "column 'agencies' is declared list"),
    ],
)
def test_an_answer_unlike_the_header_is_an_error(
    small_review: SmallReview, write_question: WriteQuestion, old: str, new: str, said: str
) -> None:
    with pytest.raises(QuestionError) as error:
        run_question(small_review.store, write_question((old, new)), small_review.review)
    assert said in str(error.value)
    assert "passed-on.cypher" in str(error.value)


@pytest.mark.parametrize(
    ("sibling", "query"),
    [
        ("denominator", COUNT.replace("denominator", "total")),
        ("denominator", COUNT.replace("count(b)", "'two'")),
        ("applies", APPLIES.replace("AS answerable", "AS answers")),
        ("applies", APPLIES.replace("contacts > 0", "contacts")),
    ],
)
def test_a_sibling_query_of_another_shape_is_an_error(
    small_review: SmallReview, write_question: WriteQuestion, sibling: str, query: str
) -> None:
    with pytest.raises(QuestionError, match=rf"passed-on\.{sibling}\.cypher"):
        run_question(small_review.store, write_question(**{sibling: query}), small_review.review)
