"""A filter that the planner set on one of our layers, beside ours."""

from qgis.core import QgsVectorLayer

_WITHIN = "fid IN (SELECT fid FROM ({statement}))"
_OWN = "street_works/own_filter"


def own_filter(layer: QgsVectorLayer) -> str:
    """Return the planner's filter of a layer, "" when there is none."""
    return str(layer.customProperty(_OWN, "") or "")


def with_own(layer: QgsVectorLayer, ours: str) -> str:
    """Return our condition together with the planner's; "" when there is neither."""
    own = own_filter(layer)
    if own.lower().startswith("select "):  # QGIS takes whole statements as well
        own = _WITHIN.format(statement=own)
    return f"{ours} AND ({own})" if ours and own else ours or own


def note_own(layer: QgsVectorLayer, ours: str) -> None:
    """Take what the layer's filter says beyond our condition as the planner's."""
    text = layer.subsetString().strip()
    if text == with_own(layer, ours):
        return
    if ours and text.startswith(ours):
        text = text[len(ours) :].strip()
        text = text[3:].strip() if text[:3].upper() == "AND" else text
    elif ours and text.endswith(ours):
        text = text[: -len(ours)].strip()
        text = text[:-3].strip() if text[-3:].upper() == "AND" else text
    layer.setCustomProperty(_OWN, text)
