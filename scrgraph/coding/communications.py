"""The recorded communications between agencies, each with the days on which it may have taken place.

Batons, the acknowledgements and feedback that came back, and meetings. What a source says was not passed or did not
arrive is no communication; neither is what a relative told an agency.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from scrgraph.model.events import Baton, Meeting, Stage
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.review import ReviewGraph
from scrgraph.model.vocabulary import EventKind, StageName, Verdict

_REPLIES = {StageName.ACKNOWLEDGED: "acknowledgement", StageName.FED_BACK: "feedback"}
_HAPPENED = ("recorded", "matched")


@dataclass(frozen=True)
class Communication:
    """One communication between agencies (ids), open from ``opens`` to ``closes`` at best.

    As recorded it left on or after ``leaves`` and had arrived by ``arrives``; both are ``None`` where no record says
    that it arrived, or nothing says what was passed. ``words`` name it: ``the notification of 3 March 2018 to GP``.
    """

    senders: tuple[str, ...]
    receivers: tuple[str, ...]
    opens: dt.date
    closes: dt.date
    leaves: dt.date | None
    arrives: dt.date | None
    about: tuple[str, ...]
    words: str
    entry_ids: tuple[str, ...]


def communications_of(graph: ReviewGraph) -> list[Communication]:
    """Every recorded communication between two agencies or more: meetings, then batons with what came back."""
    names = {agency.agency_id: agency.display_name for agency in graph.agencies if agency.stands_for_agency}
    found = [one for meeting in graph.meetings for one in _at_meeting(meeting, names)]
    replies: list[Communication] = []
    told = {
        entry_id for baton in graph.batons if baton.kind is EventKind.FEEDBACK for entry_id in baton.entry_ids
    }
    for baton in graph.batons:
        ends = (baton.from_agency_id, baton.to_agency_id)
        if baton.passed and ends[0] != ends[1] and all(end in names for end in ends):
            found.extend(_by_baton(baton, names))
            replies.extend(one for one in _replies(baton, names) if not told.intersection(one.entry_ids))
    return found + replies


def _by_baton(baton: Baton, names: dict[str, str]) -> Iterator[Communication]:
    """The baton itself, unless it is recorded as not received.

    At best it is open from the first to the last day that either side's record gives for it, as the two often date
    one call or letter differently.
    """
    receipt = baton.stage(StageName.RECEIVED)
    if receipt is None or receipt.how != "recorded not":
        received = receipt.on if receipt and receipt.how in _HAPPENED else PartialDate()
        opens, closes = _span(baton.on, received)
        arrived = receipt is not None and receipt.how in _HAPPENED
        leaves = baton.on.earliest if arrived else None
        arrives = received.latest or baton.on.latest
        yield Communication(
            senders=(baton.from_agency_id,),
            receivers=(baton.to_agency_id,),
            opens=opens,
            closes=closes,
            leaves=leaves,
            arrives=max(leaves, arrives) if leaves and arrives else None,
            about=baton.about,
            words=_baton_words(baton, received, names),
            entry_ids=_rows(baton.entry_ids, receipt),
        )


def _replies(baton: Baton, names: dict[str, str]) -> Iterator[Communication]:
    """What its stages say came back; feedback that is a baton of its own is left to ``communications_of``."""
    for stage in baton.stages:
        if stage.name in _REPLIES and stage.how in _HAPPENED:
            yield _reply(baton, stage, names)


def _reply(baton: Baton, stage: Stage, names: dict[str, str]) -> Communication:
    """An acknowledgement or feedback: at best it carries all the receiver knew, as recorded only that it came.

    One with no date of its own came at some time after the baton.
    """
    opens, closes = _span(stage.on)
    if not stage.on.known and baton.on.earliest:
        opens = baton.on.earliest
    return Communication(
        senders=(baton.to_agency_id,),
        receivers=(baton.from_agency_id,),
        opens=opens,
        closes=closes,
        leaves=None,
        arrives=None,
        about=baton.about,
        words=f"the {_REPLIES[stage.name]} {_dated(stage.on)} to {names[baton.from_agency_id]}",
        entry_ids=stage.entry_ids,
    )


def _at_meeting(meeting: Meeting, names: dict[str, str]) -> Iterator[Communication]:
    """Those who came exchange both ways that day; a report supplied tells them what its writer knew.

    The agency whose record tells of the meeting came, unless the record says otherwise.
    """
    came = [meeting.held_by, *meeting.attended]
    receivers = tuple(dict.fromkeys(one for one in came if one in names and one not in meeting.apologies))
    senders = tuple(dict.fromkeys((*receivers, *(one for one in meeting.reports if one in names))))
    if not receivers or len(senders) < 2:
        return
    opens, closes = _span(meeting.on)
    yield Communication(
        senders=senders,
        receivers=receivers,
        opens=opens,
        closes=closes,
        leaves=meeting.on.earliest,
        arrives=meeting.on.latest,
        about=meeting.about,
        words=f"the {meeting.kind.value.replace('_', ' ')} {_dated(meeting.on)}",
        entry_ids=meeting.entry_ids,
    )


def _span(*dates: PartialDate) -> tuple[dt.date, dt.date]:
    """First and last day that any of the dates may mean; every day there is where none is known."""
    earliest = [date.earliest for date in dates if date.earliest]
    latest = [date.latest for date in dates if date.latest]
    return min(earliest, default=dt.date.min), max(latest, default=dt.date.max)


def _baton_words(baton: Baton, received: PartialDate, names: dict[str, str]) -> str:
    words = f"the {baton.kind.value.replace('_', ' ')} {_dated(baton.on)} to {names[baton.to_agency_id]}"
    if received.known and str(received) != str(baton.on):
        return f"{words} (recorded there on {received})"
    if baton.receipt is Verdict.NO_RECORD_FOUND:
        return f"{words} (no record of its receipt was found)"
    return words


def _dated(date: PartialDate) -> str:
    return f"of {date}" if date.known else "with no date"


def _rows(entry_ids: tuple[str, ...], receipt: Stage | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*entry_ids, *(receipt.entry_ids if receipt else ()))))
