"""An invented review with one baton of each kind, and builders for its parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from scrgraph.model.agencies import Agency
from scrgraph.model.clock import Deadline
from scrgraph.model.entry import Chronology, Entry
from scrgraph.model.events import Baton, Contact, Presence, Stage
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.review import Coverage, Review, ReviewGraph
from scrgraph.model.vocabulary import Detail, EventKind, Focus, PersonKind, StageName, Tri, Verdict
from scrgraph.store.embedded import EmbeddedStore
from scrgraph.store.graph_rows import graph_rows
from visualisations.records.material import Material

START = dt.date(2018, 1, 1)
JUNE = PartialDate(earliest=dt.date(2018, 6, 1), latest=dt.date(2018, 6, 30), written="June 18", how="month")


def day(number: int) -> PartialDate:
    """So many days after the first of January 2018."""
    return PartialDate.day(START + dt.timedelta(number))


def contact(
    name: str, on: PartialDate, agency: str, seen: Tri = Tri.UNKNOWN, *, missed: bool = False
) -> Contact:
    """A visit to the child, who was seen, not seen, or not said."""
    return Contact(
        contact_id=name, kind=EventKind.VISIT, on=on, agency_id=agency, missed=missed,
        presences=(Presence(person_id="ivy", seen=seen),), entry_ids=("e1",),
    )  # fmt: skip


def baton(
    name: str,
    on: PartialDate,
    sender: str = "",
    receiver: str = "",
    *,
    received: PartialDate | None = None,
    receipt: Verdict = Verdict.MATCHED,
    action: Verdict = Verdict.NOT_DUE,
    told_by: str = "",
    passed: bool = True,
) -> Baton:
    """A referral about the child; ``received`` is the day of the receiver's row."""
    stages = [
        Stage(stage_id=f"{name}-passed", name=StageName.PASSED, on=on, how="recorded", entry_ids=("e1",))
    ]
    if received:
        stages.append(
            Stage(stage_id=f"{name}-received", name=StageName.RECEIVED, on=received, how="matched",
                  reason="the same people", entry_ids=("e2",))
        )  # fmt: skip
    return Baton(
        baton_id=name, kind=EventKind.REFERRAL, what=f"referral {name}", on=on, from_agency_id=sender,
        from_person_id=told_by, to_agency_id=receiver, about=("ivy",), stages=tuple(stages), passed=passed,
        receipt=receipt, action=action, entry_ids=("e1",),
    )  # fmt: skip


ONE_OF_EACH = (
    baton("acted", day(10), "hv", "csc", received=day(12), action=Verdict.RECORDED),
    baton("plain", day(20), "pol", "csc", received=day(20)),
    baton("late", day(30), "csc", "hv", received=day(43)),
    baton("declined", day(40), "hv", "csc", received=day(41), action=Verdict.NO_RECORD_FOUND),
    baton("lost", day(50), "pol", "hv", receipt=Verdict.NO_RECORD_FOUND),
    baton("denied", day(60), "hv", "pol", receipt=Verdict.RECORDED_NOT),
    baton("held", day(70), "hv", "pol", receipt=Verdict.RECORDED_NOT, passed=False),
    baton("dark", day(80), "csc", "hou", receipt=Verdict.CANNOT_TELL),
    baton("nowhere", day(90), "hv", receipt=Verdict.CANNOT_TELL),
    baton("told", day(100), receiver="csc", told_by="gran", received=day(100)),
    baton("undated", PartialDate(), "hv", "csc", received=day(5)),
)
CONTACTS = (
    contact("seen", day(3), "hv", Tri.YES),
    contact("unseen", day(5), "hv", Tri.NO),
    contact("missed", day(7), "hv", missed=True),
    contact("june", JUNE, "pol"),
    contact("undated contact", PartialDate(), "pol"),
)
#: The clock of one baton that ran out three days before its decision.
DECISION_LATE = Deadline(
    deadline_id="d1", what="a decision on the referral", limit="1 working day", authority="Working Together 2013",
    standing="national", applies_to=("Baton", "plain"), agency_id="csc", starts=day(20), due=day(21), met=day(24),
    verdict="late", days_over=3, entry_ids=("e2",),
)  # fmt: skip


def relay_review(
    contacts: Iterable[Contact] = CONTACTS,
    batons: Iterable[Baton] = ONE_OF_EACH,
    deadlines: Iterable[Deadline] = (),
    extra: Iterable[str] = (),
) -> ReviewGraph:
    """Health visiting, police and social care with chronologies, housing without one, a grandmother and a child.

    Health visiting has nothing in hand after 30 September 2018. ``extra`` are names of more agencies.
    """
    last = dt.date(2018, 12, 31)
    return ReviewGraph(
        review=Review(review_id="ivy", title="Ivy", as_of=last),
        chronologies=tuple(
            Chronology(chronology_id=f"{key}.csv", file=f"{key}.csv", rows_read=1, rows_imported=1)
            for key in ("hv", "csc", "pol")
        ),
        entries=tuple(
            Entry(entry_id=f"e{number}", chronology_id="hv.csv", file="hv.csv", place=f"row {number}", row=number,
                  date=day(number), text=words)
            for number, words in ((1, "Rang social care."), (2, "Call from health visitor."))
        ),
        people=(
            Person(person_id="ivy", display_name="Ivy", kind=PersonKind.CHILD, index_child=True, entry_ids=("e1",)),
            Person(person_id="gran", display_name="Nan Petra", kind=PersonKind.ADULT, entry_ids=("e1",)),
        ),
        agencies=(
            Agency(agency_id="csc", display_name="Children's Social Care", focus=Focus.CHILD,
                   sector="childrens_social_care"),
            Agency(agency_id="hv", display_name="Health Visiting", focus=Focus.CHILD, sector="health_visiting"),
            Agency(agency_id="hou", display_name="Housing", focus=Focus.ADULT, sector="housing"),
            Agency(agency_id="pol", display_name="Police", focus=Focus.ADULT, sector="police"),
            Agency(agency_id="legal", display_name="Legal Services", focus=Focus.ADULT, sector="legal"),
            Agency(agency_id="family", display_name="Family", stands_for_agency=False),
            *(Agency(agency_id=name, display_name=name, focus=Focus.ADULT) for name in extra),
        ),
        coverages=tuple(
            Coverage(coverage_id=key, agency_id=key, chronology_id=f"{key}.csv", detail=Detail.OWN, from_=START,
                     to=dt.date(2018, 9, 30) if key == "hv" else last)
            for key in ("hv", "csc", "pol")
        ),
        contacts=tuple(contacts),
        batons=tuple(batons),
        deadlines=tuple(deadlines),
    )  # fmt: skip


@contextmanager
def relay_material(graph: ReviewGraph | None = None) -> Iterator[Material]:
    """A review in an embedded store, as the pictures are given it."""
    shown = graph or relay_review()
    with EmbeddedStore() as store:
        store.load(graph_rows(shown))
        yield Material.of(store, shown.review)
