"""A client of the workbench without a browser: plain HTTP over a real socket."""

from __future__ import annotations

import http.client
import json
import re
import time
from collections.abc import Callable
from typing import Any, NamedTuple

from scrgraph.web.server import Workbench


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)


def until(said: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + seconds
    while not said():
        assert time.monotonic() < deadline
        time.sleep(0.1)


class Client:
    """Talks to one workbench, let in by a start link of its own."""

    def __init__(self, bench: Workbench) -> None:
        self.bench = bench
        answer = self.request("GET", bench.door.new_link(), cookie="")
        self.cookie = answer.headers["set-cookie"].partition(";")[0]

    def request(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
        cookie: str | None = None,
    ) -> Answer:
        """One request, with exactly the headers given; the cookie too unless another is given."""
        connection = http.client.HTTPConnection("127.0.0.1", self.bench.port, timeout=60)
        sent = dict(headers or {})
        brought = self.cookie if cookie is None else cookie
        if brought:
            sent["Cookie"] = brought
        connection.request(method, path, body, sent)
        answer = connection.getresponse()
        told = {name.lower(): value for name, value in answer.getheaders()}
        text = answer.read().decode("utf-8", "replace")
        connection.close()
        return Answer(answer.status, told, text)

    def get(self, path: str) -> Answer:
        """A page, as the browser asks for it."""
        return self.request("GET", path, headers={"Sec-Fetch-Site": "same-origin"})

    def act(self, path: str, **given: Any) -> Answer:
        """What a page sends to act."""
        headers = {
            "Content-Type": "application/json",
            "Origin": self.bench.address,
            "Sec-Fetch-Site": "same-origin",
        }
        return self.request("POST", path, json.dumps(given).encode(), headers)

    def until_read(self, pages: bool = False, seconds: float = 120) -> None:
        """Wait until every change is taken in; with ``pages`` until the pictures are drawn too."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            desk = self.bench.desk
            status = desk.status()
            if desk.is_current and not status.waiting and (not pages or not status.reading):
                return
            time.sleep(0.1)
        raise AssertionError(f"not read within {seconds} s: {self.bench.desk.status()}")

    def words(self, path: str) -> str:
        """A page's text without its tags, spaces made one."""
        return " ".join(re.sub(r"<[^>]+>", " ", self.get(path).text).split())
