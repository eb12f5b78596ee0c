"""Who holds what an entry tells: its agency or, on request, the worker of that agency who wrote it.

Colleagues are not taken to share what they know. Where an entry names no worker, at best it may have been any of the
agency's; as recorded it is one who is not named, known here by the agency's own id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from scrgraph.model.review import ReviewGraph

#: Asks who held something, by agency id and entry ids.
Ask = Callable[[str, Sequence[str]], tuple[str, ...]]


class Holders:
    """Answers by agency id and the entries of an event; by agency every answer is the agency itself."""

    def __init__(self, graph: ReviewGraph, *, by_professional: bool = False) -> None:
        self._agencies = {agency.agency_id for agency in graph.agencies if agency.stands_for_agency}
        self._by_professional = by_professional
        self._worker: dict[str, tuple[str, str]] = {}
        self._workers: dict[str, list[str]] = defaultdict(list)
        if by_professional:
            self._worker = {
                entry.entry_id: (entry.agency_id, entry.professional_id) for entry in graph.entries
            }
            for worker in graph.professionals:
                self._workers[worker.agency_id].append(worker.professional_id)

    def is_agency(self, agency_id: str) -> bool:
        """Whether the id stands for an agency of the review."""
        return agency_id in self._agencies

    def named(self, agency_id: str, entry_ids: Sequence[str]) -> tuple[str, ...]:
        """Those whom the entries name for the agency; where they name none, the one not named."""
        if not self._by_professional:
            return (agency_id,)
        workers = [worker for worker in self._of(agency_id, entry_ids) if worker]
        return tuple(dict.fromkeys(workers)) or (agency_id,)

    def possible(self, agency_id: str, entry_ids: Sequence[str]) -> tuple[str, ...]:
        """The same at best: where any entry of the agency's names no worker, or there is none, all of them."""
        if not self._by_professional:
            return (agency_id,)
        workers = self._of(agency_id, entry_ids)
        if workers and all(workers):
            return tuple(dict.fromkeys(workers))
        return (*self._workers[agency_id], agency_id)

    def _of(self, agency_id: str, entry_ids: Sequence[str]) -> list[str]:
        rows = [self._worker[row] for row in entry_ids if row in self._worker]
        return [worker for agency, worker in rows if agency == agency_id]
