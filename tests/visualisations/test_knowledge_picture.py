"""Who knew what, when: a few pieces of information in, what each cell of the matrix says out."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from scrgraph.model.agencies import Agency
from scrgraph.model.derived import Reach
from scrgraph.model.entry import Chronology, Entry
from scrgraph.model.events import Baton, Contact, Information, Milestone, Presence
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.review import Coverage, Review, ReviewGraph
from scrgraph.model.vocabulary import Detail, EventKind, PersonKind, Tri
from scrgraph.pipeline import in_memory
from visualisations.drawing.wanted import Wanted
from visualisations.knowledge.faces import Look, face_on, reached_on
from visualisations.knowledge.matrix import Cell, Matrix, Row, matrix_of
from visualisations.knowledge.picture import drawing, page
from visualisations.knowledge.query import asked, decisions
from visualisations.knowledge.words import cell_facts, left_out
from visualisations.records.material import Material

JUNE = PartialDate(earliest=dt.date(2018, 6, 1), latest=dt.date(2018, 6, 30), written="June 18", how="month")
AGENCIES = ("csc", "gp", "hv", "police", "school")


def on(day: int, month: int = 3) -> PartialDate:
    return PartialDate.day(dt.date(2018, month, day))


def told(
    name: str, by: str, when: PartialDate, topic: str = "injury", about: Sequence[str] = ("ivy",)
) -> Information:
    return Information(
        information_id=name, topic=topic, words=f"{topic} words", on=when, held_by=by, about=tuple(about),
        entry_ids=("e1",),
    )  # fmt: skip


def reach(agency: str, piece: str, best: dt.date, said: dt.date | None = None) -> Reach:
    return Reach(
        agency_id=agency, information_id=piece, at_best=best, at_best_by=f"the call of {best}", as_recorded=said,
        as_recorded_by=f"the letter of {said}" if said else "", entry_ids=("e2",),
    )  # fmt: skip


def covers(agency: str, first: dt.date, last: dt.date) -> Coverage:
    return Coverage(
        coverage_id=f"covers-{agency}", agency_id=agency, chronology_id="c1", detail=Detail.OWN, from_=first, to=last,
        unbroken_from=first, unbroken_to=last,
    )  # fmt: skip


def visit(agency: str, when: PartialDate) -> Contact:
    return Contact(
        contact_id=f"visit-{agency}-{when}", kind=EventKind.VISIT, on=when, agency_id=agency, entry_ids=("e1",),
        presences=(Presence(person_id="ivy", seen=Tri.YES),),
    )  # fmt: skip


@contextmanager
def review(
    information: Sequence[Information],
    reaches: Sequence[Reach] = (),
    coverages: Sequence[Coverage] = (),
    *,
    contacts: Sequence[Contact] = (),
    batons: Sequence[Baton] = (),
    milestones: Sequence[Milestone] = (),
    agencies: Sequence[str] = AGENCIES,
    people: Sequence[Person] = (),
    as_of: dt.date | None = dt.date(2018, 12, 31),
) -> Iterator[Material]:
    """A review with these parts: Ivy is the index child, Rhian her mother."""
    entries = tuple(
        Entry(
            entry_id=key, chronology_id="c1", file="log.csv", place=f"row {n}", row=n, date=on(1), text=words
        )
        for n, (key, words) in enumerate((("e1", "Told of it."), ("e2", "Rang about it.")), 1)
    )
    graph = ReviewGraph(
        review=Review(review_id="r", title="Ivy", as_of=as_of),
        chronologies=(Chronology(chronology_id="c1", file="log.csv", rows_read=2, rows_imported=2),),
        entries=entries,
        people=(
            Person(person_id="ivy", display_name="Ivy", kind=PersonKind.CHILD, index_child=True),
            Person(person_id="rhian", display_name="Rhian", kind=PersonKind.ADULT, role="mother"),
            *people,
        ),
        agencies=tuple(Agency(agency_id=key, display_name=key.title()) for key in agencies),
        coverages=tuple(coverages),
        contacts=tuple(contacts),
        batons=tuple(batons),
        milestones=tuple(milestones),
        information=tuple(information),
        reaches=tuple(reaches),
    )
    with in_memory(graph) as store:
        yield Material.of(store, graph.review)


def matrix(material: Material) -> Matrix:
    return matrix_of(material, asked(material))


def cell(found: Matrix, row: Row, name: str) -> Cell:
    key = next(look.agency_id for look in found.columns if look.name == name)
    return next(one for one in row.cells if one.agency_id == key)


def faces(found: Matrix, row: Row, day: dt.date | None = None) -> dict[str, tuple[Look, tuple[str, ...]]]:
    drawn = [face_on(row, one, day) for one in row.cells]
    return {
        look.name: (face.look, face.lines + face.said)
        for look, face in zip(found.columns, drawn, strict=True)
    }


YEAR = (dt.date(2018, 1, 1), dt.date(2018, 12, 31))
FIVE = (
    [told("a", "police", on(1)), told("b", "csc", on(8, 4)), told("c", "csc", on(9, 5))],
    [
        reach("hv", "a", dt.date(2018, 5, 2), dt.date(2018, 6, 3)),
        reach("csc", "a", dt.date(2018, 3, 20)),
    ],
    [covers("police", *YEAR), covers("gp", *YEAR), covers("hv", *YEAR)],
)


def test_a_cell_has_one_of_five_looks() -> None:
    with review(*FIVE, contacts=[visit("gp", on(1, 9)), visit("school", on(1, 9))]) as material:
        found = matrix(material)
        assert faces(found, found.rows[0]) == {
            "Police": (Look.FIRST, ("1 Mar 2018", "first to know")),
            "Csc": (Look.LATER, ("8 Apr 2018", "+38 days")),
            "Hv": (Look.COULD, ("could from", "2 May 2018", "as recorded", "3 Jun 2018")),
            "Gp": (Look.NONE, ("\u2013 no record",)),
        }
        assert reached_on(found.rows[0], found.agencies, None) == ("2 of 5", "over 38 days")
        assert [look.name for look in found.left_out] == ["School"]
        assert "No column: School has no own chronology in hand" in left_out(found, asked(material))[0]


def test_the_matrix_of_a_day_holds_what_could_be_known_by_its_end() -> None:
    with review(*FIVE, contacts=[visit("gp", on(1, 9))]) as material:
        found = matrix(material)
        row = found.rows[0]
        looks = [
            {name: face[0].value for name, face in faces(found, row, dt.date(2018, *day)).items()}
            for day in ((2, 28), (3, 1), (3, 20), (4, 8), (5, 2))
        ]
        assert looks == [
            {"Csc": "not", "Gp": "not", "Hv": "not", "Police": "not"},
            {"Csc": "tell", "Gp": "none", "Hv": "none", "Police": "first"},
            {"Csc": "could", "Gp": "none", "Hv": "none", "Police": "first"},
            {"Csc": "later", "Gp": "none", "Hv": "none", "Police": "first"},
            {"Csc": "later", "Gp": "none", "Hv": "could", "Police": "first"},
        ]
        assert faces(found, row, dt.date(2018, 6, 2))["Hv"][1] == ("could from", "2 May 2018")
        assert reached_on(row, found.agencies, dt.date(2018, 4, 7)) == ("1 of 5", "")


def test_it_cannot_be_told_after_the_own_records_end() -> None:
    coverages = [covers("police", *YEAR), covers("gp", dt.date(2018, 1, 1), dt.date(2018, 4, 30))]
    with review([told("a", "police", on(1))], (), coverages, contacts=[visit("gp", on(1, 9))]) as material:
        found = matrix(material)
        row = found.rows[0]
        assert faces(found, row, dt.date(2018, 4, 30))["Gp"][0] is Look.NONE
        assert faces(found, row, dt.date(2018, 5, 1))["Gp"][0] is Look.TELL
        facts = dict(cell_facts(row, cell(found, row, "Gp"), {"r:ivy": "Ivy"}, {"r:police": "Police"}))
        assert facts["Cannot tell"] == "the own records of Gp are not in hand after 30 April 2018"
        assert facts["No record"] == "up to 30 April 2018"


def test_records_that_end_with_the_last_contact_speak_for_the_whole_time() -> None:
    coverages = [covers("police", *YEAR), covers("gp", dt.date(2018, 1, 1), dt.date(2018, 4, 30))]
    with review([told("a", "police", on(1))], (), coverages, contacts=[visit("gp", on(30, 4))]) as material:
        found = matrix(material)
        assert faces(found, found.rows[0])["Gp"][0] is Look.NONE


def test_what_was_passed_to_nobody_named_may_have_been_it() -> None:
    unnamed = Baton(
        baton_id="b",
        kind=EventKind.REFERRAL,
        what="",
        on=on(1, 7),
        from_agency_id="police",
        entry_ids=("e1",),
    )
    coverages = [covers("police", *YEAR), covers("gp", *YEAR)]
    with review([told("a", "police", on(1))], (), coverages, batons=[unnamed]) as material:
        found = matrix(material)
        row = found.rows[0]
        assert faces(found, row, dt.date(2018, 6, 30))["Gp"][0] is Look.NONE
        assert faces(found, row)["Gp"][0] is Look.TELL
        assert "it is not said to whom" in cell(found, row, "Gp").telling.why


def test_partial_dates_give_spans_and_leave_the_order_open() -> None:
    with review(
        [told("a", "police", JUNE), told("b", "csc", on(11, 6)), told("c", "gp", on(9, 7))]
    ) as material:
        found = matrix(material)
        row = found.rows[0]
        assert faces(found, row) == {
            "Csc": (Look.FIRST, ("11 Jun 2018", "perhaps first")),
            "Police": (Look.LATER, ("Jun 2018", "+0 to 19 days")),
            "Gp": (Look.LATER, ("9 Jul 2018", "+28 days")),
        }
        assert faces(found, row, dt.date(2018, 6, 29))["Police"][0] is Look.TELL
        assert faces(found, row, dt.date(2018, 6, 30))["Police"][0] is Look.LATER


def test_an_adult_counts_from_the_day_that_may_link_him_to_the_family() -> None:
    dean = Person(
        person_id="dean", display_name="Dean", kind=PersonKind.ADULT, linked_since=dt.date(2018, 8, 1)
    )
    with review(
        [told("a", "police", on(1), about=("dean",))],
        [reach("csc", "a", dt.date(2018, 4, 1))],
        people=[dean],
    ) as material:
        found = matrix(material)
        row = found.rows[0]
        assert faces(found, row)["Csc"][1] == ("could from", "1 Aug 2018")
        facts = dict(cell_facts(row, cell(found, row, "Csc"), {"r:dean": "Dean"}, {"r:police": "Police"}))
        assert facts["Counted from"] == "the first day that may link Dean to the family"


def test_what_two_people_share_in_everything_is_one_row_and_other_matters_are_not() -> None:
    pieces = [
        told("a", "police", on(1), "domestic violence", ("ivy", "rhian")),
        told("b", "police", on(5), "pregnancy", ("rhian",)),
        told("c", "csc", on(3), "injury", ("ivy",)),
    ]
    with review(pieces) as material:
        found = matrix(material)
        assert [(group.person.name, [(r.topic, r.people) for r in group.rows]) for group in found.groups] == [
            ("Ivy", [("domestic violence", ("r:ivy", "r:rhian")), ("injury", ("r:ivy",))]),
            ("Rhian", [("pregnancy", ("r:rhian",))]),
        ]


def test_what_makes_no_row_is_counted() -> None:
    pieces = [
        told("a", "police", on(1)),
        told("b", "police", PartialDate()),
        told("c", "csc", on(1), about=()),
        told("d", "csc", PartialDate.day(dt.date(2019, 2, 1))),
    ]
    with review(pieces, agencies=("police", "csc")) as material:
        found = matrix(material)
        assert left_out(found, asked(material))[0] == (
            "Not in the rows: 1 further entry tells of a topic without it being clear whom it concerns, or whose "
            "record it is; 1 entry has no date; 1 entry is dated after the day the review looks back from."
        )


def test_days_of_decisions_are_in_order_and_undated_ones_are_counted() -> None:
    steps = [
        Milestone(milestone_id=f"m{n}", kind=kind, on=when, agency_id="csc", entry_ids=("e1",))
        for n, (kind, when) in enumerate(
            (
                (EventKind.CASE_CLOSURE, JUNE), (EventKind.DECISION, on(4)), (EventKind.DECISION, PartialDate()),
                (EventKind.MOVE, on(2)),
            )
        )
    ]  # fmt: skip
    with review([told("a", "police", on(1))], milestones=steps) as material:
        found, undated = decisions(material)
        assert [(one.day, one.kind, one.on_text) for one in found] == [
            (dt.date(2018, 3, 4), "decision", "4 March 2018"),
            (dt.date(2018, 6, 1), "case closure", "June 2018"),
        ]
        assert undated == 1


def test_a_drawing_says_what_it_shows_and_how_much_it_does_not() -> None:
    pieces = [told(f"a{n:02}", "police", on(1 + n % 28), f"topic {n:02}", ("rhian",)) for n in range(25)]
    pieces.append(told("i", "csc", on(20)))
    with review(pieces, agencies=("police", "csc")) as material:
        whole = drawing(material, Wanted())
        assert "4 matters concerning Rhian" in whole.words and "4 matters concerning Rhian" in whole.svg
        assert "Injury concerning Ivy: first found in the records of Csc, 20 March 2018." in whole.words
        ivy = drawing(material, Wanted(person_id="r:ivy", on=dt.date(2018, 3, 19)))
        assert "1 matter and 2 agencies. On 19 March 2018: " in ivy.words
        assert "1 not yet recorded by anyone" in ivy.words and "not yet" in ivy.svg
        assert "Rhian" not in ivy.words
        nothing = drawing(material, Wanted(person_id="r:dean"))
        assert "No matter of this person is recorded with a date." in nothing.words
        assert drawing(material, Wanted()) == whole and page(material) == page(material)


def test_many_agencies_make_a_wider_drawing_and_none_a_sentence() -> None:
    names = [f"agency {n:02} with a long name" for n in range(25)]
    pieces = [told(f"a{n:02}", name, on(1 + n)) for n, name in enumerate(names)]
    with review(pieces, agencies=names) as material:
        root = ET.fromstring(drawing(material, Wanted()).svg)  # noqa: S314
        assert float(root.attrib["width"]) > 2000
    with review([]) as material:
        drawn = drawing(material, Wanted())
        assert "No matter concerning a person is recorded with a date." in drawn.words
        assert "No matter concerning a person is recorded with a date." in page(material)
