"""How much two written names are alike, and why in words; never enough to take two people for one."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache

from scrgraph.coding.full_names import FullName
from scrgraph.coding.words import word_list

#: Names whose spellings are as alike as this, from 0 to 1, may be one.
_ALIKE = 0.8


def likeness(a: FullName, b: FullName) -> tuple[float, str]:
    """How much two written names speak for one person, from 0 to 1, with the words for it; 0 for different names."""
    if a.key == b.key:
        return 0.7, f"“{a.bare}” and “{b.bare}” are the same name"
    if frozenset(a.key.split()) == frozenset(b.key.split()):
        return 0.7, f"“{a.bare}” and “{b.bare}” are the same words in another order"
    if a.full and b.full:
        return _both_full(a, b)
    if a.surname and b.surname:
        if a.surname != b.surname:
            return 0.0, ""
        if a.given and b.given:
            agree = a.initials == b.initials
            return (0.6, f"surname “{a.surname.title()}” and initial agree") if agree else (0.0, "")
        return 0.4, f"surname “{a.surname.title()}” agrees"
    short, long = (a, b) if not a.surname else (b, a)
    if short.surname or not (word := short.key) or " " in word:
        return 0.0, ""
    if long.given and word == long.given[0]:
        return 0.35, f"“{short.bare}” is the first name of {long.natural}; a first name alone does not tell"
    if long.given and _one_first_name(word, long.given[0]):
        return 0.3, f"“{short.bare}” can be short for {long.natural}"
    if len(word) == 2 and word == long.initials:
        return 0.4, f"initials agree: {short.bare} and {long.natural}"
    if not long.surname and _spelt_alike(word, long.key):
        return 0.3, f"“{short.bare}” and “{long.bare}” are spelt nearly alike"
    return 0.0, ""


def _both_full(a: FullName, b: FullName) -> tuple[float, str]:
    first, second = a.given[0], b.given[0]
    same_surname = a.surname == b.surname
    if same_surname and first == second:
        return 0.6, "first name and surname agree, and one has a further name"
    if same_surname and _one_first_name(first, second):
        return (
            0.6,
            f"surname agrees, and “{first.title()}” and “{second.title()}” are forms of one first name",
        )
    if same_surname and _spelt_alike(first, second):
        return 0.5, f"surname agrees, and “{first.title()}” and “{second.title()}” are spelt nearly alike"
    if first == second and _spelt_alike(a.surname, b.surname):
        return (
            0.55,
            f"first name agrees, and “{a.surname.title()}” and “{b.surname.title()}” are spelt nearly alike",
        )
    return 0.0, ""


@cache
def _one_first_name(one: str, other: str) -> bool:
    """Whether two first names are a name and its short form, or two short forms of one."""
    forms = word_list("people_in_text.toml")["short_forms"]
    return one != other and any({one, other} <= {name, *short} for name, short in forms.items())


@cache
def _spelt_alike(one: str, other: str) -> bool:
    """Whether two names may be two spellings of one: "Kayla" and "Kaylah", "Smyth" and "Smith"."""
    if one == other or min(len(one), len(other)) < 3 or one[0] != other[0]:
        return False
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE
