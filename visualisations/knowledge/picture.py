"""Who knew what, when, as a page and as a file: on which day could each agency have known each thing?"""

from __future__ import annotations

from visualisations.drawing.svg import Drawing
from visualisations.drawing.wanted import Wanted
from visualisations.frame.picture_page import picture_page
from visualisations.knowledge.cell_marks import KINDS, marks_of
from visualisations.knowledge.matrix import matrix_of
from visualisations.knowledge.query import asked, decisions
from visualisations.knowledge.sheet import draw_sheet
from visualisations.knowledge.table import decided_words, own_data, table_of
from visualisations.knowledge.words import NOTE, account, left_out
from visualisations.page import render_body
from visualisations.records.material import Material


def page(material: Material) -> str:
    """The page: the matrix as a table, to be looked at as of any day."""
    found = asked(material)
    matrix = matrix_of(material, found)
    decided, undated = decisions(material)
    said = left_out(matrix, found)
    if undated:
        said += (
            f"Decisions, closures, assessments and meetings with no date, which cannot be chosen as a day: {undated}.",
        )
    topics = list(dict.fromkeys(row.topic for row in sorted(matrix.rows, key=lambda row: row.topic)))
    return picture_page(
        material,
        "knowledge",
        inner=table_of(
            material, matrix, "" if matrix.rows else account(material, matrix, (), found, None), said
        ),
        marks=marks_of(material, matrix),
        kinds=KINDS,
        controls=render_body(
            "knowledge_controls.html",
            topics=topics,
            decided=decided_words(material, decided),
            rows=matrix.rows,
        ),
        note=NOTE,
        own=own_data(material, matrix, decided),
        scripts=("knowledge_looks.js", "knowledge.js"),
        styles=("knowledge.css",),
        filters=("person", "agency", "words"),
    )


def drawing(material: Material, wanted: Wanted) -> Drawing:
    """The matrix as a file of its own: with everything counted or as of a day, for everybody or one person."""
    found = asked(material)
    return draw_sheet(material, matrix_of(material, found), found, wanted)
