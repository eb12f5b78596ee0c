"""Times one thing of the review against its clock and says whether the limit was kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from scrgraph.coding.words import has_phrase, normal, word_list
from scrgraph.model.clock import Clock, Deadline
from scrgraph.model.entry import Entry
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.review import ReviewGraph
from scrgraph.temporal.clocks import Clocks, Timed
from scrgraph.temporal.coverage import CoverageBook

_NO_DATE = PartialDate()


@dataclass(frozen=True)
class Step:
    """What a clock timed: from the rows ``start_ids`` on ``starts`` to the rows ``met_ids`` on ``met``.

    ``what`` fits a sentence, such as "a decision on the referral". ``met`` is no date where nothing shows the
    step; ``unclear`` is true where some row may show it without saying when. ``first_of_many`` marks a step that
    is the first of several, such as a visit: an earlier one may stand in records not in hand. ``due_date`` is that
    of a birth.
    """

    what: str
    applies_to: tuple[str, str]
    agency_id: str
    about: tuple[str, ...]
    starts: PartialDate
    start_ids: tuple[str, ...]
    met: PartialDate = _NO_DATE
    met_ids: tuple[str, ...] = ()
    unclear: bool = False
    first_of_many: bool = False
    due_date: PartialDate = field(default=_NO_DATE)


class Timekeeper:
    """Times steps by the clocks of the review's nation, the author's own first."""

    def __init__(self, graph: ReviewGraph, own: Sequence[Clock] = ()) -> None:
        self._clocks = Clocks(graph.review.nation, own)
        self._coverage = CoverageBook(graph.coverages)
        self._as_of = graph.review.as_of
        self._grace = dt.timedelta(days=word_list("deadlines.toml")["absence"]["grace_days"])

    def clock(self, timed: Timed, starts: PartialDate) -> Clock | None:
        """The clock that ran for ``timed`` from ``starts``, or ``None``."""
        return self._clocks.over(timed, starts)

    def time(self, timed: Timed, step: Step) -> Deadline | None:
        """The deadline of one step; ``None`` where no clock ran for it or its date is not known."""
        clock = self.clock(timed, step.starts)
        if clock is None:
            return None
        due = self._clocks.due(clock, step.starts, step.due_date)
        if due.earliest is None or due.latest is None:
            return None
        if step.first_of_many and step.met.known and not self._covers(step, due.latest):
            step = replace(step, met=by_then(step.starts, step.met))
        verdict = self._verdict(step, due)
        over = None
        if verdict == "late" and step.met.earliest:
            over = (step.met.earliest - due.latest).days
        return Deadline(
            deadline_id=f"{step.applies_to[0]}:{step.applies_to[1]}#{'>'.join(timed)}",
            what=step.what,
            limit=clock.limit_words,
            authority=clock.authority,
            standing=clock.standing_words,
            applies_to=step.applies_to,
            agency_id=step.agency_id,
            about=step.about,
            starts=step.starts,
            due=due,
            met=step.met,
            verdict=verdict,
            days_over=over,
            entry_ids=tuple(dict.fromkeys((*step.start_ids, *step.met_ids))),
        )

    def _verdict(self, step: Step, due: PartialDate) -> str:
        if due.earliest is None or due.latest is None:
            return "cannot tell"
        if step.met.earliest is not None and step.met.latest is not None:
            one_row = step.met == step.starts and set(step.met_ids) <= set(step.start_ids)
            if one_row or step.met.latest <= due.earliest:
                return "in time"
            return "late" if step.met.earliest > due.latest else "possibly late"
        if self._as_of is not None and due.latest > self._as_of:
            return "not due"
        return self._absent(step, due.latest)

    def _absent(self, step: Step, due: dt.date) -> str:
        if step.unclear:
            return "cannot tell"
        until = max(due, min(due + self._grace, self._as_of or dt.date.max))
        return "no record found" if self._covers(step, until) else "cannot tell"

    def _covers(self, step: Step, until: dt.date) -> bool:
        first = step.starts.earliest
        if not step.agency_id or first is None:
            return False
        return self._coverage.covers(step.agency_id, min(first, until), until)


class Rows:
    """The rows behind the things of a review, asked by words and phrases."""

    def __init__(self, graph: ReviewGraph) -> None:
        self._entries = {entry.entry_id: entry for entry in graph.entries}

    def of(self, entry_ids: Iterable[str]) -> list[Entry]:
        """The rows of these ids."""
        return [self._entries[entry_id] for entry_id in entry_ids]

    def say(self, entry_ids: Iterable[str], phrases: Sequence[str]) -> bool:
        """Whether the event, the text or the outcome of any of these rows has one of the phrases."""
        return any(
            has_phrase(normal(f"{entry.event_text} {entry.text} {entry.action_text}"), phrase)
            for entry in self.of(entry_ids)
            for phrase in phrases
        )

    def end_with(self, entry_ids: Iterable[str], phrases: Sequence[str]) -> bool:
        """Whether the outcome of any of these rows has one of the phrases."""
        return any(
            has_phrase(normal(entry.action_text), phrase)
            for entry in self.of(entry_ids)
            for phrase in phrases
        )

    def are_called(self, entry_ids: Iterable[str], phrases: Sequence[str]) -> bool:
        """Whether the event word of any of these rows is or has one of the phrases."""
        return any(
            has_phrase(normal(entry.event_words), phrase)
            for entry in self.of(entry_ids)
            for phrase in phrases
        )


def first_day(date: PartialDate) -> dt.date:
    """The day to sort a date by; a date that is not known comes last."""
    return date.earliest or dt.date.max


def by_then(start: PartialDate, shown: PartialDate) -> PartialDate:
    """Some day from the start to the one that shows it had happened."""
    if start.earliest is None or shown.latest is None:
        return PartialDate()
    return PartialDate(earliest=min(start.earliest, shown.latest), latest=shown.latest)
