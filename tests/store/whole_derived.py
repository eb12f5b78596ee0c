"""One of everything that is worked out from a whole review, with every property filled in."""

from __future__ import annotations

import datetime as dt
from typing import Any

from scrgraph.model.clock import Deadline
from scrgraph.model.derived import Copy, Linking, NetworkPeriod, NotSeenPeriod, Reach, SameEvent, SourceGap
from scrgraph.model.events import Engagement, LevelTold, WorkerChange
from scrgraph.model.partial_date import PartialDate

FIRST, LAST = dt.date(2008, 3, 1), dt.date(2008, 6, 1)
DAY = PartialDate.day(LAST)
EVIDENCE = ("E1",)
_KINDS = {"Baton": "b1", "Meeting": "m1", "Assessment": "a1", "Milestone": "s1", "Person": "child"}


def derived() -> dict[str, Any]:
    """The fields of a ``ReviewGraph`` that hold them."""
    return {
        "copies": (Copy(entry_id="E2", of_entry_id="E1"),),
        "same_events": (SameEvent(contact_id="E1", of_contact_id="E1", confidence=0.6, reason="alike"),),
        "worker_changes": (
            WorkerChange(
                worker_change_id="w1", agency_id="hv", on=DAY, from_professional_id="hv/jo", to_professional_id="hv/jo",
                how="recorded", about=("child",), entry_ids=EVIDENCE,
            ),
        ),
        "engagements": (
            Engagement(
                engagement_id="g1", pattern="avoidance", words="not in", level=3, on=DAY, agency_id="hv",
                about=("mother",), entry_ids=EVIDENCE,
            ),
        ),
        "levels_told": (
            LevelTold(
                level_told_id="e1/level", level=3, on=DAY, from_day=FIRST, to_day=LAST, agency_id="csc",
                entry_ids=EVIDENCE,
            ),
        ),
        "deadlines": tuple(
            Deadline(
                deadline_id=f"d-{label}", what="a decision", limit="1 working day", authority="a guide",
                standing="national", applies_to=(label, key), agency_id="csc", about=("child",), starts=DAY, due=DAY,
                met=DAY, verdict="late", days_over=3, entry_ids=EVIDENCE,
            )
            for label, key in _KINDS.items()
        ),
        "reaches": (
            Reach(
                agency_id="csc", information_id="i1", at_best=FIRST, at_best_by="the referral", as_recorded=LAST,
                as_recorded_by="the referral", entry_ids=EVIDENCE,
            ),
        ),
        "not_seen_periods": (
            NotSeenPeriod(
                not_seen_period_id="n1", person_id="child", from_day=FIRST, to_day=LAST, not_seen=1, unclear=2,
                agency_ids=("hv",), entry_ids=EVIDENCE,
            ),
        ),
        "network_periods": (
            NetworkPeriod(
                network_period_id="np1", kind="whole review", from_day=FIRST, to_day=LAST, active=("hv", "csc"),
                communications=1, entry_ids=EVIDENCE,
                links=(Linking(agency_id="hv", partners=1, communications=1, pairs_through=2, cut_off=("csc",)),),
            ),
        ),
        "source_gaps": (
            SourceGap(
                source_gap_id="sg1", agency_id="csc", from_day=FIRST, to_day=LAST, batons=1, contacts=2,
                entry_ids=EVIDENCE,
            ),
        ),
    }  # fmt: skip
