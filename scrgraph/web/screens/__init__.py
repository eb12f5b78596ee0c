"""One module a screen: its routes, what it shows and what can be done on it."""

from scrgraph.web.screens import decisions, open_review

#: The addresses of every screen.
ALL_ROUTES = (
    *open_review.ROUTES,
    *decisions.ROUTES,
)
