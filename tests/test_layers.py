"""What may import what, and three habits of every source file, read from the code itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted(
    path
    for package in ("scrgraph", "importers", "visualisations")
    for path in (ROOT / package).rglob("*.py")
    if "__pycache__" not in path.parts
)
LONGEST_FILE = 330

#: Modules that stand by themselves: any layer may use them and they use none.
ALONE = {"scrgraph", "scrgraph.atomic", "scrgraph.cypher_files"}
#: What one of them hands out when it is asked for it, and not before.
HANDED_OUT = {"scrgraph": {"scrgraph.notebook"}}
MODEL = {"scrgraph.model"}
READING = MODEL | {"scrgraph.temporal", "importers"}
MEANING = READING | {"scrgraph.store", "scrgraph.review"}
SHOWING = MEANING | {"scrgraph.coding", "scrgraph.questions"}
TOP = SHOWING | {"visualisations", "scrgraph.report", "scrgraph.training", "scrgraph.pseudonyms"}

#: Each layer and the layers it may import besides itself, from the bottom up.
MAY_IMPORT: dict[str, set[str]] = {
    "scrgraph.model": set(),
    "scrgraph.temporal": MODEL,
    "scrgraph.store": MODEL,
    "importers": MODEL | {"scrgraph.temporal"},
    "scrgraph.review": READING,
    "scrgraph.coding": MEANING,
    "scrgraph.questions": MEANING,
    "visualisations": SHOWING,
    "scrgraph.pseudonyms": SHOWING,
    "scrgraph.report": SHOWING | {"visualisations", "scrgraph.pseudonyms"},
    "scrgraph.training": SHOWING | {"visualisations"},
    "scrgraph.pipeline": TOP,
    "scrgraph.demo": TOP | {"scrgraph.pipeline"},
    "scrgraph.notebook": TOP | {"scrgraph.pipeline"},
    "scrgraph.web": TOP
    | {
        "scrgraph.pipeline",
        "scrgraph.demo",
        "scrgraph.doubts",
        "scrgraph.output",
        "scrgraph.names_out",
        "scrgraph.scope",
    }
    | {"scrgraph.corrections", "scrgraph.doubts_sheet"}
    | {"scrgraph.packing"},
    "scrgraph.serve_command": {"scrgraph.arguments", "scrgraph.web"},
    "scrgraph.output": TOP | {"scrgraph.pipeline", "scrgraph.rejected"},
    "scrgraph.packing": TOP
    | {"scrgraph.pipeline", "scrgraph.output", "scrgraph.names_out", "scrgraph.scope"},
    "scrgraph.rejected": {"scrgraph.model", "importers"},
    "scrgraph.show": {"scrgraph.store", "importers"},
    "scrgraph.cheat_sheet": MODEL | {"visualisations"},
    "scrgraph.neo4j_browser": MODEL | {"visualisations"},
    "scrgraph.command_line_page": {"scrgraph.cli"},
    "scrgraph.reference": SHOWING
    | {"scrgraph.cheat_sheet", "scrgraph.neo4j_browser", "scrgraph.command_line_page"},
    "scrgraph.cli": TOP
    | {
        f"scrgraph.{name}"
        for name in (
            *("pipeline", "output", "rejected", "show", "demo", "web", "folder_commands", "arguments"),
            *("draw_command", "names_out", "packing", "pack_command", "train_command", "serve_command"),
            *("neo4j_login",),
        )
    },
    "scrgraph.arguments": SHOWING | {"scrgraph.pipeline", "scrgraph.show"},
    "scrgraph.draw_command": TOP | {"scrgraph.pipeline", "scrgraph.arguments", "scrgraph.names_out"},
    "scrgraph.names_out": TOP | {"scrgraph.pipeline"},
    "scrgraph.pack_command": TOP
    | {"scrgraph.arguments", "scrgraph.names_out", "scrgraph.packing", "scrgraph.show"},
    "scrgraph.corrections": SHOWING,
    "scrgraph.doubts": TOP
    | {"scrgraph.pipeline", "scrgraph.doubts_sheet", "scrgraph.corrections", "scrgraph.scope"},
    "scrgraph.scope": {"scrgraph.model", "scrgraph.review", "scrgraph.coding"},
    "scrgraph.doubts_sheet": MEANING | {"scrgraph.atomic"},
    "scrgraph.folder_commands": TOP | {"scrgraph.pipeline", "scrgraph.doubts", "scrgraph.doubts_sheet"},
    "scrgraph.train_command": TOP
    | {"scrgraph.pipeline", "scrgraph.show", "scrgraph.train_session", "scrgraph.train_show"}
    | {"scrgraph.train_neo4j"},
    "scrgraph.train_neo4j": TOP
    | {"scrgraph.pipeline", "scrgraph.show", "scrgraph.train_show", "scrgraph.neo4j_login"},
    "scrgraph.neo4j_login": {"scrgraph.store"},
    "scrgraph.train_session": TOP | {"scrgraph.train_show"},
    "scrgraph.train_show": TOP | {"scrgraph.show"},
    "scrgraph.__main__": {"scrgraph.cli"},
}
#: Packages from outside that only some places may know.
ONLY_IN: dict[str, tuple[str, ...]] = {
    "kglite": ("scrgraph/store/embedded.py",),
    "neo4j": ("scrgraph/store/neo4j.py", "scrgraph/store/neo4j_values.py"),
    "networkx": ("scrgraph/coding/", "scrgraph/notebook/", "visualisations/"),
    "pandas": ("scrgraph/notebook/",),
    "pyvis": ("visualisations/",),
    "reportlab": ("scrgraph/cheat_sheet/page_pdf.py",),
}


def place(path: Path) -> str:
    """The file as people write it: ``scrgraph/model/base.py``."""
    return path.relative_to(ROOT).as_posix()


def module_of(path: Path) -> str:
    """The dotted name of a file: ``scrgraph.model.base``."""
    parts = list(path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path) for path in FILES}


def layer_of(module: str) -> str:
    """The layer a module of ours belongs to: the first two names within scrgraph, else the first."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "scrgraph" else parts[0]


