"""Findings: each with its evidence, to be accepted, set aside with a reason, or commented on."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from scrgraph.model.base import Thing
from scrgraph.model.finding import Finding
from scrgraph.pipeline import Answered
from scrgraph.questions.registry import load_questions
from scrgraph.questions.standing import FindingsDecided, with_decisions
from scrgraph.review.folder import ReviewFolder
from scrgraph.store.base import Store
from scrgraph.web.desk import Desk
from scrgraph.web.pages import page
from scrgraph.web.reading import Reading
from scrgraph.web.routes import Done, acts, shows
from scrgraph.web.screens import findings_shown as shown
from scrgraph.web.worker import CannotBeDone

_KEPT = {
    "accept": "Accepted",
    "set aside": "Set aside",
    "comment": "Comment kept",
}
#: Seconds that writing the page may take, in a very large review; stopping it would stop the reading it belongs to.
_LONG = 900.0
_NOT_YET = "The review is being read. The findings come as soon as that is done."


class About(Thing):
    """What the author says about a finding; to set one aside or to comment needs words."""

    finding: str
    what: Literal["accept", "set aside", "comment"]
    reason: str = Field(default="", max_length=20_000)


@shows
def show(desk: Desk, request: Request) -> Response:
    """Every finding of the latest reading, by topic and question."""
    folder, reading = desk.folder, desk.reading
    if reading is None or reading.graph is None:
        why = reading.why_not if reading else _NOT_YET
        return page(request, desk, "findings.html", why=why, ready=False)
    registry = load_questions()
    parts = shown.parts_of(reading, registry)
    token, decided = _state(folder), _decided(desk, reading)
    titles = {question.id: question.header.title for question in registry}
    return page(
        request,
        desk,
        "findings.html",
        ready=True,
        data={
            **shown.list_data(reading, parts),
            "decided": shown.decided_data(decided),
            "token": token,
        },
        contents=shown.contents(parts),
        topics=shown.topic_choices(parts),
        strengths=shown.strength_counts(reading),
        standings=shown.counted(decided),
        count=len(reading.findings),
        came=len(reading.came),
        went=reading.went,
        nothing_found=[(part.heading, part.nothing_found) for part in parts if part.nothing_found],
        not_answerable=[
            (titles.get(one.question, one.question), one.missing)
            for one in (reading.asked.not_answerable if reading.asked else ())
        ],
        without_finding=decided.without_finding,
    )


@shows
def rows(desk: Desk, request: Request) -> Response:
    """The source rows behind one finding, ``?id=``."""
    reading = desk.reading
    finding = _finding(reading, request.query_params.get("id", ""))
    return JSONResponse({"rows": shown.rows_data(reading, finding) if reading and finding else []})


@shows
def decided_now(desk: Desk, request: Request) -> Response:
    """What has been decided, where that is not what the window has ``?seen=`` already."""
    token, reading = _state(desk.folder), desk.reading
    if reading is None or token == request.query_params.get("seen"):
        return JSONResponse({"token": token})
    decided = _decided(desk, reading)
    return JSONResponse(
        {"token": token, "decided": shown.decided_data(decided), "counts": shown.counted(decided)}
    )


@acts(About)
def decide(desk: Desk, given: About) -> Done:
    """Accept a finding, set it aside, or comment on it."""
    reading, words = desk.reading, given.reason.strip()
    finding = _finding(reading, given.finding)
    if finding is None or reading is None:
        raise CannotBeDone(
            "This finding is no longer made since the review was read again. Choose “Show what is new”."
        )
    if given.what != "accept" and not words:
        raise CannotBeDone(
            "Say in a few words why it is set aside."
            if given.what == "set aside"
            else "Write the comment first."
        )
    now = _decided(desk, reading).by_id.get(finding.id)
    if now and now.decision and (now.decision.value, now.decision.reason) == (given.what, words):
        return Done(said=f"It was {now.standing} already.")
    kept = desk.decide(("finding", finding.id, given.what, words))
    return Done.kept(f"{_KEPT[given.what]}: {_short(finding.statement)}", kept)


@shows
def findings_page(desk: Desk, request: Request) -> Response:
    """The findings page as written, with what has been decided since; its tables are brought up to date with it."""
    folder, reading = desk.folder, desk.reading
    written = folder.derived_path / "index.html"
    decided = folder.decisions_path
    there = reading is not None and decided.exists() and written.exists()
    if there and written.stat().st_mtime_ns <= decided.stat().st_mtime_ns:
        desk.ask(write_again, seconds=_LONG, folder=folder.path)
    return RedirectResponse("/pages/index.html", 303)


def write_again(store: Store, reading: Reading, folder: Path) -> None:
    """Write what decisions stand in again, in the process that holds the graph: findings, key episodes and notes."""
    from scrgraph.output import write_chronology, write_findings  # slow to load; loaded there already

    review = ReviewFolder.open(folder)
    if reading.graph and reading.asked:
        answered = Answered(reading.graph, load_questions(), reading.asked)
        decisions = review.decisions()[0]
        write_chronology(answered.graph, review.derived_path, decisions)
        write_findings(answered, review.derived_path, decisions)


def _finding(reading: Reading | None, finding_id: str) -> Finding | None:
    found = reading.findings if reading else ()
    return next((finding for finding in found if finding.id == finding_id), None)


def _decided(desk: Desk, reading: Reading) -> FindingsDecided:
    return with_decisions(reading.findings, desk.decisions())


def _state(folder: ReviewFolder) -> str:
    """A word that differs when decisions.csv does."""
    path = folder.decisions_path
    if not path.exists():
        return "none"
    there = path.stat()
    return f"{there.st_size}-{there.st_mtime_ns}"


def _short(statement: str) -> str:
    return statement if len(statement) <= 90 else f"{statement[:88].rsplit(' ', 1)[0]} …"


ROUTES = (
    Route("/findings", show),
    Route("/findings/rows", rows),
    Route("/findings/decided", decided_now),
    Route("/findings/decide", decide, methods=["POST"]),
    Route("/findings/page", findings_page),
)
