"""Which line of the genogram the words of a tie call for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from visualisations.records.shown import PersonShown, TieShown


class Line(StrEnum):
    """The lines between people."""

    BIRTH = "parent and child"
    ADOPTION = "adoption"
    FOSTER = "fostering"
    CARER = "carer"
    STEP = "step-parent"
    GRANDPARENT = "grandparent, the parent between not on record"
    SIBLING = "brothers and sisters, shared parents not on record"
    HALF_SIBLING = "half-brothers and half-sisters"
    STEP_SIBLING = "step-brothers and step-sisters"
    COUPLE = "couple"
    WORDS = "told in words"


_MARRIED = re.compile(r"\b(married|marriage|husband|wife|spouse|civil partner)", re.IGNORECASE)
_DIVORCED = re.compile(r"\b(divorced?|dissolved|ex-husband|ex-wife)\b", re.IGNORECASE)
_FORMER = re.compile(r"\b(ex|former|separated|divorced|not|un|late)\b", re.IGNORECASE)


def line_of(tie: TieShown, people: Mapping[str, PersonShown]) -> Line:
    """The line for a tie. A role may say "foster carer" or "adoptive mother" where the tie itself does not."""
    words, role = tie.kinship.lower(), people[tie.person_id].role.lower()
    if tie.tie == "PARTNER_OF" or (_MARRIED.search(words) and tie.tie == "CONNECTED_TO"):
        return Line.COUPLE
    if tie.tie == "SIBLING_OF" or "sibling" in words or re.search(r"\b(twin|brother|sister)\b", words):
        if "law" in words:
            return Line.WORDS
        return (
            Line.HALF_SIBLING if "half" in words else Line.STEP_SIBLING if "step" in words else Line.SIBLING
        )
    if "grandparent" in words or re.search(r"\bgrand(mother|father|ma|dad)\b", words):
        return Line.WORDS if "great" in words else Line.GRANDPARENT
    if tie.tie == "PARENT_OF" or re.search(r"\b(adopti|foster)", words):
        return _care(words, role)
    return Line.WORDS


def _care(words: str, role: str) -> Line:
    if "step" in words:
        return Line.STEP
    if "adopt" in words or (words == "parent" and "adoptive" in role):
        return Line.ADOPTION
    if "foster" in words or ("carer" in words and "foster" in role):
        return Line.FOSTER
    return Line.CARER if re.search(r"carer|guardian", words) else Line.BIRTH


def married(ties: Iterable[TieShown], roles: Iterable[str]) -> bool:
    """Whether the words of a couple's ties, or of the role of somebody with no other partner, say they married."""
    words = [tie.kinship for tie in ties]
    said = any(_MARRIED.search(text) or _DIVORCED.search(text) for text in words)
    return said or any(_MARRIED.search(role) and not _FORMER.search(role) for role in roles)


def divorced(ties: Iterable[TieShown]) -> bool:
    """Whether the words of a couple's ties say that they divorced."""
    return any(_DIVORCED.search(tie.kinship) for tie in ties)


def says_ended(tie: TieShown) -> bool:
    """Whether the words say that the partnership is over, with or without a date."""
    return bool(re.match(r"\s*(ex|former|separated|divorced)\b", tie.kinship, re.IGNORECASE))
