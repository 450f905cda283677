"""The planner's dock: map, extent, clashes, and the way to the application."""

from collections.abc import Mapping
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import (
    QDockWidget,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ..plugin.drafts import Entry
from ..plugin.settings import Settings
from ..plugin.words import tr
from .shared.alt_keys import KeyedMenu
from .shared.docking import LastSeen, put_dock
from .shared.ui_file import load_form
from .shared.windows import PanelPage, order_by_reading


class PlannerDock(QDockWidget):
    """Holds the three panels in the order in which a planner works through them."""

    _iface: Any
    accountPlace: QVBoxLayout
    tabs: QTabWidget
    pendingLabel: QLabel
    settleButton: QPushButton
    applyNote: QLabel
    applyButton: QPushButton
    otherButton: QPushButton
    backButton: QPushButton

    def __init__(
        self,
        account_row: QWidget,
        panels: list[tuple[str, QWidget]],
        *,
        apply: Callable[[], None],
        instead: Mapping[str, Callable[[], None]],
        settle: Callable[[], None],
        parent: Optional[QWidget] = None,
    ) -> None:
        """`account_row` is at the top, `panels` are (title, widget).

        `settle` settles the open outcomes. `apply` opens the form for the extent, be it an
        application or the one it was drawn for; `instead` are other forms for it, each by its name,
        and what opens it.
        """
        super().__init__(parent)
        load_form(self, __file__)
        self.setObjectName("StreetWorksDock")
        self.accountPlace.addWidget(account_row)
        self._last_seen: Optional[LastSeen] = None
        self._pages = {widget: PanelPage(widget) for _title, widget in panels}
        for title, widget in panels:
            self.tabs.addTab(self._pages[widget], title)
        self.tabs.setCurrentIndex(0)
        for button in (self.applyButton, self.backButton):
            button.clicked.connect(lambda: apply())
        self.menu_instead = KeyedMenu(self.otherButton)
        for name, begin in instead.items():
            action = self.menu_instead.addAction(tr("{form} …").format(form=name))
            action.triggered.connect(lambda _on=False, begin=begin: begin())
        self.otherButton.clicked.connect(self._open_menu)
        self._tips = {one: one.toolTip() for one in (self.applyButton, self.otherButton)}
        self.backButton.hide()
        self.settleButton.clicked.connect(lambda: settle())
        self.show_pending([])
        order_by_reading(self)

    def show_panel(self, widget: QWidget) -> None:
        """Bring one of the panels, and the dock itself, to the front."""
        self.tabs.setCurrentWidget(self._pages[widget])
        self.come_forward()

    def come_forward(self) -> None:
        """Bring the dock to the front, with the panel that is open."""
        self.show()
        self.raise_()

    def put_up(self, iface: Any, other: QDockWidget) -> None:
        """Put the dock where it was, or at the right, as wide as its tabs, and `other` behind it.

        Above one another they would need more than a small screen has. It is not seen before
        somebody asks for it: else the first click for it would hide it.
        """
        self._iface, window = iface, iface.mainWindow()
        if not put_dock(iface, self):
            window.tabifyDockWidget(self, other)
            window.resizeDocks([self], [self._width_of_tabs()], Qt.Orientation.Horizontal)
        self.hide()

    def remember(self, settings: Settings) -> None:
        """Open the tab that was open last; remember from now on which is, and whether the dock is.

        Until the dock is taken down.
        """
        names = [panel.objectName() for panel in self._pages]
        self._last_seen = LastSeen(self, self.tabs, names, settings)

    def take_down(self) -> None:
        """Take the dock away for good."""
        if self._last_seen is not None:
            self._last_seen.stop()
        self._iface.removeDockWidget(self)
        self.deleteLater()

    def _width_of_tabs(self) -> int:
        """Return the width, in pixels, at which no tab is cut off."""
        left, _top, right, _bottom = self.widget().layout().getContentsMargins()
        return int(self.tabs.tabBar().sizeHint().width() + left + right)

    def set_heading(self, widget: QWidget, heading: str) -> None:
        """Let the tab of one of the panels say `heading`."""
        self.tabs.setTabText(self.tabs.indexOf(self._pages[widget]), heading)

    def show_pending(self, entries: list[Entry]) -> None:
        """Say which submissions have an outcome that is not known yet."""
        waiting = bool(entries)
        self.pendingLabel.setVisible(waiting)
        self.settleButton.setVisible(waiting)
        references = ", ".join(entry.subject for entry in entries)
        self.pendingLabel.setText(
            tr(
                "It is not known whether Street Manager has {references}. Nothing is sent again "
                "before that is settled."
            ).format(references=references)
        )

    def offer_application(self, hindrance: str, why_not: str) -> None:
        """Offer to apply once there is no `hindrance`; `why_not` says that the account may not."""
        for button, tip in self._tips.items():
            button.setEnabled(not hindrance)
            button.setVisible(not why_not)
            button.setToolTip(hindrance or tip)
        self.backButton.hide()
        self.applyNote.setText(why_not or hindrance)
        self.applyNote.setVisible(bool(why_not or hindrance))

    def offer_return(self, form: str, hindrance: str) -> None:
        """Offer the way back to the `form` that the extent is for, in place of an application."""
        for button in (self.applyButton, self.otherButton):
            button.hide()
        self.backButton.setEnabled(not hindrance)
        self.backButton.setToolTip(hindrance or form)
        self.backButton.show()
        self.applyNote.setText(hindrance)
        self.applyNote.setVisible(bool(hindrance))

    def _open_menu(self) -> None:
        """Open the menu above its button, without waiting for a choice."""
        height = self.menu_instead.sizeHint().height()
        self.menu_instead.popup(self.otherButton.mapToGlobal(QPoint(0, -height)))
