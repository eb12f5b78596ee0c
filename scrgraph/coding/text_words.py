"""The words of a text with where they stand, and the lists by which names of people are told in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from scrgraph.coding.words import normal, word_list

_WORD = re.compile(r"[^\W_]+(?:['’‘`][^\W_]+)*")
_APOSTROPHES = re.compile(r"['’‘`]")
_POSSESSIVE = re.compile(r"['’‘`]s?$", re.IGNORECASE)
_ENDS = re.compile(r"[.!?;:\n–—•]|\s-\s")


class TextWords:
    """A text taken apart into words: ``raw`` as written, ``plain`` as compared, ``base`` without "'s"."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(_WORD.finditer(text))
        self.raw = [one[0] for one in found]
        self.starts = [one.start() for one in found]
        self.ends = [one.end() for one in found]
        self.plain = [word.casefold() for word in self.raw]
        self.base = self.plain
        if _APOSTROPHES.search(text):
            self.base = [_POSSESSIVE.sub("", word) for word in self.plain]
            self.plain = [_APOSTROPHES.sub("", word) for word in self.plain]
            self.base = [_APOSTROPHES.sub("", word) for word in self.base]
        capitals = sum(word.isupper() for word in self.raw)
        self.shouted = 2 * capitals > len(self.raw) > 3

    def __len__(self) -> int:
        return len(self.raw)

    def gap(self, place: int) -> str:
        """What stands between a word and the next; between the last one and the end."""
        after = self.starts[place + 1] if place + 1 < len(self.raw) else len(self.text)
        return self.text[self.ends[place] : after]

    def joined(self, place: int) -> bool:
        """Whether the next word belongs to this one: after a space or a hyphen, or the full stop of a title."""
        gap = self.gap(place)
        return gap in (" ", "-") or (gap in (". ", ".") and len(self.raw[place]) <= 2)

    def starts_sentence(self, place: int) -> bool:
        """Whether a capital letter there may be that of a sentence."""
        return place == 0 or bool(_ENDS.search(self.gap(place - 1)))

    def possessive(self, place: int) -> bool:
        """Whether the word has "'s"."""
        return self.base[place] != self.plain[place]

    def titled(self, place: int) -> bool:
        """Whether the word has a capital first letter and small ones after it: "Kayla", "O'Hara", "McKay"."""
        if place >= len(self.raw):
            return False
        word = self.raw[place]
        return word[0].isupper() and len(word) > 1 and not word.isupper()

    def in_capitals(self, place: int) -> bool:
        """Whether the word is three letters or more, all of them capital."""
        return place < len(self.raw) and self.raw[place].isupper() and len(normal(self.raw[place])) > 2

    def written(self, start: int, end: int) -> str:
        """The text from one word to before another."""
        return self.text[self.starts[start] : self.ends[end - 1]]


@dataclass(frozen=True)
class RoleWords:
    """What a role in a text makes of somebody: the name they go by, and how sure that is."""

    called: str
    sure: float


@cache
def role_words() -> Mapping[str, RoleWords]:
    """Every role by which a text can mean somebody not named."""
    lists = word_list("people_in_text.toml")
    same = {word: RoleWords(name, 0.85) for name, group in lists["same"].items() for word in group}
    text = {
        word: RoleWords(name, group["sure"])
        for name, group in lists["text"].items()
        for word in group["words"]
    }
    return text | same


@cache
def no_names() -> frozenset[str]:
    """Words that have a capital letter and are nobody of the family: days, drugs, services, workers."""
    lists = word_list("people_in_text.toml")
    words = {*lists["no_names"]["words"], *lists["no_names"]["days"], *lists["no_names"]["drugs"]}
    words |= set(lists["no_names"]["ranks"]) | set(lists["ties"]["words"]) | set(role_words())
    words |= set(word_list("workers.toml")["role_words"])
    for sector in word_list("sectors.toml").values():
        words |= {word for word in (*sector["generic"], *sector["parts"]) if " " not in word}
    return frozenset(words)


@cache
def listed(name: str) -> frozenset[str]:
    """One of the lists of words beside names: "places", "ranks", "cues" and others."""
    return frozenset(word_list("people_in_text.toml")["no_names"][name])


@cache
def in_list(section: str, name: str) -> frozenset[str]:
    """A list of words of another section of ``people_in_text.toml``."""
    return frozenset(word_list("people_in_text.toml")[section][name])


def named(words: TextWords, start: int, stop: int) -> str:
    """A name as it stands in the text, without "'s"."""
    return _POSSESSIVE.sub("", words.written(start, stop))


def denied(words: TextWords, place: int) -> bool:
    """Whether a word right before denies that there is such a person: "no partner", "denies having a boyfriend"."""
    if not place or _ENDS.search(words.gap(place - 1)):
        return False
    before = words.plain[max(0, place - 4) : place]
    return before[-1] in in_list("ties", "denied_by") or not {"denies", "denied"}.isdisjoint(before)


def is_worker(words: TextWords, stop: int) -> bool:
    """Whether a worker's role stands behind a name: "Jane Hill (HV)", "Mrs Ormond, deputy head"."""
    if (
        stop >= len(words)
        or words.gap(stop - 1).strip() not in ("(", ",", "-", "–", "")
        or (words.gap(stop - 1).strip() == "" and words.plain[stop] not in listed("ranks"))
    ):
        return False
    two = " ".join(words.plain[stop : stop + 2])
    return words.plain[stop] in listed("ranks") | listed("worker_words") or two in listed("worker_words")


def known_worker(words: TextWords, place: int, professionals: Mapping[str, str]) -> int:
    """How many words from ``place`` name a worker known by name; 0 where none do."""
    for length in range(min(4, len(words) - place), 0, -1):
        end = place + length
        if not all(words.joined(one) for one in range(place, end - 1)):
            continue
        for last in (words.plain[end - 1], words.base[end - 1]):
            if " ".join((*words.plain[place : end - 1], last)) in professionals:
                return length
    return 0


def tie_behind(words: TextWords, stop: int) -> tuple[str, int]:
    """What a name's bearer is said behind it to be ("Dean (partner)"), and how many words say it."""
    if stop >= len(words) or words.gap(stop - 1).strip() not in ("(", ",", "-", "–"):
        return "", 0
    bracket = words.gap(stop - 1).strip() == "("
    for length in (3, 2, 1):
        phrase = words.plain[stop : stop + length]
        owned = length > 1 and (phrase[0].endswith("s") or phrase[0] in ("her", "his", "the", "new"))
        tie = " ".join(phrase[owned:])
        if len(phrase) == length and tie in in_list("ties", "words") and (bracket or owned):
            return tie, length
    return "", 0
