"""The fixtures that more than one package's tests share; each comes from a module named after it."""

from __future__ import annotations

import pytest
from browser import chromium
from command_line import scrgraph
from neo4j_server import answered, neo4j_server, neo4j_store, neo4j_store_factory

__all__ = ["chromium", "neo4j_server", "neo4j_store", "neo4j_store_factory", "scrgraph"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say once which Neo4j the tests ran on."""
    if answered(config):
        terminalreporter.write_line(answered(config))
