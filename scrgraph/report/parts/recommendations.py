"""Recommendations to be filled in, as in the thematic monitoring tool (Brandon and others 2009, appendix 4)."""

from __future__ import annotations

from scrgraph.report.document import PackDocument
from scrgraph.report.table_xml import Column

#: The seven themes under which the tool gathers recommendations.
THEMES = (
    "Communication", "Management", "Performance management", "Practice", "Procedures", "Recording", "Training",
)  # fmt: skip
_COLUMNS = (
    Column("Recommendation", 5), Column("Agency", 2.4), Column("Action", 4), Column("Timescale", 2),
    Column("Lead", 2.2), Column("Progress", 3), Column("Evidence of it", 3.4),
)  # fmt: skip
_ROWS = 2


def write_recommendations(document: PackDocument) -> None:
    """A table for each theme, with empty rows."""
    document.turn(wide=True)
    document.heading("8 Recommendations", 1)
    document.text(
        "A table for each theme of the thematic monitoring tool (Brandon and others 2009, appendix 4). Name the "
        "findings a recommendation rests on by their numbers; the tab key in the last cell adds a row."
    )
    for theme in THEMES:
        document.heading(theme, 2)
        rows = [[""] * len(_COLUMNS)] * _ROWS
        document.table(
            _COLUMNS, rows, summary=f"Recommendations about {theme.lower()}", caption=False, form=True
        )
    document.turn(wide=False)
