"""Open: choose a review folder that is there, make a new one, or take a copy of the demo to try things on."""

from __future__ import annotations

import shutil
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from scrgraph.coding.free_text.encoder.network import reader_of_new_reviews
from scrgraph.model.base import Thing
from scrgraph.pipeline import demo_folder
from scrgraph.review.errors import ReviewError
from scrgraph.review.folder import ReviewFolder
from scrgraph.web.desk import Desk
from scrgraph.web.pages import page
from scrgraph.web.routes import Done, acts, desk_of

_MOST = 200


class Where(Thing):
    """A folder, as the author writes it, and what a new review is to be called."""

    folder: str
    title: str = ""


async def show(request: Request) -> Response:
    """The reviews in the folder that the workbench was started in, and two lines to fill in."""
    here = Path.cwd()
    return page(request, desk_of(request), "open_review.html", here=str(here), reviews=_reviews(here))


@acts(Where)
def open_(desk: Desk, given: Where) -> Done:
    """Open a review that is there."""
    desk.open(_path(given.folder))
    return Done(said="Opened.")


@acts(Where)
def create(desk: Desk, given: Where) -> Done:
    """Make a new review and open it."""
    made = ReviewFolder.create(_path(given.folder), given.title, reader_of_new_reviews())
    desk.open(made.path)
    return Done(said="Made and opened.")


@acts(Where)
def demo(desk: Desk, given: Where) -> Done:
    """Copy the bundled composite review into a new folder and open it."""
    path = _path(given.folder)
    if path.exists():
        raise ReviewError(f"{path} is there already, and was left as it is. Give the name of a new folder.")
    shutil.copytree(demo_folder(), path, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    desk.open(path)
    return Done(said="The demo was copied and opened.")


def _path(text: str) -> Path:
    if not text.strip():
        raise ReviewError("Give the name of a folder.")
    try:
        path = Path(text.strip()).expanduser().absolute()
        path.lstat()
    except FileNotFoundError:
        return path
    except (RuntimeError, ValueError, OSError):
        raise ReviewError("That cannot be the name of a folder. Give another.") from None
    return path


def _reviews(here: Path) -> list[str]:
    """The review folders in a folder, by name, and the folder itself where it is one."""
    try:
        inside = sorted((path for path in here.iterdir() if path.is_dir()), key=lambda path: path.name)[
            :_MOST
        ]
    except OSError:
        inside = []
    return [str(path) for path in (here, *inside) if ReviewFolder.is_review(path)]


ROUTES = (
    Route("/open", show),
    Route("/open/there", open_, methods=["POST"]),
    Route("/open/new", create, methods=["POST"]),
    Route("/open/demo", demo, methods=["POST"]),
)
