"""A review as nodes and edges: the one place where the model meets the labels of ``schema.py``."""

from __future__ import annotations

from scrgraph.model.people import Kinship
from scrgraph.model.review import ReviewGraph
from scrgraph.model.vocabulary import Focus, PersonKind
from scrgraph.store.base import GraphRows
from scrgraph.store.derived_rows import add_derived
from scrgraph.store.event_rows import add_events
from scrgraph.store.row_builder import RowBuilder, date_properties

_KIN_EDGE = {
    "parent": "PARENT_OF",
    "step-parent": "PARENT_OF",
    "carer": "PARENT_OF",
    "partner": "PARTNER_OF",
    "ex-partner": "PARTNER_OF",
    "sibling": "SIBLING_OF",
    "half-sibling": "SIBLING_OF",
}
_PERSON_LABEL = {PersonKind.CHILD: ("Child",), PersonKind.ADULT: ("Adult",), PersonKind.UNKNOWN: ()}


def graph_rows(graph: ReviewGraph) -> GraphRows:
    """The whole review as rows to load, the same for the same review on every run and machine."""
    build = RowBuilder(graph.review.review_id)
    _add_sources(build, graph)
    _add_family(build, graph)
    _add_agencies(build, graph)
    add_events(build, graph)
    add_derived(build, graph)
    return build.rows()


def _add_sources(build: RowBuilder, graph: ReviewGraph) -> None:
    review = graph.review
    build.node(
        "Review",
        review.review_id,
        title=review.title,
        incident_date=review.incident_date,
        as_of=review.as_of,
        nation=review.nation,
        area=review.area,
        composite=review.composite,
    )
    for chronology in graph.chronologies:
        here = ("Chronology", chronology.chronology_id)
        build.node(
            *here,
            file=chronology.file,
            sheet=chronology.sheet,
            detail=chronology.detail.value,
            sha256=chronology.sha256,
            rows_read=chronology.rows_read,
            rows_imported=chronology.rows_imported,
            rows_rejected=chronology.rows_rejected,
            covers_from=chronology.covers_from,
            covers_to=chronology.covers_to,
        )
        build.edge("IN_REVIEW", here, ("Review", review.review_id))
    for entry in graph.entries:
        coded = entry.kind_code
        build.node(
            "Entry",
            entry.entry_id,
            file=entry.file,
            place=entry.place,
            row=entry.row,
            words=entry.words,
            agency_text=entry.agency_text,
            people_text=entry.people_text,
            event_text=entry.event_text,
            reference=entry.reference,
            coded_as=coded.value if coded else None,
            coded_by=coded.by if coded else None,
            coded_from=coded.words if coded else None,
            confidence=coded.confidence if coded else None,
            date_doubt=entry.date.doubt or None,
            **date_properties(on=entry.date),
        )
        build.edge("WRITTEN_IN", ("Entry", entry.entry_id), ("Chronology", entry.chronology_id))
        if entry.agency_id:
            build.edge("WROTE", ("Agency", entry.agency_id), ("Entry", entry.entry_id))


def _add_family(build: RowBuilder, graph: ReviewGraph) -> None:
    for person in graph.people:
        build.node(
            "Person",
            person.person_id,
            also=_PERSON_LABEL[person.kind],
            display_name=person.display_name,
            kind=person.kind.value,
            sex=person.sex.value,
            role=person.role,
            index_child=person.index_child,
            unnamed=person.unnamed,
            group=person.group,
            linked_since=person.linked_since,
            **date_properties(born=person.born, due=person.due, died=person.died),
        )
        build.evidence("Person", person.person_id, person.entry_ids)
    for kinship in graph.kinships:
        _add_kinship(build, kinship)
    for household in graph.households:
        build.node("Household", household.household_id, display_name=household.display_name)
    for stay in graph.stays:
        build.edge(
            "LIVED_IN",
            ("Person", stay.person_id),
            ("Household", stay.household_id),
            tag=stay.stay_id,
            **date_properties(since=stay.since, until=stay.until),
        )
        build.evidence("Household", stay.household_id, stay.entry_ids)


def _add_kinship(build: RowBuilder, kinship: Kinship) -> None:
    build.edge(
        _KIN_EDGE.get(kinship.kinship, "CONNECTED_TO"),
        ("Person", kinship.person_id),
        ("Person", kinship.to_person_id),
        tag=kinship.kinship_id,
        kinship=kinship.kinship,
        **date_properties(since=kinship.since, until=kinship.until),
    )


def _add_agencies(build: RowBuilder, graph: ReviewGraph) -> None:
    children = {person.person_id for person in graph.people if person.kind is PersonKind.CHILD}
    working = {
        contact.agency_id
        for contact in graph.contacts
        if any(presence.person_id in children for presence in contact.presences)
    }
    for agency in graph.agencies:
        build.node(
            "Agency",
            agency.agency_id,
            display_name=agency.display_name,
            sector=agency.sector,
            focus=agency.focus.value,
            area=agency.area,
            stands_for_agency=agency.stands_for_agency,
            works_with_child=agency.focus is not Focus.ADULT and agency.agency_id in working,
        )
    for professional in graph.professionals:
        here = ("Professional", professional.professional_id)
        build.node(
            *here, display_name=professional.display_name, role=professional.role, named=professional.named
        )
        build.edge(
            "WORKS_FOR",
            here,
            ("Agency", professional.agency_id),
            **date_properties(since=professional.since, until=professional.until),
        )
    for coverage in graph.coverages:
        build.edge(
            "SPEAKS_FOR",
            ("Chronology", coverage.chronology_id),
            ("Agency", coverage.agency_id),
            detail=coverage.detail.value,
            covers_from=coverage.from_,
            covers_to=coverage.to,
            unbroken_from=coverage.unbroken_from,
            unbroken_to=coverage.unbroken_to,
        )
