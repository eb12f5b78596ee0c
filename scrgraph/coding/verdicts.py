"""What may be said of each stage of a baton, given whose chronologies are in hand (DOMAIN section 5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from scrgraph.coding.words import word_list
from scrgraph.model.events import Baton
from scrgraph.model.vocabulary import EventKind, StageName, Verdict
from scrgraph.temporal.coverage import CoverageBook

_HOW = {
    "recorded": Verdict.RECORDED,
    "matched": Verdict.MATCHED,
    "recorded not": Verdict.RECORDED_NOT,
    "unclear": Verdict.CANNOT_TELL,
}


def with_verdicts(batons: Sequence[Baton], coverage: CoverageBook, as_of: dt.date | None) -> list[Baton]:
    """The batons with ``receipt``, ``action`` and ``feedback`` filled in.

    Nothing is called "no record found" unless the agency that should hold the record has its own chronology in
    hand for every day on which the record could be expected. A stage that could still have followed after
    ``as_of``, the day looked back from, is not due.
    """
    return [_judged(baton, coverage, as_of) for baton in batons]


def _judged(baton: Baton, coverage: CoverageBook, as_of: dt.date | None) -> Baton:
    receipt = _receipt(baton, coverage, as_of)
    arrived = receipt in (Verdict.RECORDED, Verdict.MATCHED)
    return baton.model_copy(
        update={
            "receipt": receipt,
            "action": _action(baton, coverage, as_of) if arrived else Verdict.NOT_DUE,
            "feedback": _feedback(baton, coverage, as_of) if arrived else Verdict.NOT_DUE,
        }
    )


def _receipt(baton: Baton, coverage: CoverageBook, as_of: dt.date | None) -> Verdict:
    stage = baton.stage(StageName.RECEIVED)
    if stage:
        return _HOW[stage.how]
    days = word_list("rules.toml")["receipt"]["days_after"]
    return _absent(coverage, baton.to_agency_id, baton.on.earliest, baton.on.latest, days, as_of)


def _action(baton: Baton, coverage: CoverageBook, as_of: dt.date | None) -> Verdict:
    if baton.kind is EventKind.FEEDBACK:
        return Verdict.NOT_DUE
    if stage := baton.stage(StageName.ACTED_ON):
        return _HOW[stage.how]
    if baton.stage(StageName.DECLINED):
        return Verdict.RECORDED_NOT
    received = baton.stage(StageName.RECEIVED)
    on = received.on if received and received.on.known else baton.on
    days = word_list("rules.toml")["action"]["days_after"]
    return _absent(coverage, baton.to_agency_id, on.earliest, on.latest, days, as_of)


def _feedback(baton: Baton, coverage: CoverageBook, as_of: dt.date | None) -> Verdict:
    rules = word_list("rules.toml")["feedback"]
    if baton.kind not in rules["kinds"] or not baton.from_agency_id:
        return Verdict.NOT_DUE
    if stage := baton.stage(StageName.FED_BACK):
        return _HOW[stage.how]
    return _absent(
        coverage, baton.from_agency_id, baton.on.earliest, baton.on.latest, rules["days_after"], as_of
    )


def _absent(
    coverage: CoverageBook,
    agency_id: str,
    earliest: dt.date | None,
    latest: dt.date | None,
    days_after: int,
    as_of: dt.date | None,
) -> Verdict:
    if not agency_id or earliest is None or latest is None:
        return Verdict.CANNOT_TELL
    until = latest + dt.timedelta(days=days_after)
    if as_of is not None and until > as_of:
        return Verdict.NOT_DUE
    return Verdict.NO_RECORD_FOUND if coverage.covers(agency_id, earliest, until) else Verdict.CANNOT_TELL
