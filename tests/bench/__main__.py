"""`make bench`: each measure beside what a user would have instead, into `build/bench.json`."""

import json
import statistics
from pathlib import Path

from street_works.tools import application

OUT = application.ROOT / "build" / "bench.json"
START_UP = application.ROOT / "tests" / "journeys" / "scripts" / "start_up.py"
RUNS = 5


def start_up() -> dict:
    """Milliseconds that QGIS spends in the plugin while it starts, by QGIS's own profiler.

    Beside it MetaSearch, a Python plugin with a toolbar and a dialog that QGIS ships.
    """
    ours, theirs = [], []
    for _ in range(RUNS):
        rows = application.run(START_UP, {}, timeout=120)["rows"]
        seconds = dict(rows)
        ours.append(1000 * seconds["street_works"])
        theirs.append(1000 * seconds["MetaSearch"])
    value, baseline = statistics.median(ours), statistics.median(theirs)
    return {
        "name": "start-up: import and initGui",
        "value": round(value, 1),
        "unit": "ms",
        "baseline": round(baseline, 1),
        "baseline_name": "MetaSearch, which QGIS ships",
        "ratio": round(value / baseline, 3),
    }


def main() -> None:
    """Run the benchmarks and write them down."""
    results = [start_up()]
    OUT.parent.mkdir(exist_ok=True)
    Path(OUT).write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    for one in results:
        print(
            f"{one['name']}: {one['value']} {one['unit']} "
            f"({one['baseline_name']}: {one['baseline']}, ratio {one['ratio']})"
        )


if __name__ == "__main__":
    main()
