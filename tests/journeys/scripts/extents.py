"""Inside QGIS: every way to an extent, by mouse and by keyboard, in one coordinate system."""

import math
from pathlib import Path
from typing import Any, Callable

import inside
import qgis.utils
from inside import GIVEN, iface
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit
from steps import Journey

OUT = Path(GIVEN["out"])
CRS = GIVEN["crs"]
PIXELS_M = 0.5  # a few of them, at 0.1 m each
EXACT_M = 0.02
# The letters of the grid's squares, row by row from the south; there is no I.
LETTERS = "VWXYZQRSTULMNOPFGHJKABCDE"  # pragma: allowlist secret


class Ways:
    """The steps; each leaves an extent on the desk that was asked for in another way."""

    def __init__(self) -> None:
        self.east = self.north = 0.0
        self.street: Any = None

    @property
    def workplace(self) -> Any:
        """The plugin's windows and desk."""
        return qgis.utils.plugins["street_works"].workplace

    @property
    def panel(self) -> Any:
        """The panel “Extent”."""
        return self.workplace.extent_panel

    @property
    def tools(self) -> Any:
        """The part of it with the ways other than drawing."""
        return self.workplace.shaping.tools

    def start(self) -> str:
        """Sign in to the practice service and go to a street that is long enough."""
        inside.sign_in_to_practice(self.workplace)
        from shapely.geometry import shape  # by now the plugin has loaded it, in its own way

        inside.set_project_crs(CRS)
        register = self.workplace.account.register
        found: list[Any] = []
        self.workplace.jobs.start(
            "streets",
            lambda _progress: [
                register.street(one.usrn) for one in register.streets_named("road")[:12]
            ],
            done=found.extend,
            failed=found.append,
        )
        inside.wait_for(lambda: found, "the streets")
        lines = [(shape(one.line), one) for one in found]
        line, self.street = max(lines, key=lambda pair: pair[0].length)
        self.line = max(line.geoms, key=lambda part: part.length)
        middle = self.line.interpolate(0.5, normalized=True)
        self.east, self.north = middle.x, middle.y
        self.look()
        return f"{self.street.name}, {self.line.length:.0f} m, in {CRS}"

    def in_crs(self) -> None:
        """Raise RuntimeError unless what was drawn last was drawn in the project's system."""
        drawn = self.workplace.sheet.examined.drawing.crs
        if drawn != CRS:
            raise RuntimeError(f"drawn in {drawn}, not in {CRS}")

    def look(self) -> None:
        """Show some eighty metres around the place."""
        inside.go_to((self.east - 40, self.north - 40, self.east + 40, self.north + 40))

    def draw(self) -> str:
        """A polygon, clicked; while it is drawn the panel says how large it is."""
        before = self.drawn
        inside.trigger("polygon")
        for dx, dy in ((-10, -6), (10, -6), (10, 6)):
            click(self.east + dx, self.north + dy)
        hover(self.east - 10, self.north + 6)
        live = self.panel.liveLabel
        inside.wait_for(lambda: "m²" in live.text(), "the size while drawing", 10)
        said = live.text().partition("\n")[0]
        inside.photograph(OUT / "while-drawing.png")
        click(self.east - 10, self.north + 6)
        click(self.east - 10, self.north + 6, Qt.MouseButton.RightButton)
        inside.wait_for(lambda: self.drawn != before, "the new draft")
        self.in_crs()
        extent = self.extent("Polygon", near=(self.east, self.north), within=PIXELS_M)
        if not math.isclose(extent.area_m2, 240, abs_tol=8):
            raise RuntimeError(f"{extent.area_m2:.1f} m² of 240 drawn")
        return f"while drawing “{said}”, then {self.facts()}"

    def along_the_street(self) -> str:
        """Two clicks on the street: first a line, then a strip on the left."""
        start, end = (self.line.interpolate(self.line.length / 2 + d) for d in (-20, 20))
        told = []
        for row, kind in ((0, "LineString"), (2, "Polygon")):
            self.tools.alongBox.setCurrentIndex(row)
            before = self.drawn
            inside.click(self.tools.alongButton)
            click(start.x, start.y)
            inside.wait_for(lambda: not self.workplace.shaping.along_tool.waiting, "the street")
            hover(end.x, end.y)
            inside.photograph(OUT / f"along-{kind.lower()}.png")
            click(end.x, end.y)
            inside.wait_for(lambda before=before: self.drawn != before, "the stretch")
            extent = self.extent(kind, near=(self.east, self.north), within=3 + PIXELS_M)
            length = extent.length_m if kind == "LineString" else extent.area_m2 / 2.0
            if abs(length - 40) > 2 * PIXELS_M:
                raise RuntimeError(f"{length:.1f} m of about 40 m")
            away = extent.geometry.distance(self.line)
            if away > 0.02:
                raise RuntimeError(f"{away:.2f} m from the street")
            told.append(self.facts())
        if self.workplace.sheet.street.usrn != self.street.usrn:
            raise RuntimeError("the street that it was drawn along was not taken")
        return "; ".join(told)

    def buffer(self) -> str:
        """A point, and the area around it."""
        before = self.drawn
        inside.trigger("point")
        click(self.east, self.north)
        inside.wait_for(lambda: self.drawn != before, "the point")
        self.extent("Point", near=(self.east, self.north), within=PIXELS_M)
        self.tools.bufferBox.setValue(5.0)
        inside.click(self.tools.bufferButton)
        extent = self.extent("Polygon", near=(self.east, self.north), within=PIXELS_M)
        if not math.isclose(extent.area_m2, math.pi * 25, rel_tol=0.01):
            raise RuntimeError(f"{extent.area_m2:.2f} m²")
        return f"{self.facts()}; {self.panel.changeLabel.text()}"

    def take_from_a_layer(self) -> str:
        """The selected feature of a layer in longitude and latitude."""
        from street_works.plugin.extents.grid import from_national_grid

        meant = self.square(6)
        layer = QgsVectorLayer("Polygon?crs=EPSG:4258", "My designs", "memory")
        feature, shape = QgsFeature(), QgsGeometry()
        shape.fromWkb(from_national_grid(meant, "EPSG:4258").geometry.wkb)
        feature.setGeometry(shape)
        layer.dataProvider().addFeatures([feature])
        QgsProject.instance().addMapLayer(layer)
        iface.setActiveLayer(layer)
        layer.selectAll()
        self.take("selection")
        return self.exactly(meant)

    def paste(self) -> str:
        """WKT with its SRID, and GeoJSON, from the clipboard."""
        from shapely import to_geojson
        from street_works.plugin.extents.grid import from_national_grid

        told = []
        meant = self.square(7)
        QApplication.clipboard().setText(f"SRID=27700;{meant.wkt}")
        self.take("clipboard")
        told.append(self.exactly(meant))
        meant = self.square(8)
        degrees = from_national_grid(meant, "EPSG:4326").geometry
        QApplication.clipboard().setText(to_geojson(degrees))
        self.take("clipboard")
        told.append(self.exactly(meant))
        return "; ".join(told)

    def from_a_file(self) -> str:
        """A table of eastings and northings that a spreadsheet wrote."""
        meant = self.square(9)
        rows = [f"{x:.2f},{y:.2f}" for x, y in meant.exterior.coords]
        path = OUT / "positions.csv"
        path.write_text("\n".join(["easting,northing", *rows]) + "\n", encoding="utf-8")
        before = self.drawn
        self.workplace.shaping.sources.offer_file(str(path))
        dialog = inside.widget_of("TakeDialog")
        inside.photograph(OUT / "take-from-file.png")
        row = next(
            row
            for row in range(dialog.shapesTree.topLevelItemCount())
            if dialog.shapesTree.topLevelItem(row).text(1) == "area"
        )
        dialog.shapesTree.setFocus()
        dialog.shapesTree.setCurrentItem(dialog.shapesTree.topLevelItem(row))
        QTest.keyClick(dialog.shapesTree, Qt.Key.Key_Return)
        inside.wait_for(lambda: self.drawn != before, "the shape of the file")
        return self.exactly(meant)

    def by_keyboard(self) -> str:
        """Grid references, typed; no mouse from the menu to the extent."""
        meant = self.square(5)
        before = self.drawn
        self.take("positions", wait=False)
        dialog = inside.widget_of("PositionsDialog")
        for x, y in list(meant.exterior.coords)[:-1]:
            editor = inside.wait_for(lambda: self.editor(dialog), "the field to type in", 5)
            QTest.keyClicks(editor, grid_reference(x, y))
            QTest.keyClick(editor, Qt.Key.Key_Return)
            inside.pause(0.05)
        inside.photograph(OUT / "by-keyboard.png")
        editor = self.editor(dialog)
        if editor is not None:
            QTest.keyClick(editor, Qt.Key.Key_Escape)
        accept = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
        accept.setFocus()
        QTest.keyClick(accept, Qt.Key.Key_Space)
        inside.wait_for(lambda: self.drawn != before, "the typed shape")
        return self.exactly(meant)

    def edit(self) -> str:
        """QGIS's vertex tool moves a corner by ten metres; then it is taken back."""
        corner = (self.east - 5, self.north - 5)
        before = self.extent("Polygon").area_m2
        inside.click(self.tools.editButton)
        inside.wait_for(lambda: self.workplace.shaping.edit_layer.layer, "the layer to edit")
        inside.render_finished()
        hover(*corner)
        click(*corner)
        click(corner[0] - 10, corner[1] - 10)
        saved = self.workplace.drafts.latest()
        if saved.drawing_crs != CRS or saved.extent_wkt:
            raise RuntimeError(f"a crash now would lose the edit: {saved}")
        inside.photograph(OUT / "editing.png")
        inside.click(self.tools.editButton)
        after = self.extent("Polygon")
        if not math.isclose(after.area_m2, before + 100, abs_tol=20):
            raise RuntimeError(f"{before:.1f} m² before, {after.area_m2:.1f} m² after")
        said = self.panel.changeLabel.text()
        inside.photograph(OUT / "edited.png")
        inside.click(self.panel.undoButton)
        if abs(self.extent("Polygon").area_m2 - before) > 0.01:
            raise RuntimeError("the edit was not taken back")
        return f"{before:.1f} m², then {after.area_m2:.1f} m²: {said}; taken back"

    def mend_and_undo(self) -> str:
        """A crossing outline: mended, with the shape before on the map; undone; done again."""
        before = self.drawn
        inside.trigger("polygon")
        for dx, dy in ((-14, -8), (14, 8), (14, -8), (-14, 12)):
            click(self.east + dx, self.north + dy)
        click(self.east - 14, self.north + 12, Qt.MouseButton.RightButton)
        inside.wait_for(lambda: self.drawn != before, "the drawing")
        sheet = self.workplace.sheet
        if sheet.examined.submittable:
            raise RuntimeError("the crossing was not found")
        listed = self.panel.findingsList
        listed.setFocus()
        listed.setCurrentRow(0)
        inside.click(self.panel.mendButton)
        inside.wait_for(lambda: sheet.examined.submittable, "the mend")
        if not self.workplace.highlight.before_shown:
            raise RuntimeError("the shape as it was is not on the map")
        said, mended = self.panel.changeLabel.text(), sheet.examined.extent.geometry
        inside.photograph(OUT / "mended.png")
        inside.click(self.panel.undoButton)
        if sheet.examined.submittable or self.workplace.highlight.before_shown:
            raise RuntimeError("the mend was not taken back")
        inside.click(self.panel.redoButton)
        if not sheet.examined.extent.geometry.equals_exact(mended, 0):
            raise RuntimeError("the mend was not brought back")
        return f"{said}; taken back and brought back"

    @property
    def drawn(self) -> tuple[str, str]:
        """Which draft is on the desk, and its drawing: the first drawing begins no other draft."""
        draft = self.workplace.sheet.draft
        return draft.id, draft.drawing_wkt

    def facts(self) -> str:
        """What the panel says of the extent."""
        return str(self.panel.facts.text()).replace("\n", "; ")

    def extent(self, kind: str, near: Any = None, within: float = 0.0) -> Any:
        """Return the extent; raises RuntimeError when it is of another kind or elsewhere."""
        extent = self.workplace.sheet.examined.extent
        if extent is None or extent.geometry.geom_type != kind:
            raise RuntimeError(f"no {kind} but {extent}, {self.workplace.sheet.findings}")
        if near is not None:
            away = math.dist(near, extent.geometry.centroid.coords[0])
            if away > within:
                raise RuntimeError(f"{away:.2f} m from where it was meant")
        return extent

    def square(self, half: float) -> Any:
        """Return a square around the place, its corners on whole metres and centimetres."""
        from shapely.geometry import box

        east, north = round(self.east), round(self.north)
        return box(east - half, north - half, east + half, north + half)

    def take(self, source: str, *, wait: bool = True) -> None:
        """Choose from the menu of “Take” as the keyboard does, and wait for the new draft."""
        before = self.drawn
        action = self.tools.findChild(type(self.tools.take_menu.actions()[0]), f"take_{source}")
        action.trigger()
        if wait:
            inside.wait_for(lambda: self.drawn != before, f"the shape from {source}", 10)

    def exactly(self, meant: Any) -> str:
        """Say how far the extent is from what was meant; raises RuntimeError above 2 cm."""
        extent = self.extent("Polygon")
        away = extent.geometry.hausdorff_distance(meant)
        if away > EXACT_M:
            raise RuntimeError(f"{away:.3f} m off")
        return f"{away * 1000:.1f} mm off, {self.facts()}"

    def editor(self, dialog: Any) -> Any:
        """Return the field that is open in the table, or None."""
        fields: list[QLineEdit] = dialog.table.findChildren(QLineEdit)
        if not fields:
            QTest.keyClick(dialog.table, Qt.Key.Key_F2)
            fields = dialog.table.findChildren(QLineEdit)
        return fields[0] if fields else None


