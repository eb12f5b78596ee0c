"""People: who is who, which of them may be one, and each person's own page; agencies likewise."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from scrgraph.model.people import Person
from scrgraph.review.people_file import PersonRecord
from scrgraph.web.desk import Desk
from scrgraph.web.pages import error_page, page
from scrgraph.web.reading import Reading
from scrgraph.web.routes import shows
from scrgraph.web.screens.doubts_open import open_doubts
from scrgraph.web.screens.people_acts import ACTS
from scrgraph.web.screens.people_shown import (
    agency_lines,
    agency_names,
    in_records,
    people_lines,
    possible_pairs,
)
from scrgraph.web.screens.person_shown import (
    ROWS,
    fields_of,
    homes_of,
    in_time_order,
    person_rows,
    ties_of,
    ways_of_writing,
    words_of,
)
from scrgraph.web.screens.who_decided import WhoDecided

#: How many pairs that may be one the screen shows; the screen Doubts has all.
_PAIRS = 12


@shows
def show(desk: Desk, request: Request) -> Response:
    """Everybody, who may be one, and the agencies."""
    reading, records = desk.reading, desk.folder.people()
    if reading is None or reading.graph is None:
        return page(request, desk, "people.html", why_not=_why_not(desk, reading))
    doubts = open_doubts(desk, reading).doubts
    names = _names(reading, records)
    decided = _decided(desk, reading, records)
    lines = people_lines(reading, records, doubts)
    read = {one.person_id for one in lines}
    together = {one for line in lines for one in decided.together(line.person_id)}
    fresh = [one for one in records if one.person_id not in read | together and _just_parted(one, decided)]
    pairs, agency_pairs = (
        possible_pairs(doubts, "person", names),
        possible_pairs(doubts, "agency", agency_names(reading)),
    )
    return page(
        request,
        desk,
        "people.html",
        why_not="",
        lines=lines,
        fresh=fresh,
        pairs=pairs[:_PAIRS],
        more_pairs=max(0, len(pairs) - _PAIRS),
        agencies=agency_lines(reading),
        agency_pairs=agency_pairs,
        agencies_decided=decided.of_agencies(),
        taking_in=decided.being_taken_in(),
        genogram=(desk.folder.derived_path / "pictures" / "genogram.html").is_file(),
    )


@shows
def show_one(desk: Desk, request: Request) -> Response:
    """One person; ``?from=`` is the number of the first row to be shown."""
    reading, records = desk.reading, desk.folder.people()
    if reading is None or reading.graph is None:
        return page(request, desk, "people.html", why_not=_why_not(desk, reading))
    person_id = request.path_params["person_id"]
    person = next((one for one in reading.graph.people if one.person_id == person_id), None)
    record = next((one for one in records if one.person_id == person_id), None)
    if person is None and record is None:
        return error_page(
            request, desk, "Nobody of that name is in the review. Choose somebody on People.", 404
        )
    decided = _decided(desk, reading, records)
    shown = _names(reading, records)
    known = {one.person_id for one in reading.graph.people}
    doubts = open_doubts(desk, reading).doubts
    return page(
        request,
        desk,
        "person.html",
        person_id=person_id,
        name=shown[person_id],
        fields=fields_of(record, person) if record else (),
        one_with=[(one, shown[one]) for one in sorted(decided.together(person_id) & known - {person_id})],
        others=sorted(
            ((one, name) for one, name in shown.items() if one in known and one != person_id),
            key=lambda one: one[1].casefold(),
        ),
        decided=decided.of_person(person_id),
        pairs=possible_pairs(doubts, "person", shown, person_id),
        **_read_of(person, record, reading, shown, request.query_params.get("from", "")),
    )


def _read_of(
    person: Person | None,
    record: PersonRecord | None,
    reading: Reading,
    shown: dict[str, str],
    wanted: str,
) -> dict[str, Any]:
    """What the reading has of a person; nothing of one whom it does not have."""
    if person is None or reading.graph is None:
        return {"person": None, "rows": (), "count": 0, "first": 0, "page_rows": ROWS}
    agencies = agency_names(reading)
    entries = in_time_order(person, reading)
    first = min(int(wanted), max(0, len(entries) - 1)) if wanted.isdecimal() and len(wanted) < 9 else 0
    return {
        "person": person,
        "written": ways_of_writing(person, record, entries),
        "ties": ties_of(person.person_id, reading.graph, shown),
        "meant_by": words_of(person.person_id, reading.graph),
        "homes": homes_of(person.person_id, reading.graph),
        "records": in_records(person.entry_ids, reading, agencies),
        "rows": person_rows(entries[first : first + ROWS], person, agencies),
        "count": len(entries),
        "first": first,
        "page_rows": ROWS,
    }


def _names(reading: Reading, records: tuple[PersonRecord, ...]) -> dict[str, str]:
    """What everybody is called, by id: by people.csv where it has them."""
    people = reading.graph.people if reading.graph else ()
    shown = {one.person_id: one.display_name for one in people}
    return {**shown, **{one.person_id: one.name for one in records}}


def _decided(desk: Desk, reading: Reading, records: tuple[PersonRecord, ...]) -> WhoDecided:
    return WhoDecided(desk.decisions(), desk.waiting(), records, _names(reading, records))


def _just_parted(record: PersonRecord, decided: WhoDecided) -> bool:
    """Whether somebody has a row by a decision that no reading has yet."""
    return any(not one.taken_in for one in decided.of_person(record.person_id))


def _why_not(desk: Desk, reading: Reading | None) -> str:
    if reading is None:
        return (
            desk.status().trouble or "The review is being read. This page shows its people when that is done."
        )
    return reading.why_not or "Nothing could be read yet. See the screen Files."


ROUTES = (Route("/people", show), *ACTS, Route("/people/{person_id}", show_one))
