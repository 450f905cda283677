"""The GeoPackage of a pack: the extent, its diversion, what they meet, and where."""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Optional

from shapely.geometry.base import BaseGeometry

from ..compat import DATE_FIELD, DECIMAL_FIELD, NUMBER_FIELD, TEXT_FIELD
from ..map.as_qgis import as_qgis
from ..map.ogr_file import write_layer
from ..trade.labels import label
from .columns import OF_FINDING, OF_OTHER, values
from .pack import Pack

_FORMAT = "GPKG"
Row = tuple[Optional[BaseGeometry], Sequence[Any]]


def geopackage(pack: Pack) -> bytes:
    """Return a GeoPackage with the layers extent, diversion, others and meetings, in EPSG:27700.

    What has no shape is a row without one. Raises StreetWorksError when it cannot be written.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "evidence.gpkg"
        names, of_extent = zip(*_EXTENT)
        _write(path, "extent", zip(names, of_extent), [(pack.extent.geometry, _of_extent(pack))])
        ours = pack.report.ours
        diversion = [] if ours.diversion is None else [(ours.diversion, [ours.reference])]
        _write(path, "diversion", [("reference", TEXT_FIELD)], diversion)
        _write(
            path,
            "others",
            ((one.name, one.kind) for one in OF_OTHER),
            (
                (row.encounter.findings[0].pair.other_shape, values(OF_OTHER, pack, row))
                for row in pack.encounters()
            ),
        )
        _write(
            path,
            "meetings",
            ((one.name, one.kind) for one in OF_FINDING),
            ((row.finding.meeting_place, values(OF_FINDING, pack, row)) for row in pack.rows()),
        )
        return path.read_bytes()


_EXTENT = (
    ("reference", TEXT_FIELD),
    ("what", TEXT_FIELD),
    ("street", TEXT_FIELD),
    ("usrn", TEXT_FIELD),
    ("start", DATE_FIELD),
    ("end", DATE_FIELD),
    ("traffic_management", TEXT_FIELD),
    ("easting", DECIMAL_FIELD),
    ("northing", DECIMAL_FIELD),
    ("accuracy_m", DECIMAL_FIELD),
    ("conversion", TEXT_FIELD),
    ("drawn_in", TEXT_FIELD),
    ("software", TEXT_FIELD),
    ("rules", TEXT_FIELD),
    ("checked", TEXT_FIELD),
    ("looked_at", NUMBER_FIELD),
    ("as_of", TEXT_FIELD),
    ("made", TEXT_FIELD),
    ("made_by", TEXT_FIELD),
)


def _of_extent(pack: Pack) -> list[Any]:
    ours, extent, street = pack.report.ours, pack.extent, pack.street
    return [
        ours.reference,
        ours.what,
        "" if street is None else street.name,
        "" if street is None else str(street.usrn),
        ours.start,
        ours.end,
        label(ours.traffic),
        *extent.centre(),
        extent.accuracy_m,
        extent.operation,
        extent.source_crs,
        extent.software,
        "\n".join(one.said() for one in pack.report.rules),
        "\n".join(pack.checked),
        pack.report.looked_at,
        pack.as_of.isoformat(),
        pack.made.isoformat(),
        pack.by,
    ]


def _write(path: Path, layer: str, columns: Iterable[tuple[str, Any]], rows: Iterable[Row]) -> None:
    write_layer(path, _FORMAT, layer, columns, ((as_qgis(shape), row) for shape, row in rows))
