"""What a picture is drawn from: the graph, what it says of the review in short, and the findings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property

from scrgraph.model.finding import Finding
from scrgraph.model.review import Review
from scrgraph.store.base import Store, Value
from visualisations.drawing.agency_look import AgencyLook, agency_looks
from visualisations.records.query import read_records
from visualisations.records.shown import AgencyShown, EntryShown, PersonShown, Records


@dataclass(frozen=True)
class Material:
    """One review as the pictures use it: its scope, its graph, and the findings of all its questions, in order."""

    store: Store
    review: Review
    records: Records
    findings: tuple[Finding, ...] = ()
    _asked: dict[str, list[dict[str, Value]]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, store: Store, review: Review, findings: Sequence[Finding] = ()) -> Material:
        """Read a review from the graph. Raises ``LookupError`` when the graph holds no such review."""
        records = read_records(store, review.review_id)
        known = {entry.entry_id for entry in records.entries}
        return cls(
            store, review, records, tuple(_as_in_graph(finding, records, known) for finding in findings)
        )

    @property
    def as_of(self) -> dt.date | None:
        """The day the review looks back from."""
        return self.review.as_of

    def ask(self, query: str) -> list[dict[str, Value]]:
        """The rows of a query about this review (``$review_id``); the same query is run once."""
        if query not in self._asked:
            self._asked[query] = self.store.run(query, {"review_id": self.records.review_id}).dicts()
        return self._asked[query]

    def findings_of(self, *questions: str) -> tuple[Finding, ...]:
        """The findings of some questions, in order."""
        return tuple(finding for finding in self.findings if finding.question in questions)

    @cached_property
    def people(self) -> Mapping[str, PersonShown]:
        """People by id."""
        return {person.person_id: person for person in self.records.people}

    @cached_property
    def agencies(self) -> Mapping[str, AgencyShown]:
        """Agencies by id."""
        return {agency.agency_id: agency for agency in self.records.agencies}

    @cached_property
    def looks(self) -> tuple[AgencyLook, ...]:
        """Every agency's place, colour and letters, the same in each picture."""
        return agency_looks(self.records.agencies)

    @cached_property
    def entries(self) -> Mapping[str, EntryShown]:
        """Source rows by id."""
        return {entry.entry_id: entry for entry in self.records.entries}

    @cached_property
    def first_day(self) -> dt.date | None:
        """The first day any contact, baton or row may have happened."""
        return min((e.earliest for e in self.records.entries if e.earliest), default=None)

    @cached_property
    def last_day(self) -> dt.date | None:
        """The last day any row may speak of."""
        return max((e.latest for e in self.records.entries if e.latest), default=None)


def _as_in_graph(finding: Finding, records: Records, known: Set[str]) -> Finding:
    """A finding whose rows bear the ids they have in the graph, which begin with the review's."""
    evidence = []
    for row in finding.evidence:
        entry_id = f"{records.review_id}:{row.entry_id}"
        evidence.append(row.model_copy(update={"entry_id": entry_id}) if entry_id in known else row)
    return finding.model_copy(update={"evidence": tuple(evidence)})