def imports_of(tree: ast.AST, module: str, is_package: bool) -> Iterator[tuple[int, str]]:
    """Every module a file imports, wherever in it, with the line; names are made whole."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            here = module.split(".")
            up = here[: len(here) - node.level + (1 if is_package else 0)] if node.level else []
            base = ".".join([*up, *([node.module] if node.module else [])])
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                yield node.lineno, whole if whole in MODULES else base
        elif isinstance(node, ast.Call) and called(node) in ("import_module", "__import__"):
            for given in node.args[:1]:
                if isinstance(given, ast.Constant) and isinstance(given.value, str):
                    yield node.lineno, given.value


def called(call: ast.Call) -> str:
    """The last name of what is called: ``open`` in ``path.open()``."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def wrong_imports(path: str, module: str, tree: ast.AST) -> list[str]:
    """The imports of one file that go against the layers, in words."""
    layer, wrong = layer_of(module), []
    for line, target in imports_of(tree, module, path.endswith("__init__.py")):
        outside = target.split(".")[0]
        allowed_in = ONLY_IN.get(outside)
        if allowed_in and not path.startswith(allowed_in):
            wrong.append(f"{path}:{line} imports {outside}, which belongs in {' and '.join(allowed_in)}")
        if outside not in ("scrgraph", "importers", "visualisations"):
            continue
        wanted = layer_of(target)
        allowed = HANDED_OUT.get(layer, set()) if layer in ALONE else MAY_IMPORT.get(layer, set()) | ALONE
        if wanted != layer and wanted not in allowed:
            wrong.append(f"{path}:{line} imports {target}: {layer} stands below {wanted} or beside it")
    return wrong


def without_encoding(tree: ast.AST) -> list[int]:
    """The lines that open a text file and leave its encoding to the machine."""
    lines = []
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name, is_method = called(call), isinstance(call.func, ast.Attribute)
        if any(word.arg in ("encoding", None) for word in call.keywords):
            continue
        if name == "read_text":
            at_fault = not call.args
        elif name == "write_text":
            at_fault = len(call.args) < 2
        elif name in ("open", "fdopen"):
            at_fault = opens_text(call, first_is_mode=is_method and name == "open")
        else:
            at_fault = name == "TextIOWrapper" and len(call.args) < 2
        if at_fault:
            lines.append(call.lineno)
    return lines


def opens_text(call: ast.Call, first_is_mode: bool) -> bool:
    """Whether a call of ``open`` is for text. Methods called with anything but a mode are not about files."""
    given = [word.value for word in call.keywords if word.arg == "mode"]
    given += call.args[0 if first_is_mode else 1 :][:1]
    if not given:
        return not (first_is_mode and call.args)
    mode = given[0].value if isinstance(given[0], ast.Constant) else None
    if first_is_mode and not (isinstance(mode, str) and mode and set(mode) <= set("rwaxbt+")):
        return False
    return not (isinstance(mode, str) and "b" in mode)


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=place(path))


