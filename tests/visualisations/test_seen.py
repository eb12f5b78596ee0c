"""The seen strip: a few contacts with a child in; the look of each week, the gaps and the words out."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from scrgraph.coding.not_seen import not_seen_periods_of
from scrgraph.model.agencies import Agency
from scrgraph.model.entry import Chronology, Entry
from scrgraph.model.events import Contact, Presence, WorkerChange
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Household, Person, Stay
from scrgraph.model.review import Review, ReviewGraph
from scrgraph.model.vocabulary import EventKind, PersonKind, Tri
from scrgraph.pipeline import answer_all, in_memory
from visualisations.drawing.wanted import Wanted
from visualisations.records.material import Material
from visualisations.seen.account import account, note
from visualisations.seen.background import letter
from visualisations.seen.calendar import by_year, whole
from visualisations.seen.looks import Look
from visualisations.seen.picture import drawing, page
from visualisations.seen.school_breaks import breaks_between, school_days
from visualisations.seen.sightings import ChildSeen, children_of

BORN = dt.date(2018, 1, 8)
MARCH = PartialDate(earliest=dt.date(2018, 3, 1), latest=dt.date(2018, 3, 31), written="Mar 18", how="month")


def on(month: int, day: int, year: int = 2018) -> PartialDate:
    return PartialDate.day(dt.date(year, month, day))


def contact(
    number: int,
    date: PartialDate,
    seen: Tri,
    alone: Tri = Tri.UNKNOWN,
    missed: bool = False,
    who: str = "ivy",
) -> Contact:
    return Contact(
        contact_id=f"c{number}", kind=EventKind.VISIT, on=date, agency_id="hv", missed=missed,
        presences=(Presence(person_id=who, seen=seen, seen_alone=alone),), entry_ids=(f"e{number}",),
    )  # fmt: skip


def seen_review(*contacts: Contact, rows: tuple[Entry, ...] = ()) -> ReviewGraph:
    """Ivy, born in January 2018, her brother not yet born, a health visitor and the contacts given."""
    entries = tuple(
        Entry(
            entry_id=c.entry_ids[0], chronology_id="log", file="log.csv", place=f"row {n}", row=n, date=c.on,
            agency_id="hv", text=f"Row {n}",
        )
        for n, c in enumerate(contacts, start=2)
    )  # fmt: skip
    graph = ReviewGraph(
        review=Review(review_id="ivy", title="Ivy", as_of=dt.date(2018, 12, 31)),
        chronologies=(Chronology(chronology_id="log", file="log.csv", rows_read=9, rows_imported=9),),
        entries=(*entries, *rows),
        people=(
            Person(person_id="ivy", display_name="Ivy", kind=PersonKind.CHILD, index_child=True,
                   born=PartialDate.day(BORN), entry_ids=tuple(row.entry_id for row in rows)),
            Person(person_id="baby", display_name="Unborn baby", kind=PersonKind.CHILD, due=on(11, 5)),
            Person(person_id="mum", display_name="Rhian", kind=PersonKind.ADULT),
        ),
        households=(Household(household_id="h1", display_name="Alder Court"),
                    Household(household_id="h2", display_name="Mill Lane")),
        stays=(
            Stay(stay_id="s1", person_id="ivy", household_id="h1", since=PartialDate.day(BORN), until=on(6, 1)),
            Stay(stay_id="s2", person_id="ivy", household_id="h2", since=on(6, 1)),
        ),
        agencies=(Agency(agency_id="hv", display_name="Health Visiting", sector="health_visiting"),),
        worker_changes=(
            WorkerChange(worker_change_id="w1", agency_id="hv", on=MARCH, how="named", about=("ivy",),
                         entry_ids=(entries[0].entry_id,)),
        ) if entries else (),
        contacts=contacts,
    )  # fmt: skip
    return graph.model_copy(update={"not_seen_periods": not_seen_periods_of(graph)})


@contextmanager
def read(graph: ReviewGraph) -> Iterator[Material]:
    with in_memory(graph) as store:
        yield Material.of(store, graph.review, answer_all(graph, store).asked.findings)


def ivy_of(material: Material) -> ChildSeen:
    return children_of(material)[0]


SEEN_TWICE = (
    contact(1, on(1, 15), Tri.YES),
    contact(2, on(1, 17), Tri.NO),
    contact(3, on(2, 7), Tri.UNKNOWN),
    contact(4, on(2, 20), Tri.NO, missed=True),
    contact(5, MARCH, Tri.UNKNOWN),
    contact(6, on(7, 4), Tri.YES, Tri.YES),
)


@pytest.mark.parametrize(
    ("seen", "alone", "missed", "look"),
    [
        (Tri.YES, Tri.YES, False, Look.ALONE),
        (Tri.YES, Tri.NO, False, Look.SEEN),
        (Tri.YES, Tri.UNKNOWN, False, Look.SEEN),
        (Tri.UNKNOWN, Tri.UNKNOWN, False, Look.UNCLEAR),
        (Tri.NO, Tri.UNKNOWN, False, Look.NOT_SEEN),
        (Tri.UNKNOWN, Tri.UNKNOWN, True, Look.NOT_SEEN),
    ],
)
def test_what_a_contact_says_of_a_child_is_its_look(seen: Tri, alone: Tri, missed: bool, look: Look) -> None:
    with read(seen_review(contact(1, on(2, 5), seen, alone, missed))) as material:
        assert [told.look for told in ivy_of(material).told] == [look]


def test_before_the_birth_a_child_can_only_be_written_of() -> None:
    with read(seen_review(contact(1, on(12, 4, 2017), Tri.YES), contact(2, on(2, 5), Tri.YES))) as material:
        ivy = ivy_of(material)
        assert [told.look for told in ivy.told] == [Look.DISCUSSED, Look.SEEN] and ivy.begins == BORN


def test_a_row_without_a_contact_is_written_of_only_and_one_with_it_counts_once() -> None:
    row = Entry(
        entry_id="r1", chronology_id="log", file="log.csv", place="row 9", row=9, date=on(5, 1), text="Ivy"
    )
    with read(seen_review(contact(1, on(2, 5), Tri.YES), rows=(row,))) as material:
        told = ivy_of(material).told
        assert [(one.look, len(one.mark.entry_ids)) for one in told] == [(Look.SEEN, 1), (Look.DISCUSSED, 1)]


def test_what_has_no_date_is_told_of_beside_the_name_and_in_the_note() -> None:
    with read(seen_review(contact(1, on(2, 5), Tri.YES), contact(2, PartialDate(), Tri.YES))) as material:
        children = children_of(material)
        assert len(children[0].told) == 1 and len(children[0].undated) == 1
        assert "without a date, which stand beside the names: 1" in note(material, children, None)
        assert "1 without a date" in page(material)


def test_a_week_runs_from_monday_to_sunday_and_a_month_is_no_week() -> None:
    (row,) = whole(dt.date(2018, 1, 10), dt.date(2018, 6, 1), 100, 800)
    assert row.unit == "week" and row.cells[0] == (dt.date(2018, 1, 8), dt.date(2018, 1, 14))
    assert row.cell_of(dt.date(2018, 1, 15), dt.date(2018, 1, 21)) == 1
    assert row.cell_of(dt.date(2018, 1, 14), dt.date(2018, 1, 15)) is None
    assert row.cell_of(dt.date(2018, 3, 1), dt.date(2018, 3, 31)) is None
    left, right = row.box(dt.date(2018, 1, 8), dt.date(2018, 1, 14)) or (0, 0)
    assert left == 100 and right == pytest.approx(100 + 7 * row.axis.day_width)


@pytest.mark.parametrize(("years", "unit"), [(3, "week"), (10, "month"), (30, "quarter")])
def test_what_has_no_room_as_weeks_is_drawn_as_months_or_quarters(years: int, unit: str) -> None:
    (row,) = whole(dt.date(2000, 1, 1), dt.date(2000 + years, 1, 1), 0, 800)
    assert row.unit == unit
    assert row.cell_of(dt.date(2000, 2, 1), dt.date(2000, 2, 29)) == {"month": 1, "quarter": 0}.get(unit)


def test_a_row_a_year_has_each_week_once_in_the_year_of_its_thursday() -> None:
    rows = by_year(dt.date(2018, 12, 20), dt.date(2021, 1, 3), 0, 530)
    assert [row.words for row in rows] == ["2018", "2019", "2020"]
    weeks = [cell for row in rows for cell in row.cells]
    assert len(weeks) == len(set(weeks)) == 107
    assert rows[1].cells[0][0] == dt.date(2018, 12, 31) and len(rows[2].cells) == 53


def test_the_longest_gap_is_marked_with_its_weeks_and_the_contacts_in_it() -> None:
    with read(seen_review(*SEEN_TWICE)) as material:
        gaps = ivy_of(material).gaps
        assert [(gap.first, gap.last, gap.weeks) for gap in gaps] == [
            (dt.date(2018, 1, 15), dt.date(2018, 7, 4), 24),
            (dt.date(2018, 7, 4), dt.date(2018, 12, 31), 25),
        ]
        assert (gaps[0].not_seen, gaps[0].unclear) == (2, 2) and gaps[0].entry_ids and gaps[0].told
        svg = drawing(material, Wanted()).svg
        assert "24 weeks with no record of being seen" in svg


def test_a_week_looks_as_the_plainest_sighting_in_it_and_keeps_the_others_behind_on_a_page() -> None:
    with read(seen_review(*SEEN_TWICE)) as material:
        root = ET.fromstring(drawing(material, Wanted()).svg)  # noqa: S314
        looks = [element.get("data-look") for element in root.iter() if element.get("data-look")]
        assert looks == ["seen", "unclear", "not-seen", "alone"]
        strip = page(material).partition('data-view="years"')[0]
        assert strip.count('data-look="not-seen" data-off=""') == 1


def test_a_month_is_an_open_bar_over_its_weeks_and_no_single_day() -> None:
    with read(seen_review(*SEEN_TWICE)) as material:
        root = ET.fromstring(drawing(material, Wanted()).svg)  # noqa: S314
        bars = [g[0] for g in root.iter() if "c5>" in g.get("data-mark", "")]
        (row,) = whole(dt.date(2018, 1, 15), dt.date(2018, 12, 31), 176, 850)
        assert len(bars) == 1 and bars[0].get("stroke-dasharray")
        assert float(bars[0].get("width", 0)) == pytest.approx(31 * row.axis.day_width, abs=2)


def test_homes_have_letters_and_a_change_of_worker_its_agency() -> None:
    with read(seen_review(*SEEN_TWICE)) as material:
        ivy = ivy_of(material)
        assert [(stay.letter, stay.stay.household) for stay in ivy.stays] == [
            ("A", "Alder Court"), ("B", "Mill Lane"),
        ]  # fmt: skip
        html = page(material)
        assert "Worker of Ivy changed at Health Visiting, March 2018" in html
    assert [letter(n) for n in (0, 25, 26)] == ["A", "Z", "A2"]


def test_the_account_names_each_child_with_counts_and_gaps() -> None:
    with read(seen_review(*SEEN_TWICE)) as material:
        words = drawing(material, Wanted()).words
        assert words.startswith(
            "Weeks in which each child was seen, from 15 January 2018 to 31 December 2018. Ivy,"
        )
        assert "seen alone 1; seen 1; contact, does not say if seen 2; not seen, or no access 2" in words
        assert "from 15 January 2018 to 4 July 2018" in words and "A Alder Court" in words
        assert "Unborn baby, contacts and rows: none with a date." in words


def test_a_drawing_can_be_of_one_child_and_of_some_days() -> None:
    with read(seen_review(*SEEN_TWICE)) as material:
        baby = drawing(material, Wanted(person_id="ivy:baby"))
        assert "Ivy, contacts" not in baby.words
        early = drawing(material, Wanted(first=dt.date(2018, 1, 1), last=dt.date(2018, 2, 28)))
        assert "to 28 February 2018" in early.words and "seen alone" not in early.words


def test_children_without_anything_dated_leave_words_in_place_of_weeks() -> None:
    with read(seen_review()) as material:
        assert account(children_of(material), None) in page(material)
        assert "No child of this review" in drawing(material, Wanted()).svg


def test_school_holidays_are_the_usual_weeks_of_the_nation_and_for_children_of_school_age() -> None:
    year = (dt.date(2019, 1, 10), dt.date(2019, 12, 1))
    assert [(b.name, b.first.month) for b in breaks_between("England", *year)] == [
        ("Easter", 4),
        ("summer", 7),
    ]
    assert [b.name for b in breaks_between("Scotland", *year)] == ["summer"]
    assert breaks_between("Elsewhere", *year) == ()
    assert school_days(dt.date(2015, 2, 28), *year) == (dt.date(2019, 2, 28), year[1])
    assert school_days(dt.date(2018, 1, 8), *year) is None and school_days(None, *year) is None


def test_two_runs_give_the_same_bytes() -> None:
    with read(seen_review(*SEEN_TWICE)) as material, read(seen_review(*SEEN_TWICE)) as again:
        assert page(material) == page(again)
        assert drawing(material, Wanted()) == drawing(again, Wanted())
