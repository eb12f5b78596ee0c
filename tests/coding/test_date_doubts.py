"""Dates that something speaks against: the dates of a file in, what is pointed out about them out."""

from __future__ import annotations

import datetime as dt

import pytest

from scrgraph.coding.date_doubts import DateDoubt, date_doubts
from scrgraph.model.entry import Entry
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.review import Review
from scrgraph.model.vocabulary import PersonKind, Tri
from scrgraph.temporal.read_date import read_date

REVIEW = Review(review_id="r", title="r", incident_date=dt.date(2008, 3, 14))
IN_ORDER = [
    "3/1/07",
    "9/2/07",
    "14/3/07",
    "2/4/07",
    "20/5/07",
    "13/6/07",
    "1/7/07",
    "5/8/07",
    "30/9/07",
    "28/10/07",
    "9/11/07",
    "4/12/07",
]


def row(number: int, date: str | PartialDate, seen: Tri = Tri.UNKNOWN) -> Entry:
    on = read_date(date) if isinstance(date, str) else date
    return Entry(
        entry_id=str(number), chronology_id="gp", file="gp.docx", place=f"row {number}", row=number, date=on,
        text="Rang", child_seen=seen,
    )  # fmt: skip


def doubts(
    *dates: str, people: tuple[Person, ...] = (), made: str = "", today: str = ""
) -> tuple[DateDoubt, ...]:
    return date_doubts(
        [row(number, date) for number, date in enumerate(dates)],
        people,
        REVIEW,
        {"gp.docx": dt.date.fromisoformat(made)} if made else {},
        today=dt.date.fromisoformat(today) if today else None,
    )


def with_date(at: int, date: str, dates: list[str] = IN_ORDER) -> list[str]:
    return [*dates[:at], date, *dates[at + 1 :]]


@pytest.mark.parametrize("dates", [IN_ORDER, IN_ORDER[::-1]])
def test_a_file_in_order_upwards_or_downwards_has_no_doubt(dates: list[str]) -> None:
    assert doubts(*dates) == ()


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("at", "date", "what", "suggested"),
    [
        (5, "13/6/17", "year", "2007-06-13"),
        (5, "13/6/70", "year", "2007-06-13"),
        (6, "7/1/07", "day and month", "2007-07-01"),
        (6, "16/1/07", "out of order", "None"),
        (11, "4/12/17", "year", "2007-12-04"),
    ],
)
def test_a_date_out_of_order_is_pointed_out_with_the_slip_that_explains_it(
    at: int, date: str, what: str, suggested: str, turned: bool
) -> None:
    dates = with_date(at, date)
    (found,) = doubts(*(dates[::-1] if turned else dates))
    assert (found.what, str(found.suggested)) == (what, suggested)
    assert found.entry_id == str(len(dates) - 1 - at if turned else at)
    assert found.sentence
    assert found.suggestion


def test_an_entry_made_a_few_days_late_is_no_doubt() -> None:
    assert doubts(*with_date(6, "10/6/07")) == ()


def test_a_file_in_no_order_has_none_to_break() -> None:
    mixed = [IN_ORDER[at] for at in (5, 1, 9, 3, 11, 0, 7, 2, 10, 4, 8, 6)]
    assert doubts(*mixed) == ()
    (found,) = doubts(*with_date(6, "5/8/27", mixed))
    assert (found.what, found.entry_id) == ("year", "6")


def test_a_few_dates_tell_no_order() -> None:
    assert doubts("3/1/07", "9/2/07", "3/1/06", "4/3/07") == ()


def test_months_and_years_are_no_doubt() -> None:
    assert doubts(*with_date(5, "2007"), "May 2007", "") == ()


def test_a_weekday_that_does_not_agree_is_pointed_out() -> None:
    (found,) = doubts("Tues 3.6.07")
    assert found.what == "weekday"
    assert found.sentence == "The record says Tuesday, but 3 June 2007 was a Sunday."
    (other,) = doubts("Fri 3.6.07")
    assert other.suggestion == "Check the day and the weekday in the source."


def test_a_date_after_the_file_was_made_is_pointed_out() -> None:
    (found,) = doubts("3/6/07", "4/8/11", made="2009-01-31")
    assert (found.entry_id, found.what) == ("1", "after the file")
    assert found.sentence == "The date 4 August 2011 is after gp.docx was made (31 January 2009)."
    assert found.suggested == dt.date(2008, 8, 4)


def test_where_no_file_tells_a_date_after_today_is_pointed_out() -> None:
    assert [found.what for found in doubts("3/6/07", "4/8/31", today="2026-01-01")] == ["after today"]
    assert doubts("3/6/07", "4/8/31") == ()


def child(*entry_ids: str, kind: PersonKind = PersonKind.CHILD) -> Person:
    return Person(
        person_id="ella", display_name="Ella", kind=kind, born=read_date("3 June 2007"), entry_ids=entry_ids
    )


def test_a_child_is_not_recorded_long_before_its_birth_but_may_be_expected() -> None:
    (found,) = doubts("3/1/06", "3/1/07", people=(child("0", "1"),))
    assert (found.entry_id, found.what) == ("0", "before birth")
    assert found.sentence == "The date 3 January 2006 is before Ella was born (3 June 2007)."


def test_a_child_is_not_seen_before_its_birth() -> None:
    (found,) = date_doubts([row(0, "3/5/07", Tri.YES)], [child("0")], REVIEW, {})
    assert found.what == "before birth"


def test_an_adult_is_not_recorded_before_birth_at_all() -> None:
    assert [found.what for found in doubts("3/5/07", people=(child("0", kind=PersonKind.ADULT),))] == [
        "before birth"
    ]


LENT = PartialDate.day(
    dt.date(2007, 6, 3), how="the date of the row above, 3 June 2007, as the row gives none"
).model_copy(update={"doubt": "the row gives no date of its own; it was given that of the row above"})


def test_a_few_inherited_dates_are_pointed_out_singly_and_many_together() -> None:
    few = date_doubts([row(0, "3/6/07"), row(1, LENT), row(2, LENT)], [], REVIEW, {})
    assert [(found.entry_id, found.what) for found in few] == [("1", "inherited"), ("2", "inherited")]
    (many,) = date_doubts([row(0, "3/6/07"), *(row(n, LENT) for n in range(1, 6))], [], REVIEW, {})
    assert many.sentence == "5 rows of gp.docx give no date; each was given that of the row above it."
    assert (many.entry_id, many.also) == ("1", ("2", "3", "4", "5"))


def test_any_other_doubt_about_the_reading_is_passed_on() -> None:
    (found,) = doubts("O3/06/07")
    assert found.sentence == "3 June 2007 was read from 'O3/06/07': a letter in it was read as a digit."
