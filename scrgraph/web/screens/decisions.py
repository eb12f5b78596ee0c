"""Decisions: every one ever made, by whom and when, the newest first, and the means to take each back."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from scrgraph.review.decisions import UNDO, Decision
from scrgraph.web.desk import Desk
from scrgraph.web.pages import page
from scrgraph.web.routes import shows

_SHOWN = 500


@shows
def show(desk: Desk, request: Request) -> Response:
    """The list; ``?all=1`` shows more than the newest five hundred."""
    made = desk.decisions_made()
    known = {one.decision.decision_id: one.decision for one in made}
    whole = request.query_params.get("all") == "1"
    newest = list(reversed(made))
    return page(
        request,
        desk,
        "decisions.html",
        made=newest if whole else newest[:_SHOWN],
        count=len(made),
        shown=len(newest) if whole else min(len(newest), _SHOWN),
        said=lambda decision: _said(decision, known),
        can_undo=lambda one: one.holds and one.decision.kind != "source",
    )


def _said(decision: Decision, known: dict[str, Decision]) -> str:
    """A decision in words."""
    if decision.kind == UNDO:
        undone = known.get(decision.subject)
        about = f"{undone.kind}, {undone.value}: {undone.subject}" if undone else decision.subject
        return f"took back: {about}"
    return f"{decision.kind}, {decision.value}: {decision.subject}"


ROUTES = (Route("/decisions", show),)
