"""The further questions give, of the bundled review, what was worked out by hand, and nothing it calls wrong."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from scrgraph.model.events import Baton
from scrgraph.model.finding import Finding
from scrgraph.model.vocabulary import EventKind
from scrgraph.pipeline import Answered, answer_all, demo_folder, in_memory, read_review
from scrgraph.review.source_set import SourceSet

EXPECTED: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parent / "cases" / "demo_expected_more.toml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def answered() -> Answered:
    graph = read_review(SourceSet.of([demo_folder()]))
    with in_memory(graph) as store:
        return answer_all(graph, store)


def fits(finding: Finding, wanted: dict[str, Any]) -> bool:
    rows = {f"{row.file} {row.place}" for row in finding.evidence}
    return (
        finding.question == wanted["question"]
        and rows >= set(wanted.get("rows", ()))
        and set(finding.people) >= set(wanted.get("people", ()))
        and set(finding.agencies) >= set(wanted.get("agencies", ()))
        and wanted.get("strength", finding.strength) == finding.strength
        and wanted.get("from", str(finding.from_)) == str(finding.from_)
    )


def named(wanted: dict[str, Any]) -> str:
    return "-".join([wanted["question"], *wanted.get("people", ()), *wanted.get("rows", ())[:1]])


@pytest.mark.parametrize("wanted", EXPECTED["found"], ids=named)
def test_what_was_worked_out_is_found(answered: Answered, wanted: dict[str, Any]) -> None:
    assert any(fits(finding, wanted) for finding in answered.asked.findings), wanted["because"]


@pytest.mark.parametrize("wrong", EXPECTED["wrong"], ids=named)
def test_what_is_called_wrong_is_not_said(answered: Answered, wrong: dict[str, Any]) -> None:
    said = [finding.statement for finding in answered.asked.findings if fits(finding, wrong)]
    assert said == [], wrong["because"]


def rows_of(answered: Answered, batons: Iterable[Baton]) -> set[str]:
    places = {entry.entry_id: f"{entry.file} {entry.place}" for entry in answered.graph.entries}
    return {places[baton.entry_ids[0]] for baton in batons}


def test_what_the_family_was_given_to_carry(answered: Answered) -> None:
    carried = [baton for baton in answered.graph.batons if baton.carried_by_family]
    assert rows_of(answered, carried) == {wanted["row"] for wanted in EXPECTED["carried"]}


def test_what_meetings_agreed(answered: Answered) -> None:
    agreed = [baton for baton in answered.graph.batons if baton.kind is EventKind.AGREED_ACTION]
    assert rows_of(answered, agreed) == {wanted["row"] for wanted in EXPECTED["agreed"]}


def test_what_was_received_five_days_or_more_after_it_was_sent(answered: Answered) -> None:
    """The batons of demo_expected.toml whose two days are so far apart, and no other, by the sender's row."""
    text = (Path(__file__).parent / "cases" / "demo_expected.toml").read_text(encoding="utf-8")
    late = {
        f"{baton['file']} {'sheet ' + baton['sheet'] + ', ' if baton['sheet'] else ''}row {baton['row']}"
        for baton in tomllib.loads(text)["baton"]
        if baton["status"] == "received"
        and (dt.date.fromisoformat(baton["received_on"]) - dt.date.fromisoformat(baton["sent_on"])).days >= 5
    }
    found = [finding for finding in answered.asked.findings if finding.question == "batons-received-late"]
    rows = {f"{row.file} {row.place}" for finding in found for row in finding.evidence}
    assert len(late) == 9
    assert late <= rows
    assert len(rows) == 2 * len(late)


def test_every_expectation_is_of_a_question_that_is_asked(answered: Answered) -> None:
    asked = {question.id for question in answered.registry}
    assert {wanted["question"] for part in ("found", "wrong") for wanted in EXPECTED[part]} <= asked
