"""The network picture read from a real graph: a few records in, the same records in the picture."""

from __future__ import annotations

import datetime as dt

import pytest

from scrgraph.model.agencies import Agency, Professional
from scrgraph.model.entry import Chronology, Entry
from scrgraph.model.events import Baton, Contact, Presence, Stage
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Household, Kinship, Person, Stay
from scrgraph.model.review import Review, ReviewGraph
from scrgraph.model.vocabulary import EventKind, Focus, PersonKind, Sex, StageName, Tri, Verdict
from scrgraph.store.base import Store
from scrgraph.store.embedded import EmbeddedStore
from scrgraph.store.graph_rows import graph_rows
from visualisations.network.picture import page
from visualisations.network.scene import scene_of
from visualisations.records.material import Material
from visualisations.records.query import read_records
from visualisations.records.shown import BatonStatus

MARCH = PartialDate(earliest=dt.date(2018, 3, 1), latest=dt.date(2018, 3, 31), written="Mar 18", how="month")
FIFTH = PartialDate.day(dt.date(2018, 3, 5))


def entry(number: int, date: PartialDate, text: str) -> Entry:
    return Entry(
        entry_id=f"e{number}", chronology_id="c1", file="log.csv", place=f"row {number}", row=number, date=date,
        text=text,
    )  # fmt: skip


def small_review(review_id: str) -> ReviewGraph:
    """A child, her mother and an unnamed man; a health visitor's visit; a referral that two agencies recorded."""
    return ReviewGraph(
        review=Review(review_id=review_id, title="Ivy", as_of=dt.date(2019, 1, 1)),
        chronologies=(Chronology(chronology_id="c1", file="log.csv", rows_read=4, rows_imported=4),),
        entries=(
            entry(1, MARCH, "Visit. Ivy seen."), entry(2, FIFTH, "Rang social care."),
            entry(3, FIFTH, "Call from health visitor. Visited the same day."), entry(4, FIFTH, "Bins collected."),
        ),
        people=(
            Person(person_id="ivy", display_name="Ivy", kind=PersonKind.CHILD, sex=Sex.FEMALE, index_child=True,
                   born=FIFTH, entry_ids=("e1",)),
            Person(person_id="mum", display_name="Rhian", kind=PersonKind.ADULT, sex=Sex.FEMALE, role="mother"),
            Person(person_id="man", display_name="Unknown male", kind=PersonKind.ADULT, sex=Sex.MALE, unnamed=True),
            Person(person_id="baby", display_name="Unborn baby", kind=PersonKind.CHILD, due=MARCH),
        ),
        kinships=(Kinship(kinship_id="k1", person_id="mum", to_person_id="ivy", kinship="parent"),),
        households=(Household(household_id="h1", display_name="Alder Court"),),
        stays=(Stay(stay_id="s1", person_id="mum", household_id="h1", since=MARCH),),
        agencies=(
            Agency(agency_id="hv", display_name="Health Visiting", sector="health_visiting", focus=Focus.CHILD),
            Agency(agency_id="csc", display_name="Children's Social Care", focus=Focus.CHILD),
            Agency(agency_id="family", display_name="Family", stands_for_agency=False),
        ),
        professionals=(
            Professional(professional_id="lunn", agency_id="hv", display_name="B. Lunn", role="health visitor"),
        ),
        contacts=(
            Contact(
                contact_id="visit", kind=EventKind.VISIT, on=MARCH, agency_id="hv", professional_id="lunn",
                presences=(Presence(person_id="ivy", seen=Tri.YES), Presence(person_id="man", seen=Tri.NO)),
                entry_ids=("e1",),
            ),
        ),
        batons=(
            Baton(
                baton_id="call", kind=EventKind.REFERRAL, what="bruise", on=FIFTH, from_agency_id="hv",
                to_agency_id="csc", about=("ivy",), entry_ids=("e2",), receipt=Verdict.MATCHED,
                action=Verdict.RECORDED,
                stages=(
                    Stage(stage_id="call-received", name=StageName.RECEIVED, on=FIFTH, how="matched",
                          reason="same day", entry_ids=("e3",)),
                    Stage(stage_id="call-acted", name=StageName.ACTED_ON, on=FIFTH, how="recorded", entry_ids=("e3",)),
                ),
            ),
        ),
    )  # fmt: skip


@pytest.fixture
def store() -> Store:
    """An embedded store with two reviews in it, which must not mix."""
    embedded = EmbeddedStore()
    for review_id in ("first", "second"):
        embedded.load(graph_rows(small_review(review_id)))
    return embedded


def test_everything_of_one_review_and_nothing_of_the_other_is_read(store: Store) -> None:
    picture = read_records(store, "second")
    assert picture.title == "Ivy" and picture.as_of == "1 January 2019"
    assert {p.name: (p.kind, p.sex, p.index_child, p.unborn) for p in picture.people} == {
        "Ivy": ("child", "female", True, False),
        "Rhian": ("adult", "female", False, False),
        "Unknown male": ("adult", "male", False, False),
        "Unborn baby": ("child", "unknown", False, True),
    }
    assert [(stay.household, stay.since) for stay in picture.stays] == [("Alder Court", "March 2018")]
    assert [(tie.tie, tie.kinship) for tie in picture.ties] == [("PARENT_OF", "parent")]
    assert {a.name: a.stands_for_agency for a in picture.agencies} == {
        "Children's Social Care": True,
        "Family": False,
        "Health Visiting": True,
    }
    everything = repr(picture)
    assert "first" not in everything


def test_a_contact_keeps_its_partial_date_its_professional_and_who_was_seen(store: Store) -> None:
    picture = read_records(store, "first")
    (contact,) = picture.contacts
    assert (contact.on.earliest, contact.on.latest) == (dt.date(2018, 3, 1), dt.date(2018, 3, 31))
    assert contact.on.words == "March 2018" and not contact.missed
    assert contact.professional_id == picture.professionals[0].professional_id
    names = {person.person_id: person.name for person in picture.people}
    assert {names[part.person_id]: part.seen for part in contact.people} == {
        "Ivy": "yes",
        "Unknown male": "no",
    }


def test_a_baton_that_both_sides_recorded_was_received_and_acted_on_with_the_rows_of_both(
    store: Store,
) -> None:
    picture = read_records(store, "first")
    (baton,) = picture.batons
    agencies = {agency.agency_id: agency.name for agency in picture.agencies}
    assert agencies[baton.from_agency_id] == "Health Visiting"
    assert agencies[baton.to_agency_id] == "Children's Social Care"
    assert baton.status is BatonStatus.ACTED_ON
    rows = {entry.entry_id: entry.words for entry in picture.entries}
    assert [rows[entry_id] for entry_id in baton.entry_ids] == ["Rang social care."]
    received = next(stage for stage in baton.stages if stage.stage == "received")
    assert [rows[entry_id] for entry_id in received.entry_ids] == [
        "Call from health visitor. Visited the same day."
    ]


def test_rows_that_nothing_in_the_picture_rests_on_are_left_out_of_its_page(store: Store) -> None:
    material = Material.of(store, small_review("first").review)
    assert "Bins collected." in {entry.words for entry in material.records.entries}
    assert "Bins collected." not in page(material)


def test_a_source_that_is_no_agency_and_says_nothing_has_no_box(store: Store) -> None:
    cards = scene_of(Material.of(store, small_review("first").review)).cards
    assert [card.agency_id for card in cards] == ["first:hv", "first:csc"]


def test_a_review_that_is_not_in_the_graph_is_named(store: Store) -> None:
    with pytest.raises(LookupError, match="no review called 'third'"):
        read_records(store, "third")
