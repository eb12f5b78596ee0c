"""agencies.csv: the agencies of the review, written by import and corrected by the author."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from scrgraph.model.agencies import NOT_AN_AGENCY, Agency
from scrgraph.model.base import Thing
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.review import Period
from scrgraph.model.vocabulary import Focus
from scrgraph.review.cells import UNDATED, join_list, write_date
from scrgraph.review.errors import Problem, raise_errors
from scrgraph.review.names import key
from scrgraph.review.row_faults import RowReader, repeated_ids, shared_spellings
from scrgraph.review.table_file import read_lines, write_lines

COLUMNS = ("agency_id", "name", "sector", "focus", "area", "spellings", "covers_from", "covers_to")


class AgencyRecord(Thing):
    """An agency as agencies.csv has it; ``covers_from`` and ``covers_to`` may be partial dates."""

    agency_id: str
    name: str
    sector: str = "unknown"
    focus: Focus = Focus.UNKNOWN
    area: str = ""
    spellings: tuple[str, ...] = ()
    covers_from: PartialDate = UNDATED
    covers_to: PartialDate = UNDATED

    @classmethod
    def of(cls, agency: Agency, covers: Period | None = None) -> AgencyRecord:
        """The row for an agency of the model and the days its chronology covers, as import writes it."""
        first, last = (covers.from_, covers.to) if covers else (None, None)
        return cls(
            agency_id=agency.agency_id,
            name=agency.display_name,
            sector=agency.sector,
            focus=agency.focus,
            area=agency.area,
            spellings=agency.spellings,
            covers_from=PartialDate.day(first) if first else UNDATED,
            covers_to=PartialDate.day(last) if last else UNDATED,
        )

    def to_agency(self) -> Agency:
        """The agency for the model."""
        return Agency(
            agency_id=self.agency_id,
            display_name=self.name,
            sector=self.sector,
            focus=self.focus,
            area=self.area,
            stands_for_agency=self.sector != NOT_AN_AGENCY,
            spellings=self.spellings,
        )

    @property
    def covers(self) -> Period:
        """The days covered, both included: from the first possible day to the last; open where not given."""
        return Period(from_=self.covers_from.earliest, to=self.covers_to.latest)


def read_agencies(path: Path) -> tuple[AgencyRecord, ...]:
    """The agencies of the file in its order; none when there is no file.

    Raises ``ReviewError`` with every fault, its line and what to do.
    """
    agencies, problems = check_agencies(path)
    raise_errors(problems)
    return agencies


def check_agencies(path: Path) -> tuple[tuple[AgencyRecord, ...], tuple[Problem, ...]]:
    """The agencies of the file and everything to put right in it; cells at fault count as empty."""
    lines, found = read_lines(path, COLUMNS, ("agency_id", "name"))
    problems = list(found)
    rows = [(line, _record(RowReader(path.name, line, problems))) for line in lines]
    problems += repeated_ids(path.name, "agency_id", ((line, row.agency_id) for line, row in rows))
    problems += shared_spellings(
        path.name, ((line, row.agency_id, (row.name, *row.spellings)) for line, row in rows)
    )
    return tuple(row for _, row in rows), tuple(problems)


def write_agencies(path: Path, agencies: Iterable[AgencyRecord]) -> None:
    """Write the agencies in the order given, all at once. Raises ``ReviewError`` when the file is locked."""
    write_lines(path, COLUMNS, (_cells(agency) for agency in agencies))


def find_agency(agencies: Sequence[AgencyRecord], text: str) -> AgencyRecord | None:
    """The agency whose id, name or spelling is ``text``, without regard to case or punctuation."""
    wanted = key(text)
    return next(
        (row for row in agencies if row.agency_id == text or wanted in map(key, (row.name, *row.spellings))),
        None,
    )


def _record(row: RowReader) -> AgencyRecord:
    """The agency of one row."""
    record = AgencyRecord(
        agency_id=row.id("agency_id"),
        name=row.required("name"),
        sector=row.text("sector") or "unknown",
        focus=row.word("focus", Focus, Focus.UNKNOWN),
        area=row.text("area"),
        spellings=row.list("spellings"),
        covers_from=row.date("covers_from"),
        covers_to=row.date("covers_to"),
    )
    if record.covers_to.certainly_before(record.covers_from):
        row.fault("covers_to is before covers_from. Put the first day covered in covers_from.")
    return record


def _cells(agency: AgencyRecord) -> dict[str, str]:
    """The row for one agency."""
    return {
        "agency_id": agency.agency_id,
        "name": agency.name,
        "sector": agency.sector,
        "focus": agency.focus.value,
        "area": agency.area,
        "spellings": join_list(agency.spellings),
        "covers_from": write_date(agency.covers_from),
        "covers_to": write_date(agency.covers_to),
    }
