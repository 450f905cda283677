"""The records in view as a table's model: what a row says in each column."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QFont

from ...plugin.live.store.rows import Row
from ...plugin.trade.kinds import KINDS, title
from ...plugin.trade.telling import whole_day
from ...plugin.words import tr
from ..shared.rows_model import RowsModel

SORTED_BY = Qt.ItemDataRole.UserRole
NOT_SEEN = "●"


@dataclass(frozen=True)
class ListColumn:
    """A column: the name under which it is remembered, its heading, what it says, its order."""

    key: str
    heading: str
    text: Callable[[Row], str]
    order: Callable[[Row], str]


def list_columns() -> tuple[ListColumn, ...]:
    """Return the columns in the planner's language, in their usual order."""
    return (
        ListColumn("kind", tr("Kind"), _kind, lambda row: str(KINDS.index(row.kind))),
        _words("reference", tr("Reference")),
        _words("promoter", tr("Promoter")),
        _words("category", tr("Category")),
        _words("traffic_management", tr("Traffic management")),
        _words("status", tr("Status")),
        _date("start", tr("Start")),
        _date("end", tr("End")),
        _words("about", tr("What and where")),
    )


class ListModel(RowsModel[Row, ListColumn]):
    """Rows of the store, in the order in which they were read; each kind has an icon."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(list_columns(), parent)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says, shows, or is sorted by; None for roles of no concern."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DecorationRole:
            return self.icons.get(row.kind) if column.key == "kind" else None
        answer = _ANSWERS.get(role)
        return None if answer is None else answer(row, column)


def _kind(row: Row) -> str:
    return title(row.kind) if row.seen else f"{NOT_SEEN} {title(row.kind)}"


def _words(key: str, heading: str) -> ListColumn:
    return ListColumn(
        key, heading, lambda row: getattr(row, key), lambda row: getattr(row, key).casefold()
    )


def _date(key: str, heading: str) -> ListColumn:
    def day(row: Row) -> Optional[date]:
        found: Optional[date] = getattr(row, key)
        return found

    def said(row: Row) -> str:
        found = day(row)
        return whole_day(found) if found else ""

    def order(row: Row) -> str:
        found = day(row)
        return found.isoformat() if found else ""

    return ListColumn(key, heading, said, order)


def _spoken(row: Row, column: ListColumn) -> str:
    if column.key == "kind" and not row.seen:
        return tr("{kind}, changed and not seen yet").format(kind=title(row.kind))
    return column.text(row)


def _font(row: Row) -> Optional[QFont]:
    if row.seen:
        return None
    font = QFont()
    font.setBold(True)
    return font


_ANSWERS: dict[int, Callable[[Row, ListColumn], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda row, column: column.text(row),
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.ToolTipRole: _spoken,
    Qt.ItemDataRole.FontRole: lambda row, _column: _font(row),
    SORTED_BY: lambda row, column: column.order(row),
}
