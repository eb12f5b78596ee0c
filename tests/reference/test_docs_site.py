"""The documentation builds without a warning, asks nothing of the network, and its links lead somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


class Links(HTMLParser):
    """The addresses a page links to, those it loads by itself, and the places in it that can be linked to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.places: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name in ("id", "name") and value:
                self.places.add(value)
            if tag == "a" and name == "href" and value:
                self.links.append(value)
            elif name in ("src", "href", "srcset", "data", "action") and value and tag != "a":
                self.loads.append(value)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs") / "site"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Links]:
    return {path: Links(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}


def in_nav(nav: object) -> Iterator[str]:
    """Every page named in the navigation."""
    if isinstance(nav, str):
        yield nav
    for part in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from in_nav(part)


def test_every_page_has_its_place_in_the_navigation() -> None:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["strict"] is True
    named = list(in_nav(settings["nav"]))
    written = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    assert written <= set(named)
    assert len(named) == len(set(named))


def test_the_site_has_every_page(pages: dict[Path, Links], site: Path) -> None:
    wanted = {path.relative_to(DOCS).with_suffix(".html") for path in DOCS.rglob("*.md")}
    assert wanted <= {path.relative_to(site) for path in pages}
    assert (site / "cheat-sheet.pdf").read_bytes() == (DOCS / "cheat-sheet.pdf").read_bytes()


def test_nothing_is_asked_of_the_network(pages: dict[Path, Links], site: Path) -> None:
    for path, page in pages.items():
        assert not [load for load in page.loads if re.match(r"(?i)(https?:)?//", load)], path
    for sheet in site.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert not re.search(r"""(?i)(@import\s|url\()\s*["']?\s*(https?:)?//""", text), sheet


def test_every_relative_link_leads_somewhere(pages: dict[Path, Links]) -> None:
    lost = []
    for path, page in pages.items():
        if path.name == "404.html":
            continue
        for link in (*page.links, *page.loads):
            address, _, place = link.partition("#")
            if re.match(r"(?i)([a-z]+:|//)", link):
                continue
            there = (path.parent / unquote(address.partition("?")[0])).resolve() if address else path
            if not there.is_file() or (
                place and there in pages and unquote(place) not in pages[there].places
            ):
                lost.append(f"{path.name}: {link}")
    assert not lost


@pytest.mark.parametrize(
    "path", sorted([*DOCS.rglob("*.md"), ROOT / "README.md"]), ids=lambda path: path.name
)
def test_the_files_a_page_links_to_are_there(path: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8")):
        if not re.match(r"[a-z]+:", link):
            assert (path.parent / link.partition("#")[0]).exists() or link.startswith("#"), link


def test_honest_use_says_what_must_be_said() -> None:
    text = (DOCS / "honest-use.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert headings[:5] == ["No scores", "No blame", "Hindsight", "Coverage", "Three answers, not two"]
