"""ETRS89 to National Grid by PROJ: with its OSTN15 file, or by the approximate Helmert operation.

Both are spelt out as pipelines, so that PROJ cannot put a ballpark in the place of either. Only a
file that is on this computer is used; none is fetched from the network.
"""

import os
import threading
from functools import lru_cache, partial
from pathlib import Path

import numpy as np
from pyproj import Transformer, datadir
from pyproj.exceptions import ProjError

from ..files.ostn15_file import NAME, Edition, edition_of
from .control import Array, GridUnavailable, finite, prove

_NATIONAL_GRID = (
    " +step +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy"
)
_RADIANS = "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad"
_PROJECTED = f"{_RADIANS}{_NATIONAL_GRID}"
_GRID = f"{_RADIANS} +step +inv +proj=hgridshift +grids={NAME}{_NATIONAL_GRID}"
# EPSG:1314, from National Grid's datum to WGS 84, which is taken as ETRS89 here as elsewhere.
_HELMERT = (
    f"{_RADIANS} +step +proj=push +v_3 +step +proj=cart +ellps=GRS80 +step +inv +proj=helmert"
    " +x=446.448 +y=-125.157 +z=542.06 +rx=0.15 +ry=0.247 +rz=0.842 +s=-20.489"
    " +convention=position_vector +step +inv +proj=cart +ellps=airy +step +proj=pop +v_3"
    f"{_NATIONAL_GRID}"
)


def grid_to_grid(longitude: Array, latitude: Array) -> tuple[Array, Array]:
    """Bring ETRS89 degrees to eastings and northings (metres) by PROJ's OSTN15 file; NaN outside.

    Raises `GridUnavailable` if the file is not there, cut, or wrong.
    """
    prepare()
    return _there(_GRID, longitude, latitude)


def grid_from_grid(easting: Array, northing: Array) -> tuple[Array, Array]:
    """Bring eastings and northings to ETRS89 degrees by PROJ's OSTN15 file, as `grid_to_grid`."""
    prepare()
    return _back(_GRID, easting, northing)


def helmert_to_grid(longitude: Array, latitude: Array) -> tuple[Array, Array]:
    """Bring ETRS89 degrees to eastings and northings that are some metres off."""
    return _there(_HELMERT, longitude, latitude)


def helmert_from_grid(easting: Array, northing: Array) -> tuple[Array, Array]:
    """Bring eastings and northings to ETRS89 degrees that are some metres off."""
    return _back(_HELMERT, easting, northing)


def projected(longitude: Array, latitude: Array) -> tuple[Array, Array]:
    """Bring degrees in National Grid's own datum, OSGB36, to eastings and northings (metres)."""
    return _there(_PROJECTED, longitude, latitude)


@lru_cache(maxsize=1)
def prepare() -> None:
    """See that the OSTN15 file is there, whole and right. Raises `GridUnavailable` if not.

    It is looked at once; `prepare.cache_clear()` has it looked at again.
    """
    files = [folder / NAME for folder in _folders() if (folder / NAME).is_file()]
    if not files:
        raise GridUnavailable(f"PROJ has no {NAME}.")
    for file in files:
        # The control points may be in good tiles of a damaged file, and the works in a bad one.
        if edition_of(file.read_bytes()) not in (Edition.OFFICIAL, Edition.OURS):
            raise GridUnavailable(f"{NAME} is cut, damaged or of an unknown edition.")
    try:
        prove(partial(_there, _GRID))
    except ProjError as error:
        raise GridUnavailable(f"PROJ cannot use {NAME}: {error}") from error


def _folders() -> list[Path]:
    """Give the folders in which PROJ looks for its files."""
    return [
        *(Path(folder) for folder in datadir.get_data_dir().split(os.pathsep)),
        Path(datadir.get_user_data_dir()),
    ]


def _there(pipeline: str, longitude: Array, latitude: Array) -> tuple[Array, Array]:
    found = _transformer(pipeline).transform(np.asarray(longitude), np.asarray(latitude))
    return finite(found[0]), finite(found[1])


def _back(pipeline: str, easting: Array, northing: Array) -> tuple[Array, Array]:
    given = np.asarray(easting), np.asarray(northing)
    found = _transformer(pipeline).transform(*given, direction="INVERSE")
    return finite(found[0]), finite(found[1])


# A Transformer belongs to the thread that made it.
_mine = threading.local()


def _transformer(pipeline: str) -> Transformer:
    known: dict[str, Transformer] = _mine.__dict__.setdefault("known", {})
    if pipeline not in known:
        known[pipeline] = Transformer.from_pipeline(pipeline)
    return known[pipeline]
