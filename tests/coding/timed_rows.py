"""The deadlines of a few rows, and the rows that start them, for the tests of clocks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from coded_rows import row

from scrgraph.coding.code_review import Settled, code_review
from scrgraph.model.clock import Clock, Deadline
from scrgraph.model.entry import Chronology, Entry, Imported
from scrgraph.model.people import Kinship, Person
from scrgraph.model.review import Review
from scrgraph.model.vocabulary import Detail, PersonKind

YEAR = ("2018-01-01", "2018-12-31")
CHILD = Person(person_id="rowan", display_name="Rowan", kind=PersonKind.CHILD, index_child=True)


def timed(
    *rows: Entry,
    covers: tuple[str, str] = YEAR,
    own: Sequence[str] = ("CSC", "HV", "Midwifery"),
    nation: str = "England",
    as_of: str = "2018-12-31",
    people: Sequence[Person] = (CHILD,),
    kinships: Sequence[Kinship] = (),
    clocks: Sequence[Clock] = (),
) -> dict[str, Deadline]:
    """The deadlines by what they are; each agency of ``own`` has its own chronology for the days of ``covers``."""
    entries = [
        entry.model_copy(update={"entry_id": f"E{number}", "row": number, "place": f"row {number}"})
        for number, entry in enumerate(rows, start=1)
    ]
    first, last = map(dt.date.fromisoformat, covers)
    chronologies = [
        Chronology(
            chronology_id=name, file=f"{name}.csv", agency_text=name if name in own else "",
            detail=Detail.OWN if name in own else Detail.COMPOSITE, covers_from=first, covers_to=last,
        )
        for name in dict.fromkeys(entry.agency_text for entry in entries)
    ]  # fmt: skip
    graph = code_review(
        Review(review_id="tiny", title="tiny", nation=nation, as_of=dt.date.fromisoformat(as_of)),
        [Imported(chronologies=tuple(chronologies), entries=tuple(entries))],
        Settled(people=tuple(people), kinships=tuple(kinships), clocks=tuple(clocks)),
    )
    found = {deadline.what: deadline for deadline in graph.deadlines}
    assert len(found) == len(graph.deadlines)
    assert all(deadline.entry_ids for deadline in graph.deadlines)
    return found


def said(deadline: Deadline) -> tuple[str, str, int | None]:
    return (str(deadline.due), deadline.verdict, deadline.days_over)


def sent(date: str = "1 May 2018") -> Entry:
    return row(date, "HV", "referral", "Rowan", to="CSC")


def received(date: str = "1 May 2018", did: str = "") -> Entry:
    return row(date, "CSC", "referral received", "Rowan", sender="HV", did=did)
