"""The cheat sheet as a page that asks for nothing and prints on one side of A4."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scrgraph.cheat_sheet.sheet import Sheet, in_parts
from visualisations.page import content_security_policy

_FOLDER = Path(__file__).parent


def html_of(sheet: Sheet) -> str:
    """The whole page as text; every word of it is escaped."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (_FOLDER / "cheat_sheet.css").read_text(encoding="utf-8")
    return (
        environment.get_template("cheat_sheet.html").render(
            sheet=sheet,
            policy=content_security_policy((), (style,)),
            style=Markup(style),  # noqa: S704
            parts=lambda line: list(in_parts(line)),
        )
        + "\n"
    )
