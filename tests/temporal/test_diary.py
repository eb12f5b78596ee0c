"""What may have been on one of the days of a period, exact dates and partial ones."""

from __future__ import annotations

import datetime as dt
import random

from scrgraph.temporal.diary import Diary

JANUARY = dt.date(2018, 1, 1)


def day(number: int) -> dt.date:
    return JANUARY + dt.timedelta(days=number)


def test_a_long_span_that_began_before_the_period_is_found_and_one_that_ended_is_not() -> None:
    diary = Diary([(day(0), day(30), "month"), (day(3), day(3), "third"), (day(9), day(9), "ninth")])
    assert list(diary.between(day(4), day(9))) == ["month", "ninth"]
    assert list(diary.between(day(31), day(40))) == []


def test_those_of_one_first_day_stay_in_the_order_given() -> None:
    assert list(Diary([(day(1), day(1), "b"), (day(1), day(2), "a")]).between(day(1), day(1))) == ["b", "a"]
    assert list(Diary([]).between(day(0), day(9))) == []


def test_the_same_as_looking_at_every_one() -> None:
    chance = random.Random(7)  # noqa: S311
    for _ in range(200):
        rows = []
        for number in range(chance.randrange(12)):
            first = chance.randrange(40)
            rows.append((day(first), day(first + chance.choice((0, 0, 1, 30))), number))
        first = chance.randrange(40)
        period = (day(first), day(first + chance.randrange(8)))
        found = [thing for begin, end, thing in rows if begin <= period[1] and end >= period[0]]
        assert sorted(Diary(rows).between(*period)) == found
