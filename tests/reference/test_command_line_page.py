"""The page of the command line names what the commands themselves take."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pytest
import typer
from command_line import Command

from scrgraph import command_line_page
from scrgraph.command_line_page import command_line_page as page


class Form(StrEnum):
    ROUND = "round"
    FLAT = "flat"


def test_every_command_of_the_help_has_its_part(scrgraph: Command) -> None:
    listed = re.findall(r"^  ([a-z]+)  ", scrgraph("--help").out, re.MULTILINE)
    assert len(listed) > 10
    for name in listed:
        assert f"## `scrgraph {name}`\n" in page()


@pytest.mark.parametrize("name", ["draw", "push", "knowable"])
def test_every_option_of_the_help_is_on_the_page(name: str, scrgraph: Command) -> None:
    part = page().partition(f"## `scrgraph {name}`\n")[2].partition("\n## ")[0]
    options = set(re.findall(r"(?m)^\s+(--[a-z-]+)", scrgraph(name, "--help").out)) - {"--help"}
    assert options and all(f"| `{option}" in part for option in options)


def test_a_command_as_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    app = typer.Typer()
    below = typer.Typer(name="shelf", help="What stands on it.")
    app.add_typer(below)

    @app.command()
    def bake_bread(
        flour: Annotated[list[str], typer.Argument(help="What to | take.", metavar="FLOUR...")],
        form: Annotated[Form, typer.Option("--form", help="Which form.")] = Form.FLAT,
        hours: Annotated[int, typer.Option(help="How long.", envvar="BAKING_HOURS")] = 2,
        crust: Annotated[bool, typer.Option("--crust", help="With a crust.")] = False,
        out: Annotated[Path | None, typer.Option("--out", help="Where to.")] = None,
    ) -> None:
        """Bake
        a bread."""

    @below.command("list")
    def list_() -> None:
        """List the loaves."""

    monkeypatch.setattr(command_line_page, "app", app)
    assert page().partition("\n\n## ")[2] == (
        "`scrgraph bake-bread`\n\n```\nscrgraph bake-bread [OPTIONS] FLOUR...\n```\n\nBake a bread.\n\n"
        "| argument | what it is |\n|---|---|\n| `FLOUR...` | What to \\| take. |\n\n"
        "| option | what it does |\n|---|---|\n| `--form round or flat` | Which form. (`flat` unless given) |\n"
        "| `--hours NUMBER` | How long. (`2` unless given; from `BAKING_HOURS` unless given) |\n"
        "| `--crust` | With a crust. |\n| `--out PATH` | Where to. |\n\n"
        "## `scrgraph shelf list`\n\n```\nscrgraph shelf list\n```\n\nList the loaves.\n"
    )
