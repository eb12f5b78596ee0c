"""Seconds that each step of coding a review takes, measured while ``code_review`` runs."""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from scrgraph.coding import code_review


@contextmanager
def timed_steps() -> Iterator[dict[str, float]]:
    """The seconds spent so far in each function that ``code_review`` calls from a module of its own package."""
    seconds: dict[str, float] = {}
    steps = {
        name: step
        for name, step in vars(code_review).items()
        if inspect.isfunction(step)
        and step.__module__.startswith("scrgraph.")
        and step.__module__ != code_review.__name__
    }
    for name, step in steps.items():
        setattr(code_review, name, _timed(name, step, seconds))
    try:
        yield seconds
    finally:
        for name, step in steps.items():
            setattr(code_review, name, step)


def _timed(name: str, step: Callable[..., Any], seconds: dict[str, float]) -> Callable[..., Any]:
    def run(*args: Any, **kwargs: Any) -> Any:
        began = time.perf_counter()
        found = step(*args, **kwargs)
        if inspect.isgenerator(found):
            found = list(found)
        seconds[name] = seconds.get(name, 0.0) + time.perf_counter() - began
        return found

    return run
