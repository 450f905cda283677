"""Where the planner types positions instead of drawing: a point, a line or an area."""

from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...plugin.errors import StreetWorksError
from ...plugin.extents import Drawing, Examined, Limits, examine
from ...plugin.extents.grid import approximation_accepted
from ...plugin.extents.rows import NATIONAL_GRID, RowWrong
from ...plugin.extents.typed import LINE, POINT, POLYGON, Typed, read_positions, shape_of_all
from ...plugin.words import tr
from ..shared.shades import paint_trouble
from ..shared.symbols import severity_icon
from ..shared.ui_file import load_form
from ..shared.windows import order_by_reading, size_window
from .positions_table import PositionsTable
from .words import conversion_of, finding_text, size_of


class PositionsDialog(QDialog):
    """Reads the positions while they are typed, and says at once what comes of them.

    `drawn(wkt, crs)` is emitted when the planner accepts the shape, as the drawing tool does.
    """

    kindLabel: QLabel
    kindBox: QComboBox
    tableLabel: QLabel
    tableSpace: QVBoxLayout
    addButton: QPushButton
    removeButton: QPushButton
    facts: QLabel
    notesLabel: QLabel
    troubleLabel: QLabel
    findingsLabel: QLabel
    findingsList: QListWidget
    buttons: QDialogButtonBox

    drawn = pyqtSignal(str, str)

    def __init__(
        self,
        parent: Optional[QWidget] = None,
        *,
        kind: str = POLYGON,
        text: str = "",
        limits: Optional[Limits] = None,
        accept_approximation: bool = False,
    ) -> None:
        """Begin with a `kind` of KINDS, the positions of `text`, and the limits of the checks.

        `accept_approximation` says whether positions may be metres off without OSTN15.
        """
        super().__init__(parent)
        load_form(self, __file__)
        size_window(self, 108, 38)
        self._limits = limits or Limits()
        self._accept_approximation = accept_approximation
        self._shape: Optional[Drawing] = None
        self.table = PositionsTable(self)
        self.tableSpace.addWidget(self.table)
        self.tableLabel.setBuddy(self.table)
        for name, of in ((tr("Point"), POINT), (tr("Line"), LINE), (tr("Area"), POLYGON)):
            self.kindBox.addItem(name, of)
        self.kindBox.setCurrentIndex(self.kindBox.findData(kind))
        self._accept = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._accept.setText(tr("Take this shape"))
        order_by_reading(self)
        self.kindBox.currentIndexChanged.connect(self._look)
        self.table.changed.connect(self._look)
        self.addButton.clicked.connect(self._add_row)
        self.removeButton.clicked.connect(self._remove_rows)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.table.paste(text)
        self.table.setFocus()
        self._look()

    def accept(self) -> None:
        """Hand the shape on and close; without one, stay."""
        if self._shape is not None:
            super().accept()
            self.drawn.emit(self._shape.wkt, self._shape.crs)

    def _add_row(self) -> None:
        self.table.add_row()
        self.table.setFocus()

    def _remove_rows(self) -> None:
        self.table.remove_rows()
        self.table.setFocus()

    def _look(self) -> None:
        """Read what is typed, and show what comes of it or what is wrong."""
        self._shape = None
        lines = self.table.lines()
        self._say("")
        self._show(None, ())
        try:
            if any(line.strip() for line in lines):
                self._examine(lines)
        except RowWrong as error:
            self.table.show_read({error.row - 1: error.problem})
            self._say(str(error))
        except StreetWorksError as error:
            self._say(str(error))
        self._accept.setEnabled(self._shape is not None)

    def _examine(self, lines: list[str]) -> None:
        typed = read_positions("\n".join(lines))
        self.table.show_read(_read_as(lines, typed))
        wkt = shape_of_all(typed, self.kindBox.currentData())
        drawing = Drawing(wkt, typed.crs)
        with approximation_accepted(self._accept_approximation):
            examined = examine(drawing, self._limits)
        mendable = any(finding.mend for finding in examined.findings)
        if examined.extent is not None or mendable:
            self._shape = drawing
        self._show(examined, typed.notes)

    def _show(self, examined: Optional[Examined], notes: tuple[str, ...]) -> None:
        if examined is None:
            self.table.show_read({})
        _write(self.facts, tr("Shape"), _facts(examined))
        _write(self.notesLabel, tr("How the positions were read"), "\n".join(notes))
        self.notesLabel.setVisible(bool(notes))
        self.findingsList.clear()
        for finding in examined.findings if examined is not None else ():
            icon = severity_icon(finding.severity, self.palette())
            self.findingsList.addItem(QListWidgetItem(icon, finding_text(finding)))
        if examined is not None and not examined.findings:
            self.findingsList.addItem(tr("Nothing to mend: the extent may be submitted."))

    def _say(self, text: str) -> None:
        _write(self.troubleLabel, tr("What is wrong"), text)
        self.troubleLabel.setVisible(bool(text))
        paint_trouble(self.troubleLabel)


def _write(label: QLabel, name: str, text: str) -> None:
    """Write into a label what a screen reader says of it, too: it reads the name, not the text."""
    label.setText(text)
    label.setAccessibleName(f"{name}: {text}" if text else name)


def _facts(examined: Optional[Examined]) -> str:
    if examined is None:
        return tr("There is no shape yet.")
    if examined.extent is None:
        return tr("What was typed cannot be used as an extent: see the findings.")
    return f"{size_of(examined.extent)}\n{conversion_of(examined.extent)}"


def _read_as(lines: list[str], typed: Typed) -> dict[int, str]:
    """Say of each row's number (from 0) how it was read; what is no position is a heading."""
    read: dict[int, list[str]] = {}
    for row, (x, y) in zip(typed.rows, typed.points):
        read.setdefault(row - 1, []).append(_position(x, y, typed.crs))
    beside = tr("not a position")
    first = min(read)
    return {
        row: "; ".join(read[row]) if row in read else tr("Heading") if row < first else beside
        for row, line in enumerate(lines)
        if line.strip()
    }


def _position(x: float, y: float, crs: str) -> str:
    if crs == NATIONAL_GRID:
        return tr("easting {x:.2f}, northing {y:.2f}").format(x=x, y=y)
    return tr("latitude {y:.7f}, longitude {x:.7f}").format(x=x, y=y)
