"""Every relationship type of the graph with its ends: the part of ``schema.py`` about edges."""

from __future__ import annotations

from scrgraph.model.schema_types import EdgeType, dated

_EVIDENCED = (
    "Person", "Household", "Contact", "Baton", "Stage", "Meeting", "Assessment", "Plan", "CourtOrder", "Milestone",
    "Information", "WorkerChange", "Engagement", "LevelTold", "Deadline", "NotSeenPeriod", "NetworkPeriod", "SourceGap",
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
        ("seen", "spoken_to", "seen_alone", "kept_before"),
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
    EdgeType(
        "SAME_EVENT_AS",
        (("Contact", "Contact"),),
        "one event that another agency recorded too",
        ("confidence", "reason"),
    ),
    EdgeType("COPY_OF", (("Entry", "Entry"),), "the row of another file that it repeats word for word"),
    EdgeType("PASSED", (("Agency", "Baton"), ("Person", "Baton")), "who passed the baton, or held it"),
    EdgeType("CARRIED", (("Person", "Baton"),), "a relative who was asked to take the baton"),
    EdgeType(
        "NEARLY_MATCHED",
        (("Baton", "Entry"),),
        "an entry weighed as the receipt and not taken",
        ("confidence", "reason"),
    ),
    EdgeType("PASSED_TO", (("Baton", "Agency"),), "the agency the baton was for"),
    EdgeType(
        "ABOUT",
        tuple(
            (label, "Person")
            for label in (
                "Baton",
                "Meeting",
                "Milestone",
                "Information",
                "WorkerChange",
                "Engagement",
                "Deadline",
            )
        ),
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
    EdgeType(
        "LEFT_OUT", (("Assessment", "Person"),), "a person of whom the entry says that they had no part in it"
    ),
    EdgeType("KNEW", (("Agency", "Information"),), "the agency that recorded the information"),
    EdgeType(
        "COULD_KNOW",
        (("Agency", "Information"),),
        "the first day on which it could have reached an agency that did not record it",
        ("at_best", "at_best_by", "as_recorded", "as_recorded_by", "via_entry_ids"),
    ),
    EdgeType("CHANGED_WORKER", (("Agency", "WorkerChange"),), "the agency whose worker changed"),
    EdgeType("TOLD_OF", (("Agency", "LevelTold"),), "the agency whose row tells of the level"),
    EdgeType("NOTED", (("Agency", "Engagement"),), "the agency whose entry describes it"),
    EdgeType(
        "APPLIES_TO",
        tuple(("Deadline", label) for label in ("Baton", "Meeting", "Assessment", "Milestone", "Person")),
        "what the clock ran for",
    ),
    EdgeType("RESPONSIBLE_FOR", (("Agency", "Deadline"),), "the agency whose step the clock timed"),
    EdgeType("NOT_SEEN_DURING", (("Person", "NotSeenPeriod"),), "the child it concerns"),
    EdgeType("IN_TOUCH_DURING", (("Agency", "NotSeenPeriod"),), "an agency in contact with the family then"),
    EdgeType(
        "ACTIVE_IN",
        (("Agency", "NetworkPeriod"),),
        "an agency with entries about the family, and its place in the network",
        ("partners", "communications", "pairs_through", "cut_off"),
    ),
    EdgeType("MISSING_FROM", (("SourceGap", "Agency"),), "the agency whose records they are"),
    EdgeType("WROTE", (("Agency", "Entry"),), "the agency whose row it is"),
    EdgeType("RECORDED_IN", tuple((label, "Entry") for label in _EVIDENCED), "the source row behind it"),
    EdgeType("WRITTEN_IN", (("Entry", "Chronology"),), "the file the row stands in"),
    EdgeType(
        "SPEAKS_FOR",
        (("Chronology", "Agency"),),
        "the agency and period a chronology can speak for",
        ("detail", "covers_from", "covers_to", "unbroken_from", "unbroken_to"),
    ),
    EdgeType("IN_REVIEW", (("Chronology", "Review"),), "the review a chronology belongs to"),
)
