"""How a coordinate system comes to ETRS89 or straight to National Grid: which way, and how exactly.

PROJ is only asked for what it does well without grid files. The step between ETRS89 and OSGB36 is
never left to it: without the OSTN15 file it quietly takes a ballpark that is 2 m to 100 m off. A
ballpark is no better for any other datum that has a name: it serves to say roughly where a shape
lies, and nothing is converted by it.
"""

import threading
import warnings
from dataclasses import dataclass, replace
from enum import Enum
from typing import Optional

from pyproj import CRS, Transformer, datadir
from pyproj.transformer import AreaOfInterest, TransformerGroup

from ..words import tr
from . import definitions, means
from .areas import Area, area_of
from .definitions import (
    CrsUnusable,
    datum_of,
    geographic_of,
    has_parameters_of_national_grid,
    horizontal,
    is_dynamic,
    is_modern,
    label,
    may_be_guessed,
    plain_of,
    read,
)
from .means import Means

NATIONAL_GRID = "EPSG:27700"
# Business rules 2.01, 1.1.3: a mistaken datum shifts positions by up to 200 m.
UNKNOWN_DATUM_M = 200.0
# Datums on GRS80 or WGS 84 all lie within a metre or two of ETRS89 in Europe.
MODERN_DATUM_M = 2.0
# The accuracy that EPSG states holds for most places, not for all: at Penzance two operations from
# ED50, each of them "2 m", lie 4.4 m apart.
WORST_TO_STATED = 3.0
# What a position in a frame that stays behind as Europe drifts is off today if nobody says its day.
DRIFT_M = 1.0

_BRITAIN = AreaOfInterest(-9.5, 49.0, 3.0, 61.5)


class Way(Enum):
    """What is left to do after PROJ did its part."""

    AS_IT_IS = "already National Grid"
    WITHIN_OSGB36 = "PROJ gives National Grid, the datum stays"
    BY_OSTN15 = "PROJ gives ETRS89, OSTN15 gives National Grid"


@dataclass(frozen=True)
class Route:
    """One way between a coordinate system and National Grid, for the thread that made it.

    `step` is PROJ's part (None: nothing to do), longitude or easting first; `means` does the rest,
    from ETRS89 (None: there is no rest). `operation`, `accuracy_m` and `software` are of the whole
    way. `certain` is False when nobody states how the datum relates to ETRS89. `area` is where the
    system is used, None if that is all of England; `refusal` says why it only serves to tell
    roughly where a shape lies.
    """

    source: str
    way: Way
    step: Optional[Transformer]
    operation: str
    accuracy_m: float
    certain: bool = True
    geographic: bool = False
    software: str = ""
    means: Optional[Means] = None
    area: Optional[Area] = None
    refusal: Optional[CrsUnusable] = None


_mine = threading.local()


def find(source: str) -> Route:
    """Give the best route there is for a CRS ("EPSG:3857", WKT2, a PROJ string).

    Raises `CrsUnusable`, and `GridUnavailable` if the route needs OSTN15 and it is not there.
    """
    route = about(source)
    if route.refusal is not None:
        raise route.refusal
    return route


def about(source: str) -> Route:
    """Give the same route, or one that may be kilometres off where there is no other.

    Raises as `find`; `CrsUnusable` only where there is no way at all.
    """
    route = _known(source)
    if route.way is not Way.BY_OSTN15:
        return route
    best = means.best()
    return replace(
        route,
        means=best,
        operation=tr("{first}, then {second}").format(first=route.operation, second=best.name),
        accuracy_m=route.accuracy_m + best.accuracy_m,
        software=best.software,
    )


def is_geographic(source: str) -> bool:
    """Whether the numbers of a CRS are degrees. Raises `CrsUnusable`."""
    return _known(source).geographic


def is_national_grid(source: str) -> bool:
    """Whether the numbers of a CRS are National Grid's already. Raises `CrsUnusable`."""
    return _known(source).way is Way.AS_IT_IS


def _known(source: str) -> Route:
    """Give the route as far as PROJ goes.

    Remembered a thread: PROJ's objects belong to the thread that made them.
    """
    known: dict[str, Route] = _mine.__dict__.setdefault("routes", {})
    if source not in known:
        if len(known) > 100:
            known.clear()
        known[source] = _make(source)
    return known[source]


