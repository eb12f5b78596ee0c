"""Whom a piece of information is about: which of the people of a row the words near it mean.

A row names everybody concerned by the whole event; "bruise to forearm" is about one of them. In order: a name or a
word for somebody in the same clause, nearest before (for an injury first right after "to" or "on"); the only one whom
the sentence has named by then; the only one of the row who can be meant. Nobody unborn is. Otherwise it cannot be told.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from scrgraph.coding.people_names import PeopleNames
from scrgraph.coding.words import normal, word_list
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import PersonKind, Sex

_SENTENCES = re.compile(r"[.!?;:]+(?=\W|$)|\n")
_CLAUSES = re.compile(r",(?!\d)|\u2013|\u2014| - ")
_NEAR = 4
_LONGEST = 4
_BESIDE_THE_POINT = {"adult": ("child",), "child": ("adult", "other adult", "nobody")}


@dataclass(frozen=True)
class RowText:
    """The words of a row as they are compared, each with the number of its clause and of its sentence."""

    words: tuple[str, ...]
    clauses: tuple[int, ...]
    sentences: tuple[int, ...]


@dataclass(frozen=True)
class Mention:
    """One place where a text tells of a topic: the words from ``start`` to before ``end``."""

    topic: str
    phrase: str
    start: int
    end: int


def read_text(text: str) -> RowText:
    """Take a text apart at what ends a sentence, and at commas and dashes within it."""
    words: list[str] = []
    clauses: list[int] = []
    sentences: list[int] = []
    clause = 0
    for number, sentence in enumerate(_SENTENCES.split(text)):
        for part in _CLAUSES.split(sentence):
            found = normal(part).split()
            words += found
            clauses += [clause] * len(found)
            sentences += [number] * len(found)
            clause += 1
    return RowText(tuple(words), tuple(clauses), tuple(sentences))


@dataclass(frozen=True)
class _Meant:
    """A word that names somebody: empty where nobody of the row is. ``kind`` is of a word for somebody not named."""

    place: int
    person_id: str
    kind: str

    def fits(self, about: str, may_be: Container[str]) -> bool:
        if self.person_id:
            return self.person_id in may_be
        return self.kind not in _BESIDE_THE_POINT.get(about, ())


class RowPeople:
    """The people of one row, to be asked which of them a mention is about."""

    def __init__(self, people: Sequence[Person], on: PartialDate, names: PeopleNames) -> None:
        self._people = [person for person in people if not _unborn(person, on)]
        self._names = names
        self._called = _called(people)

    def concerned(self, text: RowText, mention: Mention, rule: Mapping[str, Any]) -> tuple[str, ...]:
        """The ids of those it is about; none where that cannot be told.

        ``rule`` is the topic's: ``about`` says of what kind they are. What is ``shared`` is about every adult of the
        row, unless its words name somebody who is not of it, and about its children where it names no adult; a
        ``newcomer`` is not the mother of the household.
        """
        can_be = [person.person_id for person in self._can_be(rule)]
        clause = text.clauses[mention.start]
        meant = list(self._meant(text, [n for n, number in enumerate(text.clauses) if number == clause]))
        if rule.get("shared"):
            if can_be:
                elsewhere = any(one.kind == "nobody" for one in meant)
                return () if elsewhere and len(can_be) > 1 else tuple(can_be)
            mother = self._mother_of_children()
            if mother and mother in {one.person_id for one in meant}:
                return (mother,)
            return tuple(person.person_id for person in self._people if person.kind is PersonKind.CHILD)
        if mention.phrase.split()[0] in word_list("about_whom.toml")["everybody"]["words"]:
            return tuple(can_be)
        may_be = set(can_be)
        if rule["about"] != "child":
            may_be.add(self._mother_of_children())
        if rule["about"] in ("anyone", "adult first"):
            may_be.update(person.person_id for person in self._people)
        meant = [one for one in meant if one.fits(rule["about"], may_be)]
        if nearest := _nearest(text, mention, meant, rule):
            return (nearest.person_id,) if nearest.person_id else ()
        said = {
            one.person_id
            for one in self._meant(text, _before(text, mention))
            if one.fits(rule["about"], can_be)
        }
        if len(said) == 1:
            return tuple(one for one in said if one)
        return tuple(can_be) if len(can_be) == 1 else ()

    def _can_be(self, rule: Mapping[str, Any]) -> list[Person]:
        """Those of the row of whom it can be told. A child counts for what is ``adult first`` where no adult is
        named."""
        adults = [person for person in self._people if person.kind is not PersonKind.CHILD]
        children = [person for person in self._people if person.kind is not PersonKind.ADULT]
        about = rule["about"]
        if rule.get("newcomer"):
            mothers = word_list("roles.toml")["household_of"]["words"]
            return [person for person in adults if person.role not in mothers]
        if about == "anyone":
            return self._people
        if about == "child":
            return children
        return adults or (children if about == "adult first" else [])

    def _meant(self, text: RowText, places: Sequence[int]) -> Iterator[_Meant]:
        """Whom the words at these places mean, the longest words first."""
        words = [text.words[place] for place in places]
        start = 0
        while start < len(words):
            for length in range(min(_LONGEST, len(words) - start), 0, -1):
                said = " ".join(words[start : start + length])
                person = self._called.get(said) or self._called.get(said.removesuffix("s"), "")
                if person or said in _words():
                    kind = "" if person else _words()[said]["kind"]
                    yield _Meant(places[start], person or self._of_role(said), kind)
                    start += length
                    break
            else:
                start += 1

    def _of_role(self, said: str) -> str:
        """Whom a word for somebody means: the only one of the row it can mean, or the mother of its children."""
        role = _words()[said]
        adults = [person for person in self._people if person.kind is not PersonKind.CHILD]
        if role["kind"] == "nobody":
            return ""
        if role["kind"] == "other adult":
            return adults[1].person_id if len(adults) == 2 else ""
        fit = list(self._people)
        if role["kind"] == "adult":
            fit = adults
        elif role["kind"] == "child":
            fit = [person for person in self._people if person.kind is not PersonKind.ADULT]
        if role["sex"] != "unknown":
            known = [person for person in fit if person.sex is Sex(role["sex"])]
            not_other = [person for person in fit if person.sex in (Sex(role["sex"]), Sex.UNKNOWN)]
            fit = known if known and role["kind"] != "anyone" else not_other
        if len(fit) == 1:
            return fit[0].person_id
        is_mother = said.removesuffix("s") in word_list("roles.toml")["household_of"]["words"]
        return self._mother_of_children() if is_mother and not fit else ""

    def _mother_of_children(self) -> str:
        """In a row of children alone, "mum" is the one whom the records of the review call so."""
        if not self._people or any(person.kind is not PersonKind.CHILD for person in self._people):
            return ""
        words = word_list("roles.toml")["household_of"]["words"]
        found = {person for word in words if (person := self._names.find(word))}
        return found.pop() if len(found) == 1 else ""


def _nearest(
    text: RowText, mention: Mention, meant: Sequence[_Meant], rule: Mapping[str, Any]
) -> _Meant | None:
    """The one meant nearest; ``None`` where nobody is. "Partner" or "ex" further on ("since partner left") is not."""
    for one in meant:
        between = text.words[mention.start : one.place]
        if mention.start < one.place < mention.end + _NEAR and any(
            word in rule.get("right_after", ()) for word in between
        ):
            return one
    sure = [one for one in meant if one.person_id or one.kind == "adult"]
    within = [one for one in sure if mention.start <= one.place < mention.end and rule.get("own_words")]
    before = [one for one in meant if one.place < mention.start]
    after = [one for one in sure if one.place >= mention.end]
    return next(iter(within[:1] + before[-1:] + after[:1]), None)


def _before(text: RowText, mention: Mention) -> list[int]:
    """The places of the mention's sentence that stand before it."""
    sentence = text.sentences[mention.start]
    return [place for place in range(mention.start) if text.sentences[place] == sentence]


