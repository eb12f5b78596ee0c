"""The days between sightings of a child: rows of a chronology in, periods out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from coded_rows import coded, row

from scrgraph.coding.contacts import contacts_of
from scrgraph.coding.not_seen import not_seen_periods_of
from scrgraph.model.derived import NotSeenPeriod
from scrgraph.model.entry import Entry
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Kinship, Person, Stay
from scrgraph.model.review import Review, ReviewGraph
from scrgraph.model.vocabulary import PersonKind
from scrgraph.temporal.read_date import read_date
from scrgraph.temporal.seen_gaps import gaps_between

CHILD = Person(person_id="rowan", display_name="Rowan", kind=PersonKind.CHILD, index_child=True)
MOTHER = Person(person_id="kayla", display_name="Kayla Marsh", kind=PersonKind.ADULT)
MAN = Person(person_id="mr-k", display_name="Mr K", kind=PersonKind.ADULT)
END = dt.date(2018, 12, 31)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(f"2018-{text}")


def periods(
    rows: Sequence[Entry], child: Person = CHILD, stays: Sequence[Stay] = (), as_of: dt.date | None = END
) -> list[NotSeenPeriod]:
    """The periods of a family of Rowan, his mother and a man who is no relative."""
    people = (child, MOTHER, MAN)
    made = coded(rows, people=people)
    graph = ReviewGraph(
        review=Review(review_id="r", title="", as_of=as_of),
        entries=tuple(item.entry for item in made.entries),
        people=people,
        agencies=made.agencies.agencies,
        contacts=tuple(contacts_of(made.entries, made.agencies, made.people)),
        kinships=(Kinship(kinship_id="k", person_id="kayla", to_person_id="rowan", kinship="mother"),),
        stays=tuple(stays),
    )
    return [period for period in not_seen_periods_of(graph) if period.person_id == "rowan"]


def born(text: str, died: str = "", index_child: bool = True) -> Person:
    dates = {"born": read_date(text), "died": read_date(died) if died else PartialDate()}
    return CHILD.model_copy(update={**dates, "index_child": index_child})


def spans(found: Sequence[NotSeenPeriod]) -> list[tuple[dt.date, dt.date]]:
    return [(period.from_day, period.to_day) for period in found]


def test_from_birth_to_the_first_sighting_and_on() -> None:
    rows = [
        row("1 February 2018", "HV", "Visit", "Rowan", seen="yes"),
        row("1 March 2018", "HV", "No access", "Rowan; Kayla Marsh", seen="no"),
        row("1 April 2018", "GP", "Contact", "Rowan"),
        row("1 June 2018", "HV", "Visit", "Rowan", seen="yes"),
    ]
    found = periods(rows, born("1 January 2018"))
    assert spans(found) == [
        (day("01-01"), day("02-01")),
        (day("02-01"), day("06-01")),
        (day("06-01"), END),
    ]
    assert [(one.not_seen, one.unclear) for one in found] == [(0, 0), (1, 1), (0, 0)]
    assert [one.agency_ids for one in found] == [(), ("hv", "gp"), ()]
    assert found[1].entry_ids == ("E1", "E2", "E3", "E4")


def test_a_sighting_in_a_month_takes_out_all_its_days() -> None:
    rows = [
        row("March 2018", "HV", "Visit", "Rowan", seen="yes"),
        row("15 March 2018", "GP", "Contact", "Rowan", seen="yes"),
        row("1 May 2018", "GP", "Contact", "Rowan", seen="yes"),
    ]
    assert spans(periods(rows, born("1 January 2018"))) == [
        (day("01-01"), day("03-01")),
        (day("03-31"), day("05-01")),
        (day("05-01"), END),
    ]


def test_contacts_with_the_family_count_as_being_in_touch_and_others_do_not() -> None:
    """Mr K is nobody's relative: contact with him counts only while he lives there."""
    rows = [
        row("1 February 2018", "HV", "Visit", "Rowan", seen="yes"),
        row("1 March 2018", "Housing", "Visit", "Kayla Marsh"),
        row("1 April 2018", "Probation", "Contact", "Mr K"),
        row("1 August 2018", "Probation", "Contact", "Mr K"),
    ]
    (*_, last) = periods(rows, born("1 January 2018"))
    assert (last.agency_ids, last.entry_ids) == (("housing",), ("E1", "E2"))
    home = {"household_id": "home"}
    stays = [
        Stay(stay_id="1", person_id="rowan", **home),
        Stay(stay_id="2", person_id="mr-k", since=read_date("1 July 2018"), **home),
    ]
    (*_, last) = periods(rows, born("1 January 2018"), stays)
    assert (last.agency_ids, last.entry_ids) == (("housing", "probation"), ("E1", "E2", "E4"))


