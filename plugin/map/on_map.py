"""What the map shows of each kind now: the tables that are drawn, and why not all is drawn."""

from collections.abc import Iterable, Iterator

from qgis.core import QgsDateTimeRange, QgsFeatureRenderer
from qgis.gui import QgsMapCanvas

from ..live.finding.sql import all_of
from ..live.standing import Drawn
from ..live.store.columns import DATED, END, START
from ..trade.kinds import KINDS
from ..words import tr
from .live_layers import LiveLayers
from .live_tables import SHAPES, layer_title
from .own_filter import own_filter
from .styles import CENTRE, NEAR_BELOW

_STORED = "yyyy-MM-ddTHH:mm:ss.zzzZ"
_SAID = "d MMM yyyy HH:mm"


def on_map(layers: LiveLayers, canvas: QgsMapCanvas) -> dict[str, Drawn]:
    """Return by kind what of the layers the canvas draws: at its scale, in its range of time."""
    return {kind: _Kind(layers, canvas, kind).drawn() for kind in KINDS}


class _Kind:
    """One kind on the canvas."""

    def __init__(self, layers: LiveLayers, canvas: QgsMapCanvas, kind: str) -> None:
        self._layers = layers
        self._kind = kind
        self._scale: float = canvas.scale()
        self._time = canvas.temporalRange() if canvas.mapSettings().isTemporal() else None
        self._there = {shape: layer for one, shape, layer in layers.all() if one == kind}
        self._tree = layers.project.layerTreeRoot()

    def drawn(self) -> Drawn:
        """Return its tables that are drawn, those whose layers are still to come among them."""
        shapes = [shape for shape in SHAPES if self._is_in_scale(shape)]
        tables = {shape: self._condition(shape) for shape in shapes if self._is_drawn(shape)}
        return Drawn(tables, tuple(self._why(shapes)), tuple(self._notes(shapes)))

    def _is_in_scale(self, shape: str) -> bool:
        layer = self._there.get(shape)
        if layer is not None:
            return bool(layer.isInScaleRange(self._scale))
        return (shape == CENTRE) == (self._scale >= NEAR_BELOW[self._kind])

    def _is_drawn(self, shape: str) -> bool:
        return (self._kind, shape) not in self._layers.removed and not self._is_off(shape)

    def _is_off(self, shape: str) -> bool:
        layer = self._there.get(shape)
        node = None if layer is None else self._tree.findLayer(layer.id())
        return node is not None and not node.isVisible()

    def _condition(self, shape: str) -> str:
        layer = self._there.get(shape)
        if layer is None:
            return self._layers.condition(self._kind)
        follows = self._kind in DATED and layer.temporalProperties().isActive()
        time = _in_time(self._time) if follows and self._time is not None else ""
        subset = layer.subsetString()
        return all_of((f"({subset})" if subset else "", time))

    def _why(self, shapes: Iterable[str]) -> Iterator[str]:
        for shape in shapes:
            name = layer_title(self._kind, shape)
            if (self._kind, shape) in self._layers.removed:
                yield tr("the layer “{layer}” was removed").format(layer=name)
            elif self._is_off(shape):
                yield tr("the layer “{layer}” is switched off").format(layer=name)
        if self._time is not None and self._kind in DATED:
            yield tr("QGIS's temporal controller shows {first} to {last} only").format(
                first=self._time.begin().toString(_SAID), last=self._time.end().toString(_SAID)
            )

    def _notes(self, shapes: Iterable[str]) -> Iterator[str]:
        for shape in shapes:
            layer = self._there.get(shape)
            if layer is not None and own_filter(layer):
                yield tr("“{layer}” has a filter of its own").format(layer=layer.name())
            if layer is not None and _has_classes_off(layer.renderer()):
                yield tr("classes of “{layer}” are switched off, and counted all the same").format(
                    layer=layer.name()
                )


def _in_time(time: QgsDateTimeRange) -> str:
    """Return the condition by which QGIS's temporal controller filters, as it compares moments."""
    before = "<=" if time.includeEnd() else "<"
    return all_of(
        f"({column} IS NULL OR {column} {compared} '{moment.toString(_STORED)}')"
        for column, compared, moment in ((START, before, time.end()), (END, ">", time.begin()))
        if moment.isValid()
    )


def _has_classes_off(renderer: QgsFeatureRenderer) -> bool:
    return any(
        item.isCheckable() and not renderer.legendSymbolItemChecked(item.ruleKey())
        for item in renderer.legendSymbolItems()
    )
