"""The engagement map: a few notes of co-operation in; lanes, levels, brackets and words out."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from scrgraph.model.agencies import Agency
from scrgraph.model.entry import Chronology, Code, Entry
from scrgraph.model.events import Contact, Engagement, LevelTold, Milestone, Plan, Presence
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.review import Review, ReviewGraph
from scrgraph.model.vocabulary import EventKind, PersonKind
from scrgraph.pipeline import answer_all, in_memory
from visualisations.drawing.time_axis import TimeAxis
from visualisations.drawing.wanted import Wanted
from visualisations.engagement.differing import differing_of
from visualisations.engagement.lanes import draw_lane
from visualisations.engagement.levels import level_on, levels_of, steps_of
from visualisations.engagement.measures import measures_of
from visualisations.engagement.noted import PersonNoted, people_of
from visualisations.engagement.patterns import PATTERNS
from visualisations.engagement.picture import drawing, page
from visualisations.records.material import Material

AGENCIES = (
    ("csc", "Children's Social Care", "childrens_social_care"),
    ("hv", "Health Visiting", "health_visiting"),
    ("mw", "Midwifery", "midwifery"),
)


def on(month: int, day: int) -> PartialDate:
    return PartialDate.day(dt.date(2018, month, day))


JUNE = PartialDate(
    earliest=dt.date(2018, 6, 1), latest=dt.date(2018, 6, 30), written="June 2018", how="month"
)


def row(
    key: str, agency: str, date: PartialDate, text: str, event: str = "", kind: str = "", done: str = ""
) -> Entry:
    codes = (Code(about="kind", value=kind, confidence=1, by="column"),) if kind else ()
    return Entry(
        entry_id=key, chronology_id="log", file="log.csv", place=f"row {key}", row=2, date=date, agency_id=agency,
        text=text, event_text=event, action_text=done, codes=codes,
    )  # fmt: skip


def note(entry: Entry, pattern: str, words: str, *about: str) -> Engagement:
    return Engagement(
        engagement_id=f"{entry.entry_id}/{pattern.replace(' ', '-')}", pattern=pattern, words=words, on=entry.date,
        agency_id=entry.agency_id, about=about or ("mum",), entry_ids=(entry.entry_id,),
    )  # fmt: skip


ROWS = (
    row("e1", "hv", on(3, 1), "Warm welcome"),
    row("e2", "mw", on(3, 8), "Refused entry"),
    row("e3", "csc", on(4, 2), "Child in need plan agreed", "Conference", "conference"),
    row("e4", "hv", JUNE, "Rings daily"),
    row("e5", "hv", on(7, 3), "No reply"),
    row("e6", "hv", on(7, 5), "Not brought"),
    row("e7", "csc", on(9, 1), "Closed", "Closure", "case_closure"),
    row("e8", "hv", on(3, 3), "Welcoming"),
)


def engaged_review() -> ReviewGraph:
    """A mother whom the health visitor and the midwife meet differently, a child, a conference, a plan, a closure."""
    return ReviewGraph(
        review=Review(review_id="ivy", title="Ivy", as_of=dt.date(2018, 12, 31)),
        chronologies=(Chronology(chronology_id="log", file="log.csv", rows_read=8, rows_imported=8),),
        entries=ROWS,
        people=(
            Person(person_id="ivy", display_name="Ivy", kind=PersonKind.CHILD, index_child=True, born=on(1, 8)),
            Person(person_id="mum", display_name="Rhian", kind=PersonKind.ADULT, role="mother"),
        ),
        agencies=tuple(Agency(agency_id=i, display_name=name, sector=sector) for i, name, sector in AGENCIES),
        contacts=(
            Contact(contact_id="c5", kind=EventKind.NO_ACCESS, on=on(7, 3), agency_id="hv", missed=True,
                    presences=(Presence(person_id="mum"), Presence(person_id="ivy")), entry_ids=("e5",)),
            Contact(contact_id="c6", kind=EventKind.MISSED_ATTENDANCE, on=on(7, 5), agency_id="hv", missed=True,
                    presences=(Presence(person_id="ivy"),), entry_ids=("e6",)),
            Contact(contact_id="c9", kind=EventKind.NO_ACCESS, on=PartialDate(), agency_id="mw", missed=True,
                    presences=(Presence(person_id="mum"),), entry_ids=("e2",)),
        ),
        engagements=(
            note(ROWS[0], "co-operation", "warm welcome"),
            note(ROWS[7], "co-operation", "welcoming"),
            note(ROWS[1], "no co-operation", "refused entry"),
            note(ROWS[3], "persistent help-seeking", "rings daily"),
            note(ROWS[4], "contact not made", "no access", "mum", "ivy"),
        ),
        levels_told=(
            LevelTold(level_told_id="e3/level", level=4, on=on(4, 2), from_day=dt.date(2018, 4, 2),
                      to_day=dt.date(2018, 5, 20), agency_id="csc", entry_ids=("e3",)),
        ),
        plans=(
            Plan(plan_id="p1", what="child in need plan", on=on(4, 2), agency_id="csc", covered=("ivy",),
                 entry_ids=("e3",)),
            Plan(plan_id="p2", what="some other plan", on=PartialDate(), agency_id="csc", entry_ids=("e3",)),
        ),
        milestones=(
            Milestone(milestone_id="m1", kind=EventKind.CASE_CLOSURE, on=on(5, 20), agency_id="csc", entry_ids=("e7",)),
        ),
    )  # fmt: skip


@contextmanager
def read(graph: ReviewGraph) -> Iterator[Material]:
    with in_memory(graph) as store:
        yield Material.of(store, graph.review, answer_all(graph, store).asked.findings)


@pytest.fixture(scope="module")
def material() -> Iterator[Material]:
    with read(engaged_review()) as read_in:
        yield read_in


def lanes(person: PersonNoted) -> dict[str, list[str]]:
    return {lane.agency.letters: [one.pattern.name for one in lane.noted] for lane in person.lanes}


def test_each_person_has_a_lane_for_each_agency_that_noted_anything(material: Material) -> None:
    rhian, ivy = people_of(material)
    assert rhian.person.name == "Rhian"
    assert lanes(rhian) == {
        "HV": ["co-operation", "co-operation", "persistent help-seeking", "contact not made"],
        "MW": ["no co-operation"],
    }
    assert lanes(ivy) == {"HV": ["contact not made"]}


def test_a_row_about_adults_and_children_counts_for_the_adults_and_once(material: Material) -> None:
    rhian, ivy = people_of(material)
    rows = [one.mark.entry_ids[0].rpartition(":")[2] for lane in rhian.lanes for one in lane.noted]
    assert rows.count("e5") == 1
    assert [one.mark.entry_ids[0].rpartition(":")[2] for one in ivy.all_noted] == ["e6"]


def test_what_has_no_date_stands_beside_the_name(material: Material) -> None:
    rhian, _ = people_of(material)
    assert len(rhian.undated) == 1 and not {one.mark.mark_id for one in rhian.all_noted} & {
        one.mark.mark_id for one in rhian.undated
    }
    assert "1 without a date" in page(material)


def test_a_level_stands_from_the_row_that_tells_of_it_until_the_agency_closes(material: Material) -> None:
    told = levels_of(material)
    assert [(one.level, one.first, one.last) for one in told] == [
        (4, dt.date(2018, 4, 2), dt.date(2018, 5, 20))
    ]
    assert "Level 4 (child protection, looked after or before a court)" in told[0].mark.title
    assert level_on(told, dt.date(2018, 4, 1), dt.date(2018, 4, 1)) == 0
    assert level_on(told, dt.date(2018, 4, 2), dt.date(2018, 5, 20)) == 4
    assert steps_of(told, dt.date(2018, 3, 1), dt.date(2018, 6, 1)) == [
        (dt.date(2018, 3, 1), dt.date(2018, 4, 1), 0),
        (dt.date(2018, 4, 2), dt.date(2018, 5, 20), 4),
        (dt.date(2018, 5, 21), dt.date(2018, 6, 1), 0),
    ]


def test_levels_agree_with_those_the_coding_gives_each_note(demo: Material) -> None:
    told = levels_of(demo)
    query = (
        "MATCH (g:Engagement) WHERE g.review_id = $review_id RETURN g.engagement_id AS engagement_id, "
        "g.level AS level, g.on_earliest AS earliest, g.on_latest AS latest ORDER BY engagement_id"
    )
    noted = demo.ask(query)
    assert {row["level"] for row in noted} == {0, 3}
    for found in noted:
        first, last = found["earliest"], found["latest"]
        assert isinstance(first, dt.date) and isinstance(last, dt.date)
        assert level_on(told, first, last) == found["level"]


def test_a_bracket_stands_where_a_finding_says_that_agencies_differ(material: Material) -> None:
    finding = next(f for f in material.findings if f.question == "engagement-pattern-differs")
    ((person_id, (one,)),) = differing_of(material).items()
    assert material.people[person_id].name == "Rhian"
    assert (one.first, one.last, one.letters) == (finding.from_, finding.to, ("HV", "MW"))
    assert one.mark.title == finding.statement and len(one.mark.entry_ids) == len(finding.evidence)
    assert "described differently: HV, MW" in drawing(material, Wanted()).svg


def test_a_plan_without_an_end_is_open_and_one_without_a_day_is_told_of(material: Material) -> None:
    dated, undated = measures_of(material)
    assert dated.what == "child in need plan" and dated.ended is None
    assert ("Ended", "no row tells") in dated.mark.facts
    assert undated.began is None and undated.mark.mark_id not in drawing(material, Wanted()).svg
    assert "Plans and orders without a date, not drawn: 1" in page(material)


def test_notes_of_one_pattern_close_together_are_one_with_a_count_and_all_their_marks(
    material: Material,
) -> None:
    rhian, _ = people_of(material)
    axis = TimeAxis(dt.date(2010, 1, 1), dt.date(2018, 12, 31), 0, 800)
    root = ET.fromstring(f"<svg>{draw_lane(rhian.lanes[0].noted, axis).shapes}</svg>")  # noqa: S314
    grouped = [g for g in root.iter() if g.get("data-group")]
    assert [len((g.get("data-group") or "").split()) for g in grouped] == [2]
    assert [t.text for t in root.iter("text")] == ["C", "2", "P"]
    assert len([g for g in root.iter() if g.get("data-mark")]) == 2


def test_a_month_is_open_and_reaches_over_its_days(material: Material) -> None:
    rhian, _ = people_of(material)
    axis = TimeAxis(dt.date(2018, 1, 1), dt.date(2018, 12, 31), 0, 1460)
    root = ET.fromstring(f"<svg>{draw_lane(rhian.lanes[0].noted, axis).shapes}</svg>")  # noqa: S314
    june = next(g for g in root.iter("g") if "e4" in (g.get("data-mark") or ""))
    span = june[0].get("d") or ""
    assert span.startswith(f"M{axis.middle(dt.date(2018, 6, 1)):.2f} ")
    assert f"H{axis.middle(dt.date(2018, 6, 30)):.2f}" in span
    assert [part.get("fill") for part in june.iter("polygon")] == ["#fff"]


def test_dates_name_their_year_where_none_begins_in_them(material: Material) -> None:
    assert ">Mar 2018<" in drawing(material, Wanted()).svg


def test_each_pattern_has_a_shape_a_letter_and_a_colour_of_its_own() -> None:
    for name in ("letter", "shape", "colour"):
        assert len({getattr(pattern, name) for pattern in PATTERNS.values()}) == len(PATTERNS)


def test_the_account_tells_of_people_levels_and_differences_and_ranks_nobody(material: Material) -> None:
    words = drawing(material, Wanted()).words
    assert words.startswith("How the records describe co-operation, from 1 March 2018 to 5 July 2018.")
    assert "4 (child protection, looked after or before a court) from 2 April 2018 to 20 May 2018" in words
    assert "Rhian. Health Visiting: co-operation 2, persistent help-seeking 1" in words
    assert "describe co-operation differently" in words and "without a date 1" in words
    assert "never a view of a person" in page(material)


def test_a_drawing_can_be_of_one_person_and_of_some_days(material: Material) -> None:
    ivy = people_of(material)[1].person.person_id
    one = drawing(material, Wanted(person_id=ivy, first=dt.date(2018, 4, 1), last=dt.date(2018, 7, 31)))
    assert "Rhian." not in one.words and "from 1 April 2018 to 31 July 2018" in one.words


def test_nothing_noted_is_said_in_words() -> None:
    empty = engaged_review().model_copy(
        update={"contacts": (), "engagements": (), "plans": (), "milestones": (), "entries": ()}
    )
    with read(empty) as nothing:
        assert "No dated row of these records describes" in page(nothing)
        assert "No dated row of these records describes" in drawing(nothing, Wanted()).svg


def test_two_runs_give_the_same_bytes(material: Material) -> None:
    with read(engaged_review()) as again:
        assert page(material) == page(again)
        assert drawing(material, Wanted()) == drawing(again, Wanted())
