"""The shapes of batons, as SVG of numbers only: the line on its white underlay, its end, the wait, the bracket.

Every shape stands in a group that gives the colour of its stroke and no fill (``look_group``).
"""

from __future__ import annotations

from markupsafe import Markup

from visualisations.drawing.baton_look import LineKind

LINE, HALO, WAIT = 1.8, 4.6, 6
#: How far before its rail a line ends whose baton is not recorded as having come in.
SHORT_OF = {"bar": 9.0, "box": 11.0, "circle": 11.0, "vee": 3.0, "arrow": 1.0}
#: How much of a line is drawn in full at each end where too many would cross, and how faint the rest is.
_REACH, _FAINT = 16, 0.13


def tenth(value: float) -> str:
    """A coordinate with one decimal, written the same way on every machine."""
    words = f"{value:.1f}"
    return words[:-2] if words.endswith(".0") else words


def look_group(look: LineKind, inside: str) -> str:
    """The group that gives shapes their colour."""
    return f'<g stroke="{look.colour}" stroke-width="{LINE}" fill="none">{inside}</g>'


def svg_of(parts: str) -> Markup:
    """Shapes as markup: they hold numbers, colours of ours and the numbers of marks, and no text of a record."""
    return Markup(parts)  # noqa: S704


def dashes(look: LineKind) -> str:
    """The dashes of a line as an attribute; empty for a whole line."""
    return f' stroke-dasharray="{" ".join(map(str, look.dashes))}"' if look.dashes else ""


def line(
    look: LineKind, x: float, y: float, to_x: float, to_y: float, *, bend: float = 0, several: bool = False
) -> str:
    """A line that leaves and lands upright, on a white underlay that is also what the pointer meets.

    It bends a little to one side so that lines side by side part.
    """
    third = (to_y - y) * 0.36
    d = (
        f"M{tenth(x)} {tenth(y)}C{tenth(x + bend)} {tenth(y + third)} {tenth(to_x + bend)} {tenth(to_y - third)} "
        f"{tenth(to_x)} {tenth(to_y)}"
    )
    width = ' stroke-width="2.7"' if several else ""
    return f'<path stroke="#fff" stroke-width="{HALO}" d="{d}"/><path{width}{dashes(look)} d="{d}"/>'


def faint_line(look: LineKind, x: float, y: float, to_x: float, to_y: float) -> str:
    """A line of which only the two ends are drawn in full."""
    sign = _REACH if to_y > y else -_REACH
    third = (to_y - y) * 0.36
    d = (
        f"M{tenth(x)} {tenth(y)}C{tenth(x)} {tenth(y + third)} {tenth(to_x)} {tenth(to_y - third)} "
        f"{tenth(to_x)} {tenth(to_y)}"
    )
    ends = f"M{tenth(x)} {tenth(y)}v{sign}M{tenth(to_x)} {tenth(to_y)}v{-sign}"
    return f'<path data-faint="1" opacity="{_FAINT}" d="{d}"/><path{dashes(look)} d="{ends}"/>'


def loop(look: LineKind, x: float, y: float) -> str:
    """A line from a lane to itself."""
    d = f"M{tenth(x)} {tenth(y)}c-4 -22 22 -22 14 -2"
    return f'<path stroke="#fff" stroke-width="{HALO}" d="{d}"/><path{dashes(look)} d="{d}"/>'


def end(look: LineKind, x: float, y: float, down: bool) -> str:
    """What a line ends in, its tip at ``y`` or, for one that did not come in, where it stops."""
    at, near, far = tenth(y), tenth(x - 4.2), tenth(x + 4.2)
    if look.end == "bar":
        return f'<path stroke-width="2.6" d="M{tenth(x - 6)} {at}h12"/>'
    if look.end == "box":
        return f'<rect fill="#fff" x="{tenth(x - 3.6)}" y="{tenth(y - 3.6)}" width="7.2" height="7.2"/>'
    if look.end == "circle":
        return f'<circle fill="#fff" cx="{tenth(x)}" cy="{at}" r="3.8"/>'
    back = tenth(y - 9 if down else y + 9)
    if look.end == "vee":
        return f'<path d="M{near} {back}L{tenth(x)} {at}L{far} {back}"/>'
    return f'<path stroke="none" fill="{look.colour}" d="M{near} {back}H{far}L{tenth(x)} {at}Z"/>'


def foot(look: LineKind, x: float, y: float) -> str:
    """Where a baton was passed: a small disc on the sender's rail."""
    return f'<circle stroke="none" fill="{look.colour}" cx="{tenth(x)}" cy="{tenth(y)}" r="2.8"/>'


def loose(x: float, y: float) -> str:
    """The end of a stub that no agency is named for: a question mark drawn as a shape, on white."""
    return (
        f'<circle fill="#fff" stroke-width="1.1" cx="{tenth(x)}" cy="{tenth(y)}" r="7"/>'
        f'<path stroke-width="1.5" d="M{tenth(x - 2.6)} {tenth(y - 2.2)}a2.7 2.7 0 1 1 3.9 2.4q-1.3 .7 -1.3 1.9'
        'm0 1.6v1.5"/>'
    )


def wait(x: float, sure_x: float, to_x: float, y: float) -> str:
    """The wait on the receiver's rail from passed to the late step: filled as far as it is sure, beyond it dashed."""
    rect = f'stroke-width="1.2" y="{tenth(y - WAIT / 2)}" height="{WAIT}"'
    parts = ""
    if sure_x > x:
        parts += f'<rect fill="#e6e9b8" {rect} x="{tenth(x)}" width="{tenth(max(1.0, sure_x - x))}"/>'
    start = max(x, sure_x)
    if to_x > start + 0.5:
        parts += f'<rect fill="#fff" stroke-dasharray="3 2" {rect} x="{tenth(start)}" width="{tenth(to_x - start)}"/>'
    return f'{parts}<path stroke-width="2.6" d="M{tenth(max(start, to_x))} {tenth(y - 6)}v12"/>'


def bracket(x: float, to_x: float, y: float) -> str:
    """The days a partial date may have been: a bracket along the rail."""
    left, right, low = tenth(x), tenth(to_x), tenth(y - 4)
    return f'<path stroke-width="1.4" d="M{left} {low}v8M{left} {tenth(y)}H{right}M{right} {low}v8"/>'
