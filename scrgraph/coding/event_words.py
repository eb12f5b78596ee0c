"""From the words of an "event type" column, and of an outcome cell, to what they mean."""

from __future__ import annotations

from functools import cache

from scrgraph.coding.words import has_phrase, normal, word_list
from scrgraph.model.entry import Entry
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


def kind_of_row(entry: Entry) -> EventKind | None:
    """The kind of event that a coded row was taken for, whoever told it; ``None`` where nobody did."""
    return EventKind(entry.kind_code.value) if entry.kind_code else None


def event_name(entry: Entry) -> str:
    """What a coded row calls its event, for comparing rows: its event cell, else the longest name that is listed for
    its kind among the words that led to it."""
    words = normal(entry.event_words)
    if entry.event_text or not words:
        return words
    kind = kind_of_row(entry)
    named = [word for word, told in _event_words().items() if told[0] is kind and has_phrase(words, word)]
    return max(named, key=lambda word: (len(word), word), default=words)


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
    return _says(normal(text), "no_feedback")


def says_no_answer(text: str) -> bool:
    """Whether the sender's outcome cell says that no answer of any kind came, an acknowledgement included."""
    return _says(normal(text), "no_answer")


def says_acknowledged(text: str) -> bool:
    """Whether an outcome cell, of either side, says that the sender was told of the arrival."""
    return _says(_without(normal(text), "no_answer"), "acknowledged")


def says_not_accepted(text: str) -> bool:
    """Whether the receiver's outcome cell says that nobody had yet taken it on, such as "awaiting allocation"."""
    plain = normal(text)
    return _says(plain, "not_accepted") and not read_outcome(text)


def read_outcome(text: str) -> tuple[StageName, ...]:
    """The stages an outcome cell tells of: declined, or accepted and acted on; none where it says neither."""
    plain = normal(text)
    if _says(plain, "declined"):
        return (StageName.DECLINED,)
    accepted = (StageName.ACCEPTED,) if _says(_without(plain, "not_accepted"), "accepted") else ()
    acted_on = _says(plain, "acted_on") and not _says(plain, "not_told")
    return (*accepted, StageName.ACTED_ON) if acted_on else accepted


def read_sentences(text: str) -> tuple[StageName, ...]:
    """The same of a decision or of an answer to the sender, which are sentences and not an outcome's few words.

    Only what can hardly mean anything else counts: in a sentence, what was declined may be an offer of help.
    """
    lists, plain = word_list("outcomes.toml"), normal(text)
    if _says(plain, "declined_in_sentences"):
        return (StageName.DECLINED,)
    plain = f" {_without(plain, 'not_accepted')} "
    for denial in lists["denials_in_sentences"]:
        plain = plain.replace(f" {denial} ", f" {denial}_")
    told = {StageName.ACCEPTED: "accepted_in_sentences", StageName.ACTED_ON: "acted_on_in_sentences"}
    return tuple(stage for stage, name in told.items() if _says(plain.strip(), name))


def _says(plain: str, name: str) -> bool:
    """Whether ``plain``, already ``normal``, has a phrase of the list ``name`` of ``outcomes.toml``."""
    return any(has_phrase(plain, phrase) for phrase in word_list("outcomes.toml")[name])


def _without(plain: str, name: str) -> str:
    """``plain`` with the phrases of the list ``name`` left out, the longest first."""
    left = f" {plain} "
    for phrase in sorted(word_list("outcomes.toml")[name], key=len, reverse=True):
        left = left.replace(f" {phrase} ", " ")
    return left.strip()
