"""How a style of ours is told from one that the planner changed: by a mark left on the layer."""

import hashlib
import re
from typing import Optional

from qgis.core import QgsFeatureRenderer, QgsReadWriteContext, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from .style import Style

STYLE = "street_works/style"
PRINT = "street_works/style_print"
_TAG = re.compile(r'<([\w-]+)((?:\s+[\w:-]+="[^"]*")*)')
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
_OF_NO_MATTER = ("id", "uuid")  # QGIS makes these up


def put_mark(layer: QgsVectorLayer, style: Style, its_print: str) -> None:
    """Note that the layer's symbols are now those of `style`, whose renderer has this print."""
    layer.setCustomProperty(STYLE, style.value)
    layer.setCustomProperty(PRINT, its_print)


def style_of(layer: QgsVectorLayer) -> Optional[Style]:
    """Return the style we gave the layer, or None when its symbols are not ours (any more)."""
    kept = layer.customProperty(PRINT)
    if not kept or layer.renderer() is None or kept != print_of(layer.renderer()):
        return None
    named = layer.customProperty(STYLE)
    return next((style for style in Style if style.value == named), None)


def print_of(renderer: QgsFeatureRenderer) -> str:
    """Return what tells whether the planner has changed a renderer: a digest of all it is made of.

    Copies, also those that come back from a project's file, have the same.
    """
    document = QDomDocument()
    document.appendChild(renderer.save(document, QgsReadWriteContext()))
    same_each_time = _TAG.sub(_in_order, document.toString(0))
    return hashlib.sha256(same_each_time.encode()).hexdigest()


def _in_order(tag: "re.Match[str]") -> str:
    """Write a tag's attributes in order: QGIS writes them in any."""
    attributes = sorted(_ATTRIBUTE.findall(tag[2]))
    return f"<{tag[1]} {[one for one in attributes if one[0] not in _OF_NO_MATTER]}"
