"""The bundled review gives the findings that were worked out by hand in EXPECTED.md, and none it calls wrong."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from scrgraph.model.events import Baton
from scrgraph.model.finding import Finding
from scrgraph.model.review import ReviewGraph
from scrgraph.model.vocabulary import EventKind, StageName, Strength, Verdict
from scrgraph.pipeline import Answered, answer_all, demo_folder, in_memory, read_review
from scrgraph.review.source_set import SourceSet

EXPECTED: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "cases" / "demo_expected.toml").read_text(encoding="utf-8")
)
RECEIPT = {
    "received": {Verdict.RECORDED, Verdict.MATCHED},
    "no record found": {Verdict.NO_RECORD_FOUND},
    "recorded not received": {Verdict.RECORDED_NOT},
    "cannot tell": {Verdict.CANNOT_TELL},
}


@pytest.fixture(scope="module")
def answered() -> Answered:
    graph = read_review(SourceSet.of([demo_folder()]))
    with in_memory(graph) as store:
        return answer_all(graph, store)


def place_of(graph: ReviewGraph, entry_id: str) -> tuple[str, str, int]:
    entry = next(entry for entry in graph.entries if entry.entry_id == entry_id)
    sheet = entry.place.split(",")[0].removeprefix("sheet ") if entry.place.startswith("sheet ") else ""
    return entry.file, sheet, entry.row


def baton_at(graph: ReviewGraph, expected: dict[str, Any]) -> Baton:
    wanted = (expected["file"], expected["sheet"], expected["row"])
    found = [
        baton
        for baton in graph.batons
        if baton.to_agency_id == expected["to"] and place_of(graph, baton.entry_ids[0]) == wanted
    ]
    assert len(found) == 1, f"{wanted}: {len(found)} batons to {expected['to']}"
    return found[0]


def findings(answered: Answered, question: str) -> list[Finding]:
    return [finding for finding in answered.asked.findings if finding.question == question]


def named(answered: Answered, agency_id: str) -> str:
    return next(a.display_name for a in answered.graph.agencies if a.agency_id == agency_id)


def person_named(answered: Answered, person_id: str) -> str:
    return next(p.display_name for p in answered.graph.people if p.person_id == person_id)


def test_every_row_is_accounted_for(answered: Answered) -> None:
    read: dict[str, int] = {}
    for chronology in answered.graph.chronologies:
        assert chronology.rows_read == chronology.rows_imported + chronology.rows_rejected
        read[chronology.file] = read.get(chronology.file, 0) + chronology.rows_read
    assert read == EXPECTED["rows"]["files"]
    assert len(answered.graph.entries) == EXPECTED["rows"]["total"]


@pytest.mark.parametrize(
    "expected", EXPECTED["baton"], ids=lambda b: f"{b['file']}-{b['sheet']}-{b['row']}-{b['to']}"
)
def test_each_baton_was_read_as_by_hand(answered: Answered, expected: dict[str, Any]) -> None:
    baton = baton_at(answered.graph, expected)
    assert baton.receipt in RECEIPT[expected["status"]]
    if expected["status"] == "received":
        stage = baton.stage(StageName.RECEIVED)
        assert stage is not None
        where = (expected["receiver_file"], expected["receiver_sheet"], expected["receiver_row"])
        assert place_of(answered.graph, stage.entry_ids[-1]) == where
        assert stage.on.earliest is not None
        assert stage.on.earliest.isoformat() == expected["received_on"]
    if expected["acted_on"] is True:
        assert baton.action not in (Verdict.NO_RECORD_FOUND, Verdict.RECORDED_NOT)
    if expected["acted_on"] is False:
        assert baton.action in (Verdict.NO_RECORD_FOUND, Verdict.RECORDED_NOT, Verdict.NOT_DUE)
    if expected["fed_back"] is True:
        assert baton.feedback in (Verdict.RECORDED, Verdict.MATCHED)
    if expected["fed_back"] is False:
        assert baton.feedback not in (Verdict.RECORDED, Verdict.MATCHED)


def test_nothing_was_passed_that_the_hand_reading_does_not_have(answered: Answered) -> None:
    sent = [baton for baton in answered.graph.batons if baton.stage(StageName.PASSED) or not baton.passed]
    between = [b for b in sent if not b.carried_by_family and b.kind is not EventKind.AGREED_ACTION]
    assert len(between) == len(EXPECTED["baton"])


def test_the_dropped_batons_are_the_findings(answered: Answered) -> None:
    wanted = {
        strength: sum(b["status"] == status for b in EXPECTED["baton"])
        for status, strength in (
            ("recorded not received", Strength.RECORDED),
            ("no record found", Strength.NO_RECORD_FOUND),
            ("cannot tell", Strength.CANNOT_TELL),
        )
    }
    found = findings(answered, "batons-not-received")
    assert {s: sum(f.strength is s for f in found) for s in wanted} == wanted


def test_receipts_without_a_sender(answered: Answered) -> None:
    found = findings(answered, "batons-no-sender")
    by_strength = {
        strength: {
            (f.evidence[0].file, f.evidence[0].place.split("row ")[-1])
            for f in found
            if f.strength is strength
        }
        for strength in Strength
    }
    assert by_strength[Strength.NO_RECORD_FOUND] == {
        (b["file"], str(b["row"])) for b in EXPECTED["no_sender"]
    }
    in_hand = {(b["file"], str(b["row"])) for b in EXPECTED["sender_not_in_hand"]}
    assert by_strength[Strength.CANNOT_TELL] == in_hand


def test_the_pairs_that_never_communicated(answered: Answered) -> None:
    wanted = {frozenset(named(answered, agency) for agency in silo["pair"]) for silo in EXPECTED["silo"]}
    found = findings(answered, "silos-active-without-communication")
    assert {frozenset(finding.agencies) for finding in found} == wanted


def test_the_adults_nobody_working_with_the_child_met(answered: Answered) -> None:
    wanted = {person_named(answered, adult["person"]) for adult in EXPECTED["unmet_adult"]}
    found = findings(answered, "adults-never-met")
    assert {finding.people[0] for finding in found} == wanted
    assert all(finding.strength is Strength.NO_RECORD_FOUND for finding in found)


def test_the_weeks_the_child_was_not_seen(answered: Answered) -> None:
    wanted = {(gap["from"], gap["to"]) for gap in EXPECTED["unseen"]}
    found = findings(answered, "child-longest-not-seen")
    assert {(str(f.from_), str(f.to)) for f in found} == wanted


def test_the_child_nobody_saw(answered: Answered) -> None:
    wanted = {person_named(answered, child["child"]) for child in EXPECTED["never_seen"]}
    assert {finding.people[0] for finding in findings(answered, "child-never-seen")} == wanted


def test_the_pre_birth_assessment_begun_late(answered: Answered) -> None:
    (found,) = findings(answered, "unborn-pre-birth-assessment")
    (wanted,) = EXPECTED["pre_birth"]
    assert found.people == (person_named(answered, wanted["child"]),)
    assert found.strength is Strength.RECORDED
    assert "23 October 2017" in found.statement
    assert (wanted["started"], wanted["due"]) == ("2017-10-23", "2017-11-20")
    assert "20 November 2017" in found.statement


def test_nothing_is_said_that_the_hand_reading_calls_wrong(answered: Answered) -> None:
    """The checkable part of [[wrong]]: people and agencies that must not appear in findings of a kind."""
    adults = {finding.people[0] for finding in findings(answered, "adults-never-met")}
    assert not adults & {"Jordan Pell", "Lee Tranter", "Unknown male", "Kayla Marsh"}
    assert "Finn Marsh" not in {finding.people[0] for finding in findings(answered, "child-never-seen")}
    pairs = {frozenset(f.agencies) for f in findings(answered, "silos-active-without-communication")}
    talking = [("northmere-probation", "northmere-midwifery"), ("northmere-hv", "northmere-midwifery")]
    talking.append(("northmere-csc", "northmere-amhs"))
    for one, other in talking:
        assert frozenset({named(answered, one), named(answered, other)}) not in pairs


def test_every_finding_has_its_rows(answered: Answered) -> None:
    known = {(entry.file, entry.place) for entry in answered.graph.entries}
    for finding in answered.asked.findings:
        assert finding.evidence
        assert {(evidence.file, evidence.place) for evidence in finding.evidence} <= known
