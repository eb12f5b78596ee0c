"""Findings as the overview shows them: their people and agencies by id, and their marks."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scrgraph.model.finding import Finding
from scrgraph.model.partial_date import in_words
from scrgraph.model.vocabulary import Certainty
from visualisations.frame.marks import Mark
from visualisations.overview.show_in import days_of, state_of
from visualisations.records.material import Material

#: How each certainty is said.
CERTAINTY = {
    Certainty.CERTAIN: "holds for every possible date",
    Certainty.POSSIBLE: "possible: depends on how a date is read",
}


@dataclass(frozen=True)
class Found:
    """A finding with the ids of the people and agencies it names, and the state that shows it in a picture.

    ``first`` and ``last`` are its own days; an end that is not given is ``None``.
    """

    finding: Finding
    people: tuple[str, ...]
    agencies: tuple[str, ...]
    first: dt.date | None
    last: dt.date | None
    state: str

    @property
    def mark_id(self) -> str:
        """The id of its mark: the finding's own."""
        return self.finding.id

    @property
    def possible(self) -> bool:
        """Whether it holds only for one reading of a date."""
        return self.finding.certainty is Certainty.POSSIBLE


def found_in(material: Material) -> tuple[Found, ...]:
    """Every finding, in order. A name that two people or agencies share is taken for none of them."""
    people = _unique((p.name, p.person_id) for p in material.records.people)
    agencies = _unique((a.name, a.agency_id) for a in material.records.agencies)
    review = (material.first_day, material.last_day)
    whole = (review[0], review[1]) if review[0] and review[1] else None
    found = []
    for finding in material.findings:
        rows = tuple(
            material.entries[row.entry_id] for row in finding.evidence if row.entry_id in material.entries
        )
        found.append(
            Found(
                finding,
                tuple(people[name] for name in finding.people if name in people),
                tuple(agencies[name] for name in finding.agencies if name in agencies),
                finding.from_,
                finding.to,
                state_of(finding, days_of(finding, rows), whole),
            )
        )
    return tuple(found)


def _unique(named: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Ids by name, for the names that only one has."""
    pairs = list(named)
    times = Counter(name for name, _ in pairs)
    return {name: thing for name, thing in pairs if times[name] == 1}


def days_in_words(first: dt.date | None, last: dt.date | None) -> str:
    """The days of a finding for people; an end that is not given is said to be so."""
    if first and last:
        return in_words(first) if first == last else f"{in_words(first)} to {in_words(last)}"
    if first:
        return f"from {in_words(first)}, with no end given"
    return f"until {in_words(last)}, with no beginning given" if last else "no date"


def finding_mark(found: Found, first_day: dt.date | None, last_day: dt.date | None) -> Mark:
    """What the page tells of a finding; where an end is not given it reaches to that of the review."""
    finding = found.finding
    facts = [
        ("How known", finding.strength.value),
        ("Certainty", CERTAINTY[finding.certainty]),
        ("Dates", days_in_words(found.first, found.last)),
    ]
    if finding.people:
        facts.append(("People", ", ".join(finding.people)))
    if finding.agencies:
        facts.append(("Agencies", ", ".join(finding.agencies)))
    first, last = found.first, found.last
    if last and not first:
        first = min(first_day or last, last)
    elif first and not last:
        last = max(last_day or first, first)
    return Mark(
        mark_id=found.mark_id,
        kind="finding",
        title=finding.statement,
        facts=tuple(facts),
        entry_ids=tuple(dict.fromkeys(row.entry_id for row in finding.evidence if row.entry_id)),
        people=found.people,
        agencies=found.agencies,
        first=first,
        last=last,
        show=finding.strength.value,
    )
