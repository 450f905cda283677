"""Which rows of a destination tell of records that the register no longer has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Optional

from qgis.core import QgsFeature, QgsFeatureRequest, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QDate

from ..live.store.columns import DATED, END_DAY, START_DAY
from ..live.store.tables import SHAPES
from ..trade.box import Box
from ..trade.days import Days
from .download_from import Downloaded, Wanted
from .download_rows import IDENTITY
from .names import SHAPE_MEETS

_EDGE_M = 0.01  # what only touches the box may come or not: the register rounds


@dataclass(frozen=True)
class Reach:
    """How far a download replaces what was there.

    `everything` stands for all rows, wherever they are; `past` for those in the area that ended
    before the first day. Otherwise it is the rows in the area and the days.
    """

    wanted: Wanted
    everything: bool = False
    past: bool = False


def gone(
    downloaded: Downloaded, layers: Mapping[str, QgsVectorLayer], held: set[str], reach: Reach
) -> set[str]:
    """Return the identities of rows that are to go.

    `layers` are the tables of the kind by shape, `held` the identities of all their rows. A record
    that may lie where nothing was fetched stays, as does one that came but could not be read. When
    a record came that nobody can tell from others, all stay.
    """
    if "" in downloaded.unread:
        return set()
    came = {record.identity for record in downloaded.records} | downloaded.unread
    if reach.everything:
        candidates = set(held)
    else:
        candidates = {
            str(row[IDENTITY])
            for row in _rows_in(layers, _without_edge(reach.wanted.box))
            if downloaded.kind not in DATED or _meant(row, reach.wanted.days, past=reach.past)
        }
    for box in downloaded.not_fetched:
        candidates -= {str(row[IDENTITY]) for row in _rows_in(layers, _rectangle(box))}
    return candidates - came


def _rows_in(layers: Mapping[str, QgsVectorLayer], where: QgsRectangle) -> Iterator[QgsFeature]:
    for layer in (layers[shape] for shape in SHAPES if shape in layers):
        names = [IDENTITY, START_DAY, END_DAY]
        request = QgsFeatureRequest(where).setFlags(SHAPE_MEETS)
        request.setSubsetOfAttributes(names, layer.fields())
        yield from layer.getFeatures(request)


def _meant(row: QgsFeature, days: Days, *, past: bool) -> bool:
    first, last = _day(row, START_DAY), _day(row, END_DAY)
    if last is not None and last < days.start:
        return past
    return first is None or first <= days.end


def _day(row: QgsFeature, name: str) -> Optional[date]:
    value = row[name]
    return date(value.year(), value.month(), value.day()) if isinstance(value, QDate) else None


def _without_edge(box: Box) -> QgsRectangle:
    return _rectangle(box.grown(-_EDGE_M))


def _rectangle(box: Box) -> QgsRectangle:
    return QgsRectangle(*box)
