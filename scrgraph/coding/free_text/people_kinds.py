"""Whether a first name is a child's or an adult's, learned from what rows say beside it ("Ella (6)", "mum Kerry")."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from scrgraph.coding.free_text.known_names import KnownNames
from scrgraph.coding.free_text.mentions import vocabulary
from scrgraph.coding.free_text.word_data import word_data
from scrgraph.coding.words import normal
from scrgraph.model.entry import Entry

_FILE = "child_seen.toml"
_NAME = r"(?P<name>[A-Z][A-Za-z'’-]{2,})"
_YEARS = r"(?:[0-9]|1[0-7])"
_AGE = (
    rf"(?:\({_YEARS}\)|,? (?:age|aged) {_YEARS}\b|,? ?\(?{_YEARS} ?(?:y|yr|yrs|yo|m|mths|months|/12|/52)\b)"
)


def with_kinds(known: KnownNames, entries: Iterable[Entry]) -> KnownNames:
    """``known`` with the kind of those of its people whose kind it does not know, where most rows tell the same."""
    told: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        for text in (entry.people_text, entry.text, entry.action_text):
            for pattern, kind in _patterns():
                for match in pattern.finditer(text):
                    told[normal(match.group("name"))].append(kind)
    people = dict(known.people)
    for name, kinds in sorted(told.items()):
        if name in vocabulary() or name in known.professionals or len(name) < 3:
            continue
        most = max(("child", "adult"), key=kinds.count)
        if people.get(name, "unknown") == "unknown" and kinds.count(most) >= 0.7 * len(kinds):
            people[name] = most
    for name, kind in known.people.items():
        if kind == "unknown":
            people[name] = next(
                (people[word] for word in name.split() if people.get(word) in ("child", "adult")), kind
            )
    return KnownNames(agencies=known.agencies, people=people, professionals=known.professionals)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    data = word_data(_FILE)["names"]
    adult = "|".join(map(re.escape, data["before_adults"]))
    child = "|".join(map(re.escape, data["before_children"]))
    behind_child = "|".join(map(re.escape, data["behind_children"]))
    behind_adult = "|".join(map(re.escape, data["behind_adults"]))
    return (
        (re.compile(rf"{_NAME}{_AGE}"), "child"),
        (re.compile(rf"\b(?i:{child}) {_NAME}\b"), "child"),
        (re.compile(rf"\b{_NAME}(?:['’]s)? (?i:{behind_child})\b"), "child"),
        (re.compile(rf"\b(?i:{adult}) {_NAME}\b"), "adult"),
        (re.compile(rf"\b{_NAME}(?:['’]s)? (?i:{behind_adult})\b"), "adult"),
    )
