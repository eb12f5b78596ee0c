"""What the author decided about findings, as it stands in findings.csv and findings.json."""

from __future__ import annotations

import datetime as dt
import json

from scrgraph.model.finding import Evidence, Finding
from scrgraph.model.review import Review
from scrgraph.model.vocabulary import Certainty, Strength, Topic
from scrgraph.questions.findings import AskedAll
from scrgraph.questions.output import CSV_COLUMNS, DECIDED_COLUMNS, RowCounts, findings_json, findings_rows
from scrgraph.questions.standing import with_decisions
from scrgraph.review.decisions import Decision
from visualisations.index import index_page

REVIEW = Review(review_id="r", title="Rook")


def finding(number: int) -> Finding:
    return Finding(
        id=f"passed-on-{number}",
        question="passed-on",
        topic=Topic.BATONS,
        strength=Strength.RECORDED,
        certainty=Certainty.CERTAIN,
        statement=f"Letter {number} was passed on.",
        from_=dt.date(2018, 3, number),
        evidence=(Evidence(file="gp.csv", place=f"row {number}", text="Letter", entry_id=f"e{number}"),),
    )


FINDINGS = tuple(finding(number) for number in (1, 2, 3))


def said(number: int, value: str, reason: str = "", minute: int = 0) -> Decision:
    return Decision(
        made_at=dt.datetime(2020, 5, 1, 9, minute, tzinfo=dt.UTC),
        made_by="A Author",
        kind="finding",
        subject=f"passed-on-{number}",
        value=value,
        reason=reason,
    )


DECIDED = with_decisions(
    FINDINGS,
    [
        said(1, "accept"),
        said(2, "set aside", "On <b>tape</b>"),
        said(2, "comment", "Ask them", 1),
        said(2, "comment", "Asked", 2),
        said(9, "accept"),
    ],
)


def test_the_table_says_what_stands_once_anything_is_decided() -> None:
    columns, rows = findings_rows(FINDINGS, DECIDED)

    assert columns == (*CSV_COLUMNS, *DECIDED_COLUMNS)
    assert [row[0] for row in rows] == [one.id for one in FINDINGS]
    assert [row[len(CSV_COLUMNS) :] for row in rows] == [
        ("accepted", "A Author", "", ""),
        ("set aside", "A Author", "On <b>tape</b>", "Ask them; Asked"),
        ("not yet decided", "", "", ""),
    ]


def test_a_finding_bears_what_was_decided_in_json() -> None:
    asked = AskedAll(FINDINGS, (), {})

    whole = json.loads(findings_json(REVIEW, RowCounts(3, 3, 0), asked, DECIDED))

    assert [one.get("decided") for one in whole["findings"]] == [
        {"standing": "accepted", "by": "A Author", "reason": "", "comments": []},
        {
            "standing": "set aside",
            "by": "A Author",
            "reason": "On <b>tape</b>",
            "comments": ["Ask them", "Asked"],
        },
        None,
    ]


def test_while_nothing_is_decided_every_output_is_as_it_was() -> None:
    nothing, asked = with_decisions(FINDINGS, [said(9, "accept")]), AskedAll(FINDINGS, (), {})

    assert findings_rows(FINDINGS, nothing) == findings_rows(FINDINGS)
    counts = RowCounts(3, 3, 0)
    assert findings_json(REVIEW, counts, asked, nothing) == findings_json(REVIEW, counts, asked)
    page = {"review": REVIEW, "chronologies": (), "rejected": (), "findings": FINDINGS, "not_answerable": ()}
    more = {"questions_asked": (), "pictures": ()}
    assert index_page(**page, **more, decided=nothing) == index_page(**page, **more)  # type: ignore[arg-type]


def test_the_page_says_it_at_the_finding_as_text() -> None:
    page = index_page(
        review=REVIEW, chronologies=(), rejected=(), findings=FINDINGS, not_answerable=(), questions_asked=(),
        pictures=(), decided=DECIDED,
    )  # fmt: skip

    assert "<strong>Set aside</strong> by A Author: On &lt;b&gt;tape&lt;/b&gt;" in page
    assert "<strong>Comment:</strong> Asked" in page
    assert "1 accepted, 1 set aside, 1 not yet decided." in page


def test_a_pack_sets_out_what_was_accepted_or_more_if_asked() -> None:
    undecided = with_decisions(FINDINGS, [])

    assert [one.number for one in DECIDED.set_out()] == [1]
    assert [one.number for one in DECIDED.set_out(whole=True)] == [1, 3]
    assert [one.number for one in undecided.set_out()] == [1, 2, 3]
