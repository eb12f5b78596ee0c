"""What agencies, their workers, their files, the areas and the addresses are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from scrgraph.coding.words import normal
from scrgraph.model.agencies import Agency, Professional
from scrgraph.model.entry import Chronology
from scrgraph.model.people import Household
from scrgraph.model.review import Coverage, ReviewGraph
from scrgraph.pseudonyms.fields import word_data
from scrgraph.pseudonyms.titles import Titles

SEVERAL = "Several agencies"


def agency_pseudonyms(agencies: Sequence[Agency], settled: Mapping[str, str]) -> dict[str, str]:
    """The sector of every agency, numbered where there are several of it. One that is no agency is left out."""
    titles, called = Titles(settled.values()), dict(settled)
    words = word_data("sector_titles.toml")
    count: dict[str, int] = defaultdict(int)
    for agency in agencies:
        count[agency.sector] += agency.stands_for_agency
    for agency in agencies:
        if agency.agency_id in called or not agency.stands_for_agency:
            continue
        title = str(words.get(agency.sector, words["unknown"]))
        numbered = count[agency.sector] > 1 or agency.sector in ("unknown", "education")
        called[agency.agency_id] = titles.numbered(title) if numbered else titles.plain(title)
    return called


def professional_pseudonyms(
    professionals: Sequence[Professional],
    sectors: Mapping[str, str],
    settled: Mapping[str, str],
    named: Iterable[str],
) -> dict[str, str]:
    """A role and a number for every worker who is ``named`` (by id); ``sectors`` are those of the agencies.

    Numbers run through the whole review, agency by agency, so that one name in a text means one worker.
    """
    titles, called = Titles(settled.values()), dict(settled)
    words = word_data("sector_titles.toml")
    wanted = frozenset(named)
    for worker in professionals:
        if worker.professional_id in wanted and worker.professional_id not in called:
            role = worker.role or _title(worker.display_name)
            role = role or f"{words.get(sectors.get(worker.agency_id, ''), '')} worker".strip()
            called[worker.professional_id] = titles.numbered(role[:1].upper() + role[1:])
    return called


def _title(name: str) -> str:
    """What a title tells of a worker: a doctor or a ward sister."""
    first = normal(name).partition(" ")[0]
    return {"dr": "doctor", "doctor": "doctor", "sister": "ward sister"}.get(first, "")


def area_pseudonyms(graph: ReviewGraph, settled: Mapping[str, str]) -> dict[str, str]:
    """``Area`` for the area of the review, ``Area 2`` and so on for others; by their names."""
    titles, called = Titles(settled.values()), dict(settled)
    for area in (graph.review.area, *sorted({agency.area for agency in graph.agencies})):
        if area and area not in called:
            called[area] = titles.plain("Area")
    return called


def address_pseudonyms(households: Sequence[Household], settled: Mapping[str, str]) -> dict[str, str]:
    """``Address 1`` and so on, by household id."""
    titles, called = Titles(settled.values()), dict(settled)
    for household in households:
        if household.household_id not in called:
            called[household.household_id] = titles.numbered("Address")
    return called


def file_pseudonyms(
    chronologies: Sequence[Chronology],
    coverages: Sequence[Coverage],
    agencies: Mapping[str, str],
    files: Iterable[str],
    settled: Mapping[str, str],
) -> dict[str, str]:
    """``Police, file 1`` for every file, by the agency whose records it holds."""
    titles, called = Titles(settled.values()), dict(settled)
    owners: dict[str, set[str]] = defaultdict(set)
    file_of = {one.chronology_id: one.file for one in chronologies}
    for coverage in coverages:
        if coverage.chronology_id in file_of and coverage.agency_id in agencies:
            owners[file_of[coverage.chronology_id]].add(agencies[coverage.agency_id])
    for file in sorted(set(files)):
        if file not in called:
            whose = owners[file].pop() if len(owners[file]) == 1 else SEVERAL
            called[file] = titles.numbered(f"{whose}, file")
    return called


def sheet_names(chronologies: Sequence[Chronology]) -> dict[tuple[str, str], str]:
    """``sheet 1`` and so on for the sheets of each file, in the order read."""
    found: dict[tuple[str, str], str] = {}
    count: dict[str, int] = defaultdict(int)
    for one in chronologies:
        if one.sheet and (one.file, one.sheet) not in found:
            count[one.file] += 1
            found[one.file, one.sheet] = f"sheet {count[one.file]}"
    return found
