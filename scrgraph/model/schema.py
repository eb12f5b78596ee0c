"""The only list of labels, edges and properties of the graph.

The constraints and indexes of both stores, the check of every question, and the graph's page in the docs come
from here. A partial date is two DATE properties, ``<name>_earliest`` and ``<name>_latest``, and ``<name>_text``
for people. Every node has ``review_id``, so that several reviews in one database stay apart.
"""

from __future__ import annotations

from dataclasses import dataclass


def dated(name: str) -> tuple[str, ...]:
    """The three properties that hold the partial date ``name``."""
    return (f"{name}_earliest", f"{name}_latest", f"{name}_text")


@dataclass(frozen=True)
class NodeType:
    """A label, the property that identifies its nodes, the others, and labels a node may have beside it."""

    label: str
    key: str
    meaning: str
    properties: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    indexed: tuple[str, ...] = ()

    @property
    def all_properties(self) -> frozenset[str]:
        """Every property a node of this label may carry."""
        return frozenset((self.key, "review_id", *self.properties))


@dataclass(frozen=True)
class EdgeType:
    """A relationship type and the (start, end) labels it may join."""

    name: str
    ends: tuple[tuple[str, str], ...]
    meaning: str
    properties: tuple[str, ...] = ()

    @property
    def all_properties(self) -> frozenset[str]:
        """Every property an edge of this type may carry."""
        return frozenset(("edge_id", *self.properties))


NODES: tuple[NodeType, ...] = (
    NodeType(
        "Review",
        "review_id",
        "the case under review",
        ("title", "incident_date", "as_of", "nation", "area", "composite"),
    ),
    NodeType(
        "Person",
        "person_id",
        "a child or adult of the family or its network",
        (
            "display_name",
            "kind",
            "sex",
            "role",
            "index_child",
            "unnamed",
            "group",
            *dated("born"),
            *dated("due"),
            *dated("died"),
        ),
        also=("Child", "Adult"),
        indexed=("display_name",),
    ),
    NodeType("Household", "household_id", "people living at one address", ("display_name",)),
    NodeType(
        "Agency",
        "agency_id",
        "a body that worked with the family",
        ("display_name", "sector", "focus", "area", "stands_for_agency", "works_with_child"),
        indexed=("display_name", "sector"),
    ),
    NodeType(
        "Professional",
        "professional_id",
        "a person in a role at an agency",
        ("display_name", "role", "named"),
    ),
    NodeType(
        "Contact",
        "contact_id",
        "a dated contact, or attempt at one, of an agency with people",
        ("kind", "kind_told", "missed", "child_seen", "by_appointment", *dated("on")),
        indexed=("on_earliest",),
    ),
    NodeType(
        "Baton",
        "baton_id",
        "anything passed on, or that should have been",
        ("kind", "what", "passed", "receipt", "action", "feedback", *dated("on")),
        indexed=("on_earliest", "kind"),
    ),
    NodeType(
        "Stage",
        "stage_id",
        "one stage of a baton, with its own date and evidence",
        ("stage", "position", "how", "reason", *dated("on")),
    ),
    NodeType(
        "Meeting",
        "meeting_id",
        "a strategy discussion, conference or other meeting",
        ("kind", "quorate", *dated("on")),
    ),
    NodeType(
        "Assessment",
        "assessment_id",
        "an assessment, and whom it covered",
        ("kind", "by_qualified_worker", *dated("on"), *dated("due"), *dated("completed")),
    ),
    NodeType("Plan", "plan_id", "a plan for people", ("what", *dated("on"), *dated("ended"))),
    NodeType("CourtOrder", "order_id", "an order of a court", ("what", *dated("on"), *dated("ended"))),
    NodeType(
        "Milestone",
        "milestone_id",
        "a closure or a decision",
        ("kind", *dated("on")),
    ),
    NodeType(
        "Information",
        "information_id",
        "something known about a person, held from a date",
        ("topic", "words", *dated("on")),
        indexed=("topic",),
    ),
    NodeType(
        "Chronology",
        "chronology_id",
        "one file or sheet as read, with its count of rows",
        (
            "file",
            "sheet",
            "detail",
            "sha256",
            "rows_read",
            "rows_imported",
            "rows_rejected",
            "covers_from",
            "covers_to",
        ),
    ),
    NodeType(
        "Entry",
        "entry_id",
        "one row of one file, word for word",
        (
            "file",
            "place",
            "row",
            "words",
            "agency_text",
            "people_text",
            "event_text",
            "reference",
            *dated("on"),
        ),
        indexed=("on_earliest",),
    ),
)

_EVIDENCED = (
    "Person", "Household", "Contact", "Baton", "Stage", "Meeting", "Assessment", "Plan", "CourtOrder", "Milestone",
    "Information",
)  # fmt: skip

