"""A map tool that tells which records were clicked on."""

from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import QgsFeature, QgsMapLayer
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapToolIdentify
from qgis.PyQt.QtCore import Qt, pyqtSignal

from ..trade.kinds import ACTIVITY, FORWARD_PLAN, WORKS
from .group import KIND


@dataclass(frozen=True)
class Record:
    """A record on the map: its kind, its own reference, and that of its works, if it has any."""

    kind: str
    reference: str
    works: str = ""


class PickTool(QgsMapToolIdentify):
    """Tells by `picked` the records at a click, a tuple, the one on top first; () for none."""

    picked = pyqtSignal(object)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setCursor(Qt.CursorShape.WhatsThisCursor)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802 - QGIS's name
        """Look what is there; layers that the map does not show are left out."""
        layers = [layer for layer in self._canvas.layers() if _kind_of(layer) in _KINDS]
        if event.button() != Qt.MouseButton.LeftButton or not layers:
            return
        place = event.pos()
        results = self.identify(
            place.x(), place.y(), layers, QgsMapToolIdentify.IdentifyMode.TopDownAll
        )
        found = (record_of(_kind_of(one.mLayer), one.mFeature) for one in results)
        self.picked.emit(tuple(dict.fromkeys(one for one in found if one is not None)))


def record_of(kind: str, feature: QgsFeature) -> Optional[Record]:
    """Return the record that a feature of a kind's layer stands for; None without a reference."""
    named = feature.fields().names()
    reference, works = (
        str(feature[name] or "") if name in named else ""
        for name in ("reference", "work_reference")
    )
    return Record(kind, reference, works) if reference else None


_KINDS = (WORKS, ACTIVITY, FORWARD_PLAN)


def _kind_of(layer: QgsMapLayer) -> Any:
    return layer.customProperty(KIND, "")
