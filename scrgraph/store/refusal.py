"""Says no to a typed query that would do anything but read the graph, before any engine sees it.

The query is read by its structure: a word such as ``SET`` counts only where a clause can begin. Where a name
and a clause could be confused the query is refused, and the message tells how to write the name.
"""

from __future__ import annotations

from collections.abc import Iterator

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
    (
        *("ALL", "AND", "AS", "ASC", "ASCENDING", "BY", "CALL", "CASE", "CONCURRENT", "CONTAINS", "DESC"),
        *("DESCENDING", "DISTINCT", "ELSE", "ENDS", "FILTER", "FOR", "IN", "IS", "LET", "LIMIT", "MATCH"),
        *("NEXT", "NOT", "OF", "OFFSET", "ON", "OPTIONAL", "OR", "ORDER", "RETURN", "SKIP", "STARTS", "THEN"),
        *("UNION", "UNWIND", "USING", "WHEN", "WHERE", "WITH", "XOR", "YIELD"),
    )
)
#: The first part of the built-in functions that have a dot in their name.
_BUILT_IN = frozenset({"DATE", "DATETIME", "LOCALDATETIME", "TIME", "LOCALTIME", "DURATION", "POINT"})
_CLOSES = {")": "(", "]": "[", "}": "{"}
_NOTHING = Token(TokenKind.SIGN, "")


def refuse_unless_read(query: str) -> None:
    """Do nothing when ``query`` is one read of the graph; else raise ``QueryRefused`` with what to do."""
    tokens = list(tokens_of(query))
    while tokens and tokens[-1].is_sign(";"):
        tokens.pop()
    if not tokens:
        raise QueryRefused("There is no query to run. Write one that begins with MATCH and ends with RETURN.")
    for index, bracket, begins in _places(tokens):
        token = tokens[index]
        if token.is_sign(";"):
            raise QueryRefused("This box runs one query at a time. Take out the ; and what follows it.")
        if begins:
            _check_beginning(tokens, index)
        if token.is_sign("("):
            _check_function(tokens, index)
        if token.kind is TokenKind.WORD and bracket not in ("(", "[") and not _is_name(tokens, index):
            _check_clause(token, _at(tokens, index + 1))


def _at(tokens: list[Token], index: int) -> Token:
    return tokens[index] if 0 <= index < len(tokens) else _NOTHING


def _places(tokens: list[Token]) -> Iterator[tuple[int, str, bool]]:
    """Each token's index, the bracket it stands in, and whether a query or subquery begins at it.

    Raises ``QueryRefused`` where brackets do not pair.
    """
    open_brackets: list[tuple[str, str]] = []
    in_call = False
    begins = True
    for index, token in enumerate(tokens):
        before = _at(tokens, index - 1)
        after_union = "UNION" in (before.word, _at(tokens, index - 2).word) and (
            before.word == "UNION" or before.word in ("ALL", "DISTINCT")
        )
        begins = begins or (after_union and token.word not in ("ALL", "DISTINCT"))
        yield index, open_brackets[-1][0] if open_brackets else "", begins
        begins = False
        if token.is_sign(*_CLOSES.values()):
            follows_call = before.word in _SUBQUERIES or (before.is_sign(")") and in_call)
            begins = token.text == "{" and (follows_call or index == 0)
            open_brackets.append((token.text, before.word))
        elif token.is_sign(*_CLOSES):
            if not open_brackets or open_brackets[-1][0] != _CLOSES[token.text]:
                raise QueryRefused(
                    f"The bracket {token.text} closes nothing. Check the brackets and ask again."
                )
            in_call = open_brackets.pop()[1] == "CALL"
    if open_brackets:
        raise QueryRefused(f"The bracket {open_brackets[-1][0]} is not closed. Close it and ask again.")


def _is_name(tokens: list[Token], index: int) -> bool:
    """Whether the word at ``index`` can only be a name: a label, property, parameter, map key or column."""
    before = _at(tokens, index - 1)
    if _at(tokens, index + 1).is_sign(":") or before.is_sign(*_BEFORE_A_NAME):
        return True
    if before.is_sign("."):
        return _at(tokens, index - 2).kind is not TokenKind.NUMBER
    return before.word == "AS" and _ends_a_value(tokens, index - 2)


def _ends_a_value(tokens: list[Token], index: int) -> bool:
    """Whether a value ends at ``index``, so that an ``AS`` after it gives a column its name."""
    token = _at(tokens, index)
    if token.kind is TokenKind.SIGN:
        return token.is_sign(*_CLOSES)
    return token.word not in _BEFORE_A_VALUE or _at(tokens, index - 1).is_sign(".")


def _check_beginning(tokens: list[Token], index: int) -> None:
    """Refuse a query or subquery that begins with a word this box does not know, such as ``SHOW``."""
    token = tokens[index]
    path = index > 0 and (token.kind is TokenKind.SIGN or _at(tokens, index + 1).is_sign(":", "="))
    if path or token.is_sign("{") or token.word in _BEGINNINGS | _WRITES:
        return
    raise QueryRefused(
        f"This box only reads the graph, and a query that begins with {token.text} may do more. "
        "Begin with MATCH, OPTIONAL MATCH, UNWIND, WITH or RETURN."
    )


def _check_function(tokens: list[Token], opening: int) -> None:
    """Refuse a function added to a server (``library.read(…)``); it could read files or the network."""
    start = opening - 1
    while _at(tokens, start - 1).is_sign(".") and _at(tokens, start - 2).kind is not TokenKind.SIGN:
        start -= 2
    parts = [token.text for token in tokens[max(start, 0) : opening : 2]]
    if len(parts) < 2 or tokens[start].word in _BUILT_IN:
        return
    if [part.upper() for part in parts[:2]] == ["VECTOR", "SIMILARITY"]:
        return
    raise QueryRefused(f"{'.'.join(parts)} is not a built-in function, so this box does not run it.")


def _check_clause(token: Token, after: Token) -> None:
    word = token.word
    if word in _WRITES:
        raise QueryRefused(
            f"This box only reads the graph; the query would change it ({word}). Take that part out. "
            f"If it is a name of yours, write it in backticks: `{token.text}`."
        )
    if word == "LOAD" and after.word == "CSV":
        raise QueryRefused("This box only reads the graph; LOAD CSV would read a file. Take that part out.")
    if word == "USE":
        raise QueryRefused("This box asks the graph it is connected to. Take out USE and the name after it.")
    if word == "CALL" and not after.is_sign("{", "("):
        raise QueryRefused(
            f"This box only reads the graph; the query would run a procedure (CALL {after.text}). "
            "Take that part out."
        )
    if word == "FORMAT" and after.word == "CSV":
        raise QueryRefused("This box shows a table. Take out FORMAT CSV and ask again.")
