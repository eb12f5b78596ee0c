"""What a row says of something passing between agencies: which way, what kind of thing, and who the other side is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from scrgraph.coding.free_text.lexicon import Hit, Item, Phrases, spelt_out
from scrgraph.coding.free_text.standing import Scope, standing_at
from scrgraph.coding.free_text.word_data import word_data
from scrgraph.model.vocabulary import Direction, EventKind

_FILE, _ASKED = "passing.toml", "#asked"
_ACTS = ("escalate", "acknowledge", "invite", "refer", "transfer", "discharge", "ask", "answer", "tell")
_SENTENCE, _CLAUSE = 3, 2


@dataclass(frozen=True, slots=True)
class Act:
    """What a phrase says: ``name`` is its table of the data file and ``exact`` how many words it fixes."""

    name: str
    kind: EventKind
    direction: Direction
    weak: bool
    exact: int
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class Passing:
    """Something that passed. ``others`` are the items that name the other side; ``first`` and ``after`` its words."""

    act: Act
    others: tuple[int, ...]
    first: int
    after: int


def passings_of(items: Sequence[Item], scopes: Sequence[Scope]) -> list[Passing]:
    """Everything that passed by the row's own account, in its order; each agency once, by the phrase that says most."""
    told = _phrases().find(items)
    hits = [hit for hit in told if not standing_at(scopes, _anchor(items, hit))]
    best: dict[tuple[int, ...], Hit[Act]] = {}
    for hit in hits:
        others = _others(items, hit)
        if others and any(not _stands(items, place, scopes) for place in others[:1]):
            continue
        key = others or (-1 - hit.first,)
        if key not in best or _strength(hit) > _strength(best[key]):
            best[key] = hit
    if not told:
        return _otherwise(items, scopes)
    found = [
        Passing(hit.value, key if key[0] >= 0 else (), hit.first, hit.after) for key, hit in best.items()
    ]
    return sorted(_told_once(found), key=lambda one: (one.first, one.after))


def _otherwise(items: Sequence[Item], scopes: Sequence[Scope]) -> list[Passing]:
    """What most likely passed where no phrase says it: by where in its sentence another agency is named."""
    data = word_data(_FILE)["otherwise"]
    not_before, not_after = frozenset(data["not_before"]), frozenset(data["not_after"])
    for hit in _fallback().find(items):
        before = {items[p].word for p in range(max(0, hit.first - 2), hit.first)}
        if not (before & not_before or standing_at(scopes, hit.first)) and items[hit.first].gap < _CLAUSE:
            return [Passing(hit.value, _others(items, hit), hit.first, hit.after)]
    for place, item in enumerate(items):
        begins = item.gap >= _SENTENCE or place == 0
        if begins and "@" in item.labels and place + 1 < len(items) and not standing_at(scopes, place):
            if items[place + 1].word not in not_after and not items[place + 1].sector:
                act = Act("tell", EventKind.NOTIFICATION, Direction.IN, True, 0)
                return [Passing(act, (place,), place, place + 1)]
            return []
    return []


@cache
def _fallback() -> Phrases[Act]:
    phrases: Phrases[Act] = Phrases()
    for side, direction in (("in", Direction.IN), ("out", Direction.OUT)):
        for phrase in word_data(_FILE)["otherwise"][side]:
            phrases.add(phrase, Act("tell", EventKind.NOTIFICATION, direction, True, 0))
    return phrases


def _told_once(found: list[Passing]) -> list[Passing]:
    """Without those whose other side another one names as well, and says more of."""
    kept: list[Passing] = []
    for one in sorted(found, key=lambda item: (-len(item.others), item.first)):
        if not any(set(one.others) and set(one.others) <= set(other.others) for other in kept):
            kept.append(one)
        else:
            (other,) = [each for each in kept if set(one.others) <= set(each.others)][:1]
            if _rank(one.act) > _rank(other.act):
                kept[kept.index(other)] = Passing(
                    one.act, other.others, min(one.first, other.first), one.after
                )
    return kept


def _rank(act: Act) -> tuple[int, int]:
    return (act.exact, -_ACTS.index(act.name))


def _strength(hit: Hit[Act]) -> tuple[int, int, int]:
    return (hit.value.exact, -hit.value.weak, -_ACTS.index(hit.value.name))