def pixel_of(easting: float, northing: float) -> QPoint:
    """Return where a place (EPSG:27700) truly is on the canvas, not where QGIS displays it."""
    from shapely.geometry import Point
    from street_works.plugin.extents.grid import from_national_grid

    place = from_national_grid(Point(easting, northing), CRS).geometry
    pixel = iface.mapCanvas().getCoordinateTransform().transform(QgsPointXY(place.x, place.y))
    return QPoint(round(pixel.x()), round(pixel.y()))


def hover(easting: float, northing: float) -> None:
    """Move the mouse to a place."""
    inside.hover(pixel_of(easting, northing))


def click(
    easting: float, northing: float, button: Qt.MouseButton = Qt.MouseButton.LeftButton
) -> None:
    """Click a place."""
    inside.click_at(pixel_of(easting, northing), button)


def grid_reference(easting: float, northing: float) -> str:
    """Write a position as two letters and ten figures."""
    column, row = int(easting // 100_000), int(northing // 100_000)
    first = LETTERS[(row + 5) // 5 * 5 + (column + 10) // 5]
    second = LETTERS[row % 5 * 5 + column % 5]
    return f"{first}{second} {int(easting) % 100_000:05d} {int(northing) % 100_000:05d}"


def script() -> dict[str, Any]:
    """Walk all the ways."""
    ways, journey = Ways(), Journey(OUT)
    iface.mainWindow().showMaximized()
    steps: list[tuple[str, Callable[[], str]]] = [
        ("start", ways.start),
        ("draw", ways.draw),
        ("along the street", ways.along_the_street),
        ("buffer", ways.buffer),
        ("take from a layer", ways.take_from_a_layer),
        ("paste", ways.paste),
        ("from a file", ways.from_a_file),
        ("by keyboard", ways.by_keyboard),
        ("edit", ways.edit),
        ("mend and undo", ways.mend_and_undo),
    ]
    for name, act in steps:
        journey.step(name, act)
    return {"steps": journey.steps}


inside.run_script(script)
