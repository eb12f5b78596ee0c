"""Pack: what the author takes away, made of the review as decided; with names or without."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from scrgraph.atomic import write_bytes_atomic
from scrgraph.model.base import Thing
from scrgraph.names_out import NamesOut
from scrgraph.questions.standing import with_decisions
from scrgraph.report.matter import MOST_UNDECIDED
from scrgraph.review.errors import ReviewError
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.source_set import SourceSet
from scrgraph.web.desk import Desk
from scrgraph.web.downloads import as_download
from scrgraph.web.pages import error_page, page
from scrgraph.web.routes import Done, acts, desk_of, of_review_shown, shows
from scrgraph.web.screens import pack_made as made
from scrgraph.web.screens.findings_shown import counted
from scrgraph.web.uploads import received
from scrgraph.web.worker import EXPECTED, CannotBeDone, Inside

_STYLES = "styles"
#: What is done with dates in a copy without names, in words.
DATES = {
    NamesOut.KEPT: "Without names, dates kept",
    NamesOut.SHIFTED: "Without names, all dates moved by one secret number of weeks",
    NamesOut.AGES: "Without names, dates told as the age of the oldest child",
}


class PackAsked(Thing):
    """The choices for a pack. ``names`` is empty for a pack with names; ``styles`` a document of the review folder."""

    names: NamesOut | Literal[""] = ""
    styles: str = ""
    undecided: bool = False


class PagesAsked(Thing):
    """The choice for pages without names."""

    names: NamesOut


@shows
def show(desk: Desk, request: Request) -> Response:
    """The choices, what the pack will hold, and what was made before."""
    folder, reading = desk.folder, desk.reading
    ready = reading is not None and reading.graph is not None
    decided = with_decisions(reading.findings if reading else (), desk.decisions())
    job = desk.job if desk.job and desk.job.worker.title in made.TITLES.values() else None
    return page(
        request,
        desk,
        "pack.html",
        ready=ready,
        why="" if ready else (reading.why_not if reading else "The review is being read."),
        counts=counted(decided),
        set_out=(len(decided.set_out()), len(decided.set_out(whole=True))),
        most_undecided=MOST_UNDECIDED,
        rows=sum(one.rows_imported for one in reading.chronologies) if reading else 0,
        doubts=len(reading.doubts) if reading else 0,
        waiting=len(desk.waiting()),
        dates=[(one.value, words) for one, words in DATES.items()],
        styles=_documents(folder),
        at_work=job.worker.title if job and job.at_work else "",
        went_wrong=job.ended[0] if job and job.ended else "",
        wrong_title=job.worker.title if job else "",
        offered=made.offered(folder),
        checked=made.names_checked(folder),
        names_out_words=DATES,
        place=str(folder.path),
    )


@acts(PackAsked)
def make(desk: Desk, given: PackAsked) -> Done:
    """Begin to make a pack."""
    folder = desk.folder
    if given.styles and given.styles not in _documents(folder):
        raise CannotBeDone(f"{given.styles} is no longer in the review folder. Choose another document.")
    place = made.PACK_NAMES_OUT if given.names else made.PACK
    desk.start(
        made.TITLES[place],
        make_pack_of,
        folder=folder.path,
        names=str(given.names),
        styles=given.styles,
        undecided=given.undecided,
    )
    return Done(said=f"{made.TITLES[place]} is being made.")


@acts(PagesAsked)
def make_pages(desk: Desk, given: PagesAsked) -> Done:
    """Begin to write the pages without names."""
    title = made.TITLES[made.PAGES_NAMES_OUT]
    desk.start(title, make_pages_of, folder=desk.folder.path, names=given.names.value)
    return Done(said=f"{title} are being written.")


async def add_styles(request: Request) -> Response:
    """Take in a Word document for its styles, sent as the request's body; ``?name=``."""
    desk = desk_of(request)
    try:
        of_review_shown(request)
        async with received(request, desk.folder) as path:
            name = await run_in_threadpool(_keep_styles, desk, path)
    except (CannotBeDone, *EXPECTED) as error:
        return JSONResponse({"error": str(error)}, 409)
    return JSONResponse({"said": f"{path.name} can be chosen now.", "name": name})


