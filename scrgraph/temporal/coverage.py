"""Which agency a chronology can speak for, over which days: the ground of every "no record found"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scrgraph.model.entry import Chronology
from scrgraph.model.review import Coverage
from scrgraph.model.vocabulary import Detail


@dataclass(frozen=True)
class Stated:
    """The period an author states that an agency's chronology covers; an open end leaves the rows' own span."""

    from_: dt.date | None = None
    to: dt.date | None = None


def coverages_of(
    chronologies: Sequence[Chronology],
    agency_of: Mapping[str, str],
    stated: Mapping[str, Stated],
    agencies_in: Mapping[str, Sequence[str]],
) -> list[Coverage]:
    """What each chronology covers.

    ``agency_of`` gives the agency that owns a chronology (by chronology id), ``stated`` the period its author
    states, ``agencies_in`` the agencies a composite one mentions. An agency's own chronology speaks for it from
    first to last dated row, or for the stated period; a composite one only shows what its author chose to quote.
    """
    found = []
    for chronology in chronologies:
        own = chronology.detail is Detail.OWN and chronology.chronology_id in agency_of
        owners = (
            [agency_of[chronology.chronology_id]] if own else agencies_in.get(chronology.chronology_id, ())
        )
        period = stated.get(chronology.chronology_id, Stated())
        for agency_id in owners:
            found.append(
                Coverage(
                    coverage_id=f"{chronology.chronology_id}>{agency_id}",
                    agency_id=agency_id,
                    chronology_id=chronology.chronology_id,
                    detail=Detail.OWN if own else Detail.COMPOSITE,
                    from_=period.from_ or chronology.covers_from,
                    to=period.to or chronology.covers_to,
                )
            )
    return _joined(found)


def _joined(coverages: Sequence[Coverage]) -> list[Coverage]:
    """The same, own ones with the days they cover without a break together with the agency's others."""
    book = CoverageBook(coverages)
    return [
        item.model_copy(update=dict(zip(("unbroken_from", "unbroken_to"), span, strict=True)))
        if item.detail is Detail.OWN and (span := book.unbroken(item.agency_id, item.from_))
        else item
        for item in coverages
    ]


class CoverageBook:
    """Asks whether an agency's own chronologies together cover every day of a period."""

    def __init__(self, coverages: Sequence[Coverage]) -> None:
        self._spans: dict[str, list[tuple[dt.date, dt.date]]] = {}
        for item in coverages:
            if item.detail is Detail.OWN and item.from_ and item.to:
                self._spans.setdefault(item.agency_id, []).append((item.from_, item.to))
        for spans in self._spans.values():
            spans.sort()

    def has_own(self, agency_id: str) -> bool:
        """Whether any chronology of the agency's own is in hand."""
        return agency_id in self._spans

    def unbroken(self, agency_id: str, day: dt.date | None) -> tuple[dt.date, dt.date] | None:
        """First and last day of the unbroken run of covered days that ``day`` is in; ``None`` outside any."""
        run: tuple[dt.date, dt.date] | None = None
        for start, end in self._spans.get(agency_id, ()):
            if run and start <= run[1] + dt.timedelta(days=1):
                run = (run[0], max(run[1], end))
            elif run and day is not None and run[0] <= day <= run[1]:
                return run
            else:
                run = (start, end)
        return run if run and day is not None and run[0] <= day <= run[1] else None

    def covers(self, agency_id: str, from_: dt.date, to: dt.date) -> bool:
        """Whether the agency's own chronologies cover every day from ``from_`` to ``to``, both included."""
        needed = from_
        for start, end in self._spans.get(agency_id, ()):
            if start > needed:
                break
            needed = max(needed, end + dt.timedelta(days=1))
            if needed > to:
                return True
        return False
