"""The document of a pack: QGIS lays it out by the template and draws it, a little at a time."""

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Callable, NamedTuple, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpressionContextUtils,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLegend,
    QgsLayoutItemMapGrid,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutPoint,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsPrintLayout,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from qgis.PyQt.QtGui import QPageSize, QPainter, QPdfWriter

from ..background.slices import Steps
from ..errors import StreetWorksError
from ..map.clash_features import Drawn, features_of
from ..map.memory import NATIONAL_GRID
from ..words import tr
from . import told
from .flow import Flow
from .map_layers import layers_of, view_of
from .map_picture import as_path, painted
from .pack import Pack
from .template import LEGEND, MAP, item, load

_DPI = 300
_GRID_LINES = 4  # across the map, at most


class Document(NamedTuple):
    """A PDF, and what is to be told of the template that it was made with."""

    content: bytes
    trouble: Optional[StreetWorksError]


class Contents(NamedTuple):
    """What is to be in the document: a pack, where they meet, and the lines of its tables."""

    pack: Pack
    meetings: Drawn
    tables: Mapping[str, list[told.Line]]


def contents(pack: Pack) -> Contents:
    """Return what the document of a pack has in it; to be called in a thread."""
    tables = {
        "facts": told.facts(pack),
        "rules": told.rules(pack),
        "checked": told.checked(pack),
        "findings": told.findings(pack),
    }
    return Contents(pack, features_of(pack.report.encounters), tables)


def document(
    given: Contents, template: Path, below: Callable[[], Sequence[QgsMapLayer]]
) -> Steps[Document]:
    """Make the document in steps on the main thread.

    `template` is the folder where the planner's template may be, `below` gives the layers under
    those of the pack on the map, the topmost first.
    """
    pack, layers = given.pack, []
    layout, trouble = yield from load(template)
    yield 0.05
    _put_words(layout, pack)
    for layer in layers_of(pack, given.meetings):
        layers.append(layer)
        yield 0.1
    yield from _put_map(layout, pack, [*layers, *below()])
    _put_legend(layout, layers)
    yield 0.2
    flow = Flow(layout)
    yield 0.2
    yield from _lay(flow, given.tables)
    for _page in flow.add_pages():
        yield 0.4
    return Document((yield from _drawn(layout, flow)), trouble)


def _put_words(layout: QgsPrintLayout, pack: Pack) -> None:
    words = {"title": told.title(), "works": told.works(pack), "made": told.made(pack)}
    for name, text in words.items():
        QgsExpressionContextUtils.setLayoutVariable(layout, f"evidence_{name}", text)


def _put_map(layout: QgsPrintLayout, pack: Pack, layers: Sequence[QgsMapLayer]) -> Steps[None]:
    """Show the map where the template has it: painted beforehand, its grid is drawn over it."""
    shown = layout.itemById(MAP)
    shown.setKeepLayerSet(True)
    shown.setLayers([])
    shown.setBackgroundEnabled(False)
    shown.setCrs(QgsCoordinateReferenceSystem(NATIONAL_GRID))
    shown.zoomToExtent(QgsRectangle(*view_of(pack)))
    for grid in shown.grids().asList():
        grid.setUnits(QgsLayoutItemMapGrid.GridUnit.MapUnit)
        grid.setIntervalX(_round(shown.extent().width() / _GRID_LINES))
        grid.setIntervalY(grid.intervalX())
    size = shown.sizeWithUnits()
    picture = yield from painted(layers, shown.extent(), size.width(), size.height())
    path = as_path(picture)
    yield 0.15
    there = QgsLayoutItemPicture(layout)
    there.setPicturePath(path, QgsLayoutItemPicture.Format.FormatRaster)
    yield 0.15
    there.setResizeMode(QgsLayoutItemPicture.ResizeMode.Stretch)
    layout.addLayoutItem(there)
    there.attemptResize(size)
    place = shown.pagePos()
    there.attemptMove(QgsLayoutPoint(place.x(), place.y()), page=shown.page())
    layout.moveItemToBottom(there)


def _round(metres: float) -> float:
    """Return the next round number of metres, such as 50."""
    power = 10.0 ** math.floor(math.log10(metres))
    return next(power * step for step in (1, 2, 5, 10) if power * step >= metres)


def _put_legend(layout: QgsPrintLayout, layers: Sequence[QgsVectorLayer]) -> None:
    """Let the template's legend, if it has one, tell what the layers show, each thing once."""
    legend = item(layout, QgsLayoutItemLegend, LEGEND)
    if legend is None:
        return
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.clear()
    told_of: set[str] = set()
    for layer in layers:
        if layer.name() not in told_of:
            told_of.add(layer.name())
            node = root.addLayer(layer)
            if len(layer.renderer().legendSymbolItems()) > 1:
                QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
    legend.adjustBoxSize()


def _lay(flow: Flow, tables: Mapping[str, Sequence[told.Line]]) -> Steps[None]:
    count = sum(map(len, tables.values()))
    laid = (None for name, lines in tables.items() for _row in flow.lay(name, lines))
    for number, _row in enumerate(laid):
        yield 0.2 + 0.2 * number / count


def _drawn(layout: QgsPrintLayout, flow: Flow) -> Steps[bytes]:
    """Draw the pages, one item after the other, and return them as a PDF."""
    context = layout.renderContext()
    context.setDpi(_DPI)
    context.setTextRenderFormat(QgsRenderContext.TextFormatAlwaysText)  # which can be searched
    pages, exporter, buffer = layout.pageCollection(), QgsLayoutExporter(layout), QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer)
    count = pages.pageCount()
    of_template = [_hidden(pages.itemsOnPage(page)) for page in range(count)]
    painter = QPainter()
    try:
        for page in range(count):
            writer.setPageSize(_size_of(pages.page(page)))
            if page:
                writer.newPage()
            else:
                painter.begin(writer)
            for one in chain(of_template[page], flow.on_page(page)):
                one.show()
                exporter.renderPage(painter, page)
                one.hide()
                yield 0.4 + 0.6 * page / count
    finally:
        painter.end()
    return bytes(buffer.data())


def _hidden(items: Iterable[QgsLayoutItem]) -> list[QgsLayoutItem]:
    """Hide the items of a page that are to be seen, and return them from the back to the front."""
    seen = sorted((one for one in items if one.isVisible()), key=lambda one: one.zValue())
    for one in seen:
        one.hide()
    return seen


def _writer(buffer: QBuffer) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setTitle(told.title())
    writer.setCreator(tr("Street Works for QGIS"))
    writer.setResolution(_DPI)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    return writer


def _size_of(page: QgsLayoutItemPage) -> QPageSize:
    size = page.pageSize()
    return QPageSize(QSizeF(size.width(), size.height()), QPageSize.Unit.Millimeter)