def _make(source: str) -> Route:
    """Make a route. Whatever PROJ cannot do with a CRS ends in `CrsUnusable`."""
    crs = horizontal(read(source))
    name = label(crs)
    if definitions.is_national_grid(crs):
        return Route(name, Way.AS_IT_IS, None, tr("already British National Grid"), 0.0)
    try:
        route = _route(crs, name)
        area = area_of(crs)
    except CrsUnusable:
        raise
    except Exception as error:
        # pyproj raises its own errors, and IndexError and others where it expected an answer.
        raise no_way(name, str(error)) from error
    if has_parameters_of_national_grid(crs):
        route = replace(route, refusal=_not_quite_national_grid(name))
    return replace(route, area=area, geographic=plain_of(crs).is_geographic)


def no_way(name: str, detail: str = "") -> CrsUnusable:
    """Say that PROJ cannot bring a coordinate system to National Grid."""
    message = tr("There is no way from “{crs}” to British National Grid.")
    return CrsUnusable(message.format(crs=name), detail)


def _route(crs: CRS, name: str) -> Route:
    datum = datum_of(crs)
    plain = plain_of(crs)
    if datum == "OSGB36":
        step = Transformer.from_crs(plain, NATIONAL_GRID, always_xy=True)
        operation = tr("{crs} to British National Grid, same datum").format(crs=name)
        return Route(name, Way.WITHIN_OSGB36, step, operation, 0.0, software=means.software())
    if datum not in ("ETRS89", "WGS84"):
        return _through_proj(crs, name)
    operation = (
        tr("{crs} (ETRS89)") if datum == "ETRS89" else tr("{crs} with WGS 84 taken as ETRS89")
    ).format(crs=name)
    step = Transformer.from_crs(plain, geographic_of(plain), always_xy=True)
    return Route(name, Way.BY_OSTN15, step, operation, 0.0)


def _through_proj(crs: CRS, name: str) -> Route:
    """Let PROJ bring another datum to ETRS89, by the best operation it knows for Great Britain."""
    with warnings.catch_warnings():
        # It warns about better operations whose grid files are absent; the accuracy says it too.
        warnings.simplefilter("ignore")
        group = TransformerGroup(crs, "EPSG:4258", always_xy=True, area_of_interest=_BRITAIN)
    files = _missing_files(group)
    if not group.transformers:
        raise _needs_files(name, files) if files else no_way(name)
    known = [step for step in group.transformers if not _is_ballpark(step)]
    step = known[0] if known else group.transformers[0]
    certain = bool(known) and step.accuracy >= 0
    refusal = None
    if files and not known:
        refusal = _needs_files(name, files)
    elif not known and not (may_be_guessed(crs)):
        refusal = _unknown_datum(name)
    accuracy = step.accuracy * WORST_TO_STATED if certain else _guess(crs, known=bool(known))
    if is_dynamic(crs):
        accuracy = max(accuracy, DRIFT_M)
    operation = tr("{crs} by “{operation}”").format(crs=name, operation=step.description)
    return Route(name, Way.BY_OSTN15, step, operation, accuracy, certain, refusal=refusal)


def _is_ballpark(step: Transformer) -> bool:
    return "ballpark geo" in step.description.lower()


def _missing_files(group: TransformerGroup) -> list[str]:
    """Name the files of the best operation among those that need files which are not there."""
    for operation in group.unavailable_operations:
        files = [grid.short_name for grid in operation.grids if not grid.available]
        if files and "ballpark" not in operation.name.lower():
            return files
    return []


def _needs_files(name: str, files: list[str]) -> CrsUnusable:
    message = tr("“{crs}” comes to British National Grid only by the file {files}, not found here.")
    advice = tr(
        "Ask for the data in EPSG:27700, or for that file: put it into the folder {folder} and "
        "restart QGIS."
    )
    return CrsUnusable(
        message.format(crs=name, files=", ".join(files)),
        rule="needs_grid_file",
        advice=advice.format(folder=datadir.get_user_data_dir()),
    )


def _unknown_datum(name: str) -> CrsUnusable:
    message = tr("How “{crs}” lies to British National Grid is not known.")
    return CrsUnusable(message.format(crs=name))


def _not_quite_national_grid(name: str) -> CrsUnusable:
    message = tr(
        "“{crs}” projects as British National Grid does, but not on its datum: it is meant as "
        "EPSG:27700, or else some 100 m beside it."
    )
    return CrsUnusable(message.format(crs=name), rule="wrong_crs")


def _guess(crs: CRS, *, known: bool) -> float:
    """How far off a position may be whose datum shift nobody states an accuracy for, in metres."""
    if known:  # the definition brings its own shift (+towgs84): good to some metres as a rule
        return 5.0
    return MODERN_DATUM_M if is_modern(crs) else UNKNOWN_DATUM_M