@shows
def save(desk: Desk, request: Request) -> Response:
    """One of the files that were made, to save."""
    place, name = request.path_params["place"], request.path_params["name"]
    if (place, name) == (made.PAGES_NAMES_OUT, made.PAGES):
        pages = made.pages_zipped(desk.folder)
        if pages is not None:
            return as_download(pages, "pages-names-out.zip", "application/zip")
    elif path := made.file_of(desk.folder, place, name):
        called = name if place == made.PACK else f"{path.stem}-names-out{path.suffix}"
        return as_download(path.read_bytes(), called, made.FILES[place][name])
    return error_page(request, desk, "There is no such file yet. Make it on the screen Pack.", 404)


def make_pack_of(inside: Inside, folder: Path, names: str, styles: str, undecided: bool) -> None:
    """Read the folder and write a pack into it, in a process of its own."""
    from scrgraph.packing import make_pack  # slow to load, and the server has no need of it

    review = ReviewFolder.open(folder)
    failed: dict[str, str] = {}
    begun = _begun(review)
    place = made.PACK_NAMES_OUT if names else made.PACK
    packed = make_pack(
        SourceSet.of([folder]),
        folder / place,
        styles=folder / styles if styles else None,
        names_out=NamesOut(names) if names else None,
        undecided=undecided,
        failed=failed.__setitem__,
        progress=inside.progress,
    )
    told = {"names_out": names, "styles": styles, "set_out": packed.set_out, "left_out": failed}
    made.keep_made(review, place, begun.model_copy(update=told))


def make_pages_of(inside: Inside, folder: Path, names: str) -> None:
    """Read the folder and write its pages without names into it, in a process of its own."""
    from scrgraph.packing import write_pages  # slow to load, and the server has no need of it
    from scrgraph.pipeline import read_review

    review = ReviewFolder.open(folder)
    failed: dict[str, str] = {}
    begun = _begun(review)
    sources = SourceSet.of([folder])
    graph = read_review(sources, progress=inside.progress, failed=failed.__setitem__)
    out = folder / made.PAGES_NAMES_OUT
    write_pages(sources, graph, out, names_out=NamesOut(names), progress=inside.progress)
    made.keep_made(
        review, made.PAGES_NAMES_OUT, begun.model_copy(update={"names_out": names, "left_out": failed})
    )


def _begun(folder: ReviewFolder) -> made.Made:
    """What a thing made from now on is made from."""
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    return made.Made(made_at=now, decided=made.decided_so_far(folder), state=made.state_word(folder))


def _keep_styles(desk: Desk, path: Path) -> str:
    from scrgraph.report.styles_file import check_styles  # slow to load

    if path.suffix.casefold() != ".docx":
        raise CannotBeDone(f"{path.name} is not a Word document. Save it in Word as .docx.")
    check_styles(path)
    target = desk.folder.path / _STYLES / path.name
    if not target.resolve().is_relative_to(desk.folder.path.resolve()):
        raise ReviewError("The folder styles/ leads out of the review. Put a folder in its place.")
    target.parent.mkdir(exist_ok=True)
    write_bytes_atomic(target, path.read_bytes())
    return f"{_STYLES}/{path.name}"


def _documents(folder: ReviewFolder) -> list[str]:
    """The Word documents of the review folder that can give styles: beside review.toml and in styles/."""
    inside = folder.path.resolve()
    found: Iterable[Path] = [*folder.path.glob("*.docx"), *(folder.path / _STYLES).glob("*.docx")]
    return sorted(
        path.relative_to(folder.path).as_posix()
        for path in found
        if path.is_file() and not path.name.startswith(("~$", ".")) and path.resolve().is_relative_to(inside)
    )


ROUTES = (
    Route("/pack", show),
    Route("/pack/make", make, methods=["POST"]),
    Route("/pack/pages", make_pages, methods=["POST"]),
    Route("/pack/styles", add_styles, methods=["POST"]),
    Route("/pack/file/{place}/{name}", save),
)
