"""Dates as chronologies write them: the days each can mean, or the reason it is refused."""

from __future__ import annotations

import datetime as dt

import pytest

from scrgraph.temporal.read_date import NoYearGiven, UnreadableDate, read_date

READ = """
2017-06-03                        | 2017-06-03 | 2017-06-03
2017-06                           | 2017-06-01 | 2017-06-30
2017                              | 2017-01-01 | 2017-12-31
1900-01-01                        | 1900-01-01 | 1900-01-01
2100                              | 2100-01-01 | 2100-12-31
2017/06/03                        | 2017-06-03 | 2017-06-03
3/6/2017                          | 2017-06-03 | 2017-06-03
13/06/2017                        | 2017-06-13 | 2017-06-13
03.06.17                          | 2017-06-03 | 2017-06-03
3-6-17                            | 2017-06-03 | 2017-06-03
3 / 6 / 2017                      | 2017-06-03 | 2017-06-03
03 06 2017                        | 2017-06-03 | 2017-06-03
1/2/49                            | 2049-02-01 | 2049-02-01
1/2/50                            | 1950-02-01 | 1950-02-01
29/02/2008                        | 2008-02-29 | 2008-02-29
3 June 2017                       | 2017-06-03 | 2017-06-03
3rd June 2017                     | 2017-06-03 | 2017-06-03
the 3rd of June, 2017             | 2017-06-03 | 2017-06-03
3-Jun-17                          | 2017-06-03 | 2017-06-03
12 Oct. 2010                      | 2010-10-12 | 2010-10-12
June 3 2017                       | 2017-06-03 | 2017-06-03
June 3rd, 2017                    | 2017-06-03 | 2017-06-03
2017 June 3                       | 2017-06-03 | 2017-06-03
Sun 3.6.07                        | 2007-06-03 | 2007-06-03
3 June 2007 (Sunday)              | 2007-06-03 | 2007-06-03
June 2017                         | 2017-06-01 | 2017-06-30
Jun-17                            | 2017-06-01 | 2017-06-30
June '17                          | 2017-06-01 | 2017-06-30
06/2017                           | 2017-06-01 | 2017-06-30
early March 2008                  | 2008-03-01 | 2008-03-10
mid-March 2008                    | 2008-03-11 | 2008-03-20
late Feb 2008                     | 2008-02-21 | 2008-02-29
end of June 2008                  | 2008-06-21 | 2008-06-30
early 2005                        | 2005-01-01 | 2005-04-30
mid 2005                          | 2005-05-01 | 2005-08-31
late 2005                         | 2005-09-01 | 2005-12-31
beginning of 2008                 | 2008-01-01 | 2008-04-30
the end of 2008                   | 2008-09-01 | 2008-12-31
Spring 1999                       | 1999-03-01 | 1999-05-31
summer of 2001                    | 2001-06-01 | 2001-08-31
Autumn 2001                       | 2001-09-01 | 2001-11-30
Winter 2008                       | 2008-12-01 | 2009-02-28
Winter 2008/09                    | 2008-12-01 | 2009-02-28
?22 May 2008                      | 2008-05-15 | 2008-05-29
22 May 2008?                      | 2008-05-15 | 2008-05-29
3 June 2017 (approx)              | 2017-05-27 | 2017-06-10
circa June 2005                   | 2005-05-01 | 2005-07-31
c. 2005                           | 2004-10-01 | 2006-03-31
c2005                             | 2004-10-01 | 2006-03-31
about 3/6/17                      | 2017-05-27 | 2017-06-10
around Spring 1999                | 1999-02-01 | 1999-06-30
November/December 2006            | 2006-11-01 | 2006-12-31
November or December 2006         | 2006-11-01 | 2006-12-31
Nov 2006 - Jan 2007               | 2006-11-01 | 2007-01-31
Nov-Dec 2006                      | 2006-11-01 | 2006-12-31
Spring/Summer 1999                | 1999-03-01 | 1999-08-31
mid to late 2005                  | 2005-05-01 | 2005-12-31
late Dec 2008 to early Jan 2009   | 2008-12-21 | 2009-01-10
between 3 and 5 May 2008          | 2008-05-03 | 2008-05-05
between June and August 2008      | 2008-06-01 | 2008-08-31
2007-09-01 to 2007-09-14          | 2007-09-01 | 2007-09-14
2007-09-01/2007-09-14             | 2007-09-01 | 2007-09-14
3-5 June 2017                     | 2017-06-03 | 2017-06-05
3–5 June 2017                     | 2017-06-03 | 2017-06-05
3/4 June 2017                     | 2017-06-03 | 2017-06-04
5-7/6/2017                        | 2017-06-05 | 2017-06-07
28 May - 3 June 2008              | 2008-05-28 | 2008-06-03
3/6/17-5/6/17                     | 2017-06-03 | 2017-06-05
Sat 3 - Wed 7 June 2017           | 2017-06-03 | 2017-06-07
2005-2007                         | 2005-01-01 | 2007-12-31
03/06/2017 14:30                  | 2017-06-03 | 2017-06-03
2017-06-03T23:30:00Z              | 2017-06-03 | 2017-06-03
2017-06-03 14:30:00+01:00         | 2017-06-03 | 2017-06-03
3 June 2017 at 2pm                | 2017-06-03 | 2017-06-03
3.6.07 14.30                      | 2007-06-03 | 2007-06-03
3/6/2017 1430hrs                  | 2017-06-03 | 2017-06-03
3 June 2017 p.m.                  | 2017-06-03 | 2017-06-03
14:30 on 3 June 2017              | 2017-06-03 | 2017-06-03
w/c 3 June 2017                   | 2017-06-03 | 2017-06-09
week commencing 3/6/17            | 2017-06-03 | 2017-06-09
w/e 9 June 2017                   | 2017-06-03 | 2017-06-09
wc 3.6.17                         | 2017-06-03 | 2017-06-09
week of 9 June 2017               | 2017-06-03 | 2017-06-15
Tues3.6.08                        | 2008-06-03 | 2008-06-03
Tue - 3/6/08                      | 2008-06-03 | 2008-06-03
3/6/07 @ 14.30                    | 2007-06-03 | 2007-06-03
3/6/07@14:30                      | 2007-06-03 | 2007-06-03
3/6/07 - 2pm                      | 2007-06-03 | 2007-06-03
3/6/07 14:30-15:30                | 2007-06-03 | 2007-06-03
3/6/07 10am - 11am                | 2007-06-03 | 2007-06-03
3/6/07 (14:30)                    | 2007-06-03 | 2007-06-03
3.6.07 approx 14.30hrs            | 2007-06-03 | 2007-06-03
03.06.2007 (am)                   | 2007-06-03 | 2007-06-03
1430hrs 3/6/07                    | 2007-06-03 | 2007-06-03
2pm 3/6/07                        | 2007-06-03 | 2007-06-03
03-Jun-07                         | 2007-06-03 | 2007-06-03
3ʳᵈ June 2007                     | 2007-06-03 | 2007-06-03
3 June 2007                       | 2007-06-03 | 2007-06-03
(3/6/07)                          | 2007-06-03 | 2007-06-03
Date: 3/6/07                      | 2007-06-03 | 2007-06-03
03/06/2007,                       | 2007-06-03 | 2007-06-03
03 06 07                          | 2007-06-03 | 2007-06-03
0306 07                           | 2007-06-03 | 2007-06-03
20070603                          | 2007-06-03 | 2007-06-03
03062007                          | 2007-06-03 | 2007-06-03
3.6.007                           | 2007-06-03 | 2007-06-03
3/6-07                            | 2007-06-03 | 2007-06-03
O3/06/07                          | 2007-06-03 | 2007-06-03
l2/06/2OO7                        | 2007-06-12 | 2007-06-12
June 07                           | 2007-06-01 | 2007-06-30
5 & 6 June 2007                   | 2007-06-05 | 2007-06-06
5/6.6.07                          | 2007-06-05 | 2007-06-06
3 and 5 May 2008                  | 2008-05-03 | 2008-05-05
28 Dec - 3 Jan 2009               | 2008-12-28 | 2009-01-03
28 Dec 2008 – 3 Jan 2009          | 2008-12-28 | 2009-01-03
Xmas 2007                         | 2007-12-20 | 2007-12-31
Christmas Day 2007                | 2007-12-25 | 2007-12-25
New Year 2008                     | 2008-01-01 | 2008-01-07
Easter 2008                       | 2008-03-21 | 2008-03-24
Good Friday 2007                  | 2007-04-06 | 2007-04-06
since 2006                        | 2006-01-01 | 2006-12-31
from 3.5.07                       | 2007-05-03 | 2007-05-03
June 2007 onwards                 | 2007-06-01 | 2007-06-30
June 2007 to present              | 2007-06-01 | 2007-06-30
"""

