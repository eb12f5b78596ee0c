"""Doubts about what a row was read to mean: its kind, the way it went, to and from whom, whether a child was seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.decided import subject_of
from scrgraph.coding.decided_row import NOBODY, DecidedRow
from scrgraph.coding.words import word_list
from scrgraph.model.doubt import Doubt
from scrgraph.model.entry import Code
from scrgraph.model.vocabulary import Direction, EventKind

_KINDS = tuple(kind.value for kind in EventKind)
#: Kinds that are passed to somebody: without an addressee nothing can be said of their arrival.
_ADDRESSED = frozenset(
    {
        EventKind.REFERRAL, EventKind.NOTIFICATION, EventKind.REQUEST, EventKind.TRANSFER, EventKind.DISCHARGE,
        EventKind.ESCALATION, EventKind.FEEDBACK, EventKind.INVITATION,
    }
)  # fmt: skip
_QUESTIONS = {
    "direction": (
        "direction",
        "Was this passed on (out), or did it reach the agency (in)?",
        ("out", "in", "none"),
    ),
    "to": ("to", "To which agency was this passed?", (NOBODY,)),
    "from": ("from", "From which agency did this come?", (NOBODY,)),
    "child_seen": ("seen", "Was a child seen?", ("yes", "no", "unknown")),
}


def row_doubts(
    coded: Iterable[CodedEntry], decided: Mapping[str, DecidedRow], agencies: AgencyNames
) -> Iterator[Doubt]:
    """What the words of rows leave doubtful and nobody has decided yet, in the order of the rows."""
    names = tuple(agency.display_name for agency in agencies.agencies if agency.stands_for_agency)
    for item in coded:
        settled = decided.get(item.entry.entry_id, DecidedRow())
        by_words = [code for code in item.entry.codes if code.by == "words"]
        if settled.kind is None:
            yield from _of_kind(item, by_words)
        yield from _of_fields(item, by_words, settled, names)
        nobody_named = item.kind in _ADDRESSED and item.direction is Direction.OUT and not item.to_agencies
        if nobody_named and settled.to is None and settled.direction is None:
            yield _doubt(item, "to", "To which agency was this passed?", (*names, NOBODY), "nobody named",
                         "the row names no agency that it was passed to", open_answer=True)  # fmt: skip


def _of_kind(item: CodedEntry, by_words: Iterable[Code]) -> Iterator[Doubt]:
    limits = word_list("doubts/doubts.toml")["codes"]
    question = "What kind of event is this row?"
    code = next((code for code in by_words if code.about == "kind"), None)
    if code is not None and code.confidence < limits["kind"]:
        yield _doubt(item, "row", question, _KINDS, item.kind.value, _from_words(code))
    elif code is None and not item.kind_told and len(item.entry.words.split()) >= limits["words_least"]:
        yield _doubt(item, "row", question, _KINDS, "not told", "no words were found that say it")


def _of_fields(
    item: CodedEntry, by_words: Iterable[Code], settled: DecidedRow, names: tuple[str, ...]
) -> Iterator[Doubt]:
    limits = word_list("doubts/doubts.toml")["codes"]
    decided = {
        "direction": settled.direction, "to": settled.to, "from": settled.sender, "child_seen": settled.child_seen,
    }  # fmt: skip
    for code in by_words:
        if code.about not in _QUESTIONS or code.confidence >= limits[code.about]:
            continue
        if decided[code.about] is not None:
            continue
        kind, question, answers = _QUESTIONS[code.about]
        open_answer = code.about in ("to", "from")
        answers = (*names, *answers) if open_answer else answers
        yield _doubt(item, kind, question, answers, code.value, _from_words(code), open_answer=open_answer)


def _from_words(code: Code) -> str:
    words = f"read from “{code.words}”" if code.words else "read from the row as a whole"
    return f"{words}, about {round(code.confidence * 100)} in 100 sure"


def _doubt(
    item: CodedEntry,
    kind: str,
    question: str,
    answers: tuple[str, ...],
    now: str,
    because: str,
    open_answer: bool = False,
) -> Doubt:
    return Doubt.of(
        kind,
        subject_of(item.entry),
        question,
        now=now,
        because=because,
        answers=answers,
        open_answer=open_answer,
        entry_ids=(item.entry.entry_id,),
    )
