"""The plugin switched on in QGIS's test window, with a profile of its own and little patience."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Callable

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle, QgsSettings
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QMenu
from street_works.plugin.libraries import load_libraries

SECONDS = 2.0
IN_VIEW = (471050.0, 235950.0, 471150.0, 236050.0)


@contextmanager
def switched_on(
    iface: Any, canvas: Any, folder: Path, *, england: bool = False
) -> Iterator[Callable[[], Any]]:
    """Give the function that switches the plugin on; each is switched off in the end.

    The plugin keeps its files in `folder`, and waits SECONDS for an answer. Who signs in is shown a
    corner of the town, or `england` and with it all of the town, which takes longer to load. The
    planner's settings are afterwards as they were before.
    """
    load_libraries()  # before any room that uses shapely or pyproj
    from street_works.plugin.api import StreetManager
    from street_works.plugin.api.http.transport import Retries
    from street_works.plugin.desk import account, town_streets
    from street_works.plugin.main import StreetWorksPlugin
    from street_works.ui import map_place, workplace

    window = iface.mainWindow()
    bar, menu = QgsMessageBar(window), QMenu(window)
    cad = QgsAdvancedDigitizingDockWidget(canvas)
    profile = SimpleNamespace(qgisSettingsDirPath=lambda: str(folder.parent))
    impatient = partial(StreetManager, timeout=SECONDS, retries=Retries(tries=1))
    grid = QgsCoordinateReferenceSystem("EPSG:27700")
    QgsProject.instance().setCrs(grid)
    canvas.resize(600, 600)
    canvas.setDestinationCrs(grid)
    canvas.setExtent(QgsRectangle(*IN_VIEW))
    plugins: list[Any] = []
    before = _settings()

    def on() -> Any:
        plugin = StreetWorksPlugin(iface)
        plugin.initGui()
        plugins.append(plugin)
        return plugin

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(workplace, "QgsApplication", profile)
        patched.setattr(account, "StreetManager", impatient)
        if not england:
            patched.setattr(map_place, "ENGLAND", QgsRectangle(*IN_VIEW))
        # The journeys bring in the practice town's streets: here a test says which are known.
        patched.setattr(town_streets.TownStreets, "bring", lambda *_given: None)
        for name, widget in (("messageBar", bar), ("pluginMenu", menu), ("cadDockWidget", cad)):
            patched.setattr(iface, name, lambda widget=widget: widget, raising=False)
        yield on
        for plugin in plugins:
            plugin.unload()
    for key in _settings().keys() - before.keys():
        QgsSettings().remove(key)
    for key, value in before.items():
        QgsSettings().setValue(key, value)
    for widget in (bar, menu, cad):
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _settings() -> dict[str, Any]:
    settings = QgsSettings()
    ours = (key for key in settings.allKeys() if key.startswith("street_works/"))
    return {key: settings.value(key) for key in ours}


def hear(place: Any) -> Any:
    """Let the `heard` of a workplace list every trouble that is told, and return the workplace."""
    place.heard = []
    desk = (place.account, place.live, place.sheet, place.clashing, place.verdicts, place.applying)
    for source in (*desk, place.evidence):
        source.trouble.connect(place.heard.append)
    return place
