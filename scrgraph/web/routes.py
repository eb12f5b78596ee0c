"""How a screen is written: functions that show, and functions that act on what a page sends."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from functools import wraps
from typing import Any, TypeVar

from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from scrgraph.model.base import Thing
from scrgraph.review.decisions import Decision
from scrgraph.web.desk import Desk, NoReview
from scrgraph.web.pages import error_page
from scrgraph.web.status import word_of
from scrgraph.web.worker import EXPECTED, CannotBeDone, in_words

Given = TypeVar("Given", bound=Thing)
Endpoint = Callable[[Request], Awaitable[Response]]
#: The most bytes that a page may send to act; files go another way.
MOST_BYTES = 1_000_000
#: The addresses of acts that are about no review.
_OF_NO_REVIEW = ("/open/", "/author", "/training/", "/work/")


class Done(Thing):
    """What an act answers: what was done, in words, and the ids of the decisions kept, which can be undone."""

    said: str
    decisions: tuple[str, ...] = ()

    @classmethod
    def kept(cls, said: str, decisions: Sequence[Decision]) -> Done:
        """What was done, with the decisions that did it."""
        return cls(said=said, decisions=tuple(one.decision_id for one in decisions))


class TooMuch(CannotBeDone):
    """More was sent than may be."""


def desk_of(request: Request) -> Desk:
    """The desk that the server works for."""
    desk: Desk = request.app.state.desk
    return desk


def shows(function: Callable[[Desk, Request], Response]) -> Endpoint:
    """An endpoint that shows something of the open review; without one, the page to open a review is shown instead."""

    @wraps(function)
    async def endpoint(request: Request) -> Response:
        desk = desk_of(request)
        try:
            return await run_in_threadpool(function, desk, request)
        except NoReview:
            return RedirectResponse("/open", 303)
        except (CannotBeDone, *EXPECTED) as error:
            return error_page(request, desk, in_words(error), 409)

    return endpoint


def acts(model: type[Given]) -> Callable[[Callable[[Desk, Given], Thing | Response]], Endpoint]:
    """An endpoint that does what a page sends as JSON, a ``model``; it answers a ``Thing`` as JSON.

    What cannot be done is answered with status 400 or 409 and ``{"error": words}``; nothing was done then.
    """

    def wrap(function: Callable[[Desk, Given], Thing | Response]) -> Endpoint:
        @wraps(function)
        async def endpoint(request: Request) -> Response:
            desk = desk_of(request)
            try:
                of_review_shown(request)
                given = model.model_validate({**await sent_json(request), **request.path_params})
                done = await run_in_threadpool(function, desk, given)
            except TooMuch as error:
                return JSONResponse({"error": str(error)}, 413)
            except ValidationError as error:
                return JSONResponse({"error": _words(error)}, 400)
            except (CannotBeDone, *EXPECTED) as error:
                return JSONResponse({"error": in_words(error)}, 409)
            return done if isinstance(done, Response) else JSONResponse(done.model_dump(mode="json"))

        return endpoint

    return wrap


def of_review_shown(request: Request) -> None:
    """Raise ``CannotBeDone`` for an act from a window that shows another review than the one that is open."""
    shown, desk = request.headers.get("x-scrgraph-review"), desk_of(request)
    if shown is None or request.url.path.startswith(_OF_NO_REVIEW):
        return
    if shown != word_of(desk.folder if desk.is_open else None):
        raise CannotBeDone(
            "Another review was opened in another window, so nothing was done. Load the page again to see which."
        )


async def sent_json(request: Request) -> dict[str, Any]:
    """The JSON object that a page sent. Raises ``CannotBeDone`` for anything else."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise CannotBeDone("Only what the workbench's own pages send is taken.")
    data = bytearray()
    async for part in request.stream():
        data += part
        if len(data) > MOST_BYTES:
            raise TooMuch("More was sent than the workbench takes at once. Send less.")
    try:
        sent = json.loads(bytes(data) or b"{}")
    except (ValueError, RecursionError):
        raise CannotBeDone("What was sent could not be read.") from None
    if not isinstance(sent, dict):
        raise CannotBeDone("What was sent could not be read.")
    return sent


def _words(error: ValidationError) -> str:
    """What pydantic found, without its own words round it."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] == "value_error":
        return str(first["ctx"]["error"])
    return f"{where or 'What was sent'}: {first['msg']}. Load the page again and try once more."
