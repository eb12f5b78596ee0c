"""The tokens of a question's query with their lines, from ``store.cypher_tokens``; signs are put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scrgraph.store import cypher_tokens
from scrgraph.store.base import QueryRefused
from scrgraph.store.cypher_tokens import TokenKind


class Kind(StrEnum):
    """What a token is."""

    WORD = "word"
    NAME = "name in backticks"
    TEXT = "text in quotes"
    NUMBER = "number"
    PARAMETER = "parameter"
    SYMBOL = "symbol"


@dataclass(frozen=True)
class Token:
    """One token with the line it starts on; a name has no backticks and a parameter no ``$``."""

    kind: Kind
    text: str
    line: int

    def says(self, *words: str) -> bool:
        """Whether this is one of these keywords, in capitals here and in any case in the query."""
        return self.kind is Kind.WORD and self.text.upper() in words

    def marks(self, *symbols: str) -> bool:
        """Whether this is one of these symbols."""
        return self.kind is Kind.SYMBOL and self.text in symbols

    @property
    def names(self) -> bool:
        """Whether this can be the name of something."""
        return self.kind in (Kind.WORD, Kind.NAME)


class LexError(ValueError):
    """The text is not Cypher, or not for both engines; ``line`` says where, and 0 when that is not known."""

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        super().__init__(message)


_KINDS = {
    TokenKind.WORD: Kind.WORD,
    TokenKind.NAME: Kind.NAME,
    TokenKind.TEXT: Kind.TEXT,
    TokenKind.NUMBER: Kind.NUMBER,
    TokenKind.SIGN: Kind.SYMBOL,
}
_PAIRS = frozenset({"->", "<>", "<=", ">=", "=~"})


def tokens(query: str) -> list[Token]:
    """The tokens of ``query`` without spaces and comments. Raises ``LexError``, also for ``/*`` comments."""
    try:
        single = [
            Token(_KINDS[token.kind], token.text, query.count("\n", 0, place) + 1)
            for token, place in _placed(query, cypher_tokens.tokens_of(query))
        ]
    except QueryRefused as error:
        raise LexError(0, str(error)) from error
    return list(_put_together(single))


def _placed(query: str, found: Sequence[cypher_tokens.Token]) -> Iterator[tuple[cypher_tokens.Token, int]]:
    at = 0
    for token in found:
        while not query.startswith(token.text, at) or query.startswith(("//", "/*"), at):
            if query.startswith("/*", at):
                raise LexError(query.count("\n", 0, at) + 1, "write comments with //, not /* */")
            at = query.index("\n", at) + 1 if query.startswith("//", at) else at + 1
        yield token, at
        at += len(token.text)


def _put_together(single: Sequence[Token]) -> Iterator[Token]:
    """``$`` and its name are one parameter; ``<`` and ``-`` before a bracket are one arrow, and so on."""
    place = 0
    while place < len(single):
        token = single[place]
        after = single[place + 1] if place + 1 < len(single) else None
        later = single[place + 2] if place + 2 < len(single) else None
        if token.kind is Kind.NAME:
            yield Token(Kind.NAME, token.text[1:-1].replace("``", "`"), token.line)
        elif token.marks("$") and after and after.names:
            yield Token(Kind.PARAMETER, after.text.strip("`"), token.line)
            place += 1
        elif token.kind is Kind.SYMBOL and after and _pairs(token, after, later):
            yield Token(Kind.SYMBOL, token.text + after.text, token.line)
            place += 1
        else:
            yield token
        place += 1


def _pairs(token: Token, after: Token, later: Token | None) -> bool:
    if after.kind is not Kind.SYMBOL:
        return False
    if token.marks("<") and after.marks("-"):
        return later is not None and later.marks("[", "-", "(")
    return token.text + after.text in _PAIRS