REFUSED = """
20008                  | the year 20008 cannot be right
3/6/20008              | the year 20008 cannot be right
3/6/208                | the year 208 cannot be right
3/6/7                  | the year 7 cannot be right
1899                   | the year 1899 cannot be right
2101                   | the year 2101 cannot be right
0000-00-00             | the year 0000 cannot be right
42889                  | if it is Excel's number for a day, format the cell as a date
31 June 2017           | there is no 31 June 2017
29/2/2007              | there is no 29 February 2007
2017-06-31             | there is no 31 June 2017
2017-13-01             | there is no month 13
06/13/2017             | there is no month 13; dates are read day first, then month, then year, as in the UK
06/17                  | it may be a day and a month or a month and a year
Jun 17                 | the 17 may be a day or a year
2007/08                | it may be a month of 2007 or a school or financial year
winter 2008/10         | winter does not run from 2008 to 10
30 May - 3 Mar 2009    | before it begins on 30 May 2009; write the year of both
13/25/2007             | there is no month 25; dates are read day first
31/06/2007             | there is no 31 June 2007
5-6/2007               | it is not written in a way that is understood
3 June                 | no year is given
3/6                    | no year is given
June                   | no year is given
3                      | a number alone is not a date
before 3 June 2017     | it has only one end
after March 2008       | it has only one end
before Christmas 2007  | it has only one end
two months before      | it refers to another row or event
the next day           | it refers to another row or event
3 weeks later          | it refers to another row or event
ditto                  | it refers to another row or event
Tues pm                | it gives a weekday or a time but no date
Tuesday                | it gives a weekday or a time but no date
14:30                  | it gives a weekday or a time but no date
3 May and 9 Aug 2008   | it gives more than one date; give each a row of its own
half term              | terms and holidays differ from place to place; write the dates or the month
Term 2                 | terms and holidays differ from place to place
summer holidays 2007   | terms and holidays differ from place to place
2pm                    | it gives a weekday or a time but no date
3/4/5 June 2017        | it is not written in a way that is understood
3 June 2017 home visit | it is not written in a way that is understood
2008/09-2017           | it may be a month of 2008 or a school or financial year
2017/winter 2018       | it is not written in a way that is understood
early late 2005        | it is not written in a way that is understood
2007 10.12             | it is not written in a way that is understood
1990s                  | it is not written in a way that is understood
Christmas              | no year is given
#REF!                  | it is not written in a way that is understood
"""