def _called(people: Sequence[Person]) -> dict[str, str]:
    """Whom a spelling means, or a word of it that is nobody else's of the row and no word for a role."""
    found: dict[str, str] = {}
    parts: dict[str, set[str]] = {}
    roles = _role_words()
    for person in people:
        for spelling in (person.display_name, *person.spellings):
            plain = normal(spelling)
            if plain not in _words():
                found.setdefault(plain, person.person_id)
            for word in plain.split():
                if len(word) > 2 and word not in roles:
                    parts.setdefault(word, set()).add(person.person_id)
    for word, ids in parts.items():
        if len(ids) == 1:
            found.setdefault(word, next(iter(ids)))
    return found


def _unborn(person: Person, on: PartialDate) -> bool:
    born = person.born if person.born.known else person.due
    if born.earliest is not None:
        return on.latest is not None and on.latest < born.earliest
    return person.role in word_list("about_whom.toml")["unborn"]["words"]


@cache
def _words() -> dict[str, dict[str, str]]:
    """Each word for somebody not named, with what it says of them."""
    lists = word_list("about_whom.toml")
    return {word: role for role in lists.values() if "kind" in role for word in role["words"]}


@cache
def _role_words() -> frozenset[str]:
    lists = word_list("roles.toml")
    said = (word for group in lists.values() for words in group.values() for word in words)
    return frozenset(part for word in said for part in word.split())
