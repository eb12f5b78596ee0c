"""The graph of each training family holds what a reader finds in its rows: facts/<slug>.toml, worked out by hand."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from scrgraph.model.review import ReviewGraph
from scrgraph.pipeline import in_memory, read_review
from scrgraph.review.check import check_folder
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.source_set import SourceSet
from scrgraph.store.base import Store, Value
from scrgraph.training.family import load_families

_FACTS = Path(__file__).parent / "facts"
FAMILIES = {family.slug: family.folder for family in load_families()}
_RECEIVED = ("matched", "recorded")
_KNOWN = {"received": _RECEIVED, "accepted": _RECEIVED, "declined": ("recorded not",)}


class Case(NamedTuple):
    """One family: its facts, its graph, and the graph in the embedded store."""

    slug: str
    review_id: str
    facts: dict[str, Any]
    store: Store
    graph: ReviewGraph

    def ask(self, query: str) -> list[tuple[Value, ...]]:
        """The rows of a query for this family; ids without the review's in front, as agencies.csv has them."""
        rows = self.store.run(query, {"review_id": self.review_id}).rows
        return [tuple(self._plain(value) for value in row) for row in rows]

    def _plain(self, value: Value) -> Value:
        return value.removeprefix(f"{self.review_id}:") if isinstance(value, str) else value


@pytest.fixture(scope="module", params=sorted(FAMILIES))
def case(request: pytest.FixtureRequest) -> Iterator[Case]:
    """Each family in turn."""
    slug = str(request.param)
    facts = tomllib.loads((_FACTS / f"{slug}.toml").read_text(encoding="utf-8"))
    graph = read_review(SourceSet.of([FAMILIES[slug]]))
    with in_memory(graph) as store:
        yield Case(slug, graph.review.review_id, facts, store, graph)


def test_there_are_three_families_and_facts_for_each() -> None:
    """No family without facts, no facts without a family."""
    assert sorted(FAMILIES) == ["first-relay", "long-winter", "two-towns"]
    assert sorted(path.stem for path in _FACTS.glob("*.toml")) == sorted(FAMILIES)


def test_every_row_is_read_and_none_rejected(case: Case) -> None:
    """Rows by file as counted by hand."""
    read = case.ask(
        "MATCH (c:Chronology) WHERE c.review_id = $review_id RETURN c.file AS f, c.rows_read AS n"
    )
    assert {str(row[0]): row[1] for row in read} == case.facts["rows"]["files"]
    assert case.graph.rejected == ()


def test_nothing_is_in_doubt(case: Case) -> None:
    """Coded columns tell everything: no kind, date, pair, person, agency or heading is left to a guess."""
    assert case.graph.doubts == ()


def test_the_folder_needs_no_putting_right(case: Case) -> None:
    """No errors in the folder: a trainer can start at once."""
    assert [
        str(one) for one in check_folder(ReviewFolder(FAMILIES[case.slug])) if one.severity == "error"
    ] == []


def test_the_people(case: Case) -> None:
    """Children and adults by name."""
    for kind, label in (("children", "Child"), ("adults", "Adult")):
        rows = case.ask(
            f"MATCH (p:Person:{label}) WHERE p.review_id = $review_id RETURN p.display_name AS n ORDER BY n"
        )
        assert [name for (name,) in rows] == case.facts["people"][kind]


def test_the_agencies(case: Case) -> None:
    """Those whose records are in hand, and those that the rows only name."""
    wrote = case.ask(
        "MATCH (a:Agency)-[:WROTE]->(:Entry) WHERE a.review_id = $review_id RETURN DISTINCT a.agency_id AS a ORDER BY a"
    )
    named = case.ask(
        "MATCH (a:Agency) WHERE a.review_id = $review_id AND a.sector <> 'not_an_agency'"
        " AND NOT EXISTS { MATCH (a)-[:WROTE]->(:Entry) } RETURN a.agency_id AS a ORDER BY a"
    )
    assert [a for (a,) in wrote] == case.facts["agencies"]["with_records"]
    assert [a for (a,) in named] == case.facts["agencies"]["named_only"]


