"""The Neo4j that ``docker compose up`` starts: this machine only, a password of one's own, nothing sent out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

COMPOSE = Path(__file__).resolve().parent.parent / "docker-compose.yml"


@pytest.fixture(scope="module")
def text() -> str:
    return COMPOSE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def service(text: str) -> dict[str, Any]:
    services = yaml.safe_load(text)["services"]
    assert list(services) == ["neo4j", "training"]
    return dict(services["neo4j"])


def test_it_is_neo4j_5_community(service: dict[str, Any]) -> None:
    assert service["image"] == "neo4j:5-community"


def test_every_port_is_on_this_machine_only(service: dict[str, Any]) -> None:
    assert {port.rsplit(":", 1)[1] for port in service["ports"]} == {"7474", "7687"}
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])


def test_the_password_comes_from_the_environment_and_is_required(service: dict[str, Any], text: str) -> None:
    assert re.fullmatch(r"neo4j/\$\{NEO4J_PASSWORD:\?[^}]+\}", service["environment"]["NEO4J_AUTH"])
    assert not re.search(r"^\s*NEO4J_PASSWORD=(?!\.\.\.)\S", text.replace("#", ""), re.MULTILINE)


def test_nothing_is_reported_outside(service: dict[str, Any]) -> None:
    assert service["environment"]["NEO4J_dbms_usage__report_enabled"] == "false"
    assert service["environment"]["NEO4J_client_allow__telemetry"] == "false"


def test_the_graph_is_kept_in_a_named_volume(service: dict[str, Any], text: str) -> None:
    [volume] = service["volumes"]
    name, folder = volume.split(":")
    assert folder == "/data"
    assert name in yaml.safe_load(text)["volumes"]


def test_it_says_when_it_is_ready_without_showing_the_password(service: dict[str, Any]) -> None:
    kind, command = service["healthcheck"]["test"]
    assert kind == "CMD-SHELL"
    assert "cypher-shell" in command
    assert " -p" not in command and "--password" not in command


def test_it_fits_a_laptop(service: dict[str, Any]) -> None:
    assert service["mem_limit"] == "2g"
    assert service["environment"]["NEO4J_server_memory_heap_max__size"] == "1g"
