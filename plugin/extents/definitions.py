"""What the definition of a coordinate system says: name, datum, whether it is National Grid.

Definitions come from EPSG, but also from old files and by hand, with the shift of the datum in
them (`+towgs84`); what they mean is recognised where it can be.
"""

import math
import re
import warnings
from typing import Any

from pyproj import CRS
from pyproj.exceptions import CRSError

from ..errors import StreetWorksError
from ..words import tr

# Half the long axis of Airy's ellipsoid of 1830, on which OSGB36 stands.
_AIRY_M = 6377563.396


class CrsUnusable(StreetWorksError):
    """A coordinate system is missing, unknown, or of a kind that has no position on the map."""

    def __init__(
        self, message: str, detail: str = "", *, rule: str = "unknown_crs", advice: str = ""
    ) -> None:
        usual = tr(
            "Set the coordinate system of the layer or project to the one its numbers are "
            "really in, for example EPSG:27700, British National Grid."
        )
        super().__init__(message, advice=advice or usual, detail=detail)
        self.rule = rule


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
    plain = plain_of(crs)
    if not (plain.is_geographic or plain.is_projected):
        raise CrsUnusable(
            tr("“{crs}” is not a map's coordinate system.").format(crs=label(crs)), crs.type_name
        )
    return crs


def is_of_a_map(source: str) -> bool:
    """Whether a definition is of a system that has a place on the map."""
    try:
        horizontal(read(source))
    except CrsUnusable:
        return False
    return True


def label(crs: CRS) -> str:
    """Give the short name a planner knows: EPSG:3857, or the name in the definition."""
    # With a shift of its own it is nobody's, and PROJ would look for seconds to find that out.
    authority = None if crs.is_bound else crs.to_authority(min_confidence=100)
    if authority:
        return ":".join(authority)
    named = crs.name and crs.name.lower() not in ("unknown", "unnamed", "undefined")
    return str(crs.name)[:60] if named else tr("a system without a name")


def label_of(source: str) -> str:
    """Give the label of a definition, or its beginning where it cannot be read."""
    try:
        return label(read(source))
    except CrsUnusable:
        return source[:60]


def is_national_grid(crs: CRS) -> bool:
    """Whether the numbers of this CRS are eastings and northings of National Grid already.

    Also true of home-made definitions (`+proj=tmerc … +ellps=airy +towgs84=…`): the shift in them
    is an approximation for leaving the grid, and nobody leaves it here.
    """
    ellipsoid = plain_of(crs).ellipsoid
    on_airy = ellipsoid is not None and abs(ellipsoid.semi_major_metre - _AIRY_M) <= 0.01
    return on_airy and has_parameters_of_national_grid(crs)


def has_parameters_of_national_grid(crs: CRS) -> bool:
    """Whether a CRS projects as National Grid does, on whatever ellipsoid."""
    plain = plain_of(crs)
    if not plain.is_projected:
        return False
    with warnings.catch_warnings():
        # PROJ strings lose details of a CRS; none of those asked for here.
        warnings.simplefilter("ignore")
        given = plain.to_dict()
    wanted: dict[str, Any] = {"lat_0": 49, "lon_0": -2, "k": 0.9996012717}
    wanted.update({"x_0": 400000, "y_0": -100000})
    same = all(abs(float(given.get(key, "nan")) - value) < 1e-9 for key, value in wanted.items())
    return given.get("proj") == "tmerc" and given.get("units") == "m" and same


def plain_of(crs: CRS) -> CRS:
    """Without the datum shift that a `+towgs84` definition binds to it."""
    return crs.source_crs if crs.is_bound and crs.source_crs is not None else crs


def geographic_of(crs: CRS) -> CRS:
    """Give the CRS of longitude and latitude that one is made on, or itself."""
    if crs.is_geographic and crs.type_name.startswith("Derived") and crs.source_crs is not None:
        return crs.source_crs  # its own degrees are turned about another pole
    geographic = crs.geodetic_crs
    return crs if geographic is None or crs.is_geographic else geographic


_DATUMS = (
    ("OSGB36", re.compile(r"ordnancesurveyofgreatbritain1936|d?osgb(19)?36")),
    ("ETRS89", re.compile(r"europeanterrestrialreferencesystem1989|d?etrs(19)?89")),
    ("WGS84", re.compile(r"worldgeodeticsystem1984|d?wgs(19)?84|popularvisualisation")),
)
# The frames of satellite positioning: all within a metre of one another.
_WORLD_FRAME = re.compile(r"internationalterrestrialreferenceframe|d?itrf|igs|igb")
_NAMELESS = re.compile(r"$|d?(unknown|undefined|notspecified)")


def datum_of(crs: CRS) -> str:
    """Give "OSGB36", "ETRS89" or "WGS84", or nothing for any other datum."""
    name = _datum_name(crs)
    known = next((known for known, pattern in _DATUMS if pattern.match(name)), "")
    if crs.is_bound and known != "OSGB36":
        return _datum_by_shift(crs)
    return known


def may_be_guessed(crs: CRS) -> bool:
    """Whether a datum that PROJ knows no way from is near enough to one that it knows.

    It is for the frames of satellite positioning (ITRF2014, IGS20), which lie within a metre of one
    another, and for definitions that give an ellipsoid and name no datum at all.
    """
    name, ellipsoid = _datum_name(crs), crs.ellipsoid
    if _WORLD_FRAME.match(name):
        return True
    nameless = _NAMELESS.match(name) is not None
    return nameless and ellipsoid is not None and ellipsoid.inverse_flattening > 0


def is_dynamic(crs: CRS) -> bool:
    """Whether the datum moves beside Europe's plate, so that a position belongs to a day."""
    geodetic = crs.geodetic_crs
    datum = geodetic.datum if geodetic is not None else None
    return datum is not None and datum.type_name.startswith("Dynamic")


def _datum_name(crs: CRS) -> str:
    geodetic = crs.geodetic_crs
    datum = geodetic.datum if geodetic is not None else None
    return re.sub(r"[^a-z0-9]", "", datum.name.lower()) if datum is not None else ""


# The shifts (metres) that home-made definitions give for OSGB36: EPSG:1314, and those of one
# translation only, EPSG:1195 and EPSG:5622.
_OSGB36_SHIFTS = ((446.448, -125.157, 542.06), (375.0, -111.0, 431.0), (370.936, -108.938, 435.682))


def _datum_by_shift(crs: CRS) -> str:
    """Recognise the datum of a `+towgs84` or `+nadgrids` definition, which has no name for it."""
    ellipsoid, shift = crs.ellipsoid, crs.coordinate_operation
    if ellipsoid is None or shift is None:
        return ""
    given = tuple(shift.towgs84)[:3]
    if is_modern(crs):
        return "" if not given or any(shift.towgs84) else "WGS84"
    if abs(ellipsoid.semi_major_metre - _AIRY_M) > 0.01:
        return ""
    near = any(math.dist(given, known) < 5 for known in _OSGB36_SHIFTS) if given else False
    return "OSGB36" if near or "OSTN" in shift.to_wkt().upper() else ""


def is_modern(crs: CRS) -> bool:
    """Whether the ellipsoid is GRS80 or that of WGS 84."""
    ellipsoid = crs.ellipsoid
    return ellipsoid is not None and abs(ellipsoid.semi_major_metre - 6378137) < 0.5
