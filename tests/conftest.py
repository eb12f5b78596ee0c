"""The fixtures that more than one package's tests share; each comes from a module named after it."""

from __future__ import annotations

import as_on_a_screen  # noqa: F401 - before the command is imported, which looks once
import pytest
from browser import chromium
from command_line import scrgraph
from neo4j_server import answered, neo4j_server, neo4j_store, neo4j_store_factory, tell

__all__ = ["chromium", "neo4j_server", "neo4j_store", "neo4j_store_factory", "scrgraph"]


def pytest_itemcollected(item: pytest.Item) -> None:
    """Where several processes share the run, one of them has every test that needs the server, which starts once.

    It has the tests of the questions too, the last of which looks at what the others were shown.
    """
    fixtures = set(getattr(item, "fixturenames", ()))
    needs_server = fixtures & {"neo4j_server", "neo4j_store", "neo4j_store_factory"}
    if needs_server or item.get_closest_marker("neo4j") or item.path.parent.name == "questions":
        item.add_marker(pytest.mark.xdist_group("neo4j"))


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """Take over what a process of a shared run says of the server."""
    told = getattr(node, "workeroutput", {}).get("neo4j", "")
    config: pytest.Config = node.config  # type: ignore[attr-defined]
    if told:
        tell(config, told)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Say to the process that leads a shared run which server answered."""
    if (output := getattr(session.config, "workeroutput", None)) is not None:
        output["neo4j"] = answered(session.config)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say once which Neo4j the tests ran on."""
    if answered(config):
        terminalreporter.write_line(answered(config))
