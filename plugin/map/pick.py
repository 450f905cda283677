"""A map tool that tells which records were clicked on."""

from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import QgsFeature, QgsMapLayer
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapToolIdentify
from qgis.PyQt.QtCore import Qt, pyqtSignal

from ..live.store.street_columns import NAME, USRN
from ..trade.kinds import ACTIVITY, FORWARD_PLAN, STREET, WORKS
from .group import KIND
from .street_fields import name_field, usrn_field


@dataclass(frozen=True)
class Record:
    """A record on the map: its kind, its own reference, and that of its works, if it has any.

    The reference of a street is its USRN; `name` is what it is called.
    """

    kind: str
    reference: str
    works: str = ""
    name: str = ""


class PickTool(QgsMapToolIdentify):
    """Tells by `picked` the records at a click, a tuple, the one on top first; () for none.

    Streets are told where nothing else is.
    """

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
        records = (_record(one.mLayer, one.mFeature) for one in results)
        found = tuple(dict.fromkeys(one for one in records if one is not None))
        self.picked.emit(tuple(one for one in found if one.kind != STREET) or found)


def _record(layer: QgsMapLayer, feature: QgsFeature) -> Optional[Record]:
    """Return the record of a feature, also the street of one of the planner's own."""
    usrn, name = usrn_field(layer), name_field(layer)
    if not usrn:
        return record_of(_kind_of(layer), feature)
    number = str(feature[usrn]).strip()
    named = str(feature[name] or "") if name else ""
    return Record(STREET, number, name=named) if number.isdecimal() else None


def record_of(kind: str, feature: QgsFeature) -> Optional[Record]:
    """Return the record that a feature of a kind's layer stands for; None without a reference."""
    if kind == STREET:
        return Record(kind, str(feature[USRN]), name=str(feature[NAME] or ""))
    named = feature.fields().names()
    reference, works = (
        str(feature[name] or "") if name in named else ""
        for name in ("reference", "work_reference")
    )
    return Record(kind, reference, works) if reference else None


_KINDS = (WORKS, ACTIVITY, FORWARD_PLAN, STREET)


def _kind_of(layer: QgsMapLayer) -> Any:
    return STREET if usrn_field(layer) else layer.customProperty(KIND, "")
