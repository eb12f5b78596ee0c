"""Steps in an agency's work that are not contacts: closures, decisions, moves, supervision, disagreements.

A row tells of one by its event column, or by words that ``milestones.toml`` lists as saying so with certainty.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.phrases import ByWord, by_word, clauses, may_say, said_in
from scrgraph.coding.words import has_phrase, normal, word_list
from scrgraph.model.agencies import NOT_AN_AGENCY
from scrgraph.model.events import Milestone
from scrgraph.model.vocabulary import ASSESSMENT_KINDS, EventKind, Tri

MILESTONE_KINDS = frozenset(
    {
        EventKind.CASE_CLOSURE,
        EventKind.DECISION,
        EventKind.MOVE,
        EventKind.SUPERVISION,
        EventKind.DISAGREEMENT,
        EventKind.UNALLOCATED,
    }
)
#: The lists of milestones.toml whose phrases can make a row one of a milestone's.
_LISTS = (
    ("case_closure", "words"),
    ("case_closure", "after_non_attendance"),
    ("decision", "outcome"),
    ("disagreement", "words"),
    ("unallocated", "words"),
    ("unallocated", "outcome"),
    ("supervision", "words"),
    ("move", "words"),
    ("oversight", "words"),
    ("non_attendance", "words"),
)
_NOT_COME = frozenset({EventKind.MISSED_ATTENDANCE, EventKind.NO_ACCESS})
#: Rows that hand something to another agency: what they say in the outcome cell may be the other's doing.
_HANDED_ON = frozenset(
    {
        EventKind.REFERRAL,
        EventKind.REQUEST,
        EventKind.NOTIFICATION,
        EventKind.TRANSFER,
        EventKind.INVITATION,
        EventKind.AGREED_ACTION,
        EventKind.ESCALATION,
    }
)


def milestones_of(coded: Iterable[CodedEntry], agencies: AgencyNames) -> Iterator[Milestone]:
    """The milestones of each agency's rows: one a row and kind, the kind of the event column first.

    Words that only repeat what a row of that kind says, by the same agency of the same people within a few days,
    make no second milestone.
    """
    known = agencies.agencies
    areas = {agency.agency_id: normal(agency.area) for agency in known if agency.area}
    sectors = {agency.agency_id: agency.sector for agency in known}
    found = [
        milestone
        for item in coded
        if agencies.is_agency(item.agency_id)
        for milestone in _milestones(item, sectors[item.agency_id], areas)
    ]
    by_column: dict[tuple[str, EventKind], list[Milestone]] = defaultdict(list)
    for milestone in found:
        if _is_by_column(milestone):
            by_column[(milestone.agency_id, milestone.kind)].append(milestone)
    for milestone in found:
        same = by_column[(milestone.agency_id, milestone.kind)]
        if _is_by_column(milestone) or not any(_repeats(milestone, other) for other in same):
            yield milestone


def _is_by_column(milestone: Milestone) -> bool:
    return milestone.milestone_id in milestone.entry_ids


def _repeats(told: Milestone, other: Milestone) -> bool:
    one, two = told.on, other.on
    if one.earliest is None or one.latest is None or two.earliest is None or two.latest is None:
        return False
    near = dt.timedelta(days=word_list("milestones.toml")["same_step"]["days"])
    in_time = one.earliest <= two.latest + near and two.earliest <= one.latest + near
    return in_time and bool(set(told.about) & set(other.about))


def _milestones(item: CodedEntry, sector: str, areas: Mapping[str, str]) -> Iterator[Milestone]:
    entry = item.entry
    whole = clauses(entry.event_text, entry.text, entry.action_text)
    if not (item.kind in MILESTONE_KINDS or may_say(whole, _telling()) or _by_manager(item)):
        return
    oversight = Tri.YES if item.kind is EventKind.SUPERVISION else _oversight(item, whole)
    on_non_attendance = item.kind in _NOT_COME or _says(whole, "non_attendance")
    kinds = [item.kind] if item.kind in MILESTONE_KINDS else []
    kinds += [kind for kind in _kinds_told(item, sector, whole, on_non_attendance) if kind not in kinds]
    if oversight is Tri.YES and not kinds and not item.receives:
        kinds = [EventKind.SUPERVISION]
    for kind in kinds:
        told = "" if kind is item.kind else f"/{kind.value.replace('_', '-')}"
        yield Milestone(
            milestone_id=f"{entry.entry_id}{told}",
            kind=kind,
            on=entry.date,
            agency_id=item.agency_id,
            on_non_attendance=kind is EventKind.CASE_CLOSURE and on_non_attendance,
            out_of_area=_out_of_area(item, whole, areas) if kind is EventKind.MOVE else Tri.UNKNOWN,
            oversight=oversight,
            about=item.people,
            entry_ids=(entry.entry_id,),
        )


def _kinds_told(
    item: CodedEntry, sector: str, whole: tuple[str, ...], on_non_attendance: bool
) -> Iterator[EventKind]:
    """The kinds that the row's words tell of, whatever its event column says."""
    entry = item.entry
    handed_on = item.kind in _HANDED_ON and not item.receives and bool(item.to_agencies)
    outcome = () if handed_on else _own(clauses(entry.action_text), sector)
    own = outcome if item.receives else (*_own(clauses(entry.text), sector), *outcome)
    if item.kind not in (EventKind.REFERRAL, EventKind.REQUEST) or item.receives:
        ends = item.kind is EventKind.DISCHARGE or _says(own, "case_closure", "after_non_attendance")
        if _says(own, "case_closure") or (on_non_attendance and ends and not item.receives):
            yield EventKind.CASE_CLOSURE
    if (item.receives or item.kind in ASSESSMENT_KINDS) and _says(outcome, "decision", "outcome"):
        yield EventKind.DECISION
    if not item.receives and _says_of_nobody_in(own, "disagreement", "family"):
        yield EventKind.DISAGREEMENT
    if _says(own, "unallocated") or _says(outcome, "unallocated", "outcome"):
        yield EventKind.UNALLOCATED
    if not item.receives and _says(own, "supervision"):
        yield EventKind.SUPERVISION
    if _says_of_nobody_in(whole, "move", "others"):
        yield EventKind.MOVE


