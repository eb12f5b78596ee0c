"""The overview: the review in one strip, its people, its findings, and the way to every picture that shows them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from scrgraph.model.partial_date import in_words
from scrgraph.model.sentence_parts import several
from scrgraph.model.vocabulary import Strength
from visualisations.drawing.svg import QUIET, Drawing, document, figure, text
from visualisations.drawing.text_width import wrap
from visualisations.drawing.wanted import Wanted
from visualisations.frame.picture_page import picture_page
from visualisations.frame.places import PLACE, PLACES
from visualisations.index import STRENGTH_WORDS, TOPIC_HEADINGS
from visualisations.overview.family import family_parts
from visualisations.overview.found import Found, finding_mark, found_in
from visualisations.overview.glyphs import STRENGTH_LOOKS
from visualisations.overview.moments import Moment, key_moments
from visualisations.overview.numbers import sentences
from visualisations.overview.recording import recordings
from visualisations.overview.show_in import PICTURES_FOR
from visualisations.overview.strip import WIDTH, Strip, draw_strip
from visualisations.overview.topic_rows import TOPIC_LABELS
from visualisations.page import render_body
from visualisations.records.material import Material

_NOTE = (
    "A finding can name many people and stand for many days. How many there are of one kind says how much was "
    "recorded and in hand, and is no measure of anyone or of any agency."
)


def page(material: Material) -> str:
    """The page as text."""
    found = found_in(material)
    drawn = _strip(material, found, Wanted(), buttons=True)
    moments = drawn[1] if drawn else ()
    numbers = sentences(material)
    inner = render_body(
        "overview.html",
        strip=_figure(material, drawn[0], found, moments) if drawn else None,
        parts=family_parts(material, found),
        people_named=sum(bool(one.people) for one in found),
        cards=[(place, numbers[place.key]) for place in PLACES if place.key in numbers],
        topics=[(topic, TOPIC_HEADINGS[topic]) for topic in TOPIC_LABELS],
        several=several,
        strengths=_strengths(found),
    )
    return picture_page(
        material,
        "overview",
        inner=inner,
        marks=[
            *(moment.mark() for moment in moments),
            *(finding_mark(one, material.first_day, material.last_day) for one in found),
        ],
        kinds={"finding": ("finding", "findings"), "moment": ("key moment", "key moments")},
        note=" ".join((*_left_aside(material, found, drawn[0] if drawn else None), _NOTE)),
        own={
            "days": [drawn[0].axis.first.isoformat(), drawn[0].axis.left, drawn[0].axis.day_width, drawn[0].axis.days]
            if drawn else [],
            "topics": [[topic.value, TOPIC_HEADINGS[topic]] for topic in TOPIC_LABELS],
            "places": {place.key: place.title for place in PLACES},
            "showIn": {topic.value: list(keys) for topic, keys in PICTURES_FOR.items()},
            "findings": {one.mark_id: [one.finding.topic.value, one.possible, one.state] for one in found},
            "strengths": [[strength.value, words] for strength, words in STRENGTH_WORDS.items()],
        },
        scripts=("overview_list.js", "overview.js"),
        styles=("overview.css",),
    )  # fmt: skip


def drawing(material: Material, wanted: Wanted) -> Drawing:
    """The strip as a file; ``wanted`` narrows it to days and to the findings that name one person."""
    found = found_in(material)
    if wanted.person_id:
        found = tuple(one for one in found if wanted.person_id in one.people)
    name = material.people[wanted.person_id].name if wanted.person_id in material.people else ""
    title = f"{PLACE['overview'].title}: {material.records.title}"
    heading = (*wrap(title, WIDTH - 8, 18, lines=2, bold=True),)
    about = f"Findings that name {name}." if name else PLACE["overview"].question
    top = 24.0 * len(heading) + 24
    drawn = _strip(material, found, wanted, top=top)
    if drawn is None:
        words = "The overview is empty: no row of the review has a date."
        drawn_empty = figure(
            WIDTH, top + 40, title, words, *_heading(heading, about), text(words, 4, top + 16)
        )
        return Drawing(document(drawn_empty, WIDTH, top + 40), words)
    strip, moments = drawn
    shown = tuple(one for row in strip.rows for one in row.found)
    words = _in_words(material, strip, shown, moments, name)
    height = strip.height + top
    whole = figure(WIDTH, height, title, words, *_heading(heading, about), strip.shapes)
    return Drawing(document(whole, WIDTH, height), words)


def _heading(lines: Sequence[str], about: str) -> list[Markup]:
    shapes = [text(line, 4, 22 + 24 * place, size=18, bold="yes") for place, line in enumerate(lines)]
    shapes.append(
        text(next(iter(wrap(about, WIDTH - 8, 13, lines=1)), ""), 4, 18 + 24 * len(lines), fill=QUIET)
    )
    return shapes


def _strip(
    material: Material, found: Sequence[Found], wanted: Wanted, *, top: float = 0, buttons: bool = False
) -> tuple[Strip, tuple[Moment, ...]] | None:
    """The strip and its moments; ``None`` where nothing in the review has a date."""
    if not material.first_day or not material.last_day:
        return None
    first, last = wanted.first or material.first_day, wanted.last or material.last_day
    first, last = min(first, last), max(first, last)
    inside = [one for one in found if _touches(one, first, last)]
    moments = key_moments(material, first, last)
    return draw_strip(first, last, inside, moments, recordings(material), top=top, buttons=buttons), moments


def _touches(found: Found, first: dt.date, last: dt.date) -> bool:
    """Whether a finding has a day from ``first`` to ``last``, or no date."""
    return (found.first or dt.date.min) <= last and (found.last or dt.date.max) >= first


def _figure(material: Material, strip: Strip, found: Sequence[Found], moments: Sequence[Moment]) -> Markup:
    words = _in_words(material, strip, found, moments, "")
    return figure(WIDTH, strip.height, "The review in one strip over time", words, strip.shapes, name="strip")


def _strengths(found: Sequence[Found]) -> list[tuple[str, str, int]]:
    """The tick-boxes: each strength with its words and how many findings it has."""
    counts = Counter(one.finding.strength for one in found)
    return [(strength.value, STRENGTH_LOOKS[strength].words, counts[strength]) for strength in Strength]


def _left_aside(material: Material, found: Sequence[Found], strip: Strip | None) -> list[str]:
    """What the strip does not show, in words."""
    undated = sum(not (one.first or one.last) for one in found)
    rows = sum(entry.earliest is None for entry in material.records.entries)
    silent = len(material.looks) - len(recordings(material))
    flags = strip.unlabelled if strip else 0
    told = (
        (undated if strip else 0, "finding has no date and stands at the right of the strip",
         "findings have no date and stand at the right of the strip"),
        (rows, "row has no date and is not in the amounts", "rows have no date and are not in the amounts"),
        (silent, "agency or name is told of only in the rows of others and has no line",
         "agencies or names are told of only in the rows of others and have no line"),
        (flags, "flag has no room for a label; point at it", "flags have no room for a label; point at them"),
    )  # fmt: skip
    return [f"{several(count, one, many)}." for count, one, many in told if count]


def _in_words(
    material: Material, strip: Strip, found: Sequence[Found], moments: Sequence[Moment], name: str
) -> str:
    """What the strip shows, for those who cannot see it."""
    first, last = strip.axis.first, strip.axis.last
    agencies = recordings(material)
    counts = Counter(one.finding.strength for one in found)
    known = ", ".join(f"{counts[s]} {STRENGTH_LOOKS[s].words}" for s in Strength if counts[s])
    topics = Counter(one.finding.topic for one in found)
    said = [
        f"The review from {in_words(first)} to {in_words(last)}.",
        f"{several(len(found), 'finding')}{f' that name {name}' if name else ''}{f': {known}' if known else ''}.",
    ]
    if topics:
        said.append(
            "By topic: "
            + "; ".join(f"{TOPIC_HEADINGS[t]} {topics[t]}" for t in TOPIC_LABELS if topics[t])
            + "."
        )
    if agencies:
        rows = "; ".join(
            f"{one.look.name} {sum(n for _, n in one.rows) + len(one.wider) + one.undated:,}"
            for one in agencies
        )
        said.append(f"Rows by agency in the whole review: {rows}.")
    if moments:
        said.append("Key moments: " + "; ".join(f"{m.label} ({m.on.words})" for m in moments) + ".")
    return " ".join(said)  # fmt: skip
