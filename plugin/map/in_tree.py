"""Where a live layer stands in the layer tree, and what of it a legend lists."""

from qgis.core import (
    QgsLayerTreeLayer,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsProject,
    QgsVectorLayer,
)

from ..trade.kinds import title
from .group import subgroup
from .live_tables import SHAPES, layer_of
from .styles import CENTRE


def put_in_tree(project: QgsProject, kind: str, shape: str, layer: QgsVectorLayer) -> None:
    """Put a layer that the project has into the group of its kind, below those before it."""
    group = subgroup(project, kind, title(kind))
    earlier = [one for one in SHAPES[: SHAPES.index(shape)] if layer_of(project, kind, one)]
    node = QgsLayerTreeLayer(layer)
    node.setExpanded(shape == CENTRE)
    _list_once(node, shape)  # before it is in the tree: the Layers panel reads it only then
    group.insertChildNode(len(earlier), node)


def _list_once(node: QgsLayerTreeLayer, shape: str) -> None:
    """Let a legend list the classes of a kind once, under the kind's name, and not by layer."""
    QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Hidden)
    if shape != CENTRE:
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, [])
