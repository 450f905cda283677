"""Inside QGIS: how soon the first clashes are listed, and how long the main thread is held.

Given: `url`, `email` and `password` of a service with works over London that begin on the `first`
of days (ISO), the `extent` to check (WKT, EPSG:27700), and the `folder` for evidence.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import holds
import inside
import qgis.utils
from qgis.core import QgsRectangle
from qgis.PyQt.QtCore import Qt
from street_works.plugin.libraries import load_libraries

load_libraries()
import shapely  # noqa: E402 - after the libraries
from street_works.plugin.clashes.verdict import Verdict  # noqa: E402
from street_works.plugin.settings import CUSTOM, Environment  # noqa: E402
from street_works.plugin.trade.box import Box  # noqa: E402
from street_works.plugin.trade.days import Days  # noqa: E402
from street_works.plugin.trade.kinds import KINDS, WORKS  # noqa: E402
from street_works.tests.bench import london  # noqa: E402
from street_works.tests.bench.live_files import records_of  # noqa: E402

WITHIN_M, STEPS = 400, 12
ALL_DAYS = timedelta(weeks=80)
SETTLED_S = 0.5


class Watch:
    """Notes of each thing that is done the longest that the main thread was held meanwhile."""

    def __init__(self, workplace: Any) -> None:
        self.held_ms: dict[str, float] = {}
        self.frozen_ms: dict[str, float] = {}
        self._jobs = workplace.jobs

    @contextmanager
    def doing(self, what: str) -> Iterator[None]:
        """Watch what is done, until no job goes on and the map is drawn."""
        with holds.Holds(time.thread_time) as held, holds.Holds() as frozen:
            yield
            self.settle()
        self.held_ms[what] = held.told()["longest_ms"]
        self.frozen_ms[what] = frozen.told()["longest_ms"]

    def settle(self) -> None:
        """Wait until no job goes on."""
        inside.wait_for(lambda: not self._jobs.running, "the jobs")
        inside.pause(SETTLED_S)


def fill(store: Any, first: date) -> int:
    """Put all works into the store, as fetched now; return how many it has."""
    days, now = Days(first - ALL_DAYS, first + ALL_DAYS), datetime.now(timezone.utc)
    works = london.works(first_day=first)
    for kind in KINDS:
        records = records_of(works) if kind == WORKS else []
        store.keep(kind, Box(*london.AREA), days, now, records)
    return len(works)


def signed_in() -> Any:
    """Return the workplace, signed in, with the extent on its desk."""
    inside.set_project_crs("EPSG:27700")
    workplace = qgis.utils.plugins["street_works"].workplace
    bounds = shapely.from_wkt(inside.GIVEN["extent"]).buffer(WITHIN_M).bounds
    inside.put_base_map(bounds)
    inside.iface.mapCanvas().setExtent(QgsRectangle(*bounds))
    given = [inside.GIVEN[name] for name in ("email", "password")]
    workplace.account.sign_in(Environment(CUSTOM, "Bench", inside.GIVEN["url"]), *given)
    inside.wait_for(lambda: workplace.live.store is not None, "the sign-in")
    inside.wait_loaded(workplace)
    workplace.sheet.take(inside.GIVEN["extent"], "EPSG:27700")
    inside.wait_for(lambda: not workplace.jobs.running, "the extent")
    return workplace


def found(workplace: Any, watch: Watch) -> float:
    """Find clashes; return the seconds until the first are listed."""
    tree, listed = workplace.clash_panel.clashTree, []

    def note() -> None:
        if tree.topLevelItemCount():
            listed.append(time.perf_counter())

    workplace.clashing.found.connect(note)
    with watch.doing("finding"):
        begun = time.perf_counter()
        inside.trigger("clashes")
        inside.wait_for(lambda: listed and not workplace.clashing.working, "the clashes")
    workplace.clashing.found.disconnect(note)
    return listed[0] - begun


def worked_with(workplace: Any, watch: Watch) -> None:
    """Do what a planner does with the clashes that were found."""
    panel, sheet, dock = workplace.clash_panel, workplace.sheet, workplace.dock
    tree, form, canvas = panel.clashTree, panel.verdictForm, inside.iface.mapCanvas()
    with watch.doing("stepping"):
        for _step in range(STEPS):
            workplace.clash_walk.next.trigger()
            inside.pause(0.2)
    panel.parts.setCurrentWidget(panel.verdictPage)
    with watch.doing("judging"):
        for verdict in (Verdict.COLLABORATE, Verdict.RESOLVED):
            form.verdictBox.setCurrentIndex(form.verdictBox.findData(verdict))
            inside.click(form.judgeButton)
            inside.pause(0.2)
    with watch.doing("the list opened and sorted"):
        for row in range(STEPS):
            tree.topLevelItem(row).setExpanded(True)
        inside.pause(0.2)
        for column in (2, 0):
            tree.sortByColumn(column, Qt.SortOrder.AscendingOrder)
            inside.pause(0.2)
    with watch.doing("other days"):
        start, end = sheet.dates
        for days in (timedelta(days=3), timedelta(days=6), timedelta()):
            sheet.set_dates(start + days, end + days)
            watch.settle()
    with watch.doing("taking a window"):
        workplace.other_days.take(workplace.other_days.free[-1])
        watch.settle()
        sheet.set_dates(start, end)
    with watch.doing("the tab and its time line"):
        for shown in (workplace.map_panel, panel):
            dock.show_panel(shown)
            inside.pause(0.2)
        for page in (panel.verdictPage, panel.daysPage):
            panel.parts.setCurrentWidget(page)
            inside.pause(0.2)
    with watch.doing("the map drawn anew"):
        workplace.clashes_on_map.show()
        watch.settle()
        canvas.refreshAllLayers()
        inside.render_finished()
    with watch.doing("the evidence"):
        workplace.evidence.write(Path(inside.GIVEN["folder"]))
        inside.wait_for(lambda: not workplace.evidence.under_way, "the evidence", 120)


def script() -> dict[str, Any]:
    """Return the seconds to the first clashes, and the milliseconds of each longest hold."""
    workplace = signed_in()
    known = fill(workplace.live.store, date.fromisoformat(inside.GIVEN["first"]))
    workplace.clash_panel.distanceBox.setValue(WITHIN_M)
    workplace.dock.show_panel(workplace.map_panel)
    inside.pause(1)
    watch = Watch(workplace)
    first_s = found(workplace, watch)
    met = len(workplace.clashing.report.encounters)
    worked_with(workplace, watch)
    return {
        "known": known,
        "met": met,
        "first_s": first_s,
        "held_ms": watch.held_ms,
        "frozen_ms": watch.frozen_ms,
    }


inside.run_script(script)
