"""The network picture's data, asked of the graph in Cypher that both stores understand."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping

from scrgraph.model.partial_date import in_words
from scrgraph.store.base import Store, Value
from visualisations.records.shown import (
    AgencyShown,
    BatonShown,
    ContactShown,
    EntryShown,
    PersonShown,
    ProfessionalShown,
    Records,
    StageShown,
    StayShown,
    TieShown,
    When,
    WithShown,
)

Row = Mapping[str, Value]

_REVIEW = (
    "MATCH (r:Review) WHERE r.review_id = $review_id RETURN r.title AS title, r.as_of AS as_of ORDER BY title"
)
_PEOPLE = """
MATCH (p:Person) WHERE p.review_id = $review_id
RETURN p.person_id AS person_id, p.display_name AS name, p.role AS role, p.kind AS kind, p.sex AS sex,
       p.index_child AS index_child, p.unnamed AS unnamed, p.group AS in_group,
       p.born_earliest AS born_earliest, p.born_latest AS born_latest, p.born_text AS born_words,
       p.due_earliest AS due_earliest, p.due_latest AS due_latest, p.due_text AS due_words,
       p.died_earliest AS died_earliest, p.died_latest AS died_latest, p.died_text AS died_words
ORDER BY person_id"""
_STAYS = """
MATCH (p:Person)-[s:LIVED_IN]->(h:Household) WHERE p.review_id = $review_id
RETURN p.person_id AS person_id, h.household_id AS household_id, h.display_name AS household,
       s.since_earliest AS since_earliest, s.since_latest AS since_latest, s.since_text AS since,
       s.until_earliest AS until_earliest, s.until_latest AS until_latest, s.until_text AS until
ORDER BY person_id, since_earliest, household_id, since, until"""
_TIES = """
MATCH (a:Person)-[k:{tie}]->(b:Person) WHERE a.review_id = $review_id
RETURN a.person_id AS person_id, b.person_id AS to_person_id, k.kinship AS kinship,
       k.since_earliest AS since_earliest, k.since_latest AS since_latest, k.since_text AS since,
       k.until_earliest AS until_earliest, k.until_latest AS until_latest, k.until_text AS until
ORDER BY person_id, to_person_id, kinship, since_earliest, since, until"""
_AGENCIES = """
MATCH (a:Agency) WHERE a.review_id = $review_id
RETURN a.agency_id AS agency_id, a.display_name AS name, a.sector AS sector, a.focus AS focus,
       a.stands_for_agency AS stands_for_agency, a.works_with_child AS works_with_child
ORDER BY agency_id"""
_PROFESSIONALS = """
MATCH (f:Professional)-[:WORKS_FOR]->(a:Agency) WHERE f.review_id = $review_id
RETURN f.professional_id AS professional_id, a.agency_id AS agency_id, f.display_name AS name, f.role AS role
ORDER BY agency_id, professional_id"""
_CONTACTS = """
MATCH (a:Agency)-[:MADE]->(c:Contact) WHERE c.review_id = $review_id
RETURN c.contact_id AS contact_id, a.agency_id AS agency_id, c.kind AS kind, c.missed AS missed,
       c.on_earliest AS earliest, c.on_latest AS latest, c.on_text AS words
ORDER BY contact_id"""
_MADE_BY = """
MATCH (c:Contact)-[:MADE_BY]->(f:Professional) WHERE c.review_id = $review_id
RETURN c.contact_id AS thing_id, f.professional_id AS other_id
ORDER BY thing_id, other_id"""
_WITH = """
MATCH (c:Contact)-[w:CONCERNED]->(p:Person) WHERE c.review_id = $review_id
RETURN c.contact_id AS contact_id, p.person_id AS person_id, w.seen AS seen, w.spoken_to AS spoken_to,
       w.seen_alone AS seen_alone
ORDER BY contact_id, person_id"""
_BATONS = """
MATCH (b:Baton) WHERE b.review_id = $review_id
RETURN b.baton_id AS baton_id, b.kind AS kind, b.what AS what, b.passed AS passed, b.receipt AS receipt,
       b.action AS action, b.feedback AS feedback, b.on_earliest AS earliest, b.on_latest AS latest,
       b.on_text AS words
