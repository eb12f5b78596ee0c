"""From the words of an "event type" column, and of an outcome cell, to what they mean."""

from __future__ import annotations

from functools import cache

from scrgraph.coding.words import has_phrase, normal, word_list
from scrgraph.model.vocabulary import Direction, EventKind, StageName

_SIDES = {"out": Direction.OUT, "in": Direction.IN}


@cache
def _event_words() -> dict[str, tuple[EventKind, Direction]]:
    table: dict[str, tuple[EventKind, Direction]] = {}
    for side, kinds in word_list("event_kinds.toml").items():
        for kind, words in kinds.items():
            for word in words:
                table.setdefault(normal(word), (EventKind(kind), _SIDES[side]))
    for kind in EventKind:
        table.setdefault(normal(kind.replace("_", " ")), (kind, Direction.OUT))
        table.setdefault(normal(kind), (kind, Direction.OUT))
    return table


def event_kind(text: str) -> tuple[EventKind, Direction] | None:
    """The kind of event a cell names and which way it went; ``None`` where the words are not known."""
    plain = normal(text)
    if not plain:
        return None
    return _event_words().get(plain) or _event_words().get(plain.replace("_", " "))


def event_word_clashes() -> list[str]:
    """Words that the table lists under two meanings; a test holds this empty."""
    seen: dict[str, str] = {}
    clashes = []
    for side, kinds in word_list("event_kinds.toml").items():
        for kind, words in kinds.items():
            for word in map(normal, words):
                here = f"{side}.{kind}"
                if seen.setdefault(word, here) != here:
                    clashes.append(f"{word}: {seen[word]} and {here}")
    return clashes


def says_no_feedback(text: str) -> bool:
    """Whether the sender's outcome cell says that nothing came back."""
    plain = normal(text)
    return any(has_phrase(plain, phrase) for phrase in word_list("outcomes.toml")["no_feedback"])


def read_outcome(text: str) -> tuple[StageName, ...]:
    """The stages an outcome cell tells of: declined, or accepted and acted on; none where it says neither."""
    plain, lists = normal(text), word_list("outcomes.toml")

    def says(name: str) -> bool:
        return any(has_phrase(plain, phrase) for phrase in lists[name])

    if says("declined"):
        return (StageName.DECLINED,)
    accepted = (StageName.ACCEPTED,) if says("accepted") else ()
    return accepted if says("not_told") or not says("acted_on") else (*accepted, StageName.ACTED_ON)
