"""One row of the chronology in full: the row as it is, what it was taken to mean and why, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from scrgraph.coding.decided import subject_of
from scrgraph.coding.decided_row import NOBODY, ROW_DECISIONS
from scrgraph.coding.row_marks import marks_of
from scrgraph.model.entry import Code, Entry
from scrgraph.model.review import ReviewGraph
from scrgraph.model.vocabulary import EventKind, StageName, Tri
from scrgraph.review.decisions import KEY_EPISODE, NOTE, Decision
from scrgraph.web.desk import Desk
from scrgraph.web.reading import Reading
from scrgraph.web.screens.chronology_decided import taken_back
from scrgraph.web.screens.chronology_rows import ChronologyShown
from visualisations.chronology.words import kind_words, sure_words

#: What each kind of decision about a row is called, in the order of the panel.
CALLED = {
    "row": "Kind of event",
    "direction": "Direction",
    "to": "To",
    "from": "From",
    "seen": "Child seen",
    "seen-alone": "Seen alone",
    "received": "Received",
    "people": "People",
    "date": "Date",
    KEY_EPISODE: "Key episode",
    NOTE: "Note",
}
_ABOUT = {"row": "kind", "seen": "child_seen", "seen-alone": "seen_alone"}
_DIRECTIONS = {
    "out": "passed on by this agency",
    "in": "reached this agency",
    "none": "nothing was passed",
}
_TOLD = {"yes": "yes", "no": "no", "unknown": "not told"}
_HINTS = {
    "to": f"Agencies, several with a semicolon between; “{NOBODY}” where nothing went to anyone.",
    "from": f"Agencies, several with a semicolon between; “{NOBODY}” where it came from nobody.",
    "people": f"Names as in People, with a semicolon between; “{NOBODY}” where it is about nobody.",
    "date": "As a chronology writes it: 14 March 2018, March 2018, early 2018.",
}


def row_in_full(desk: Desk, reading: Reading, graph: ReviewGraph, entry: Entry) -> dict[str, Any]:
    """Everything the panel says of a row, in words."""
    shown = ChronologyShown.of(reading, graph)
    look = next((one for one in shown.looks if one.agency_id == entry.agency_id), None)
    made = shown.by_row.of(desk.decisions()).get(entry.entry_id, [])
    back = taken_back(desk, reading, shown).get(entry.entry_id, set())
    copy_of = next((one.of_entry_id for one in graph.copies if one.entry_id == entry.entry_id), "")
    original = reading.entries.get(copy_of)
    return {
        "id": entry.entry_id,
        "subject": subject_of(entry),
        "title": str(entry.date),
        "agency": look.name if look else entry.agency_text or "agency not told",
        "letters": look.letters if look else "?",
        "colour": look.colour if look else "#6b7280",
        "place": f"{entry.file}, {entry.place}",
        "original": [[heading, cell] for heading, cell in entry.original.items()],
        "taken": [_field(kind, entry, graph, made, back, reading) for kind in ROW_DECISIONS],
        "also": ", ".join(kind_words(code.value) for code in entry.codes if code.about == "also"),
        "key": marks_of(made).key_episode,
        "notes": [_decided(one, reading) for one in made if one.kind == NOTE],
        "decisions": [_decided(one, reading) for one in made if one.kind != NOTE],
        "findings": [
            {"id": one.id, "statement": one.statement, "strength": one.strength.value}
            for one in reading.findings
            if any(row.entry_id == entry.entry_id for row in one.evidence)
        ],
        "doubts": [
            {"id": one.doubt_id, "question": one.question, "because": one.because}
            for one in reading.doubts
            if entry.entry_id in one.entry_ids
        ],
        "copy": {"id": copy_of, "place": f"{original.file}, {original.place}"} if original else None,
    }


def value_words(kind: str, value: str) -> str:
    """What was decided, for people."""
    if kind == "row":
        return kind_words(value)
    if kind == "direction":
        return _DIRECTIONS.get(value, value)
    return _TOLD.get(value, value) if kind in ("seen", "seen-alone", "received") else value


def choices(kind: str) -> list[tuple[str, str]]:
    """The answers there are to a kind of decision, with their words; none where anything can be written."""
    if kind == "row":
        return sorted(((one.value, kind_words(one.value)) for one in EventKind), key=lambda pair: pair[1])
    if kind == "direction":
        return list(_DIRECTIONS.items())
    return list(_TOLD.items()) if kind in ("seen", "seen-alone", "received") else []


def _field(
    kind: str,
    entry: Entry,
    graph: ReviewGraph,
    made: Sequence[Decision],
    back: Iterable[str],
    reading: Reading,
) -> dict[str, Any]:
    """One thing that a row was taken to mean: its value, who told it, and how it can be decided."""
    decided = next((one for one in reversed(made) if one.kind == kind), None)
    if decided:
        value, words = decided.value, value_words(kind, decided.value)
        told = f"set by {decided.made_by}" + (f": {decided.reason}" if decided.reason else "")
    else:
        value, words, told = _taken(kind, entry, graph)
        if kind in back:
            told = "a decision was taken back; what the row says is being read again"
    return {
        "kind": kind,
        "name": CALLED[kind],
        "value": value,
        "words": words or "not told",
        "told": told,
        "waiting": (decided.decision_id not in reading.decided) if decided else kind in back,
        "decision": decided.decision_id if decided else "",
        "choices": choices(kind),
        "hint": _HINTS.get(kind, ""),
    }


def _taken(kind: str, entry: Entry, graph: ReviewGraph) -> tuple[str, str, str]:
    """What the row itself was taken to say: the value, in words, and who told."""
    if kind == "date":
        how = entry.date.how + (f"; in doubt: {entry.date.doubt}" if entry.date.doubt else "")
        written = f"written “{entry.date.written}”" if entry.date.written else "no date is written"
        return entry.date.written, str(entry.date), f"{written}{f', {how}' if how else ''}"
    codes = [code for code in entry.codes if code.about == _ABOUT.get(kind, kind)]
    cell = {
        "to": entry.to_text, "from": entry.from_text, "people": entry.people_text, "seen": entry.child_seen,
        "seen-alone": entry.seen_alone, "received": entry.received,
    }.get(kind, "")  # fmt: skip
    if codes:
        told = "; ".join(dict.fromkeys(_told(code) for code in codes))
        values = [_name(code.value, graph) for code in codes]
        value = codes[0].value if choices(kind) else "; ".join(values)
        return value, value_words(kind, value) if choices(kind) else "; ".join(values), told
    if isinstance(cell, Tri):
        return cell.value, value_words(kind, cell.value), "" if cell is Tri.UNKNOWN else "by its column"
    if kind == "direction":
        way = _direction(entry, graph)
        return way, value_words(kind, way), "from the event and the agencies it names" if way else ""
    if kind == "row":
        called = f"the row calls it “{entry.event_text}”" if entry.event_text else ""
        return "", "", called
    return str(cell), str(cell), "by its column" if cell else ""


def _told(code: Code) -> str:
    """Who told it, from which words and how sure."""
    if code.by == "author":
        return "set by the author"
    if code.by == "column":
        return f"by its column: “{code.words}”" if code.words else "by its column"
    words = f"from the words “{code.words}”" if code.words else "from its words"
    return f"{words}, {sure_words(code.confidence)}: about {round(code.confidence * 100)} in 100"


def _name(value: str, graph: ReviewGraph) -> str:
    """A person or an agency by name where ``value`` is an id."""
    person = next((one.display_name for one in graph.people if one.person_id == value), "")
    return (
        person
        or next((one.display_name for one in graph.agencies if one.agency_id == value), "")
        or value.replace("_", " ")
    )


def _direction(entry: Entry, graph: ReviewGraph) -> str:
    """Whether the row stands at the passing or the receiving end of a baton; empty where at neither."""
    for baton in graph.batons:
        received = baton.stage(StageName.RECEIVED)
        if received and entry.entry_id in received.entry_ids and baton.to_agency_id == entry.agency_id:
            return "in"
        if entry.entry_id in baton.entry_ids:
            own = baton.from_agency_id == entry.agency_id
            return "out" if own or baton.to_agency_id != entry.agency_id else "in"
    return ""


def _decided(one: Decision, reading: Reading) -> dict[str, Any]:
    """A decision as the panel lists it."""
    return {
        "id": one.decision_id,
        "words": one.reason
        if one.kind == NOTE
        else f"{CALLED[one.kind]}: {value_words(one.kind, one.value)}",
        "reason": "" if one.kind == NOTE else one.reason,
        "by": one.made_by,
        "when": one.made_at.strftime("%d %b %Y, %H:%M"),
        "waiting": one.kind in ROW_DECISIONS and one.decision_id not in reading.decided,
    }