def test_a_row_that_names_no_child_and_says_not_seen_counts_for_an_index_child() -> None:
    rows = [
        row("1 February 2018", "HV", "Visit", "Rowan", seen="yes"),
        row("1 March 2018", "Police", "Contact", "Kayla Marsh", seen="no"),
        row("2 March 2018", "Police", "Contact", "Mr K", seen="no"),
        row("3 March 2018", "Police", "Contact", "Kayla Marsh", seen="yes"),
    ]
    (*_, last) = periods(rows, born("1 January 2018"))
    assert (last.from_day, last.not_seen, last.unclear) == (day("02-01"), 1, 0)
    (*_, sister) = periods(rows, born("1 January 2018", index_child=False))
    assert sister.not_seen == 0


def test_the_words_that_another_agency_is_seeing_the_child() -> None:
    """Said by another agency than the one it is said of, of whatever kind the row is."""
    rows = [
        row("1 February 2018", "HV", "Visit", "Rowan", seen="yes"),
        row("1 March 2018", "CSC", "Decision", "Rowan", did="NFA, health visitor to monitor"),
        row("2 March 2018", "HV", "Note", "Kayla Marsh", said="Health visitor to monitor"),
        row("3 March 2018", "CSC", "Decision", "Rowan", said="Health visitor telephoned"),
    ]
    (*_, last) = periods(rows, born("1 January 2018"))
    assert last.entry_ids == ("E1", "E3", "E2")
    assert last.agency_ids == ("hv",)


def test_nothing_after_a_death_and_nothing_for_one_never_met() -> None:
    seen = [
        row("1 February 2018", "HV", "Visit", "Rowan", seen="yes"),
        row("3 May 2018", "Hospital", "Medical", "Rowan", seen="yes"),
    ]
    died = born("1 January 2018", died="1 April 2018")
    assert spans(periods(seen, died)) == [(day("01-01"), day("02-01")), (day("02-01"), day("04-01"))]
    assert spans(periods(seen, born("1 January 2018", died="1 February 2018"))) == [
        (day("01-01"), day("02-01"))
    ]
    assert periods([row("1 May 2018", "HV", "Visit", "Kayla Marsh")], died) == []
    assert periods([row("", "HV", "Visit", "Rowan", seen="yes")], died) == []


def test_an_unknown_birth_begins_with_the_first_contact_and_a_brothers_too() -> None:
    rows = [
        row("1 March 2018", "GP", "Contact", "Rowan"),
        row("1 May 2018", "GP", "Contact", "Rowan", seen="yes"),
    ]
    assert spans(periods(rows))[0] == (day("03-01"), day("05-01"))
    assert spans(periods(rows, born("2010", index_child=False)))[0] == (day("03-01"), day("05-01"))
    assert spans(periods(rows, born("2010")))[0] == (dt.date(2010, 12, 31), day("05-01"))


def test_the_last_period_is_kept_where_it_has_no_days() -> None:
    rows = [row("31 December 2018", "HV", "Visit", "Rowan", seen="yes")]
    assert spans(periods(rows, born("1 January 2018"))) == [(day("01-01"), END), (END, END)]


def test_a_day_looked_back_from_is_not_needed() -> None:
    rows = [
        row("1 March 2018", "HV", "Visit", "Rowan", seen="yes"),
        row("1 May 2018", "HV", "Contact", "Rowan"),
    ]
    (period,) = periods(rows, as_of=None)
    assert (period.from_day, period.to_day) == (day("03-01"), day("05-01"))


@pytest.mark.parametrize(
    ("seen", "gaps"),
    [
        ([], [("01-01", "12-31")]),
        ([("03-01", "03-01")], [("01-01", "03-01"), ("03-01", "12-31")]),
        ([("03-01", "05-31"), ("04-01", "04-01")], [("01-01", "03-01"), ("05-31", "12-31")]),
        (
            [("04-01", "04-01"), ("03-01", "05-31"), ("05-01", "06-30")],
            [("01-01", "03-01"), ("06-30", "12-31")],
        ),
        ([("01-01", "01-01"), ("12-31", "12-31")], [("01-01", "12-31"), ("12-31", "12-31")]),
    ],
)
def test_gaps_between(seen: list[tuple[str, str]], gaps: list[tuple[str, str]]) -> None:
    found = gaps_between(day("01-01"), [(day(one), day(other)) for one, other in seen], END)
    assert found == [(day(one), day(other)) for one, other in gaps]
