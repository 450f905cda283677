"""What needs the planner as a table's model: what a row says in each column."""

from dataclasses import dataclass
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QModelIndex, QObject, Qt, pyqtSignal

from ...plugin.compat import enum_value
from ...plugin.desk.my_works import NOTHING, Shown
from ...plugin.live.mine.needs import Need, Urgency
from ...plugin.live.mine.told import about, clock_words, next_words, source_words, until_words
from ...plugin.live.mine.wanted import BY_CLOCK
from ...plugin.trade.labels import label
from ...plugin.words import tr
from ..shared.rows_model import RowsModel

_Role = Qt.ItemDataRole
_OF_CLOCKS = (BY_CLOCK, "reason", "clock")


@dataclass(frozen=True)
class Column:
    """A column: the name by which it is remembered and sorted, its heading, what it says."""

    key: str
    heading: str
    text: Callable[[Need, Shown], str]


def mine_columns() -> tuple[Column, ...]:
    """Return the columns in the planner's language, in their usual order."""
    return (
        Column(BY_CLOCK, tr("Until"), lambda need, shown: until_words(need, shown.at)),
        Column("reason", tr("What"), lambda need, _: label(need.reason)),
        Column(
            "where", tr("Where"), lambda need, _: ", ".join(filter(None, (need.street, need.town)))
        ),
        Column("step", tr("Next step"), lambda need, _: next_words(need)),
        Column("clock", tr("Clock"), lambda need, shown: clock_words(need, shown.at)),
        Column("about", tr("About"), lambda need, _: about(need)),
        Column("works", tr("Works reference"), lambda need, _: need.row.works_reference),
        Column("status", tr("Status"), lambda need, _: label(need.status)),
        Column("promoter", tr("Promoter"), lambda need, _: need.promoter),
        Column("authority", tr("Highway authority"), lambda need, _: need.authority),
    )


class MineModel(RowsModel[Need, Column]):
    """The needs that are shown, in their order, each with the icon of its urgency.

    `sorting` asks for another order.
    """

    sorting = pyqtSignal(str, bool)  # a column's key, and whether it descends

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(mine_columns(), parent)
        self.shown: Shown = NOTHING

    def show(self, shown: Shown) -> None:
        """Take what is shown now in place of what there was."""
        self.shown = shown
        self.show_rows(shown.needs)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for the rows in another order."""
        if 0 <= column < len(self.columns):
            descends = enum_value(order) == enum_value(Qt.SortOrder.DescendingOrder)
            self.sorting.emit(self.columns[column].key, descends)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says or shows; None for roles of no concern."""
        if not index.isValid():
            return None
        need, column = self.rows[index.row()], self.columns[index.column()]
        if role == _Role.DisplayRole:
            return column.text(need, self.shown)
        if role == _Role.DecorationRole:
            return self.icons.get(need.urgency) if column.key == BY_CLOCK else None
        if role == _Role.ToolTipRole:
            return self._more(need, column)
        if role == _Role.AccessibleTextRole:
            return self._spoken(need, column)
        return None

    def _more(self, need: Need, column: Column) -> str:
        said = column.text(need, self.shown)
        if column.key not in _OF_CLOCKS:
            return said
        clock = clock_words(need, self.shown.at)
        return "\n".join(filter(None, (label(need.reason), clock, source_words(need))))

    def _spoken(self, need: Need, column: Column) -> str:
        said = column.text(need, self.shown)
        if column.key != BY_CLOCK:
            return said
        return tr("{urgency}: {until}").format(urgency=urgency_words(need.urgency), until=said)


def urgency_words(urgency: Urgency) -> str:
    """Say how soon something is to be done."""
    if urgency is Urgency.OVER:
        return tr("over")
    return tr("to be done now") if urgency is Urgency.PRESSES else tr("later")
