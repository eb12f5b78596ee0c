"""Ask: the questions with their values, and Cypher typed by hand, read-only; answers as table, picture and words."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from scrgraph.model.base import Thing
from scrgraph.model.schema import EDGES, NODES
from scrgraph.questions.registry import Question, load_questions
from scrgraph.web.desk import Desk
from scrgraph.web.pages import page
from scrgraph.web.routes import acts, shows
from scrgraph.web.screens.ask_run import SECONDS, AskedAnswer, run_asked, run_typed
from visualisations.index import TOPIC_HEADINGS

_LONGEST = 20_000


@shows
def show(desk: Desk, request: Request) -> Response:
    """The screen; which question or query is on it stands after the ``#``."""
    questions = list(load_questions())
    return page(
        request,
        desk,
        "ask.html",
        topics=[
            (TOPIC_HEADINGS[topic], list(group))
            for topic, group in groupby(questions, key=lambda question: question.header.topic)
        ],
        told={
            "questions": {question.id: _told(question) for question in questions},
            "schema": schema_told(),
        },
        ready=desk.folder is not None and desk.reading is not None and desk.reading.graph is not None,
    )


def schema_told() -> dict[str, Any]:
    """The labels, edges and properties of the graph, as the box completes them."""
    return {
        "labels": {
            label: {"meaning": node.meaning, "properties": sorted(node.all_properties)}
            for node in NODES
            for label in (node.label, *node.also)
        },
        "edges": {
            edge.name: {
                "meaning": edge.meaning,
                "properties": sorted(edge.all_properties),
                "ends": [list(ends) for ends in edge.ends],
            }
            for edge in EDGES
        },
    }


def _told(question: Question) -> dict[str, Any]:
    header = question.header
    return {
        "title": header.title,
        "question": header.question,
        "why": header.why,
        "values": {
            name: {"type": value.type, "default": str(value.default)}
            for name, value in header.parameters.items()
        },
        "query": question.query.strip(),
    }


class Typed(Thing):
    """A query as typed."""

    query: str = Field(max_length=_LONGEST)


@acts(Typed)
def cypher(desk: Desk, given: Typed) -> AskedAnswer:
    """Run a typed query."""
    return desk.ask(run_typed, SECONDS + 10, query=given.query)


class Asked(Thing):
    """A question with the values to ask it with; one left empty means its default."""

    question: str
    values: dict[str, str] = Field(default_factory=dict)


@acts(Asked)
def question(desk: Desk, given: Asked) -> AskedAnswer:
    """Ask a question."""
    return desk.ask(run_asked, SECONDS + 10, question=given.question, values=given.values)


ROUTES = (
    Route("/ask", show),
    Route("/ask/cypher", cypher, methods=["POST"]),
    Route("/ask/question", question, methods=["POST"]),
)
