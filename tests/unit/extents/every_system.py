"""Converts positions from every coordinate system there is in Great Britain, and PROJ beside it.

Usage: every_system.py STEP, which leaves out all but one in so many. A process of its own: PROJ has
the OSTN15 file here. Writes a JSON object a system: what became of the positions, and how far they
are from where PROJ puts them at best.
"""

import json
import sys
import warnings
from collections.abc import Iterator
from itertools import islice
from typing import Any

import numpy as np
from pyproj import CRS, Transformer
from pyproj.aoi import AreaOfInterest
from pyproj.database import query_crs_info
from pyproj.exceptions import ProjError
from pyproj.transformer import TransformerGroup
from street_works.plugin.extents import Drawing, examine

BRITAIN = AreaOfInterest(-9.5, 49.0, 3.0, 61.5)
# Penzance, Exeter, Bristol, London, Norwich, Birmingham, Manchester, York, Carlisle, Newcastle,
# Cardiff, Edinburgh, Wick, Douglas, Belfast.
PLACES = np.array(
    [(-5.54, 50.12), (-3.53, 50.72), (-2.59, 51.45), (-0.12, 51.5), (1.29, 52.63), (-1.9, 52.48),
     (-2.24, 53.48), (-1.08, 53.96), (-2.93, 54.89), (-1.61, 54.98), (-3.18, 51.48),
     (-3.19, 55.95), (-3.09, 58.44), (-4.48, 54.15), (-5.93, 54.6)]
)  # fmt: skip
ELSEWHERE = 60


def systems() -> Iterator[tuple[str, bool]]:
    """Every EPSG and Esri code whose area reaches into Great Britain, and some that do not."""
    for authority in ("EPSG", "ESRI"):
        here = query_crs_info(auth_name=authority, area_of_interest=BRITAIN)
        codes = {one.code for one in here}
        yield from ((f"{authority}:{one.code}", True) for one in here)
        others = [one for one in query_crs_info(auth_name=authority) if one.code not in codes]
        step = len(others) * 2 // ELSEWHERE
        yield from ((f"{authority}:{one.code}", False) for one in others[::step])


def drawn(crs: str) -> np.ndarray:
    """The places as PROJ draws them in a CRS: those in its area, and the middle of that."""
    area = CRS(crs).area_of_use
    places = PLACES
    if area is not None and area.west < area.east:
        west, south = max(area.west, -9.5), max(area.south, 49.0)
        east, north = min(area.east, 3.0), min(area.north, 61.5)
        places = np.vstack([PLACES, [(west + east) / 2, (south + north) / 2]])
        x, y = places.T
        places = places[(x > west) & (x < east) & (y > south) & (y < north)]
    try:
        there = Transformer.from_crs("EPSG:4258", crs, always_xy=True)
        points = np.column_stack(there.transform(*places.T)[:2])
    except (ProjError, IndexError):
        return np.empty((0, 2))
    return points[np.isfinite(points).all(axis=1)]


def by_proj(crs: str, points: np.ndarray) -> tuple[str, np.ndarray]:
    """The same positions by the best operation that PROJ has and states an accuracy for."""
    try:
        group = TransformerGroup(crs, "EPSG:27700", always_xy=True, area_of_interest=BRITAIN)
    except (ProjError, IndexError):
        return "", points * np.nan
    known = [one for one in group.transformers if "allpark" not in one.description]
    if not known:
        return "", points * np.nan
    return known[0].description, np.column_stack(known[0].transform(*points.T)[:2])


def of_system(crs: str, here: bool) -> dict[str, Any]:
    """What becomes of positions in a CRS, each examined as a planner's drawing is."""
    points = drawn(crs)
    probes = points if len(points) else np.array([(530050.0, 180300.0), (-0.12, 51.5)])
    _name, best = by_proj(crs, probes)
    told: dict[str, Any] = {
        "crs": crs,
        "here": here,
        "places": len(points),
        "apart": [],
        "rules": [],
    }
    for (x, y), other in zip(probes, best):
        examined = examine(Drawing(f"POINT ({float(x)!r} {float(y)!r})", crs))
        told["rules"].extend(finding.rule for finding in examined.findings)
        told["words"] = [finding.message for finding in examined.findings]
        if examined.extent is not None:
            ours = examined.extent.geometry
            told["claimed"] = examined.extent.accuracy_m
            told["apart"].append(float(np.hypot(ours.x - other[0], ours.y - other[1])))
    told["proj"] = _name
    return told


def main() -> None:
    warnings.simplefilter("ignore")
    for crs, here in islice(systems(), 0, None, int(sys.argv[1])):
        if CRS(crs).type_name not in ("Vertical CRS", "Geocentric CRS"):
            json.dump(of_system(crs, here), sys.stdout)
            sys.stdout.write("\n")


if __name__ == "__main__":
    main()
