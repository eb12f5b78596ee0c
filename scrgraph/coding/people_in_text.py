"""Who of the family a running text names, where a file has no column of people.

Known people by any spelling, roles ("mum", "MGM", "unknown male"), and new names that something beside them shows to be
of the family: "her boyfriend Dean", "MARSH, Kayla (f) dob 3/4/95". Another new name is only offered. Workers, agencies,
places, days and medicines are nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from weakref import WeakKeyDictionary

from scrgraph.coding.full_names import full_name
from scrgraph.coding.mention import Mention
from scrgraph.coding.new_names import NewNames
from scrgraph.coding.people_names import PeopleNames
from scrgraph.coding.text_words import TextWords, denied, in_list, known_worker, listed, no_names, role_words
from scrgraph.coding.words import normal
from scrgraph.model.entry import Entry
from scrgraph.model.vocabulary import PersonKind

_INITIALS = re.compile(r"(?<![\w.])([A-Z])\.\s?([A-Z])\b\.?(?!\s?[A-Za-z]*\w\.)(?!\s[A-Z][a-z])")


def people_in_text(
    text: str, names: PeopleNames, professionals: Mapping[str, str] | None = None, subject: str = ""
) -> tuple[Mention, ...]:
    """The people of the family whom ``text`` names, each once, in its order.

    ``professionals`` are names of workers as ``normal`` writes them; ``subject`` is the id of the one adult whom a
    chronology is about ("pt", "client"), where it is known. ``names`` is asked and not changed.
    """
    found: dict[tuple[str, str], Mention] = {}
    for mention in _reader(names).read(text, professionals or {}, subject):
        key = (mention.person_id, "" if mention.person_id else normal(mention.spelling))
        if key not in found or found[key].confidence < mention.confidence:
            found[key] = mention
    return tuple(found.values())


def people_of_rows(
    entries: Iterable[Entry],
    names: PeopleNames,
    professionals: Mapping[str, str] | None = None,
    subjects: Mapping[str, str] | None = None,
) -> dict[str, tuple[Mention, ...]]:
    """By entry id whom the words of each row without a cell of people name; ``names`` takes in whoever is new.

    ``subjects`` gives by chronology id the person a chronology about one adult is about. Rows are read again once
    somebody new is known, so that "Dean" is known before the row that says "her boyfriend Dean" too.
    """
    rows = [entry for entry in entries if not entry.people_text.strip()]
    about = subjects or {}

    def read(entry: Entry) -> tuple[Mention, ...]:
        return people_in_text(entry.words, names, professionals, about.get(entry.chronology_id, ""))

    told = {entry.entry_id: read(entry) for entry in rows}
    fresh: set[str] = set()
    for mention in _to_take(told.values()):
        found = names.take(mention.spelling, mention.role)
        if found and not names[found].unnamed:
            fresh |= {word for word in re.findall(r"\w+", mention.spelling) if word[1:]}
    again = re.compile("|".join(sorted(fresh)) or "(?!)", re.IGNORECASE)
    for entry in rows:
        if any(True for _ in _to_take([told[entry.entry_id]])) or again.search(entry.words):
            mentions = read(entry)
            ids = [one.person_id or _taken(one, names) for one in mentions]
            told[entry.entry_id] = tuple(map(_with_id, mentions, ids))
    return {key: mentions for key, mentions in told.items() if mentions}


def _to_take(read: Iterable[Iterable[Mention]]) -> Iterator[Mention]:
    """The mentions of people nobody knows yet."""
    return (one for mentions in read for one in mentions if not one.person_id and not one.candidate)


def _taken(mention: Mention, names: PeopleNames) -> str:
    return "" if mention.candidate else names.take(mention.spelling, mention.role)


def _with_id(mention: Mention, person_id: str) -> Mention:
    return replace(mention, person_id=person_id)


__all__ = ["Mention", "people_in_text", "people_of_rows"]


class _Reader:
    """Reads texts by the names as they are; made again once there are more of them."""

    def __init__(self, names: PeopleNames) -> None:
        self._names = names
        self.size = len(names.spellings)
        self._longest: dict[str, int] = {}
        self._surnames: set[str] = set()
        self._initials: dict[str, set[str]] = defaultdict(set)
        for spelling, person_id in names.spellings.items():
            self._begin(spelling)
            person = names[person_id]
            if not person.unnamed and (name := full_name(person.display_name)).surname:
                self._surnames.add(name.surname)
                if name.full:
                    self._initials[name.initials].add(person_id)
        self._new = NewNames(names, self._surnames)
        for phrase in (*role_words(), *in_list("ties", "beside_the_point"), *in_list("subject", "words")):
            self._begin(phrase)

    def _begin(self, phrase: str) -> None:
        words = phrase.split()
        if words:
            self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def read(self, text: str, professionals: Mapping[str, str], subject: str) -> Iterable[Mention]:
        """The mentions in the text's order, one person perhaps several times."""
        words = TextWords(text)
        end, whose = 0, ""
        for place in self._worth_reading(words):
            if place < end:
                continue
            taken, mention = self._at(words, place, professionals, subject, whose if place == end else "")
            end, whose = place + max(1, taken), ""
            if mention:
                whose = mention.spelling if mention.person_id and words.possessive(end - 1) else ""
                yield mention
        for one in _INITIALS.finditer(text) if "." in text else ():
            yield self._of_initials(one[0], f"{one[1]}{one[2]}".casefold())

    def _worth_reading(self, words: TextWords) -> list[int]:
        """The places where a name or role can begin: most words are neither."""
        begins, ranks = self._longest, listed("ranks")
        return [
            place
            for place, (plain, base, raw) in enumerate(zip(words.plain, words.base, words.raw, strict=True))
            if plain in begins or base in begins or raw[0].isupper() or plain in ranks
        ]

    def _at(
        self, words: TextWords, place: int, professionals: Mapping[str, str], subject: str, whose: str
    ) -> tuple[int, Mention | None]:
        """Who is named from ``place`` on, and how many words name them or somebody who is beside the point."""
        plain = words.plain[place]
        longest = max(self._longest.get(plain, 0), self._longest.get(words.base[place], 0))
        capital = words.raw[place][0].isupper()
        if plain in listed("ranks") and (taken := self._new.worker_after(words, place)):
            return taken, None
        if capital and professionals and (taken := known_worker(words, place, professionals)):
            return taken, None
        for length in range(min(longest, len(words) - place), 0, -1):
            end = place + length
            if not all(words.joined(one) for one in range(place, end - 1)):
                continue
            for last in dict.fromkeys((words.plain[end - 1], words.base[end - 1])):
                phrase = " ".join((*words.plain[place : end - 1], last))
                if phrase in in_list("ties", "beside_the_point"):
                    return length, None
                if person_id := self._names.written(phrase):
                    named = (
                        self._new.after_role(words, place, end) if self._names[person_id].unnamed else None
                    )
                    if named:
                        return named
                    if self._stands(words, place, end, phrase, person_id):
                        return length, self._known(words, place, end, phrase, person_id)
                    break
                if phrase in in_list("subject", "words"):
                    return length, self._subject(words, place, end, subject)
                if phrase in role_words():
                    return self._role(words, place, end, phrase, whose)
        if capital and not words.shouted:
            return self._new.at(words, place)
        return 1, None

    def _stands(self, words: TextWords, place: int, end: int, phrase: str, person_id: str) -> bool:
        """Whether a known spelling means the person here, and is no place, no word and no part of another name."""
        if phrase in role_words() or self._names[person_id].unnamed:
            return not (phrase == "mo" and place and words.plain[place - 1].isdigit()) and not denied(
                words, place
            )
        if end < len(words) and words.titled(end) and words.joined(end - 1) and not words.possessive(end - 1):
            after = words.base[end]
            if after in listed("places"):
                return False
            if end - place == 1 and after not in no_names() and not self._names.written(after):
                return False
        if end - place > 1 or len(phrase) < 3:
            return end - place > 1 or (len(phrase) == 2 and words.raw[place].isupper())
        if phrase not in listed("also_words") and phrase not in no_names():
            return True
        if not words.raw[place][0].isupper():
            return False
        before = words.plain[place - 1] if place else ""
        after = words.plain[end] if end < len(words) else ""
        if (before in listed("months_before") and phrase in listed("days")) or after.isdigit():
            return False
        return not words.starts_sentence(place) or words.possessive(place) or after in listed("cues")

    def _known(self, words: TextWords, place: int, end: int, phrase: str, person_id: str) -> Mention:
        person = self._names[person_id]
        sure = 0.97 if end - place > 1 else 0.9 if words.raw[place][0].isupper() or person.unnamed else 0.75
        return Mention(person.display_name, words.written(place, end), sure, person_id)

    def _subject(self, words: TextWords, place: int, end: int, subject: str) -> Mention | None:
        if not subject:
            return None
        name = self._names[subject].display_name
        return Mention(name, words.written(place, end), 0.85, subject)

    def _role(
        self, words: TextWords, place: int, end: int, phrase: str, whose: str
    ) -> tuple[int, Mention | None]:
        """Somebody told by a role, with the name behind it where there is one."""
        role = role_words()[phrase]
        if phrase == "mo" and place and words.plain[place - 1].isdigit():
            return end - place, None
        if named := self._new.after_role(words, place, end):
            return named
        if denied(words, place):
            return end - place, None
        spelling, sure = role.called, role.sure
        owner = self._names.find(whose) if whose else ""
        if owner and self._names[owner].kind is PersonKind.CHILD and not self._names[owner].index_child:
            spelling = f"{whose}'s {role.called[0].lower()}{role.called[1:]}"
        elif owner and self._names[owner].kind is not PersonKind.CHILD and not self._names[owner].unnamed:
            spelling = f"{whose}'s {phrase}"
        if place and words.plain[place - 1] in ("his", "her", "their"):
            sure = min(sure, 0.5)
        said = words.written(place, end)
        person_id = self._names.find(spelling) or self._names.find_role(normal(spelling))
        spelling = self._names[person_id].display_name if person_id else spelling
        return end - place, Mention(spelling, said, sure, person_id)

    def _of_initials(self, said: str, initials: str) -> Mention:
        """Initials mean somebody where only one person has them; else they are offered."""
        who = self._initials.get(initials, set())
        if len(who) == 1:
            (person_id,) = who
            return Mention(self._names[person_id].display_name, said, 0.7, person_id)
        return Mention(said, said, 0.3, candidate=True)


_READERS: WeakKeyDictionary[PeopleNames, _Reader] = WeakKeyDictionary()


def _reader(names: PeopleNames) -> _Reader:
    reader = _READERS.get(names)
    if reader is None or reader.size != len(names.spellings):
        reader = _READERS[names] = _Reader(names)
    return reader
