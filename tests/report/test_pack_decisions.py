"""Which findings a pack sets out, and what becomes of the others."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from pack_cases import decided, matter_of, written

from scrgraph.questions.standing import FindingsDecided, Standing, with_decisions
from scrgraph.report.matter import Matter
from scrgraph.report.pack import pack_document


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return written(tmp_path)


def ids(matter: Matter) -> list[str]:
    return [one.finding.id for one in matter.decided.all]


def words(matter: Matter) -> str:
    return "\n".join(Document(io.BytesIO(pack_document(matter))).element.body.xpath(".//w:t/text()"))


def test_while_nothing_is_decided_all_are_put_in_as_not_yet_decided(case: Path) -> None:
    matter = matter_of(case)
    assert len(matter.put_in) == len(matter.decided.all) > 3
    assert "No finding has been accepted yet" in words(matter)


def test_of_too_many_findings_not_yet_decided_each_is_told_in_a_line(case: Path) -> None:
    matter = matter_of(case)
    one = matter.decided.all[0]
    many = FindingsDecided(tuple(replace(one, number=number) for number in range(1, 302)))
    said = words(replace(matter, decided=many))
    assert "301 findings are not yet decided. They are told in a line each" in said
    assert said.count(one.finding.statement) == 301 and "Finding 301. " not in said
    fewer = words(replace(matter, decided=FindingsDecided(many.all[:300])))
    assert "Finding 300. " in fewer and "told in a line" not in fewer


def test_a_finding_set_aside_is_left_out_and_listed_with_its_reason(case: Path) -> None:
    first = ids(matter_of(case))[0]
    matter = matter_of(case, [decided(first, "set aside", "The call is on tape")])
    assert first not in [one.finding.id for one in matter.put_in]
    appendix = words(matter).partition("Appendix B")[2].partition("Appendix A Findings set aside")[2]
    assert "The call is on tape" in appendix and "A. Author" in appendix


def test_once_some_are_accepted_the_others_wait_in_an_appendix(case: Path) -> None:
    first, second = ids(matter_of(case))[:2]
    matter = matter_of(case, [decided(first, "accept"), decided(second, "comment", "Ask the surgery")])
    assert [one.finding.id for one in matter.put_in] == [first]
    assert len(matter.left_for_later) == len(matter.decided.all) - 1
    assert "Comment: Ask the surgery" in words(matter)
    assert len(matter_of(case, [decided(first, "accept")], whole=True).put_in) == len(matter.decided.all)


def test_a_comment_stands_with_its_finding(case: Path) -> None:
    first = ids(matter_of(case))[0]
    told = words(matter_of(case, [decided(first, "comment", "Raised with the partnership")]))
    assert "Author's comment: \nRaised with the partnership" in told


def test_the_later_decision_wins_and_every_comment_is_kept(case: Path) -> None:
    findings = [one.finding for one in matter_of(case).decided.all]
    first = findings[0].id
    found = with_decisions(
        findings,
        [
            decided(first, "accept", minute=3),
            decided(first, "comment", "one", minute=1),
            decided(first, "set aside", "no", minute=2),
            decided(first, "comment", "two", minute=4),
        ],
    )
    assert found.all[0].standing is Standing.ACCEPTED
    assert found.all[0].comments == ("one", "two")


def test_a_decision_about_a_finding_no_longer_made_is_told(case: Path) -> None:
    told = words(matter_of(case, [decided("batons-not-received-0123456789", "accept", "Heard it")]))
    assert "batons-not-received-0123456789" in told and "Appendix D Everything" in told
