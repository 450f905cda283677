"""The connections that QGIS has to maps on the web, as its browser lists them.

QGIS keeps them in its settings, at other places from version to version; the browser's own items
know them all. Those of tiles are layers already; a WMS or WMTS has layers of which one is chosen.
"""

from collections.abc import Iterator
from dataclasses import replace

from qgis.core import QgsApplication, QgsDataItem, QgsLayerItem, QgsMimeDataUtils

from .source import RASTER, Source, credit_of

XYZ, VECTOR_TILES, WMS = "XYZ Tiles", "Vector Tiles", "WMS"
"""The browser's names for its lists of connections."""

_HEIGHTS = "interpretation="  # tiles whose colours are heights, of which QGIS brings some
_OSM = "OpenStreetMap"
_OSM_TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"


def tile_maps() -> list[Source]:
    """Return the connections to tiles of maps, and OpenStreetMap where none of them is.

    QGIS brings OpenStreetMap in its global settings, which a managed QGIS may lack.
    """
    found = [_source(item) for kind in (XYZ, VECTOR_TILES) for item in _items(kind)]
    maps = [source for source in found if source.tiles and _HEIGHTS not in source.uri]
    if not any(source.credit for source in maps):
        maps.insert(0, open_street_map())
    return maps


def open_street_map() -> Source:
    """Return OpenStreetMap as QGIS brings it."""
    address = _OSM_TILES.replace("{", "%7B").replace("}", "%7D")
    uri = f"type=xyz&url={address}&zmax=19&zmin=0"
    return Source(_OSM, RASTER, "wms", uri, credit_of(_OSM_TILES))


def services() -> dict[str, str]:
    """Return the names of the WMS and WMTS connections, each with its path in the browser."""
    return {item.name(): item.path() for item in _items(WMS)}


def browsed(found: QgsMimeDataUtils.Uri, name: str = "") -> Source:
    """Return what QGIS's browser names, called `name` or else as it is called there."""
    made = Source(name or found.name, found.layerType, found.providerKey, found.uri)
    return replace(made, credit=credit_of(made.tiles))


def _items(kind: str) -> Iterator[QgsDataItem]:
    provider = QgsApplication.dataItemProviderRegistry().provider(kind)
    root = None if provider is None else provider.createDataItem("", None)
    if root is not None:
        # Children that nobody holds are Python's, and go with the list.
        yield from sorted(root.createChildren(), key=lambda item: item.name().casefold())


def _source(item: QgsDataItem) -> Source:
    if not isinstance(item, QgsLayerItem) or not item.mimeUris():
        return Source(item.name(), "", "", "")
    return browsed(item.mimeUris()[0], item.name())
