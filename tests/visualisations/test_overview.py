"""The overview: findings at their dates, key moments, what each agency recorded, and the ways to the pictures."""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence

import pytest

from scrgraph.model.agencies import Agency
from scrgraph.model.entry import Chronology, Code, Entry
from scrgraph.model.finding import Evidence, Finding
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Household, Person, Stay
from scrgraph.model.review import Coverage, Review, ReviewGraph
from scrgraph.model.vocabulary import Certainty, Detail, PersonKind, Strength, Topic
from scrgraph.store.embedded import EmbeddedStore
from scrgraph.store.graph_rows import graph_rows
from visualisations.drawing.time_axis import TimeAxis
from visualisations.drawing.wanted import Wanted
from visualisations.overview import picture
from visualisations.overview.family import family_parts
from visualisations.overview.found import finding_mark, found_in
from visualisations.overview.moments import key_moments
from visualisations.overview.numbers import sentences
from visualisations.overview.recording import recordings
from visualisations.overview.show_in import PICTURES_FOR
from visualisations.overview.strip import short_names
from visualisations.overview.topic_rows import topic_rows
from visualisations.records.material import Material

FEBRUARY = PartialDate(earliest=dt.date(2018, 2, 1), latest=dt.date(2018, 2, 28), written="Feb 18")
YEAR = PartialDate(earliest=dt.date(2018, 1, 1), latest=dt.date(2018, 12, 31), written="2018")


def day(month: int, number: int) -> PartialDate:
    return PartialDate.day(dt.date(2018, month, number))


def entry(number: int, date: PartialDate, agency: str, kind: str = "contact") -> Entry:
    return Entry(
        entry_id=f"e{number}", chronology_id="c1", file="log.csv", place=f"row {number}", row=number, date=date,
        text=f"Words of row {number}.", agency_id=agency, codes=(Code(about="kind", value=kind, confidence=1),),
    )  # fmt: skip


def finding(
    number: int,
    topic: Topic = Topic.BATONS,
    strength: Strength = Strength.RECORDED,
    first: dt.date | None = dt.date(2018, 3, 5),
    last: dt.date | None = dt.date(2018, 3, 5),
    people: tuple[str, ...] = (),
    certainty: Certainty = Certainty.CERTAIN,
) -> Finding:
    return Finding(
        id=f"{topic.value}-q-{number:03}", question=f"{topic.value}-q", topic=topic, strength=strength,
        certainty=certainty, statement=f"Statement {number}.", people=people, agencies=("Valley Police",),
        from_=first, to=last, evidence=(Evidence(file="log.csv", place="row 2", text="x", entry_id="e2"),),
    )  # fmt: skip


FINDINGS = (
    finding(1, people=("Ivy",)),
    finding(2, Topic.BATONS, Strength.NO_RECORD_FOUND, dt.date(2018, 2, 1), dt.date(2018, 2, 28), ("Sam",)),
    finding(3, Topic.CHILD, Strength.CANNOT_TELL, dt.date(2018, 4, 1), None, ("Ivy", "Rhian")),
    finding(4, Topic.CHILD, Strength.RECORDED, None, None, ("Ivy",), Certainty.POSSIBLE),
)


def small_review() -> ReviewGraph:
    """A child and her mother, a man who came to live with them in February, and another Sam; two agencies' rows."""
    return ReviewGraph(
        review=Review(review_id="ivy", title="Ivy", incident_date=dt.date(2018, 6, 30)),
        chronologies=(Chronology(chronology_id="c1", file="log.csv", rows_read=7, rows_imported=7),),
        coverages=(
            Coverage(coverage_id="k1", chronology_id="c1", agency_id="hv", detail=Detail.OWN,
                     from_=dt.date(2018, 1, 10), to=dt.date(2018, 6, 30)),
        ),
        entries=(
            entry(1, day(1, 10), "hv"), entry(2, day(3, 5), "police"), entry(3, day(3, 20), "hv"),
            entry(4, day(3, 1), "hv", "new_adult_in_household"), entry(5, YEAR, "hv"),
            entry(6, PartialDate(written="Tues"), "hv"), entry(7, day(6, 30), "police", "move"),
        ),
        people=(
            Person(person_id="ivy", display_name="Ivy", kind=PersonKind.CHILD, index_child=True, born=day(3, 10),
                   entry_ids=("e2", "e3")),
            Person(person_id="rhian", display_name="Rhian", kind=PersonKind.ADULT, role="mother", entry_ids=("e6",)),
            Person(person_id="man", display_name="Unknown male", kind=PersonKind.ADULT, unnamed=True),
            Person(person_id="sam1", display_name="Sam", kind=PersonKind.CHILD),
            Person(person_id="sam2", display_name="Sam", kind=PersonKind.ADULT),
        ),
        households=(Household(household_id="h1", display_name="Alder Court"),),
        stays=(
            Stay(stay_id="s1", person_id="man", household_id="h1", since=FEBRUARY, until=day(5, 2)),
            Stay(stay_id="s2", person_id="ivy", household_id="h1", since=day(3, 10)),
        ),
        agencies=(
            Agency(agency_id="hv", display_name="Valley Health Visiting", sector="health_visiting"),
            Agency(agency_id="police", display_name="Valley Police", sector="police"),
            Agency(agency_id="gp", display_name="Valley Surgery", sector="gp"),
        ),
    )  # fmt: skip