ORDER BY baton_id"""
_PASSED_BY_AGENCY = """
MATCH (a:Agency)-[:PASSED]->(b:Baton) WHERE b.review_id = $review_id
RETURN b.baton_id AS thing_id, a.agency_id AS other_id
ORDER BY thing_id, other_id"""
_PASSED_BY_PERSON = """
MATCH (p:Person)-[:PASSED]->(b:Baton) WHERE b.review_id = $review_id
RETURN b.baton_id AS thing_id, p.person_id AS other_id
ORDER BY thing_id, other_id"""
_TO = """
MATCH (b:Baton)-[:PASSED_TO]->(a:Agency) WHERE b.review_id = $review_id
RETURN b.baton_id AS thing_id, a.agency_id AS other_id
ORDER BY thing_id, other_id"""
_ABOUT = """
MATCH (b:Baton)-[:ABOUT]->(p:Person) WHERE b.review_id = $review_id
RETURN b.baton_id AS thing_id, p.person_id AS other_id
ORDER BY thing_id, other_id"""
_STAGES = """
MATCH (b:Baton)-[:HAS_STAGE]->(s:Stage) WHERE b.review_id = $review_id
RETURN b.baton_id AS baton_id, s.stage_id AS stage_id, s.stage AS stage, s.how AS how, s.reason AS reason,
       s.on_text AS words, s.position AS position
ORDER BY baton_id, position, stage_id"""
_EVIDENCE = """
MATCH (n:{label})-[:RECORDED_IN]->(e:Entry) WHERE n.review_id = $review_id
RETURN n.{key} AS thing_id, e.entry_id AS other_id
ORDER BY thing_id, other_id"""
_ENTRIES = """
MATCH (e:Entry) WHERE e.review_id = $review_id
RETURN e.entry_id AS entry_id, e.file AS file, e.place AS place, e.on_text AS date, e.words AS words,
       e.on_earliest AS earliest, e.on_latest AS latest
ORDER BY entry_id"""

#: The days for which each chronology speaks for an agency, for the pictures that show whose records are in hand.
RECORDS_IN_HAND = """
MATCH (c:Chronology)-[s:SPEAKS_FOR]->(a:Agency) WHERE c.review_id = $review_id
RETURN a.agency_id AS agency_id, s.detail AS detail, s.covers_from AS covers_from, s.covers_to AS covers_to,
       c.chronology_id AS chronology_id
