"""What a project's file holds of a layer of ours: its looks and its place, with nothing in it.

A colleague may open the file without the plugin, and whoever opens it may not have the store: QGIS
would ask about each layer that it cannot find. So an empty layer of QGIS's own is written in its
place, with all that the planner made of it; the plugin lets it read the store again.
"""

from collections.abc import Collection

from qgis.core import QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ..compat import DATE_FIELD, MOMENT_FIELD, TEXT_FIELD, YES_NO_FIELD
from .memory import NATIONAL_GRID

_TYPES = {
    TEXT_FIELD: "string",
    DATE_FIELD: "date",
    MOMENT_FIELD: "datetime",
    YES_NO_FIELD: "bool",
}


def write_stand_in(
    layer: QgsVectorLayer, written: QDomElement, document: QDomDocument, said: str
) -> None:
    """Let what was written of `layer` be an empty layer with the same columns; `said` of it."""
    columns = "".join(
        f"&field={field.name()}:{_TYPES.get(field.type(), 'integer')}" for field in layer.fields()
    )
    shape = QgsWkbTypes.displayString(layer.wkbType())
    _put(written, document, "datasource", f"{shape}?crs={NATIONAL_GRID}{columns}")
    _put(written, document, "provider", "memory")
    metadata = written.firstChildElement("resourceMetadata")
    _put(metadata, document, "abstract", said)


def write_no_sources(names: Collection[str], document: QDomDocument) -> None:
    """Let the list of layers in a project's file not name what the layers of these ids read."""
    for name in names:
        write_source(name, "", "memory", document)


def write_source(name: str, source: str, provider: str, document: QDomDocument) -> None:
    """Let the list of layers in a project's file name another source of the layer of that id."""
    nodes = document.elementsByTagName("layer-tree-layer")
    for number in range(nodes.count()):
        node = nodes.at(number).toElement()
        if node.attribute("id") == name:
            node.setAttribute("source", source)
            node.setAttribute("providerKey", provider)


def _put(parent: QDomElement, document: QDomDocument, name: str, text: str) -> None:
    element = parent.firstChildElement(name)
    if element.hasChildNodes():
        element.firstChild().setNodeValue(text)
