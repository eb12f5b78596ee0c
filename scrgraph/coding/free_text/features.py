"""What of a row the weights are for: its words, and what the rules found in them."""

from __future__ import annotations

from collections.abc import Sequence

from scrgraph.coding.free_text.child_seen import RowOf, Told
from scrgraph.coding.free_text.choose import Choice
from scrgraph.coding.free_text.happenings import Happening
from scrgraph.coding.free_text.lexicon import Item
from scrgraph.coding.free_text.passing import Passing
from scrgraph.coding.free_text.standing import Scope, standing_at
from scrgraph.coding.words import normal

_FIRST, _SENTENCE, _BEGINNING = 3, 3, 4
_SELF, _OTHER = "self", "@"


def words_of(items: Sequence[Item], scopes: Sequence[Scope], sector: str, role: str = "") -> set[str]:
    """The words of a row: alone, in pairs, by their first letters, what it begins with, and those of nothing done.

    ``sector`` is that of the agency that wrote it and ``role`` its worker's, as the row has it.
    """
    found, before, behind = {f"sector={sector}", f"role={normal(role)}"}, "^", "^"
    sentence = 0
    for place, item in enumerate(items):
        word = item.labels[0]
        short = _OTHER if item.sector and item.sector != _SELF else word
        sentence += place > 0 and item.gap >= _SENTENCE
        found |= {f"w={word}", f"b={before} {word}", f"g={behind} {short}", f"z={sentence > 0} {word}"}
        if len(word) > _BEGINNING and word[0].isalpha():
            found.add(f"p={word[:_BEGINNING]}")
        before, behind = word, short
        if place < _FIRST:
            found.add(f"f={word}")
        if item.in_action:
            found.add(f"a={word}")
        standing = standing_at(scopes, place)
        if standing:
            found.add(f"s={standing} {word}")
    return found


def findings_of(
    items: Sequence[Item], happenings: Sequence[Happening], passings: Sequence[Passing], choice: Choice
) -> set[str]:
    """What the rules found: the kind and route they chose, and every event and passing with where it stands."""
    found = {
        f"rule={choice.kind}",
        f"route={choice.route.split('.')[0]}",
        f"both={choice.kind} {choice.route}",
    }
    sentences = [0] * len(items)
    for place in range(1, len(items)):
        sentences[place] = sentences[place - 1] + (items[place].gap >= _SENTENCE)
    for one in happenings:
        mark = f"h={one.sign.kind} {one.sign.strong}"
        found |= {mark, f"{mark} {min(sentences[one.first], 2)}"}
    for passing in passings:
        mark = f"p={passing.act.name} {passing.act.direction}"
        found |= {mark, f"{mark} {min(sentences[passing.first], 2)} {bool(passing.others)}"}
    return found


def seen_findings(row: RowOf, seen: Told, alone: Told) -> set[str]:
    """What bears on whether a child was seen: the row's kind, writer and people, and what the rules found of it."""
    people = " ".join(sorted(row.people))
    return {
        f"kind={row.kind}",
        f"kind of sector={row.kind} {row.sector}",
        f"people={people}",
        f"kind of people={row.kind} {people}",
        f"child={row.of_child}",
        f"kind of child={row.kind} {row.of_child}",
        f"reached={row.reached}",
        f"seen={seen[0]} {seen[2]}",
        f"alone={alone[0]}",
    }