def test_every_baton_between_agencies(case: Case) -> None:
    """All of them and no others, with what became of each."""
    rows = case.ask(
        "MATCH (s:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(t:Agency)"
        " WHERE b.review_id = $review_id AND NOT b.carried_by_family"
        " RETURN b.on_earliest AS day, s.agency_id AS s, t.agency_id AS t, b.kind AS kind, b.receipt AS receipt,"
        " b.acceptance AS acceptance, b.action AS action, b.feedback AS feedback"
    )
    found = {(day, s, t, kind): tuple(rest) for day, s, t, kind, *rest in rows}
    facts = case.facts["batons"]["sent"]
    assert len(rows) == len(found) == len(facts)
    for fact in facts:
        receipt, acceptance, action, feedback = found[fact["on"], fact["from"], fact["to"], fact["kind"]]
        assert receipt in _KNOWN.get(fact["receipt"], (fact["receipt"],)), fact
        if "answer" in fact:
            assert acceptance in _KNOWN[fact["answer"]], fact
        for told, verdict in (("acted", action), ("fed_back", feedback)):
            if told in fact:
                assert (verdict in _RECEIVED) is fact[told], fact
                assert verdict not in ("cannot tell", "not due"), fact


def test_what_came_from_the_family_and_what_it_was_to_carry(case: Case) -> None:
    """Concerns raised by people, and batons left to them."""
    came = case.ask(
        "MATCH (p:Person)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(t:Agency) WHERE b.review_id = $review_id"
        " RETURN b.on_earliest AS day, p.display_name AS p, t.agency_id AS t, b.kind AS kind, b.acceptance AS a"
    )
    found = {tuple(row[:4]): row[4] for row in came}
    facts = case.facts["batons"]["from_family"]
    assert set(found) == {(one["on"], one["from"], one["to"], one["kind"]) for one in facts}
    for one in facts:
        if "answer" in one:
            assert found[one["on"], one["from"], one["to"], one["kind"]] in _KNOWN[one["answer"]], one
    carried = case.ask(
        "MATCH (s:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(t:Agency) WHERE b.review_id = $review_id"
        " AND b.carried_by_family RETURN b.on_earliest AS day, s.agency_id AS s, t.agency_id AS t"
    )
    assert set(carried) == {(f["on"], f["from"], f["to"]) for f in case.facts["batons"]["carried_by_family"]}


def test_who_met_whom(case: Case) -> None:
    """The agencies that met each adult, and the adults whom none working with the children met or assessed."""
    met = dict(case.facts["met"])
    never = met.pop("never_by_those_working_with_the_child")
    rows = case.ask(
        "MATCH (a:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(p:Person:Adult)"
        " WHERE p.review_id = $review_id AND NOT c.missed"
        " RETURN DISTINCT p.display_name AS p, a.agency_id AS a ORDER BY p, a"
    )
    found: dict[Value, list[Value]] = {name: [] for name in met}
    for person, agency in rows:
        found[person].append(agency)
    assert found == met
    unmet = case.ask(
        "MATCH (p:Person:Adult) WHERE p.review_id = $review_id"
        " AND NOT EXISTS { MATCH (a:Agency)-[:MADE]->(c:Contact)-[:CONCERNED]->(p)"
        " WHERE a.works_with_child AND NOT c.missed }"
        " AND NOT EXISTS { MATCH (a:Agency)-[:CARRIED_OUT]->(:Assessment)-[:COVERED]->(p) WHERE a.works_with_child }"
        " RETURN p.display_name AS p ORDER BY p"
    )
    assert [name for (name,) in unmet] == never


