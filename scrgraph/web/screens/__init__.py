"""One module a screen: its routes, what it shows and what can be done on it."""

from scrgraph.web.screens import (
    ask,
    chronology,
    decisions,
    doubts,
    files,
    findings,
    open_review,
    pack,
    people,
    pictures,
    training,
)

#: The addresses of every screen.
ALL_ROUTES = (
    *open_review.ROUTES,
    *files.ROUTES,
    *chronology.ROUTES,
    *decisions.ROUTES,
    *doubts.ROUTES,
    *findings.ROUTES,
    *people.ROUTES,
    *pictures.ROUTES,
    *ask.ROUTES,
    *training.ROUTES,
    *pack.ROUTES,
)
