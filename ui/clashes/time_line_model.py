"""The time line as a model for Qt's table: rows with days."""

from datetime import date
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QPalette

from ...plugin.clashes.timeline import TimeLine
from ...plugin.trade.telling import month
from ..shared.symbols import grade_icon
from .day_marks import ground, ink, letter

_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_MONDAY = 0


class TimeLineModel(QAbstractTableModel):
    """A `line`; each cell tells its day in words, each heading its row.

    `why` says why the works could not start on a day, "" where they could.
    """

    def __init__(self, why: Callable[[date], str], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._why = why
        self.line: Optional[TimeLine] = None
        self.palette = QPalette()

    def show(self, line: Optional[TimeLine], palette: QPalette) -> None:
        """Take another time line in place of the one there is."""
        self.beginResetModel()
        self.line, self.palette = line, palette
        self.endResetModel()

    def recolour(self, palette: QPalette) -> None:
        """Take other colours."""
        self.palette = palette
        if self.line is not None:
            last = self.index(len(self.line.rows) - 1, len(self.line.kinds) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: QModelIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many rows there are."""
        return 0 if parent.isValid() or self.line is None else len(self.line.rows)

    def columnCount(self, parent: QModelIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many days there are."""
        return 0 if parent.isValid() or self.line is None else len(self.line.kinds)

    def data(self, index: QModelIndex, role: int = _Role.DisplayRole) -> Any:
        """Return what a row has on a day, as a letter on a ground, and in words."""
        tell = _TOLD.get(role)
        if tell is None or self.line is None or not index.isValid():
            return None
        return tell(self, self.line, index.row(), index.column())

    def letter(self, line: TimeLine, row: int, column: int) -> str:
        """Return what stands on a day of a row."""
        return letter(line.mark(row, column), line.rows[row].grade)

    def ground(self, line: TimeLine, row: int, column: int) -> QBrush:
        """Return what is behind it."""
        mark, grade = line.mark(row, column), line.rows[row].grade
        return ground(mark, grade, line.kinds[column], self.palette)

    def ink(self, line: TimeLine, row: int, column: int) -> QColor:
        """Return its colour."""
        return ink(line.mark(row, column), self.palette)

    def said(self, line: TimeLine, row: int, column: int) -> str:
        """Return it in words, and why the works could not start where that is the question."""
        why = self._why(line.day(column)) if line.rows[row].of_starts else ""
        return " ".join(filter(None, (line.said(row, column) + ".", why)))

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """Return the day of a column, or the name of a row; in words for screen readers."""
        if self.line is None:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._day(self.line, section, role)
        row = self.line.rows[section]
        if role == _Role.DecorationRole and row.grade is not None:
            return grade_icon(row.grade, self.palette)
        if role in {_Role.ToolTipRole, _Role.AccessibleTextRole}:
            return row.tell()
        return row.name if role == _Role.DisplayRole else None

    def _day(self, line: TimeLine, column: int, role: int) -> Any:
        day = line.day(column)
        if role == _Role.DisplayRole:
            named = day.weekday() == _MONDAY or day.day == 1
            return f"{month(day)}\n{day.day}" if named else f"\n{day.day}"
        if role in {_Role.ToolTipRole, _Role.AccessibleTextRole}:
            return line.day_said(column)
        return None


_Tell = Callable[[TimeLineModel, TimeLine, int, int], Any]
_TOLD: dict[int, _Tell] = {
    _Role.DisplayRole: TimeLineModel.letter,
    _Role.BackgroundRole: TimeLineModel.ground,
    _Role.ForegroundRole: TimeLineModel.ink,
    _Role.ToolTipRole: TimeLineModel.said,
    _Role.AccessibleTextRole: TimeLineModel.said,
    _Role.AccessibleDescriptionRole: lambda _model, line, row, _column: line.rows[row].tell(),
    _Role.TextAlignmentRole: lambda *_cell: Qt.AlignmentFlag.AlignCenter,
}
