"""Ages and weeks of pregnancy in a date cell: the words in, the days from a birth or due date out."""

from __future__ import annotations

import pytest

from scrgraph.temporal.ages import read_age
from scrgraph.temporal.read_date import read_date

BORN_OR_DUE_3_JUNE_2007 = """
at birth               | birth    | 2007-06-03 | 2007-06-03
day 3                  | birth    | 2007-06-05 | 2007-06-06
PN day 10              | birth    | 2007-06-12 | 2007-06-13
10 days old            | birth    | 2007-06-13 | 2007-06-13
aged 5 weeks           | birth    | 2007-07-08 | 2007-07-14
5/52 old               | birth    | 2007-07-08 | 2007-07-14
5/52                   | birth    | 2007-07-08 | 2007-07-14
aged 3/12              | birth    | 2007-09-03 | 2007-10-02
3 months old           | birth    | 2007-09-03 | 2007-10-02
aged 2                 | birth    | 2009-06-03 | 2010-06-02
2 yrs 3 months old     | birth    | 2009-09-03 | 2009-10-02
2 weeks after birth    | birth    | 2007-06-17 | 2007-06-23
28/40                  | due date | 2007-03-11 | 2007-03-17
28+3                   | due date | 2007-03-14 | 2007-03-14
28+3 weeks gestation   | due date | 2007-03-14 | 2007-03-14
36 wks pregnant        | due date | 2007-05-06 | 2007-05-12
term+10                | due date | 2007-06-13 | 2007-06-13
T+10                   | due date | 2007-06-13 | 2007-06-13
40/40                  | due date | 2007-06-03 | 2007-06-09
"""


@pytest.mark.parametrize(
    ("written", "counted_from", "earliest", "latest"),
    [
        tuple(cell.strip() for cell in line.split("|"))
        for line in BORN_OR_DUE_3_JUNE_2007.strip().splitlines()
    ],
)
def test_an_age_is_days_from_a_birth_or_due_date(
    written: str, counted_from: str, earliest: str, latest: str
) -> None:
    age = read_age(written)
    assert age is not None
    assert age.counted_from == counted_from
    days = age.days_from(read_date("3 June 2007"))
    assert days is not None
    assert tuple(map(str, days)) == (earliest, latest)


def test_from_a_month_of_birth_it_is_as_wide_as_the_month() -> None:
    age = read_age("aged 5 days")
    assert age is not None
    days = age.days_from(read_date("June 2007"))
    assert days is not None
    assert tuple(map(str, days)) == ("2007-06-06", "2007-07-05")
    assert age.days_from(read_date("")) is None


def test_a_due_date_alone_does_not_say_when_the_row_happened() -> None:
    age = read_age("EDD 3.6.07")
    assert age is not None
    assert age.days_from(read_date("3 June 2007")) is None


@pytest.mark.parametrize(
    "written", ["3/12", "3/7", "20 weeks", "6 months", "3 June 2007", "60/40", "banana", ""]
)
def test_what_may_be_a_day_or_is_no_age_is_left_alone(written: str) -> None:
    assert read_age(written) is None
