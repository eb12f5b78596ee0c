"""The three ways to have scrgraph: from a checkout, installed for editing, and from a wheel used elsewhere."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from command_line import WRITTEN, in_a_process, written

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("scrgraph", "importers", "visualisations")
_HATCHLING = importlib.util.find_spec("hatchling") is not None

#: Building fetches hatchling where it is not there, so a machine without a network only checks what it can.
builds = pytest.mark.skipif(
    not (_HATCHLING or os.environ.get("CI")),
    reason="a wheel is built where CI is set or hatchling is installed",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    isolation = ["--no-build-isolation"] if _HATCHLING else []
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        *isolation,
        "--wheel-dir",
        str(folder),
        str(ROOT),
    ]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


def files_of(folder: Path) -> set[str]:
    """Every file of a package as it stands in the wheel."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not {"__pycache__", ".scrgraph", ".DS_Store"} & set(path.parts)
    }


@builds
def test_the_wheel_has_every_file_of_the_packages_and_every_cypher_file(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    wanted = set().union(*(files_of(ROOT / package) for package in PACKAGES))
    wanted |= {f"scrgraph/_{name}" for name in files_of(ROOT / "cypher")}
    assert held == wanted
    for name in (
        "scrgraph/py.typed",
        "importers/py.typed",
        "visualisations/py.typed",
        "importers/headings.toml",
    ):
        assert name in held
    for folder in (
        "scrgraph/_cypher/questions/batons/", "scrgraph/_cypher/schema/", "scrgraph/_cypher/exercises/",
        "scrgraph/training/families/", "scrgraph/web/templates/", "scrgraph/web/static/",
        "scrgraph/coding/event_kinds.toml",
        "scrgraph/demo/sources/", "scrgraph/demo/review.toml", "visualisations/templates/",
    ):  # fmt: skip
        assert any(name.startswith(folder) for name in held), folder


@builds
def test_the_wheel_works_in_another_folder(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    where = "import scrgraph.cypher_files as f; print(f.cypher_root())"
    done = subprocess.run(
        [sys.executable, "-c", where],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()) == tmp_path / "site" / "scrgraph" / "_cypher"
    said = in_a_process("demo", "--out", "out", cwd=tmp_path, PYTHONPATH=str(tmp_path / "site"))
    assert (said.status, said.err) == (0, "")
    assert tuple(sorted(written(tmp_path / "out"))) == WRITTEN


def test_the_command_works_from_a_checkout_that_nobody_installed(tmp_path: Path) -> None:
    said = in_a_process("questions", cwd=tmp_path, PYTHONPATH=str(ROOT), COLUMNS="200")
    assert said.status == 0
    assert str(ROOT / "cypher" / "questions") in said.err


def test_the_demo_is_read_where_it_is_and_left_as_it_was(tmp_path: Path) -> None:
    demo = ROOT / "scrgraph" / "demo"
    before = {path: data for path, data in written(demo).items() if "__pycache__" not in path}
    assert in_a_process("demo", "--out", "out", cwd=tmp_path).status == 0
    assert {path: data for path, data in written(demo).items() if "__pycache__" not in path} == before
