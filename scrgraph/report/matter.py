"""What a pack is made of: the review, its findings as decided, and what is looked up again and again."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from scrgraph.coding.row_marks import RowMarks
from scrgraph.model.agencies import Agency
from scrgraph.model.entry import Entry
from scrgraph.model.people import Person
from scrgraph.model.review import ReviewGraph
from scrgraph.questions.findings import AskedAll
from scrgraph.questions.registry import Registry
from scrgraph.questions.standing import DecidedFinding, FindingsDecided, Standing
from scrgraph.report.periods import HowMuch, rows_to_set_out
from visualisations.records.material import Material

#: A finding on so few rows makes each of them worth a place in a summary; one on many is about a time as a whole.
_FEW_ROWS = 5
#: Rows that the chronology of the Word document holds at most, so that Word can still be worked in; see docs/pack.md.
MOST_ROWS = 2_000
#: Findings not yet decided that are set out with their rows; where there are more, each is told in a line.
MOST_UNDECIDED = 300


@dataclass(frozen=True)
class Matter:
    """One review as its pack needs it. ``whole`` puts undecided findings in beside accepted ones.

    ``marks`` are the key episodes and notes of the author, by entry id.
    """

    graph: ReviewGraph
    registry: Registry
    asked: AskedAll
    material: Material
    decided: FindingsDecided
    whole: bool = False
    marks: Mapping[str, RowMarks] = field(default_factory=dict)

    @cached_property
    def put_in(self) -> tuple[DecidedFinding, ...]:
        """The findings that are set out: the accepted ones; while none is accepted, all that were not set aside."""
        return self.decided.set_out(self.whole)

    @cached_property
    def left_for_later(self) -> tuple[DecidedFinding, ...]:
        """The findings not yet decided that are not set out, because others were accepted."""
        out = {one.number for one in self.put_in}
        return tuple(one for one in self.decided.standing(Standing.UNDECIDED) if one.number not in out)

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Source rows by id, as imported."""
        return {entry.entry_id: entry for entry in self.graph.entries}

    @cached_property
    def chronology(self) -> tuple[Entry, ...]:
        """All rows, earliest first; those with no date at the end, in the order of the files."""
        never = dt.date.max
        return tuple(
            sorted(
                self.graph.entries,
                key=lambda e: (
                    e.date.earliest or never,
                    e.date.latest or never,
                    e.file,
                    e.chronology_id,
                    e.row,
                ),
            )
        )

    @cached_property
    def key_episodes(self) -> tuple[Entry, ...]:
        """The rows that the author marked as key episodes, in the order of the chronology."""
        return tuple(one for one in self.chronology if self.marks_on(one).key_episode)

    def marks_on(self, entry: Entry) -> RowMarks:
        """What the author marked a row with."""
        return self.marks.get(entry.entry_id, RowMarks())

    @cached_property
    def row_numbers(self) -> Mapping[str, int]:
        """The place of each row in the chronology, counted from 1, by entry id."""
        return {entry.entry_id: number for number, entry in enumerate(self.chronology, start=1)}

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """People by id."""
        return {person.person_id: person for person in self.graph.people}

    @cached_property
    def agencies(self) -> Mapping[str, Agency]:
        """Agencies by id."""
        return {agency.agency_id: agency for agency in self.graph.agencies}

    @cached_property
    def children(self) -> tuple[Person, ...]:
        """The children under review."""
        return tuple(person for person in self.graph.people if person.index_child)

    @cached_property
    def resting_on(self) -> Mapping[str, Sequence[DecidedFinding]]:
        """The findings set out that rest on each row, by entry id."""
        found: defaultdict[str, list[DecidedFinding]] = defaultdict(list)
        for one in self.put_in:
            for entry_id in dict.fromkeys(row.entry_id for row in one.finding.evidence):
                found[entry_id].append(one)
        return found

    @cached_property
    def in_brief(self) -> frozenset[int]:
        """The numbers of the findings that are told in a line each: those not yet decided, where there are too many."""
        undecided = [one.number for one in self.put_in if one.standing is Standing.UNDECIDED]
        return frozenset(undecided) if len(undecided) > MOST_UNDECIDED else frozenset()

    @property
    def rows_set_out(self) -> frozenset[str]:
        """The rows that have a place in the chronology of the Word document, by entry id."""
        return self._set_out[1]

    @property
    def how_much(self) -> HowMuch:
        """How much of the chronology the Word document sets out."""
        return self._set_out[0]

    @cached_property
    def _set_out(self) -> tuple[HowMuch, frozenset[str]]:
        rests = {
            row.entry_id
            for one in self.put_in
            if len(one.finding.evidence) <= _FEW_ROWS and one.number not in self.in_brief
            for row in one.finding.evidence
        }
        keys = [entry.entry_id for entry in self.key_episodes]
        return rows_to_set_out(self.graph.entries, self.graph.review, rests, MOST_ROWS, keys)

    @cached_property
    def action_headings(self) -> Mapping[str, str]:
        """What each chronology calls its column for what was done, such as "Decision"."""
        return {
            one.chronology_id: next((name for name, field in one.headings.items() if field == "action"), "")
            for one in self.graph.chronologies
        }

    def agency_name(self, agency_id: str, otherwise: str = "not stated") -> str:
        """An agency's name for people."""
        agency = self.agencies.get(agency_id)
        return agency.display_name if agency else otherwise

    def names(self, person_ids: Iterable[str]) -> str:
        """People's names, one after another."""
        return ", ".join(self.people[one].display_name for one in person_ids if one in self.people)
