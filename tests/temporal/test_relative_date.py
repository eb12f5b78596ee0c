"""Dates that lean on the row above: the words in, the days out."""

from __future__ import annotations

import pytest

from scrgraph.temporal.read_date import read_date
from scrgraph.temporal.relative_date import read_relative

ABOVE_3_JUNE_2007 = """
ditto                 | 2007-06-03 | 2007-06-03
"                     | 2007-06-03 | 2007-06-03
〃                    | 2007-06-03 | 2007-06-03
do.                   | 2007-06-03 | 2007-06-03
Same day              | 2007-06-03 | 2007-06-03
same date             | 2007-06-03 | 2007-06-03
as above              | 2007-06-03 | 2007-06-03
later same day        | 2007-06-03 | 2007-06-03
same day 14.30        | 2007-06-03 | 2007-06-03
Next day              | 2007-06-04 | 2007-06-04
the following day     | 2007-06-04 | 2007-06-04
next day pm           | 2007-06-04 | 2007-06-04
the day before        | 2007-06-02 | 2007-06-02
two days later        | 2007-06-05 | 2007-06-05
3 days before         | 2007-05-31 | 2007-05-31
a week later          | 2007-06-07 | 2007-06-13
two months before     | 2007-03-24 | 2007-04-13
a year later          | 2008-03-04 | 2008-09-02
a few days later      | 2007-06-05 | 2007-06-09
later that month      | 2007-06-03 | 2007-06-30
earlier that month    | 2007-06-01 | 2007-06-03
later that week       | 2007-06-03 | 2007-06-03
the following week    | 2007-06-04 | 2007-06-10
the next month        | 2007-07-01 | 2007-07-31
"""


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [tuple(cell.strip() for cell in line.split("|")) for line in ABOVE_3_JUNE_2007.strip().splitlines()],
)
def test_a_date_is_counted_from_the_row_above(written: str, earliest: str, latest: str) -> None:
    read = read_relative(written, read_date("3/6/07"))
    assert read is not None
    assert (str(read.earliest), str(read.latest)) == (earliest, latest)
    assert read.written == written
    assert "the row above, 3 June 2007" in read.how


def test_below_a_month_the_same_date_is_the_month() -> None:
    read = read_relative("ditto", read_date("c. June 2007"))
    assert read is not None
    assert str(read) == "about June 2007"


def test_below_an_undated_row_it_is_undated() -> None:
    read = read_relative("next day", read_date(""))
    assert read is not None
    assert not read.known
    assert "has no date" in read.how


@pytest.mark.parametrize(
    "written", ["3 June 2007", "yesterday", "3 weeks ago", "Tuesday", "later", "", "after"]
)
def test_what_leans_on_no_row_or_on_the_day_of_writing_is_left_alone(written: str) -> None:
    assert read_relative(written, read_date("3/6/07")) is None
