"""What came before and after a contact that did not take place."""

from __future__ import annotations

from coded_rows import coded, row

from scrgraph.coding.contacts import contacts_of
from scrgraph.coding.follow_up import with_follow_up
from scrgraph.coding.milestones import milestones_of
from scrgraph.model.entry import Entry
from scrgraph.model.events import Contact


def followed(*rows: Entry) -> list[Contact]:
    """The contacts that did not take place."""
    found = coded(rows)
    contacts = list(contacts_of(found.entries, found.agencies, found.people))
    milestones = list(milestones_of(found.entries, found.agencies))
    return [one for one in with_follow_up(contacts, found.batons(), milestones) if one.missed]


MISSED = row("1 May 2018", "HV", "no access", "Rowan")


def test_a_later_contact_of_the_agency_with_the_same_child() -> None:
    (missed,) = followed(
        MISSED,
        row("3 May 2018", "GP", "visit", "Rowan"),
        row("4 May 2018", "HV", "visit", "Finn"),
        row("5 May 2018", "HV", "visit", "Rowan"),
    )
    assert str(missed.followed_on) == "2018-05-05"


def test_something_passed_on_or_decided() -> None:
    (passed,) = followed(MISSED, row("2 May 2018", "HV", "referral", "Rowan", to="CSC"))
    assert str(passed.followed_on) == "2018-05-02"
    (decided,) = followed(MISSED, row("6 May 2018", "HV", "decision", "Rowan"))
    assert str(decided.followed_on) == "2018-05-06"


def test_nothing_and_a_closure_on_non_attendance_are_no_follow_up() -> None:
    (alone,) = followed(MISSED, row("30 April 2018", "HV", "visit", "Rowan"))
    assert alone.followed_on is None
    (closed,) = followed(
        MISSED, row("9 May 2018", "HV", "case closure", "Rowan", said="Closed, did not attend")
    )
    assert closed.followed_on is None


def test_how_many_had_taken_place_by_then() -> None:
    first, second, third = followed(
        row("1 May 2018", "HV", "no access", "Rowan"),
        row("2 May 2018", "HV", "visit", "Rowan"),
        row("3 May 2018", "HV", "visit", "Finn"),
        row("4 May 2018", "HV", "no access", "Rowan"),
        row("5 May 2018", "HV", "dna", "Rowan"),
    )
    assert [one.presences[0].kept_before for one in (first, second, third)] == [0, 1, 1]
