"""A full name as people write it: order, capitals, title, sex and date of birth told apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from scrgraph.coding.words import normal
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import Sex
from scrgraph.temporal.read_date import read_date

#: Titles, with the sex that they tell.
TITLES = {
    "mr": Sex.MALE, "master": Sex.MALE, "mrs": Sex.FEMALE, "ms": Sex.FEMALE, "miss": Sex.FEMALE,
    "mx": Sex.UNKNOWN,
}  # fmt: skip
#: What stands behind a name in police and hospital logs: "(f)", "dob 3/4/95", "aged 24", "b. 1995".
_BORN = re.compile(r"[\s,(\[]*\b(?:d\.?o\.?b\.?|born|b\.)\s*:?\s*([\d][\d./ -]*\d)\s*[)\]]?", re.IGNORECASE)
_AGED = re.compile(
    r"[\s,(\[]*\b(?:aged?)\s*:?\s*\d{1,3}(?:\s*(?:yrs?|years?|months?))?\s*[)\]]?", re.IGNORECASE
)
_SEX = re.compile(r"\s*[(\[]\s*(f|m|female|male)\s*[)\]]", re.IGNORECASE)


@dataclass(frozen=True)
class FullName:
    """What a written name says. ``given`` and ``surname`` are as they are compared; either may be empty.

    ``bare`` is the name as written without what stood round it, ``natural`` the same in the order "Kayla Marsh",
    without a title. ``born`` is the date of birth as written. ``marked`` tells that a comma or the capitals of the
    surname say which of the words the surname is.
    """

    bare: str
    natural: str
    given: tuple[str, ...] = ()
    surname: str = ""
    title: str = ""
    sex: Sex = Sex.UNKNOWN
    born: str = ""
    marked: bool = False

    @property
    def full(self) -> bool:
        """Whether there is a surname and a first name that is more than an initial."""
        return bool(self.surname and self.given and len(self.given[0]) > 1)

    @property
    def key(self) -> str:
        """First names and surname, to be compared: the same for "MARSH, Kayla" and "Ms Kayla Marsh"."""
        return normal(self.natural)

    @property
    def initials(self) -> str:
        """The first letters of the first name and the surname; empty where one of them is not told."""
        return f"{self.given[0][0]}{self.surname[0]}" if self.given and self.surname else ""


@cache
def full_name(text: str) -> FullName:
    """Read a written name. A single word is neither first name nor surname, unless a title stands before it."""
    born, sex = _BORN.search(text), _SEX.search(text)
    bare = " ".join(_AGED.sub(" ", _SEX.sub(" ", _BORN.sub(" ", text))).split()).strip(" ,;-–")
    told = {"f": Sex.FEMALE, "m": Sex.MALE}[sex[1][0].lower()] if sex else Sex.UNKNOWN
    before, comma, after = (part.strip() for part in bare.partition(","))
    surname_first = bool(comma and after and "," not in after)
    words, surname_words = (after if surname_first else bare).split(), before.split() if surname_first else []
    titles = [word for word in (*words, *surname_words) if normal(word) in TITLES]
    words = [word for word in words if normal(word) not in TITLES]
    surname_words = [word for word in surname_words if normal(word) not in TITLES]
    title = normal(titles[0]) if titles else ""
    marked = surname_first
    if not surname_first:
        given_words, surname_words, marked = _by_capitals(words)
        if not marked:
            alone = len(words) == 1
            given_words = [] if alone else words[:-1]
            surname_words = words[-1:] if not alone or title else []
    else:
        given_words = words
    natural = " ".join((*given_words, *surname_words)) or bare
    return FullName(
        bare=bare,
        natural=natural,
        given=tuple(plain for word in given_words if (plain := normal(word))),
        surname=normal(" ".join(surname_words)),
        title=title,
        sex=told if told is not Sex.UNKNOWN else TITLES.get(title, Sex.UNKNOWN),
        born=born[1].strip() if born else "",
        marked=marked,
    )


def born(name: FullName) -> PartialDate:
    """The date of birth that stands with a name; no date where none does."""
    return read_date(name.born) if name.born else PartialDate()


def may_be(name: FullName, person: Person) -> bool:
    """Whether title, sex and date of birth of a written name can be this person's."""
    if Sex.UNKNOWN not in (name.sex, person.sex) and name.sex is not person.sex:
        return False
    day = born(name)
    if not day.known or not person.born.known:
        return True
    return not day.certainly_before(person.born) and not person.born.certainly_before(day)


def shared_names(pieces: Iterable[str]) -> set[str]:
    """The names that titles of different sex, or different dates of birth, show to be two people's."""
    sexes: dict[str, set[Sex]] = defaultdict(set)
    births: dict[str, list[PartialDate]] = defaultdict(list)
    for piece in pieces:
        name = full_name(piece)
        if name.full:
            sexes[name.key].add(name.sex)
            births[name.key] += [born(name)] if name.born else []
    two = {key for key, found in sexes.items() if {Sex.MALE, Sex.FEMALE} <= found}
    return two | {
        key
        for key, days in births.items()
        if any(one.certainly_before(other) for one in days for other in days)
    }


def _by_capitals(words: list[str]) -> tuple[list[str], list[str], bool]:
    """First names and surname where capitals mark the one: "MARSH Kayla", "Kayla Jo MARSH"."""
    capitals = [_in_capitals(word) for word in words]
    if len(words) < 2 or all(capitals) or not any(capitals):
        return [], [], False
    first = capitals.index(False)
    if first and not any(capitals[first:]):
        return words[first:], words[:first], True
    last = len(words) - capitals[::-1].index(False)
    if last < len(words) and not any(capitals[:last]):
        return words[:last], words[last:], True
    return [], [], False


def _in_capitals(word: str) -> bool:
    """Whether a surname stands in capitals; an initial is none, and "McKAY" is one."""
    letters = [letter for letter in word.removeprefix("Mc").removeprefix("Mac") if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)
