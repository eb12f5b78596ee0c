"""How the entries describe co-operation, and the level of intervention then in force.

Five overlapping categories, contacts not made, and four levels (Brandon and others 2009, figure 9 and appendix 5),
by the words of ``engagement.toml``. A category is what an entry says on a day, never a property of a person.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.event_words import event_name
from scrgraph.coding.people_names import read_role
from scrgraph.coding.phrases import ByWord, by_word, clauses, may_say, said_in
from scrgraph.coding.words import has_phrase, normal, parts, slug, word_list
from scrgraph.model.events import Engagement, LevelTold, Milestone
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.vocabulary import EventKind, PersonKind, Sex


def engagements_of(
    coded: Sequence[CodedEntry], agencies: AgencyNames, levels: Sequence[LevelTold]
) -> tuple[Engagement, ...]:
    """One an entry and pattern that it describes, about the people it names; undated entries are left out."""
    sectors = {agency.agency_id: agency.sector for agency in agencies.agencies}
    found = []
    for item in coded:
        entry = item.entry
        if not item.people or not entry.date.known or not agencies.is_agency(item.agency_id) or item.receives:
            continue
        for pattern, (words, about) in _described(item, sectors[item.agency_id]).items():
            found.append(
                Engagement(
                    engagement_id=f"{entry.entry_id}/{slug(pattern)}",
                    pattern=pattern,
                    words=words,
                    level=_level_on(entry.date, levels),
                    on=entry.date,
                    agency_id=item.agency_id,
                    about=about,
                    entry_ids=(entry.entry_id,),
                )
            )
    return tuple(found)


def patterns_in(text: str) -> dict[str, str]:
    """The patterns that a text describes, each with the words that do."""
    return {pattern: phrase for _, pattern, phrase in _patterns_said(clauses(text))}


def says_otherwise(text: str) -> bool:
    """Whether a text gives a reason for a contact not made that lies elsewhere, such as an illness."""
    return any(True for _ in said_in(clauses(text), word_list("engagement.toml")["unless"]["words"]))


def level_in(text: str) -> int:
    """The highest level of intervention that a text says is in force, 1 to 4; 0 where it says none."""
    lists = word_list("engagement.toml")["levels"]
    told = [
        level
        for level in range(1, 5)
        for clause, phrase in said_in(clauses(text), lists[str(level)]["words"], lists["denials"])
        if not any(has_phrase(clause.partition(phrase)[2], word) for word in lists["withdrawn"])
    ]
    return max(told, default=0)


def _described(item: CodedEntry, sector: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """By pattern: the words behind it, and whom they concern."""
    entry, lists = item.entry, word_list("engagement.toml")
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for clause, pattern, phrase in _patterns_said(clauses(entry.text, entry.action_text)):
        if item.passes_on and phrase in lists["retold"]["words"]:
            continue
        if about := _meant(item, clause, phrase):
            words, others = found.get(pattern, (phrase, ()))
            found[pattern] = (words, tuple(dict.fromkeys((*others, *about))))
    of_kind = [pattern for pattern, words in lists["patterns"].items() if item.kind.value in words["kinds"]]
    if of_kind and not _lies_elsewhere(item, sector):
        found = dict.fromkeys(of_kind, (entry.event_words, item.people)) | found
    return found


def _meant(item: CodedEntry, clause: str, phrase: str) -> tuple[str, ...]:
    """Whom a clause's words concern: those it names, else the one whose role it speaks of, else all of the row.

    Nobody where a clause speaks of "partner" or "father" and it is not plain which of the row's people that is.
    """
    named = _names(item)
    about = tuple(dict.fromkeys(who for name, who in named if has_phrase(clause, name)))
    before = clause.partition(phrase)[0].split()
    subjects = [word for word in word_list("engagement.toml")["subjects"]["words"] if word in before]
    if about or not subjects:
        return about or item.people
    readings = [(read_role(name), who) for name, who in named]
    by_role = {who for reading, who in readings if reading.role in subjects}
    sexes = {read_role(word).sex for word in subjects} - {Sex.UNKNOWN}
    adults = {who for reading, who in readings if reading.kind is PersonKind.ADULT and reading.sex in sexes}
    one = by_role or adults
    return tuple(one) if len(one) == 1 else ()


def _lies_elsewhere(item: CodedEntry, sector: str) -> bool:
    unless = word_list("engagement.toml")["unless"]
    absent = sector in unless["sectors"] or event_name(item.entry) in unless["events"]
    return absent or says_otherwise(item.entry.words)


def _patterns_said(said: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    if not may_say(said, _telling()):
        return
    for pattern, (phrases, alone, denials) in _phrases().items():
        taken: set[str] = set()
        for clause, phrase in said_in(said, phrases, denials):
            taken.add(clause)
            yield clause, pattern, phrase
        for clause in said:
            if clause in alone and clause not in taken:
                yield clause, pattern, clause


@cache
def _phrases() -> dict[str, tuple[list[str], list[str], frozenset[str]]]:
    """The phrases of each pattern, longest first, those that count alone, and the words that take one back."""
    lists = word_list("engagement.toml")
    return {
        pattern: (
            sorted(words["words"], key=len, reverse=True),
            words.get("alone", []),
            frozenset([*lists["denials"], *words.get("denials", [])]),
        )
        for pattern, words in lists["patterns"].items()
    }


@cache
def _telling() -> ByWord:
    """Everything that describes a pattern; most rows say none of it."""
    return by_word(
        tuple(phrase for phrases, alone, _ in _phrases().values() for phrase in (*phrases, *alone))
    )


def _names(item: CodedEntry) -> list[tuple[str, str]]:
    """The names of the row's people as its cell writes them, with their ids, where the two agree in number."""
    pieces = [normal(piece) for piece in parts(item.entry.people_text)]
    return list(zip(pieces, item.people, strict=True)) if len(pieces) == len(item.people) else []


