"""The layers of the document's map: the extent, what it meets, and where."""

from collections.abc import Iterable, Iterator
from typing import Any

import shapely
from qgis.core import (
    QgsFeature,
    QgsFields,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from shapely.geometry.base import BaseGeometry

from ..clashes.report import Encounter
from ..map.as_qgis import as_qgis
from ..map.clash_features import PLACE, Drawn, clash_fields
from ..map.draft_layer import DIVERSION
from ..map.dress import apply_style, put_labels
from ..map.group import EXTENT
from ..map.memory import new_memory_layer, replace_features
from ..map.styles.clashes import GRADE, clash_renderer
from ..map.styles.look import Dash, Hatch, Look, Marker
from ..map.styles.symbols import symbol_of
from ..trade.box import Box
from ..trade.kinds import WORKS, Shape
from ..words import tr
from .pack import Pack

_OTHERS = Look("#6b6b6b", Marker.DIAMOND, Dash.SOLID, Hatch.FALLING)
_AROUND_M = 15.0
_FAR_M = 250.0  # what is farther away from the extent says nothing of where they meet


def layers_of(pack: Pack, meetings: Drawn) -> Iterator[QgsVectorLayer]:
    """Give the layers that have anything in them, the topmost first. For the main thread."""
    for shape in Shape:
        if meetings[shape]:
            yield _meetings(shape, meetings[shape])
    yield from _of(tr("My works"), [pack.extent.geometry], _as_extent)
    yield from _of(tr("My diversion"), _diversion(pack), _as_diversion)
    yield from _of(tr("What they meet"), _others(pack.report.encounters), _as_other)


def view_of(pack: Pack) -> Box:
    """Return what the map has to show: the extent, where it meets others, and these near by."""
    near = Box(*pack.extent.geometry.bounds).grown(_FAR_M)
    shown = [pack.extent.geometry, *_diversion(pack)]
    for one in pack.report.encounters:
        shown += [] if one.meeting_place is None else [one.meeting_place]
    clipped = (shapely.clip_by_rect(one, *near) for one in _others(pack.report.encounters))
    shown += [one for one in clipped if not one.is_empty]
    bounds = shapely.total_bounds(shown)
    return Box(*map(float, bounds)).grown(_AROUND_M + 0.05 * float(max(bounds[2:] - bounds[:2])))


def _others(encounters: Iterable[Encounter]) -> list[BaseGeometry]:
    shapes = (one.findings[0].pair.other_shape for one in encounters)
    return [shape for shape in shapes if shape is not None]


def _diversion(pack: Pack) -> list[BaseGeometry]:
    diversion = pack.report.ours.diversion
    return [] if diversion is None else [diversion]


def _meetings(shape: Shape, features: list[QgsFeature]) -> QgsVectorLayer:
    layer = new_memory_layer(tr("Where they meet"), shape, clash_fields())
    replace_features(layer, features)
    renderer = clash_renderer(shape)
    there = {feature[GRADE] for feature in features}
    for number in reversed(range(len(renderer.categories()))):
        if renderer.categories()[number].value() not in there:
            renderer.deleteCategory(number)
    layer.setRenderer(renderer)
    if shape is Shape.POINT:
        _put_numbers(layer)
    return layer


def _put_numbers(layer: QgsVectorLayer) -> None:
    """Label the marks with the numbers that the findings have."""
    put_labels(layer, f'"{PLACE}" + 1', Shape.POINT)
    settings = layer.labeling().settings()
    settings.isExpression, settings.scaleVisibility = True, False
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _of(name: str, geometries: Iterable[BaseGeometry], dress: Any) -> Iterator[QgsVectorLayer]:
    parts = [part for one in geometries for part in shapely.get_parts(shapely.get_parts(one))]
    for dimension, shape in enumerate(Shape):
        of_shape = [part for part in parts if shapely.get_dimensions(part) == dimension]
        if of_shape:
            layer = new_memory_layer(name, shape, QgsFields())
            replace_features(layer, [_feature(part) for part in of_shape])
            dress(layer, shape)
            yield layer


def _as_extent(layer: QgsVectorLayer, shape: Shape) -> None:
    apply_style(layer, f"{EXTENT}_{shape.value}")


def _as_diversion(layer: QgsVectorLayer, _shape: Shape) -> None:
    apply_style(layer, f"{EXTENT}_{DIVERSION}")


def _as_other(layer: QgsVectorLayer, shape: Shape) -> None:
    layer.setRenderer(QgsSingleSymbolRenderer(symbol_of(_OTHERS, WORKS, shape.value)))


def _feature(shape: BaseGeometry) -> QgsFeature:
    feature, geometry = QgsFeature(), as_qgis(shape)
    geometry.convertToMultiType()
    feature.setGeometry(geometry)
    return feature
