"""What may be said of each stage of a baton, given whose chronologies are in hand (DOMAIN section 5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from scrgraph.coding.words import word_list
from scrgraph.model.events import Baton
from scrgraph.model.partial_date import PartialDate, in_words
from scrgraph.model.vocabulary import EventKind, StageName, Verdict
from scrgraph.temporal.coverage import CoverageBook

_HOW = {
    "recorded": Verdict.RECORDED,
    "matched": Verdict.MATCHED,
    "recorded not": Verdict.RECORDED_NOT,
    "unclear": Verdict.CANNOT_TELL,
}


def with_verdicts(batons: Sequence[Baton], coverage: CoverageBook, as_of: dt.date | None) -> list[Baton]:
    """The batons with ``receipt``, ``acknowledgement``, ``acceptance``, ``action`` and ``feedback`` filled in.

    Nothing is called "no record found" unless the agency that should hold the record has its own chronology in
    hand for every day on which the record could be expected: the receiver for receipt, acceptance and action;
    the sender for acknowledgement and feedback, since it is the sender who has to know (Ofsted 2010, paras 90
    and 92). A stage that could still have followed after ``as_of``, the day looked back from, is not due, even
    where words are on record that tell neither. Of what the family was given to carry, only its arrival is due.
    A baton that comes with ``feedback`` not due keeps it so.
    """
    return [_judged(baton, coverage, as_of) for baton in batons]


def _judged(baton: Baton, coverage: CoverageBook, as_of: dt.date | None) -> Baton:
    receipt = _receipt(baton, coverage, as_of)
    arrived = receipt in (Verdict.RECORDED, Verdict.MATCHED)
    found = baton.model_copy(
        update={"receipt": receipt, "receipt_reason": _reason(baton, receipt, as_of)}
        | dict.fromkeys(("acknowledgement", "acceptance", "action", "feedback"), Verdict.NOT_DUE)
    )
    if not arrived:
        return found
    return found.model_copy(
        update={
            "acknowledgement": _back_at_the_sender(
                baton, StageName.ACKNOWLEDGED, "acknowledgement", coverage, as_of
            ),
            "acceptance": _acceptance(baton, coverage, as_of),
            "action": _action(baton, coverage, as_of),
            "feedback": _back_at_the_sender(baton, StageName.FED_BACK, "feedback", coverage, as_of),
        }
    )


def _receipt(baton: Baton, coverage: CoverageBook, as_of: dt.date | None) -> Verdict:
    stage = baton.stage(StageName.RECEIVED)
    if stage:
        return _HOW[stage.how]
    return _absent(coverage, _arrives_at(baton), baton.on, _receipt_days(baton), as_of)


def _receipt_days(baton: Baton) -> int:
    days: int = word_list("rules.toml")["carried_by_family" if baton.carried_by_family else "receipt"][
        "days_after"
    ]
    return days


def _arrives_at(baton: Baton) -> str:
    """The agency whose records would show the arrival; the sender's own where the family was to come back to it."""
    back = baton.carried_by_family and baton.kind is EventKind.REQUEST and not baton.to_agency_id
    return baton.from_agency_id if back else baton.to_agency_id


def _reason(baton: Baton, receipt: Verdict, as_of: dt.date | None) -> str:
    """Why the receipt is called what it is, in words; what the pairing of both sides said comes first."""
    stage = baton.stage(StageName.RECEIVED)
    if stage:
        said = {
            "recorded": "a source says that it arrived",
            "recorded not": "a source says that it did not arrive",
        }
        return stage.reason or said.get(stage.how, "")
    if not _arrives_at(baton):
        return "the record does not say which agency it was for"
    if baton.on.earliest is None or baton.on.latest is None:
        return "it has no date, so the days on which a receipt could be expected are not known"
    until = baton.on.latest + dt.timedelta(days=_receipt_days(baton))
    days = f"from {in_words(baton.on.earliest)} to {in_words(until)}"
    if receipt is Verdict.NOT_DUE and as_of is not None:
        return f"a receipt could still have followed after {in_words(as_of)}"
    if receipt is Verdict.CANNOT_TELL:
        return f"its own records for every day {days} are not in hand"
    return baton.receipt_reason or f"its own records {days} hold no entry that fits"


def _acceptance(baton: Baton, coverage: CoverageBook, as_of: dt.date | None) -> Verdict:
    if baton.stage(StageName.DECLINED):
        return Verdict.RECORDED_NOT
    if stage := baton.stage(StageName.ACCEPTED):
        return _HOW[stage.how]
    rules = word_list("rules.toml")["acceptance"]
    if baton.kind not in rules["kinds"] or baton.carried_by_family:
        return Verdict.NOT_DUE
    if baton.stage(StageName.ACTED_ON):
        return _unclear(_received_on(baton), rules["days_after"], as_of)
    return _absent(coverage, baton.to_agency_id, _received_on(baton), rules["days_after"], as_of)


def _action(baton: Baton, coverage: CoverageBook, as_of: dt.date | None) -> Verdict:
    if baton.kind is EventKind.FEEDBACK:
        return Verdict.NOT_DUE
    days = word_list("rules.toml")["action"]["days_after"]
    if stage := baton.stage(StageName.ACTED_ON):
        unclear = stage.how == "unclear"
        return _unclear(_received_on(baton), days, as_of) if unclear else _HOW[stage.how]
    if baton.stage(StageName.DECLINED):
        return Verdict.RECORDED_NOT
    if baton.carried_by_family:
        return Verdict.NOT_DUE
    return _absent(coverage, baton.to_agency_id, _received_on(baton), days, as_of)


def _back_at_the_sender(
    baton: Baton, name: StageName, rule: str, coverage: CoverageBook, as_of: dt.date | None
) -> Verdict:
    """Acknowledgement or feedback: expected of the kinds the rule lists, where an agency sent it."""
    if stage := baton.stage(name):
        return _HOW[stage.how]
    rules = word_list("rules.toml")[rule]
    kinds = {*rules["kinds"], *(kind for listed in rules.get("kinds_for", {}).values() for kind in listed)}
    if baton.kind not in kinds or not baton.from_agency_id or baton.carried_by_family:
        return Verdict.NOT_DUE
    if name is StageName.FED_BACK and baton.feedback is Verdict.NOT_DUE:
        return Verdict.NOT_DUE
    return _absent(coverage, baton.from_agency_id, baton.on, rules["days_after"], as_of)


def _received_on(baton: Baton) -> PartialDate:
    received = baton.stage(StageName.RECEIVED)
    return received.on if received and received.on.known else baton.on


def _unclear(received: PartialDate, days_after: int, as_of: dt.date | None) -> Verdict:
    """Of words that tell neither: not due where the stage could still have followed, else not to be told."""
    until = received.latest and received.latest + dt.timedelta(days=days_after)
    return Verdict.NOT_DUE if as_of and until and until > as_of else Verdict.CANNOT_TELL


def _absent(
    coverage: CoverageBook, agency_id: str, on: PartialDate, days_after: int, as_of: dt.date | None
) -> Verdict:
    if on.earliest is None or on.latest is None:
        return Verdict.CANNOT_TELL
    until = on.latest + dt.timedelta(days=days_after)
    if as_of is not None and until > as_of:
        return Verdict.NOT_DUE
    if not agency_id:
        return Verdict.CANNOT_TELL
    return Verdict.NO_RECORD_FOUND if coverage.covers(agency_id, on.earliest, until) else Verdict.CANNOT_TELL
