"""Which clocks meetings and births set going, and whether each was kept: worked out by hand on a calendar."""

from __future__ import annotations

import datetime as dt

import pytest
from coded_rows import row
from timed_rows import CHILD, received, said, sent, timed

from scrgraph.model.partial_date import PartialDate

STRATEGY = row("1 May 2018", "CSC", "strategy discussion", "Rowan", did="To ICPC")
ICPC = row("23 May 2018", "CSC", "icpc", "Rowan", did="Child protection plan made")
CONFERENCE, CORE_GROUP = "the initial child protection conference", "the first core group"
REVIEW, NEXT = "the first review conference", "the next review conference"


def test_from_strategy_discussion_to_conference() -> None:
    """15 working days from 1 May 2018 end on the 23rd, as the 7th was a bank holiday."""
    assert said(timed(STRATEGY, ICPC)[CONFERENCE]) == ("23 May 2018", "in time", None)
    late = row("24 May 2018", "CSC", "icpc", "Rowan")
    assert said(timed(STRATEGY, late)[CONFERENCE]) == ("23 May 2018", "late", 1)
    assert said(timed(STRATEGY)[CONFERENCE])[1] == "no record found"
    assert timed(row("1 May 2018", "CSC", "strategy discussion", "Rowan", did="Single agency enquiry")) == {}


def test_the_last_strategy_discussion_before_the_conference_counts() -> None:
    again = row("8 May 2018", "CSC", "strategy discussion", "Rowan")
    deadline = timed(STRATEGY, again, row("24 May 2018", "CSC", "icpc", "Rowan"))[CONFERENCE]
    assert said(deadline) == ("30 May 2018", "in time", None)


def test_after_a_plan_is_made_core_group_and_review_are_due() -> None:
    """Ten working days from 23 May 2018 end on 7 June, as the 28th was a bank holiday."""
    group = row("8 June 2018", "CSC", "core group", "Rowan")
    review = row("1 August 2018", "CSC", "review conference", "Rowan", did="Plan to continue")
    found = timed(STRATEGY, ICPC, group, review)
    assert said(found[CORE_GROUP]) == ("7 June 2018", "late", 1)
    assert said(found[REVIEW]) == ("23 August 2018", "in time", None)
    assert said(found[NEXT]) == ("1 February 2019", "not due", None)
    alone = timed(ICPC)
    assert (alone[CORE_GROUP].verdict, alone[REVIEW].verdict) == ("no record found", "no record found")
    ended = row("1 August 2018", "CSC", "review conference", "Rowan", did="Plan ended")
    assert NEXT not in timed(ICPC, ended)
    assert timed(row("23 May 2018", "CSC", "icpc", "Rowan", did="No plan")) == {}


def test_a_meeting_that_was_put_off_starts_no_clock_and_leaves_untold_whether_it_was_held() -> None:
    off = row("23 May 2018", "CSC", "icpc", "Rowan", did="Cancelled, no quorum")
    assert timed(STRATEGY, off)[CONFERENCE].verdict == "cannot tell"
    assert CORE_GROUP not in timed(off)
    held = row("24 May 2018", "CSC", "icpc", "Rowan")
    assert said(timed(STRATEGY, off, held)[CONFERENCE]) == ("23 May 2018", "late", 1)


def test_the_first_of_many_is_late_only_where_an_earlier_one_would_have_been_seen() -> None:
    group = row("8 June 2018", "CSC", "core group", "Rowan")
    assert timed(ICPC, group)[CORE_GROUP].verdict == "late"
    quoted = timed(ICPC, group, own=())[CORE_GROUP]
    assert (quoted.verdict, str(quoted.met)) == ("possibly late", "between 23 May 2018 and 8 June 2018")


def test_a_plan_transferred_in_has_a_local_limit() -> None:
    rows = (
        row(
            "1 May 2018", "Southmere Social Care", "transfer", "Rowan", to="CSC", said="Child protection plan"
        ),
        row("1 May 2018", "CSC", "transfer in", "Rowan", sender="Southmere Social Care", said="CP plan"),
        row("29 May 2018", "CSC", "conference", "Rowan"),
    )
    deadline = timed(*rows)["the transfer conference"]
    assert said(deadline) == ("23 May 2018", "late", 6)
    assert deadline.standing == "local: to be checked"


