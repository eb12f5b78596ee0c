"""Information that an entry tells of, by the words of ``indicators.toml``; a denial close by is heeded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.words import has_phrase, normal, word_list
from scrgraph.model.events import Information

_REACH = 3


def topics_in(text: str) -> dict[str, str]:
    """The indicator topics a text tells of, each with the words that led to it."""
    denials = set(word_list("indicators.toml")["denials"])
    plain = normal(text)
    words = plain.split()
    found: dict[str, str] = {}
    for topic, phrases in _topics().items():
        for phrase in phrases:
            if not has_phrase(plain, phrase):
                continue
            for start in _places(words, phrase.split()):
                end = start + len(phrase.split())
                around = words[max(0, start - _REACH) : start] + words[end : end + _REACH]
                if not denials.intersection(around):
                    found.setdefault(topic, phrase)
    return found


def information_of(coded: Iterable[CodedEntry], agencies: AgencyNames) -> Iterator[Information]:
    """One piece of information an entry and topic, held by the agency that wrote it, if it is one.

    Some topics are heeded only in the entries of agencies with a certain focus.
    """
    focus = {agency.agency_id: agency.focus.value for agency in agencies.agencies}
    lists = word_list("indicators.toml")
    for item in coded:
        entry = item.entry
        for topic, words in topics_in(f"{entry.event_text}. {entry.words}").items():
            written_by = lists[topic].get("written_by")
            if written_by and focus.get(item.agency_id) not in written_by:
                continue
            yield Information(
                information_id=f"{entry.entry_id}/{normal(topic).replace(' ', '-')}",
                topic=topic,
                words=words,
                on=entry.date,
                held_by=item.agency_id if agencies.is_agency(item.agency_id) else "",
                about=item.people,
                entry_ids=(entry.entry_id,),
            )


@cache
def _topics() -> dict[str, list[str]]:
    """The phrases of each topic, longest first."""
    lists = word_list("indicators.toml")
    return {
        topic: sorted(entry["words"], key=len, reverse=True)
        for topic, entry in lists.items()
        if topic != "denials"
    }


def _places(words: list[str], phrase: list[str]) -> Iterator[int]:
    for start in range(len(words) - len(phrase) + 1):
        if words[start : start + len(phrase)] == phrase:
            yield start
