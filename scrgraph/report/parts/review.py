"""The title page, how to read the pack, and the scope of the review."""

from __future__ import annotations

from collections import Counter

from scrgraph.model.sentence_parts import several
from scrgraph.model.vocabulary import Strength
from scrgraph.questions.standing import Standing
from scrgraph.report.document import PackDocument
from scrgraph.report.matter import Matter
from scrgraph.report.table_xml import Column
from scrgraph.report.told import STRENGTH_MEANS, day, period
from scrgraph.report.word_xml import run
from visualisations.index import STRENGTH_WORDS


def write_title(document: PackDocument, matter: Matter) -> None:
    """The title, what the document is, how to read it, and its contents."""
    review = matter.graph.review
    document.text(review.title, style="Title")
    looks_back = f", looking back from {day(review.as_of)}" if review.as_of else ""
    document.text(f"Evidence pack for the overview report{looks_back}", style="Subtitle")
    document.text(
        "This pack sets out what the agencies' records in hand say, what was found between them, and the rows behind "
        "each finding. It is material for the author of the overview report, who decides what stands. Every finding "
        "has a number, by which the chronology and the workbooks beside this document name it too.",
    )
    document.text(
        "Each finding says how it is known and how sure it is. A finding describes what records show about a system "
        "of agencies. It is no view of any person or family, it measures no risk, and it predicts nothing. What "
        "looks plain in hindsight may not have been known then: who could have known what, and from which day, is "
        "part of the findings."
    )
    for strength in Strength:
        document.text(run(f"{STRENGTH_WORDS[strength]}: ", bold=True), STRENGTH_MEANS[strength])
    document.text(
        run("Certain or possible: ", bold=True),
        "dates are often partial. A finding that depends on an order of events is certain where it holds for every "
        "day a date may mean, and possible where it holds for some.",
    )
    document.text(
        "The document holds information about real children and families. Keep it, send it and delete it as your "
        "partnership's rules say."
        if not review.composite
        else "The sources are composite: details come from published accounts or were put together for training."
    )
    document.contents()


def write_review(document: PackDocument, matter: Matter) -> None:
    """The scope of the review and what was read and found."""
    graph, review = matter.graph, matter.graph.review
    document.heading("1 The review", 1)
    document.heading("Scope", 2)
    children = ", ".join(person.display_name for person in matter.children) or "not named"
    document.table(
        [Column("About", 3), Column("As given for this review", 9)],
        [
            ("Child or children under review", children),
            ("Day of the incident", day(review.incident_date)),
            ("Looking back from", day(review.as_of)),
            ("Area", review.area or "not given"),
            ("Nation, for time limits", review.nation),
            ("Detailed period", period(review.detailed)),
            ("Earlier period, in summary", period(review.summary)),
        ],
        summary="The scope of the review",
        row_headings=True,
    )
    document.heading("What was read and found", 2)
    read = sum(one.rows_read for one in graph.chronologies)
    rejected = sum(one.rows_rejected for one in graph.chronologies)
    strengths = Counter(one.finding.strength for one in matter.decided.all)
    decided = Counter(one.standing for one in matter.decided.all)
    comments = sum(len(one.comments) for one in matter.decided.all)
    document.table(
        [Column("What", 3), Column("How many", 9)],
        [
            ("Files", f"{len({one.file for one in graph.chronologies})}"),
            ("Rows", f"{read:,} read: {read - rejected:,} imported and {rejected:,} rejected"),
            ("Agencies", f"{sum(agency.stands_for_agency for agency in graph.agencies)}"),
            (
                "Findings",
                _of_each(len(matter.decided.all), [(STRENGTH_WORDS[s], strengths[s]) for s in Strength]),
            ),
            ("Decided by the author", _of_each(None, [(s.value, decided[s]) for s in Standing])),
            ("Comments on findings", f"{comments}"),
            *_marked(matter),
        ],
        summary="What was read, found and decided",
        row_headings=True,
    )
    document.text(_what_is_put_in(matter))


def _marked(matter: Matter) -> list[tuple[str, str]]:
    """How many rows the author marked, where there are any."""
    notes = sum(len(marks.notes) for marks in matter.marks.values())
    counted = (("Key episodes", len(matter.key_episodes)), ("Notes on rows", notes))
    return [(what, f"{number:,}") for what, number in counted if number]


def _of_each(whole: int | None, parts: list[tuple[str, int]]) -> str:
    told = ", ".join(f"{name.lower()} {number:,}" for name, number in parts)
    return told if whole is None else f"{whole:,}: {told}"


def _what_is_put_in(matter: Matter) -> str:
    accepted = len(matter.decided.standing(Standing.ACCEPTED))
    aside = len(matter.decided.standing(Standing.SET_ASIDE))
    parts = []
    if not accepted:
        parts.append("No finding has been accepted yet, so all that were not set aside are put in.")
    elif matter.left_for_later:
        parts.append(
            f"The {several(accepted, 'accepted finding')} are set out; the {len(matter.left_for_later):,} not yet "
            "decided are listed in appendix B."
        )
    else:
        parts.append("Accepted findings are put in, and those not yet decided, each marked as such.")
    if aside:
        parts.append(
            f"{several(aside, 'finding was', 'findings were')} set aside: appendix A lists them with the reasons."
        )
    return " ".join(parts)
