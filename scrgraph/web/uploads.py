"""Files that the browser sends: taken in piece by piece, under a safe name, with a limit, and gone again if refused."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.requests import Request

from scrgraph.review.folder import ReviewFolder
from scrgraph.review.names import fault_of_file_name
from scrgraph.web.worker import CannotBeDone

#: The most bytes of one file.
MOST_BYTES = 200_000_000


@asynccontextmanager
async def received(request: Request, folder: ReviewFolder) -> AsyncIterator[Path]:
    """The file of a request's body, named by ``?name=``, in a folder of its own that is deleted afterwards.

    Raises ``CannotBeDone`` for a name that could lead elsewhere, a body that is not sent as plain bytes, and one that
    is too large.
    """
    name = request.query_params.get("name", "")
    if fault := fault_of_file_name(name):
        raise CannotBeDone(f"'{name[:100]}' cannot be the name of a file: {fault}.")
    if len(name.encode("utf-8")) > 200:
        raise CannotBeDone("The file's name is too long. Give it a shorter one.")
    if request.headers.get("content-type", "") != "application/octet-stream":
        raise CannotBeDone("Only what the workbench's own pages send is taken.")
    place = folder.derived_path / "received" / secrets.token_hex(8)
    place.mkdir(parents=True)
    try:
        size = 0
        with (place / name).open("xb") as file:
            async for part in request.stream():
                size += len(part)
                if size > MOST_BYTES:
                    raise CannotBeDone(
                        f"{name} is larger than {MOST_BYTES // 1_000_000} MB. Split it, or take its pictures out."
                    )
                file.write(part)
        if not size:
            raise CannotBeDone(f"{name} is empty. Choose the file with the chronology in it.")
        yield place / name
    finally:
        shutil.rmtree(place, ignore_errors=True)
