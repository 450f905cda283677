"""How a coordinate system comes to ETRS89 or straight to National Grid: which way, and how exactly.

PROJ is only asked for what it does well without grid files. It never does the step between ETRS89
and OSGB36: without the OSTN15 file it quietly takes a ballpark that is 2 m to 100 m off.
"""

import re
import threading
import warnings
from dataclasses import dataclass
from enum import Enum
from typing import Any, Optional

from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError
from pyproj.transformer import AreaOfInterest, TransformerGroup

from ..errors import StreetWorksError
from ..words import tr

NATIONAL_GRID = "EPSG:27700"
# OSTN15 against the old triangulation pillars: 0.1 m root mean square (Ordnance Survey). Against
# OS mapping, which is kept by OSTN15 itself, it is exact.
OSTN15_ACCURACY_M = 0.1
# Business rules 2.01, 1.1.3: a mistaken datum shifts positions by up to 200 m.
UNKNOWN_DATUM_M = 200.0
# Datums on GRS80 or WGS 84 all lie within a metre or two of ETRS89 in Europe.
MODERN_DATUM_M = 2.0

_BRITAIN = AreaOfInterest(-9.5, 49.0, 3.0, 61.5)


class CrsUnusable(StreetWorksError):
    """A coordinate system is missing, unknown, or of a kind that has no position on the map."""

    def __init__(self, message: str, detail: str = "", *, rule: str = "unknown_crs") -> None:
        super().__init__(
            message,
            advice=tr(
                "Set the coordinate system of the layer or project to the one its numbers are "
                "really in, for example EPSG:27700, British National Grid."
            ),
            detail=detail,
        )
        self.rule = rule


class Way(Enum):
    """What is left to do after PROJ did its part."""

    AS_IT_IS = "already National Grid"
    WITHIN_OSGB36 = "PROJ gives National Grid, the datum stays"
    BY_OSTN15 = "PROJ gives ETRS89, OSTN15 gives National Grid"


@dataclass(frozen=True)
class Route:
    """One way between a coordinate system and National Grid, for the thread that made it.

    `step` is PROJ's part (None: nothing to do), longitude or easting first. `accuracy_m` is for the
    whole way. `certain` is False when nobody states how the datum relates to ETRS89.
    """

    source: str
    way: Way
    step: Optional[Transformer]
    operation: str
    accuracy_m: float
    certain: bool = True
    geographic: bool = False


_mine = threading.local()


def find(source: str) -> Route:
    """Give the route for a CRS ("EPSG:3857", WKT2, a PROJ string). Raises `CrsUnusable`.

    Routes are remembered a thread: PROJ's objects belong to the thread that made them.
    """
    known: dict[str, Route] = _mine.__dict__.setdefault("routes", {})
    if source not in known:
        if len(known) > 100:
            known.clear()
        known[source] = _make(source)
    return known[source]


def _make(source: str) -> Route:
    crs = horizontal(read(source))
    name = label(crs)
    geographic = _plain(crs).is_geographic
    if is_national_grid(crs):
        return Route(name, Way.AS_IT_IS, None, tr("already British National Grid"), 0.0)
    datum = _datum(crs)
    if not crs.is_bound and datum == "OSGB36":
        step = Transformer.from_crs(crs, NATIONAL_GRID, always_xy=True)
        operation = tr("{crs} to British National Grid, same datum").format(crs=name)
        return Route(name, Way.WITHIN_OSGB36, step, operation, 0.0, geographic=geographic)
    if not crs.is_bound and datum in ("ETRS89", "WGS84"):
        operation = (
            tr("{crs} (ETRS89), then OSTN15")
            if datum == "ETRS89"
            else tr("{crs} with WGS 84 taken as ETRS89, then OSTN15")
        ).format(crs=name)
        step = Transformer.from_crs(crs, _geographic(crs), always_xy=True)
        return Route(name, Way.BY_OSTN15, step, operation, OSTN15_ACCURACY_M, geographic=geographic)
    return _through_proj(crs, name, geographic)


