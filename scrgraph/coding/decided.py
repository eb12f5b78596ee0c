"""What the author has decided about rows and batons, by the entries it concerns; it wins over any score."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from scrgraph.coding.decided_row import ROW_DECISIONS, DecidedRow
from scrgraph.model.entry import Entry
from scrgraph.model.events import Baton
from scrgraph.model.vocabulary import StageName
from scrgraph.review.decisions import KEY_EPISODE, NOTE, Decision
from scrgraph.review.names import file_key

Pair = tuple[str, str]

_FINGERPRINT = re.compile(r"^(.*?)\s*\[([0-9a-f]{8})\]$")
_BETWEEN = " = "


@dataclass(frozen=True)
class Decided:
    """Decisions by entry id: about rows, and pairs that are the same baton or one event, and pairs that are not.

    A pair is as ``pair_of`` gives it, with the name of whoever decided. ``people`` and ``agencies`` are pairs of names
    with whether they are the same. ``unused`` says of each decision that
    could not be carried out, marks on rows included, what it was, why, and what to do.
    """

    rows: Mapping[str, DecidedRow] = field(default_factory=dict)
    same: Mapping[Pair, str] = field(default_factory=dict)
    not_same: Mapping[Pair, str] = field(default_factory=dict)
    one_event: Mapping[Pair, bool] = field(default_factory=dict)
    people: Mapping[Pair, bool] = field(default_factory=dict)
    agencies: Mapping[Pair, bool] = field(default_factory=dict)
    unused: tuple[str, ...] = ()


def decided_of(decisions: Sequence[Decision], entries: Sequence[Entry]) -> Decided:
    """The decisions about rows and batons, each with the entries it names today.

    A subject is ``FILE, PLACE`` for a row and two of them joined by `` = `` for a baton; the kind "same" or "not
    same" holds whichever row stands first. After a place may stand a fingerprint (``police.csv, row 3
    [1a2b3c4d]``): when a corrected file has another row at that place, the one row of the file with that
    fingerprint is meant. Of two decisions about one thing the later wins.
    """
    rows = RowsToday(entries)
    about_rows: dict[str, DecidedRow] = {}
    names: dict[str, dict[Pair, bool]] = {"event": {}, "person": {}, "agency": {}}
    pairs: dict[Pair, tuple[str, str]] = {}
    unused: list[str] = []
    in_order = sorted(decisions, key=lambda one: one.made_at)
    marks = _marks_that_hold(in_order)
    for decision in in_order:
        try:
            if decision.kind in ROW_DECISIONS:
                entry_id = rows.entry_id(decision.subject)
                known = about_rows.get(entry_id, DecidedRow())
                about_rows[entry_id] = known.with_decision(decision.kind, decision.value)
            elif decision.kind == "event":
                names["event"][rows.pair(decision.subject)] = decision.value == "same"
            elif decision.kind in names:
                names[decision.kind][_two_names(decision.subject)] = decision.value == "same"
            elif decision.kind == "baton":
                pair = rows.pair(decision.subject)
                pairs.pop(pair, None)
                pairs[pair] = (decision.value, decision.made_by)
            elif decision.decision_id in marks:
                rows.entry_id(decision.subject)
        except (NotFound, ValueError) as reason:
            said = decision.reason if decision.kind == NOTE else decision.value
            what = f"{decision.kind} “{decision.subject}”, {said}"
            unused.append(
                f"Decision {decision.decision_id} ({what}, by {decision.made_by}) was not used: {reason}"
            )
    return Decided(
        about_rows,
        {pair: by for pair, (value, by) in pairs.items() if value == "same"},
        {pair: by for pair, (value, by) in pairs.items() if value == "not same"},
        names["event"],
        names["person"],
        names["agency"],
        tuple(unused),
    )


def _marks_that_hold(in_order: Iterable[Decision]) -> set[str]:
    """The ids of the notes, and of the last word on each row marked as a key episode."""
    notes, key_episodes = set[str](), dict[str, Decision]()
    for decision in in_order:
        if decision.kind == NOTE:
            notes.add(decision.decision_id)
        elif decision.kind == KEY_EPISODE:
            key_episodes[decision.subject] = decision
    return notes | {one.decision_id for one in key_episodes.values() if one.value == "yes"}


def not_carried_out(decided: Decided, batons: Iterable[Baton], entries: Sequence[Entry]) -> tuple[str, ...]:
    """What is to be said of decisions that two rows are one baton where no baton has come of the two."""
    joined = joined_rows(batons)
    places = {entry.entry_id: f"{entry.file}, {entry.place}" for entry in entries}
    return tuple(
        f"The decision of {by} that “{places[one]}” and “{places[other]}” are one baton was not used: one of "
        "them has to be read as passing something on and the other as receiving it. "
        "Decide the kind of event of the rows too."
        for (one, other), by in decided.same.items()
        if (one, other) not in joined
    )


def joined_rows(batons: Iterable[Baton]) -> set[Pair]:
    """The pairs of rows that are the two sides of one baton."""
    return {
        pair_of(sent, got)
        for baton in batons
        if (received := baton.stage(StageName.RECEIVED))
        for sent in baton.entry_ids
        for got in received.entry_ids
        if sent != got
    }


def subject_of(entry: Entry) -> str:
    """A row as the subject of a decision, with the fingerprint by which it is found again after it has moved."""
    return f"{entry.file}, {entry.place} [{fingerprint(entry)}]"


def pair_subject(one: Entry, other: Entry) -> str:
    """Two rows as the subject of a decision that they are, or are not, the two sides of one baton."""
    return f"{subject_of(one)}{_BETWEEN}{subject_of(other)}"


def pair_of(one: str, other: str) -> Pair:
    """Two entry ids as a pair that is the same in either order."""
    return (one, other) if one < other else (other, one)


def fingerprint(entry: Entry) -> str:
    """Eight hexadecimal digits from the row's date as written, its event and its words."""
    told = "\n".join((entry.date.written, entry.event_text, entry.words))
    return hashlib.sha256(told.encode("utf-8")).hexdigest()[:8]


