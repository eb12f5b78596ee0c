"""Who may ask: only the author's own browser, on this machine, from the workbench's own pages."""

from __future__ import annotations

import hmac
import secrets
from http.cookies import SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

START = "/start/"
_SAFE = frozenset({"GET", "HEAD"})
_NOWHERE = "The workbench answers only on this machine, at the address it was started with."
_ELSEWHERE = "This was asked by a page that is not the workbench's, so nothing was done."
_NO_KEY = (
    "This needs the link that scrgraph printed in the terminal when it was started. A link serves once; press Enter in "
    "the terminal for a new one."
)
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "SAMEORIGIN",
}


class Door:
    """Start links that serve once each, and the one key that a browser gets for any of them."""

    def __init__(self) -> None:
        self._key = secrets.token_urlsafe(32)
        self._links: set[str] = set()

    def new_link(self) -> str:
        """The path of a link that lets one browser in, once."""
        word = secrets.token_urlsafe(32)
        self._links.add(word)
        return START + word

    def use(self, path: str) -> str | None:
        """The key, where ``path`` is a start link that has not been used; it is used now."""
        word = path.removeprefix(START)
        known = next((one for one in self._links if hmac.compare_digest(one.encode(), word.encode())), None)
        if known is None:
            return None
        self._links.discard(known)
        return self._key

    def opens(self, given: str) -> bool:
        """Whether a browser that brings this is one that was let in."""
        return hmac.compare_digest(given.encode(), self._key.encode())


class Guard:
    """Refuses every request that the author's own browser did not make from the workbench, before anything is done.

    ``port`` is the one the server listens on. Bodies are not read here.
    """

    def __init__(self, app: ASGIApp, door: Door, port: int) -> None:
        self._app, self._door = app, door
        #: A name of its own for each port, as browsers keep cookies by host alone.
        self._cookie = f"scrgraph-{port}"
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        answer = self._refusal(scope) or self._entrance(scope)
        app: ASGIApp = answer or self._app
        await app(scope, receive, _with_headers(send))

    def _refusal(self, scope: Scope) -> Response | None:
        """What is answered to a request from elsewhere; nothing for one that may go on."""
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return _refused(_NOWHERE, 421)
        origins, sites = headers.getlist("origin"), headers.getlist("sec-fetch-site")
        if any(origin != f"http://{hosts[0].lower()}" for origin in origins):
            return _refused(_ELSEWHERE, 403)
        safe = scope["method"] in _SAFE
        allowed = {"same-origin", "none"} if safe else {"same-origin"}
        if any(site not in allowed for site in sites):
            return _refused(_ELSEWHERE, 403)
        if not safe and not origins:
            return _refused(_ELSEWHERE, 403)
        return None

    def _entrance(self, scope: Scope) -> Response | None:
        """The answer to a start link, or to somebody without a key; nothing for who has one."""
        brought = _brought(Headers(scope=scope), self._cookie)
        let_in = brought is not None and self._door.opens(brought)
        path: str = scope["path"]
        if path.startswith(START) and scope["method"] == "GET":
            key = self._door.use(path)
            if key is None and not let_in:
                return _refused(_NO_KEY, 403)
            answer = RedirectResponse("/", 303)
            if key:
                answer.set_cookie(self._cookie, key, httponly=True, samesite="strict", path="/")
            return answer
        return None if let_in else _refused(_NO_KEY, 403)


def _refused(words: str, status: int) -> Response:
    """A refusal, after which the connection is closed."""
    return PlainTextResponse(words, status, headers={"connection": "close"})


def _brought(headers: Headers, cookie: str) -> str | None:
    """The key a browser brings; nothing where it brings none, or more than one."""
    found = [
        value.value
        for header in headers.getlist("cookie")
        for name, value in _parsed(header).items()
        if name == cookie
    ]
    return found[0] if len(found) == 1 else None


def _parsed(header: str) -> SimpleCookie:
    cookie: SimpleCookie = SimpleCookie()
    try:
        cookie.load(header)
    except Exception:
        return SimpleCookie()
    return cookie


def _with_headers(send: Send) -> Send:
    """Every answer bears the same headers; one that says its own policy keeps it."""

    async def sends(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            headers.setdefault("content-security-policy", POLICY)
        await send(message)

    return sends
