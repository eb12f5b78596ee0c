"""Which person a name or role means. Nobody is merged on a first name; unnamed people stay people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from scrgraph.coding.full_names import born, full_name, may_be, shared_names
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


@cache
def same_roles() -> Mapping[str, tuple[str, ...]]:
    """Each bare role with all words for the same person: "mum" with "mother", "mam" and the rest."""
    groups = word_list("people_in_text.toml")["same"].values()
    return {word: tuple(group) for group in groups for word in group}


class PeopleNames:
    """Every person of a review by every spelling. Declared people come first and are never changed.

    Two spellings are one person only where they are the same first names and surname in another order, in capitals, or
    with a title ("MARSH, Kayla", "Ms Kayla Marsh"). Where titles or dates of birth show that two people have one name,
    each spelling of it stands for itself.
    """

    def __init__(self, declared: Sequence[Person] = ()) -> None:
        self._by_id: dict[str, Person] = {}
        self._by_spelling: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        self._shared: set[str] = set()
        self._declared = frozenset(person.person_id for person in declared)
        for person in declared:
            self.add(person)

    def learn(self, cells: Iterable[str]) -> None:
        """Take in everybody who is named alone, so that "Ann, Ben and Mother" is three people wherever it stands."""
        alone = [piece for cell in cells for piece in parts(cell)]
        self._shared |= shared_names(alone)
        alone = [piece for piece in alone if not BETWEEN.search(piece) or full_name(piece).born]
        for piece in alone:
            self._resolve(piece)

    def resolve_all(self, cell: str) -> tuple[str, ...]:
        """The ids of the people a cell lists, each once; a new spelling makes a new person."""
        return tuple(dict.fromkeys(found for piece in self._pieces(cell) if (found := self._resolve(piece))))

    def take(self, spelling: str, role: str = "") -> str:
        """The id of the person so written; somebody new is made, with what their ``role`` tells."""
        is_new, found = not self._known_as(spelling), self._resolve(spelling)
        if found and is_new and role:
            reading = read_role(role)
            facts = {"kind": reading.kind, "sex": reading.sex, "role": normal(role)}
            self._by_id[found] = self._by_id[found].model_copy(update=facts)
        return found

    def find(self, name: str) -> str:
        """The id of the person known by this id or spelling; empty when there is none."""
        return name if name in self._by_id else self._by_spelling.get(normal(name), "")

    def find_same(self, name: str) -> str:
        """As ``find``, by the same name in another order or with a title too."""
        return self.find(name) or self._known_as(name)

    def find_role(self, plain: str) -> str:
        """The id of the one person whom a bare role, or another word for it, means; given as ``normal`` text."""
        words = (plain, *same_roles().get(plain, ()))
        found = {self._by_spelling[word] for word in words if word in self._by_spelling}
        return self._by_spelling.get(plain) or (found.pop() if len(found) == 1 else "")

    @property
    def longest_spelling(self) -> int:
        """The number of words in the longest way anybody is written; 0 where nobody is known."""
        return max((len(spelling.split()) for spelling in self._by_spelling), default=0)

    def written(self, plain: str) -> str:
        """The id of the person written in exactly this way, given as ``normal`` text; empty when there is none."""
        return self._by_spelling.get(plain, "")

    @property
    def spellings(self) -> Mapping[str, str]:
        """Every spelling as ``normal`` text, with the person's id; it stays up to date."""
        return MappingProxyType(self._by_spelling)

    def __getitem__(self, person_id: str) -> Person:
        return self._by_id[person_id]

    def update(self, person: Person) -> None:
        """Take a person with more facts in place of the one of the same id."""
        self._by_id[person.person_id] = person

    def add(self, person: Person) -> None:
        """Take in a person; a spelling that is somebody's already stays theirs."""
        self._by_id[person.person_id] = person
        for spelling in (person.display_name, *person.spellings):
            self._spell(spelling, person.person_id)

    def join(self, kept: str, joined: str) -> None:
        """Make two people one: ``kept`` has every spelling of ``joined`` too, and what is known only of that one."""
        if kept == joined:
            return
        one, other = self._by_id[kept], self._by_id.pop(joined)
        facts: dict[str, object] = {
            field: getattr(other, field)
            for field, unknown in (("kind", PersonKind.UNKNOWN), ("sex", Sex.UNKNOWN), ("role", ""))
            if getattr(one, field) == unknown
        }
        facts |= {
            field: getattr(other, field) for field in ("born", "due", "died") if not getattr(one, field).known
        }
        facts["unnamed"] = one.unnamed and other.unnamed
        if one.unnamed and not other.unnamed:
            facts["display_name"] = other.display_name
        facts["spellings"] = tuple(dict.fromkeys((*one.spellings, other.display_name, *other.spellings)))
        self._by_id[kept] = one.model_copy(update=facts)
        for table in (self._by_spelling, self._by_name):
            table.update({spelling: kept for spelling, owner in table.items() if owner == joined})

    def keep_apart(self, one: str, other: str) -> None:
        """Two spellings of one name are from now on two people, whatever their order or title."""
        self._shared |= {full_name(one).key, full_name(other).key}

    def forget(self, person_id: str, instead: str = "") -> None:
        """Take out somebody whom no row means; their spellings are ``instead``'s, or nobody's."""
        self._by_id.pop(person_id, None)
        for table in (self._by_spelling, self._by_name):
            for spelling in [spelling for spelling, owner in table.items() if owner == person_id]:
                del table[spelling]
                if instead:
                    table[spelling] = instead

    @property
    def declared(self) -> frozenset[str]:
        """The ids of those whom the author has declared."""
        return self._declared

    @property
    def people(self) -> tuple[Person, ...]:
        """All people by id."""
        return tuple(self._by_id[key] for key in sorted(self._by_id))

    def _pieces(self, cell: str) -> list[str]:
        pieces: list[str] = []
        for piece in parts(cell):
            smaller = [part.strip() for part in BETWEEN.split(piece) if part.strip()]
            known = all(self._is_known(part) for part in smaller)
            whole = len(smaller) < 2 or not known or bool(self.find_same(piece))
            pieces.extend([piece] if whole else smaller)
        return pieces

    def _is_known(self, text: str) -> bool:
        return bool(self.find_same(text)) or read_role(text).unnamed

    def _resolve(self, text: str) -> str:
        plain = normal(text)
        if not plain or plain in word_list("roles.toml")["nobody"]["words"]:
            return ""
        if plain not in self._by_spelling:
            if found := self._known_as(text):
                self.also_written(found, text)
            else:
                self._make(text)
        return self._by_spelling[plain]

    def _known_as(self, text: str) -> str:
        """Whom a spelling means that nobody has used before, where that cannot be mistaken."""
        plain = normal(text)
        if plain in self._by_spelling:
            return self._by_spelling[plain]
        name = full_name(text)
        if not name.full or name.key in self._shared or read_role(name.bare).role:
            return ""
        found_id = self._by_name.get(name.key, "")
        return found_id if found_id and may_be(name, self._by_id[found_id]) else ""

    def _make(self, text: str) -> None:
        name = full_name(text)
        reading = read_role(name.bare)
        sex = reading.sex if name.sex is Sex.UNKNOWN else name.sex
        person = Person(
            person_id=self._free_id(slug(name.bare)),
            display_name=name.bare or text,
            kind=reading.kind,
            sex=sex,
            role=reading.role,
            born=born(name),
            unnamed=reading.unnamed,
            group=reading.group,
            spellings=(text,),
        )
        self._by_id[person.person_id] = person
        self._by_spelling[normal(text)] = person.person_id
        if name.key not in self._shared:
            self._spell(person.display_name, person.person_id)

    def also_written(self, person_id: str, text: str) -> None:
        """Note a new spelling of somebody; one who is not declared is shown as "Kayla Marsh" once so written."""
        self._spell(text, person_id)
        person, name = self._by_id[person_id], full_name(text)
        if person_id in self._declared:
            return
        facts: dict[str, object] = {"spellings": tuple(dict.fromkeys((*person.spellings, text)))}
        if full_name(person.display_name).marked and not name.marked and not name.title:
            facts["display_name"] = name.bare
        if person.sex is Sex.UNKNOWN:
            facts["sex"] = name.sex
        if not person.born.known:
            facts["born"] = born(name)
        self._by_id[person_id] = person.model_copy(update=facts)

    def _spell(self, spelling: str, person_id: str) -> None:
        self._by_spelling.setdefault(normal(spelling), person_id)
        name = full_name(spelling)
        if (
            name.full
            and not read_role(name.bare).role
            and (self._by_name.setdefault(name.key, person_id) != person_id)
        ):
            self._shared.add(name.key)

    def _free_id(self, wanted: str) -> str:
        number, found = 2, wanted
        while found in self._by_id:
            found, number = f"{wanted}-{number}", number + 1
        return found
