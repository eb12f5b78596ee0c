"""Files come in one after another, in any order: what was written of the first never stands in the way of the next."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from sent_files import files_as_sent

from scrgraph.model.review import ReviewGraph
from scrgraph.pipeline import keep_who_is_who, read_review
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.source_set import SourceSet


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The demo's ten chronologies as agencies send them."""
    return files_as_sent(tmp_path_factory.mktemp("sent") / "files")


def taken_in(folder: ReviewFolder, files: list[Path], at_a_time: int) -> ReviewGraph:
    """Add the files, that many at a time, and read the review after each as the workbench and ``import`` do."""
    for first in range(0, len(files), at_a_time):
        folder.add(files[first : first + at_a_time])
        sources = SourceSet.of([folder.path])
        graph = read_review(sources)
        keep_who_is_who(sources, graph)
        assert not [fault for fault in folder.check() if fault.severity.value == "error"]
    return read_review(SourceSet.of([folder.path]))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_arrival_does_not_matter(sent: list[Path], tmp_path: Path, seed: int) -> None:
    shuffled = list(sent)
    random.Random(seed).shuffle(shuffled)  # noqa: S311

    by_one = taken_in(ReviewFolder.create(tmp_path / "by_one", "One"), shuffled, 1)
    at_once = taken_in(ReviewFolder.create(tmp_path / "at_once", "All"), sent, len(sent))

    def owners(graph: ReviewGraph) -> dict[str, set[str]]:
        names = {agency.agency_id: agency.display_name.casefold() for agency in graph.agencies}
        found: dict[str, set[str]] = {}
        for entry in graph.entries:
            found.setdefault(names[entry.agency_id], set()).add(entry.file)
        return found

    assert owners(by_one) == owners(at_once)
    assert len(by_one.entries) == len(at_once.entries) == 277
