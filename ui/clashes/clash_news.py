"""What is new of what the planner's works meet: listed under the changes, counted on tabs."""

from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...plugin.clashes.news import COUNTED, title
from ...plugin.desk.watch import Told, Watch, Watched
from ...plugin.trade.calendar import uk_today
from ...plugin.words import tr
from ..shared.ui_file import load_form

_ROLE = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROWS = 4


class NewsTree(QTreeWidget):
    """Lists what is to be told; Enter and double-click open the works and what they meet."""

    opened = pyqtSignal(object)  # Told

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("newsTree")
        self.setHeaderLabels([tr("What"), tr("My works"), tr("Meet"), tr("Why"), tr("Since")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(tr("News of the clashes of my works"))
        self.setAccessibleDescription(tr("Enter opens the works and what they meet."))
        self.itemDoubleClicked.connect(lambda item, _column: self.opened.emit(item.data(0, _ROLE)))

    def show_news(self, told: tuple[Told, ...]) -> None:
        """List these; what was current stays so."""
        item = self.currentItem()
        current = None if item is None else item.data(0, _ROLE).news.case
        first = not self.topLevelItemCount()
        self.clear()
        for one in told:
            row = _row(one)
            self.addTopLevelItem(row)
            if one.news.case == current:
                self.setCurrentItem(row)
        if first and told:
            for column in range(self.columnCount()):
                self.resizeColumnToContents(column)
        rows = min(len(told), _ROWS) + 1  # one more for a scroll bar below them
        frame = self.header().height() + 2 * self.frameWidth()
        self.setFixedHeight(rows * max(self.sizeHintForRow(0), 0) + frame)

    def selected(self) -> tuple[Told, ...]:
        """Return what is selected."""
        return tuple(item.data(0, _ROLE) for item in self.selectedItems())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open the current row; all else is the tree's own."""
        item = self.currentItem()
        if item is None or event.key() not in _ENTER:
            super().keyPressEvent(event)
        else:
            self.opened.emit(item.data(0, _ROLE))


class ClashNews(QWidget):
    """Shows what `watch` has to tell; `opened` asks for the works and what they meet."""

    newsLabel: QLabel
    newsStatement: QLabel
    treePlace: QVBoxLayout
    newsSeenButton: QPushButton

    opened = pyqtSignal(object)  # Told

    def __init__(self, watch: Watch, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self._watch = watch
        self.newsTree = NewsTree(self)
        self.treePlace.addWidget(self.newsTree)
        self.newsLabel.setBuddy(self.newsTree)
        self.newsTree.opened.connect(self._open)
        self.newsSeenButton.clicked.connect(
            lambda: watch.mark_seen(self.newsTree.selected() or watch.now.told)
        )
        watch.shown.connect(self._show)
        self._show(watch.now)

    def _show(self, watched: Watched) -> None:
        self.newsTree.show_news(watched.told)
        for part in (self.newsTree, self.newsSeenButton):
            part.setVisible(bool(watched.told))
        self.newsStatement.setText(self._watch.statement)

    def _open(self, told: Told) -> None:
        self._watch.mark_seen([told])
        self.opened.emit(told)


def _row(told: Told) -> QTreeWidgetItem:
    news = told.news
    item = QTreeWidgetItem(
        [title(news.what), told.own.name, news.other, news.why, told.when(uk_today())]
    )
    item.setData(0, _ROLE, told)
    for column in range(item.columnCount()):
        item.setToolTip(column, item.text(column))
        if news.what in COUNTED:
            font = item.font(column)
            font.setBold(True)
            item.setFont(column, font)
    return item