def _through_proj(crs: CRS, name: str, geographic: bool) -> Route:
    """Let PROJ bring another datum to ETRS89, by the best operation it knows for Great Britain."""
    with warnings.catch_warnings():
        # It warns about better operations whose grid files are absent; the accuracy says it too.
        warnings.simplefilter("ignore")
        try:
            steps = TransformerGroup(
                crs, "EPSG:4258", always_xy=True, area_of_interest=_BRITAIN
            ).transformers
        except ProjError as error:
            steps, detail = [], str(error)
        else:
            detail = ""
    if not steps:
        raise CrsUnusable(
            tr("There is no way from “{crs}” to British National Grid.").format(crs=name), detail
        )
    known = [step for step in steps if "ballpark geo" not in step.description.lower()]
    step = known[0] if known else steps[0]
    certain = bool(known) and step.accuracy >= 0
    accuracy = OSTN15_ACCURACY_M + step.accuracy if certain else _guess(crs, known=bool(known))
    operation = tr("{crs} by “{operation}”, then OSTN15").format(
        crs=name, operation=step.description
    )
    return Route(name, Way.BY_OSTN15, step, operation, accuracy, certain, geographic)


def _guess(crs: CRS, *, known: bool) -> float:
    """How far off a position may be whose datum shift nobody states an accuracy for, in metres."""
    if known:  # the definition brings its own shift (+towgs84): good to some metres as a rule
        return 5.0
    ellipsoid = crs.ellipsoid
    modern = ellipsoid is not None and abs(ellipsoid.semi_major_metre - 6378137) < 0.5
    return MODERN_DATUM_M if modern else UNKNOWN_DATUM_M


def read(source: str) -> CRS:
    """Read a CRS definition. Raises `CrsUnusable` if there is none or PROJ does not know it."""
    if not source.strip():
        raise CrsUnusable(tr("The shape has no coordinate system."), rule="no_crs")
    with warnings.catch_warnings():
        # The old spelling "+init=epsg:27700" is warned about; axes are x first here anyway.
        warnings.simplefilter("ignore")
        try:
            return CRS.from_user_input(source)
        except CRSError as error:
            message = tr("The coordinate system “{crs}” is not known.").format(crs=source[:60])
            raise CrsUnusable(message, str(error)) from error


def horizontal(crs: CRS) -> CRS:
    """Give the part that places things on the map. Raises `CrsUnusable` if there is none."""
    if crs.is_compound:
        crs = crs.sub_crs_list[0]
    plain = _plain(crs)
    if not (plain.is_geographic or plain.is_projected):
        raise CrsUnusable(
            tr("“{crs}” is not a map's coordinate system.").format(crs=label(crs)), crs.type_name
        )
    return crs


def label(crs: CRS) -> str:
    """Give the short name a planner knows: EPSG:3857, or the name in the definition."""
    authority = crs.to_authority(min_confidence=100)
    return ":".join(authority) if authority else str(crs.name)


def is_national_grid(crs: CRS) -> bool:
    """Whether the numbers of this CRS are eastings and northings of National Grid already.

    Also true of home-made definitions (`+proj=tmerc … +ellps=airy +towgs84=…`): the shift in them
    is an approximation for leaving the grid, and nobody leaves it here.
    """
    plain = _plain(crs)
    ellipsoid = plain.ellipsoid
    if not plain.is_projected or ellipsoid is None:
        return False
    if abs(ellipsoid.semi_major_metre - 6377563.396) > 0.01:
        return False
    with warnings.catch_warnings():
        # PROJ strings lose details of a CRS; none of those asked for here.
        warnings.simplefilter("ignore")
        given = plain.to_dict()
    wanted: dict[str, Any] = {"lat_0": 49, "lon_0": -2, "k": 0.9996012717}
    wanted.update({"x_0": 400000, "y_0": -100000})
    same = all(abs(float(given.get(key, "nan")) - value) < 1e-9 for key, value in wanted.items())
    return given.get("proj") == "tmerc" and given.get("units") == "m" and same


def _plain(crs: CRS) -> CRS:
    """Without the datum shift that a `+towgs84` definition binds to it."""
    return crs.source_crs if crs.is_bound and crs.source_crs is not None else crs


def _geographic(crs: CRS) -> CRS:
    geographic = crs.geodetic_crs
    return crs if geographic is None or crs.is_geographic else geographic


_DATUMS = (
    ("OSGB36", re.compile(r"ordnancesurveyofgreatbritain1936|d?osgb(19)?36")),
    ("ETRS89", re.compile(r"europeanterrestrialreferencesystem1989|d?etrs(19)?89")),
    ("WGS84", re.compile(r"worldgeodeticsystem1984|d?wgs(19)?84")),
)


def _datum(crs: CRS) -> str:
    """Give "OSGB36", "ETRS89" or "WGS84", or nothing for any other datum."""
    geodetic = crs.geodetic_crs
    datum = geodetic.datum if geodetic is not None else None
    name = re.sub(r"[^a-z0-9]", "", datum.name.lower()) if datum is not None else ""
    return next((known for known, pattern in _DATUMS if pattern.match(name)), "")