def _says_of_nobody_in(said: Sequence[str], section: str, who: str) -> bool:
    """Whether the words of a section are said, and of none of the people that ``who`` lists."""
    lists = word_list("milestones.toml")[section]
    others = set(lists[who])
    return any(
        not others.intersection(clause.partition(phrase)[0].split())
        for clause, phrase in _found(said, section)
    )


def _found(said: Sequence[str], section: str, name: str = "words") -> Iterator[tuple[str, str]]:
    lists = word_list("milestones.toml")
    phrases = lists[section][name]
    return said_in(said, phrases, lists[section].get("denials", lists["denials"]))


def _says(said: Sequence[str], section: str, name: str = "words") -> bool:
    return any(True for _ in _found(said, section, name))


def _own(said: Sequence[str], sector: str) -> tuple[str, ...]:
    """The clauses that name no agency of another sector: what those say may be the other's step."""
    return tuple(clause for clause in said if not _names_another(clause, sector))


def _names_another(clause: str, sector: str) -> bool:
    return any(True for _ in said_in((clause,), _others(sector)))


@cache
def _others(sector: str) -> tuple[str, ...]:
    """The words for agencies of every other sector."""
    return tuple(
        name
        for other, words in word_list("sectors.toml").items()
        if other not in (sector, NOT_AN_AGENCY)
        for name in words["generic"]
    )


@cache
def _telling() -> ByWord:
    """Every phrase that can make a row tell of a milestone; most rows say none of them."""
    lists = word_list("milestones.toml")
    return by_word(tuple(phrase for section, name in _LISTS for phrase in lists[section][name]))


def _oversight(item: CodedEntry, whole: Sequence[str]) -> Tri:
    """What the row says of a manager's part in it, in its words or as the role of whoever wrote it."""
    lists = word_list("milestones.toml")["oversight"]
    said = whole
    if any(True for _ in said_in(said, lists["none"])):
        return Tri.NO
    return Tri.YES if _by_manager(item) or _says(said, "oversight") else Tri.UNKNOWN


def _by_manager(item: CodedEntry) -> bool:
    """Whether the row is a manager's own, by its role or name cell."""
    roles = word_list("milestones.toml")["oversight"]["roles"]
    cells = (item.entry.role_text, item.entry.professional_text)
    return any(normal(cell) in roles for cell in cells if cell)


def _out_of_area(item: CodedEntry, whole: Sequence[str], areas: Mapping[str, str]) -> Tri:
    """Whether the row says that a move crossed a boundary, in so many words or by the name of an area."""
    said, lists = whole, word_list("milestones.toml")["out_of_area"]
    if _says(said, "out_of_area", "yes") or _says(said, "move"):
        return Tri.YES
    places = {
        (word, area)
        for clause in said
        for word in lists["before_a_place"]
        for area in areas.values()
        if has_phrase(clause, f"{word} {area}")
    }
    home = areas.get(item.agency_id)
    if home and any(area != home for _, area in places):
        return Tri.YES
    if _says(said, "out_of_area", "no") or (home and any(word != "from" for word, _ in places)):
        return Tri.NO
    return Tri.UNKNOWN
