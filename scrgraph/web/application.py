"""The workbench as one application: the guard, the shell's own addresses, and every screen's."""

from __future__ import annotations

import re
from html import unescape

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from scrgraph.model.base import Thing
from scrgraph.web.desk import Desk
from scrgraph.web.guard import POLICY, Door, Guard
from scrgraph.web.pages import error_page
from scrgraph.web.routes import Done, acts, desk_of, shows
from scrgraph.web.screens import ALL_ROUTES

_OWN_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
_PAGE = re.compile(r"[a-z0-9_-]+(/[a-z0-9_-]+)*\.html")


def application(desk: Desk, door: Door, port: int) -> Guard:
    """Every address of the workbench, behind the guard."""
    routes = [
        Route("/", home),
        Route("/status", status),
        Route("/undo", undo, methods=["POST"]),
        Route("/author", author, methods=["POST"]),
        Route("/work/stop", stop_reading, methods=["POST"]),
        Route("/work/again", read_again, methods=["POST"]),
        Route("/work/stop-job", stop_job, methods=["POST"]),
        Route("/pages/{path:path}", written_page),
        Mount("/static", StaticFiles(packages=[("scrgraph.web", "static")])),
        *ALL_ROUTES,
    ]
    app = Starlette(routes=routes, exception_handlers={404: _not_found, 500: _failed})
    app.state.desk = desk
    return Guard(app, door, port)


@shows
def home(desk: Desk, request: Request) -> Response:
    """The screen to begin with: the files of the open review."""
    return RedirectResponse(
        "/findings" if desk.folder and desk.reading and desk.reading.graph else "/files", 303
    )


async def status(request: Request) -> Response:
    """What goes on, for the bar of every page."""
    told = await run_in_threadpool(desk_of(request).status)
    return JSONResponse(told.model_dump(mode="json"))


class Undo(Thing):
    """Which decision to take back."""

    decision_id: str


@acts(Undo)
def undo(desk: Desk, given: Undo) -> Done:
    """Take back a decision, as a further one."""
    undone = desk.undo(given.decision_id)
    return Done(said=f"Undone: {undone.kind} “{undone.subject}”, {undone.value}.")


class Author(Thing):
    """Who decides from now on."""

    name: str


@acts(Author)
def author(desk: Desk, given: Author) -> Done:
    """Name who decides."""
    if not given.name or len(given.name) > 100:
        return Done(said="Give a name of up to a hundred letters. Nothing was changed.")
    desk.author = given.name
    return Done(said=f"Decisions are kept as made by {given.name} from now on.")


class Nothing(Thing):
    """Nothing is sent."""


@acts(Nothing)
def stop_reading(desk: Desk, given: Nothing) -> Done:
    """Stop the reading that is going on."""
    if desk.stop_reading():
        return Done(said="Reading was stopped.")
    drawing = desk.status().reading
    return Done(
        said="The review has been read; only its pictures are still being drawn. Go on meanwhile."
        if drawing
        else "Nothing is being read."
    )


@acts(Nothing)
def read_again(desk: Desk, given: Nothing) -> Done:
    """Read the review again."""
    desk.read_again()
    return Done(said="The review is read again.")


@acts(Nothing)
def stop_job(desk: Desk, given: Nothing) -> Done:
    """Stop the long work that is going on."""
    return Done(said="It was stopped." if desk.stop_job() else "It had ended already.")


@shows
def written_page(desk: Desk, request: Request) -> Response:
    """A page that the last reading wrote, under the policy it carries itself, shown only within the workbench."""
    root = desk.folder.derived_path.resolve()
    given: str = request.path_params["path"]
    wanted = (root / given).resolve() if _PAGE.fullmatch(given) and given in desk.pages else None
    if wanted is None or not wanted.is_relative_to(root) or not wanted.is_file():
        return error_page(
            request, desk, "There is no such page, or it is being drawn. Try again in a moment.", 404
        )
    text = wanted.read_text(encoding="utf-8")
    own = _OWN_POLICY.search(text)
    policy = unescape(own[1]) + "; frame-ancestors 'self'" if own else POLICY
    return HTMLResponse(text, headers={"content-security-policy": policy})


async def _not_found(request: Request, error: Exception) -> Response:
    return error_page(
        request, desk_of(request), "There is nothing at this address. Choose a screen above.", 404
    )


async def _failed(request: Request, error: Exception) -> Response:
    message = "Something went wrong that should not have. What was decided is kept; load the page again."
    return error_page(request, desk_of(request), message, 500)