def name_subject(one: str, other: str) -> str:
    """Two names as the subject of a decision that they are, or are not, one person or one agency."""
    return _BETWEEN.join(sorted((one, other)))


def _two_names(subject: str) -> Pair:
    one, _, other = subject.partition(_BETWEEN)
    if not one.strip() or not other.strip():
        raise NotFound("it names one. Give two, as “Dean = Mother's partner”.")
    return pair_of(one.strip(), other.strip())


class NotFound(Exception):
    """Why a subject names no row, in words for the author, with what to do."""


class RowsToday:
    """The rows of today by file and place, and by what they say."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._by_place: dict[str, list[Entry]] = defaultdict(list)
        self._by_file: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            self._by_place[_plain(f"{entry.file}, {entry.place}")].append(entry)
            self._by_file[file_key(entry.file)].append(entry)

    def pair(self, subject: str) -> Pair:
        """The two rows of a baton; a file may have the sign `` = `` in its name too."""
        pieces = subject.split(_BETWEEN)
        if len(pieces) < 2:
            raise NotFound("it names one row. Give two, as “police.csv, row 3 = csc.csv, row 4”.")
        splits = [(_BETWEEN.join(pieces[:at]), _BETWEEN.join(pieces[at:])) for at in range(1, len(pieces))]
        for one, other in splits[1:]:
            if self._stands(one) and self._stands(other):
                return self._two(one, other)
        return self._two(*splits[0])

    def entry_id(self, subject: str) -> str:
        """The row a subject names today. Raises ``NotFound``."""
        found = _FINGERPRINT.match(subject.strip())
        place, wanted = (found[1], found[2]) if found else (subject.strip(), "")
        here = self._by_place.get(_plain(place), [])
        if wanted:
            if same := [entry for entry in here if fingerprint(entry) == wanted]:
                return same[0].entry_id
            return self._moved(place, wanted).entry_id
        if len(here) == 1:
            return here[0].entry_id
        count = "no row" if not here else f"{len(here)} rows"
        raise NotFound(f"there is {count} at “{place}”. Look the row up in its file and decide again.")

    def _two(self, one: str, other: str) -> Pair:
        pair = pair_of(self.entry_id(one), self.entry_id(other))
        if pair[0] == pair[1]:
            raise NotFound("it names the same row twice. Give the sender's row and the receiver's.")
        return pair

    def _stands(self, subject: str) -> bool:
        try:
            return bool(self.entry_id(subject))
        except NotFound:
            return False

    def _moved(self, place: str, wanted: str) -> Entry:
        files = [file for file in self._by_file if _plain(place).startswith(f"{file}, ")]
        if not files:
            raise NotFound(
                f"no file in hand is that of “{place}”. If the file was renamed, give it its old name, or decide again."
            )
        same = [entry for entry in self._by_file[max(files, key=len)] if fingerprint(entry) == wanted]
        if len(same) == 1:
            return same[0]
        now = "no row of the file says" if not same else f"{len(same)} rows of the file say"
        raise NotFound(
            f"“{place}” holds another row than when it was decided, and {now} what that row said. "
            "Look at the corrected file and decide again."
        )


def _plain(place: str) -> str:
    return " ".join(file_key(place).split())
