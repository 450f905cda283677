"""Docks where the planner had them, and the tab that was open."""

from typing import Any

from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QDockWidget, QMenu, QTabWidget

from ...plugin.settings import Settings

_PANELS = "mPanelMenu"  # the name of QGIS's menu of panels


def put_dock(iface: Any, dock: QDockWidget) -> bool:
    """Put a dock where it was when QGIS was closed; returns whether it was there then.

    QGIS restores its window before our docks are made, and keeps their places for them. A dock that
    has none is put at the right.
    """
    window = iface.mainWindow()
    if not window.restoreDockWidget(dock):
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        return False
    menu = window.findChild(QMenu, _PANELS)  # only iface.addDockWidget puts a dock there
    if menu is not None:
        menu.addAction(dock.toggleViewAction())
    return True


class LastSeen(QObject):
    """Remembers which tab of a dock is open, and whether the dock is; brings the tab back.

    Tabs are known by `names`, in their order: what is written on them changes.
    """

    def __init__(
        self, dock: QDockWidget, tabs: QTabWidget, names: list[str], settings: Settings
    ) -> None:
        super().__init__(dock)
        self._dock = dock
        self._names = names
        self._settings = settings
        if settings.panel_tab in names:
            tabs.setCurrentIndex(names.index(settings.panel_tab))
        tabs.currentChanged.connect(self._turned)
        dock.visibilityChanged.connect(self._seen)

    def stop(self) -> None:
        """Remember nothing more: the dock is taken away."""
        self._dock.visibilityChanged.disconnect(self._seen)

    def _turned(self, number: int) -> None:
        self._settings.panel_tab = self._names[number]

    def _seen(self, _visible: bool) -> None:
        """Note whether the planner has the dock open, though another may lie before it."""
        self._settings.panel_open = not self._dock.isHidden()
