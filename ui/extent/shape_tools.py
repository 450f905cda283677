"""The ways to an extent other than drawing it: along a street, around a shape, taken, edited."""

from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QDoubleSpinBox, QMenu, QPushButton, QToolButton, QWidget

from ...plugin.extents.along import Side
from ...plugin.map.along import Result
from ...plugin.settings import Settings
from ...plugin.words import tr
from ..shared.ui_file import load_form
from .shape_sources import CLIPBOARD, FILE, POSITIONS, SELECTION

_LINE = "line"


class ShapeTools(QWidget):
    """Says what the planner wants; what was typed last is remembered."""

    alongButton: QToolButton
    alongBox: QComboBox
    widthBox: QDoubleSpinBox
    bufferButton: QPushButton
    bufferBox: QDoubleSpinBox
    takeButton: QToolButton
    editButton: QToolButton

    along = pyqtSignal(bool)
    along_as = pyqtSignal(object)  # Result
    area = pyqtSignal(float)
    edit = pyqtSignal(bool)
    take = pyqtSignal(str)

    def __init__(self, settings: Settings, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self._settings = settings
        self._fill()
        self.take_menu = self._take_menu()
        self.takeButton.setMenu(self.take_menu)
        self.alongButton.clicked.connect(self.along)
        self.alongBox.currentIndexChanged.connect(lambda _row: self._changed())
        self.widthBox.valueChanged.connect(lambda _metres: self._changed())
        self.bufferButton.clicked.connect(lambda: self.area.emit(self.bufferBox.value()))
        self.bufferBox.valueChanged.connect(self._keep_buffer)
        self.editButton.clicked.connect(self.edit)

    @property
    def result(self) -> Result:
        """What a stretch of street is to become."""
        key = self.alongBox.currentData()
        return Result(None if key == _LINE else Side(key), self.widthBox.value())

    def offer(self, *, area: bool, edit: bool) -> None:
        """Say whether there is something of which an area can be made, and something to edit."""
        self.bufferButton.setEnabled(area)
        self.editButton.setEnabled(edit or self.editButton.isChecked())

    def editing(self, on: bool) -> None:
        """Show whether the extent is being edited now."""
        self.editButton.setChecked(on)
        self.editButton.setText(tr("F&inish editing") if on else tr("Ed&it"))

    def _fill(self) -> None:
        for key, text in (
            (_LINE, tr("as a line")),
            (Side.BOTH.value, tr("as a strip, both sides")),
            (Side.LEFT.value, tr("as a strip on the left")),
            (Side.RIGHT.value, tr("as a strip on the right")),
        ):
            self.alongBox.addItem(text, key)
        self.alongBox.setCurrentIndex(max(0, self.alongBox.findData(self._settings.along_as)))
        self.widthBox.setRange(*Settings.strip_width_m.range)
        self.bufferBox.setRange(*Settings.buffer_m.range)
        self.widthBox.setValue(self._settings.strip_width_m)
        self.bufferBox.setValue(self._settings.buffer_m)
        self.widthBox.setEnabled(self.alongBox.currentData() != _LINE)

    def _take_menu(self) -> QMenu:
        menu = QMenu(self)
        for source, text in (
            (SELECTION, tr("From the &selected feature")),
            (CLIPBOARD, tr("From the &clipboard")),
            (FILE, tr("From a &file …")),
            (POSITIONS, tr("By c&oordinates …")),
        ):
            action = menu.addAction(text)
            action.setObjectName(f"take_{source}")
            action.triggered.connect(lambda _on=False, source=source: self.take.emit(source))
        return menu

    def _changed(self) -> None:
        self.widthBox.setEnabled(self.alongBox.currentData() != _LINE)
        self._settings.along_as = self.alongBox.currentData()
        self._settings.strip_width_m = self.widthBox.value()
        self.along_as.emit(self.result)

    def _keep_buffer(self, metres: float) -> None:
        self._settings.buffer_m = metres