def _anchor(items: Sequence[Item], hit: Hit[Act]) -> int:
    """The first word of a phrase that is no mention: what intention and denial stand before."""
    return next((p for p in range(hit.first, hit.after) if not items[p].sector), hit.first)


def _stands(items: Sequence[Item], place: int, scopes: Sequence[Scope]) -> bool:
    return not any(scope.standing == "history" and scope.first < place < scope.end for scope in scopes)


def _others(items: Sequence[Item], hit: Hit[Act]) -> tuple[int, ...]:
    """The items that name the other side: the one of the phrase, and those listed with it."""
    named = [p for p in range(hit.first, hit.after) if "@" in items[p].labels]
    if not named:
        return ()
    place = named[0] if named[0] == hit.first else named[-1]
    found = {place}
    here = place
    while (after := _next_listed(items, here)) is not None:
        here = after
        if "@" in items[here].labels:
            found.add(here)
    here = place
    while (before := _listed_before(items, here)) is not None and before >= 0:
        here = before
        if "@" in items[here].labels:
            found.add(here)
    return tuple(sorted(found))


def _next_listed(items: Sequence[Item], place: int) -> int | None:
    here = place + 1
    if here < len(items) and items[here].sector and items[here].gap <= 1:
        return here
    while (
        here < len(items) and items[here].gap <= 1 and items[here].word in ("and", "to", "with", "plus", "cc")
    ):
        here += 1
        if here < len(items) and items[here].sector and items[here].gap <= 1:
            return here
    return None


def _listed_before(items: Sequence[Item], place: int) -> int | None:
    here = place - 1
    if here >= 0 and items[place].gap == 1 and items[here].sector:
        return here
    if here >= 1 and items[here].word == "and" and items[place].gap == 0 and items[here - 1].sector:
        return here - 1
    return None


@cache
def _phrases() -> Phrases[Act]:
    data = word_data(_FILE)
    phrases: Phrases[Act] = Phrases(data["groups"])
    for name in _ACTS:
        table = data[name]
        kind = EventKind(table["kind"])
        for side, direction, weak in (
            ("out", Direction.OUT, False),
            ("in", Direction.IN, False),
            ("weak", Direction.IN, True),
        ):
            for phrase in table[side]:
                words = spelt_out(phrase)
                exact = sum(word not in ("..", "@") for word in words)
                phrases.add_words(words, Act(name, kind, direction, weak, exact, phrase))
    return phrases


def tried_in_vain(items: Sequence[Item]) -> bool:
    """Whether the row says that a call or message did not get through."""
    return bool(_vain().find(items))


@cache
def _vain() -> Phrases[bool]:
    phrases: Phrases[bool] = Phrases()
    for phrase in word_data(_FILE)["in_vain"]["words"]:
        phrases.add(phrase, True)
    return phrases


def turned(items: Sequence[Item], direction: Direction) -> EventKind | None:
    """What mere telling turns out to be by other words of the row: an answer, a question; ``None`` for telling."""
    hits = {hit.value for hit in _turns(str(direction)).find(items)}
    if any(item.word == _ASKED for item in items):
        hits.add("request")
    return next((EventKind(kind) for kind in word_data(_FILE)["turns"][direction] if kind in hits), None)


def tells_concern(items: Sequence[Item], sector: str, by_family: bool) -> bool:
    """Whether what reached an agency that takes referrals is a concern, of another agency or of family or public."""
    if sector not in word_data(_FILE)["concern"]["takes_referrals"] and not (
        by_family and sector == "police"
    ):
        return False
    hits = {hit.value for hit in _concern().find(items)}
    return "family" in hits if by_family else "words" in hits


@cache
def _turns(direction: str) -> Phrases[str]:
    phrases: Phrases[str] = Phrases()
    for kind, words in word_data(_FILE)["turns"][direction].items():
        for phrase in words:
            phrases.add(phrase, kind)
    return phrases


@cache
def _concern() -> Phrases[str]:
    phrases: Phrases[str] = Phrases()
    for name in ("words", "family"):
        for phrase in word_data(_FILE)["concern"][name]:
            phrases.add(phrase, name)
    return phrases
