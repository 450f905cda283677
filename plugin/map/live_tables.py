"""The tables of the store as layers: their names, their order, and those that a project has.

A table holds the records of one kind in one shape; layers are told by their custom properties.
"""

from collections.abc import Iterator
from typing import Optional

from qgis.core import QgsProject, QgsVectorLayer

from ..trade.kinds import FORWARD_PLAN, HS2, KINDS, STREET, Shape, shape_title, title
from ..words import tr
from .group import mark_of
from .styles import CENTRE

SHAPES = (CENTRE, *(shape.value for shape in Shape))
Table = tuple[str, str]  # a kind, and a Shape's value or CENTRE
STREETS = (STREET, Shape.LINE.value)
"""The table of streets, which has no other shapes and is filled in a way of its own."""


def layers_of(project: QgsProject) -> Iterator[tuple[str, str, QgsVectorLayer]]:
    """Give the live layers of a project with their kinds and shapes."""
    for layer in project.mapLayers().values():
        mark = mark_of(layer)
        if mark is not None and mark[0] in KINDS and mark[1] in SHAPES:
            yield (*mark, layer)


def layer_of(project: QgsProject, kind: str, shape: str) -> Optional[QgsVectorLayer]:
    """Return the layer of a table, or None when the project has none."""
    for one, its_shape, layer in layers_of(project):
        if (one, its_shape) == (kind, shape):
            return layer
    return None


def place_of(table: Table) -> tuple[int, int]:
    """Return what tables are sorted by, as they stand in the layer tree."""
    kind, shape = table
    return KINDS.index(kind), SHAPES.index(shape)


def layer_title(kind: str, shape: str) -> str:
    """Name a layer so that the Layers panel has room; `shape` is a Shape's value or CENTRE."""
    where = tr("afar") if shape == CENTRE else shape_title(Shape(shape))
    named = {FORWARD_PLAN: tr("Plans"), HS2: tr("HS2")}.get(kind) or title(kind)
    return tr("{kind}: {shape}").format(kind=named, shape=where)
