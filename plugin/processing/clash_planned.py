"""The planned works of a layer, read as those of a CSV file are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import NULL, QgsFeature
from qgis.PyQt.QtCore import QDate, QDateTime

from ..clashes.csv_rows import Place, Row
from ..clashes.reading import ListedWorks, Trouble, WorksRead
from ..desk.layer_fields import day_of_value
from ..extents import Limits
from ..map.placed import on_grid, placed
from ..words import tr


class FeaturePlace(Place):
    """A feature of a layer: the layer's name, and the feature's id."""

    def __str__(self) -> str:
        return tr("{layer}, feature {n}").format(layer=self.file, n=self.line)


@dataclass(frozen=True)
class Planned:
    """The works of the features of a layer, one for each in order, and what is wrong with them.

    `remarks` are about the layer as a whole.
    """

    features: Sequence[QgsFeature]
    works: Sequence[ListedWorks]
    troubles: Sequence[Trouble]
    remarks: Sequence[str]


def planned(
    name: str,
    crs: str,
    features: Sequence[QgsFeature],
    chosen: Mapping[str, str],
    limits: Limits,
    do: Callable[..., Any],
) -> Planned:
    """Read the works of a layer of that name, whose shapes are in `crs`.

    `chosen` are names of fields by what they tell, in the words of `read_works`. `do` carries out
    on the geometry thread. Raises QgsProcessingException for a layer that cannot be compared.
    """
    shapes = [feature.geometry() for feature in features]
    lies = do(placed, name, shapes, crs, limits)
    read = WorksRead()
    for feature, shape in zip(features, do(on_grid, shapes, crs)):
        told = {column: _text(feature[field]) for column, field in chosen.items()}
        read.take(Row(FeaturePlace(name, feature.id()), told, len(told)), shape)
    remarks = (*lies.inexact, *filter(None, [lies.strays]))
    return Planned(features, read.works, read.troubles, remarks)


def _text(value: Any) -> str:
    """Return what a field says as text; a moment as its day in the UK."""
    if value is None or value == NULL:
        return ""
    if isinstance(value, (QDate, QDateTime)):
        day = day_of_value(value)
        return "" if day is None else day.isoformat()
    return str(value)
