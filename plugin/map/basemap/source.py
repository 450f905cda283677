"""What QGIS opens as a background, and the layer of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsDataSourceUri,
    QgsMapLayer,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsVectorTileLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...errors import StreetWorksError
from ...words import tr

RASTER, VECTOR, VECTOR_TILE = "raster", "vector", "vector-tile"
KINDS = (RASTER, VECTOR, VECTOR_TILE)
"""The kinds of layers that can lie below all others, as QGIS's browser names them."""

_NEAR = ("gdal", "ogr")
_OSM_HOST = "openstreetmap.org"


@dataclass(frozen=True)
class Source:
    """A layer to be: its `name` in the Layers panel, what it is, and where QGIS finds it.

    `credit` is whom the map has to name; `served` is where its tiles come from, where `uri` does
    not say that, and `elsewhere` is the `uri` for a QGIS that has not got what is read here.
    """

    name: str
    kind: str
    provider: str
    uri: str
    credit: str = ""
    served: str = ""
    elsewhere: str = ""

    @property
    def tiles(self) -> str:
        """The address of its tiles or of its service, "" for what is no service."""
        if self.served:
            return self.served
        read = QgsDataSourceUri()
        read.setEncodedUri(self.uri)
        served = self.provider == "wms" or self.kind == VECTOR_TILE
        return read.param("url") if served else ""

    @property
    def far(self) -> bool:
        """Whether QGIS asks somebody else before it has the layer: that may take long."""
        tiles = self.served or self.kind == VECTOR_TILE or "type=xyz" in self.uri
        return self.provider not in _NEAR and not tiles

    @property
    def holds_password(self) -> bool:
        """Whether a password stands in `uri`, so that it must not be kept."""
        read = QgsDataSourceUri()
        read.setEncodedUri(self.uri)
        return bool(QgsDataSourceUri(self.uri).password() or read.param("password"))


def kept_source(kept: Mapping[str, Any]) -> Optional[Source]:
    """Return the source whose fields are kept in the settings, None for none or for other ones."""
    try:
        return Source(**kept) if kept else None
    except TypeError:
        return None


def credit_of(tiles: str) -> str:
    """Return whom a map has to name that is made of these tiles, as far as that is known."""
    return tr("© OpenStreetMap contributors") if _OSM_HOST in tiles else ""


def of_file(path: str) -> Source:
    """Return what is in a file: a picture of a map where QGIS can read it so, or else shapes."""
    raster = QgsRasterLayer.isValidRasterFileName(path)
    kind, provider = (RASTER, "gdal") if raster else (VECTOR, "ogr")
    return Source(Path(path).stem, kind, provider, path)


def layer_of(source: Source) -> QgsMapLayer:
    """Return a new layer. Raises StreetWorksError when QGIS cannot open it."""
    layer = _opened(source)
    if layer is None or not layer.isValid():
        raise StreetWorksError(
            tr("The background “{name}” cannot be opened.").format(name=source.name)
        )
    if source.credit:
        metadata = layer.metadata()
        metadata.setRights([source.credit])
        layer.setMetadata(metadata)
    return layer


def layer_for_main(source: Source) -> QgsMapLayer:
    """Return what `layer_of` does, on a worker thread, for use on the main thread."""
    layer = layer_of(source)
    layer.moveToThread(QCoreApplication.instance().thread())
    return layer


def _opened(source: Source) -> Optional[QgsMapLayer]:
    if source.kind == RASTER:
        return QgsRasterLayer(source.uri, source.name, source.provider)
    if source.kind == VECTOR:
        return QgsVectorLayer(source.uri, source.name, source.provider)
    if source.kind == VECTOR_TILE:
        return QgsVectorTileLayer(source.uri, source.name)
    return None
