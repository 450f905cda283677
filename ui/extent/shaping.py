"""How the extent gets its shape: the tools on the map and in the panel, wired to the sheet."""

from typing import Any, Optional

from qgis.core import QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QAction

from ...plugin.desk.kept_drafts import KeptDrafts
from ...plugin.desk.sheet import Sheet
from ...plugin.desk.streets import line_of
from ...plugin.errors import StreetWorksError
from ...plugin.map.along import AlongTool, Way
from ...plugin.map.draw import DrawTool
from ...plugin.map.edit import EditLayer
from ...plugin.map.highlight import Highlight
from ...plugin.settings import Settings
from ...plugin.trade.kinds import Shape
from ...plugin.trade.records.streets import Street
from ...plugin.words import tr
from ..shared.trouble import attempt
from .chosen_street import ChosenStreet
from .extent_panel import DIVERSION, ExtentPanel
from .shape_sources import ShapeSources
from .shape_tools import ShapeTools

ALONG = "along"


class Shaping(QObject):
    """One tool at a time: starting one stops the others. `begun` asks for the panel to be shown."""

    begun = pyqtSignal()
    trouble = pyqtSignal(object)
    told = pyqtSignal(str)

    def __init__(
        self,
        iface: Any,
        sheet: Sheet,
        drafts: KeptDrafts,
        highlight: Highlight,
        settings: Settings,
        actions: dict[str, QAction],
    ) -> None:
        """`actions` are the toolbar's, by the name of what they draw."""
        super().__init__()
        self._iface = iface
        self._sheet = sheet
        self._settings = settings
        self._highlight = highlight
        self._actions = actions
        self._tool_before: Any = None
        self._layer_before = ""
        self._diverting = False
        canvas = iface.mapCanvas()
        self._canvas = canvas
        self.draw_tool = DrawTool(canvas, iface.cadDockWidget())
        self.along_tool = AlongTool(canvas)
        self.edit_layer = EditLayer(canvas, QgsProject.instance())
        self.sources = ShapeSources(iface, settings)
        self.tools = ShapeTools(settings)
        self.panel = ExtentPanel(sheet, highlight, self.draw, self.tools, drafts)
        self.chosen_street = ChosenStreet(canvas, sheet)
        self._put_icons()
        self._connect()

    def draw(self, shape: str) -> None:
        """Start drawing a "point", "line", "polygon" or DIVERSION; "" stops it."""
        self._begin()
        self._diverting = shape == DIVERSION
        if shape:
            wanted = Shape.LINE if self._diverting else Shape(shape)
            attempt(lambda: self.draw_tool.start(wanted), self.trouble.emit)
        self._show_tool(shape if self.draw_tool.active else "")

    def along(self, on: bool = True) -> None:
        """Start choosing two places along a street, or stop it."""
        self._begin()
        if on:
            attempt(self._start_along, self.trouble.emit)
        self._show_tool(ALONG if self.along_tool.active else "")

    def edit(self, on: bool) -> None:
        """Lend the extent to QGIS's tools, or take it back from them."""
        if on:
            self._begin()
            self._show_tool("")
            attempt(self._start_edit, self.trouble.emit)
        else:
            self._end_edit()
        self.tools.editing(self.edit_layer.layer is not None)

    def take(self, source: str) -> None:
        """Take a shape that is there already; `source` is one of those of ShapeSources."""
        self._begin()
        self._show_tool("")
        self.sources.take(source)

    def put_down(self) -> None:
        """Put away what is under way; an edit is taken back first, so that nothing is lost."""
        if self.edit_layer.layer is not None:
            self.edit(False)
        self.draw_tool.finish()
        self.along_tool.finish()

    def close_down(self) -> None:
        """Put every tool away."""
        self.draw_tool.finish()
        self.along_tool.finish()
        self.edit_layer.finish()
        self.sources.close()
        self.chosen_street.close_down()
        self.panel.close_down()

    def _begin(self) -> None:
        self.begun.emit()
        self.put_down()

    def _put_icons(self) -> None:
        for name, button in {**self.panel.buttons, ALONG: self.tools.alongButton}.items():
            if name in self._actions:
                button.setIcon(self._actions[name].icon())

    def _connect(self) -> None:
        self.draw_tool.drawn.connect(self._take_drawn)
        self.draw_tool.stopped.connect(lambda: self._show_tool(""))
        self.draw_tool.sketched.connect(self._sketch)
        self.along_tool.drawn.connect(self._take)
        self.along_tool.stopped.connect(lambda: self._show_tool(""))
        self.along_tool.wanted.connect(self._look_for_streets)
        self.along_tool.told.connect(self._tell)
        self.edit_layer.changed.connect(self._sketch)
        self.edit_layer.changed.connect(self._sheet.keep_edit)
        self.edit_layer.ended.connect(lambda: self.edit(False))
        self.sources.taken.connect(self._take_from_elsewhere)
        self.tools.along.connect(self.along)
        self.tools.along_as.connect(lambda result: setattr(self.along_tool, "result", result))
        self.tools.area.connect(
            lambda metres: attempt(lambda: self._sheet.make_area(metres), self.trouble.emit)
        )
        self.tools.edit.connect(self.edit)
        self.tools.take.connect(self.take)
        self._sheet.changed.connect(self._show_sheet)
        self._sheet.streets_there.connect(self._offer_streets)
        self._show_sheet()

    def _start_along(self) -> None:
        self.along_tool.result = self.tools.result
        line = line_of(self._sheet.street)
        self.along_tool.start([] if line is None else [Way(line, self._sheet.street)])

    def _look_for_streets(self, easting: float, northing: float) -> None:
        if not attempt(lambda: self._sheet.find_streets_at(easting, northing), self.trouble.emit):
            self.along_tool.give_up_place()

    def _offer_streets(self, streets: Optional[tuple[Street, ...]]) -> None:
        if streets is None:
            self.along_tool.give_up_place()
            return
        lines = ((street, line_of(street)) for street in streets)
        self.along_tool.offer([Way(line, street) for street, line in lines if line is not None])

    def _start_edit(self) -> None:
        geometry = self._sheet.require_extent().geometry
        self._tool_before = self._canvas.mapTool()
        before = self._iface.activeLayer()
        self._layer_before = before.id() if before is not None else ""
        with self._sheet.accepting():
            layer = self.edit_layer.start(geometry)
        self._iface.setActiveLayer(layer)
        self._iface.actionVertexToolActiveLayer().trigger()
        self.panel.show_live(
            tr("Edit the extent with QGIS's own tools, then press “Finish editing”.")
        )

    def _end_edit(self) -> None:
        """Take the edited shape back, and put layer and tool as they were."""
        if self.edit_layer.layer is not None:
            wkt, crs = self.edit_layer.shape()
            if self._canvas.mapTool() is not None:
                self._put_back_tool()
            self.edit_layer.finish()
            attempt(lambda: self._take_edit(wkt, crs), self.trouble.emit)
        self._iface.setActiveLayer(QgsProject.instance().mapLayer(self._layer_before))
        self.panel.show_live("")

    def _put_back_tool(self) -> None:
        before, self._tool_before = self._tool_before, None
        if before is not None and not sip.isdeleted(before):
            self._canvas.setMapTool(before)

    def _take_edit(self, wkt: str, crs: str) -> None:
        if not wkt:
            raise StreetWorksError(
                tr("Nothing was left of the extent, so it stays as it was."),
                advice=tr("“Throw away” begins anew."),
            )
        self._sheet.edit(wkt, crs)

    def _take_from_elsewhere(self, wkt: str, crs: str, notes: tuple[str, ...]) -> None:
        self._take(wkt, crs)
        for note in notes:
            self.told.emit(note)

    def _take_drawn(self, wkt: str, crs: str) -> None:
        if self._diverting:
            self._show_tool("")
            attempt(lambda: self._sheet.divert(wkt, crs), self.trouble.emit)
        else:
            self._take(wkt, crs)

    def _take(self, wkt: str, crs: str, street: Optional[Street] = None) -> None:
        self._show_tool("")
        attempt(lambda: self._sheet.take(wkt, crs, street), self.trouble.emit)

    def _sketch(self, wkt: str, crs: str) -> None:
        self.panel.show_sketch(wkt, crs, self._settings.limits)

    def _tell(self, text: str) -> None:
        self.panel.show_live(text)
        self._iface.statusBarIface().showMessage(text)

    def _show_tool(self, name: str) -> None:
        self.panel.drawing(name)
        self.tools.alongButton.setChecked(name == ALONG)
        for action_name, action in self._actions.items():
            action.setChecked(action_name == name)

    def _show_sheet(self) -> None:
        """Show beside the shape what it takes the place of, or what it was before the last step."""
        examined, change = self._sheet.examined, self._sheet.change
        there = examined is not None and examined.extent is not None and not self._sheet.examining
        self.tools.offer(area=there, edit=there)
        self._highlight.clear_before()
        before = self._sheet.answer_before or (change and change.before)
        if before is not None:
            self._highlight.show_before(before)
