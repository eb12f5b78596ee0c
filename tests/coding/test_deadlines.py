"""Which clocks a referral sets going, and whether each was kept: worked out by hand on a calendar."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from coded_rows import row
from timed_rows import received, said, sent, timed

from scrgraph.model.clock import Clock

DECISION, ACKNOWLEDGED = "a decision on the referral from HV", "an acknowledgement of the referral from HV"
SINGLE = "a single assessment completed after the referral from HV"


def test_a_decision_in_the_row_of_the_referral_is_in_time_and_its_limit_names_its_authority() -> None:
    deadline = timed(sent(), received(did="NFA"))[DECISION]
    assert said(deadline) == ("2 May 2018", "in time", None)
    assert (deadline.limit, deadline.standing) == ("1 working day", "national")
    assert deadline.authority.startswith("Framework for Assessment 2000")
    assert deadline.entry_ids == ("E1", "E2")
    assert deadline.agency_id == "csc"


def test_a_decision_with_a_day_of_its_own_is_late_by_so_many_days() -> None:
    """Received on the Friday before a bank holiday: due on the Tuesday after, decided on the Thursday."""
    rows = (sent("4 May 2018"), received("4 May 2018"), row("10 May 2018", "CSC", "decision", "Rowan"))
    assert said(timed(*rows)[DECISION]) == ("8 May 2018", "late", 2)
    assert said(timed(*rows[:2], row("8 May 2018", "CSC", "decision", "Rowan"))[DECISION])[1] == "in time"


def test_a_later_act_shows_only_that_it_had_been_decided_by_then() -> None:
    deadline = timed(sent(), received(), row("9 May 2018", "CSC", "home visit", "Rowan"))[DECISION]
    assert said(deadline) == ("2 May 2018", "possibly late", None)
    assert str(deadline.met) == "between 1 May 2018 and 9 May 2018"


def test_no_record_of_a_decision_takes_the_receivers_own_chronology() -> None:
    assert timed(sent(), received())[DECISION].verdict == "no record found"
    assert timed(sent(), received(), own=("HV",))[DECISION].verdict == "cannot tell"
    assert timed(sent(), received(), covers=("2018-01-01", "2018-05-10"))[DECISION].verdict == "cannot tell"


def test_words_that_do_not_tell_are_not_taken_for_silence() -> None:
    assert timed(sent(), received(did="see file"))[DECISION].verdict == "cannot tell"


def test_a_limit_after_the_day_looked_back_from_is_not_due() -> None:
    assert timed(sent(), received(), as_of="2018-05-01")[DECISION].verdict == "not due"


@pytest.mark.parametrize(
    ("came", "verdict"), [("between 1 and 10 May 2018", "possibly late"), ("8 May 2018", "in time")]
)
def test_a_partial_date_is_late_only_for_some_of_its_days(came: str, verdict: str) -> None:
    deadline = timed(sent(came), received(came), row("9 May 2018", "CSC", "decision", "Rowan"))[DECISION]
    assert deadline.verdict == verdict
    if verdict == "possibly late":
        assert str(deadline.due) == "between 2 May 2018 and 11 May 2018"


def test_acknowledgement_is_timed_for_professionals_from_2013() -> None:
    assert timed(sent(), received(did="NFA"))[ACKNOWLEDGED].verdict == "no record found"
    answer = row("2 May 2018", "CSC", "outcome letter", "Rowan", to="HV")
    assert timed(sent(), received(did="NFA"), answer)[ACKNOWLEDGED].verdict == "in time"
    assert timed(sent(), received(did="NFA"), answer)[ACKNOWLEDGED].met.exact
    heard = row("9 May 2018", "CSC", "acknowledgement", "Rowan", to="HV")
    assert said(timed(sent(), received(did="NFA"), heard)[ACKNOWLEDGED]) == ("2 May 2018", "late", 7)
    year = ("2012-01-01", "2012-12-31")
    earlier = timed(sent("1 May 2012"), received("1 May 2012"), covers=year, as_of="2012-12-31")
    assert ACKNOWLEDGED not in earlier and DECISION in earlier
    relative = row("1 May 2018", "CSC", "contact and referral", "Rowan", sender="MGM", did="NFA")
    assert set(timed(relative)) == {"a decision on the referral"}


@pytest.mark.parametrize(
    ("answered", "own", "verdict"),
    [
        ("9 May 2018", ("CSC", "HV"), "no record found"),
        ("9 May 2018", ("HV",), "cannot tell"),
        ("between 1 and 9 May 2018", ("CSC", "HV"), "cannot tell"),
    ],
)
def test_an_answer_after_the_limit_is_no_acknowledgement_within_it(
    answered: str, own: Sequence[str], verdict: str
) -> None:
    """It was due on 2 May; an answer on a day not known may have come within the limit."""
    answer = row(answered, "CSC", "outcome letter", "Rowan", to="HV")
    rows = (sent(), received(did="NFA"), answer)
    told = timed(*rows, own=own)[f"{ACKNOWLEDGED} before its answer of {answer.date}"]
    assert (told.verdict, told.met.known, told.entry_ids) == (verdict, False, ("E1", "E2", "E3"))


def test_a_referral_that_only_its_sender_says_arrived_has_no_day_to_count_from() -> None:
    assert timed(row("1 May 2018", "HV", "referral", "Rowan", to="CSC", received="yes")) == {}


def test_a_notification_is_no_referral_unless_the_receiver_calls_it_one() -> None:
    notice = row("1 May 2018", "HV", "notification", "Rowan", to="CSC")
    assert timed(notice, row("1 May 2018", "CSC", "notification received", "Rowan", sender="HV")) == {}
    found = timed(notice, row("1 May 2018", "CSC", "contact and referral", "Rowan", sender="HV"))
    assert {
        "a decision on the notification from HV",
        "an acknowledgement of the notification from HV",
    } <= set(found)


def test_no_clock_of_england_runs_elsewhere() -> None:
    assert timed(sent(), received(did="NFA"), nation="Wales") == {}


ASSESSMENT = row("14 June 2018", "CSC", "single assessment", "Rowan", did="Completed, closed")


def test_an_assessment_completed_after_its_limit() -> None:
    """45 working days from 9 April 2018 end on 13 June: nine weeks and two bank holidays."""
    rows = (sent("9 April 2018"), received("9 April 2018", "Single assessment"))
    assert said(timed(*rows, ASSESSMENT)[SINGLE]) == ("13 June 2018", "late", 1)


def test_an_assessment_that_was_begun_is_not_one_completed() -> None:
    rows = (sent("9 April 2018"), received("9 April 2018", "Single assessment"))
    begun = row("12 April 2018", "CSC", "single assessment", "Rowan", said="Started today")
    assert timed(*rows, begun)[SINGLE].verdict == "no record found"
    unclear = row("12 April 2018", "CSC", "single assessment", "Rowan", said="Mother and Rowan at home")
    assert timed(*rows, unclear)[SINGLE].verdict == "cannot tell"
    assert timed(*rows, begun, own=("HV",))[SINGLE].verdict == "cannot tell"
    assert timed(*rows)[SINGLE].verdict == "no record found"


@pytest.mark.parametrize("did", ["NFA", "No assessment", "", "Passed to early help"])
def test_a_referral_that_led_to_no_assessment_has_no_clock_for_one(did: str) -> None:
    assert SINGLE not in timed(sent(), received(did=did))


def test_an_author_may_set_another_limit() -> None:
    clock = Clock(
        baton_kind="referral", from_stage="received", to_stage="single assessment completed", limit="50",
        unit="working days", authority="Northmere procedures 2015", standing="set by the author",
    )  # fmt: skip
    rows = (sent("9 April 2018"), received("9 April 2018", "Single assessment"), ASSESSMENT)
    deadline = timed(*rows, clocks=[clock])[SINGLE]
    assert said(deadline) == ("20 June 2018", "in time", None)
    assert (deadline.authority, deadline.standing) == ("Northmere procedures 2015", "set by the author")


def test_initial_and_core_assessments_have_the_limits_of_their_time() -> None:
    """Ten working days from 4 October 2011 end on the 18th; 35 from 19 October on 7 December."""
    rows = (
        row("4 October 2011", "HV", "referral", "Rowan", to="CSC"),
        row("4 October 2011", "CSC", "referral received", "Rowan", sender="HV", did="Initial assessment"),
        row("19 October 2011", "CSC", "initial assessment", "Rowan", did="Completed. Core assessment"),
        row("9 December 2011", "CSC", "core assessment", "Rowan", did="Completed"),
    )
    found = timed(*rows, covers=("2011-01-01", "2012-12-31"), as_of="2012-12-31")
    assert said(found["an initial assessment completed after the referral from HV"]) == (
        "18 October 2011",
        "late",
        1,
    )
    assert said(found["a core assessment completed after the initial assessment"]) == (
        "7 December 2011",
        "late",
        2,
    )
