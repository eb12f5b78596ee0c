"""Which clocks a few rows set going, and whether each was kept: worked out by hand on a calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from coded_rows import row

from scrgraph.coding.code_review import Settled, code_review
from scrgraph.model.clock import Clock, Deadline
from scrgraph.model.entry import Chronology, Entry, Imported
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Kinship, Person
from scrgraph.model.review import Review
from scrgraph.model.vocabulary import Detail, PersonKind

YEAR = ("2018-01-01", "2018-12-31")
CHILD = Person(person_id="rowan", display_name="Rowan", kind=PersonKind.CHILD, index_child=True)
DECISION, ACKNOWLEDGED = "a decision on the referral from HV", "an acknowledgement of the referral from HV"
SINGLE = "a single assessment completed after the referral from HV"


def timed(
    *rows: Entry,
    covers: tuple[str, str] = YEAR,
    own: Sequence[str] = ("CSC", "HV", "Midwifery"),
    nation: str = "England",
    as_of: str = "2018-12-31",
    people: Sequence[Person] = (CHILD,),
    kinships: Sequence[Kinship] = (),
    clocks: Sequence[Clock] = (),
) -> dict[str, Deadline]:
    """The deadlines by what they are; each agency of ``own`` has its own chronology for the days of ``covers``."""
    entries = [
        entry.model_copy(update={"entry_id": f"E{number}", "row": number, "place": f"row {number}"})
        for number, entry in enumerate(rows, start=1)
    ]
    first, last = map(dt.date.fromisoformat, covers)
    chronologies = [
        Chronology(
            chronology_id=name, file=f"{name}.csv", agency_text=name if name in own else "",
            detail=Detail.OWN if name in own else Detail.COMPOSITE, covers_from=first, covers_to=last,
        )
        for name in dict.fromkeys(entry.agency_text for entry in entries)
    ]  # fmt: skip
    graph = code_review(
        Review(review_id="tiny", title="tiny", nation=nation, as_of=dt.date.fromisoformat(as_of)),
        [Imported(chronologies=tuple(chronologies), entries=tuple(entries))],
        Settled(people=tuple(people), kinships=tuple(kinships), clocks=tuple(clocks)),
    )
    found = {deadline.what: deadline for deadline in graph.deadlines}
    assert len(found) == len(graph.deadlines)
    assert all(deadline.entry_ids for deadline in graph.deadlines)
    return found


def said(deadline: Deadline) -> tuple[str, str, int | None]:
    return (str(deadline.due), deadline.verdict, deadline.days_over)


def sent(date: str = "1 May 2018") -> Entry:
    return row(date, "HV", "referral", "Rowan", to="CSC")


def received(date: str = "1 May 2018", did: str = "") -> Entry:
    return row(date, "CSC", "referral received", "Rowan", sender="HV", did=did)


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
    assert SINGLE not in timed(*rows, begun, people=[UNBORN])


def test_a_concern_that_came_after_the_week_starts_no_clock() -> None:
    late = (sent("1 August 2018"), received("1 August 2018", "Pre-birth assessment"))
    assert PRE_BIRTH not in timed(*late, people=[UNBORN])


def test_a_pre_birth_conference_is_counted_from_the_due_date() -> None:
    """Three months before 5 November 2018 is 5 August; conferences that are not about a birth have no such limit."""
    held = row("20 August 2018", "CSC", "pre-birth conference", "Rowan", did="No plan")
    deadline = timed(held, people=[UNBORN])["the pre-birth conference"]
    assert said(deadline) == ("5 August 2018", "late", 15)
    assert timed(row("20 August 2018", "CSC", "icpc", "Rowan", did="No plan"), people=[UNBORN]) == {}