def test_when_each_child_was_seen(case: Case) -> None:
    """Every sighting, and those alone."""
    seen = dict(case.facts["seen"])
    alone = seen.pop("seen_alone")
    rows = case.ask(
        "MATCH (a:Agency)-[:MADE]->(c:Contact)-[s:CONCERNED]->(p:Person:Child) WHERE p.review_id = $review_id"
        " AND s.seen = 'yes' RETURN p.display_name AS p, c.on_earliest AS day, a.agency_id AS a, s.seen_alone AS alone"
        " ORDER BY p, day, a"
    )
    for child, days in seen.items():
        assert [[day, a] for p, day, a, _ in rows if p == child] == days
        assert [day for p, day, _, by_self in rows if p == child and by_self == "yes"] == alone[child]


def test_whom_the_assessments_covered(case: Case) -> None:
    """Every assessment with its people."""
    rows = case.ask(
        "MATCH (a:Agency)-[:CARRIED_OUT]->(x:Assessment) WHERE x.review_id = $review_id"
        " MATCH (x)-[:COVERED]->(p:Person)"
        " RETURN x.on_earliest AS day, a.agency_id AS a, p.display_name AS p ORDER BY day, a, p"
    )
    found: dict[tuple[Value, Value], list[Value]] = {}
    for day, agency, person in rows:
        found.setdefault((day, agency), []).append(person)
    facts = case.facts["assessments"]["covered"]
    assert found == {(one["on"], one["by"]): one["people"] for one in facts}


def test_pairs_of_agencies_between_which_nothing_passed(case: Case) -> None:
    """Of all pairs whose records are in hand, those with no baton and no meeting in common."""
    passed = case.ask(
        "MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(t:Agency)"
        " WHERE b.review_id = $review_id AND NOT b.carried_by_family RETURN a.agency_id AS a, t.agency_id AS t"
    )
    met = case.ask(
        "MATCH (a:Agency)-[:ATTENDED]->(m:Meeting)<-[:ATTENDED]-(t:Agency) WHERE m.review_id = $review_id"
        " RETURN a.agency_id AS a, t.agency_id AS t"
    )
    spoke = {frozenset(pair) for pair in [*passed, *met]}
    names = case.facts["agencies"]["with_records"]
    apart = [[a, b] for n, a in enumerate(names) for b in names[n + 1 :] if frozenset((a, b)) not in spoke]
    assert apart == sorted(case.facts["silos"]["pairs"])


def test_who_could_have_known_what_and_when(case: Case) -> None:
    """For chosen pieces of information, the first day at best and as recorded, for every agency that could."""
    for fact in case.facts["knowable"]:
        rows = case.ask(
            "MATCH (a:Agency)-[:KNEW]->(i:Information)-[:ABOUT]->(p:Person) WHERE i.review_id = $review_id"
            " OPTIONAL MATCH (o:Agency)-[k:COULD_KNOW]->(i)"
            " RETURN a.agency_id AS a, i.on_earliest AS day, i.topic AS topic, p.display_name AS p,"
            " i.information_id AS piece, o.agency_id AS o, k.at_best AS best, k.as_recorded AS told"
        )
        wanted = (fact["recorded_by"], fact["recorded_on"], fact["what"], fact["about"])
        mine = [row[4:] for row in rows if tuple(row[:4]) == wanted]
        assert mine, fact
        best = {agency: _earliest(mine, agency, 2) for _, agency, _, _ in mine if agency}
        told = {agency: _earliest(mine, agency, 3) for _, agency, _, _ in mine if agency}
        assert {name: day for name, day in best.items() if day} == fact["at_best"], fact
        assert {name: day for name, day in told.items() if day} == fact["as_recorded"], fact


def _earliest(rows: list[tuple[Value, ...]], agency: Value, place: int) -> dt.date | None:
    days = [row[place] for row in rows if row[1] == agency]
    return min((day for day in days if isinstance(day, dt.date)), default=None)
