"""The header of a question file: what is read from it, and what is said of one that cannot be right."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from scrgraph.model.vocabulary import Strength, Topic
from scrgraph.questions.errors import QuestionError
from scrgraph.questions.header import Header
from scrgraph.questions.header_block import read_header

WHERE = Path("batons/letters-passed.cypher")
LETTERS = """\
// ---
// id: letters-passed
// title: Letters passed
// question: Which letters left an agency?
// why: Whoever passes something on stays responsible until it is taken up (001 para 90).
// topic: batons
// level: 2
// parameters: {as_of: {type: date, default: incident}, days: {type: integer, default: 28}}
// columns: {passed_by: string, passed_on: date, strength: string, evidence_ids: list}
// needs: [chronology of the receiving agency]
// finding: "{passed_by} recorded passing a letter on {passed_on}."
// none: "Every one of the {denominator} letters has a recorded receipt."
// ---
MATCH (b:Baton) RETURN b.what AS what ORDER BY what
"""


def read(*changes: tuple[str, str]) -> Header:
    text = LETTERS
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return read_header(text, WHERE)


def refusal(*changes: tuple[str, str]) -> str:
    with pytest.raises(QuestionError) as error:
        read(*changes)
    return str(error.value)


def test_a_whole_header_is_read() -> None:
    header = read()
    assert header.id == "letters-passed"
    assert header.topic is Topic.BATONS
    assert header.level == 2
    assert header.parameters["as_of"].default == "incident"
    assert header.parameters["days"].default == 28
    assert list(header.columns) == ["passed_by", "passed_on", "strength", "evidence_ids"]
    assert header.needs == ("chronology of the receiving agency",)


def test_usual_columns_fill_their_roles_unless_another_is_named() -> None:
    header = read()
    assert header.column_of("strength") == "strength"
    assert header.column_of("evidence") == "evidence_ids"
    assert header.column_of("people") is None
    assert read(("// needs", "// from: passed_on\n// needs")).column_of("from_") == "passed_on"
    assert read(("// needs", "// agencies: passed_by\n// needs")).column_of("agencies") == "passed_by"


def test_a_header_may_run_over_several_lines_and_hold_empty_ones() -> None:
    header = read(("// needs: [", "//\n// needs:\n//   ["))
    assert header.needs == ("chronology of the receiving agency",)


def test_one_strength_for_every_row_needs_no_column() -> None:
    header = read(("strength: string, ", ""), ("// needs", "// strength: recorded\n// needs"))
    assert header.column_of("strength") is None
    assert header.strength == "recorded"


def test_a_sentence_for_each_strength() -> None:
    header = read(
        (
            '// finding: "{passed_by} recorded passing a letter on {passed_on}."',
            '// finding:\n//   recorded: "{passed_by} says so."\n'
            '//   no record found: "No record by {passed_by} was found."',
        )
    )
    assert header.sentence_for(Strength.RECORDED) == "{passed_by} says so."
    assert header.sentence_for(Strength.NO_RECORD_FOUND) == "No record by {passed_by} was found."
    assert header.sentence_for(Strength.CANNOT_TELL) is None


@pytest.mark.parametrize(
    ("written", "default"),
    [("2008-03-14", dt.date(2008, 3, 14)), ("'2008-03-14'", "2008-03-14"), ("last", "last")],
)
def test_a_date_defaults_to_a_day_or_a_word(written: str, default: object) -> None:
    assert read(("default: incident", f"default: {written}")).parameters["as_of"].default == default


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("// level: 2", "// level: 5", 7, "level: Input should be less than or equal to 4"),
        ("// level: 2", "// level: two", 7, "level: this must be a whole number"),
        ("// level: 2", "// levels: 2", 7, "a header has no such line"),
        ("// level: 2\n", "", 1, "level: this line is missing from the header"),
        ("// topic: batons", "// topic: baton", 6, "'baton' does not fit"),
        ("letters-passed\n", "Letters Passed\n", 2, "'Letters Passed' does not fit"),
        ("passed_on: date", "passed_on: day", 9, "'day' does not fit"),
        ("{passed_by: string", "{on: string", 9, "YAML does not read 'on' as a word"),
        ("a letter on {passed_on}", "{letter}", 11, "{letter} is not a column of this question"),
        ("a letter on {passed_on}", "{passed_on:%d}", 11, "plain column names in braces"),
        ("a letter on {passed_on}", "{passed_on.year}", 11, "plain column names in braces"),
        ("{denominator} letters", "{total} letters", 12, "{total} is not {denominator}"),
        ("default: 28", "default: many", 8, "default of an integer is a whole number, not 'many'"),
        ("default: incident", "default: yesterday", 8, "such as 2008-03-14"),
        ("{as_of: {", "{review_id: {", 8, "review_id is given to every question"),
        (", evidence_ids: list", "", 1, "No evidence, no finding"),
        (
            "evidence_ids: list",
            "evidence_ids: string",
            1,
            "column 'evidence_ids' must be a list, not a string",
        ),
        ("strength: string, ", "", 1, "a finding says how it is known"),
        (
            "// needs",
            "// strength: probable\n// needs",
            10,
            "'probable' is not a column of this question, nor",
        ),
        ("// needs", "// from: passed_by\n// needs", 10, "column 'passed_by' must be a date"),
        ("// needs", "// level: 3\n// needs", 10, "'level' is given twice; first on line 7"),
        ("// needs: [chrono", "// needs: [[chrono", 11, "cannot be read as YAML"),
        ("// needs", "needs", 10, "every line of the header starts with '// '"),
        ("// ---\n// id", "// id", 1, "a question starts with its header"),
    ],
)
def test_what_is_wrong_is_said_with_its_file_and_line(old: str, new: str, line: int, said: str) -> None:
    message = refusal((old, new))
    assert message.startswith(f"{WHERE}, line {line}: ")
    assert said in message


def test_a_header_without_an_end() -> None:
    with pytest.raises(QuestionError, match="no closing line"):
        read_header(LETTERS[: LETTERS.rindex("// ---")], WHERE)
