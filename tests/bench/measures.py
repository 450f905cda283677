"""How a measure is written down."""

import statistics
import time
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
    work()
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)
