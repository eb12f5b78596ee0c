"""Splits Cypher into tokens, so that a word inside a string or a comment is never taken for a keyword."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


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
    """One token with the line it starts on; ``text`` has no quotes, backticks or ``$``."""

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
    """The text holds something that is not Cypher; ``line`` says where."""

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        super().__init__(message)


_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<comment>//[^\n]*)
  | (?P<block>/\*)
  | (?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
  | (?P<name>`(?:[^`]|``)*`)
  | (?P<parameter>\$(?:\w+|`(?:[^`]|``)*`))
  | (?P<number>\d+\.\d+(?:[eE][+-]?\d+)?|0[xo][0-9a-fA-F]+|\d+(?:[eE][+-]?\d+)?)
  | (?P<word>[^\W\d]\w*)
  | (?P<symbol>->(?!=)|<-(?=[\[\-(])|<>|<=|>=|=~|\+=|\.\.|\|\||::|[-+*/%^=<>()\[\]{},.:;|&!?])
    """,
    re.VERBOSE | re.DOTALL,
)
_KINDS = {
    "text": Kind.TEXT,
    "name": Kind.NAME,
    "parameter": Kind.PARAMETER,
    "number": Kind.NUMBER,
    "word": Kind.WORD,
    "symbol": Kind.SYMBOL,
}


def tokens(query: str) -> list[Token]:
    """The tokens of ``query`` without spaces and comments. Raises ``LexError``, also for ``/*`` comments."""
    found: list[Token] = []
    at, line = 0, 1
    while at < len(query):
        match = _TOKEN.match(query, at)
        if match is None or match.lastgroup is None:
            raise LexError(line, f"'{query[at]}' cannot be read here as Cypher; is a quote left open?")
        if match.lastgroup == "block":
            raise LexError(line, "write comments with //, not /* */: the embedded store does not read them")
        text = match.group()
        if kind := _KINDS.get(match.lastgroup):
            found.append(Token(kind, _bare(kind, text), line))
        line += text.count("\n")
        at = match.end()
    return found


def _bare(kind: Kind, text: str) -> str:
    if kind in (Kind.TEXT, Kind.NAME):
        return text[1:-1]
    return text[1:].strip("`") if kind is Kind.PARAMETER else text
