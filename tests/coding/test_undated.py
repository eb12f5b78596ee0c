"""Rows that give an age: the rows and the children in, the dates out."""

from __future__ import annotations

import pytest

from scrgraph.coding.undated import dated_by_age
from scrgraph.model.entry import Entry
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import PersonKind
from scrgraph.temporal.read_date import read_date


def row(entry_id: str, written: str) -> Entry:
    return Entry(
        entry_id=entry_id, chronology_id="hv", file="hv.docx", place="row 2", row=2,
        date=PartialDate(written=written), text="Weighed",
    )  # fmt: skip


def child(name: str, *entry_ids: str, born: str = "", due: str = "", index: bool = False) -> Person:
    return Person(
        person_id=name.lower(), display_name=name, kind=PersonKind.CHILD, index_child=index, born=read_date(born),
        due=read_date(due), entry_ids=entry_ids,
    )  # fmt: skip


def dated(written: str, *people: Person) -> Entry:
    (entry,) = dated_by_age([row("1", written)], people)
    return entry


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("aged 5 weeks", "between 8 July 2007 and 14 July 2007"),
        ("day 3", "between 5 June 2007 and 6 June 2007"),
        ("28+3", "20 March 2007"),
        ("term+10", "19 June 2007"),
    ],
)
def test_a_row_is_dated_from_the_birth_or_due_date_of_its_child(written: str, days: str) -> None:
    entry = dated(written, child("Ella", "1", born="3 June 2007", due="9 June 2007"))
    assert str(entry.date) == days
    assert entry.date.written == written
    assert entry.date.how.startswith(f"'{written}' counted from the ")
    assert "of Ella, " in entry.date.how


def test_a_row_that_names_no_child_is_about_the_only_index_child() -> None:
    index, other = child("Ella", born="3 June 2007", index=True), child("Finn", born="1 May 2001")
    assert dated("aged 5 days", index, other).date.earliest == read_date("8 June 2007").earliest


def test_the_people_of_a_row_can_be_given() -> None:
    ella, finn = child("Ella", born="3 June 2007", index=True), child("Finn", born="1 May 2001")
    (entry,) = dated_by_age([row("1", "aged 5 days")], [ella, finn], {"1": ["finn"]})
    assert str(entry.date) == "6 May 2001"


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("aged 5 weeks", [child("Ella", "1", born="3 June 2007"), child("Finn", "1", born="1 May 2001")]),
        ("aged 5 weeks", [child("Ella", "1")]),
        ("28/40", [child("Ella", "1", born="3 June 2007")]),
        ("EDD 3.6.07", [child("Ella", "1", born="3 June 2007", due="9 June 2007")]),
        ("not known", [child("Ella", "1", born="3 June 2007")]),
        ("aged 5 weeks", []),
    ],
)
def test_a_row_stays_undated_where_one_date_does_not_follow(written: str, people: list[Person]) -> None:
    assert not dated(written, *people).date.known


def test_a_row_with_a_date_keeps_it() -> None:
    entry = row("1", "").model_copy(update={"date": read_date("3 June 2007")})
    assert dated_by_age([entry], [child("Ella", "1", born="1 May 2001")]) == (entry,)
