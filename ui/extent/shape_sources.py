"""Where a shape can be taken from: a selected feature, the clipboard, a file, typed positions."""

from typing import TYPE_CHECKING, Any, Callable, Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from ...plugin.settings import Settings
from ...plugin.words import tr
from ..shared.trouble import attempt

if TYPE_CHECKING:
    from .take_dialog import TakeDialog

SELECTION, CLIPBOARD, FILE, POSITIONS = "selection", "clipboard", "file", "positions"


class ShapeSources(QObject):
    """Gives a shape as `taken(wkt, crs, notes)`, or `trouble(error)`. Call `close` in the end."""

    taken = pyqtSignal(str, str, tuple)
    trouble = pyqtSignal(object)

    def __init__(self, iface: Any, settings: Settings) -> None:
        """`settings` say how typed positions are checked."""
        super().__init__()
        self._settings = settings
        self._iface = iface
        self.dialog: Optional[QDialog] = None
        self._sources: dict[str, Callable[[], None]] = {
            SELECTION: self._from_selection,
            CLIPBOARD: self._from_clipboard,
            FILE: self._from_file,
            POSITIONS: self._by_positions,
        }

    def take(self, source: str) -> None:
        """Take a shape from one of SELECTION, CLIPBOARD, FILE and POSITIONS."""
        attempt(self._sources[source], self.trouble.emit)

    def offer_file(self, path: str) -> None:
        """Take the shape of a file; if it holds several the planner chooses."""
        attempt(lambda: self._offer_file(path), self.trouble.emit)

    def close(self) -> None:
        """Close the dialog that is open."""
        if self.dialog is not None:
            self.dialog.hide()
            self.dialog.deleteLater()
            self.dialog = None

    def _from_selection(self) -> None:
        from ...plugin.map.take import from_selection  # noqa: PLC0415 - only when it is used

        self._hand_on(from_selection(self._iface.activeLayer()))

    def _from_clipboard(self) -> None:
        from ...plugin.map.draw import name_of  # noqa: PLC0415 - only when it is used
        from ...plugin.map.take import from_text  # noqa: PLC0415 - only when it is used

        crs = QgsProject.instance().crs()
        named = name_of(crs) if crs.isValid() else ""
        self._hand_on(from_text(QApplication.clipboard().text(), named))

    def _from_file(self) -> None:
        dialog = QFileDialog(self._window(), tr("Take the extent from a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                tr("Shapes ({patterns})").format(
                    patterns="*.gpkg *.shp *.dxf *.csv *.txt *.geojson *.json *.kml *.gml *.tab"
                ),
                tr("All files (*)"),
            ]
        )
        dialog.fileSelected.connect(self.offer_file)
        self._open(dialog)

    def _offer_file(self, path: str) -> None:
        from ...plugin.map.files import from_file  # noqa: PLC0415 - only when it is used

        offered = from_file(path)
        if len(offered) == 1:
            self._hand_on(offered[0].taken())
            return
        from .take_dialog import TakeDialog  # noqa: PLC0415 - only when it is used

        dialog = TakeDialog(offered, self._window())
        dialog.accepted.connect(
            lambda: attempt(lambda: self._take_chosen(dialog), self.trouble.emit)
        )
        self._open(dialog)

    def _take_chosen(self, dialog: "TakeDialog") -> None:
        if dialog.chosen is not None:
            self._hand_on(dialog.chosen.taken())

    def _by_positions(self) -> None:
        from .positions_dialog import PositionsDialog  # noqa: PLC0415 - only when it is used

        dialog = PositionsDialog(
            self._window(),
            limits=self._settings.limits,
            accept_approximation=self._settings.accept_approximation,
        )
        dialog.drawn.connect(lambda wkt, crs: self.taken.emit(wkt, crs, ()))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.close()
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.open()
        self.dialog = dialog

    def _hand_on(self, taken: Any) -> None:
        self.taken.emit(taken.wkt, taken.crs, taken.notes)

    def _window(self) -> QWidget:
        return self._iface.mainWindow()
