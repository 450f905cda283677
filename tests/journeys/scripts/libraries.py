"""Inside QGIS: shapely and pyproj beside QGIS's own GEOS and PROJ, many times over."""

from typing import Any

import inside
from qgis.core import QgsGeometry
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.libraries import load_libraries

ROUNDS = 2000


def script() -> dict[str, Any]:
    """Compare the two on the same shapes; returns what differed."""
    try:
        if inside.GIVEN.get("too_late"):
            import shapely
        load_libraries()
    except StreetWorksError as error:
        return {"refused": str(error)}
    import pyproj
    import shapely
    from shapely.ops import substring

    wrong = []
    to_degrees = pyproj.Transformer.from_crs("EPSG:3857", "EPSG:4258", always_xy=True)
    for number in range(ROUNDS):
        theirs = QgsGeometry.fromWkt(f"LINESTRING({number} 0, 50 40, 90 {number}, 200 10)")
        ours = shapely.from_wkb(bytes(theirs.asWkb()))
        part = substring(ours, 5, ours.length - 5)
        if abs(part.length - (theirs.length() - 10)) > 1e-6:
            wrong.append(f"{number}: substring {part.length} of {theirs.length()}")
        if abs(ours.buffer(3).area - theirs.buffer(3, 16).area()) > 1e-6 * ours.buffer(3).area:
            wrong.append(f"{number}: buffer")
        back = QgsGeometry()
        back.fromWkb(part.wkb)
        if not back.isGeosValid() or not to_degrees.transform(-110000.0, 6800000.0)[1] > 51.99:
            wrong.append(f"{number}: back in QGIS or degrees")
    return {"rounds": ROUNDS, "wrong": wrong[:5], "geos": shapely.geos_version_string}


inside.run_script(script)
