"""The page shell: nothing in the data can break out of it, and nothing in it asks for anything."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from invented_family import invented_family, material_of
from invented_findings import invented_findings
from markupsafe import Markup

from visualisations.frame.places import PLACES
from visualisations.network import picture as network_picture
from visualisations.page import json_for_page, library_text, own_text, render_body, render_page, write_page

HOSTILE = '</script><script>window.PWNED=1</script>"><img src=x onerror="window.PWNED=1">&amp;\u2028{{7*7}}'
LOADING_ATTRIBUTES = {"src", "href", "srcset", "action", "formaction", "data", "poster", "style"}


class Reader(HTMLParser):
    """Collects inline scripts and styles, attributes and the policy of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.inline: dict[str, list[str]] = {"script": [], "style": []}
        self.attributes: list[tuple[str, str, str]] = []
        self.data = ""
        self.policy = ""
        self._into: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember attributes, and where the text that follows belongs."""
        given = {name: value or "" for name, value in attrs}
        self.attributes += [(tag, name, value) for name, value in given.items()]
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]
        self._into = None
        if tag in self.inline and given.get("type") != "application/json":
            self._into = self.inline[tag]
            self._into.append("")

    def handle_data(self, data: str) -> None:
        """Text of the script or style that is open."""
        if self._into is not None:
            self._into[-1] += data

    def handle_endtag(self, tag: str) -> None:
        """A script or style has ended."""
        self._into = None


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


PAGES = {
    "network": lambda: network_picture.page(material_of(invented_family(hostile=HOSTILE))),
    "findings": lambda: invented_findings(HOSTILE),
}


@pytest.fixture(scope="module", params=sorted(PAGES))
def hostile_page(request: pytest.FixtureRequest) -> str:
    """Each page with markup in every text."""
    return PAGES[request.param]()


def test_data_keeps_its_text_but_none_of_its_markup() -> None:
    written = json_for_page({"name": HOSTILE})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"name": HOSTILE}


def test_half_a_character_from_a_broken_file_does_not_stop_a_page() -> None:
    json_for_page({"name": "\udc80"}).encode("utf-8")
    render_page(title="\udc80", body=Markup("")).encode("utf-8")


def test_a_body_that_may_not_be_escaped_is_refused() -> None:
    with pytest.raises(TypeError, match="render_body"):
        render_page(title="x", body="<b>plain text</b>")  # type: ignore[arg-type]


def test_the_policy_names_every_inline_script_and_style_and_no_other(hostile_page: str) -> None:
    page = read(hostile_page)
    for kind, texts in page.inline.items():
        named = set(re.findall(r"'sha256-[^']+'", page.policy.split(f"{kind}-src ")[1].split(";")[0]))
        hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(t.encode()).digest()).decode()}'" for t in texts}
        assert named == hashes
    assert "default-src 'none'" in page.policy and "unsafe" not in page.policy


#: Where a link may lead: to the review's other pages, which lie beside it.
MAY_LEAD_TO = {"network.html", "../index.html", *(f"{place.key}.html" for place in PLACES)}


def test_nothing_in_a_page_points_outside_it(hostile_page: str) -> None:
    page = read(hostile_page)
    for tag, name, value in page.attributes:
        assert not name.startswith("on"), f"<{tag} {name}>"
        if name in LOADING_ATTRIBUTES:
            assert value.startswith("#") or value in MAY_LEAD_TO, f"<{tag} {name}={value}>"
    assert "@import" not in hostile_page and "url(" not in "".join(page.inline["style"])
    assert "sourceMappingURL" not in hostile_page


def test_own_code_shows_text_as_text_only() -> None:
    folder = Path(__file__).resolve().parents[2] / "visualisations" / "templates"
    for script in sorted(folder.glob("*.js")):
        code = own_text(script.name)
        for forbidden in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "Function(",
        ):
            assert forbidden not in code, f"{script.name}: {forbidden}"
    for template in sorted(folder.glob("*.html")):
        assert "|safe" not in template.read_text(encoding="utf-8").replace(" ", "")


def test_the_library_comes_out_of_the_installed_package_and_cannot_end_its_element() -> None:
    library = library_text("vis-network")
    assert "vis-network" in library and "</script" not in library.lower() and "\r" not in library
    with pytest.raises(LookupError):
        library_text("jquery")


def test_a_page_is_written_as_utf8_with_line_feeds_and_leaves_nothing_else(tmp_path: Path) -> None:
    written = write_page(tmp_path / "new" / "page.html", "<p>Zoë\n")
    assert written.read_bytes() == "<p>Zoë\n".encode()
    assert [path.name for path in written.parent.iterdir()] == ["page.html"]


def test_a_name_that_was_not_given_to_a_template_is_an_error() -> None:
    with pytest.raises(Exception, match="undefined"):
        render_body("network.html")
