"""Names that nobody of the review has had so far, and what stands beside them that tells whose they are."""

from __future__ import annotations

import re
from collections.abc import Set

from scrgraph.coding.full_names import TITLES, full_name
from scrgraph.coding.mention import Mention
from scrgraph.coding.people_names import PeopleNames, read_role
from scrgraph.coding.text_words import TextWords, in_list, is_worker, listed, named, no_names, tie_behind
from scrgraph.model.vocabulary import PersonKind, Sex

_BEHIND = re.compile(
    r"(?:[\s,]*(?:\((?:f|m|female|male)\)|\(?\b(?:d\.?o\.?b\.?|born)\s*:?\s*\d[\d./-]*\d\)?|\(?aged\s+\d+\)?))+",
    re.IGNORECASE,
)


class NewNames:
    """Reads names by a title, capitals, a role beside them, or a surname of the family (``surnames``)."""

    def __init__(self, names: PeopleNames, surnames: Set[str]) -> None:
        self._names = names
        self._surnames = surnames

    def at(self, words: TextWords, place: int) -> tuple[int, Mention | None]:
        """Somebody nobody has named so far, by a title, capitals, two names, or a first name with a role."""
        plain = words.plain[place]
        if plain in TITLES:
            return self._titled(words, place)
        stop = self._name_ends(words, place)
        if stop == place:
            return 1, None
        if (
            stop < len(words)
            and words.joined(stop - 1)
            and words.raw[stop][0].isupper()
            and (words.base[stop] in listed("places"))
        ):
            return stop - place + 1, None
        if is_worker(words, stop):
            return stop - place, None
        name = named(words, place, stop)
        behind = _BEHIND.match(words.text, words.ends[stop - 1])
        said = words.text[words.starts[place] : behind.end() if behind else words.ends[stop - 1]]
        if known := self._names.find_same(name):
            return stop - place, Mention(self._names[known].display_name, said, 0.95, known)
        tie, more = tie_behind(words, stop)
        written = full_name(name)
        if stop - place > 1 and (behind or tie or written.surname in self._surnames):
            whole = f"{name} {behind[0].strip(' ,')}" if behind else name
            return stop - place + more, Mention(whole, said, 0.8, role=tie)
        if tie:
            return stop - place + more, Mention(name, said, 0.7, role=tie)
        if stop - place > 1 and "," not in name and words.starts_sentence(place):
            return 1, None
        if stop - place > 1:
            return stop - place, Mention(name, said, 0.5, candidate=True)
        return stop - place, self._offered(words, place, stop) if stop - place == 1 else None

    def after_role(self, words: TextWords, place: int, end: int) -> tuple[int, Mention | None] | None:
        """ "her boyfriend Dean": the name, with what the role says of somebody not known."""
        tie = words.plain[end - 1]
        start = end + 1 if end < len(words) and words.plain[end] in ("called", "named") else end
        if tie not in in_list("ties", "words") or not words.titled(start) or words.gap(start - 1) != " ":
            return None
        length = 1 + (words.joined(start) and words.titled(start + 1) and self._may_be_name(words, start + 1))
        for stop in range(start + length, start, -1):
            known = self._names.find_same(named(words, start, stop))
            if known and _fits(words.written(place, end), self._names[known].kind, self._names[known].sex):
                said = words.written(place, stop)
                return stop - place, Mention(self._names[known].display_name, said, 0.9, known)
        if not self._may_be_name(words, start) or words.starts_sentence(start):
            return None
        name, said = named(words, start, start + length), words.written(place, start + length)
        other = self._names.find(name)
        spelling = name if not other else f"{tie} {name}"
        return start + length - place, Mention(spelling, said, 0.75, self._names.find(spelling), role=tie)

    def worker_after(self, words: TextWords, place: int) -> int:
        """How many words a worker takes: "HV Okafor", "Dr A. Penrose", "SW Mrs Hill"; 0 where no name follows."""
        stop = place + 1
        while stop < min(len(words), place + 4) and words.joined(stop - 1) and words.raw[stop][0].isupper():
            own = words.base[stop] in no_names() and words.plain[stop] not in TITLES
            if own or (words.raw[stop].isupper() and 1 < len(words.raw[stop]) < 4):
                break
            if self._names.written(words.base[stop]):
                return 0
            stop += 1
        return stop - place if stop > place + 1 else 0

    def _offered(self, words: TextWords, place: int, stop: int) -> Mention | None:
        """A new first name by itself: offered where what stands behind it is said of people."""
        after = words.plain[stop] if stop < len(words) and words.gap(stop - 1) == " " else ""
        cues = listed("sure_cues") if words.starts_sentence(place) else listed("cues")
        if not words.titled(place) or (after not in cues and not words.possessive(place)):
            return None
        if words.possessive(place) and words.starts_sentence(place):
            return None
        if place and words.plain[place - 1] in listed("places"):
            return None
        name = named(words, place, stop)
        return Mention(name, words.written(place, stop), 0.4, candidate=True)

    def _titled(self, words: TextWords, place: int) -> tuple[int, Mention | None]:
        """ "Ms Marsh", "Mr K": of the family where the surname is, or is a letter; else offered."""
        stop = place + 1
        while stop < min(len(words), place + 4) and words.joined(stop - 1) and words.raw[stop][0].isupper():
            if len(words.raw[stop]) > 1 and words.base[stop] in no_names() and not _also(words.base[stop]):
                break
            stop += 1
        if stop == place + 1:
            return 1, None
        if is_worker(words, stop):
            return stop - place, None
        name, said = named(words, place, stop), words.written(place, stop)
        if known := self._names.find_same(name):
            return stop - place, Mention(self._names[known].display_name, said, 0.95, known)
        (tie, more), written = tie_behind(words, stop), full_name(name)
        ours = bool(tie) or written.surname in self._surnames or len(written.surname) == 1
        return stop - place + more, Mention(name, said, 0.75 if ours else 0.5, role=tie, candidate=not ours)

    def _name_ends(self, words: TextWords, place: int) -> int:
        """Where a name that begins at ``place`` ends: "MARSH, Kayla", "Kayla MARSH", "Dean Harker", "Dean"."""
        if words.in_capitals(place):
            comma = words.gap(place) == ", "
            follows = (comma or words.joined(place)) and words.titled(place + 1)
            ours = words.base[place] in self._surnames
            if not follows or not self._may_be_name(words, place) or words.base[place + 1] in no_names():
                return place
            free = not self._names.written(words.base[place + 1]) and self._may_be_name(words, place + 1)
            return place + 2 if ours or free else place
        if not words.titled(place) or not self._may_be_name(words, place):
            return place
        stop = place + 1
        while stop < min(len(words), place + 3) and words.joined(stop - 1) and not words.possessive(stop - 1):
            capitals = words.in_capitals(stop) and words.base[stop] not in no_names()
            if not (capitals or (words.titled(stop) and self._may_be_name(words, stop))):
                break
            stop += 1
        return stop

    def _may_be_name(self, words: TextWords, place: int) -> bool:
        word = words.base[place]
        free = word not in no_names() or word in self._surnames
        return free and word.isalpha() and (word not in listed("places") or word in self._surnames)


def _also(word: str) -> bool:
    return word in listed("also_words")


def _fits(role: str, kind: PersonKind, sex: Sex) -> bool:
    """Whether somebody known can be what a role beside the name says."""
    told = read_role(role)
    other_kind = PersonKind.UNKNOWN not in (told.kind, kind) and told.kind is not kind
    return not other_kind and not (Sex.UNKNOWN not in (told.sex, sex) and told.sex is not sex)