def material_of(graph: ReviewGraph, findings: Sequence[Finding] = FINDINGS) -> Material:
    store = EmbeddedStore()
    store.load(graph_rows(graph))
    return Material.of(store, graph.review, findings)


@pytest.fixture(scope="module")
def small() -> Material:
    """The small review with its four findings."""
    return material_of(small_review())


def local(ids: Sequence[str]) -> list[str]:
    return [thing.rpartition(":")[2] for thing in ids]


def test_names_become_ids_where_only_one_person_has_them(small: Material) -> None:
    people = [local(one.people) for one in found_in(small)]
    assert people == [["ivy"], [], ["ivy", "rhian"], ["ivy"]]
    assert {tuple(local(one.agencies)) for one in found_in(small)} == {("police",)}


def test_the_address_of_a_finding_holds_the_four_weeks_around_it_and_its_rows(small: Material) -> None:
    states = [one.state for one in found_in(small)]
    assert states[0] == "finding=batons-q-001&from=2018-02-05&to=2018-04-02"
    assert states[1] == "finding=batons-q-002&from=2018-01-04&to=2018-04-02"


def test_a_finding_over_nearly_the_whole_review_asks_for_no_period() -> None:
    whole = finding(1, Topic.ADULTS, first=dt.date(2018, 1, 1), last=dt.date(2018, 12, 31))
    assert found_in(material_of(small_review(), (whole,)))[0].state == "finding=adults-q-001&on=2018-01-01"


def test_the_rows_of_a_finding_are_those_of_the_graph(small: Material, demo: Material) -> None:
    assert finding_mark(found_in(small)[0], None, None).entry_ids == ("ivy:e2",)
    named = demo
    assert {row.entry_id for finding in named.findings for row in finding.evidence} <= set(demo.entries)


def test_ids_that_an_address_could_misread_survive_it() -> None:
    odd = finding(1).model_copy(update={"id": "a&b=c#d é"})
    state = found_in(material_of(small_review(), (odd,)))[0].state
    assert state.startswith("finding=a%26b%3Dc%23d+%C3%A9&from=")


def test_every_topic_has_pictures_that_show_it_and_each_ends_with_its_rows() -> None:
    assert set(PICTURES_FOR) == set(Topic)
    assert all(pictures[-1] == "chronology" for pictures in PICTURES_FOR.values())


def test_an_open_end_reaches_to_the_end_of_the_review_and_is_said_to_be_open(small: Material) -> None:
    mark = finding_mark(found_in(small)[2], small.first_day, small.last_day)
    assert (mark.first, mark.last) == (dt.date(2018, 4, 1), dt.date(2018, 12, 31))
    assert ("Dates", "from 1 April 2018, with no end given") in mark.facts
    undated = finding_mark(found_in(small)[3], small.first_day, small.last_day)
    assert (undated.first, undated.last) == (None, None) and ("Dates", "no date") in undated.facts


def test_moments_are_births_who_came_and_left_and_the_incident_with_the_rows_that_tell_of_them(
    small: Material,
) -> None:
    moments = key_moments(small, dt.date(2018, 1, 1), dt.date(2018, 12, 31))
    assert [(m.label, m.on.words) for m in moments] == [
        ("Unknown male moves in", "February 2018"),
        ("Ivy born", "10 March 2018"),
        ("Unknown male moves out", "2 May 2018"),
        ("Incident under review", "30 June 2018"),
        ("Move", "30 June 2018"),
    ]
    assert local(moments[0].entry_ids) == ["e4"] and local(moments[4].entry_ids) == ["e7"]
    assert key_moments(small, dt.date(2018, 7, 1), dt.date(2018, 12, 31)) == ()


def test_rows_are_counted_by_month_and_wide_or_missing_dates_apart(small: Material) -> None:
    visiting, police = recordings(small)
    assert visiting.rows == (((2018, 1), 1), ((2018, 3), 2)) and visiting.undated == 1
    assert visiting.wider == ((dt.date(2018, 1, 1), dt.date(2018, 12, 31)),)
    assert [(span.first, span.own) for span in visiting.in_hand] == [(dt.date(2018, 1, 10), True)]
    assert police.rows == (((2018, 3), 1), ((2018, 6), 1)) and police.in_hand == ()


def test_a_short_finding_is_a_point_in_the_middle_of_its_days_and_a_long_one_a_bar(small: Material) -> None:
    axis = TimeAxis(dt.date(2018, 1, 1), dt.date(2018, 12, 31), 0, 365)
    batons, child = topic_rows(found_in(small), axis, 400)
    bar, point = batons.items
    assert (bar.left, bar.right, bar.as_bar) == (31, 59, True)
    assert (point.left + point.right) / 2 == 63.5 and not point.as_bar
    open_ended, undated = child.items
    assert (open_ended.left, open_ended.right) == (90, 365) and undated.left == 400


