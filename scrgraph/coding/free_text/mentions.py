"""Agencies and people named in a row: its words as items, each mention one item."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from scrgraph.coding.agency_names import sector_of
from scrgraph.coding.free_text.known_names import KnownNames
from scrgraph.coding.free_text.lexicon import Item
from scrgraph.coding.free_text.tokens import Token, tokens_of
from scrgraph.coding.free_text.word_data import word_data
from scrgraph.coding.people_names import read_role
from scrgraph.coding.words import normal, word_list
from scrgraph.model.agencies import NOT_AN_AGENCY

_FAMILY = {"child": "%child", "adult": "%adult", "unborn": "%unborn", "pronoun": "%pronoun"}
_SELF = "self"
_YEAR = re.compile(r"(?:19|20)\d\d")
_TITLES = frozenset(["mr", "mrs", "ms", "miss"])


@dataclass(frozen=True, slots=True)
class Meant:
    """What a name means: ``sector`` of an agency and the ``name`` it is given on by, or a kind of person."""

    sector: str = ""
    name: str = ""
    family: str = ""
    own_name: bool = False


Names = dict[str, Any]


def items_of(
    text: str, sector: str, own: str, names: Names, extra: Names | None = None, in_action: bool = False
) -> list[Item]:
    """The words of ``text`` as items; ``own`` is the name of the agency that wrote it, of ``sector``.

    ``extra`` are names of people that the row's own cell gives.
    """
    tokens = tokens_of(text, sector)
    found: list[Item] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        meant, after = _longest(tokens, place, names)
        if meant is None and token.word in _TITLES and _is_name_at(tokens, place + 1, text):
            meant, after = Meant(family="adult"), place + 2
        if meant is None and token.word == "dr":
            meant, after = _doctor(tokens, place, text, sector)
        if meant is None and extra:
            meant, after = _longest(tokens, place, extra)
        if meant is None:
            name = text[token.start].isupper() and token.word.isalpha() and token.word not in vocabulary()
            mark = "#name" if name else "#year" if _YEAR.fullmatch(token.word) else ""
            labels = (token.word, mark) if mark else (token.word,)
            found.append(Item(token.word, labels, token.start, token.end, token.gap, in_action))
            place += 1
            continue
        word = token.word if after == place + 1 else " ".join(one.word for one in tokens[place:after])
        if meant.family:
            marks = (_FAMILY.get(meant.family, "%person"), "%family", *((word,) if " " not in word else ()))
            found.append(
                Item(
                    word,
                    marks,
                    token.start,
                    tokens[after - 1].end,
                    token.gap,
                    in_action,
                    family=meant.family,
                )
            )
        else:
            ours = _is_own(meant, sector, own, found, text, token)
            last = after_name = after
            while last < len(tokens) and last - after < 2 and _is_name(tokens[last], text, names):
                last += 1
            after = last
            start, gap = _with_name_before(found, token, text, names)
            here = "@self" if ours else "@"
            literal = (word,) if " " not in word else ()
            found.append(
                Item(
                    word,
                    (here, f"{here}{meant.sector}" if ours else f"@{meant.sector}", *literal),
                    start,
                    tokens[after - 1].end,
                    gap,
                    in_action,
                    sector=_SELF if ours else meant.sector,
                    name=meant.name,
                    worker=_worker(text, token, tokens, after_name, after, start),
                )
            )
        place = after
    return found


def _is_name_at(tokens: Sequence[Token], place: int, text: str) -> bool:
    return place < len(tokens) and not tokens[place].gap and text[tokens[place].start].isupper()


def _doctor(tokens: Sequence[Token], place: int, text: str, sector: str) -> tuple[Meant | None, int]:
    """A doctor known by name alone ("Dr Marsh")."""
    data = word_data("mentions.toml")["doctors"]
    after = place + 1
    while (
        after < len(tokens)
        and after - place < 3
        and not tokens[after].gap
        and text[tokens[after].start].isupper()
    ):
        after += 1
    if after == place + 1:
        return None, place
    if sector in data["colleagues_in"]:
        return Meant(_SELF, _SELF), after
    return Meant(data["sector"], shown_name(data["sector"])), after


def _worker(text: str, token: Token, tokens: Sequence[Token], after_name: int, after: int, start: int) -> str:
    """The name written with a role, before or after it; empty where there is none."""
    before = text[start : token.start] if start < token.start else ""
    behind = text[tokens[after_name].start : tokens[after - 1].end] if after > after_name else ""
    return normal(before or behind)


def _longest(tokens: Sequence[Token], place: int, names: Names) -> tuple[Meant | None, int]:
    node, meant, after = names.get(tokens[place].word), None, place
    here = place
    while node is not None:
        here += 1
        if "" in node:
            meant, after = node[""], here
        if here >= len(tokens) or tokens[here].gap:
            break
        node = node.get(tokens[here].word)
    return meant, after


def _is_own(meant: Meant, sector: str, own: str, before: Sequence[Item], text: str, token: Token) -> bool:
    if meant.sector == _SELF or (meant.own_name and meant.name == own):
        return True
    if meant.sector != sector or meant.own_name:
        return False
    if before and not token.gap:
        last = before[-1]
        if last.word in _elsewhere():
            return False
        if last.word == "from" or not text[last.start : last.start + 1].isupper():
            return True
        return bool(last.sector or last.family or last.gap)
    return True


def _is_name(token: Token, text: str, names: Names) -> bool:
    """Whether a word after a role looks like the name of whoever has it."""
    return (
        not token.gap
        and text[token.start].isupper()
        and token.word.isalpha()
        and token.word not in vocabulary()
        and token.word not in names
        and not (text[token.start : token.end].isupper() and token.end - token.start > 1)
    )


def _with_name_before(found: list[Item], token: Token, text: str, names: Names) -> tuple[int, int]:
    """Takes a name that stands right before a role ("Jan Farr SW") into the mention: where it begins, and its gap."""
    start, gap, taken = token.start, token.gap, 0
    while (
        found
        and taken < 2
        and (gap <= (1 if not taken else 0) or (not taken and _in_brackets(text, found[-1], start)))
    ):
        last = found[-1]
        plain = text[last.start : last.end]
        if last.sector or last.family or not plain[:1].isupper() or (len(plain) > 2 and plain.isupper()):
            break
        if last.word in vocabulary() or not last.word.isalpha():
            break
        found.pop()
        start, gap, taken = last.start, last.gap, taken + 1
    return start, gap


def _in_brackets(text: str, last: Item, start: int) -> bool:
    return text[last.end : start].strip() == "("


@cache
def _elsewhere() -> frozenset[str]:
    return frozenset(word_data("mentions.toml")["elsewhere"])


@cache
def vocabulary() -> frozenset[str]:
    """Words that the rules know, which are no names although a sentence may begin with them."""
    found: set[str] = set()
    for name in ("passing.toml", "happenings.toml", "standing.toml", "child_seen.toml", "mentions.toml"):
        _collect(word_data(name), found)
    found.update(word_data("mentions.toml")["not_names"])
    return frozenset(found)


def _collect(data: Any, found: set[str]) -> None:
    if isinstance(data, str):
        found.update(token.word for token in tokens_of(data))
    elif isinstance(data, Mapping):
        for key, value in data.items():
            if key not in ("examples", "not_examples"):
                _collect(value, found)
    elif isinstance(data, list):
        for value in data:
            _collect(value, found)


def _put(names: Names, spelling: str, meant: Meant) -> None:
    node = names
    words = [token.word for token in tokens_of(spelling)]
    if not words:
        return
    for word in words:
        node = node.setdefault(word, {})
    node.setdefault("", meant)


@cache
def shown_name(sector: str) -> str:
    """The bare word by which an agency of a sector is given on."""
    data = word_data("mentions.toml")["sectors"].get(sector)
    return str(data["name"]) if data else str(word_list("sectors.toml")[sector]["generic"][0])


def names_of(known: KnownNames) -> Names:
    """A tree of all names: those of the review first, then the words for sectors and for people of a family."""
    data, names = word_data("mentions.toml"), Names()
    for spelling, sector in known.agencies.items():
        if sector != NOT_AN_AGENCY and sector_of(spelling) != (sector, True):
            _put(names, spelling, Meant(sector, spelling, own_name=True))
    for spelling, agency in known.professionals.items():
        sector = known.agencies.get(agency) or sector_of(agency)[0]
        if sector in word_list("sectors.toml") and sector != NOT_AN_AGENCY:
            own_name = sector_of(agency) != (sector, True)
            _put(
                names, spelling, Meant(sector, agency if own_name else shown_name(sector), own_name=own_name)
            )
    for spelling, kind in known.people.items():
        _put(names, spelling, Meant(family=kind))
    for word, kind in _single_names(known).items():
        _put(names, word, Meant(family=kind))
    for kind in _FAMILY:
        for word in data["family"][kind]:
            _put(names, word, Meant(family=kind))
    for word in data["own"]:
        _put(names, word, Meant(_SELF, _SELF))
    for sector, listed in data["sectors"].items():
        for word in _by_sector(sector, listed["words"]):
            _put(names, word, Meant(sector, listed["name"]))
    return names


def _single_names(known: KnownNames) -> Mapping[str, str]:
    """The single words of people's names, with the kind of person where all who have it are of one kind."""
    kinds: dict[str, set[str]] = {}
    for spelling, kind in known.people.items():
        for word in spelling.split():
            if len(word) > 2 and word.isalpha() and word not in vocabulary():
                kinds.setdefault(word, set()).add(kind)
    return {
        word: next(iter(found)) if len(found) == 1 else "unknown" for word, found in sorted(kinds.items())
    }


