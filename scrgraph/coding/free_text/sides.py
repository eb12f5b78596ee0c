"""Which of the agencies that a row names stand on the other side of what passed, by the words round each mention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scrgraph.coding.free_text.choose import Choice
from scrgraph.coding.free_text.encoder.row_scores import RowScores
from scrgraph.coding.free_text.lexicon import Item
from scrgraph.coding.free_text.passing import Passing
from scrgraph.coding.free_text.standing import Scope, standing_at
from scrgraph.coding.free_text.weighing import OTHER_SECTOR, SIDE, totals, weigh
from scrgraph.model.vocabulary import Direction

#: The answers about a mention: what passed went to it, came from it, or neither.
TO, FROM, NEITHER = "to", "from", "neither"
_SELF, _CLAUSE, _REACH, _NEAR = "self", 2, 4, 2
#: Below this measure the likeliest mention is left, and the sector that the row's words speak for is taken.
_LEAST = -50
#: The answers about a mention in the encoder's order, and from what chance on one of several is taken.
_NEITHER, _TO, _FROM, _HALF = 0, 1, 2, 0.5


def mentions_of(items: Sequence[Item]) -> list[int]:
    """The places of the agencies that a row names, the writer's own left out."""
    return [place for place, item in enumerate(items) if item.sector and item.sector != _SELF]


def side_of(direction: Direction) -> str:
    """What a mention is to something that went this way."""
    return TO if direction is Direction.OUT else FROM


def other_side(
    items: Sequence[Item],
    scopes: Sequence[Scope],
    passings: Sequence[Passing],
    choice: Choice,
    sector: str,
    words: set[str],
) -> tuple[list[int], str]:
    """The places of the mentions on the other side; where there is none, the sector that the words speak for.

    ``words`` are the features of the whole row. Both are empty where nothing passed, or it cannot be told.
    """
    if choice.direction is None:
        return [], ""
    wanted = side_of(choice.direction)
    taken: list[int] = []
    best: tuple[float, int] | None = None
    for place in mentions_of(items):
        measured = totals(SIDE, mention_features(items, scopes, passings, choice, sector, place))
        if max(measured, key=lambda side: measured[side]) == wanted:
            taken.append(place)
        if best is None or measured[wanted] > best[0]:
            best = measured[wanted], place
    if taken:
        return taken, ""
    if best is not None and best[0] > _LEAST:
        return [best[1]], ""
    return [], weigh(OTHER_SECTOR, words | {f"direction={choice.direction}"}).answer


def other_sectors(
    scores: RowScores, direction: Direction, items: Sequence[Item]
) -> list[tuple[str, list[int]]]:
    """The sectors on the other side of what went this way, each with the places where the row names them, if it does.

    One where it came in, one or more where it went out. A sector that the row names counts half by its mentions and
    half by the row as a whole, any other by the row alone.
    """
    side = _TO if direction is Direction.OUT else _FROM
    chance = dict(scores.to if direction is Direction.OUT else scores.sender)
    named: dict[str, list[tuple[float, int]]] = {}
    for place, mention in zip(mentions_of(items), scores.mentions, strict=False):
        share = mention[side] / (mention[_NEITHER] + mention[side] + 1e-9)
        named.setdefault(items[place].sector, []).append((share, place))
    for sector, found in named.items():
        if sector in chance:
            chance[sector] = _HALF * chance[sector] + _HALF * max(found)[0]
    best = max(chance, key=chance.__getitem__)
    others = (
        [] if direction is Direction.IN else [one for one in chance if chance[one] > _HALF and one != best]
    )
    return [(sector, _places(named.get(sector, []))) for sector in (best, *others)]


def _places(found: Sequence[tuple[float, int]]) -> list[int]:
    """The mentions likelier than not, or else the likeliest, in the row's order."""
    if not found:
        return []
    likely = [place for share, place in found if share > _HALF]
    return sorted(likely or [max(found, key=lambda one: (one[0], -one[1]))[1]])


def mention_features(
    items: Sequence[Item],
    scopes: Sequence[Scope],
    passings: Sequence[Passing],
    choice: Choice,
    sector: str,
    place: int,
) -> set[str]:
    """What bears on one mention: the words before and behind it, its clause, and what the rules and the row say."""
    way, item = choice.direction or "", items[place]
    others = mentions_of(items)
    found = {
        f"s={item.sector}", f"k={choice.kind}", f"d={way}", f"kd={choice.kind} {way}", f"ws={sector}",
        f"n={min(others.index(place), 3)}", f"of={min(len(others), 4)}", f"own={item.sector == sector}",
        f"ds={way} {item.sector}", f"place={min(place, 6)}", f"gap={item.gap}", f"action={item.in_action}",
        f"standing={standing_at(scopes, place)}",
    }  # fmt: skip
    found.update(_round(items, place, str(way)))
    found.update(_clause_of(items, place))
    acts = [one.act for one in passings if place in one.others]
    for act in acts:
        found |= {f"pa={act.name} {act.direction} {act.weak}", f"pd={act.direction} {way}"}
    if not acts:
        found.add("pa=")
    return found


def _round(items: Sequence[Item], place: int, way: str) -> Iterator[str]:
    before = [_word(items, place + step) for step in range(-_REACH, 0)]
    behind = [_word(items, place + step) for step in range(1, _REACH + 1)]
    for step, word in zip((*range(-_REACH, 0), *range(1, _REACH + 1)), (*before, *behind), strict=True):
        yield f"o{step}={word}"
        yield f"{'<' if step < 0 else '>'}={word}"
        if abs(step) <= _NEAR:
            yield f"od{step}={way} {word}"
    yield f"bb={before[-2]} {before[-1]}"
    yield f"aa={behind[0]} {behind[1]}"
    yield f"ba={before[-1]} {behind[0]}"


def _clause_of(items: Sequence[Item], place: int) -> Iterator[str]:
    first = place
    while first > 0 and items[first].gap < _CLAUSE:
        first -= 1
    after = place + 1
    while after < len(items) and items[after].gap < _CLAUSE:
        after += 1
    yield f"cf={items[first].labels[0]}"
    for other in range(first, after):
        if other != place:
            yield f"c{'<' if other < place else '>'}={items[other].labels[0]}"


def _word(items: Sequence[Item], place: int) -> str:
    return items[place].labels[0] if 0 <= place < len(items) else "|"
