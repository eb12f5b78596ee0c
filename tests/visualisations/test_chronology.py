"""The merged chronology: a few rows in, their order, their marks and their findings on the page."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

import pytest

from scrgraph.model.agencies import Agency
from scrgraph.model.derived import Copy
from scrgraph.model.entry import Chronology, Code, Entry
from scrgraph.model.events import Contact, Presence
from scrgraph.model.finding import Evidence, Finding
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Household, Person, Stay
from scrgraph.model.review import Period, Review, ReviewGraph
from scrgraph.model.vocabulary import Certainty, EventKind, Focus, PersonKind, Strength, Topic, Tri
from scrgraph.store.embedded import EmbeddedStore
from scrgraph.store.graph_rows import graph_rows
from visualisations.chronology.landmarks import landmarks
from visualisations.chronology.periods import counted, periods
from visualisations.chronology.picture import drawing, page
from visualisations.chronology.rows import ChronologyRow, Seen, chronology_rows
from visualisations.chronology.words import how_taken, kind_words, seen_words
from visualisations.drawing.wanted import Wanted
from visualisations.records.material import Material

NO_DATE = PartialDate()
YEAR = PartialDate(earliest=dt.date(2018, 1, 1), latest=dt.date(2018, 12, 31), written="2018", how="year")
MARCH = PartialDate(earliest=dt.date(2018, 3, 1), latest=dt.date(2018, 3, 31), written="Mar 18", how="month")


def on(month: int, day: int, doubt: str = "") -> PartialDate:
    return PartialDate.day(dt.date(2018, month, day)).model_copy(update={"doubt": doubt})


def entry(row: int, date: PartialDate, text: str, agency: str = "hv", **more: Any) -> Entry:
    return Entry(
        entry_id=f"log.csv#{row}", chronology_id="c1", file="log.csv", place=f"row {row}", row=row, date=date,
        text=text, agency_id=agency, **more,
    )  # fmt: skip


def kind(value: str, by: Any = "column", words: str = "", confidence: float = 1.0) -> tuple[Code, ...]:
    return (Code(about="kind", value=value, by=by, words=words, confidence=confidence),)


def contact(row: int, date: PartialDate, *seen: Presence, child_seen: Tri = Tri.UNKNOWN) -> Contact:
    return Contact(
        contact_id=f"contact{row}", kind=EventKind.VISIT, on=date, agency_id="hv", presences=seen,
        child_seen=child_seen, entry_ids=(f"log.csv#{row}",),
    )  # fmt: skip


ENTRIES = (
    entry(2, on(3, 9), "Visit, Ivy seen in her cot", event_text="Home visit", codes=kind("visit", words="Home visit"),
          people_text="Ivy; Mum"),
    entry(3, NO_DATE, "A note found loose in the file"),
    entry(4, YEAR, "Known to the service that year", agency="police"),
    entry(5, MARCH, "Rang about rent", codes=kind("contact", "words", "Rang", 0.75)),
    entry(6, on(3, 1), "Office call", agency="police", codes=kind("missed_attendance", "author")),
    entry(7, on(3, 1, "a Sunday, and the row says Monday"), "Not at home",
          codes=kind("no_access", "words", "not at home", 0.5)),
    entry(8, on(3, 9), "Visit, Ivy seen in her cot", agency="", agency_text="Someone"),
)  # fmt: skip


def review(entries: tuple[Entry, ...] = ENTRIES, **more: Any) -> ReviewGraph:
    """A child and her mother, a health visitor and the police, and seven rows, two with a date that is partial."""
    return ReviewGraph(
        review=Review(review_id="case", title="Ivy", as_of=dt.date(2019, 1, 1), incident_date=dt.date(2019, 1, 1)),
        chronologies=(Chronology(chronology_id="c1", file="log.csv"),),
        entries=entries,
        people=(
            Person(person_id="ivy", display_name="Ivy", kind=PersonKind.CHILD, index_child=True, born=on(2, 14),
                   entry_ids=("log.csv#2",)),
            Person(person_id="mum", display_name="Rhian", kind=PersonKind.ADULT,
                   born=PartialDate.day(dt.date(1990, 1, 1)), entry_ids=("log.csv#2", "log.csv#5")),
        ),
        households=(Household(household_id="h1", display_name="Alder Court"),),
        stays=tuple(Stay(stay_id=f"s{who}", person_id=who, household_id="h1", since=on(2, 20))
                    for who in ("ivy", "mum")),
        agencies=(
            Agency(agency_id="hv", display_name="Health Visiting", sector="health_visiting", focus=Focus.CHILD),
            Agency(agency_id="police", display_name="Police", sector="police", focus=Focus.FAMILY),
        ),
        contacts=(
            contact(2, on(3, 9), Presence(person_id="ivy", seen=Tri.YES), Presence(person_id="mum")),
            contact(7, on(3, 1), child_seen=Tri.NO),
        ),
        copies=(Copy(entry_id="log.csv#8", of_entry_id="log.csv#2"),) if len(entries) == 7 else (),
        **more,
    )  # fmt: skip


def finding(number: int, question: str, *rows: int, certainty: Certainty = Certainty.CERTAIN) -> Finding:
    return Finding(
        id=f"{question}-{number}", question=question, topic=Topic.BATONS, strength=Strength.NO_RECORD_FOUND,
        certainty=certainty, statement=f"Statement {number}.",
        evidence=tuple(Evidence(file="log.csv", place=f"row {row}", text="", entry_id=f"log.csv#{row}")
                       for row in rows),
    )  # fmt: skip


FINDINGS = (
    finding(1, "batons-not-received", 2, 7),
    finding(2, "batons-no-feedback", 2, certainty=Certainty.POSSIBLE),
)


def material_of(graph: ReviewGraph, findings: tuple[Finding, ...] = FINDINGS) -> Material:
    store = EmbeddedStore()
    store.load(graph_rows(graph))
    return Material.of(store, graph.review, findings)


@pytest.fixture(scope="module")
def ivy() -> Material:
    return material_of(review())


def by_place(material: Material) -> dict[str, ChronologyRow]:
    return {row.place: row for row in chronology_rows(material)}


def data_of(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.S)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_rows_stand_where_they_may_first_have_happened_and_undated_ones_last(ivy: Material) -> None:
    assert [(row.place, row.date) for row in chronology_rows(ivy)] == [
        ("row 4", "2018"),
        ("row 7", "1 March 2018"),
        ("row 6", "1 March 2018"),
        ("row 5", "March 2018"),
        ("row 2", "9 March 2018"),
        ("row 8", "9 March 2018"),
        ("row 3", "no date given"),
    ]


def test_a_row_says_who_was_seen_and_whom_it_tells_of(ivy: Material) -> None:
    rows = by_place(ivy)
    assert rows["row 2"].seen == (Seen("seen", ("Ivy",)),)
    assert rows["row 2"].people == ("case:ivy", "case:mum")
    assert rows["row 7"].seen == (Seen("not", ()),)
    assert rows["row 5"].seen == ()
    assert [seen_words(seen) for row in ("row 2", "row 7") for seen in rows[row].seen] == [
        "\u25cf seen: Ivy",
        "\u25cb not seen: a child",
    ]


def test_seen_alone_counts_as_that_and_no_adult_is_counted() -> None:
    alone = Presence(person_id="ivy", seen=Tri.YES, seen_alone=Tri.YES)
    graph = review().model_copy(
        update={
            "contacts": (
                contact(2, on(3, 9), alone, Presence(person_id="mum", seen=Tri.YES, seen_alone=Tri.YES)),
            )
        }
    )
    assert by_place(material_of(graph))["row 2"].seen == (Seen("alone", ("Ivy",)),)


def test_a_row_knows_the_findings_that_rest_on_it_its_doubt_and_the_row_it_repeats(ivy: Material) -> None:
    rows = by_place(ivy)
    assert [rows[f"row {number}"].findings for number in (2, 7, 5)] == [(0, 1), (0,), ()]
    assert rows["row 7"].date_doubt == "a Sunday, and the row says Monday"
    assert rows["row 8"].same_as == "log.csv, row 2"
    assert (rows["row 8"].agency_id, rows["row 8"].agency_text) == ("", "Someone")


@pytest.mark.parametrize(
    ("place", "kind_of_event", "how"),
    [
        ("row 2", "visit", "by its column: \u201cHome visit\u201d"),
        ("row 5", "contact", "from the words \u201cRang\u201d, fairly sure"),
        ("row 6", "missed attendance", "set by the author"),
        ("row 7", "no access", "from the words \u201cnot at home\u201d, not sure"),
        ("row 3", "kind not told", ""),
    ],
)
def test_the_kind_of_event_is_told_with_how_it_was_taken(
    ivy: Material, place: str, kind_of_event: str, how: str
) -> None:
    row = by_place(ivy)[place]
    assert (kind_words(row.coded_as), how_taken(row)) == (kind_of_event, how)


def test_births_and_moves_among_the_rows_and_the_incident_are_landmarks(ivy: Material) -> None:
    assert [(mark.date, mark.words) for mark in landmarks(ivy)] == [
        ("14 February 2018", "Ivy: born"),
        ("20 February 2018", "At Alder Court from then: Ivy and Rhian"),
        ("1 January 2019", "The day of the incident"),
    ]


def test_the_summary_and_the_detailed_period_are_told_apart() -> None:
    scope = Review(
        review_id="case",
        title="Ivy",
        summary=Period(to=dt.date(2018, 2, 28)),
        detailed=Period(from_=dt.date(2018, 3, 1)),
    )
    material = material_of(review().model_copy(update={"review": scope}))
    assert [(mark.date, mark.words) for mark in landmarks(material)][-1] == (
        "1 March 2018",
        "The review's detailed period begins",
    )
    assert [(name, summary) for _, name, summary in data_of(page(material))["own"]["periods"]] == [
        ("January 2018", 1),
        ("February 2018", 1),
        ("March 2018", 0),
    ]
    assert "summary period" in drawing(material, Wanted()).svg


def test_periods_are_as_fine_as_there_is_room_for() -> None:
    spans, one, many = periods(dt.date(2018, 2, 14), dt.date(2018, 4, 1))
    assert [span.name for span in spans] == ["February 2018", "March 2018", "April 2018"]
    assert (one, many) == ("month", "months")
    assert spans[0].last == dt.date(2018, 2, 28)
    spans, one, _ = periods(dt.date(1998, 2, 1), dt.date(2018, 4, 1))
    assert (spans[0].name, len(spans), one) == ("January to March 1998", 82, "quarter")
    assert periods(dt.date(1930, 5, 1), dt.date(2018, 4, 1))[1] == "year"
    assert periods(dt.date(1, 1, 1), dt.date(9999, 12, 31))[0][-1].last == dt.date(9999, 12, 31)


def test_a_row_dated_more_widely_than_a_period_is_counted_apart(ivy: Material) -> None:
    rows = chronology_rows(ivy)
    spans, _, _ = periods(dt.date(2018, 1, 1), dt.date(2018, 3, 31))
    january, february, march = counted(rows, spans)
    assert (january.within.total(), dict(january.wider)) == (0, {"case:police": 1})
    assert february.rows == 0
    assert dict(march.within) == {"case:hv": 3, "case:police": 1, "": 1}
    assert march.findings == {0, 1}


def test_the_page_has_every_row_once_and_every_finding_with_its_topic(ivy: Material) -> None:
    own = data_of(page(ivy))["own"]
    assert [row[8] for row in own["rows"]] == [row.words for row in chronology_rows(ivy)]
    assert [own["titles"][title] for _, title, _ in own["findings"]] == [
        "Passed on, no record of receipt",
        "Received, and no feedback to the referrer",
    ]
    assert own["topics"] == ["What was passed on"]
    assert [certainty for _, _, certainty in own["findings"]] == [
        "holds for every possible date",
        "possible: depends on how a date is read",
    ]


def test_the_first_rows_stand_in_the_page_itself(ivy: Material) -> None:
    html = page(ivy).partition('<script type="application/json"')[0]
    assert html.count('<tr class="row"') == 7
    assert re.findall(r'<th role="rowheader" colspan="6">(.*?)</th>', html) == [
        "January 2018",
        "February 2018",
        "March 2018",
        "January 2019",
        "No date given",
    ]
    assert "These are the first" not in html


def test_a_long_chronology_says_how_many_rows_are_not_in_the_page_itself() -> None:
    many = tuple(entry(row, on(1 + row % 12, 1), f"Note {row}") for row in range(2, 132))
    html = page(material_of(review(many), ()))
    assert html.count('<tr class="row"') == 100
    assert "These are the first 100 of 130 rows." in html
    assert len(data_of(html)["own"]["rows"]) == 130


def test_a_review_with_no_rows_says_so() -> None:
    html = page(material_of(ReviewGraph(review=Review(review_id="new", title="New")), ()))
    assert "There are no rows in this review yet." in html


def test_rows_without_any_date_are_a_page_too() -> None:
    html = page(material_of(review((entry(2, NO_DATE, "Found in the file"),)), ()))
    assert "No date given" in html and 'id="strip-here"' not in html


def test_the_page_is_the_same_each_time(ivy: Material) -> None:
    assert page(ivy) == page(material_of(review()))
