"""Whom an assessment covered: its column of people, and those its words show as having had a part in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.people_names import PeopleNames
from scrgraph.coding.words import normal, word_list
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Kinship
from scrgraph.model.vocabulary import PersonKind, Sex

_CLAUSE = re.compile(r"[.;:!?\n]|\b(?:but|although|though|however|while|whereas)\b", re.IGNORECASE)
_PARENTS = frozenset({"parent", "step-parent"})
_JOINS = frozenset({"and", "or", "nor", "with"})

#: First and last place of a phrase among the words of a clause, and the people it stands for.
Mention = tuple[int, int, tuple[str, ...]]


class Cover:
    """Reads who had a part in an assessment. A role is somebody only where it can be nobody else.

    ``kinships`` are those of the review; without them a role is only somebody who is written with that word.
    """

    def __init__(self, names: PeopleNames | None, kinships: Sequence[Kinship] = ()) -> None:
        self._names = names or PeopleNames()
        self._kinships = kinships
        self._longest = max(names.longest_spelling, 2) if names else 0

    def of(self, item: CodedEntry) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Those covered, and those left out: of whom the row's words say that they had no part.

        Covered are the people of the row and those its words name, without the ones left out.
        """
        if not self._longest:
            return item.people, ()
        text = f"{item.entry.event_text}. {item.entry.text}. {item.entry.action_text}"
        added: list[str] = []
        no_part: set[str] = set()
        for clause in _CLAUSE.split(text):
            words = " , ".join(map(normal, clause.split(","))).split()
            mentions = list(self._mentions(words, item))
            without = _bound("no_part", words, mentions)
            told_of = _bound("only_told_of", words, mentions)
            no_part |= without
            for _, _, people in mentions:
                added.extend(person for person in people if person not in without | told_of)
        covered = dict.fromkeys((*item.people, *added))
        left_out = no_part - set(added)
        return tuple(person for person in covered if person not in left_out), tuple(sorted(left_out))

    def _mentions(self, words: Sequence[str], item: CodedEntry) -> Iterator[Mention]:
        place = 0
        while place < len(words):
            for length in range(min(self._longest, len(words) - place), 0, -1):
                phrase = " ".join(words[place : place + length])
                people = self._known(phrase) or self._by_role(phrase, item)
                if people:
                    yield place, place + length - 1, people
                    place += length
                    break
            else:
                place += 1

    def _known(self, phrase: str) -> tuple[str, ...]:
        """The adult or child written in this way; a group is nobody in particular."""
        found = self._names.written(phrase)
        if not found or self._names[found].group or self._names[found].kind is PersonKind.UNKNOWN:
            return ()
        return (found,)

    def _by_role(self, phrase: str, item: CodedEntry) -> tuple[str, ...]:
        roles = word_list("assessments.toml")["roles"]
        if phrase in roles["mother"]:
            return self._only(self._parents(item, Sex.FEMALE))
        if phrase in roles["father"]:
            return self._only(self._parents(item, Sex.MALE))
        if phrase in roles["parents"]:
            both = (*self._by_role("mother", item), *self._by_role("father", item))
            both = both or tuple(sorted(self._parents(item, None)))
            return both if len(both) == 2 else ()
        if phrase in roles["partner"]:
            return self._only(self._partners(item))
        return ()

    @staticmethod
    def _only(people: Iterable[str]) -> tuple[str, ...]:
        one = tuple(dict.fromkeys(people))
        return one if len(one) == 1 else ()

    def _parents(self, item: CodedEntry, sex: Sex | None) -> list[str]:
        """The parents, of this sex, of the children the row is about, by the review's ties."""
        names = self._names
        if sex and (found := names.written("mother" if sex is Sex.FEMALE else "father")):
            return [found]
        about = set(item.people)
        return [
            tie.person_id
            for tie in self._kinships
            if tie.kinship in _PARENTS
            and tie.to_person_id in about
            and (sex is None or names[tie.person_id].sex is sex)
        ]

    def _partners(self, item: CodedEntry) -> list[str]:
        """The partners, on the day of the row, of the mother or of an adult of the row; no former ones."""
        adults = {*item.people, *self._by_role("mother", item)}
        found: list[str] = []
        for tie in self._kinships:
            pair = (tie.person_id, tie.to_person_id)
            if tie.kinship != "partner" or not adults.intersection(pair):
                continue
            if _then(tie.since, tie.until, item.entry.date):
                found.extend(person for person in pair if person not in self._parents(item, Sex.FEMALE))
        return found


def _then(since: PartialDate, until: PartialDate, day: PartialDate) -> bool:
    """Whether something that ran from ``since`` until ``until`` may have run on ``day``."""
    return not (day.certainly_before(since) or until.certainly_before(day))


def _bound(name: str, words: Sequence[str], mentions: Sequence[Mention]) -> set[str]:
    """The people whom the phrases of a list in assessments.toml are said of.

    Each phrase is taken with the nearest person on its side, and with those joined to that person by "and".
    """
    lists = word_list("assessments.toml")[name]
    found: set[str] = set()
    taken: set[int] = set()
    for phrase in sorted(lists["after"], key=lambda phrase: (-len(phrase.split()), phrase)):
        for start, end in _places(words, normal(phrase).split(), taken):
            following = [index for index, mention in enumerate(mentions) if mention[0] > end]
            between = words[end + 1 : mentions[following[0]][0]] if following else []
            if following and "," not in between and len(between) <= 1:
                taken.update(range(start, end + 1))
                found |= _joined(words, mentions, following[0], 1)
    for phrase in sorted(lists["before"], key=lambda phrase: (-len(phrase.split()), phrase)):
        for start, end in _places(words, normal(phrase).split(), taken):
            nearest = [index for index, mention in enumerate(mentions) if mention[1] < start]
            between = words[mentions[nearest[-1]][1] + 1 : start] if nearest else []
            if nearest and len(between) <= 2:
                taken.update(range(start, end + 1))
                found |= _joined(words, mentions, nearest[-1], -1)
    return found


def _joined(words: Sequence[str], mentions: Sequence[Mention], index: int, step: int) -> set[str]:
    found = set(mentions[index][2])
    while 0 <= index + step < len(mentions):
        left, right = sorted((index, index + step))
        between = words[mentions[left][1] + 1 : mentions[right][0]]
        if not between or set(between) - _JOINS:
            break
        index += step
        found |= set(mentions[index][2])
    return found


def _places(words: Sequence[str], phrase: Sequence[str], taken: set[int]) -> Iterator[tuple[int, int]]:
    for start in range(len(words) - len(phrase) + 1):
        end = start + len(phrase) - 1
        if list(words[start : end + 1]) == list(phrase) and not taken.intersection(range(start, end + 1)):
            yield start, end
