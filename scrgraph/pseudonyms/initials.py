"""Initials that stand for a person: "Mr K", "Ms J.", "Baby T", "K's mother"; and those that nobody can be sure of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from scrgraph.coding.words import normal
from scrgraph.model.agencies import Professional
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import PersonKind, Sex
from scrgraph.pseudonyms.fields import word_data
from scrgraph.pseudonyms.known_names import name_words
from scrgraph.pseudonyms.known_words import also_names, known_words
from scrgraph.pseudonyms.spans import Span

#: What a span of an initial is that stays as it is, for the author to look at.
KIND = "initial"
_WORDS = word_data("initials.toml")
_TITLE = re.compile(
    rf"\b(?P<title>(?i:{'|'.join(_WORDS['titles'])}))(?:\. ?| )(?P<initial>[A-Z])(?P<stop>\.?)(?![\w'’-])"
    r"(?P<next>,? [A-Z][\w'’-]*)?"
)
_TITLE_OF_OWNER = re.compile(
    rf"\b(?P<title>(?i:{'|'.join(_WORDS['titles'])}))(?:\. ?| )(?P<initial>[A-Z])(?=['’]s\b)"
)
_OWNER = re.compile(rf"(?<![\w.&/+-])(?P<initial>[A-Z])(?=['’]s (?:\w+ )?(?:{'|'.join(_WORDS['owned'])})\b)")
_SPEAKS = re.compile(rf"(?<![\w.&/+'’-])(?P<initial>[B-HJ-Z])(?= (?:{'|'.join(_WORDS['speaks'])})\b)")
_LABELLED = re.compile(rf"\b(?:{'|'.join(_WORDS['labels'])})[ -]$", re.IGNORECASE)

Whose = Literal["adult man", "adult woman", "child", "worker", "anyone"]


@dataclass(frozen=True)
class _Known:
    pseudonym: str
    initials: frozenset[str]
    sex: Sex
    kind: PersonKind
    roles: frozenset[str] = frozenset()

    @property
    def works(self) -> bool:
        """Whether this is a worker and nobody of the family."""
        return bool(self.roles)

    def may_be(self, whose: Whose) -> bool:
        """Whether nothing known speaks against it."""
        if whose == "anyone":
            return not self.works
        if whose == "worker":
            return self.works
        if whose == "child":
            return not self.works and self.kind is not PersonKind.ADULT
        against = Sex.FEMALE if whose == "adult man" else Sex.MALE
        return self.sex is not against and self.kind is not PersonKind.CHILD

    def agrees(self, whose: Whose, title: str) -> bool:
        """Whether what is known says so: an unknown sex does not, nor does a worker of another role."""
        if whose == "anyone":
            return True
        if whose == "worker":
            return bool(self.roles & {title, *_WORDS["roles"].get(title, ())})
        if whose == "child":
            return self.kind is PersonKind.CHILD
        return self.sex is (Sex.MALE if whose == "adult man" else Sex.FEMALE)


class InitialFinder:
    """Finds initials with a title, of an owner, or before a word of saying; replaces those that can be one person."""

    def __init__(
        self,
        people: Iterable[Person],
        professionals: Iterable[Professional],
        called: dict[str, str],
        workers_called: dict[str, str],
    ) -> None:
        """``called`` and ``workers_called`` are the pseudonyms by id; who has none is nobody that is known."""
        self._known = tuple(_of_people(people, called)) + tuple(_of_workers(professionals, workers_called))

    def spans(self, text: str) -> list[Span]:
        """Each initial with the pseudonym of the one person it can be, or as it is and doubtful."""
        found = []
        for pattern in (_TITLE, _TITLE_OF_OWNER):
            for match in pattern.finditer(text):
                if _before_a_name(match):
                    continue
                end = _end(text, match)
                found.append(self._span(text, match.start(), end, match["initial"], match["title"].lower()))
        for match in _OWNER.finditer(text):
            if not _LABELLED.search(text[: match.start()]):
                found.append(self._span(text, match.start(), match.end(), match["initial"], "mx"))
        for match in _SPEAKS.finditer(text):
            before = text[: match.start()]
            if not _LABELLED.search(before) and not _is_numeral(before):
                found.append(Span(match.start(), match.end(), match[0], KIND, doubtful=True))
        return found

    def _span(self, text: str, start: int, end: int, initial: str, title: str) -> Span:
        whose = _WHOSE[title]
        possible = [one for one in self._known if initial in one.initials and one.may_be(whose)]
        if len(possible) == 1 and possible[0].agrees(whose, title):
            return Span(start, end, possible[0].pseudonym, "person")
        return Span(start, end, text[start:end], KIND, doubtful=True)


_WHOSE: dict[str, Whose] = {
    title: whose for whose, titles in _WORDS["whose"].items() for title in titles
}  # fmt: skip


def _before_a_name(match: re.Match[str]) -> bool:
    """Whether a name follows the initial ("Mr T Smith") and not a new sentence ("saw Mr T. Then")."""
    after = match.groupdict().get("next")
    if not after or after.startswith(",") or (len(after.strip()) > 1 and after.strip().isupper()):
        return False
    return not (match["stop"] and _is_ordinary(after.strip()))


def _is_numeral(before: str) -> bool:
    """Whether an initial stands behind a name and so is no person of its own ("Henry V")."""
    word = re.search(r"\b([A-Z][a-z]+) $", before)
    return word is not None and not _is_ordinary(word[1])


def _is_ordinary(word: str) -> bool:
    return word.lower() in known_words() and word.lower() not in also_names()


def _end(text: str, match: re.Match[str]) -> int:
    """The end of an initial: a full stop belongs to it unless it ends the sentence."""
    end = match.end("initial")
    stop = match.groupdict().get("stop")
    return end + 1 if stop and re.match(r" ?[a-z,;:)]", text[end + 1 :]) else end


def _of_people(people: Iterable[Person], called: dict[str, str]) -> Iterator[_Known]:
    for person in people:
        if person.unnamed or person.group or person.person_id not in called:
            continue
        initials = _initials("person", (person.display_name, *person.spellings))
        yield _Known(called[person.person_id], initials, person.sex, person.kind)


def _of_workers(professionals: Iterable[Professional], called: dict[str, str]) -> Iterator[_Known]:
    for worker in professionals:
        if worker.professional_id in called:
            initials = _initials("professional", (worker.display_name,))
            roles = frozenset(normal(f"worker {worker.role} {worker.display_name}").split())
            pseudonym = called[worker.professional_id]
            yield _Known(pseudonym, initials, Sex.UNKNOWN, PersonKind.ADULT, roles)


def _initials(kind: Literal["person", "professional"], spellings: Sequence[str]) -> frozenset[str]:
    return frozenset(
        name[0].upper()
        for spelling in spellings
        for name in name_words(kind, spelling)[1]
        if name[0].isalpha()
    )
