"""What the models of our tables have in common: rows, columns with headings, an icon by a word."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Generic, Optional, Protocol, TypeVar

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QIcon

_NOWHERE = QModelIndex()


class Headed(Protocol):
    """A column."""

    @property
    def heading(self) -> str:
        """What stands above it."""


Row = TypeVar("Row")
Col = TypeVar("Col", bound=Headed)


class RowsModel(QAbstractTableModel, Generic[Row, Col]):
    """`rows`, in the order in which they came, in `columns`."""

    def __init__(self, columns: Sequence[Col], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[Row, ...] = ()
        self.icons: Mapping[Hashable, QIcon] = {}

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Take other rows in place of those there are."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def use_icons(self, icons: Mapping[Any, QIcon]) -> None:
        """Take other icons."""
        self.icons = icons
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))

    def rowCount(self, parent: QModelIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a column's heading."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        return None
