"""A review that has one of everything, so that no label, edge or property of the graph is left out."""

from __future__ import annotations

import datetime as dt

from whole_derived import derived

from scrgraph.model.agencies import Agency, Professional
from scrgraph.model.entry import Chronology, Code, Entry
from scrgraph.model.events import (
    Assessment,
    Baton,
    Contact,
    CourtOrder,
    Information,
    Meeting,
    Milestone,
    NearMiss,
    Plan,
    Presence,
    Stage,
)
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Household, Kinship, Person, Stay
from scrgraph.model.review import Coverage, Review, ReviewGraph
from scrgraph.model.vocabulary import Detail, EventKind, PersonKind, Sex, StageName, Tri, Verdict

EARLY_MARCH = PartialDate(
    earliest=dt.date(2008, 3, 1),
    latest=dt.date(2008, 3, 10),
    written="early March 2008",
    how="a third of a month",
    doubt="the record says Monday",
)
LATER = PartialDate.day(dt.date(2008, 6, 1))


def whole_review(review_id: str = "ash") -> ReviewGraph:
    """Two rows of health visiting's own file, and of each kind of thing one that has every property filled in."""
    evidence = ("E1",)
    baton = Baton(
        baton_id="b1",
        kind=EventKind.REFERRAL,
        what="a referral",
        on=EARLY_MARCH,
        from_agency_id="hv",
        to_agency_id="csc",
        about=("child", "mother"),
        stages=(
            Stage(stage_id="b1/passed", name=StageName.PASSED, on=EARLY_MARCH, how="recorded", reason="as written",
                  confidence=0.5, entry_ids=evidence),
        ),
        receipt=Verdict.CANNOT_TELL,
        receipt_reason="no row fits",
        near_misses=(NearMiss(entry_id="E2", confidence=0.3, reason="another kind"),),
        entry_ids=evidence,
    )  # fmt: skip
    told = baton.model_copy(
        update={"baton_id": "b2", "from_agency_id": "", "from_person_id": "child", "stages": ()}
    )
    carried = baton.model_copy(
        update={"baton_id": "b3", "carried_by_family": True, "carried_by": "mother", "stages": ()}
    )
    of_each_receipt = (
        baton.model_copy(
            update={"baton_id": f"b {receipt.value}", "receipt": receipt, "to_agency_id": "", "stages": ()}
        )
        for receipt in (Verdict.MATCHED, Verdict.NO_RECORD_FOUND, Verdict.RECORDED_NOT)
    )
    kept_back = baton.model_copy(update={"baton_id": "b4", "passed": False, "stages": ()})
    return ReviewGraph(
        review=Review(
            review_id=review_id, title="Ash", incident_date=dt.date(2009, 1, 1), as_of=dt.date(2009, 1, 1), area="Ely"
        ),
        chronologies=(
            Chronology(chronology_id="hv.csv", file="hv.csv", sheet="Log", detail=Detail.OWN, sha256="00",
                       covers_from=dt.date(2008, 3, 1), covers_to=dt.date(2008, 6, 1)),
        ),
        entries=tuple(
            Entry(entry_id=f"E{n}", chronology_id="hv.csv", file="hv.csv", place=f"row {n}", row=n, date=date,
                  agency_text="HV", agency_id="hv", people_text="Ash; Mother", event_text="visit", text="Seen well",
                  reference=f"R{n}",
                  codes=(Code(about="kind", value="visit", confidence=0.9, words="seen well"),))
            for n, date in ((1, EARLY_MARCH), (2, LATER))
        ),
        people=(
            Person(person_id="child", display_name="Ash", kind=PersonKind.CHILD, sex=Sex.MALE, role="index child",
                   born=EARLY_MARCH, due=LATER, died=LATER, index_child=True, entry_ids=("E1", "E2")),
            Person(person_id="mother", display_name="Mother", kind=PersonKind.ADULT, unnamed=True,
                   linked_since=dt.date(2008, 3, 1), entry_ids=evidence),
            Person(person_id="other", display_name="R. Ash", entry_ids=evidence),
        ),
        kinships=tuple(
            Kinship(kinship_id=f"{tie}-k", person_id="mother", to_person_id="child", kinship=tie, since=EARLY_MARCH,
                    until=LATER)
            for tie in ("parent", "partner", "half-sibling", "lodger")
        ),
        households=(Household(household_id="home", display_name="Household of the child"),),
        stays=(
            Stay(stay_id="mother@home", person_id="mother", household_id="home", since=EARLY_MARCH, until=LATER,
                 entry_ids=evidence),
        ),
        agencies=(
            Agency(agency_id="hv", display_name="Health visiting", sector="health_visiting", area="Ely"),
            Agency(agency_id="csc", display_name="Social care"),
        ),
        professionals=(
            Professional(professional_id="hv/jo", agency_id="hv", display_name="Jo", role="health visitor", named=True,
                         since=EARLY_MARCH, until=LATER),
        ),
        coverages=(
            Coverage(coverage_id="hv.csv>hv", agency_id="hv", chronology_id="hv.csv", detail=Detail.OWN,
                     from_=dt.date(2008, 3, 1), to=dt.date(2008, 6, 1),
                     unbroken_from=dt.date(2008, 3, 1), unbroken_to=dt.date(2008, 6, 1)),
        ),
        contacts=(
            Contact(contact_id="E1", kind=EventKind.VISIT, on=EARLY_MARCH, agency_id="hv", professional_id="hv/jo",
                    followed_on=dt.date(2008, 6, 1),
                    presences=(Presence(person_id="child", seen=Tri.YES, kept_before=0), Presence(person_id="mother")),
                    entry_ids=evidence),
        ),
        batons=(baton, told, carried, *of_each_receipt, kept_back),
        meetings=(
            Meeting(meeting_id="m1", kind=EventKind.CONFERENCE, on=LATER, held_by="csc", invited=("hv",),
                    attended=("csc",), apologies=("hv",), reports=("hv",), about=("child",), entry_ids=evidence),
        ),
        assessments=(
            Assessment(assessment_id="a1", kind=EventKind.ASSESSMENT, on=EARLY_MARCH, due=LATER, completed=LATER,
                       agency_id="csc", covered=("child",), left_out=("mother",), entry_ids=evidence),
        ),
        plans=(
            Plan(plan_id="p1", what="plan", on=EARLY_MARCH, ended=LATER, agency_id="csc", covered=("child",),
                 entry_ids=evidence),
        ),
        orders=(
            CourtOrder(order_id="o1", what="order", on=EARLY_MARCH, ended=LATER, agency_id="csc", covered=("child",),
                       entry_ids=evidence),
        ),
        milestones=(
            Milestone(milestone_id="s1", kind=EventKind.DECISION, on=LATER, agency_id="csc", about=("child",),
                      entry_ids=evidence),
        ),
        information=(
            Information(information_id="i1", topic="low mood", words="low mood", on=LATER, held_by="hv",
                        about=("mother",), entry_ids=evidence),
        ),
        **derived(),
    )  # fmt: skip
