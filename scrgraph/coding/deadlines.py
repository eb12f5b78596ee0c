"""Which clocks ran for what in the review, and whether each was kept."""

from __future__ import annotations

from collections.abc import Sequence

from scrgraph.coding.birth_deadlines import birth_deadlines
from scrgraph.coding.meeting_deadlines import meeting_deadlines
from scrgraph.coding.referral_deadlines import Referrals, referral_deadlines
from scrgraph.coding.timekeeper import Timekeeper
from scrgraph.model.clock import Clock, Deadline
from scrgraph.model.review import ReviewGraph


def deadlines_of(graph: ReviewGraph, clocks: Sequence[Clock] = ()) -> tuple[Deadline, ...]:
    """Every clock that ran; ``clocks`` are the author's own, which come before the national ones.

    Told from the rows: referrals to children's social care and the assessments they lead to, strategy
    discussions, conferences and core groups, transfers in of a child protection plan, new birth visits and
    pre-birth assessments. ``clocks.csv`` also holds the clocks of a serious incident and of a move known in
    Wales; no kind of row says when an incident became known to a partnership or a move to an authority, so
    they are not run.
    """
    keeper, referrals = Timekeeper(graph, clocks), Referrals(graph)
    told = (
        *referral_deadlines(keeper, graph, referrals),
        *meeting_deadlines(keeper, graph),
        *birth_deadlines(keeper, graph, referrals),
    )
    return tuple(sorted((one for one in told if one), key=lambda one: one.deadline_id))
