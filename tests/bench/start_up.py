"""What the plugin costs while QGIS starts."""

import statistics

from street_works.tests.bench.measures import Measure, measure
from street_works.tools import application

SCRIPT = application.ROOT / "tests" / "journeys" / "scripts" / "start_up.py"
RUNS = 5


def measures() -> list[Measure]:
    """Milliseconds that QGIS spends in the plugin while it starts, by QGIS's own profiler.

    Beside it MetaSearch, a Python plugin with a toolbar and a dialog that QGIS ships.
    """
    ours, theirs = [], []
    for _ in range(RUNS):
        seconds = dict(application.run(SCRIPT, {}, timeout=120)["rows"])
        ours.append(1000 * seconds["street_works"])
        theirs.append(1000 * seconds["MetaSearch"])
    value, baseline = statistics.median(ours), statistics.median(theirs)
    name = "start-up: import and initGui"
    return [measure(name, "ms", value, baseline, "MetaSearch, which QGIS ships")]
