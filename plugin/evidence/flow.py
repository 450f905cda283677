"""Tables that go on from page to page, their rows never parted."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qgis.core import (
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemPage,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsPrintLayout,
    QgsTableCell,
)

from .letters import Letters
from .template import COLUMNS, FOOTER, item, table
from .told import Line

_GAP_MM = 4.0
_BELOW_MM = 2.0
_MARGIN_MM = 12.0
_SPARE_MM = 0.05  # a row that is as high as its frame is left out


class Flow:
    """Puts rows below each other, from where the highest table of the template stands.

    QGIS says nowhere how high rows become, and lays out and draws a table at once, which takes
    seconds for five hundred rows. So they are measured here, and the template's table shows one of
    them at a time, wherever it belongs. A page ends above the template's footer, which moves along.
    """

    def __init__(self, layout: QgsPrintLayout) -> None:
        self._layout = layout
        self._tables = {name: _Table(layout, name) for name in COLUMNS}
        self._first, self._y = min((one.page, one.y) for one in self._tables.values())
        self._footer = item(layout, QgsLayoutItemLabel, FOOTER)
        height = layout.pageCollection().page(self._first).pageSize().height()
        below = height - _MARGIN_MM if self._footer is None else self._footer.pagePos().y()
        self._bottom = below - _BELOW_MM
        self._pages: list[list[_Placed]] = [[]]

    def lay(self, name: str, lines: Sequence[Line]) -> Iterator[None]:
        """Find places for the lines of a table, under its headings on each page, one at a time."""
        there, headed = self._tables[name], False
        for line in lines:
            row = there.row(line)
            if self._y + row.height + (0 if headed else there.headings.height) > self._bottom:
                self._turn_over()
                headed = False
            if not headed:
                self._place(there.headings)
                headed = True
            self._place(row)
            yield
        self._y += _GAP_MM

    def add_pages(self) -> Iterator[None]:
        """Give the layout the pages that the rows need, one at a time."""
        pages = self._layout.pageCollection()
        for number in range(1, len(self._pages)):
            page = QgsLayoutItemPage(self._layout)
            page.setPageSize(pages.page(self._first).pageSize())
            pages.insertPage(page, self._first + number)
            yield

    def on_page(self, page: int) -> Iterator[QgsLayoutItem]:
        """Give what is to be drawn on a page beside what the template has there, one by one."""
        number = page - self._first
        if not 0 <= number < len(self._pages):
            return
        for placed in self._pages[number]:
            yield placed.row.table.show(placed.row, page, placed.y)
        if number and self._footer is not None:
            place = self._footer.pagePos()
            self._footer.attemptMove(QgsLayoutPoint(place.x(), place.y()), page=page)
            yield self._footer

    def _place(self, row: "_Row") -> None:
        self._pages[-1].append(_Placed(row, self._y))
        self._y += row.height - row.table.stroke

    def _turn_over(self) -> None:
        self._pages.append([])
        self._y = _MARGIN_MM


class _Row(NamedTuple):
    """A row of a table, its cells parted into lines, and its height in millimetres."""

    table: "_Table"
    cells: list[str]
    height: float
    heading: bool


class _Placed(NamedTuple):
    """A row and how far below the edge of its page it stands."""

    row: _Row
    y: float


class _Table:
    """A table of the template, which shows one row at a time."""

    def __init__(self, layout: QgsPrintLayout, name: str) -> None:
        self._shown = shown = table(layout, name)
        self._frame: QgsLayoutFrame = shown.frame(0)
        self.page, place = self._frame.page(), self._frame.pagePos()
        self._x, self.y = place.x(), place.y()
        self.stroke = shown.gridStrokeWidth() if shown.showGrid() else 0.0
        self._around = 2 * (shown.cellMargin() + self.stroke)
        self._columns = shown.columns()
        self._like = shown.tableContents()[0]
        self._format = shown.headerTextFormat()
        heading = shown.cellStyle(QgsLayoutTable.CellStyleGroup.HeaderRow)
        self._colour = heading.cellBackgroundColor if heading.enabled else None
        self._letters = Letters(layout, shown.contentTextFormat())
        self.headings = self._row(
            Letters(layout, self._format), [one.heading() for one in self._columns], heading=True
        )
        shown.setIncludeTableHeader(False)
        shown.setHeaderMode(QgsLayoutTable.HeaderMode.NoHeaders)
        self._width = shown.totalSize().width()
        self._frame.hide()

    def row(self, line: Line) -> _Row:
        """Return a line as a row, measured."""
        return self._row(self._letters, line, heading=False)

    def show(self, row: _Row, page: int, y: float) -> QgsLayoutFrame:
        """Show a row on a page, and return what is to be drawn."""
        self._shown.setRowHeights([row.height - self._around])
        cells = [self._cell(*one, heading=row.heading) for one in zip(row.cells, self._like)]
        self._shown.setTableContents([cells])
        self._frame.attemptResize(QgsLayoutSize(self._width, row.height + _SPARE_MM))
        self._frame.attemptMove(QgsLayoutPoint(self._x, y), page=page)
        return self._frame

    def _row(self, letters: Letters, line: Sequence[str], *, heading: bool) -> _Row:
        cells = [letters.lines(text, one.width()) for text, one in zip(line, self._columns)]
        height = max(map(letters.height, cells)) + self._around
        return _Row(self, ["\n".join(lines) for lines in cells], height, heading)

    def _cell(self, text: str, like: QgsTableCell, *, heading: bool) -> QgsTableCell:
        cell = QgsTableCell(text)
        cell.setHorizontalAlignment(like.horizontalAlignment())
        cell.setVerticalAlignment(like.verticalAlignment())
        if heading:
            cell.setTextFormat(self._format)
            if self._colour is not None:
                cell.setBackgroundColor(self._colour)
        return cell
