"""The rules that keep one query good for both engines (DESIGN section 4), checked over its tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scrgraph.questions.lexer import Kind, Token
from scrgraph.questions.ordered_by import ordered_by_what_is_gone

_CALLS = ("ID", "ELEMENTID", "KEYS", "PROPERTIES")
_COMPARISONS = ("<", ">", "<=", ">=", "=", "<>", "=~")
_ENDS_A_COMPARISON = (
    "AND", "OR", "XOR", "NOT", "WHERE", "RETURN", "WITH", "WHEN", "THEN", "ELSE", "END", "CASE", "AS",
    "ORDER", "MATCH", "UNWIND", "ON", "UNION", "LIMIT", "SKIP", "CALL",
)  # fmt: skip


@dataclass(frozen=True)
class Problem:
    """Something in a query that one of the engines or the graph does not have, by line (0: not known)."""

    line: int
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}" if self.line else self.message


def dialect_problems(tokens: Sequence[Token], *, ordered: bool) -> Iterator[Problem]:
    """What in the query one of the two engines would refuse or read in another way.

    ``ordered`` asks for an ``ORDER BY`` after the last ``RETURN``; a query that gives one row needs none.
    """
    for place, token in enumerate(tokens):
        yield from _word_problems(tokens, place, token)
        yield from _symbol_problems(tokens, place, token)
    yield from _chained_comparisons(tokens)
    for gone in ordered_by_what_is_gone(tokens):
        yield Problem(
            gone.line,
            f"beside an aggregate or DISTINCT, ORDER BY takes what is returned, and {gone.text} is not",
        )
    returns = [i for i, token in enumerate(tokens) if token.says("RETURN") and not _is_property(tokens, i)]
    if not returns:
        yield Problem(tokens[-1].line if tokens else 1, "the query has no RETURN")
    elif ordered and not _has_order(tokens[returns[-1] :]):
        yield Problem(
            tokens[returns[-1]].line, "RETURN needs an ORDER BY, so that the rows always come alike"
        )


def _word_problems(tokens: Sequence[Token], place: int, token: Token) -> Iterator[Problem]:
    if token.kind is not Kind.WORD:
        return
    after = _at(tokens, place + 1)
    if _is_property(tokens, place):
        if token.says("BETWEEN") and tokens[place - 2].says("DURATION"):
            yield Problem(token.line, "days between are duration.inDays(a, b).days, not duration.between")
    elif token.says(*_CALLS) and after.marks("("):
        yield Problem(token.line, f"{token.text}() differs between the engines; use the key property")
    elif token.says("CALL") and after.marks("{"):
        yield Problem(token.line, "write CALL (x) { … }, naming what goes in, not CALL { WITH x … }")
    elif token.says("SHORTEST") and not after.marks("(", ":", ".", ",", ")", "="):
        yield Problem(token.line, "use shortestPath((a)-[…]-(b)), not SHORTEST")
    elif token.says("EXISTS") and after.marks("{") and _returns_inside(tokens, place + 1):
        yield Problem(token.line, "no RETURN inside EXISTS { }")


def _symbol_problems(tokens: Sequence[Token], place: int, token: Token) -> Iterator[Problem]:
    after, later = _at(tokens, place + 1), _at(tokens, place + 2)
    if token.marks("{") and after.marks(".") and later.marks("*"):
        yield Problem(token.line, "return named values, not all properties with {.*}")
    elif token.marks("{") and (after.kind is Kind.NUMBER or after.marks(",")):
        yield Problem(token.line, "use [:TYPE*m..n] for a repeated step, not {m,n}")
    elif token.marks("->", "-") and after.marks("+") and later.marks("("):
        yield Problem(token.line, "use [:TYPE*1..] for a repeated step, not ->+")
    elif token.marks(";"):
        yield Problem(token.line, "a question is one query with no ';' at its end")


def _chained_comparisons(tokens: Sequence[Token]) -> Iterator[Problem]:
    """``a < b < c`` means different things to the engines."""
    seen = [False]
    for place, token in enumerate(tokens):
        if token.marks("(", "[", "{"):
            seen.append(False)
        elif token.marks(")", "]", "}"):
            seen = seen[:-1] or [False]
        elif token.marks(",", "|") or (token.says(*_ENDS_A_COMPARISON) and not _is_property(tokens, place)):
            seen[-1] = False
        elif token.marks(*_COMPARISONS):
            if seen[-1]:
                yield Problem(token.line, "write a <= b AND b <= c, not a chained comparison")
            seen[-1] = True


def _has_order(tokens: Sequence[Token]) -> bool:
    return any(a.says("ORDER") and b.says("BY") for a, b in pairwise(tokens))


def _returns_inside(tokens: Sequence[Token], place: int) -> bool:
    depth = 0
    for token in tokens[place:]:
        depth += token.marks("{")
        depth -= token.marks("}")
        if depth == 0:
            return False
        if token.says("RETURN"):
            return True
    return False


def _is_property(tokens: Sequence[Token], place: int) -> bool:
    return place > 0 and tokens[place - 1].marks(".", ":")


def _at(tokens: Sequence[Token], place: int) -> Token:
    return tokens[place] if place < len(tokens) else Token(Kind.SYMBOL, "", 0)
