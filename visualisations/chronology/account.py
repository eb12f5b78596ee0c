"""The chronology in words: how many rows of which agencies, over which days, and what rests on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scrgraph.model.partial_date import in_words
from scrgraph.model.sentence_parts import several
from visualisations.chronology.periods import Counted
from visualisations.chronology.rows import ChronologyRow
from visualisations.records.material import Material


def account(
    material: Material, rows: Sequence[ChronologyRow], counts: Sequence[Counted], one: str, busiest: str
) -> str:
    """The alternative text of the drawing, in whole sentences."""
    if not rows:
        return "The chronology has no rows to show."
    agency = Counter(row.agency_id for row in rows)
    names = [f"{look.name} {agency[look.agency_id]:,}" for look in material.looks if agency[look.agency_id]]
    unknown = agency.total() - sum(agency[look.agency_id] for look in material.looks)
    if unknown:
        names.append(f"agency not told {unknown:,}")
    dated = [row for row in rows if row.earliest is not None and row.latest is not None]
    said = []
    if dated:
        first = min(row.earliest for row in dated if row.earliest)
        last = max(row.latest for row in dated if row.latest)
        said.append(
            f"{several(len(rows), 'row')} between {in_words(first)} and {in_words(last)}: {'; '.join(names)}."
        )
    else:
        said.append(f"{several(len(rows), 'row')}, none with a date: {'; '.join(names)}.")
    if busiest:
        said.append(f"The {one} with most rows is {busiest}.")
    findings = {number for row in rows for number in row.findings}
    resting = sum(bool(row.findings) for row in rows)
    if findings:
        most = max(len(count.findings) for count in counts) if counts else 0
        said.append(
            f"{several(len(findings), 'finding')} of the review {'rests' if len(findings) == 1 else 'rest'} on "
            f"{several(resting, 'row')}" + (f", at most {most} in one {one}." if most else ".")
        )
    else:
        said.append("No finding rests on them.")
    partial = sum(row.earliest != row.latest for row in dated)
    if partial:
        said.append(f"{several(partial, 'row')} {'has' if partial == 1 else 'have'} a partial date.")
    if len(dated) < len(rows):
        undated = len(rows) - len(dated)
        said.append(
            f"{several(undated, 'row')} {'has' if undated == 1 else 'have'} no date and cannot be drawn over time."
        )
    incident = material.review.incident_date
    if incident:
        said.append(f"The day of the incident is {in_words(incident)}.")
    return " ".join(said)
