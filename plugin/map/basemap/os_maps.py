"""Ordnance Survey's maps as the OS Data Hub serves them, in two grids of tiles.

Tiles in British National Grid lie right without any conversion. QGIS takes them only from a WMTS,
whose description it would fetch, on the main thread, from a server that wants the key: so it reads
one in a file of ours. A project's file holds the web map's tiles instead, which need no other file.
"""

from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ...errors import StreetWorksError
from ...trade.calendar import uk_today
from ...words import tr
from ..memory import NATIONAL_GRID
from .source import RASTER, Source

ADDRESS = "https://api.os.uk/maps/raster/v1/zxy"
STYLES = ("Road", "Outdoor", "Light")

_WEB_MAP = "EPSG:3857"
# The finest zoom of open data and of premium data, of both grids.
_WEB_ZOOMS, _GRID_ZOOMS = (16, 20), (9, 13)
_COARSEST_M = 896.0  # a pixel of the National Grid's first zoom; each further one halves it
_PIXEL_M = 0.00028  # of the WMTS standard
_FILE = "WMTSCapabilities.xml"  # by this name QGIS knows that it is to be read as it is


def os_title(style: str) -> str:
    """Name one of STYLES."""
    return tr("Ordnance Survey {style}").format(style=style)


def os_map(style: str, crs: str, *, premium: bool, folder: Path) -> Source:
    """Return one of STYLES for a project in `crs`; what QGIS has to read is put into `folder`.

    Without `premium` it is not asked for the tiles that the free plan does not have. `style` may be
    what is kept in the settings: raises StreetWorksError when there is none such.
    """
    if style not in STYLES:
        raise StreetWorksError(tr("Ordnance Survey has no map “{style}”.").format(style=style))
    if crs != NATIONAL_GRID:
        return _source(style, _web_map(style, premium=premium))
    described = folder / ("premium" if premium else "open")
    described.mkdir(parents=True, exist_ok=True)
    (described / _FILE).write_text(_description(_GRID_ZOOMS[premium]), encoding="utf-8")
    address = (described / _FILE).as_uri().replace("&", "%26")
    layer = f"{style}_27700"
    return _source(
        style,
        f"crs={NATIONAL_GRID}&dpiMode=7&format=image/png&layers={layer}&styles=default"
        f"&tileMatrixSet={NATIONAL_GRID}&url={address}",
    )


def write_web_map(uri: str, written: QDomElement, document: QDomDocument) -> None:
    """Let what was written of a layer be tiles of the web map, which QGIS finds by `uri`."""
    source = written.firstChildElement("datasource")
    source.firstChild().setNodeValue(uri)
    written.removeChild(written.firstChildElement("srs"))
    srs = document.createElement("srs")
    QgsCoordinateReferenceSystem(_WEB_MAP).writeXml(srs, document)
    written.appendChild(srs)


def _source(style: str, uri: str) -> Source:
    said = tr("Contains OS data © Crown copyright and database rights {year}")
    return Source(
        os_title(style),
        RASTER,
        "wms",
        uri,
        said.format(year=uk_today().year),
        ADDRESS,
        _web_map(style, premium=True),
    )


def _web_map(style: str, *, premium: bool) -> str:
    place = "%7Bz%7D/%7Bx%7D/%7By%7D.png"
    return f"type=xyz&url={ADDRESS}/{style}_3857/{place}&zmin=7&zmax={_WEB_ZOOMS[premium]}"


def _description(finest: int) -> str:
    """Return what a WMTS says of itself, as far as QGIS needs it."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1"
 version="1.0.0"><Contents>{"".join(map(_layer, STYLES))}
<TileMatrixSet><ows:Identifier>{NATIONAL_GRID}</ows:Identifier>
<ows:SupportedCRS>urn:ogc:def:crs:EPSG::27700</ows:SupportedCRS>
{"".join(map(_matrix, range(finest + 1)))}</TileMatrixSet></Contents></Capabilities>
"""


def _layer(style: str) -> str:
    name = f"{style}_27700"
    return f"""
<Layer><ows:Title>{name}</ows:Title><ows:Identifier>{name}</ows:Identifier>
<ows:WGS84BoundingBox><ows:LowerCorner>-9.0 49.7</ows:LowerCorner>
<ows:UpperCorner>2.2 61.0</ows:UpperCorner></ows:WGS84BoundingBox>
<Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style>
<Format>image/png</Format>
<TileMatrixSetLink><TileMatrixSet>{NATIONAL_GRID}</TileMatrixSet></TileMatrixSetLink>
<ResourceURL format="image/png" resourceType="tile"
 template="{ADDRESS}/{name}/{{TileMatrix}}/{{TileCol}}/{{TileRow}}.png"/></Layer>"""


def _matrix(zoom: int) -> str:
    scale = _COARSEST_M / 2**zoom / _PIXEL_M
    return f"""
<TileMatrix><ows:Identifier>{zoom}</ows:Identifier>
<ScaleDenominator>{scale!r}</ScaleDenominator>
<TopLeftCorner>-238375.0 1376256.0</TopLeftCorner>
<TileWidth>256</TileWidth><TileHeight>256</TileHeight>
<MatrixWidth>{5 * 2**zoom}</MatrixWidth><MatrixHeight>{7 * 2**zoom}</MatrixHeight></TileMatrix>"""
