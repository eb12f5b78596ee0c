"""Where the entries of two agencies describe one person's co-operation differently: the findings, as marks."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from visualisations.frame.marks import Mark
from visualisations.records.material import Material


@dataclass(frozen=True)
class Differing:
    """One finding that agencies describe a person differently within some weeks, and their letters."""

    mark: Mark
    first: dt.date
    last: dt.date
    letters: tuple[str, ...]


def differing_of(material: Material) -> Mapping[str, tuple[Differing, ...]]:
    """By person, in order of time: the findings of the question about different faces to different agencies."""
    by_name = {person.name: person.person_id for person in reversed(material.records.people)}
    looks = {look.name: look for look in material.looks}
    found: dict[str, list[Differing]] = defaultdict(list)
    for finding in material.findings_of("engagement-pattern-differs"):
        person_id = by_name.get(finding.people[0], "") if finding.people else ""
        if not person_id or not finding.from_ or not finding.to:
            continue
        agencies = [looks[name] for name in finding.agencies if name in looks]
        mark = Mark(
            mark_id=f"differs>{finding.id}",
            kind="differs",
            title=finding.statement,
            facts=(("Certainty", finding.certainty.value),),
            entry_ids=tuple(row.entry_id for row in finding.evidence),
            people=(person_id,),
            agencies=tuple(look.agency_id for look in agencies),
            first=finding.from_,
            last=finding.to,
            show="differs",
        )
        found[person_id].append(
            Differing(mark, finding.from_, finding.to, tuple(look.letters for look in agencies))
        )
    return {key: tuple(sorted(one, key=lambda d: (d.first, d.mark.mark_id))) for key, one in found.items()}
