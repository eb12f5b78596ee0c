"""The one safe page shell: every picture and the findings page are written through it.

A page is a single file that asks for nothing: its styles, scripts, libraries and data are inside it, and a
Content-Security-Policy lets only those exact scripts and styles run (each is named by its SHA-256). Data is a
JSON block that no text can break out of; page code shows it with ``textContent``. Because the policy allows
styles by hash only, markup must not carry ``style="…"`` or ``onclick="…"``: SVG uses ``fill=`` and the like.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from scrgraph.atomic import write_text_atomic

_JSON_ESCAPES = {"&": "\\u0026", "<": "\\u003c", ">": "\\u003e", "\u2028": "\\u2028", "\u2029": "\\u2029"}


class UnsafePage(ValueError):
    """A script or style of our own holds text that would end its element early."""


@cache
def _environment() -> Environment:
    """Jinja2 over ``templates/``: everything is escaped, and a name nobody passed is an error."""
    return Environment(
        loader=PackageLoader("visualisations", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )


def render_body(template_name: str, **values: object) -> Markup:
    """The markup of one template of ``templates/``, every value escaped: the ``body`` of a page."""
    return Markup(_environment().get_template(template_name).render(**values))  # noqa: S704


def json_for_page(data: Mapping[str, object]) -> str:
    """``data`` as JSON that is safe inside a ``<script>`` element: keys sorted, markup characters escaped."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    for character, escape in _JSON_ESCAPES.items():
        text = text.replace(character, escape)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def source_hash(text: str) -> str:
    """The CSP name of an inline script or style: ``'sha256-…'`` of its exact text."""
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


@cache
def own_text(name: str) -> str:
    """A script or style of ``templates/``. Raises ``UnsafePage`` if it would end its own element."""
    text = _plain_lines((files("visualisations") / "templates" / name).read_text(encoding="utf-8"))
    if any(mark in text.lower() for mark in ("</script", "</style", "<!--")):
        raise UnsafePage(f"{name} holds the text of a closing tag or comment; write it in two pieces")
    return text


@cache
def library_text(name: str) -> str:
    """A third-party library, read out of the installed package that brings it; only ``vis-network`` is known.

    The link to its source map is left out, because developer tools would ask for that file. Raises
    ``LookupError`` where the package does not hold it.
    """
    if name != "vis-network":
        raise LookupError(f"no library called {name!r}; known: vis-network")
    found = [
        (_version(folder.name), script)
        for folder in (files("pyvis") / "lib").iterdir()
        if folder.name.startswith("vis-") and (script := folder / "vis-network.min.js").is_file()
    ]
    if not found:
        raise LookupError("the installed pyvis has no vis-network.min.js; install pyvis 0.3.2 again")
    newest: Traversable = max(found, key=lambda pair: pair[0])[1]
    lines = _plain_lines(newest.read_text(encoding="utf-8")).split("\n")
    text = "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL="))
    return text.replace("</script", "<\\/script").replace("</SCRIPT", "<\\/SCRIPT").replace("<!--", "<\\!--")


def _version(folder: str) -> tuple[int, ...]:
    """``vis-9.1.2`` as numbers, so that 9.10 comes after 9.2."""
    return tuple(int(part) for part in folder.removeprefix("vis-").split(".") if part.isdigit())


def _plain_lines(text: str) -> str:
    """Line ends as a browser sees them, so that the hash of the text is the hash it works out."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def content_security_policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    """The policy of a page with these inline scripts and styles: they may run, and nothing else may load."""
    nothing = "'none'"
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(source_hash, scripts)) or nothing}",
            f"style-src {' '.join(map(source_hash, styles)) or nothing}",
            "img-src data:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def render_page(
    *,
    title: str,
    body: Markup,
    data: Mapping[str, object] | None = None,
    script_names: Sequence[str] = (),
    style_names: Sequence[str] = (),
    libraries: Sequence[str] = (),
) -> str:
    """A whole page as text. ``body`` comes from ``render_body``; names are of files in ``templates/``.

    ``page.css`` is always included. Page code reads ``data`` from the element with the id ``data``. Raises
    ``TypeError`` for a body that is plain text, which might not have been escaped.
    """
    if not isinstance(body, Markup):
        raise TypeError("the body of a page is markup from render_body, not plain text")
    styles = [own_text(name) for name in ("page.css", *style_names)]
    scripts = [*(library_text(name) for name in libraries), *(own_text(name) for name in script_names)]
    html = (
        _environment()
        .get_template("page.html")
        .render(
            title=title,
            policy=content_security_policy(scripts, styles),
            styles=[Markup(text) for text in styles],  # noqa: S704
            scripts=[Markup(text) for text in scripts],  # noqa: S704
            data=Markup(json_for_page(data)) if data is not None else None,  # noqa: S704
            body=body,
        )
    )
    return html.encode("utf-8", "replace").decode("utf-8") + "\n"


def write_page(path: Path, html: str) -> Path:
    """Write a page whole or not at all: UTF-8, line feeds; missing folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_text_atomic(path, html)
    return path
