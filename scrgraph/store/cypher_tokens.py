"""A typed query split into words, names, text, numbers and signs, to be judged by its structure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

from scrgraph.store.base import QueryRefused


class TokenKind(Enum):
    """What a piece of a query is."""

    WORD = "word"
    NAME = "name in backticks"
    TEXT = "text in quotation marks"
    NUMBER = "number"
    SIGN = "sign"


@dataclass(frozen=True)
class Token:
    """One piece of a query. ``word`` is the text of a bare word in capitals, and empty for anything else."""

    kind: TokenKind
    text: str

    @property
    def word(self) -> str:
        """The bare word in capitals; look-alike letters count as the letter they look like."""
        if self.kind is not TokenKind.WORD:
            return ""
        return unicodedata.normalize("NFKC", self.text).upper()

    def is_sign(self, *signs: str) -> bool:
        """Whether this is one of ``signs``."""
        return self.kind is TokenKind.SIGN and self.text in signs


#: Spaces of Neo4j's grammar that ``str.isspace`` does not know.
_MORE_SPACES = "\u180e\ufeff"
_SIGNS = ".:|&!$,=<>+-*/%^()[]{};~?"
_ESCAPED_LETTER = re.compile(r"\\(?:u+([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))")
_WORD = re.compile(r"[^\W\d]\w*")
_NUMBER = re.compile(
    r"0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|(?:[0-9][0-9_]*(?:\.[0-9][0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9]+)?"
)
_NAME = re.compile(r"`(?:[^`\\]|``)*`")
_TEXT = {quote: re.compile(rf"{quote}(?:[^{quote}\\]|\\.)*{quote}", re.DOTALL) for quote in "'\""}
_LINE_COMMENT = re.compile(r"//[^\r\n]*(\r(?!\n))?")
_BLOCK_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def tokens_of(query: str) -> tuple[Token, ...]:
    """Split ``query`` into tokens, leaving out spaces and comments.

    Raises ``QueryRefused`` where two engines could read the text in different ways: quotation marks,
    backticks or comments left open, a backslash outside text, and ``\\u`` escapes of anything but a letter or
    digit (Neo4j decodes those before it looks for quotation marks).
    """
    _refuse_escaped_signs(query)
    tokens: list[Token] = []
    place = 0
    while place < len(query):
        if query[place].isspace() or query[place] in _MORE_SPACES:
            place += 1
        elif query.startswith(("//", "/*"), place):
            place = _after_comment(query, place)
        else:
            token = _token_at(query, place)
            tokens.append(token)
            place += len(token.text)
    return tuple(tokens)


def _refuse_escaped_signs(query: str) -> None:
    for escape in _ESCAPED_LETTER.finditer(query):
        code = int(escape[1] or escape[2], 16)
        if code > 0x10FFFF or not chr(code).isalnum():
            raise QueryRefused(f"Write the character itself in place of {escape[0]} and ask again.")


def _after_comment(query: str, place: int) -> int:
    if query.startswith("/*", place):
        comment = _BLOCK_COMMENT.match(query, place)
        if comment is None:
            raise QueryRefused("A comment opened with /* is not closed. Close it with */ and ask again.")
        return comment.end()
    comment = _LINE_COMMENT.match(query, place)
    if comment is None or comment[1]:
        raise QueryRefused("A comment ends in an unusual line end. Take the comment out and ask again.")
    return comment.end()


def _token_at(query: str, place: int) -> Token:
    first = query[place]
    if first in _TEXT:
        return Token(TokenKind.TEXT, _closed(_TEXT[first], query, place, "A quotation mark"))
    if first == "`":
        return Token(TokenKind.NAME, _closed(_NAME, query, place, "A backtick"))
    number = _NUMBER.match(query, place)
    if number is not None:
        return Token(TokenKind.NUMBER, number[0])
    word = _WORD.match(query, place)
    if word is not None:
        return Token(TokenKind.WORD, word[0])
    if query.startswith("..", place):
        return Token(TokenKind.SIGN, "..")
    if first in _SIGNS:
        return Token(TokenKind.SIGN, first)
    raise QueryRefused(
        f"The query has a character that cannot be read ({first!r}). Take it out and ask again."
    )


def _closed(pattern: re.Pattern[str], query: str, place: int, what: str) -> str:
    found = pattern.match(query, place)
    if found is None:
        raise QueryRefused(
            f"{what} is opened and not closed, or holds a backslash out of place. Ask again without."
        )
    return found[0]