def _by_sector(sector: str, words: Iterable[str]) -> Collection[str]:
    return tuple(dict.fromkeys([*words, *word_list("sectors.toml")[sector]["generic"]]))


@lru_cache(maxsize=1024)
def _people_tree(cell: str, kinds: tuple[tuple[str, str], ...]) -> Names:
    names, known = Names(), dict(kinds)
    for piece in re.split(r"[,;/&+\n]|\band\b", cell):
        plain = normal(piece)
        kind = known.get(plain, "unknown")
        for word in plain.split():
            if len(word) > 2 and word.isalpha() and word not in vocabulary():
                _put(names, word, Meant(family=known.get(word, kind)))
    return names


def people_of_row(cell: str, known: KnownNames) -> Names:
    """The single names in a row's cell of people ("Lotte & Bram Ostrander"), as that cell or the review knows them."""
    words = normal(cell).split()
    pieces = {normal(piece) for piece in re.split(r"[,;/&+\n]|\band\b", cell)}
    kinds = {word: known.people[word] for word in sorted({*words, *pieces}) if word in known.people}
    return _people_tree(cell, tuple(sorted(kinds.items())))


def kinds_of_row(cell: str, known: KnownNames) -> set[str]:
    """The kinds of the people that a cell names, as the review knows them or by their role."""
    found: set[str] = set()
    for piece in re.split(r"[,;/&+\n]|\band\b", cell):
        plain = normal(piece)
        if plain:
            words = [known.people[word] for word in plain.split() if word in known.people]
            role = read_role(piece).kind
            kind = known.people.get(plain, "unknown")
            kind = next((one for one in words if one != "unknown"), "unknown") if kind == "unknown" else kind
            found.add(str(role) if kind == "unknown" else kind)
    return found
