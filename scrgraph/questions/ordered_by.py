"""What a query orders by: beside an aggregate or DISTINCT only what is returned can be, on Neo4j.

``RETURN a.x AS x, count(s) AS n ORDER BY b.day`` has many days for one row. Neo4j refuses it; the embedded store takes
any of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scrgraph.questions.lexer import Kind, Token

_AGGREGATES = (
    "COUNT",
    "COLLECT",
    "SUM",
    "AVG",
    "MIN",
    "MAX",
    "STDEV",
    "STDEVP",
    "PERCENTILECONT",
    "PERCENTILEDISC",
)
_AFTER_ITEMS = (
    "ORDER", "SKIP", "OFFSET", "LIMIT", "WHERE", "UNION", "MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL",
)  # fmt: skip
_NOT_NAMES = (
    "AND", "OR", "XOR", "NOT", "IN", "IS", "NULL", "TRUE", "FALSE", "CASE", "WHEN", "THEN", "ELSE", "END", "STARTS",
    "ENDS", "CONTAINS", "WITH", "ASC", "ASCENDING", "DESC", "DESCENDING", "BY",
)  # fmt: skip
_Item = tuple[str, ...]


def ordered_by_what_is_gone(found: Sequence[Token]) -> Iterator[Token]:
    """The variables that an ORDER BY names where they can no longer be told, each with its line."""
    for place, token in enumerate(found):
        if not token.says("RETURN", "WITH") or _is_property(found, place) or _is_starts_with(found, place):
            continue
        items, end = _items(found, place + 1)
        once = bool(items) and bool(items[0]) and items[0][0].says("DISTINCT")
        if not once and not any(_aggregates(item) for item in items):
            continue
        if end + 1 < len(found) and found[end].says("ORDER") and found[end + 1].says("BY"):
            names, wholes = _told(items)
            for item in _items(found, end + 2)[0]:
                yield from _gone(item, names, wholes)


def _items(found: Sequence[Token], start: int) -> tuple[list[list[Token]], int]:
    """What stands between commas from ``start``, and the place at which it ends."""
    items: list[list[Token]] = [[]]
    depth = 0
    for place in range(start, len(found)):
        token = found[place]
        if depth == 0 and (token.marks(")", "]", "}") or _ends(found, place)):
            return items, place
        if depth == 0 and token.marks(","):
            items.append([])
            continue
        depth += token.marks("(", "[", "{")
        depth -= token.marks(")", "]", "}")
        items[-1].append(token)
    return items, len(found)


def _ends(found: Sequence[Token], place: int) -> bool:
    return (
        found[place].says(*_AFTER_ITEMS)
        and not _is_property(found, place)
        and not _is_starts_with(found, place)
    )


def _aggregates(item: Sequence[Token]) -> bool:
    return any(
        token.says(*_AGGREGATES) and item[place + 1 : place + 2] and item[place + 1].marks("(")
        for place, token in enumerate(item)
    )


def _told(items: Sequence[Sequence[Token]]) -> tuple[set[str], set[_Item]]:
    """The names that go on from here, and the expressions that were returned as they stand."""
    names, wholes = set(), set()
    for item in items:
        parts = list(item[1:] if item and item[0].says("DISTINCT") else item)
        if len(parts) > 2 and parts[-2].says("AS"):
            names.add(parts[-1].text)
            parts = parts[:-2]
        elif len(parts) == 1:
            names.add(parts[0].text)
        wholes.add(tuple(token.text for token in parts))
    return names, wholes


def _gone(item: Sequence[Token], names: set[str], wholes: set[_Item]) -> Iterator[Token]:
    texts = tuple(token.text for token in item)
    place = depth = 0
    while place < len(item):
        token = item[place]
        known = max((len(one) for one in wholes if one and texts[place : place + len(one)] == one), default=0)
        if known and not _is_property(item, place):
            place += known
            continue
        depth += token.marks("[", "{")
        depth -= token.marks("]", "}")
        if depth == 0 and token.text not in names and _is_variable(item, place):
            yield token
        place += 1


def _is_variable(item: Sequence[Token], place: int) -> bool:
    token = item[place]
    called = place + 1 < len(item) and item[place + 1].marks("(")
    named_space = place + 3 < len(item) and item[place + 1].marks(".") and item[place + 3].marks("(")
    return (
        token.names
        and not (token.kind is Kind.WORD and token.says(*_NOT_NAMES))
        and not (called or named_space or _is_property(item, place))
    )


def _is_property(found: Sequence[Token], place: int) -> bool:
    return place > 0 and found[place - 1].marks(".", ":")


def _is_starts_with(found: Sequence[Token], place: int) -> bool:
    return found[place].says("WITH") and place > 0 and found[place - 1].says("STARTS", "ENDS")