def test_findings_with_no_room_are_told_together_and_none_is_lost() -> None:
    many = [finding(n) for n in range(40)] + [
        finding(n, first=dt.date(2018, 1, 1) + dt.timedelta(n), last=dt.date(2018, 12, 31))
        for n in range(40, 60)
    ]
    axis = TimeAxis(dt.date(2018, 1, 1), dt.date(2018, 12, 31), 0, 365)
    (row,) = topic_rows(found_in(material_of(small_review(), many)), axis, 400)
    shown = [one.mark_id for item in row.items for one in item.found] + [one.mark_id for one in row.bundled]
    assert sorted(shown) == sorted(one.id for one in many)
    assert row.lanes == 6 and len(row.bundled) == 20


def test_people_stand_by_their_place_in_the_family_and_never_by_a_count(small: Material) -> None:
    parts = family_parts(small, found_in(small))
    assert [(part.heading, [card.person.name for card in part.cards]) for part in parts] == [
        ("The child of the review", ["Ivy"]),
        ("Other children", ["Sam"]),
        ("Adults", ["Rhian", "Sam", "Unknown male"]),
    ]
    ivy = parts[0].cards[0]
    assert (ivy.findings, ivy.rows, ivy.first, ivy.last) == (3, 2, "5 March 2018", "20 March 2018")
    assert [look.letters for look in ivy.agencies] == ["HV", "POL"]
    rhian = parts[2].cards[0]
    assert (rhian.findings, rhian.rows, rhian.first) == (1, 1, "")


def test_each_picture_has_a_sentence_of_numbers(small: Material) -> None:
    told = sentences(small)
    assert told["chronology"] == "7 rows from 1 January 2018 to 31 December 2018; 1 without a date."
    assert told["genogram"] == "5 people, 1 not named, in 1 household."
    assert told["relay"] == "No baton is recorded."
    assert told["seen"] == "Ivy: recorded as seen in 0 contacts, alone in 0."


def test_sentences_of_the_demo_are_those_of_its_records(demo: Material) -> None:
    told = sentences(demo)
    batons = demo.records.batons
    assert told["relay"].startswith(f"{len(batons)} batons; for ")
    missing = sum(b.status.value == "no record of receipt was found" for b in batons)
    assert f"for {missing} no record of receipt was found" in told["relay"]
    assert re.fullmatch(
        r"Rowan Marsh: recorded as seen in \d+ contacts, alone in \d+; at most \d+ days .*", told["seen"]
    )


def test_a_first_word_that_most_agencies_share_is_left_out_of_their_names(small: Material) -> None:
    assert sorted(short_names(small.looks).values()) == ["Health Visiting", "Police", "Surgery"]


def test_the_drawing_says_in_words_what_it_shows(small: Material) -> None:
    drawn = picture.drawing(small, Wanted())
    assert "4 findings: 2 recorded, 1 no record found, 1 cannot tell." in drawn.words
    assert "Valley Health Visiting 5; Valley Police 2." in drawn.words
    assert "Unknown male moves in (February 2018)" in drawn.words
    svg = ET.fromstring(drawn.svg.split("\n", 1)[1])  # noqa: S314
    texts = ["".join(part.itertext()) for part in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Overview: Ivy", "Passed on (2)", "The child (2)", "Ivy born", "no date"} <= set(texts)
    assert "tabindex" not in drawn.svg and 'role="button"' not in drawn.svg


def test_a_drawing_can_be_of_some_days_and_of_one_person(small: Material) -> None:
    ivy = next(p.person_id for p in small.records.people if p.name == "Ivy")
    drawn = picture.drawing(
        small, Wanted(first=dt.date(2018, 4, 1), last=dt.date(2018, 5, 31), person_id=ivy)
    )
    assert drawn.words.startswith("The review from 1 April 2018 to 31 May 2018. 2 findings that name Ivy:")
    assert "Findings that name Ivy." in drawn.svg and "Passed on" not in drawn.svg


def test_an_empty_review_has_a_page_and_a_drawing_that_say_so() -> None:
    nothing = material_of(ReviewGraph(review=Review(review_id="none", title="Nothing yet")), ())
    assert "No row of this review has a date" in picture.page(nothing)
    assert "No person is named in the records." in picture.page(nothing)
    assert (
        picture.drawing(nothing, Wanted()).words == "The overview is empty: no row of the review has a date."
    )


def test_the_same_records_give_the_same_page_and_drawing(demo: Material) -> None:
    assert picture.page(demo) == picture.page(demo)
    assert picture.drawing(demo, Wanted()) == picture.drawing(demo, Wanted())


def test_text_from_the_sources_stays_text(hostile_demo: Material) -> None:
    drawn = picture.drawing(hostile_demo, Wanted())
    tags = {part.tag.rpartition("}")[2] for part in ET.fromstring(drawn.svg.split("\n", 1)[1]).iter()}  # noqa: S314
    assert tags <= {"svg", "title", "desc", "g", "rect", "circle", "path", "line", "text", "tspan"}