ORDER BY agency_id, covers_from, covers_to, detail, chronology_id"""

_TIE_NAMES = ("CONNECTED_TO", "PARENT_OF", "PARTNER_OF", "SIBLING_OF")


def read_records(store: Store, review_id: str) -> Records:
    """Read the network of one review. Raises ``LookupError`` when the graph holds no such review."""

    def ask(query: str) -> list[dict[str, Value]]:
        return store.run(query, {"review_id": review_id}).dicts()

    def linked(query: str) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for row in ask(query):
            found[_text(row, "thing_id")].append(_text(row, "other_id"))
        return {thing: tuple(others) for thing, others in found.items()}

    def evidence(label: str, key: str) -> dict[str, tuple[str, ...]]:
        return linked(_EVIDENCE.replace("{label}", label).replace("{key}", key))

    reviews = ask(_REVIEW)
    if not reviews:
        raise LookupError(f"the graph holds no review called {review_id!r}; build it again from its folder")
    as_of = reviews[0]["as_of"]
    batons = _batons(
        ask(_BATONS),
        senders=linked(_PASSED_BY_AGENCY),
        tellers=linked(_PASSED_BY_PERSON),
        receivers=linked(_TO),
        about=linked(_ABOUT),
        rows=evidence("Baton", "baton_id"),
        stages=_stages(ask(_STAGES), evidence("Stage", "stage_id")),
    )
    contacts = _contacts(
        ask(_CONTACTS), ask(_WITH), made_by=linked(_MADE_BY), rows=evidence("Contact", "contact_id")
    )
    people_rows = evidence("Person", "person_id")
    people = tuple(_person(row, people_rows) for row in ask(_PEOPLE))
    return Records(
        review_id=review_id,
        title=_text(reviews[0], "title"),
        as_of=in_words(as_of) if isinstance(as_of, dt.date) else "",
        people=people,
        stays=tuple(
            StayShown(
                **_texts(row, "person_id", "household_id", "household", "since", "until"),
                since_on=_named_when(row, "since", "since"),
                until_on=_named_when(row, "until", "until"),
            )
            for row in ask(_STAYS)
        ),
        ties=tuple(
            TieShown(
                tie=tie,
                **_texts(row, "person_id", "to_person_id", "kinship"),
                since_on=_named_when(row, "since", "since"),
                until_on=_named_when(row, "until", "until"),
            )
            for tie in _TIE_NAMES
            for row in ask(_TIES.replace("{tie}", tie))
        ),
        agencies=tuple(
            AgencyShown(
                stands_for_agency=row["stands_for_agency"] is not False,
                works_with_child=row["works_with_child"] is True,
                **_texts(row, "agency_id", "name", "sector", "focus"),
            )
            for row in ask(_AGENCIES)
        ),
        professionals=tuple(
            ProfessionalShown(**_texts(row, "professional_id", "agency_id", "name", "role"))
            for row in ask(_PROFESSIONALS)
        ),
        contacts=contacts,
        batons=batons,
        entries=tuple(
            EntryShown(
                **_texts(row, "entry_id", "file", "place", "date", "words"),
                earliest=_day(row["earliest"]),
                latest=_day(row["latest"]),
            )
            for row in ask(_ENTRIES)
        ),
    )


def _text(row: Row, name: str) -> str:
    """A text cell; empty where the graph holds nothing."""
    value = row.get(name)
    return "" if value is None else str(value)


def _texts(row: Row, *names: str) -> dict[str, str]:
    """Several text cells by name."""
    return {name: _text(row, name) for name in names}


def _day(value: Value) -> dt.date | None:
    """A day; ``None`` for anything else."""
    return value if isinstance(value, dt.date) else None


def _when(row: Row) -> When:
    """The partial date in ``earliest``, ``latest`` and ``words``."""
    return When(
        earliest=_day(row["earliest"]),
        latest=_day(row["latest"]),
        words=_text(row, "words") or "no date given",
    )


def _named_when(row: Row, name: str, words: str) -> When:
    """The partial date in ``{name}_earliest``, ``{name}_latest`` and ``words``."""
    return When(
        earliest=_day(row[f"{name}_earliest"]), latest=_day(row[f"{name}_latest"]), words=_text(row, words)
    )


def _person(row: Row, rows: Mapping[str, tuple[str, ...]]) -> PersonShown:
    """One person; ``unborn`` is a child with a due date and no birth on record."""
    return PersonShown(
        index_child=row["index_child"] is True,
        unborn=not row["born_words"] and row["born_earliest"] is None and row["due_earliest"] is not None,
        unnamed=row["unnamed"] is True,
        group=row["in_group"] is True,
        born=_named_when(row, "born", "born_words"),
        due=_named_when(row, "due", "due_words"),
        died=_named_when(row, "died", "died_words"),
        entry_ids=rows.get(_text(row, "person_id"), ()),
        **_texts(row, "person_id", "name", "role", "kind", "sex"),
    )


def _contacts(
    contacts: list[dict[str, Value]],
    presences: list[dict[str, Value]],
    *,
    made_by: Mapping[str, tuple[str, ...]],
    rows: Mapping[str, tuple[str, ...]],
) -> tuple[ContactShown, ...]:
    """Contacts with the people in them, in the order the graph gave."""
    people: dict[str, list[WithShown]] = defaultdict(list)
    for row in presences:
        people[_text(row, "contact_id")].append(
            WithShown(**_texts(row, "person_id", "seen", "spoken_to", "seen_alone"))
        )
    return tuple(
        ContactShown(
            on=_when(row),
            missed=row["missed"] is True,
            professional_id=made_by.get(_text(row, "contact_id"), ("",))[0],
            people=tuple(people[_text(row, "contact_id")]),
            entry_ids=rows.get(_text(row, "contact_id"), ()),
            **_texts(row, "contact_id", "kind", "agency_id"),
        )
        for row in contacts
    )


def _stages(
    stages: list[dict[str, Value]], rows: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[StageShown, ...]]:
    """The stages of each baton, in their order."""
    found: dict[str, list[StageShown]] = defaultdict(list)
    for row in stages:
        found[_text(row, "baton_id")].append(
            StageShown(
                when=_text(row, "words"),
                entry_ids=rows.get(_text(row, "stage_id"), ()),
                **_texts(row, "stage", "how", "reason"),
            )
        )
    return {baton: tuple(shown) for baton, shown in found.items()}


def _batons(
    batons: list[dict[str, Value]],
    *,
    senders: Mapping[str, tuple[str, ...]],
    tellers: Mapping[str, tuple[str, ...]],
    receivers: Mapping[str, tuple[str, ...]],
    about: Mapping[str, tuple[str, ...]],
    rows: Mapping[str, tuple[str, ...]],
    stages: Mapping[str, tuple[StageShown, ...]],
) -> tuple[BatonShown, ...]:
    """Batons with their two ends, whom they concern, their stages and their rows."""
    return tuple(
        BatonShown(
            on=_when(row),
            passed=row["passed"] is not False,
            from_agency_id=senders.get(_text(row, "baton_id"), ("",))[0],
            from_person_id=tellers.get(_text(row, "baton_id"), ("",))[0],
            to_agency_id=receivers.get(_text(row, "baton_id"), ("",))[0],
            about=about.get(_text(row, "baton_id"), ()),
            stages=stages.get(_text(row, "baton_id"), ()),
            entry_ids=rows.get(_text(row, "baton_id"), ()),
            **_texts(row, "baton_id", "kind", "what", "receipt", "action", "feedback"),
        )
        for row in batons
    )
