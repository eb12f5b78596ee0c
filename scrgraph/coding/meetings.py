"""Meetings from coded entries: who held each, who was asked, who came and who sent a report.

Source of what is asked of them: Ofsted 2010, paras 85-86.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.event_words import event_kind, event_name
from scrgraph.coding.meeting_words import AgencyWords, Said, said_of_agencies, says_quorate
from scrgraph.coding.words import has_phrase, normal, word_list
from scrgraph.model.events import Meeting
from scrgraph.model.partial_date import PartialDate, in_words
from scrgraph.model.vocabulary import MEETING_KINDS, EventKind, Tri


@dataclass
class _Gathered:
    """The rows of one meeting, and who was asked or sent a report by rows from before it."""

    rows: list[CodedEntry]
    asked_by: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    reported: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)

    @property
    def kind(self) -> EventKind:
        return self.rows[0].kind

    @property
    def people(self) -> set[str]:
        return {person for row in self.rows for person in row.people}

    @property
    def writers(self) -> list[str]:
        return list(dict.fromkeys(row.agency_id for row in self.rows))

    @property
    def first_day(self) -> dt.date | None:
        return min((row.entry.date.earliest for row in self.rows if row.entry.date.earliest), default=None)

    @property
    def last_day(self) -> dt.date | None:
        return max((row.entry.date.latest for row in self.rows if row.entry.date.latest), default=None)


def meetings_of(coded: Sequence[CodedEntry], agencies: AgencyNames) -> Iterator[Meeting]:
    """Meetings; rows of several agencies about one kind of meeting on one day are the same meeting.

    So are rows a day apart about the same people where each can mean only the other and one names the agency
    that wrote the other. Whoever wrote a row of it is taken as present unless the row says otherwise.
    """
    names = AgencyWords(agencies, coded)
    gathered = _gathered(coded, names)
    _add_what_came_before(gathered, coded, agencies)
    for one in gathered:
        yield _meeting(one, agencies, names)


def rows_of_meetings(
    coded: Sequence[CodedEntry], meetings: Iterable[Meeting]
) -> Iterator[tuple[Meeting, tuple[CodedEntry, ...]]]:
    """Each of the meetings that ``meetings_of`` gave with its own rows, in their order."""
    by_id = {item.entry.entry_id: item for item in coded}
    for meeting in meetings:
        rows = (by_id[entry_id] for entry_id in meeting.entry_ids)
        yield meeting, tuple(row for row in rows if row.kind in MEETING_KINDS)


def _gathered(coded: Sequence[CodedEntry], names: AgencyWords) -> list[_Gathered]:
    same: dict[tuple[str, EventKind], _Gathered] = {}
    for item in coded:
        if item.kind in MEETING_KINDS:
            day = item.entry.date.earliest if item.entry.date.exact else item.entry.entry_id
            same.setdefault((str(day), item.kind), _Gathered([])).rows.append(item)
    found = list(same.values())
    near: dict[int, list[int]] = defaultdict(list)
    days = dt.timedelta(word_list("meetings.toml")["windows"]["apart"])
    dated = sorted(
        (one.first_day, place)
        for place, one in enumerate(found)
        if one.first_day and one.rows[0].entry.date.exact
    )
    for at, (day, place) in enumerate(dated):
        for later, other in dated[at + 1 :]:
            if later > day + days:
                break
            if _alike(found[place], found[other]):
                near[place].append(other)
                near[other].append(place)
    gone: set[int] = set()
    for place, others in sorted(near.items()):
        if len(others) == 1 and near[others[0]] == [place] and place < others[0]:
            first, second = found[place], found[others[0]]
            if _names(first, second, names) or _names(second, first, names):
                first.rows.extend(second.rows)
                gone.add(others[0])
    return [one for place, one in enumerate(found) if place not in gone]


def _alike(one: _Gathered, other: _Gathered) -> bool:
    apart = not set(one.writers) & set(other.writers)
    return one.kind is other.kind and apart and bool(one.people & other.people)


def _names(one: _Gathered, other: _Gathered, names: AgencyWords) -> bool:
    """Whether a row of ``one`` names an agency that wrote of ``other``."""
    named = {key for row in one.rows for key in (*row.to_agencies, *row.from_agencies)}
    named |= {key for row in one.rows for key in said_of_agencies(row, names)["present"]}
    return bool(named & set(other.writers))


def _add_what_came_before(
    gathered: Sequence[_Gathered], coded: Sequence[CodedEntry], agencies: AgencyNames
) -> None:
    """Invitations, and reports written for a meeting, go to the next meeting that they can be for."""
    windows, report_words = (word_list("meetings.toml")[key] for key in ("windows", "report_for"))
    dated = sorted(
        ((one.last_day, place) for place, one in enumerate(gathered) if one.last_day is not None),
    )
    for item in coded:
        on = item.entry.date
        if item.kind in MEETING_KINDS or on.earliest is None or not agencies.is_agency(item.agency_id):
            continue
        words = normal(item.entry.words)
        reports = any(has_phrase(words, normal(phrase)) for phrase in report_words["words"])
        if item.kind is not EventKind.INVITATION and not (reports and not item.receives):
            continue
        days = windows["invitation" if item.kind is EventKind.INVITATION else "report"]
        start = bisect_left(dated, (on.earliest, -1))
        stop = bisect_right(dated, (on.earliest + dt.timedelta(days), len(gathered)))
        one = _meant(item, words, [gathered[place] for _, place in dated[start:stop]])
        if one is None:
            continue
        one.before.append(item.entry.entry_id)
        if item.kind is not EventKind.INVITATION:
            one.reported.append(item.agency_id)
        elif item.receives:
            one.asked.append(item.agency_id)
            one.asked_by.extend(item.from_agencies)
        else:
            one.asked.extend(item.to_agencies)
            one.asked_by.append(item.agency_id)


def _meant(item: CodedEntry, words: str, following: Sequence[_Gathered]) -> _Gathered | None:
    """The meeting an earlier row is for: the one whose day or kind its words give, else the next."""
    following = [
        one for one in following if not item.people or not one.people or one.people & set(item.people)
    ]
    for one in following:
        if one.first_day and any(has_phrase(words, day) for day in _ways_to_write(one.first_day)):
            return one
    for one in following:
        told = {event_name(row.entry) for row in one.rows}
        if any(has_phrase(words, name) for name in told if name and event_kind(name)):
            return one
    return following[0] if following else None


def _ways_to_write(day: dt.date) -> tuple[str, ...]:
    spelt = normal(in_words(day)).split()
    month = spelt[1]
    numbers = (f"{day.day} {day.month}", f"{day.day:02} {day.month:02}", f"{day.day} {day.month:02}")
    return (f"{day.day} {month}", f"{day.day} {month[:3]}", *numbers)


def _meeting(one: _Gathered, agencies: AgencyNames, names: AgencyWords) -> Meeting:
    first, said = one.rows[0], Said()
    stayed_away: list[str] = []
    for row in one.rows:
        here = said_of_agencies(row, names)
        for saying, found in here.of.items():
            for agency_id in found:
                said.add(saying, agency_id)
        if row.agency_id in (*here["absent"], *here["apologies"], *here["not_invited"]):
            stayed_away.append(row.agency_id)
    writers = [key for key in one.writers if agencies.is_agency(key) and key not in stayed_away]
    columns = [key for row in one.rows for key in (*row.to_agencies, *row.from_agencies)]
    away = {*said["absent"], *said["apologies"], *stayed_away} - set(writers)
    attended = [key for key in (*writers, *columns, *said["present"]) if key not in away]
    held_by = _holder(one, writers or list(filter(agencies.is_agency, one.writers)), names)
    invited = [key for key in (*one.asked, *said["invited"]) if key != held_by]
    reports = [key for key in (*one.reported, *said["reports"]) if key not in said["no_report"]]
    quorate = [says_quorate(row) for row in one.rows]

    def known(ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for key in ids if agencies.is_agency(key)))

    return Meeting(
        meeting_id=first.entry.entry_id,
        kind=first.kind,
        on=_when(one),
        held_by=held_by,
        invited=known(invited),
        attended=known(attended),
        apologies=known(said["apologies"]),
        reports=known(reports),
        quorate=Tri.NO if False in quorate else Tri.YES if True in quorate else Tri.UNKNOWN,
        about=tuple(dict.fromkeys(person for row in one.rows for person in row.people)),
        entry_ids=tuple(dict.fromkeys([*(row.entry.entry_id for row in one.rows), *one.before])),
    )


def _holder(one: _Gathered, present: Sequence[str], names: AgencyWords) -> str:
    """Who held it: whoever asked others to it, else children's social care where it wrote of it, else the first."""
    asked = [key for key in one.asked_by if key in present]
    care = [key for key in present if key == names.of_sector("childrens_social_care")]
    return next(iter((*asked, *care, *present)), "")


def _when(one: _Gathered) -> PartialDate:
    first = one.rows[0].entry.date
    if first.exact and one.first_day and one.last_day and one.first_day != one.last_day:
        written = "; ".join(dict.fromkeys(row.entry.date.written for row in one.rows))
        how = "two agencies' rows a day apart"
        return PartialDate(earliest=one.first_day, latest=one.last_day, written=written, how=how)
    return first
