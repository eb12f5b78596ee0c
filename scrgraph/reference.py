"""The pages and files that are made from the code: run ``python -m scrgraph.reference`` in a checkout to write them.

It needs the extra ``docs``, for the PDF. A test holds each of them equal to what the code says.
"""

from __future__ import annotations

from pathlib import Path

from scrgraph.atomic import write_bytes_atomic, write_text_atomic
from scrgraph.cheat_sheet.page_html import html_of
from scrgraph.cheat_sheet.sheet import read_sheet
from scrgraph.command_line_page import command_line_page
from scrgraph.model.schema import EDGES, NODES, constraint_statements, index_statements
from scrgraph.neo4j_browser.saved_queries import archive
from scrgraph.neo4j_browser.style import style_sheet
from scrgraph.questions.registry import load_questions

_ROOT = Path(__file__).resolve().parent.parent


def pages() -> dict[str, str]:
    """Every page made from the code: its place in the checkout and its text."""
    return {
        "docs/graph.md": graph_page(),
        "docs/questions.md": questions_page(),
        "docs/command-line.md": command_line_page(),
        "docs/cheat-sheet.html": html_of(read_sheet()),
        "cypher/browser/style.grass": style_sheet(),
        "cypher/schema/constraints.cypher": _statements(constraint_statements()),
        "cypher/schema/indexes.cypher": _statements(index_statements()),
    }


def files() -> dict[str, bytes]:
    """Every other file made from the code: its place in the checkout and its bytes. Needs the extra ``docs``."""
    from scrgraph.cheat_sheet.page_pdf import (
        pdf_of,
    )  # reportlab is not there unless somebody makes these files

    return {
        "docs/cheat-sheet.pdf": pdf_of(read_sheet()),
        "cypher/browser/saved-queries.zip": archive(),
    }


def graph_page() -> str:
    """The labels, relationships and properties of the graph, as Markdown."""
    lines = [
        "# The graph",
        "",
        "Made from `scrgraph/model/schema.py` by `python -m scrgraph.reference`.",
        "",
        "A partial date is two DATE properties, `…_earliest` and `…_latest`, and `…_text` for people; none of the",
        "three is set where no date was given. Every node has `review_id`, every edge `edge_id`.",
        "On Neo4j each also has `load_id`, which tells the things of the last load from those it replaces.",
        "",
        "## Nodes",
        "",
    ]
    for node in NODES:
        also = f" (also {', '.join(f'`:{name}`' for name in node.also)})" if node.also else ""
        lines += [f"### `:{node.label}`{also}", "", f"{_sentence(node.meaning)} Known by `{node.key}`.", ""]
        if node.properties:
            lines += [", ".join(f"`{name}`" for name in node.properties) + ".", ""]
    lines += [
        "## Relationships",
        "",
        "| relationship | from → to | meaning | properties |",
        "|---|---|---|---|",
    ]
    for edge in EDGES:
        ends = "<br>".join(f"`{start}` → `{end}`" for start, end in edge.ends)
        properties = ", ".join(f"`{name}`" for name in edge.properties)
        lines.append(f"| `{edge.name}` | {ends} | {edge.meaning} | {properties} |")
    return "\n".join(lines) + "\n"


def questions_page() -> str:
    """The questions by topic, with the values they take, as Markdown."""
    lines = [
        "# The questions",
        "",
        "Made from the headers of `cypher/questions/` by `python -m scrgraph.reference`. Ask one with",
        "`scrgraph ask SOURCE... QUESTION_ID`, and change a value with `--param name=value`.",
        "",
        "Where the questions come from: [sources](sources.md).",
        "",
    ]
    for topic, questions in load_questions().by_topic.items():
        lines += [f"## {topic.value.capitalize()}", ""]
        for question in questions:
            header = question.header
            lines += [
                f"### {header.title}",
                "",
                f"`{header.id}` · level {header.level}",
                "",
                header.question,
                "",
            ]
            lines += [header.why, ""]
            if header.parameters:
                values = ", ".join(
                    f"`{name}` ({p.type}, {p.default})" for name, p in header.parameters.items()
                )
                lines += [f"Values: {values}.", ""]
            if header.needs:
                lines += [f"Needs: {', '.join(header.needs)}.", ""]
            if header.reads:
                lines += [f"Reads {header.reads}.", ""]
    return "\n".join(lines).rstrip() + "\n"


def _statements(statements: tuple[str, ...]) -> str:
    return "".join(f"{statement};\n" for statement in statements)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + "."


def main() -> None:
    """Write every page and file into the checkout."""
    for place, text in pages().items():
        path = _ROOT / place
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text_atomic(path, text)
    for place, data in files().items():
        write_bytes_atomic(_ROOT / place, data)


if __name__ == "__main__":
    main()
