"""Pairs of agencies that may be one under two names, with the reasons in words; nothing is merged here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations

from scrgraph.coding.agency_names import agency_key, sector_of
from scrgraph.coding.words import word_list
from scrgraph.model.agencies import Agency

#: Names of one sector whose own words are as alike as this, from 0 to 1, may be spellings of one.
_ALIKE = 0.8
_COUNCILS = {"cc": "County or City Council", "bc": "Borough Council", "mbc": "Metropolitan Borough Council"}
_LITTLE = frozenset(
    {"and", "of", "for", "in", "the", "team", "service", "services", "unit", "office", "dept"}
)


@dataclass(frozen=True)
class SameAgency:
    """Two agency ids that may be one agency; ``score`` is from 0 to 1, ``reasons`` are for a person to read."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]
    against: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        """The pair as the subject of a decision of kind ``agency``."""
        return f"{self.a} = {self.b}"


def agency_candidates(agencies: Iterable[Agency], owners: Iterable[str] = ()) -> tuple[SameAgency, ...]:
    """The pairs of agencies worth asking about, the likeliest first.

    ``owners`` are the ids of agencies whose own chronology is in hand: two of them are seldom one.
    """
    own = set(owners)
    real = sorted((one for one in agencies if one.stands_for_agency), key=lambda one: one.agency_id)
    found = []
    for one, other in combinations(real, 2):
        if one.sector != other.sector:
            continue
        ways = [
            _alike(a, b, one.sector)
            for a in (one.display_name, *one.spellings)
            for b in (other.display_name, *other.spellings)
        ]
        score, reason = max(ways, key=lambda way: way[0])
        against: tuple[str, ...] = ()
        if {one.agency_id, other.agency_id} <= own:
            score, against = score - 0.3, ("each has a chronology of its own",)
        if one.area and other.area and one.area != other.area:
            score, against = score - 0.3, (*against, f"they are in {one.area} and {other.area}")
        if score >= 0.2:
            kept, gone = (other, one) if _rank(other, own) > _rank(one, own) else (one, other)
            found.append(SameAgency(kept.agency_id, gone.agency_id, round(score, 2), (reason,), against))
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.a, pair.b)))


def _rank(agency: Agency, own: set[str]) -> tuple[bool, int]:
    """The agency with its own chronology, or the fuller name, is the one kept."""
    return agency.agency_id in own, len(agency.display_name.split())


@cache
def _alike(one: str, other: str, sector: str) -> tuple[float, str]:
    if sector == "unknown":
        a, b = agency_key(one), agency_key(other)
        alike = a != b and SequenceMatcher(None, a, b).ratio() >= _ALIKE
        return (0.4, f"“{one}” and “{other}” are spelt nearly alike") if alike else (0.0, "")
    here, there = _own_words(one, sector), _own_words(other, sector)
    if here == there and here:
        return 0.8, f"“{one}” and “{other}” are both {sector.replace('_', ' ')} of {' '.join(here).title()}"
    if not here and not there:
        return 0.5, f"“{one}” and “{other}” both say only that it is {sector.replace('_', ' ')}"
    if not here or not there:
        bare, named = (one, other) if not here else (other, one)
        return (0.35, f"“{bare}” may mean “{named}”") if sector_of(bare)[1] else (0.0, "")
    for short, long, written in ((here, there, one), (there, here, other)):
        for ending, council in _COUNCILS.items():
            if len(short) == 1 and short[0].endswith(ending) and short[0][: -len(ending)] == _initials(long):
                return 0.6, f"“{short[0].upper()}” in “{written}” can be {' '.join(long).title()} {council}"
    if set(here) < set(there) or set(there) < set(here):
        return 0.45, f"every word of the one name is in the other: “{one}”, “{other}”"
    if SequenceMatcher(None, " ".join(here), " ".join(there)).ratio() >= _ALIKE:
        return 0.5, f"“{one}” and “{other}” are spelt nearly alike"
    return 0.0, ""


def _initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words)


@cache
def _own_words(name: str, sector: str) -> tuple[str, ...]:
    """The words of a name that do not tell its sector: "northmere" of "Northmere Children's Services"."""
    left = f" {agency_key(name)} "
    lists = word_list("sectors.toml").get(sector, {})
    for phrase in sorted((*lists.get("generic", ()), *lists.get("parts", ())), key=len, reverse=True):
        left = left.replace(f" {phrase} ", " ")
    return tuple(word for word in left.split() if word not in _LITTLE)
