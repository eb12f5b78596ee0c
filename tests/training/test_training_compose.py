"""The training room that ``docker compose up -d training`` gives: the families loaded once Neo4j is there."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from command_line import Command
from typer.main import get_command

from scrgraph.train_command import train

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def text() -> str:
    return (ROOT / "docker-compose.yml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def service(text: str) -> dict[str, Any]:
    return dict(yaml.safe_load(text)["services"]["training"])


@pytest.fixture(scope="module")
def build(service: dict[str, Any]) -> list[list[str]]:
    """The lines of the image, each as its words."""
    assert service["build"]["context"] == "."
    return [shlex.split(line) for line in service["build"]["dockerfile_inline"].splitlines()]


def test_neo4j_is_started_without_it(text: str, service: dict[str, Any]) -> None:
    assert service["profiles"] == ["training"]
    assert "profiles" not in yaml.safe_load(text)["services"]["neo4j"]
    assert "docker compose up -d training" in text


def test_it_waits_for_neo4j_loads_and_stops(service: dict[str, Any]) -> None:
    assert service["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert service["restart"] == "no"
    assert service["environment"]["SCRGRAPH_NEO4J_URI"] == "bolt://neo4j:7687"
    assert "ports" not in service and "volumes" not in service


def test_what_it_runs_is_a_command_there_is(service: dict[str, Any], scrgraph: Command) -> None:
    program, group, form = service["command"]
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert program in scripts
    assert (group, form in get_command(train).commands) == ("train", True)  # type: ignore[attr-defined]
    assert "SCRGRAPH_NEO4J_URI" in scrgraph("train", "load", "--help").words


def test_the_password_is_the_servers_and_is_written_nowhere(service: dict[str, Any]) -> None:
    password = service["environment"]["SCRGRAPH_NEO4J_PASSWORD"]
    assert re.fullmatch(r"\$\{NEO4J_PASSWORD:\?[^}]+\}", password)
    assert "PASSWORD" not in service["build"]["dockerfile_inline"]


def test_the_image_is_made_of_what_the_wheel_needs_and_of_nothing_else(build: list[list[str]]) -> None:
    """A review that lies in the checkout never gets into it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {
        "pyproject.toml",
        project["project"]["readme"],
        *project["project"]["license-files"],
        *wheel["packages"],
        *wheel["force-include"],
    }
    copied = {name for word, *names in build if word == "COPY" for name in names[:-1]}
    assert copied == needed
    assert all((ROOT / name).exists() for name in copied)
    assert build[0] == ["FROM", "python:3.11-slim"]
    assert ["USER", "nobody"] in build
