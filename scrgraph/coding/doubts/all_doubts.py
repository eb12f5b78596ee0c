"""Every doubt of a review, and how many findings rest on each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from scrgraph.model.doubt import Doubt
from scrgraph.model.finding import Finding

#: What is asked first among doubts on which as many findings rest: a whole file before a row.
_ORDER = (
    "file", "heading", "agency", "person", "baton", "to", "from", "direction", "row", "seen", "date", "event", "people",
)  # fmt: skip


def most_consequential_first(doubts: Iterable[Doubt], findings: Iterable[Finding]) -> tuple[Doubt, ...]:
    """The doubts with how many findings rest on the rows of each, the most first.

    A finding rests on a doubt when one of the doubt's rows is among its evidence: it is what the answer can change. Of
    equally many the doubt about more rows goes first, then one about a file or a name before one about a row.
    """
    by_row: dict[str, set[str]] = defaultdict(set)
    for finding in findings:
        for evidence in finding.evidence:
            by_row[evidence.entry_id].add(finding.id)
    counted = [
        doubt.model_copy(update={"rests_on": len(_resting(doubt.entry_ids, by_row))}) for doubt in doubts
    ]
    return tuple(sorted(counted, key=_consequence))


def _resting(entry_ids: Sequence[str], by_row: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    for entry_id in entry_ids:
        found |= by_row.get(entry_id, set())
    return found


def _consequence(doubt: Doubt) -> tuple[int, int, int, str, str]:
    return (-doubt.rests_on, -len(doubt.entry_ids), _ORDER.index(doubt.kind), doubt.subject, doubt.doubt_id)
