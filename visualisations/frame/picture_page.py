"""The page of a picture: its bar, the drawing, and the panel with the source rows behind whatever is pointed at.

A page's code finds in ``data``: ``review``, ``people``, ``agencies``, ``entries`` (rows behind the marks),
``findings``, ``marks`` and, under ``own``, what only this picture needs. The state (person, agency, period, words,
finding) stands in the page's address, and the links to the other pictures carry it on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from scrgraph.model.finding import Finding
from visualisations.frame.marks import Mark
from visualisations.frame.places import PLACE, PLACES
from visualisations.page import render_body, render_page
from visualisations.records.material import Material

_STYLES = ("frame.css",)
_SCRIPTS = ("frame_address.js", "frame_panel.js", "frame_marks.js", "frame_bar.js")


def picture_page(
    material: Material,
    key: str,
    *,
    inner: Markup,
    marks: Sequence[Mark],
    kinds: Mapping[str, tuple[str, str]],
    controls: Markup | None = None,
    note: str = "",
    own: Mapping[str, object] | None = None,
    scripts: Sequence[str] = (),
    styles: Sequence[str] = (),
    libraries: Sequence[str] = (),
    filters: Sequence[str] = ("person", "agency", "from", "to", "words"),
    with_marks: bool = True,
) -> str:
    """The page as text. ``inner`` is the drawing, ``controls`` are the picture's own.

    ``kinds`` gives each kind of mark its word for one and for several, in the order they are counted. ``filters``
    says which of the shared filters this picture takes; ``with_marks`` is false for a picture that does without
    the shared marks and only wants the bar, the state and the panel.
    """
    place = PLACE[key]
    title = material.records.title
    body = render_body(
        "frame.html",
        place=place,
        places=PLACES,
        title=title,
        as_of=material.records.as_of,
        inner=inner,
        controls=controls,
        note=note,
        filters=filters,
    )
    wanted = [entry_id for mark in marks for entry_id in mark.entry_ids]
    numbers = {entry_id: number for number, entry_id in enumerate(dict.fromkeys(wanted))}
    return render_page(
        title=f"{place.title}: {title}",
        body=body,
        data={
            "place": key,
            "kinds": [[kind, one, many] for kind, (one, many) in kinds.items()],
            "review": {
                "title": title,
                "first": _iso(material.first_day),
                "last": _iso(material.last_day),
                "as_of": _iso(material.as_of),
            },
            "people": [[p.person_id, p.name, p.role, p.index_child] for p in material.records.people],
            "agencies": [[a.agency_id, a.name, a.letters, a.colour] for a in material.looks],
            "entries": _entries(material, numbers),
            "findings": [_finding(finding, numbers) for finding in material.findings],
            "marks": {mark.mark_id: _mark(mark, numbers) for mark in marks},
            "own": dict(own or {}),
        },
        script_names=(*(_SCRIPTS if with_marks else _SCRIPTS[:2] + _SCRIPTS[3:]), *scripts),
        style_names=(*_STYLES, *styles),
        libraries=libraries,
    )  # fmt: skip


def _entries(material: Material, numbers: Iterable[str]) -> list[list[str]]:
    """The rows the marks rest on: file, place, date and words."""
    rows = []
    for entry_id in numbers:
        entry = material.entries.get(entry_id)
        rows.append([entry.file, entry.place, entry.date, entry.words] if entry else ["", "", "", ""])
    return rows


def _finding(finding: Finding, numbers: Mapping[str, int]) -> list[object]:
    """A finding: id, sentence, strength, first and last day, and its rows as far as this page has them."""
    return [
        finding.id, finding.statement, finding.strength.value, _iso(finding.from_), _iso(finding.to),
        [numbers[row.entry_id] for row in finding.evidence if row.entry_id in numbers],
    ]  # fmt: skip


def _mark(mark: Mark, numbers: Mapping[str, int]) -> list[object]:
    """A mark as a list, so that the names of its fields are not written thousands of times."""
    return [
        mark.kind, mark.title, [list(fact) for fact in mark.facts], [numbers[key] for key in mark.entry_ids],
        list(mark.people), list(mark.agencies), _iso(mark.first), _iso(mark.last), mark.show,
    ]  # fmt: skip


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
