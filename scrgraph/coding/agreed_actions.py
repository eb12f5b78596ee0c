"""Actions agreed at meetings, as batons from the meeting to whoever took each on (Ofsted 2010, para 82)."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.meeting_words import AgencyWords
from scrgraph.coding.meetings import rows_of_meetings
from scrgraph.coding.stages import stage
from scrgraph.coding.words import has_phrase, normal, word_list
from scrgraph.model.events import Baton, Meeting
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.vocabulary import EventKind, StageName

_PARTS = re.compile(r"[;\n]|\.(?:\s|$)|,\s*(?=[A-Z])|\band\s+(?=[A-Z]{2,}\b)")


@dataclass(frozen=True)
class _Action:
    """One thing agreed: its words, the acts they name, and its owner's id (empty where nobody is named)."""

    text: str
    acts: tuple[str, ...]
    owner: str


def agreed_actions_of(
    coded: Sequence[CodedEntry], agencies: AgencyNames, meetings: Iterable[Meeting]
) -> list[Baton]:
    """Each action in the outcome cell of a meeting's rows, and of rows of kind agreed action that name no addressee.

    Passed on the day by whoever held the meeting; ``to_agency_id`` is empty where the words name no owner. The
    baton of an agreed-action row has the id that ``batons_of`` gives it, and takes its place
    (``with_agreed_actions``).
    """
    names = AgencyWords(agencies, coded)
    diaries = _diaries(coded)
    batons: list[Baton] = []
    for meeting, rows in rows_of_meetings(coded, meetings):
        batons.extend(_of_meeting(meeting, rows, names, diaries))
    for item in coded:
        if item.kind is EventKind.AGREED_ACTION and not item.to_agencies and not item.receives:
            holder = item.agency_id if agencies.is_agency(item.agency_id) else ""
            text = item.entry.words
            for number, action in enumerate(_actions(text, names) or [_Action(text, (), "")], start=1):
                key = item.entry.entry_id if number == 1 else f"{item.entry.entry_id}#{number}"
                batons.append(_baton(key, action, holder, (), item.entry.date, item.people, (item,), diaries))
    return batons


def with_agreed_actions(
    batons: Sequence[Baton],
    coded: Sequence[CodedEntry],
    agencies: AgencyNames,
    meetings: Iterable[Meeting],
) -> list[Baton]:
    """``batons`` of ``batons_of`` with the agreed actions, each once."""
    agreed = agreed_actions_of(coded, agencies, meetings)
    again = {baton.baton_id for baton in agreed}
    return [*(baton for baton in batons if baton.baton_id not in again), *agreed]


def _of_meeting(
    meeting: Meeting,
    rows: Sequence[CodedEntry],
    names: AgencyWords,
    diaries: Mapping[str, Sequence[CodedEntry]],
) -> list[Baton]:
    """The actions of a meeting; what two agencies wrote of one action is one."""
    found: dict[tuple[str, tuple[str, ...]], tuple[_Action, list[CodedEntry]]] = {}
    for row in rows:
        for action in _actions(row.entry.action_text, names):
            found.setdefault((action.owner, action.acts), (action, []))[1].append(row)
    return [
        _baton(
            f"{meeting.meeting_id}/agreed/{number}",
            action,
            meeting.held_by,
            meeting.attended,
            meeting.on,
            meeting.about,
            sources,
            diaries,
        )
        for number, (action, sources) in enumerate(found.values(), start=1)
    ]


def _actions(text: str, names: AgencyWords) -> list[_Action]:
    """The clauses that name an act. The owner is the agency named before "to", or that a statute names."""
    lists = word_list("meetings.toml")
    found = []
    for part in filter(None, (piece.strip(" -•*\t") for piece in _PARTS.split(text))):
        words = normal(part)
        if any(has_phrase(words, normal(phrase)) for phrase in lists["no_action"]["words"]):
            continue
        owner, rest = _owner(words.split(), names)
        acts = _acts(rest)
        if not acts and owner:
            acts = ("other",)
        if not acts:
            continue
        if not owner:
            statutory = lists["statutory"].items()
            sectors = [key for key, phrases in statutory if any(has_phrase(words, p) for p in phrases)]
            owner = names.of_sector(sectors[0]) if sectors else ""
        found.append(_Action(part, acts, owner))
    return found


