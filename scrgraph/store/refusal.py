"""Says no to a typed query that would do anything but read the graph, before any engine sees it.

The query is read by its structure: a word such as ``SET`` counts only where a clause can begin. Where a name
and a clause could be confused the query is refused, and the message tells how to write the name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scrgraph.store.base import QueryRefused
from scrgraph.store.cypher_tokens import Token, TokenKind, tokens_of

#: Clauses a question, a subquery or a branch of UNION may begin with.
_BEGINNINGS = frozenset({"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL", "FILTER", "LET"})
_WRITES = frozenset(
    {"CREATE", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "INSERT", "DROP", "ALTER", "FOREACH"}
)
#: Words that a subquery in braces follows.
_SUBQUERIES = frozenset({"CALL", "EXISTS", "COUNT", "COLLECT"})
#: After these signs a word is a label, a property or a parameter.
_BEFORE_A_NAME = (":", "|", "&", "!", "$")
#: After these words a value comes, so an ``as`` that follows one is itself a name.
_BEFORE_A_VALUE = frozenset(
    """ALL AND AS ASC ASCENDING BY CALL CASE CONCURRENT CONTAINS DESC DESCENDING DISTINCT ELSE ENDS FILTER FOR IN IS
    LET LIMIT MATCH NEXT NOT OF OFFSET ON OPTIONAL OR ORDER RETURN SKIP STARTS THEN UNION UNWIND USING WHEN WHERE
    WITH XOR YIELD""".split()
)
#: The first part of the built-in functions that have a dot in their name.
_BUILT_IN = frozenset(
    {"DATE", "DATETIME", "LOCALDATETIME", "TIME", "LOCALTIME", "DURATION", "POINT", "VECTOR"}
)
_CLOSING = {")": "(", "]": "[", "}": "{"}
_END = Token(TokenKind.SIGN, "")


@dataclass(frozen=True)
class _Place:
    """A token with its neighbours, the bracket it stands in, and whether a clause list begins at it."""

    before: tuple[Token, Token, Token]
    token: Token
    after: Token
    bracket: str
    begins: bool


def refuse_unless_read(query: str) -> None:
    """Do nothing when ``query`` is one read of the graph; otherwise raise ``QueryRefused`` with what to do."""
    tokens = list(tokens_of(query))
    while tokens and tokens[-1].is_sign(";"):
        tokens.pop()
    if not tokens:
        raise QueryRefused("There is no query to run. Write one that begins with MATCH and ends with RETURN.")
    for place in _places(tokens):
        if place.token.is_sign(";"):
            raise QueryRefused("This box runs one query at a time. Take out the ; and what follows it.")
        if place.begins:
            _check_beginning(place)
        if place.token.kind is not TokenKind.SIGN:
            _check_function(place)
        if place.token.kind is TokenKind.WORD and _may_be_clause(place):
            _check_clause(place)


def _places(tokens: list[Token]) -> Iterator[_Place]:
    """Each token with its surroundings. Raises ``QueryRefused`` where brackets do not pair."""
    padded = [_END, _END, _END, *tokens, _END]
    open_brackets: list[tuple[str, Token]] = []
    begins = True
    opened_by_call = False
    for index, token in enumerate(tokens, start=3):
        before = (padded[index - 1], padded[index - 2], padded[index - 3])
        bracket = open_brackets[-1][0] if open_brackets else ""
        yield _Place(before, token, padded[index + 1], bracket, begins)
        after_union = before[0].word == "UNION" and token.word in ("ALL", "DISTINCT")
        begins = bracket in ("", "{") and (token.word == "UNION" or after_union) and not before[0].is_sign(".")
        if token.is_sign("(", "[", "{"):
            subquery = before[0].word in _SUBQUERIES or (before[0].is_sign(")") and opened_by_call)
            begins = token.text == "{" and (subquery or before[0] is _END)
            open_brackets.append((token.text, before[0]))
        elif token.is_sign(")", "]", "}"):
            if not open_brackets or open_brackets[-1][0] != _CLOSING[token.text]:
                raise QueryRefused(f"A bracket {token.text} closes nothing. Check the brackets and ask again.")
            opened_by_call = open_brackets.pop()[1].word == "CALL"
    if open_brackets:
        raise QueryRefused(f"A bracket {open_brackets[-1][0]} is not closed. Close it and ask again.")


def _may_be_clause(place: _Place) -> bool:
    """Whether a clause could begin at this word. Inside round or square brackets none can (but for FOREACH's)."""
    previous, one_more, _ = place.before
    if place.bracket in ("(", "[") or place.after.is_sign(":") or previous.is_sign(*_BEFORE_A_NAME):
        return False
    if previous.is_sign(".") and one_more.kind is not TokenKind.NUMBER:
        return False
    return not (previous.word == "AS" and _ends_a_value(place.before[1:]))


def _ends_a_value(before: tuple[Token, ...]) -> bool:
    """Whether what stands before an ``AS`` is a value, so that the word after it is a column's name."""
    last, one_more = before
    if last.kind is TokenKind.SIGN:
        return last.is_sign(")", "]", "}")
    return last.word not in _BEFORE_A_VALUE or one_more.is_sign(".")


def _check_beginning(place: _Place) -> None:
    token = place.token
    if token.kind is TokenKind.SIGN or token.word in _BEGINNINGS | _WRITES | {"LOAD", "USE"}:
        return
    if place.after.is_sign(":", "=") and place.bracket == "{":
        return
    raise QueryRefused(
        f"This box only reads the graph and {token.text} is not the beginning of such a query. "
        "Begin with MATCH, OPTIONAL MATCH, UNWIND, WITH or RETURN."
    )


def _check_function(place: _Place) -> None:
    """Refuse functions added to a server (``library.read(…)``); they could read files or the network."""
    previous, name, one_more = place.before
    called = place.after.is_sign("(") and previous.is_sign(".") and name.kind is not TokenKind.SIGN
    if called and (one_more.is_sign(".") or name.word not in _BUILT_IN) and not _built_in_chain(place):
        raise QueryRefused(
            f"{name.text}.{place.token.text} is not a built-in function, so this box does not run it. "
            "Use the built-in functions only."
        )


def _built_in_chain(place: _Place) -> bool:
    return place.before[1].word == "SIMILARITY" and place.token.word in ("COSINE", "EUCLIDEAN")


def _check_clause(place: _Place) -> None:
    word = place.token.word
    after = place.after
    if word in _WRITES:
        raise QueryRefused(
            f"This box only reads the graph; the query would change it ({word}). Take that part out. "
            f"If it is a name of yours, write it in backticks: `{place.token.text}`."
        )
    if word == "LOAD":
        raise QueryRefused("This box only reads the graph; LOAD CSV would read a file. Take that part out.")
    if word == "USE":
        raise QueryRefused("This box asks the graph it is connected to. Take out USE and the name after it.")
    if word == "CALL" and not after.is_sign("{", "("):
        raise QueryRefused(
            f"This box only reads the graph; the query would run a procedure (CALL {after.text}). Take that part out."
        )
    if word == "FORMAT" and after.word == "CSV":
        raise QueryRefused("This box shows a table. Take out FORMAT CSV and save the table from the page.")
