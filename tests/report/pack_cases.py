"""Small reviews made into packs, for the tests of the pack."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from scrgraph.model.review import Period
from scrgraph.pipeline import answer_all, in_memory, read_review
from scrgraph.report.matter import Matter
from scrgraph.report.pack import pack_document, pack_matter
from scrgraph.review.decisions import Decision
from scrgraph.review.source_set import SourceSet

#: A referral nobody received, one that was, a child seen, markup, a formula and a row that cannot be used.
ROWS = """\
Date,Agency,Person concerned,Event type,To agency,From agency,Child seen,What happened,Outcome
3 May 2018,Health Visiting,Rowan,Visit,,,Yes,Seen at home with his mother,Weighed
4 May 2018,Health Visiting,Rowan,Referral,Children's Social Care,,,Bruise on the left arm,Telephoned
5 May 2018,Children's Social Care,Rowan,Referral received,,Health Visiting,,Call about a bruise,NFA
June 2018,Police,Mother; Mr K,Domestic incident,,,,"Shouting heard </w:t><script>x & y",Warned
12 June 2018,Police,Rowan,Notification,Health Visiting,,,=HYPERLINK("x"),Form sent
1 July 2018,Children's Social Care,Rowan,Visit,,,No,No reply,Card left
"""


def written(folder: Path, rows: str = ROWS) -> Path:
    """The rows as a file."""
    path = folder / "case.csv"
    path.write_text(rows, encoding="utf-8")
    return path


def matter_of(
    path: Path, decisions: Sequence[Decision] = (), *, whole: bool = False, detailed: Period | None = None
) -> Matter:
    """The review of a file, ready to be written."""
    graph = read_review(SourceSet.of([path]))
    if detailed:
        review = graph.review.model_copy(update={"detailed": detailed})
        graph = graph.model_copy(update={"review": review})
    with in_memory(graph) as store:
        answered = answer_all(graph, store)
        matter = pack_matter(graph, store, answered.registry, answered.asked, decisions, whole=whole)
        pack_document(matter)  # while the graph is open, so that the pictures are asked for
        return matter


def decided(subject: str, value: str, reason: str = "", minute: int = 0) -> Decision:
    """One decision about a finding."""
    return Decision(
        made_at=dt.datetime(2024, 5, 1, 9, minute, tzinfo=dt.UTC),
        made_by="A. Author",
        kind="finding",
        subject=subject,
        value=value,
        reason=reason,
    )
