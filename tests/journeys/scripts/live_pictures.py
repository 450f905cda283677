"""Inside QGIS: the live map at five scales, in every style, in the dark, for colour-blind eyes."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import inside
import qgis.utils
from inside import GIVEN, iface
from previews import MODES
from qgis.core import (
    QgsApplication,
    QgsDateTimeRange,
    QgsFeatureRequest,
    QgsTemporalNavigationObject,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime
from steps import Journey

OUT = Path(GIVEN["out"])
SCALES = (25_000, 800, 12_000, 5_000, 2_000)[: GIVEN["scales"]]
SIGHTS = ("protanope", "deuteranope", "tritanope")


class Pictures:
    """The steps; each leaves its pictures."""

    @property
    def workplace(self) -> Any:
        """The plugin's windows and desk."""
        return qgis.utils.plugins["street_works"].workplace

    def start(self) -> str:
        """Sign in to the practice service."""
        inside.sign_in_to_practice(self.workplace)
        self.centre = iface.mapCanvas().extent().center()
        return str(self.workplace.map_panel.statement.text()).replace("\n", "; ")

    def scales(self) -> str:
        """The whole town, a junction, and what is between them."""
        for scale in SCALES:
            iface.mapCanvas().setCenter(self.centre)
            iface.mapCanvas().zoomScale(scale)
            self.settle()
            inside.photograph(OUT / f"scale-{scale}.png")
        return ", ".join(f"1:{scale}" for scale in SCALES)

    def styles(self) -> str:
        """Everything that colours can tell."""
        self.near()
        combo = self.workplace.map_panel.styleCombo
        told = []
        for row in range(combo.count()):
            combo.setCurrentIndex(row)
            combo.activated.emit(row)
            self.settle()
            inside.photograph(OUT / f"style-{combo.itemData(row)}.png")
            told.append(combo.itemText(row))
        combo.setCurrentIndex(0)
        combo.activated.emit(0)
        self.settle()
        return ", ".join(told)

    def colour_blind(self) -> str:
        """QGIS's own preview modes."""
        canvas = iface.mapCanvas()
        for name in SIGHTS:
            canvas.setPreviewMode(MODES[name])
            canvas.setPreviewModeEnabled(True)
            inside.pause(0.3)
            inside.photograph(OUT / f"sight-{name}.png")
        canvas.setPreviewModeEnabled(False)
        return ", ".join(SIGHTS)

    def a_day(self) -> str:
        """QGIS's temporal controller on one day: what applies on it, last days included."""
        day = date.today() + timedelta(days=5)
        begin = QDateTime(QDate(day.year, day.month, day.day), QTime(0, 0))
        span = QgsDateTimeRange(begin, begin.addSecs(86_399))
        controller = iface.mapCanvas().temporalController()
        controller.setTemporalExtents(span)
        controller.setNavigationMode(QgsTemporalNavigationObject.NavigationMode.FixedRange)
        iface.mapCanvas().setTemporalRange(span)
        self.settle()
        inside.photograph(OUT / "a-day.png")
        layer = self.workplace.live.layers.layer("works", "centre")
        context = QgsVectorLayerTemporalContext()
        context.setLayer(layer)
        condition = layer.temporalProperties().createFilterString(context, span)
        shown = sum(
            1 for _ in layer.getFeatures(QgsFeatureRequest().setFilterExpression(condition))
        )
        meant = sum(
            feature["start_date"].toPyDate() <= day <= feature["end_date"].toPyDate()
            for feature in layer.getFeatures()
        )
        every = sum(1 for _ in layer.getFeatures())
        iface.mapCanvas().setTemporalRange(QgsDateTimeRange(QDateTime(), QDateTime()))
        controller.setNavigationMode(QgsTemporalNavigationObject.NavigationMode.NavigationOff)
        if shown != meant or not 0 < shown < every:
            raise RuntimeError(f"{shown} shown, {meant} meant, of {every}")
        return f"{shown} of {every} works on {day}"

    def dark(self) -> str:
        """QGIS's dark theme, and a dark map."""
        QgsApplication.setUITheme("Night Mapping")
        iface.mapCanvas().setCanvasColor(inside.dark_grey())
        self.near()
        for tab in range(self.workplace.dock.tabs.count()):
            self.workplace.dock.tabs.setCurrentIndex(tab)
            inside.pause(0.2)
            name = self.workplace.dock.tabs.tabText(tab).lower().replace("&", "")
            inside.photograph(OUT / f"dark-{name}.png")
        return QgsApplication.uiThemes().get("Night Mapping", "") or "no such theme here"

    def near(self) -> None:
        """Look at some streets of the town."""
        iface.mapCanvas().setCenter(self.centre)
        iface.mapCanvas().zoomScale(4_000)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is loaded any more and the map is drawn."""
        inside.pause(0.4)
        inside.wait_loaded(self.workplace)
        inside.render_finished()


def script() -> dict[str, Any]:
    """Take all pictures."""
    pictures, journey = Pictures(), Journey(OUT)
    iface.mainWindow().showMaximized()
    for name, act in (
        ("start", pictures.start),
        ("scales", pictures.scales),
        ("styles", pictures.styles),
        ("colour blind", pictures.colour_blind),
        ("a day", pictures.a_day),
        ("dark", pictures.dark),
    ):
        journey.step(name, act)
    return {"steps": journey.steps}


inside.run_script(script)
