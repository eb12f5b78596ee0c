"""A review as it leaves the folder: its pages and its pack, with names or without, whoever asks for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from scrgraph.model.base import Progress
from scrgraph.model.finding import Finding
from scrgraph.model.review import ReviewGraph
from scrgraph.names_out import NamesOut, decided_in_copy, without_names
from scrgraph.output import write_review
from scrgraph.pipeline import Answered, answer_all, in_memory, read_review
from scrgraph.pseudonyms.told_files import tell_ages_in
from scrgraph.questions.standing import FindingsDecided
from scrgraph.report.pack import pack_matter, write_pack
from scrgraph.review.decisions import KEY_EPISODE, NOTE, Decision
from scrgraph.review.errors import Problem, ReviewError
from scrgraph.review.source_set import SourceSet
from visualisations.drawing.png import CannotDraw


@dataclass(frozen=True)
class Packed:
    """A pack that was written: its files, the findings as decided, how many of them are set out, and the lines of
    decisions.csv that could not be read."""

    paths: tuple[Path, ...]
    decided: FindingsDecided
    set_out: int
    unreadable: tuple[Problem, ...] = ()


def make_pack(
    sources: SourceSet,
    out: Path,
    *,
    styles: Path | None = None,
    names_out: NamesOut | None = None,
    undecided: bool = False,
    failed: Callable[[str, str], None] | None = None,
    progress: Progress | None = None,
) -> Packed:
    """Read the sources and write pack.docx, chronology.xlsx and findings.xlsx into ``out``.

    ``styles`` is a Word document whose styles and page are used; ``undecided`` puts findings not yet decided in beside
    accepted ones; ``failed`` is told of a file that cannot be read, which is left out then. Raises ``ReviewError`` or
    ``ImporterError`` in words; no file is half written then.
    """
    decisions, unreadable = sources.decisions()
    graph = read_review(sources, progress=progress, failed=failed)
    if names_out:
        graph, decisions = _copy(sources, graph, names_out, decisions, progress=progress)
    with in_memory(graph, progress) as store:
        answered = answer_all(graph, store, progress)
        matter = pack_matter(graph, store, answered.registry, answered.asked, decisions, whole=undecided)
        try:
            paths = tuple(write_pack(matter, out, styles=styles, progress=progress))
        except CannotDraw as error:
            raise ReviewError(str(error)) from error
    return Packed(paths, matter.decided, len(matter.put_in), unreadable)


def write_pages(
    sources: SourceSet,
    graph: ReviewGraph,
    out: Path,
    *,
    names_out: NamesOut | None = None,
    keep: bool = True,
    progress: Progress | None = None,
) -> tuple[Answered, Path]:
    """Write the pages, tables and pictures of a review that was read; gives what they say and the page to open.

    ``keep`` says whether the key of a copy without names is kept in the review folder.
    """
    decisions, _ = sources.decisions()
    if names_out:
        graph, decisions = _copy(sources, graph, names_out, decisions, keep=keep, progress=progress)
    with in_memory(graph, progress) as store:
        answered = answer_all(graph, store, progress)
        page = write_review(answered, store, out, decisions)
    if names_out is NamesOut.AGES:
        tell_ages_in(out)
    return answered, page


def _copy(
    sources: SourceSet,
    graph: ReviewGraph,
    dates: NamesOut,
    decisions: Sequence[Decision],
    *,
    keep: bool = True,
    progress: Progress | None = None,
) -> tuple[ReviewGraph, tuple[Decision, ...]]:
    """The review without names, and what was decided about its findings and marked on its rows."""
    about = [one for one in decisions if one.kind in ("finding", KEY_EPISODE, NOTE)]
    if progress:
        progress("Taking names out", 0, 1)
    copy = without_names(sources, graph, dates, keep, about)
    if progress:
        progress("Taking names out", 1, 1)
    if not about:
        return copy.graph, ()
    findings: tuple[Finding, ...] = ()
    if any(one.kind == "finding" for one in about):
        with in_memory(graph, progress) as store:
            findings = answer_all(graph, store, progress).asked.findings
    return copy.graph, decided_in_copy(copy, graph.entries, findings, about)
