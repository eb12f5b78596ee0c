"""The screens as markup: Jinja2 over ``templates/``, everything escaped, one shell round every screen."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from scrgraph import __version__
from scrgraph.web.desk import Desk
from scrgraph.web.status import word_of
from visualisations.page import json_for_page

#: The screens in the order of the work: address and what it is called.
SCREENS = (
    ("/files", "Files"),
    ("/doubts", "Doubts"),
    ("/people", "People"),
    ("/chronology", "Chronology"),
    ("/findings", "Findings"),
    ("/pictures", "Pictures"),
    ("/ask", "Ask"),
    ("/training", "Training"),
    ("/pack", "Pack"),
    ("/decisions", "Decisions"),
)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("scrgraph.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["data"] = lambda value: Markup(json_for_page(value))  # noqa: S704
    return environment


def page(request: Request, desk: Desk, template: str, status: int = 200, **values: object) -> HTMLResponse:
    """A screen. ``template`` extends ``screen.html``; every value is escaped.

    A value is put into the page for its script with ``{{ value|data }}`` within
    ``<script type="application/json">``.
    """
    markup = (
        _environment()
        .get_template(template)
        .render(
            screens=SCREENS,
            this_screen=next((path for path, _ in SCREENS if request.url.path.startswith(path)), ""),
            review_title=_title(desk),
            review_word=word_of(desk.folder if desk.is_open else None),
            review_place=str(desk.folder.path) if desk.is_open else "",
            author=desk.author,
            status=desk.status(),
            product_version=__version__,
            **values,
        )
    )
    return HTMLResponse(markup, status)


def error_page(request: Request, desk: Desk, message: str, status: int) -> HTMLResponse:
    """The page for what could not be shown, with what to do next."""
    return page(request, desk, "error.html", status, message=message)


def _title(desk: Desk) -> str:
    if not desk.is_open:
        return ""
    if desk.reading and desk.reading.graph:
        return desk.reading.graph.review.title
    return desk.folder.path.resolve().name
