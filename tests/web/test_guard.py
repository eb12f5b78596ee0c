"""Who is let in: tried over a real socket, with every header a browser or an attacker would send."""

from __future__ import annotations

import socket

import pytest
from web_client import Client

OWN = {"Sec-Fetch-Site": "same-origin"}


def test_a_start_link_serves_once(looked_at: Client) -> None:
    link = looked_at.bench.door.new_link()

    first = looked_at.request("GET", link, cookie="")
    second = looked_at.request("GET", link, cookie="")

    assert (first.status, first.headers["location"]) == (303, "/")
    assert (second.status, "set-cookie" in second.headers) == (403, False)
    assert "press Enter" in second.text


def test_the_key_is_for_this_site_only_and_out_of_reach_of_scripts(looked_at: Client) -> None:
    cookie = looked_at.request("GET", looked_at.bench.door.new_link(), cookie="").headers["set-cookie"]

    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= {part.strip() for part in cookie.split(";")}


@pytest.mark.parametrize(
    "path", ["/", "/status", "/decisions", "/static/workbench.js", "/pages/index.html", "/no-such"]
)
@pytest.mark.parametrize("key", ["", "wrong", "half"])
def test_without_the_key_nothing_is_shown(looked_at: Client, path: str, key: str) -> None:
    name, _, value = looked_at.cookie.partition("=")
    cookie = {
        "": "other=1",
        "wrong": f"{name}={'x' * len(value)}",
        "half": f"{name}={value[: len(value) // 2]}",
    }[key]

    answer = looked_at.request("GET", path, headers=OWN, cookie=cookie)

    assert answer.status == 403
    assert "Rowan" not in answer.text


def test_two_keys_at_once_are_refused(looked_at: Client) -> None:
    answer = looked_at.request("GET", "/", headers=OWN, cookie=f"{looked_at.cookie}; {looked_at.cookie}x")

    assert answer.status == 403


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.0.0.1.evil.example:{port}",
        "[::1]:{port}",
    ],
)
def test_another_host_is_refused(looked_at: Client, host: str) -> None:
    answer = looked_at.request(
        "GET", "/decisions", headers={**OWN, "Host": host.format(port=looked_at.bench.port)}
    )

    assert answer.status == 421


def test_localhost_is_this_machine_too(looked_at: Client) -> None:
    answer = looked_at.request("GET", "/status", headers={**OWN, "Host": f"localhost:{looked_at.bench.port}"})

    assert answer.status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {},
        {"Origin": "http://127.0.0.1:{port}", "Sec-Fetch-Site": "none"},
    ],
)
def test_an_act_from_elsewhere_is_refused(looked_at: Client, headers: dict[str, str]) -> None:
    sent = {name: value.format(port=looked_at.bench.port) for name, value in headers.items()}
    before = looked_at.bench.desk.author

    answer = looked_at.request(
        "POST", "/author", b'{"name": "Mallory"}', {"Content-Type": "application/json", **sent}
    )

    assert answer.status == 403
    assert looked_at.bench.desk.author == before


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_page_asked_for_from_elsewhere_is_refused(looked_at: Client, site: str) -> None:
    assert looked_at.request("GET", "/decisions", headers={"Sec-Fetch-Site": site}).status == 403


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_only_json_acts(looked_at: Client, kind: str) -> None:
    """A form on another page cannot send JSON without asking first, which no answer here allows."""
    headers = {"Origin": looked_at.bench.address, **OWN} | ({"Content-Type": kind} if kind else {})

    answer = looked_at.request("POST", "/author", b'{"name": "Mallory"}', headers)

    assert answer.status == 409
    assert looked_at.bench.desk.author != "Mallory"


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b"\xff\xfe", b'{"name": 1}', b"[" * 100_000, b'{"other": "x"}']
)
def test_what_cannot_be_read_changes_nothing(looked_at: Client, body: bytes) -> None:
    headers = {"Origin": looked_at.bench.address, "Content-Type": "application/json", **OWN}
    before = looked_at.bench.desk.author

    answer = looked_at.request("POST", "/author", body, headers)

    assert answer.status in (400, 409)
    assert "error" in answer.json
    assert looked_at.bench.desk.author == before


def test_a_body_without_end_is_refused(looked_at: Client) -> None:
    headers = {"Origin": looked_at.bench.address, "Content-Type": "application/json", **OWN}

    assert looked_at.request("POST", "/author", b" " * 1_100_000, headers).status == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_do_nothing(looked_at: Client, method: str) -> None:
    assert looked_at.request(
        method, "/author", headers={"Origin": looked_at.bench.address, **OWN}
    ).status in (404, 405)


@pytest.mark.parametrize(
    "path",
    [
        "/pages/../review.toml",
        "/pages/..%2freview.toml",
        "/pages/%2e%2e/decisions.csv",
        "/pages//etc/passwd",
        "/pages/findings.json",
        "/pages/pictures/../../people.csv",
        "/pages/..%5c..%5creview.toml",
        "/pages/nul%00.html",
        "/static/../desk.py",
        "/static/..%2f..%2fdesk.py",
        "/static/%2e%2e/guard.py",
    ],
)
def test_no_path_leads_out(looked_at: Client, path: str) -> None:
    answer = looked_at.get(path)

    assert answer.status in (403, 404)
    assert "review_id" not in answer.text and "import" not in answer.text


def test_a_link_out_of_the_derived_folder_is_not_followed(looked_at: Client) -> None:
    folder = looked_at.bench.desk.folder
    outside = folder.path / "outside.html"
    outside.write_text("secret", encoding="utf-8")
    try:
        (folder.derived_path / "inside.html").symlink_to(outside)
    except OSError:
        pytest.skip("this system does not let a test make links")

    assert looked_at.get("/pages/inside.html").status == 404


@pytest.mark.parametrize(
    "path", ["/decisions", "/static/workbench.js", "/status", "/no-such", "/pages/index.html"]
)
def test_every_answer_bears_the_headers(looked_at: Client, path: str) -> None:
    headers = looked_at.get(path).headers

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert "server" not in headers


def test_nothing_listens_but_on_the_loopback(looked_at: Client) -> None:
    own = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    for address in own - {"127.0.0.1"}:
        if address.startswith("127."):
            continue
        with socket.socket() as tried:
            tried.settimeout(2)
            assert tried.connect_ex((address, looked_at.bench.port)) != 0
    assert looked_at.bench._socket.getsockname()[0] == "127.0.0.1"