BABY = CHILD.model_copy(update={"born": PartialDate.day(dt.date(2018, 11, 1))})
UNBORN = CHILD.model_copy(update={"due": PartialDate.day(dt.date(2018, 11, 5)), "spellings": ("Unborn",)})
BIRTH = row("1 November 2018", "Midwifery", "birth", "Rowan")
VISIT = "the health visitor's new birth visit to Rowan"
PRE_BIRTH = "the beginning of a pre-birth assessment for Rowan"


@pytest.mark.parametrize(
    ("event", "on", "verdict", "over"),
    [
        ("new birth visit", "15 November 2018", "in time", None),
        ("home visit", "19 November 2018", "late", 4),
        ("no access", "13 November 2018", "no record found", None),
        ("clinic", "13 November 2018", "no record found", None),
    ],
)
def test_the_health_visitors_first_visit_after_a_birth(
    event: str, on: str, verdict: str, over: int | None
) -> None:
    deadline = timed(BIRTH, row(on, "HV", event, "Rowan"), people=[BABY])[VISIT]
    assert said(deadline) == ("15 November 2018", verdict, over)


def test_a_birth_before_the_records_begin_starts_no_clock() -> None:
    older = CHILD.model_copy(update={"born": PartialDate.day(dt.date(2010, 9, 14))})
    assert timed(row("1 May 2018", "HV", "clinic", "Rowan"), people=[older]) == {}


def test_a_pre_birth_assessment_is_counted_from_the_due_date() -> None:
    """Due on 5 November 2018, so week 20 ended on 18 June."""
    rows = (sent("1 May 2018"), received("1 May 2018", "Pre-birth assessment"))
    started = row("2 July 2018", "CSC", "pre-birth assessment", "Rowan", said="Started")
    deadline = timed(*rows, started, people=[UNBORN])[PRE_BIRTH]
    assert said(deadline) == ("18 June 2018", "late", 14)
    assert deadline.standing == "local: to be checked"
    assert timed(*rows, people=[UNBORN])[PRE_BIRTH].verdict == "no record found"
    declined = (sent("1 May 2018"), received("1 May 2018", "NFA"))
    assert PRE_BIRTH not in timed(*declined, people=[UNBORN])
    assert timed(*declined, started, people=[UNBORN])[PRE_BIRTH].verdict == "late"


def test_a_referral_taken_on_for_a_pre_birth_assessment_has_the_limit_of_a_single_one() -> None:
    """45 working days from 1 May 2018 end on 5 July: nine weeks and two bank holidays."""
    rows = (sent("1 May 2018"), received("1 May 2018", "Accepted for pre-birth assessment"))
    what = "a pre-birth assessment completed after the referral from HV"
    begun = row("2 July 2018", "CSC", "pre-birth assessment", "Rowan", said="Started, first visit")
    assert said(timed(*rows, begun, people=[UNBORN])[what]) == ("5 July 2018", "no record found", None)
    unclear = begun.model_copy(update={"text": "Seen at home"})
    assert timed(*rows, unclear, people=[UNBORN])[what].verdict == "cannot tell"
    done = row("6 July 2018", "CSC", "pre-birth assessment", "Rowan", did="Completed")
    assert said(timed(*rows, begun, done, people=[UNBORN])[what]) == ("5 July 2018", "late", 1)
    assert not any(told.startswith("a single assessment") for told in timed(*rows, begun, people=[UNBORN]))


def test_a_concern_that_came_after_the_week_starts_no_clock() -> None:
    late = (sent("1 August 2018"), received("1 August 2018", "Pre-birth assessment"))
    assert PRE_BIRTH not in timed(*late, people=[UNBORN])


def test_a_pre_birth_conference_is_counted_from_the_due_date() -> None:
    """Three months before 5 November 2018 is 5 August; conferences that are not about a birth have no such limit."""
    held = row("20 August 2018", "CSC", "pre-birth conference", "Rowan", did="No plan")
    deadline = timed(held, people=[UNBORN])["the pre-birth conference"]
    assert said(deadline) == ("5 August 2018", "late", 15)
    assert timed(row("20 August 2018", "CSC", "icpc", "Rowan", did="No plan"), people=[UNBORN]) == {}
