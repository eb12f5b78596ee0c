"""A guide as slides: one page that asks for nothing, paged with keys, read as a whole without a script, and printed."""

from __future__ import annotations

from scrgraph.store.cells import in_cell
from scrgraph.training.browser_lines import use_line
from scrgraph.training.guides.guide import ROWS_SHOWN, Guide
from visualisations.page import render_body, render_page


def slides_of(guide: Guide) -> str:
    """The whole page as text; every word of it is escaped."""
    body = render_body(
        "slides.html", guide=guide, use_line=use_line(guide.database), most=ROWS_SHOWN, in_cell=in_cell
    )
    return render_page(title=guide.title, body=body, script_names=("slides.js",), style_names=("slides.css",))
