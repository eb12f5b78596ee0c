"""Information that an entry tells of, by the words of ``indicators.toml``; a denial close by is heeded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from scrgraph.coding.about_whom import Mention, RowPeople, RowText, read_text
from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.people_names import PeopleNames
from scrgraph.coding.words import normal, word_list
from scrgraph.model.events import Information

_REACH = 3


def topics_in(text: str) -> dict[str, str]:
    """The indicator topics a text tells of, each with the words that led to it."""
    return {topic: told[0].phrase for topic, told in _told(read_text(text)).items()}


def information_of(
    coded: Iterable[CodedEntry], agencies: AgencyNames, names: PeopleNames
) -> Iterator[Information]:
    """One piece of information an entry and topic, held by the agency that wrote it, if it is one.

    Some topics are heeded only in the entries of agencies with a certain focus. ``about`` are those of the row whom
    the words mean (``about_whom``); it is empty where that cannot be told, and the piece then says nothing about any
    one person.
    """
    focus = {agency.agency_id: agency.focus.value for agency in agencies.agencies}
    lists = word_list("indicators.toml")
    for item in coded:
        entry = item.entry
        text = read_text(f"{entry.event_text}. {entry.words}")
        told = _told(text)
        if not told:
            continue
        people = RowPeople([names[key] for key in item.people], entry.date, names)
        for topic, mentions in told.items():
            rule = lists[topic]
            written_by = rule.get("written_by")
            if written_by and focus.get(item.agency_id) not in written_by:
                continue
            about = dict.fromkeys(one for told in mentions for one in people.concerned(text, told, rule))
            yield Information(
                information_id=f"{entry.entry_id}/{normal(topic).replace(' ', '-')}",
                topic=topic,
                words=mentions[0].phrase,
                on=entry.date,
                held_by=item.agency_id if agencies.is_agency(item.agency_id) else "",
                about=tuple(about),
                entry_ids=(entry.entry_id,),
            )


def _told(text: RowText) -> dict[str, list[Mention]]:
    """Where a text tells of each topic without a denial close by, the longest words first; by topic in their order."""
    words = text.words
    found: dict[str, list[Mention]] = defaultdict(list)
    for start, word in enumerate(words):
        for phrase, topic in _phrases().get(word, ()):
            end = start + len(phrase)
            if words[start:end] != phrase:
                continue
            mention = Mention(topic, " ".join(phrase), start, end)
            if not _denied(text, mention):
                found[topic].append(mention)
    order = [topic for topic in word_list("indicators.toml") if topic in found]
    return {topic: sorted(found[topic], key=lambda told: (-len(told.phrase), told.start)) for topic in order}


def _denied(text: RowText, mention: Mention) -> bool:
    """Whether a denial stands within a few words of it in its sentence; "not" only in its clause."""
    denials = word_list("indicators.toml")["denials"]
    start, end = mention.start, mention.end
    for place in (*range(max(0, start - _REACH), start), *range(end, min(len(text.words), end + _REACH))):
        if text.sentences[place] != text.sentences[start]:
            continue
        if text.words[place] in denials["in_the_sentence"]:
            return True
        denied = text.words[place] in denials["in_the_clause"] and text.clauses[place] == text.clauses[start]
        if denied and text.words[place + 1 : place + 2] not in [(word,) for word in denials["unless_before"]]:
            return True
    return False


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The phrases by their first word, each with its topic."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for topic, rule in word_list("indicators.toml").items():
        if topic != "denials":
            for phrase in rule["words"]:
                words = tuple(phrase.split())
                found[words[0]].append((words, topic))
    return dict(found)
