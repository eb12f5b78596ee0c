"""The pack of a review: pack.docx, and beside it chronology.xlsx and findings.xlsx."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from scrgraph.atomic import write_bytes_atomic
from scrgraph.coding.row_marks import row_marks
from scrgraph.model.base import Progress
from scrgraph.model.review import ReviewGraph
from scrgraph.questions.findings import AskedAll
from scrgraph.questions.registry import Registry
from scrgraph.questions.standing import with_decisions
from scrgraph.report.document import PackDocument
from scrgraph.report.matter import Matter
from scrgraph.report.parts.agencies import write_agencies
from scrgraph.report.parts.appendices import write_appendices
from scrgraph.report.parts.chronology import write_chronology
from scrgraph.report.parts.family import write_family
from scrgraph.report.parts.findings import write_findings
from scrgraph.report.parts.frames import write_frames
from scrgraph.report.parts.not_told import write_not_told
from scrgraph.report.parts.recommendations import write_recommendations
from scrgraph.report.parts.review import write_review, write_title
from scrgraph.report.workbooks import chronology_workbook, findings_workbook
from scrgraph.review.decisions import Decision
from scrgraph.store.base import Store
from visualisations.records.material import Material

_STEPS = (
    write_title, write_review, write_family, write_agencies, write_findings, write_not_told, write_chronology,
    write_frames,
)  # fmt: skip


def pack_matter(
    graph: ReviewGraph,
    store: Store,
    registry: Registry,
    asked: AskedAll,
    decisions: Sequence[Decision] = (),
    *,
    whole: bool = False,
) -> Matter:
    """A review ready to be written; ``whole`` puts findings not yet decided in beside accepted ones.

    ``decisions`` are those that hold, in the order made: about findings, and the key episodes and notes on rows.
    """
    return Matter(
        graph,
        registry,
        asked,
        Material.of(store, graph.review, asked.findings),
        with_decisions(asked.findings, decisions),
        whole,
        row_marks(decisions, graph.entries),
    )


def pack_document(matter: Matter, *, styles: Path | None = None, progress: Progress | None = None) -> bytes:
    """The Word document, the same bytes for the same review.

    Raises ``ReviewError`` where ``styles`` is no Word document, and ``CannotDraw`` on a computer without a font.
    """
    document = PackDocument(matter.graph.review.title, styles=styles)
    for done, step in enumerate(_STEPS, start=1):
        step(document, matter)
        if progress:
            progress("Writing the pack", done, len(_STEPS) + 1)
    write_recommendations(document)
    write_appendices(document, matter)
    made = document.made()
    if progress:
        progress("Writing the pack", len(_STEPS) + 1, len(_STEPS) + 1)
    return made


def write_pack(
    matter: Matter, folder: Path, *, styles: Path | None = None, progress: Progress | None = None
) -> Iterator[Path]:
    """Write the three files into ``folder``; each is named when it stands there."""
    document = pack_document(matter, styles=styles, progress=progress)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in (
        ("pack.docx", document),
        ("chronology.xlsx", chronology_workbook(matter)),
        ("findings.xlsx", findings_workbook(matter)),
    ):
        path = folder / name
        write_bytes_atomic(path, data)
        yield path
