"""Which person a name or role means. Nobody is merged on a first name; unnamed people stay people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from scrgraph.coding.words import BETWEEN, normal, parts, slug, word_list
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import PersonKind, Sex

_POSSESSIVE = re.compile(
    r"\b((?:(?:mr|mrs|ms|miss)\s+)?\w[\w'’‘`-]*)['’‘`]s?\s+(?=\w)",
    re.IGNORECASE,
)
_KINDS = {
    "adult_female": (PersonKind.ADULT, Sex.FEMALE),
    "adult_male": (PersonKind.ADULT, Sex.MALE),
    "adult_unknown": (PersonKind.ADULT, Sex.UNKNOWN),
    "child_female": (PersonKind.CHILD, Sex.FEMALE),
    "child_male": (PersonKind.CHILD, Sex.MALE),
    "child_unknown": (PersonKind.CHILD, Sex.UNKNOWN),
}


@dataclass(frozen=True)
class RoleReading:
    """What the words of a name tell: kind, sex, the role, and whether a name is left beside the role.

    ``of`` is whose mother, partner or sister it is: "mother" in "Mother's sister"; empty where it does not say.
    """

    kind: PersonKind
    sex: Sex
    role: str
    unnamed: bool
    group: bool
    of: str = ""


@cache
def _role_words() -> list[tuple[str, PersonKind, Sex]]:
    lists = word_list("roles.toml")
    words = [(word, *_KINDS[group]) for group in _KINDS for word in lists[group]["words"]]
    return sorted(words, key=lambda item: (-len(item[0].split()), item[0]))


@cache
def read_role(text: str) -> RoleReading:
    """Read the role words in the name of a person: "Mother's partner Mr K" is an adult man, partner.

    A brother or sister of anybody but a child may be of any age.
    """
    lists = word_list("roles.toml")
    head = normal(_POSSESSIVE.sub("", text)) or normal(text)
    owners = _POSSESSIVE.findall(text)
    of = normal(owners[-1]) if owners else ""
    left, kind, sex, role, counted = f" {head} ", PersonKind.UNKNOWN, Sex.UNKNOWN, "", False
    for word, word_kind, word_sex in _role_words():
        if f" {word} " not in left:
            continue
        left = left.replace(f" {word} ", " ", 1)
        counted = counted or word in lists["group"]["words"]
        if kind is PersonKind.UNKNOWN:
            kind = word_kind
        if sex is Sex.UNKNOWN and word_kind is kind:
            sex = word_sex
        if not role and word not in ("mr", "mrs", "ms", "miss"):
            role = word
    remaining = [word for word in left.split() if word not in lists["filler"]["words"]]
    unnamed = kind is not PersonKind.UNKNOWN and not remaining
    if counted and remaining and not role:
        counted = False
    if of and role in lists["siblings"]["words"] and read_role(of).kind is not PersonKind.CHILD:
        kind = PersonKind.UNKNOWN
    return RoleReading(kind, sex, role, unnamed, counted, of)


class PeopleNames:
    """Every person of a review by every spelling. Declared people come first and are never changed."""

    def __init__(self, declared: Sequence[Person] = ()) -> None:
        self._by_id: dict[str, Person] = {}
        self._by_spelling: dict[str, str] = {}
        for person in declared:
            self._by_id[person.person_id] = person
            for spelling in (person.display_name, *person.spellings):
                self._by_spelling.setdefault(normal(spelling), person.person_id)

    def learn(self, cells: Iterable[str]) -> None:
        """Take in everybody who is named alone, so that "Ann, Ben and Mother" is three people wherever it stands."""
        for cell in cells:
            for piece in parts(cell):
                if not BETWEEN.search(piece):
                    self._resolve(piece)

    def resolve_all(self, cell: str) -> tuple[str, ...]:
        """The ids of the people a cell lists, each once; a new spelling makes a new person."""
        return tuple(dict.fromkeys(found for piece in self._pieces(cell) if (found := self._resolve(piece))))

    def find(self, name: str) -> str:
        """The id of the person known by this id or spelling; empty when there is none."""
        return name if name in self._by_id else self._by_spelling.get(normal(name), "")

    @property
    def longest_spelling(self) -> int:
        """The number of words in the longest way anybody is written; 0 where nobody is known."""
        return max((len(spelling.split()) for spelling in self._by_spelling), default=0)

    def written(self, plain: str) -> str:
        """The id of the person written in exactly this way, given as ``normal`` text; empty when there is none."""
        return self._by_spelling.get(plain, "")

    def __getitem__(self, person_id: str) -> Person:
        return self._by_id[person_id]

    def update(self, person: Person) -> None:
        """Take a person with more facts in place of the one of the same id."""
        self._by_id[person.person_id] = person

    @property
    def people(self) -> tuple[Person, ...]:
        """All people by id."""
        return tuple(self._by_id[key] for key in sorted(self._by_id))

    def _pieces(self, cell: str) -> list[str]:
        pieces: list[str] = []
        for piece in parts(cell):
            smaller = [part.strip() for part in BETWEEN.split(piece) if part.strip()]
            known = all(self._is_known(part) for part in smaller)
            pieces.extend(smaller if len(smaller) > 1 and known and not self._is_exact(piece) else [piece])
        return pieces

    def _is_exact(self, text: str) -> bool:
        return normal(text) in self._by_spelling

    def _is_known(self, text: str) -> bool:
        return self._is_exact(text) or read_role(text).unnamed

    def _resolve(self, text: str) -> str:
        plain = normal(text)
        if not plain or plain in word_list("roles.toml")["nobody"]["words"]:
            return ""
        if plain not in self._by_spelling:
            reading = read_role(text)
            person = Person(
                person_id=self._free_id(slug(text)),
                display_name=text,
                kind=reading.kind,
                sex=reading.sex,
                role=reading.role,
                unnamed=reading.unnamed,
                group=reading.group,
                spellings=(text,),
            )
            self._by_id[person.person_id] = person
            self._by_spelling[plain] = person.person_id
        return self._by_spelling[plain]

    def _free_id(self, wanted: str) -> str:
        number, found = 2, wanted
        while found in self._by_id:
            found, number = f"{wanted}-{number}", number + 1
        return found