def _owner(words: Sequence[str], names: AgencyWords) -> tuple[str, str]:
    """The agency at the head of "SW Okafor to visit", and the words after "to"; empty and all words otherwise."""
    agency_id, length = names.at(words, 0)
    if not agency_id and words[:1] == ["the"]:
        agency_id, length = names.at(words, 1)
        length += 1
    near = word_list("meetings.toml")["owner"]
    for place in range(length, min(length + near["names_between"] + 1, len(words))):
        if agency_id and words[place] in near["says"]:
            return agency_id, " ".join(words[place + 1 :])
    return "", " ".join(words)


def _acts(words: str) -> tuple[str, ...]:
    """The acts that the words name, the first one named first."""
    padded = f" {words} "
    places = {
        act: min((at for word in about["words"] if (at := padded.find(f" {normal(word)} ")) >= 0), default=-1)
        for act, about in word_list("meetings.toml")["acts"].items()
    }
    return tuple(sorted((act for act in places if places[act] >= 0), key=lambda act: (places[act], act)))


def _baton(
    key: str,
    action: _Action,
    holder: str,
    present: Sequence[str],
    on: PartialDate,
    about: tuple[str, ...],
    sources: Sequence[CodedEntry],
    diaries: Mapping[str, Sequence[CodedEntry]],
) -> Baton:
    """The baton. An owner who held the meeting or was there received it there."""
    where = tuple(dict.fromkeys(row.entry.entry_id for row in sources))
    stages = [stage(key, StageName.PASSED, on, "recorded", "", where)]
    wrote = {row.agency_id for row in sources}
    if action.owner and action.owner in {holder, *present, *wrote}:
        stages.append(stage(key, StageName.RECEIVED, on, "recorded", "present where it was agreed", where))
    if done := _done(action, on, about, where, diaries.get(action.owner, ())):
        reason = "the owner's next act of the kind that was agreed, about the same people"
        stages.append(
            stage(key, StageName.ACTED_ON, done.entry.date, "matched", reason, (done.entry.entry_id,))
        )
    elif action.owner and not _kinds(action):
        reason = "no kind of entry would show it"
        stages.append(stage(key, StageName.ACTED_ON, PartialDate(), "unclear", reason, where))
    return Baton(
        baton_id=key,
        kind=EventKind.AGREED_ACTION,
        what=f"the agreed action “{action.text}”",
        on=on,
        from_agency_id="" if holder == action.owner else holder,
        to_agency_id=action.owner,
        about=about,
        stages=tuple(stages),
        entry_ids=where,
    )


def _done(
    action: _Action,
    on: PartialDate,
    about: Sequence[str],
    where: Sequence[str],
    diary: Sequence[CodedEntry],
) -> CodedEntry | None:
    """The owner's first row after the meeting, within the window, of a kind that the action's words name."""
    if on.earliest is None or on.latest is None:
        return None
    until = on.latest + dt.timedelta(word_list("meetings.toml")["windows"]["acted_on"])
    kinds = _kinds(action)
    for item in diary[bisect_right(diary, on.earliest - dt.timedelta(1), key=_first_day) :]:
        if _first_day(item) > until:
            return None
        fits = item.kind in kinds and item.entry.entry_id not in where
        if fits and (not about or set(item.people) & set(about)):
            return item
    return None


def _kinds(action: _Action) -> frozenset[EventKind]:
    acts = word_list("meetings.toml")["acts"]
    return frozenset(EventKind(kind) for act in action.acts for kind in acts[act]["kinds"])


def _diaries(coded: Iterable[CodedEntry]) -> dict[str, list[CodedEntry]]:
    """By each agency its own dated rows that tell of something it did, in order."""
    found: dict[str, list[CodedEntry]] = defaultdict(list)
    for item in coded:
        if item.entry.date.earliest is not None and not item.receives:
            found[item.agency_id].append(item)
    for rows in found.values():
        rows.sort(key=lambda item: (_first_day(item), item.entry.row))
    return found


def _first_day(item: CodedEntry) -> dt.date:
    return item.entry.date.earliest or dt.date.max