def levels_told(
    coded: Sequence[CodedEntry], agencies: AgencyNames, milestones: Iterable[Milestone]
) -> tuple[LevelTold, ...]:
    """The levels that rows tell of, each until the same agency closes, tells another level, or too long ago.

    ``milestones`` are those of the same entries: a closure ends the level of intervention.
    """
    told: list[tuple[CodedEntry, int]] = []
    changes: dict[str, list[tuple[int, PartialDate]]] = defaultdict(list)
    for item in coded:
        if agencies.is_agency(item.agency_id) and item.entry.date.known and (level := _level_told(item)):
            told.append((item, level))
            changes[item.agency_id].append((level, item.entry.date))
    for milestone in milestones:
        closed = milestone.kind is EventKind.CASE_CLOSURE and milestone.on.known
        if closed and milestone.agency_id in changes:
            changes[milestone.agency_id].append((0, milestone.on))
    return tuple(_in_force(item, level, changes[item.agency_id]) for item, level in told)


def _level_told(item: CodedEntry) -> int:
    lists = word_list("engagement.toml")["levels"]
    if item.kind.value not in lists["days"] or item.receives:
        return 0
    if any(True for _ in said_in(clauses(item.entry.action_text), lists["closes"], lists["denials"])):
        return 0
    by_kind = [level for level in range(1, 5) if item.kind.value in lists[str(level)]["kinds"]]
    return max([*by_kind, level_in(f"{item.entry.event_text}. {item.entry.words}")])


def _in_force(item: CodedEntry, level: int, changes: Sequence[tuple[int, PartialDate]]) -> LevelTold:
    began = item.entry.date.latest or dt.date.max
    days = word_list("engagement.toml")["levels"]["days"][item.kind.value]
    later = [day for other, date in changes if other != level and (day := date.earliest) and day > began]
    return LevelTold(
        level_told_id=f"{item.entry.entry_id}/level",
        level=level,
        on=item.entry.date,
        from_day=began,
        to_day=min([began + dt.timedelta(days=days), *later]),
        agency_id=item.agency_id,
        entry_ids=(item.entry.entry_id,),
    )


def _level_on(on: PartialDate, levels: Sequence[LevelTold]) -> int:
    """The highest level certainly in force on every possible day of a date; 0 where none is told."""
    if on.earliest is None or on.latest is None:
        return 0
    return max(
        (one.level for one in levels if one.from_day <= on.earliest and on.latest <= one.to_day), default=0
    )
