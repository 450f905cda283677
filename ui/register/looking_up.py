"""How records are found: in QGIS's locator bar and by a click on the map; and their details."""

from typing import Any, Callable, Optional

from qgis.core import QgsRectangle
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QMenu

from ...plugin.background.jobs import Jobs
from ...plugin.desk.account import Account
from ...plugin.desk.details import DetailsLoader
from ...plugin.desk.streets import line_of
from ...plugin.forms.about import Offer
from ...plugin.live.finding.search import Found
from ...plugin.map.draw import put_back
from ...plugin.map.highlight import Highlight
from ...plugin.map.locator import Locator, Services
from ...plugin.map.pick import PickTool, Record
from ...plugin.rules.steps import Step
from ...plugin.words import tr
from ..shared.docking import put_dock
from ..shared.trouble import attempt
from .details_dock import DetailsDock
from .pick_menu import offer


class Finding(QObject):
    """The locator's filters, the tool that asks what is clicked, and the dock with the details."""

    trouble = pyqtSignal(object)
    told = pyqtSignal(str)
    wanted = pyqtSignal(object, object)  # the Offer that was chosen, and its Works
    placed = pyqtSignal()  # something that was looked for is shown

    def __init__(
        self,
        iface: Any,
        jobs: Jobs,
        account: Account,
        highlight: Highlight,
        *,
        sign_in: Callable[[], None],
        action: Optional[QAction] = None,
    ) -> None:
        """`action` is the toolbar's; it is checked while the tool is in use."""
        super().__init__()
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._highlight = highlight
        self._jobs = jobs
        self._account = account
        self._action = action
        self._tool_before: Any = None
        self._menu: Optional[QMenu] = None
        self.details = DetailsLoader(jobs, account)
        self.dock = DetailsDock(self.details, iface.mainWindow())
        put_dock(iface, self.dock)
        self.dock.hide()
        self.tool = PickTool(self._canvas)
        self._locator = Locator(
            iface,
            Services(
                register=lambda: account.register,
                go_to=self.show_place,
                picked=self._found,
                sign_in=sign_in,
                trouble=self.trouble.emit,
            ),
        )
        self.tool.picked.connect(self._picked)
        self._canvas.mapToolSet.connect(self._tool_changed)
        self.dock.locate.connect(self.show_place)
        self.dock.wanted.connect(lambda offer: self.wanted.emit(offer, self.details.works))

    @property
    def view(self) -> QgsRectangle:
        """What the canvas shows, in the project's coordinate system."""
        return self._canvas.extent()

    def pick(self, on: bool = True) -> None:
        """Let the planner click records on the map, or stop that."""
        if not on:
            put_back(self._canvas, self.tool, self._tool_before)
        elif self._canvas.mapTool() != self.tool:
            self._tool_before = self._canvas.mapTool()
            self._canvas.setMapTool(self.tool)
            self.told.emit(
                tr("Click on works, an activity, a forward plan or a street to read its details.")
            )
        self._tool_changed()

    def open(self, record: Record) -> None:
        """Show the details of a record."""
        self.details.open_record(record)
        self._show_dock()

    def take(self, record: Record, step: Step, part: str, gone: Callable[[str], None]) -> None:
        """Show the details of a record, and the form of a step with it or with a part of it.

        Where the step may not be taken any more `gone` hears why, "" if there is none such.
        """

        def show(offer: Optional[Offer]) -> None:
            if offer is None or offer.why is not None:
                gone("" if offer is None else offer.why or "")
            else:
                self.wanted.emit(offer, self.details.works)

        self.details.take(record, step, part, show)
        self._show_dock()

    def _show_dock(self) -> None:
        self.dock.show()
        self.dock.raise_()

    def point_out(self, geometry: Any) -> None:
        """Mark a shape (EPSG:27700), and go there only if it is not in view."""
        attempt(lambda: self._highlight.point_out(geometry), self.trouble.emit)

    def show_place(self, geometry: Any) -> None:
        """Go to a shape (EPSG:27700) and mark it."""
        if attempt(lambda: self._highlight.zoom_to(geometry), self.trouble.emit):
            self.placed.emit()

    def close_down(self) -> None:
        """Take everything away again."""
        self._locator.remove()
        self._canvas.mapToolSet.disconnect(self._tool_changed)
        self.pick(False)
        if self._menu is not None and not sip.isdeleted(self._menu):
            self._menu.deleteLater()
        self.tool.deleteLater()
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()

    def _found(self, found: Found) -> None:
        if found.works:
            self.details.open(found.works, found.permit)
            self._show_dock()
        elif found.usrn is not None and (found.geometry or {}).get("type") == "Point":
            self._draw_street(found.usrn)  # found by its name, which tells no line

    def _draw_street(self, usrn: int) -> None:
        """Look up the line of a street, and go there."""
        register = self._account.register
        if register is not None:
            self._jobs.start(
                tr("Street Works: looking for the street"),
                lambda _progress: line_of(register.street(usrn)),
                done=lambda line: None if line is None else self.show_place(line),
                failed=self.trouble.emit,
                topic="street found",
            )

    def _picked(self, records: tuple[Record, ...]) -> None:
        if not records:
            self.told.emit(tr("Nothing of Street Manager is at that place on the map."))
        self._menu = offer(records, self.open, self._iface.mainWindow())

    def _tool_changed(self, *_tools: Any) -> None:
        if self._action is not None:
            self._action.setChecked(self._canvas.mapTool() == self.tool)
