"""A review as rows: every label, edge and property of schema.py, evidence for everything, one order."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
from whole_review import whole_review

from scrgraph.model.schema import EDGE_BY_NAME, EDGES, LABELS, NODE_BY_LABEL
from scrgraph.store.base import GraphRows
from scrgraph.store.graph_rows import graph_rows
from scrgraph.store.row_builder import RowBuilder

ROWS = graph_rows(whole_review())
EVIDENCED = {start for start, _ in EDGE_BY_NAME["RECORDED_IN"].ends}


def test_every_label_is_used() -> None:
    assert {node.label for node in ROWS.nodes} | {
        extra for node in ROWS.nodes for extra in node.also
    } == LABELS


@pytest.mark.parametrize("label", NODE_BY_LABEL)
def test_every_property_of_a_node_is_used_and_none_beside(label: str) -> None:
    used = {name for node in ROWS.nodes if node.label == label for name in node.properties}
    assert used == NODE_BY_LABEL[label].all_properties


@pytest.mark.parametrize("name", EDGE_BY_NAME)
def test_every_property_and_end_of_an_edge_is_used_and_none_beside(name: str) -> None:
    edges = [edge for edge in ROWS.edges if edge.name == name]
    kind = EDGE_BY_NAME[name]
    assert {(edge.start_label, edge.end_label) for edge in edges} == set(kind.ends)
    assert {"edge_id"} | {key for edge in edges for key in edge.properties} == kind.all_properties


def test_every_thing_leads_back_to_its_source_rows() -> None:
    evidence: dict[tuple[str, str], set[str]] = defaultdict(set)
    for edge in ROWS.edges:
        if edge.name == "RECORDED_IN":
            evidence[(edge.start_label, edge.start_key)].add(edge.end_key)
    for node in ROWS.nodes:
        if node.label in EVIDENCED:
            assert evidence[(node.label, node.key)] >= {"ash:E1"}, node.key
    assert evidence[("Person", "ash:child")] == {"ash:E1", "ash:E2"}


def test_every_end_of_an_edge_is_there_and_no_key_twice() -> None:
    keys = [(node.label, node.key) for node in ROWS.nodes]
    assert len(keys) == len(set(keys))
    ids = [edge.edge_id for edge in ROWS.edges]
    assert len(ids) == len(set(ids))
    for edge in ROWS.edges:
        assert {(edge.start_label, edge.start_key), (edge.end_label, edge.end_key)} <= set(keys)


def test_every_node_says_whose_review_it_belongs_to() -> None:
    assert {node.properties["review_id"] for node in ROWS.nodes} == {"ash"}
    assert all(node.properties[NODE_BY_LABEL[node.label].key] == node.key for node in ROWS.nodes)
    assert all(node.key.startswith("ash:") for node in ROWS.nodes if node.label != "Review")


def test_an_approximate_day_is_two_days_and_words() -> None:
    (contact,) = [node for node in ROWS.nodes if node.label == "Contact"]
    shown = {name: str(value) for name, value in contact.properties.items() if name.startswith("on_")}
    assert shown["on_earliest"] == "2008-03-01"
    assert shown["on_latest"] == "2008-03-10"
    assert "2008" in shown["on_text"]


def test_a_date_nobody_gave_is_no_property() -> None:
    (mother,) = [node for node in ROWS.nodes if node.key == "ash:mother"]
    assert not {name for name in mother.properties if name.startswith(("born", "due", "died"))}
    assert not any(value is None for node in ROWS.nodes for value in node.properties.values())


def test_the_simple_edges_a_beginner_asks_for() -> None:
    (contacted,) = [e for e in ROWS.edges if e.name == "CONTACTED" and e.end_key == "ash:child"]
    assert (contacted.start_key, contacted.properties["contact_id"]) == ("ash:hv/jo", "ash:E1")
    (referred,) = [e for e in ROWS.edges if e.name == "REFERRED_TO"]
    assert (referred.start_key, referred.end_key) == ("ash:hv", "ash:csc")
    assert (referred.properties["about"], referred.properties["baton_id"]) == ("Ash, Mother", "ash:b1")


def test_something_held_back_is_no_referral() -> None:
    graph = whole_review()
    held = graph.model_copy(update={"batons": (graph.batons[0].model_copy(update={"passed": False}),)})
    assert not [edge for edge in graph_rows(held).edges if edge.name == "REFERRED_TO"]


def test_what_schema_does_not_list_is_an_error() -> None:
    build = RowBuilder("ash")
    with pytest.raises(ValueError, match=r"no property \['risk_score'\] on Person"):
        build.node("Person", "child", risk_score=9)
    with pytest.raises(ValueError, match="no MADE from Person to Contact"):
        build.edge("MADE", ("Person", "child"), ("Contact", "E1"))
    with pytest.raises(ValueError, match=r"no property \['weight'\] on MADE"):
        build.edge("MADE", ("Agency", "hv"), ("Contact", "E1"), weight=1)


def test_ends_that_schema_lists_exist() -> None:
    assert {label for edge in EDGES for ends in edge.ends for label in ends} <= set(NODE_BY_LABEL)


def in_bytes(rows: GraphRows) -> str:
    told = "\n".join(map(repr, (*rows.nodes, *rows.edges)))
    return hashlib.sha256(told.encode()).hexdigest()


DEMO = """
import sys
sys.path.insert(0, sys.argv[1])
from test_graph_rows import in_bytes
from scrgraph.pipeline import demo_folder, read_review
from scrgraph.review.source_set import SourceSet
from scrgraph.store.graph_rows import graph_rows
print(in_bytes(graph_rows(read_review(SourceSet.of([demo_folder()])))))
"""


def test_the_same_review_gives_the_same_rows_in_every_process() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", DEMO, str(Path(__file__).parent)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "77")
    }
    assert len(said) == 1
