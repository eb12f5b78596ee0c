"""Pictures: each of them live in a frame, drawn again after each reading, and saved as a file for a report."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import Field, ValidationError
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from scrgraph.model.base import Thing
from scrgraph.review.errors import ReviewError
from scrgraph.store.base import Store
from scrgraph.web.desk import Desk
from scrgraph.web.downloads import as_download
from scrgraph.web.pages import error_page, page
from scrgraph.web.reading import Reading
from scrgraph.web.routes import shows
from scrgraph.web.worker import CannotBeDone
from visualisations.frame.places import PLACE, PLACES

#: Seconds that drawing may take, in a very large review; stopping it would stop the reading it belongs to.
_LONG = 900.0
_NOT_YET = "The review is being read. The pictures come as soon as that is done."


class SavedAs(StrEnum):
    """The kinds of file a picture is saved as; ``txt`` says in words what it shows, for who cannot see it."""

    PNG = "png"
    SVG = "svg"
    TXT = "txt"


_MEDIA = {SavedAs.PNG: "image/png", SavedAs.SVG: "image/svg+xml", SavedAs.TXT: "text/plain; charset=utf-8"}


class Asked(Thing):
    """What part of a picture to save, and as what. Days are empty for the whole review."""

    kind: SavedAs = SavedAs.PNG
    width: int = Field(default=3000, ge=300, le=8000)
    on: dt.date | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    person: str = ""
    gentle: bool = False


@shows
def first(desk: Desk, request: Request) -> Response:
    """The picture to begin with."""
    return RedirectResponse(f"/pictures/{PLACES[0].key}", 303)


@shows
def show(desk: Desk, request: Request) -> Response:
    """One picture in its frame, with the others beside it."""
    key, folder, reading = request.path_params["key"], desk.folder, desk.reading
    if key not in PLACE:
        return error_page(request, desk, "There is no such picture. Choose one of them.", 404)
    if reading is None or reading.graph is None:
        why = reading.why_not if reading else _NOT_YET
        return page(request, desk, "pictures.html", why=why, ready=False)
    return page(
        request,
        desk,
        "pictures.html",
        ready=True,
        places=PLACES,
        place=PLACE[key],
        drawn=(folder.derived_path / "pictures" / f"{key}.html").exists(),
        people=_people(reading),
        kinds=[
            (SavedAs.PNG, "PNG, for Word"),
            (SavedAs.SVG, "SVG, to be changed"),
            (SavedAs.TXT, "Text, in words"),
        ],
    )


@shows
def save(desk: Desk, request: Request) -> Response:
    """A picture as a file, drawn in the process that holds the graph."""
    key = request.path_params["key"]
    if key not in PLACE:
        return error_page(request, desk, "There is no such picture. Choose one of them.", 404)
    try:
        asked = Asked.model_validate({name: value for name, value in request.query_params.items() if value})
    except ValidationError as error:
        raise CannotBeDone(_what_to_correct(error)) from None
    if asked.first and asked.last and asked.first > asked.last:
        raise CannotBeDone("The first day is after the last. Give the earlier day first.")
    data = desk.ask(drawn_file, seconds=_LONG, key=key, asked=asked)
    return as_download(data, f"{key}.{asked.kind}", _MEDIA[asked.kind])


def drawn_file(store: Store, reading: Reading, key: str, asked: Asked) -> bytes:
    """The bytes of a picture as a file. Raises ``ReviewError`` where it cannot be drawn."""
    from visualisations.all_pictures import PICTURE  # slow to load; loaded there already
    from visualisations.drawing.png import CannotDraw, png_of
    from visualisations.drawing.wanted import Wanted
    from visualisations.records.material import Material

    if reading.graph is None:
        raise ReviewError("There is nothing to draw yet.")
    if asked.person and asked.person not in dict(_people(reading)):
        raise ReviewError("Nobody is known by that name any more. Load the page again.")
    wanted = Wanted(
        on=asked.on, first=asked.first, last=asked.last, person_id=asked.person, gentle_deaths=asked.gentle
    )
    drawing = PICTURE[key].drawing(Material.of(store, reading.graph.review, reading.findings), wanted)
    try:
        if asked.kind is SavedAs.PNG:
            return png_of(drawing.svg, asked.width)
    except CannotDraw as error:
        raise ReviewError(str(error)) from error
    return (drawing.svg if asked.kind is SavedAs.SVG else f"{drawing.words}\n").encode("utf-8")


def _people(reading: Reading) -> list[tuple[str, str]]:
    """Whom a picture can be about: the id in the graph, as pictures have it in their addresses, and the name."""
    if reading.graph is None:
        return []
    review_id = reading.graph.review.review_id
    return [(f"{review_id}:{one.person_id}", one.display_name) for one in reading.graph.people]


def _what_to_correct(error: ValidationError) -> str:
    names = {
        "width": "The width is a number of pixels from 300 to 8,000.",
        "kind": "Choose PNG, SVG or text.",
    }
    return names.get(str(error.errors()[0]["loc"][0]), "Write days as 2018-03-14.")


ROUTES = (
    Route("/pictures", first),
    Route("/pictures/{key}", show),
    Route("/pictures/{key}/file", save),
)
