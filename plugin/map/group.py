"""The group "Street Works" in the layer tree, found again by a mark and not by its name."""

from typing import Optional

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsProject

from ..trade.kinds import KINDS, STREET
from ..words import tr

MARK = "street_works/group"
KIND = "street_works/kind"
SHAPE = "street_works/shape"
_LAYER = "street_works/layer"

EXTENT = "extent"
CLASHES = "clashes"
BACKGROUND = "background"

_TOP = "top"
_ORDER = (CLASHES, EXTENT, *KINDS, STREET)


def top_group(project: QgsProject) -> QgsLayerTreeGroup:
    """Return the group, made at the top of the layer tree when it is not there."""
    root = project.layerTreeRoot()
    found = _marked(root, _TOP)
    if found is None:
        found = root.insertGroup(0, tr("Street Works"))
        found.setCustomProperty(MARK, _TOP)
    return found


def subgroup(project: QgsProject, mark: str, name: str) -> QgsLayerTreeGroup:
    """Return the group marked `mark` inside the top one, made in its place when it is not there."""
    top = top_group(project)
    found = _marked(top, mark)
    if found is None:
        found = top.insertGroup(_place_of(mark, top), name)
        found.setCustomProperty(MARK, mark)
    return found


def put_mark(layer: QgsMapLayer, kind: str, shape: str) -> None:
    """Mark a layer as ours; copies that QGIS makes of it have another id, and are not."""
    layer.setCustomProperty(KIND, kind)
    layer.setCustomProperty(SHAPE, shape)
    layer.setCustomProperty(_LAYER, layer.id())


def mark_of(layer: QgsMapLayer) -> Optional[tuple[str, str]]:
    """Return kind and shape of a layer of ours; None for the planner's, also for his copies."""
    kind = str(layer.customProperty(KIND, "") or "")
    if not kind or layer.customProperty(_LAYER, layer.id()) != layer.id():
        return None
    return kind, str(layer.customProperty(SHAPE, "") or "")


def layers_marked(project: QgsProject, kind: str) -> list[QgsMapLayer]:
    """Return the layers of the project that were made for `kind`."""
    return [
        layer for layer in project.mapLayers().values() if (mark_of(layer) or "")[:1] == (kind,)
    ]


def holds_nothing(project: QgsProject) -> bool:
    """Whether the project holds no layer but the extent being worked on, clashes, background."""
    ours = (EXTENT, CLASHES, BACKGROUND)
    return all(_kind_of(layer) in ours for layer in project.mapLayers().values())


def has_planners(project: QgsProject) -> bool:
    """Whether the project holds a layer that is not the plugin's."""
    return any(mark_of(layer) is None for layer in project.mapLayers().values())


def drop_empty_groups(project: QgsProject) -> None:
    """Take our groups out that hold nothing any more; what the planner put into them stays."""
    top = _marked(project.layerTreeRoot(), _TOP)
    if top is None:
        return
    for group in top.findGroups():
        if group.customProperty(MARK) and not group.children():
            top.removeChildNode(group)
    if not top.children() and top.parent() is not None:
        top.parent().removeChildNode(top)


def _kind_of(layer: QgsMapLayer) -> str:
    mark = mark_of(layer)
    return "" if mark is None else mark[0]


def _place_of(mark: str, top: QgsLayerTreeGroup) -> int:
    """Return where a new group belongs: below those of ours that come before it."""
    earlier = _ORDER[: _ORDER.index(mark)]
    place = 0
    for index, child in enumerate(top.children()):
        if child.customProperty(MARK) in earlier:
            place = index + 1
    return place


def _marked(parent: QgsLayerTreeGroup, mark: str) -> Optional[QgsLayerTreeGroup]:
    for group in parent.findGroups(True):
        if group.customProperty(MARK) == mark:
            return group
    return None
