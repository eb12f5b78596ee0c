"""Files: bring chronologies in, see what was read and what was not, say what headings mean and whose a file is."""

from __future__ import annotations

from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from importers.registry import SUPPORTED
from scrgraph.model.base import Thing
from scrgraph.review.check import NATIONS
from scrgraph.review.folder import Added, Outcome, ReviewFolder
from scrgraph.review.set_aside import add_received, take_out
from scrgraph.scope import FIELDS as FIELDS_OF_SCOPE
from scrgraph.scope import scope_change, scope_now
from scrgraph.web.desk import Desk
from scrgraph.web.pages import page
from scrgraph.web.routes import Done, acts, desk_of, of_review_shown, shows
from scrgraph.web.screens.files_read import FIELDS, coverage_picture, files_read
from scrgraph.web.uploads import received
from scrgraph.web.worker import EXPECTED, CannotBeDone

_DONE = {Outcome.ADDED: "added", Outcome.REPLACED: "replaced"}
_READERS = {"words": "their words alone", "encoder": "their words and the encoder"}


@shows
def show(desk: Desk, request: Request) -> Response:
    """The screen."""
    return page(
        request,
        desk,
        "files.html",
        files=files_read(desk),
        picture=coverage_picture(desk.reading),
        problems=desk.folder.check(),
        fields=FIELDS,
        scope=scope_now(desk.folder),
        scope_words=FIELDS_OF_SCOPE,
        nations=NATIONS,
        readers=_READERS,
        children=_children(desk),
        reading=desk.reading,
        suffixes=",".join(SUPPORTED),
        agencies=sorted({agency.display_name for agency in desk.reading.graph.agencies})
        if desk.reading and desk.reading.graph
        else [],
    )


async def add(request: Request) -> Response:
    """Take in one file, sent as the request's body; ``?name=`` and, for a newer version, ``?replace=1``.

    Where a file of that name with other content is there, nothing is done and ``there`` is true in the answer.
    """
    desk = desk_of(request)
    replace = request.query_params.get("replace") == "1"
    try:
        of_review_shown(request)
        async with received(request, desk.folder) as path:
            added, kept = await run_in_threadpool(_add, desk, path, replace)
    except (CannotBeDone, *EXPECTED) as error:
        there = "already has a file" in str(error)
        return JSONResponse({"error": _plain(str(error)), "there": there}, 409)
    said = {
        Outcome.ADDED: f"{added.file} was added.",
        Outcome.ALREADY_THERE: f"{added.file} is in the review already, with the same content.",
        Outcome.REPLACED: f"{added.file} was replaced; the version before is kept as {kept.name if kept else ''}.",
    }[added.outcome]
    return JSONResponse(Done(said=said).model_dump())


def _children(desk: Desk) -> list[str]:
    """The names of the children that the records know."""
    graph = desk.reading.graph if desk.reading else None
    return sorted(person.display_name for person in graph.people if person.kind == "child") if graph else []


def _add(desk: Desk, path: Path, replace: bool) -> tuple[Added, Path | None]:
    def act(folder: ReviewFolder) -> tuple[Added, Path | None]:
        added, kept = add_received(folder, path, replace=replace)
        if word := _DONE.get(added.outcome):
            desk.decide(("source", added.file, word, f"SHA-256 {added.sha256}"))
        return added, kept

    return desk.change(act)


def _plain(words: str) -> str:
    """The library's words without the place that the file was taken in at, and without advice about a command."""
    return (
        words.split(": ", 1)[1].replace("or add it with --replace", "or replace it")
        if "received" in words
        else words
    )


class File(Thing):
    """One source, by its name."""

    file: str


@acts(File)
def remove(desk: Desk, given: File) -> Done:
    """Take a source out; its bytes are kept aside."""

    def act(folder: ReviewFolder) -> Path | None:
        kept = take_out(folder, given.file)
        desk.decide(("source", given.file, "removed", f"kept as {kept.name}" if kept else ""))
        return kept

    kept = desk.change(act)
    where = f" It is kept in {kept.parent.name}/ as {kept.name}." if kept else ""
    return Done(said=f"{given.file} was taken out of the review.{where}")


class Whose(Thing):
    """Whose chronology a source is."""

    file: str
    agency: str


@acts(Whose)
def whose(desk: Desk, given: Whose) -> Done:
    """Say whose chronology a source is."""
    if not given.agency:
        raise CannotBeDone("Give the name of the agency.")
    made = desk.decide(("file", given.file, given.agency, ""))
    return Done.kept(f"{given.file} is the chronology of {given.agency}.", made)


class Scope(Thing):
    """One thing that review.toml says of the review, as the page showed it and as it is to be."""

    field: str
    was: str = ""
    now: str = ""


@acts(Scope)
def about_review(desk: Desk, given: Scope) -> Done:
    """Put the review's scope right."""
    made = desk.decide((*scope_change(desk.folder, given.field, given.was, given.now), ""))
    return Done.kept(
        f"The {FIELDS_OF_SCOPE[given.field]} is {given.now.strip() or 'not set'} from now on.", made
    )


class Meaning(Thing):
    """What a column holds."""

    heading: str
    field: str


@acts(Meaning)
def heading(desk: Desk, given: Meaning) -> Done:
    """Say what the columns under a heading hold."""
    if given.field not in FIELDS:
        raise CannotBeDone("Choose one of the fields in the list.")
    made = desk.decide(("heading", given.heading, given.field, ""))
    return Done.kept(f"Columns headed “{given.heading}”: {given.field}.", made)


ROUTES = (
    Route("/files", show),
    Route("/files/add", add, methods=["POST"]),
    Route("/files/remove", remove, methods=["POST"]),
    Route("/files/whose", whose, methods=["POST"]),
    Route("/files/review", about_review, methods=["POST"]),
    Route("/files/heading", heading, methods=["POST"]),
)