def table(text: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()]


@pytest.mark.parametrize(("written", "earliest", "latest"), table(READ))
def test_a_written_date_is_read_as_the_days_it_can_mean(written: str, earliest: str, latest: str) -> None:
    read = read_date(written)
    assert (str(read.earliest), str(read.latest)) == (earliest, latest)
    assert read.written == written
    assert read.how


@pytest.mark.parametrize(("written", "reason"), table(REFUSED))
def test_what_would_need_a_guess_is_refused_with_the_reason(written: str, reason: str) -> None:
    with pytest.raises(UnreadableDate) as refused:
        read_date(written)
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    "written", ["", "  ", "unknown", "N/K", "Not known", "undated", "?", "-", "n/a", "TBC"]
)
def test_no_date_given_is_undated_whatever_the_precision_column_says(written: str) -> None:
    for precision in ("", "approx", "day"):
        read = read_date(written, precision)
        assert not read.known
        assert read.how == "no date was given"


@pytest.mark.parametrize(
    ("written", "precision", "earliest", "latest"),
    [
        ("2017-06-03", "day", "2017-06-03", "2017-06-03"),
        ("2017-06-03", "month", "2017-06-01", "2017-06-30"),
        ("2017-06-03", "year", "2017-01-01", "2017-12-31"),
        ("2017-06-03", "approx", "2017-05-27", "2017-06-10"),
        ("2017-06", "approx", "2017-05-01", "2017-07-31"),
        ("2017", "Approx.", "2016-10-01", "2018-03-31"),
        ("c. 2017", "approx", "2016-10-01", "2018-03-31"),
        ("2017-06", "day", "2017-06-01", "2017-06-30"),
        ("2017", "unknown", "2017-01-01", "2017-12-31"),
    ],
)
def test_the_precision_column_widens_a_date_and_never_narrows_it(
    written: str, precision: str, earliest: str, latest: str
) -> None:
    read = read_date(written, precision)
    assert (str(read.earliest), str(read.latest)) == (earliest, latest)


