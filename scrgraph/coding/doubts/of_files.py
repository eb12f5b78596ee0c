"""Doubts about whole files: whose chronology it is, and columns whose headings nobody knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from scrgraph.model.doubt import Doubt
from scrgraph.model.entry import Chronology, Entry

#: What an author answers for a column that holds nothing to be read.
LEAVE_OUT = "leave out"


def file_doubts(
    chronologies: Iterable[Chronology],
    entries: Iterable[Entry],
    fields: Collection[str],
    settled: Collection[tuple[str, str]] = (),
) -> Iterator[Doubt]:
    """Files that name no agency at all, then headings that were not recognised, each once.

    ``fields`` are those a heading may be given; ``settled`` are the kind and subject of what was decided already.
    """
    chronologies = tuple(chronologies)
    rows: dict[str, list[str]] = defaultdict(list)
    nameless: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        rows[entry.chronology_id].append(entry.entry_id)
        if not entry.agency_text:
            nameless[entry.file].append(entry.entry_id)
    for file, entry_ids in sorted(nameless.items()):
        if ("file", file) not in settled:
            yield Doubt.of(
                "file",
                file,
                f"Whose chronology is {file}?",
                now="no agency",
                because=f"{len(entry_ids)} of its rows name no agency, and neither does its title",
                open_answer=True,
                entry_ids=tuple(entry_ids),
            )
    headings: dict[str, list[Chronology]] = defaultdict(list)
    for chronology in chronologies:
        for heading in chronology.unknown_headings:
            headings[heading].append(chronology)
    for heading, found in sorted(headings.items()):
        if ("heading", heading) not in settled:
            files = ", ".join(dict.fromkeys(one.file for one in found))
            yield Doubt.of(
                "heading",
                heading,
                f"What does the column “{heading}” hold?",
                now="kept, and not read",
                because=f"the heading is not known ({files})",
                answers=(*fields, LEAVE_OUT),
                entry_ids=tuple(key for one in found for key in rows[one.chronology_id]),
            )