EDGES: tuple[EdgeType, ...] = (
    EdgeType(
        "PARENT_OF",
        (("Person", "Person"),),
        "parent, step-parent or carer",
        ("kinship", *dated("since"), *dated("until")),
    ),
    EdgeType(
        "PARTNER_OF",
        (("Person", "Person"),),
        "partner or former partner",
        ("kinship", *dated("since"), *dated("until")),
    ),
    EdgeType(
        "SIBLING_OF",
        (("Person", "Person"),),
        "sibling or half-sibling",
        ("kinship", *dated("since"), *dated("until")),
    ),
    EdgeType(
        "CONNECTED_TO",
        (("Person", "Person"),),
        "any other tie: grandparent, lodger, friend",
        ("kinship", *dated("since"), *dated("until")),
    ),
    EdgeType(
        "LIVED_IN",
        (("Person", "Household"),),
        "a dated stay in a household",
        (*dated("since"), *dated("until")),
    ),
    EdgeType(
        "WORKS_FOR",
        (("Professional", "Agency"),),
        "a professional's agency, from first to last entry",
        (*dated("since"), *dated("until")),
    ),
    EdgeType("MADE", (("Agency", "Contact"),), "the agency that made or attempted the contact"),
    EdgeType("MADE_BY", (("Contact", "Professional"),), "the professional who made the contact"),
    EdgeType(
        "CONCERNED",
        (("Contact", "Person"),),
        "a person the contact was with",
        ("seen", "spoken_to", "seen_alone"),
    ),
    EdgeType(
        "CONTACTED",
        (("Professional", "Person"),),
        "a contact, as one simple dated edge",
        ("contact_id", "kind", "missed", "seen", *dated("on")),
    ),
    EdgeType(
        "REFERRED_TO",
        (("Agency", "Agency"),),
        "a referral or notification, as one simple dated edge",
        ("baton_id", "kind", "about", "receipt", *dated("on")),
    ),
    EdgeType("PASSED", (("Agency", "Baton"), ("Person", "Baton")), "who passed the baton, or held it"),
    EdgeType("PASSED_TO", (("Baton", "Agency"),), "the agency the baton was for"),
    EdgeType(
        "ABOUT",
        (("Baton", "Person"), ("Meeting", "Person"), ("Milestone", "Person"), ("Information", "Person")),
        "whom it concerns",
    ),
    EdgeType("HAS_STAGE", (("Baton", "Stage"),), "a stage of the baton"),
    EdgeType("HELD", (("Agency", "Meeting"),), "the agency whose record tells of the meeting"),
    EdgeType("INVITED_TO", (("Agency", "Meeting"),), "an agency recorded as invited"),
    EdgeType("ATTENDED", (("Agency", "Meeting"),), "an agency recorded as present"),
    EdgeType("SENT_APOLOGIES_TO", (("Agency", "Meeting"),), "an agency recorded as absent with apologies"),
    EdgeType("REPORTED_TO", (("Agency", "Meeting"),), "an agency recorded as supplying a report"),
    EdgeType(
        "CARRIED_OUT",
        (("Agency", "Assessment"), ("Agency", "Plan"), ("Agency", "CourtOrder"), ("Agency", "Milestone")),
        "the agency that did it",
    ),
    EdgeType(
        "COVERED",
        (("Assessment", "Person"), ("Plan", "Person"), ("CourtOrder", "Person")),
        "a person it covered",
    ),
    EdgeType("KNEW", (("Agency", "Information"),), "the agency that recorded the information"),
    EdgeType("RECORDED_IN", tuple((label, "Entry") for label in _EVIDENCED), "the source row behind it"),
    EdgeType("WRITTEN_IN", (("Entry", "Chronology"),), "the file the row stands in"),
    EdgeType(
        "SPEAKS_FOR",
        (("Chronology", "Agency"),),
        "the agency and period a chronology can speak for",
        ("detail", "covers_from", "covers_to"),
    ),
    EdgeType("IN_REVIEW", (("Chronology", "Review"),), "the review a chronology belongs to"),
)

NODE_BY_LABEL = {node.label: node for node in NODES}
EDGE_BY_NAME = {edge.name: edge for edge in EDGES}
LABELS = frozenset(NODE_BY_LABEL) | {extra for node in NODES for extra in node.also}


def constraint_statements() -> tuple[str, ...]:
    """One uniqueness constraint a label, in the words both engines accept."""
    return tuple(
        f"CREATE CONSTRAINT {node.key}_unique IF NOT EXISTS FOR (n:{node.label}) REQUIRE n.{node.key} IS UNIQUE"
        for node in NODES
    )


def index_statements() -> tuple[str, ...]:
    """The range indexes the questions search by, and ``review_id`` on every label but ``Review``."""
    return tuple(
        f"CREATE INDEX {node.label.lower()}_{name} IF NOT EXISTS FOR (n:{node.label}) ON (n.{name})"
        for node in NODES
        for name in (*node.indexed, *(("review_id",) if node.key != "review_id" else ()))
    )