@pytest.mark.parametrize(
    ("written", "precision", "words"),
    [
        ("3 June 2017", "approx", "7 days either side"),
        ("June 2017", "approx", "one month either side"),
        ("2017", "approx", "three months either side"),
        ("3 June 2017", "month", "widened to the whole month"),
        ("2017-06", "day", "the precision given is 'day', but the date says no more than this"),
        ("Tues 3.6.07", "", "the record says Tuesday, but 3 June 2007 was a Sunday"),
        ("3.6.07", "", "the two-digit year read as 2007"),
        ("Winter 2008", "", "winter taken as December 2008 to February 2009"),
        ("late 2005", "", "'late' taken as September to December"),
        ("3/6/2017", "", "day/month order"),
    ],
)
def test_how_a_date_was_read_is_said_in_words(written: str, precision: str, words: str) -> None:
    assert words in read_date(written, precision).how


def test_a_precision_that_is_not_understood_is_refused() -> None:
    with pytest.raises(
        UnreadableDate, match="its precision 'fortnight' is not one of day, month, year or approx"
    ):
        read_date("2017-06-03", "fortnight")


@pytest.mark.parametrize(
    ("written", "earliest"), [("3 June", "2017-06-03"), ("3/6", "2017-06-03"), ("June", "2017-06-01")]
)
def test_a_year_from_elsewhere_completes_a_date_and_is_said(written: str, earliest: str) -> None:
    read = read_date(written, default_year=2017)
    assert str(read.earliest) == earliest
    assert "the year 2017 taken from elsewhere" in read.how
    assert str(read_date("3 June 2011", default_year=2017).earliest) == "2011-06-03"


def test_a_day_from_a_spreadsheet_is_taken_as_it_is_and_its_time_left_out() -> None:
    afternoon = read_date(dt.datetime(2017, 6, 3, 14, 30))  # noqa: DTZ001
    assert (str(afternoon.earliest), str(afternoon.latest)) == ("2017-06-03", "2017-06-03")
    assert afternoon.written == "2017-06-03 14:30:00"
    assert read_date(dt.datetime(2017, 6, 3)).written == "2017-06-03"  # noqa: DTZ001
    assert str(read_date(dt.date(2017, 6, 3), "month").latest) == "2017-06-30"
    with pytest.raises(UnreadableDate, match="the year 1899 cannot be right"):
        read_date(dt.date(1899, 12, 30))


def test_a_long_text_in_a_date_cell_is_refused() -> None:
    with pytest.raises(UnreadableDate, match="too long to be a date"):
        read_date("3 June 2017 " + "mother rang " * 20)


@pytest.mark.parametrize(
    ("written", "doubt"),
    [
        ("Tues 3.6.07", "the record says Tuesday, but 3 June 2007 was a Sunday"),
        ("Sun 3.6.07", ""),
        ("June 07", "the 07 is taken for the year, but may be meant as a day"),
        ("O3/06/07", "a letter in it was read as a digit"),
        ("3/6-07", "it is written 3/6-07, which is no usual way to write a date"),
        ("3 and 5 May 2008", "it names two days, not the time between them"),
        ("5 & 6 June 2007", ""),
        ("since 2006", "it went on from then, and no end is given"),
        ("3 June 2007", ""),
    ],
)
def test_what_speaks_against_a_date_is_kept_with_it(written: str, doubt: str) -> None:
    assert read_date(written).doubt == doubt


def test_a_refusal_is_the_same_each_time_it_is_asked_for() -> None:
    for _ in range(2):
        with pytest.raises(NoYearGiven, match="no year is given"):
            read_date("3 June")
