"""How a measure is written down."""

import statistics
import time
from collections.abc import Sequence
from typing import Any, Callable

Measure = dict[str, Any]
"""name, value, unit, baseline, baseline_name, ratio: value over baseline."""


def measure(name: str, unit: str, value: float, baseline: float, baseline_name: str) -> Measure:
    return {
        "name": name,
        "value": round(value, 2),
        "unit": unit,
        "baseline": round(baseline, 2),
        "baseline_name": baseline_name,
        "ratio": round(value / baseline, 3),
    }


def milliseconds(work: Callable[[], Any], runs: int) -> float:
    """Return the median time of `work`, done `runs` times after once to warm up."""
    return in_turn([work], runs)[0]


def in_turn(works: Sequence[Callable[[], Any]], runs: int) -> list[float]:
    """Return the median time of each work in milliseconds, done as `milliseconds` does.

    They take turns, so that a slow moment of the machine meets them all.
    """
    rows = [[_milliseconds_once(work) for work in works] for _ in range(runs + 1)]
    return [statistics.median(column) for column in zip(*rows[1:])]


def _milliseconds_once(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)
