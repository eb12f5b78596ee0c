"""Fills in the sentence of a finding with the values of a row, written as people here write them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from string import Formatter

from scrgraph.model import sentence_parts
from scrgraph.model.partial_date import in_words
from scrgraph.questions.header import ColumnType
from scrgraph.store.base import Value


def fill_in(sentence: str, row: Mapping[str, Value], columns: Mapping[str, ColumnType]) -> str:
    """``sentence`` with each ``{column}`` replaced by the row's value, and its first letter a capital."""
    parts: list[str] = []
    for words, name, _, _ in Formatter().parse(sentence):
        parts.append(words)
        if name is not None:
            parts.append(in_a_sentence(row[name], columns[name]))
    said = " ".join("".join(parts).split())
    return said[:1].upper() + said[1:]


def in_a_sentence(value: Value, kind: ColumnType = "string") -> str:
    """A value in words: ``14 March 2008``, ``A, B and C``, ``no date given``, ``not recorded``, ``3``."""
    if value is None or value == "":
        return "no date given" if kind == "date" else "not recorded"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.date):
        return in_words(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return listed([in_a_sentence(part) for part in value if part is not None])
    return str(value)


def listed(words: Sequence[str]) -> str:
    """``A``, ``A and B`` or ``A, B and C``; ``not recorded`` for none."""
    return sentence_parts.listed(words) or "not recorded"
