"""Working days of each nation, counted by hand on a calendar."""

from __future__ import annotations

import datetime as dt

import pytest

from scrgraph.temporal.working_days import is_working_day, working_days_after


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "count", "nation", "expected"),
    [
        ("2018-05-01", 1, "England", "2018-05-02"),  # a Tuesday
        ("2018-05-04", 1, "England", "2018-05-08"),  # Friday before the May bank holiday
        ("2018-05-05", 1, "England", "2018-05-08"),  # the Saturday of it
        (
            "2018-03-29",
            1,
            "England",
            "2018-04-03",
        ),  # Thursday before Easter: Friday to Monday are no working days
        ("2018-03-29", 1, "Scotland", "2018-04-02"),  # Easter Monday is no bank holiday there
        ("2018-12-24", 2, "Scotland", "2018-12-28"),
        ("2018-12-31", 1, "England", "2019-01-02"),
        ("2018-12-31", 1, "Scotland", "2019-01-03"),
        ("2018-07-11", 1, "Northern Ireland", "2018-07-13"),
        ("2018-07-11", 1, "Wales", "2018-07-12"),
        ("2018-04-09", 45, "England", "2018-06-13"),  # nine weeks and two bank holidays of May
        ("2018-05-04", 1, " england ", "2018-05-08"),
    ],
)
def test_the_last_day_of_a_limit(start: str, count: int, nation: str, expected: str) -> None:
    assert working_days_after(day(start), count, nation) == day(expected)


@pytest.mark.parametrize("text", ["2002-06-03", "2011-04-29", "2012-06-05", "2020-05-08", "2022-09-19"])
def test_holidays_of_one_year_only_are_known(text: str) -> None:
    assert day(text).weekday() < 5
    assert not is_working_day(day(text), "England")


def test_a_nation_that_is_not_known_has_the_holidays_all_share() -> None:
    assert not is_working_day(day("2018-12-25"), "Elsewhere")
    assert is_working_day(day("2018-12-27"), "Elsewhere")


def test_a_limit_is_at_least_one_day() -> None:
    with pytest.raises(ValueError, match="one working day or more"):
        working_days_after(day("2018-05-01"), 0, "England")
