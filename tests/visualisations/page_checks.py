"""What every picture's page must pass: no serious fault by axe-core, no label over another, keyboard reaches all."""

from __future__ import annotations

from collections.abc import Callable

from accessibility import serious_faults
from playwright.sync_api import Page

__all__ = ["HOSTILE", "OpenPage", "marks_reached_by_keyboard", "overlapping_labels", "serious_faults"]

OpenPage = Callable[..., Page]
#: Text that would run as code wherever it is not escaped.
HOSTILE = (
    '<script>window.PWNED=1</script>"><img src=x onerror="window.PWNED=1"></script>'
    '<script>window.PWNED=1</script><a href="javascript:window.PWNED=1">x</a>'
)
_OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll('#picture svg text')].filter((t) => t.textContent.trim()
    && !t.closest('[data-off]') && !t.closest('[data-may-overlap]') && t.getClientRects().length).map((t) => {
      const b = t.getBoundingClientRect(); return [t.textContent, b.left, b.top, b.right, b.bottom]; });
  const found = [];
  for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
    const [a, b] = [boxes[i], boxes[j]];
    const across = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
    const down = Math.min(a[4], b[4]) - Math.max(a[2], b[2]);
    if (across > 1 && down > 3) found.push(a[0] + ' | ' + b[0]);
  }
  return found; }"""


def overlapping_labels(page: Page) -> list[str]:
    """Pairs of texts in the drawing that lie over one another by more than a pixel across and three down."""
    found: list[str] = page.evaluate(_OVERLAPS)
    return found


def marks_reached_by_keyboard(page: Page) -> set[str]:
    """The ids of the marks that Tab and then the right and left arrow keys come to."""
    page.locator("#picture").focus()
    page.keyboard.press("Tab")
    reached: set[str] = page.evaluate(
        """() => { const reached = new Set();
        const at = () => document.activeElement.closest('[data-mark],[data-group]');
        const press = (key) => at().dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
        for (const key of ['ArrowLeft', 'ArrowRight']) {
          for (let before = null; at() && at() !== before;) {
            before = at(); for (const id of marks.idsOf(before)) reached.add(id); press(key); } }
        return [...reached]; }"""
    )
    return set(reached)
