"""The style and the saved queries of Neo4j Browser, read by the rules by which it reads them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import LiteralString, cast

import neo4j
import pytest
from neo4j_server import Neo4jServer

from scrgraph.model.schema import EDGE_BY_NAME, LABELS, NODE_BY_LABEL
from scrgraph.neo4j_browser.saved_queries import archive, saved_queries
from scrgraph.neo4j_browser.style import style_sheet
from scrgraph.notebook import open_review
from scrgraph.pipeline import demo_folder, read_review
from scrgraph.review.source_set import SourceSet
from scrgraph.store.graph_rows import graph_rows
from visualisations.drawing.baton_look import BATON_LINES

ROOT = Path(__file__).resolve().parents[2]
BROWSER = ROOT / "cypher" / "browser"
PICTURES = sorted((BROWSER / "pictures").glob("*.cypher"))
#: What Neo4j Browser knows how to draw.
KNOWN = {
    *("diameter", "color", "border-color", "border-width", "text-color-internal", "text-color-external"),
    *("font-size", "caption", "shaft-width", "padding"),
}


def rules_of(sheet: str) -> dict[str, dict[str, str]]:
    """A sheet as Neo4j Browser takes it: selectors without white space, values up to each semicolon, quotes dropped."""
    rules = {}
    rest = sheet
    while "{" in rest:
        selector, _, rest = rest.partition("{")
        body = re.match(r"(?:'[^']*'|[^'}])*", rest)
        assert body is not None and rest[body.end()] == "}"
        rest = rest[body.end() + 1 :]
        pairs = (part.replace("'", "").split(":") for part in body.group().split(";") if part.strip())
        rules["".join(selector.split())] = {name.strip(): value.strip() for name, value in pairs}
    assert not rest.strip()
    return rules


RULES = rules_of(style_sheet())


def look_of(kind: str, *names: str) -> dict[str, str]:
    """How a node with these labels, or a relationship of this type, looks: later rules win."""
    look: dict[str, str] = {}
    for selector, rule in RULES.items():
        tag, *classes = selector.split(".")
        if tag == kind and set(classes) <= set(names):
            look |= rule
    return look


def test_every_label_has_a_rule_with_a_caption_it_has() -> None:
    """A label without one would be given a colour and a caption by chance."""
    for label, node in NODE_BY_LABEL.items():
        caption = re.fullmatch(r"\{(\w+)\}", look_of("node", label)["caption"])
        assert caption is not None and caption.group(1) in node.all_properties


def test_a_rule_is_about_something_in_the_graph() -> None:
    for selector, rule in RULES.items():
        tag, *classes = selector.split(".")
        assert set(classes) <= (LABELS if tag == "node" else set(EDGE_BY_NAME)), selector
        assert set(rule) <= KNOWN
        assert all(re.fullmatch(r"#[0-9A-Fa-f]{6}", value) for name, value in rule.items() if "color" in name)


def test_people_agencies_and_batons_look_as_in_the_pictures() -> None:
    with open_review("demo") as review:
        network, relay = review.picture("network").svg, review.picture("relay").svg
    for labels in (("Person", "Child"), ("Agency",)):
        assert f'"{look_of("node", *labels)["color"]}"' in network
    assert look_of("node", "Person", "Adult")["color"] == "#ffffff" and 'fill="#fff"' in network
    assert look_of("node", "Baton")["color"] in relay
    drawn = {line.colour for line in BATON_LINES.values()}
    assert {look_of("node", "Baton", also)["color"] for also in NODE_BY_LABEL["Baton"].also} <= drawn
    assert (
        len(
            {
                look_of("node", *one)["color"]
                for one in (("Person", "Child"), ("Person", "Adult"), ("Agency",), ("Baton",))
            }
        )
        == 4
    )


def test_words_in_a_node_can_be_read() -> None:
    """At least 4.5 to 1 between the words in a node and its colour."""
    for selector, rule in RULES.items():
        if "text-color-internal" in rule and selector.startswith("node"):
            light, dark = sorted(
                (luminance(rule["color"]), luminance(rule["text-color-internal"])), reverse=True
            )
            assert (light + 0.05) / (dark + 0.05) >= 4.5, selector


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_archive_is_what_its_queries_give() -> None:
    data = (BROWSER / "saved-queries.zip").read_bytes()
    assert data == archive(), "run: python -m scrgraph.reference"
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {name: package.read(name).decode("utf-8") for name in package.namelist()} == saved_queries()


def test_every_favourite_has_a_name_and_a_folder() -> None:
    named = {}
    for place, text in saved_queries().items():
        folder, name = place.split("/")
        first = text.split("\n")[0]
        assert folder.startswith("scrgraph ") and name.endswith(".cypher") and first.startswith("// ")
        named[first] = place
    assert len(named) == len(saved_queries()) == 2 + len(PICTURES) + 12


@pytest.fixture(scope="module")
def driver(neo4j_server: Neo4jServer) -> Iterator[neo4j.Driver]:
    neo4j_server.empty()
    with neo4j_server.connect() as store:
        store.load(graph_rows(read_review(SourceSet.of([demo_folder()]))))
    with neo4j.GraphDatabase.driver(
        neo4j_server.uri, auth=(neo4j_server.user, neo4j_server.password)
    ) as opened:
        yield opened
    neo4j_server.empty()


@pytest.mark.neo4j
@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_picture_gives_a_graph_of_one_review(path: Path, driver: neo4j.Driver) -> None:
    query = cast(LiteralString, path.read_text(encoding="utf-8"))
    found = driver.execute_query(query, {"review_id": "demo"}, result_transformer_=neo4j.Result.graph)
    assert len(list(found.nodes)) > 3 and len(list(found.relationships)) > 3
    other = driver.execute_query(query, {"review_id": "another"}, result_transformer_=neo4j.Result.graph)
    assert not list(other.nodes)


@pytest.mark.neo4j
def test_it_says_which_reviews_there_are(driver: neo4j.Driver) -> None:
    (path,) = (BROWSER / "start").glob("1-*.cypher")
    query = cast(LiteralString, path.read_text(encoding="utf-8"))
    assert [row["review_id"] for row in driver.execute_query(query).records] == ["demo"]