def test_there_is_code_to_look_at() -> None:
    assert {"scrgraph.model.base", "importers", "visualisations", "scrgraph.review.folder"} <= MODULES


def test_every_module_has_its_layer() -> None:
    unknown = sorted({layer_of(module) for module in MODULES} - set(MAY_IMPORT) - ALONE)
    assert not unknown, f"say in MAY_IMPORT what these may import: {', '.join(unknown)}"


def test_the_layers_point_one_way() -> None:
    for layer, below in MAY_IMPORT.items():
        for other in below:
            assert layer not in MAY_IMPORT.get(other, set()), f"{layer} and {other} may import each other"
    assert "scrgraph.store" not in MAY_IMPORT["scrgraph.temporal"]


@pytest.mark.parametrize("path", FILES, ids=place)
def test_imports_go_one_way(path: Path) -> None:
    assert not wrong_imports(place(path), module_of(path), tree_of(path))


@pytest.mark.parametrize("path", FILES, ids=place)
def test_no_file_is_too_long(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_FILE, f"{place(path)} has {lines} lines; give each of its concepts a file"


@pytest.mark.parametrize("path", FILES, ids=place)
def test_text_files_are_opened_with_their_encoding(path: Path) -> None:
    assert not (lines := without_encoding(tree_of(path))), f"{place(path)}: give encoding= on lines {lines}"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("scrgraph/model/x.py", "from scrgraph.store.base import Store"),
        ("scrgraph/model/x.py", "from ..store import base"),
        ("scrgraph/temporal/x.py", "def f():\n    import kglite"),
        ("scrgraph/temporal/x.py", "from scrgraph import store"),
        ("scrgraph/review/x.py", "from scrgraph.coding.words import slug"),
        ("scrgraph/coding/x.py", "import scrgraph.questions.runner"),
        ("scrgraph/questions/x.py", "from visualisations import page"),
        ("visualisations/x.py", "from scrgraph.pipeline import findings"),
        ("scrgraph/questions/x.py", "import networkx as nx"),
        ("importers/x.py", "import scrgraph.review.folder"),
        ("scrgraph/store/neo4j.py", "import kglite"),
        ("scrgraph/web/x.py", "import importlib\nimportlib.import_module('scrgraph.cli')"),
        ("scrgraph/atomic.py", "from scrgraph.model.base import Thing"),
    ],
)
def test_an_import_against_the_layers_is_seen(path: str, code: str) -> None:
    assert len(wrong_imports(path, module_of(ROOT / path), ast.parse(code))) == 1


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("scrgraph/model/x.py", "from scrgraph.model.base import Thing\nfrom . import base\nimport pydantic"),
        ("scrgraph/store/neo4j.py", "import neo4j\nfrom scrgraph.store.base import Store"),
        (
            "scrgraph/review/x.py",
            "from scrgraph.atomic import write_text_atomic\nfrom importers import csv_file",
        ),
        ("scrgraph/coding/x.py", "import networkx\nfrom scrgraph import __version__"),
        ("scrgraph/cli.py", "from scrgraph.web import app\nfrom visualisations.page import page"),
    ],
)
def test_an_import_along_the_layers_is_left_alone(path: str, code: str) -> None:
    assert not wrong_imports(path, module_of(ROOT / path), ast.parse(code))


@pytest.mark.parametrize(
    ("code", "at_fault"),
    [
        ("open(path)", True),
        ("open(path, 'w')", True),
        ("path.open()", True),
        ("path.open('a')", True),
        ("path.open(mode='w')", True),
        ("path.read_text()", True),
        ("path.write_text(text)", True),
        ("os.fdopen(handle, 'w')", True),
        ("open(path, 'rb')", False),
        ("path.open('xb')", False),
        ("path.open(encoding='utf-8')", False),
        ("path.read_text(encoding='utf-8')", False),
        ("path.write_text(text, encoding='utf-8', newline='')", False),
        ("ReviewFolder.open(path)", False),
        ("archive.open('word/document.xml')", False),
        ("os.open(folder, os.O_RDONLY)", False),
    ],
)
def test_a_text_file_without_encoding_is_seen(code: str, at_fault: bool) -> None:
    assert bool(without_encoding(ast.parse(code))) is at_fault
