"""Which clock ran on a day, and when it was due."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from scrgraph.model.clock import Clock
from scrgraph.model.partial_date import PartialDate
from scrgraph.temporal.clocks import Clocks, months_after, national_clocks

INITIAL = ("referral", "received", "initial assessment completed")
SINGLE = ("referral", "received", "single assessment completed")
REVIEW = ("initial conference", "held", "first review conference held")
PRE_BIRTH = ("pre-birth assessment", "concern known", "started")
CONFERENCE = ("pre-birth conference", "", "held")
TRANSFER = ("transfer in of a child protection plan", "received", "transfer conference held")


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def between(first: str, last: str) -> PartialDate:
    return PartialDate(earliest=day(first), latest=day(last))


def own(**values: object) -> Clock:
    """An author's clock for the single assessment."""
    kind, from_stage, to_stage = SINGLE
    given: dict[str, object] = {
        "baton_kind": kind, "from_stage": from_stage, "to_stage": to_stage, "limit": 35, "unit": "working days",
        "authority": "Northmere procedures 2015", "standing": "set by the author",
    }  # fmt: skip
    return Clock.model_validate(given | values)


@pytest.mark.parametrize(
    ("on", "limit"),
    [
        ("2000-03-31", None),
        ("2000-04-01", "7 working days"),
        ("2010-03-16", "7 working days"),
        ("2010-03-17", "10 working days"),
        ("2013-04-14", "10 working days"),
        ("2013-04-15", None),
    ],
)
def test_the_edition_in_force_on_the_day_decides(on: str, limit: str | None) -> None:
    clock = Clocks("England").running(INITIAL, day(on))
    assert (clock.limit_words if clock else None) == limit


def test_no_clock_of_one_nation_runs_in_another() -> None:
    assert Clocks("Wales").running(SINGLE, day("2018-05-01")) is None
    there = Clocks("Scotland").running(TRANSFER, day("2018-05-01"))
    here = Clocks("England").running(TRANSFER, day("2018-05-01"))
    assert there is not None and here is not None
    assert (there.limit_words, there.standing_words) == ("21 days", "local: to be checked")
    assert here.limit_words == "15 working days"


def test_no_clock_is_named_where_guidance_changed_within_a_partial_date() -> None:
    clocks = Clocks("England")
    assert clocks.over(INITIAL, between("2010-03-01", "2010-03-31")) is None
    assert clocks.over(INITIAL, PartialDate()) is None
    assert clocks.over(INITIAL, between("2010-04-01", "2010-04-30")) == clocks.running(
        INITIAL, day("2010-04-01")
    )


def test_an_authors_clock_replaces_the_national_one_on_its_days() -> None:
    clocks = Clocks("England", [own(applies_from="2015-01-01", applies_to="2016-12-31")])
    for on, limit, standing in (
        ("2014-12-31", "45 working days", "national"),
        ("2015-01-01", "35 working days", "set by the author"),
        ("2016-12-31", "35 working days", "set by the author"),
        ("2017-01-01", "45 working days", "national"),
    ):
        clock = clocks.running(SINGLE, day(on))
        assert clock is not None
        assert (clock.limit_words, clock.standing_words) == (limit, standing)


def test_an_authors_clock_holds_for_the_nation_of_the_review_unless_it_names_one() -> None:
    assert Clocks("Wales", [own()]).running(SINGLE, day("2018-05-01")) == own()
    assert Clocks("Wales", [own(nation="England")]).running(SINGLE, day("2018-05-01")) is None


@pytest.mark.parametrize(
    ("clock", "starts", "due"),
    [
        (own(limit=1), between("2018-05-01", "2018-05-04"), between("2018-05-02", "2018-05-08")),
        (
            own(limit=14, unit="days"),
            between("2018-05-01", "2018-05-01"),
            between("2018-05-15", "2018-05-15"),
        ),
        (
            own(limit=6, unit="weeks"),
            between("2018-05-01", "2018-05-01"),
            between("2018-06-12", "2018-06-12"),
        ),
        (
            own(limit=3, unit="months"),
            between("2018-11-30", "2018-12-01"),
            between("2019-02-28", "2019-03-01"),
        ),
    ],
)
def test_each_unit_is_counted(clock: Clock, starts: PartialDate, due: PartialDate) -> None:
    assert Clocks("England").due(clock, starts) == due


def test_gestation_is_counted_back_from_the_due_date() -> None:
    """Due on 20 November 2017, so week 20 ended on 3 July; three months before is 20 August."""
    clocks, starts = Clocks("England"), PartialDate.day(day("2017-06-14"))
    due_date = PartialDate.day(day("2017-11-20"))
    by_week, before = clocks.over(PRE_BIRTH, starts), clocks.over(CONFERENCE, starts)
    assert by_week is not None and before is not None
    assert clocks.due(by_week, starts, due_date) == between("2017-07-03", "2017-07-03")
    assert clocks.due(before, starts, due_date) == between("2017-08-20", "2017-08-20")
    assert clocks.due(by_week, starts) == PartialDate()
    partly = clocks.due(by_week, starts, between("2017-11-01", "2017-11-30"))
    assert partly == between("2017-06-14", "2017-07-13")
    weeks = own(limit="6 weeks before the due date", unit="gestation")
    assert clocks.due(weeks, starts, due_date) == between("2017-10-09", "2017-10-09")


def test_months_end_where_the_month_does() -> None:
    assert months_after(day("2020-08-31"), 6) == day("2021-02-28")
    assert months_after(day("2018-01-15"), -3) == day("2017-10-15")


def test_every_national_clock_names_its_authority_and_none_runs_beside_another() -> None:
    clocks = national_clocks()
    assert all(clock.authority and clock.nation and clock.standing != "set by the author" for clock in clocks)
    for nation in {clock.nation for clock in clocks}:
        here = [clock for clock in clocks if clock.nation == nation]
        for text in ("2001-01-01", "2010-03-16", "2010-03-17", "2013-04-14", "2013-04-15", "2020-01-01"):
            timed = [clock.timed for clock in here if clock.runs_on(day(text))]
            assert len(timed) == len(set(timed))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"limit": 0}, "not a whole number of working days"),
        ({"limit": "soon"}, "the limit 'soon'"),
        ({"unit": "gestation"}, "by week 20 of pregnancy"),
        ({"applies_from": "2015-01-01", "applies_to": "2014-01-01"}, "before 2015-01-01"),
        ({"unit": "fortnights"}, "Input should be 'working days'"),
    ],
)
def test_a_clock_that_makes_no_sense_is_refused(values: dict[str, object], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        own(**values)


def test_one_of_a_unit_is_said_in_the_singular() -> None:
    assert own(limit=1, unit="working day").limit_words == "1 working day"
    assert own(limit=1, unit="month").limit_words == "1 month"
