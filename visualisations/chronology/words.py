"""What the chronology says in words: kinds of event, how each was told and how sure, whether a child was seen."""

from __future__ import annotations

from scrgraph.model.partial_date import in_words
from visualisations.chronology.rows import ChronologyRow, Seen

SEEN_WORDS = {"alone": "seen alone", "seen": "seen", "not": "not seen"}
#: The sign beside the words: a ring round a dot, a dot, a ring.
SEEN_SIGNS = {"alone": "\u25c9", "seen": "\u25cf", "not": "\u25cb"}
#: From which confidence on a reading is called so.
_SURE = ((0.9, "sure"), (0.7, "fairly sure"), (0.0, "not sure"))
_FAMILY_WORDS = {"new_adult_in_household": "new adult in the household", "case_closure": "case closed"}


def kind_words(coded_as: str) -> str:
    """A kind of event for people: ``missed_attendance`` is "missed attendance"."""
    return _FAMILY_WORDS.get(coded_as, coded_as.replace("_", " ")) or "kind not told"


def how_taken(row: ChronologyRow) -> str:
    """Who told the kind of event, from which words and how sure: empty where nothing told it."""
    if not row.coded_as:
        return f"the row calls it \u201c{row.event_text}\u201d" if row.event_text else ""
    if row.coded_by == "author":
        return "set by the author"
    if row.coded_by == "column":
        written = row.event_text.replace("_", " ").strip().casefold()
        same = written in {"", kind_words(row.coded_as).casefold(), row.coded_as.replace("_", " ")}
        told = "by its column" if same else f"by its column: \u201c{row.event_text}\u201d"
    else:
        told = f"from the words \u201c{row.coded_from}\u201d" if row.coded_from else "from its words"
    sure = sure_words(row.confidence)
    return f"{told}, {sure}" if sure and not (row.coded_by == "column" and sure == "sure") else told


def earliest_words(row: ChronologyRow) -> str:
    """The first day a row may have happened, where its date runs over more than one month; else empty."""
    if row.earliest is None or row.latest is None:
        return ""
    same_month = (row.earliest.year, row.earliest.month) == (row.latest.year, row.latest.month)
    return "" if same_month else in_words(row.earliest)


def sure_words(confidence: float | None) -> str:
    """How sure a reading is: "sure" from 0.9, "fairly sure" from 0.7, else "not sure"."""
    return "" if confidence is None else next(words for least, words in _SURE if confidence >= least)


def seen_words(seen: Seen) -> str:
    """Who was seen, with the sign first: "\u25cf seen: Rowan"."""
    names = ", ".join(seen.names) or "a child"
    return f"{SEEN_SIGNS[seen.sign]} {SEEN_WORDS[seen.sign]}: {names}"
