"""The server of the workbench: this machine only, a port of its own, and a start link that serves once."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from scrgraph.web.application import application
from scrgraph.web.desk import Desk
from scrgraph.web.guard import Door

LOOPBACK = "127.0.0.1"
#: Seconds after which a connection that has asked for nothing is closed.
TO_ASK = 15.0


class Connection(H11Protocol):
    """A connection that must ask for something soon, so that silent ones of other programs cannot keep the author out.

    It is h11's also where another parser is installed, as that one limits the size of headers.
    """

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for what is asked."""
        super().connection_made(transport)
        self.loop.call_later(TO_ASK, self._close_if_silent)

    def _close_if_silent(self) -> None:
        if self.cycle is None and not self.transport.is_closing():
            self.transport.close()


@dataclass(frozen=True)
class Workbench:
    """A workbench that listens: ``new_link`` gives the address that lets one browser in, once."""

    desk: Desk
    port: int
    door: Door
    _server: uvicorn.Server
    _socket: socket.socket

    @property
    def address(self) -> str:
        """Where it listens, without a key."""
        return f"http://{LOOPBACK}:{self.port}"

    def new_link(self) -> str:
        """The whole address of a start link."""
        return self.address + self.door.new_link()

    def run(self) -> None:
        """Serve until it is stopped, by Ctrl+C or ``stop``; all work is stopped with it."""
        try:
            self._server.run(sockets=[self._socket])
        finally:
            self.desk.close()
            self._socket.close()

    def stop(self) -> None:
        """Have ``run`` return."""
        self._server.should_exit = True


def workbench(desk: Desk, port: int = 0) -> Workbench:
    """A workbench for a desk, bound to the loopback address; port 0 is any that is free. Raises ``OSError``."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform != "win32":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((LOOPBACK, port))
    listening.listen(100)
    bound = int(listening.getsockname()[1])
    door = Door()
    config = uvicorn.Config(
        application(desk, door, bound),
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        lifespan="off",
        http=Connection,
        ws="none",
        timeout_graceful_shutdown=2,
        limit_concurrency=100,
    )
    return Workbench(desk, bound, door, uvicorn.Server(config), listening)


def links_on_enter(bench: Workbench, say: Callable[[str], None]) -> None:
    """Print a new start link each time the author presses Enter in the terminal."""

    def wait() -> None:
        with contextlib.suppress(OSError, ValueError):
            # Not through sys.stdin: a thread waiting in its buffer would hold up the end of the program.
            while os.read(sys.stdin.fileno(), 1_000):
                say(f"A new link, for one browser: {bench.new_link()}")

    threading.Thread(target=wait, name="links", daemon=True).start()
