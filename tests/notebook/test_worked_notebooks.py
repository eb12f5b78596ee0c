"""The worked notebooks run from the first cell to the last, and give what their words say."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "notebooks"

#: What holds in each notebook after its last cell, by the names its cells give, and how many pictures it shows.
HOLDS = {
    "first-look": (
        2,
        "assert set(asked.answer) == {'found', 'none found', 'cannot tell'}",
        "assert len(lost) == 13 and set(lost.strength) == {'recorded', 'no record found', 'cannot tell'}",
        "assert len(review.evidence(first.id)) == first.rows > 0",
    ),
    "following-the-batons": (
        1,
        "assert len(batons) >= 10 and batons.baton_id.is_unique",
        "assert {'matched', 'recorded not', 'no record found'} <= set(batons.receipt)",
        "assert 0 < pairs.arrived.sum() < pairs.passed.sum() <= len(batons)",
        "assert len(repeated) > 0 and 0 < len(early) <= len(now)",
    ),
    "the-network-of-agencies": (
        1,
        'assert "Northmere Children\'s Social Care" in held_together_by',
        "assert nx.is_connected(touch) and len(touch) == 11",
        'assert question.agencies.tolist() == [["Northmere Children\'s Social Care"]]',
        "assert all(part['batons'] > 0 for part in by_half_year.values())",
    ),
}


def read(name: str) -> NotebookNode:
    return nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)


def test_every_notebook_is_run() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.ipynb")) == sorted(HOLDS)


@pytest.mark.parametrize("name", HOLDS)
def test_the_notebook_runs_to_its_end(name: str, tmp_path: Path) -> None:
    pictures, *checks = HOLDS[name]
    book = read(name)
    book.cells.append(new_code_cell("\n".join(map(str, checks))))
    client = NotebookClient(book, timeout=300, resources={"metadata": {"path": str(tmp_path)}})
    client.execute()
    outputs = [output for cell in book.cells for output in cell.get("outputs", ())]
    assert not [
        output for output in outputs if output.output_type in ("error",) or output.get("name") == "stderr"
    ]
    shown = [output.data["text/html"] for output in outputs if "text/html" in output.get("data", {})]
    assert sum("data:image/svg+xml" in html for html in shown) == pictures
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", HOLDS)
def test_the_notebook_is_kept_without_its_outputs(name: str) -> None:
    book = read(name)
    nbformat.validate(book)
    code = [cell for cell in book.cells if cell.cell_type == "code"]
    assert code and not any(cell.outputs or cell.execution_count for cell in code)
    assert set(book.metadata) == {"kernelspec", "language_info"}
