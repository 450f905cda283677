"""How a coordinate system comes to ETRS89 or straight to National Grid: which way, and how exactly.

PROJ is only asked for what it does well without grid files. The step between ETRS89 and OSGB36 is
never left to it: without the OSTN15 file it quietly takes a ballpark that is 2 m to 100 m off.
"""

import threading
import warnings
from dataclasses import dataclass, replace
from enum import Enum
from typing import Optional

from pyproj import CRS, Transformer
from pyproj.exceptions import ProjError
from pyproj.transformer import AreaOfInterest, TransformerGroup

from ..words import tr
from . import definitions, means
from .definitions import (
    CrsUnusable,
    datum_of,
    geographic_of,
    horizontal,
    is_modern,
    label,
    plain_of,
    read,
)
from .means import Means

NATIONAL_GRID = "EPSG:27700"
# Business rules 2.01, 1.1.3: a mistaken datum shifts positions by up to 200 m.
UNKNOWN_DATUM_M = 200.0
# Datums on GRS80 or WGS 84 all lie within a metre or two of ETRS89 in Europe.
MODERN_DATUM_M = 2.0

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
    way. `certain` is False when nobody states how the datum relates to ETRS89.
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


_mine = threading.local()


def find(source: str) -> Route:
    """Give the best route there is for a CRS ("EPSG:3857", WKT2, a PROJ string).

    Raises `CrsUnusable`, and `GridUnavailable` if the route needs OSTN15 and it is not there.
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
    crs = horizontal(read(source))
    name = label(crs)
    geographic = plain_of(crs).is_geographic
    if definitions.is_national_grid(crs):
        return Route(name, Way.AS_IT_IS, None, tr("already British National Grid"), 0.0)
    datum = datum_of(crs)
    if datum == "OSGB36":
        step = Transformer.from_crs(plain_of(crs), NATIONAL_GRID, always_xy=True)
        operation = tr("{crs} to British National Grid, same datum").format(crs=name)
        software = means.software()
        return Route(name, Way.WITHIN_OSGB36, step, operation, 0.0, True, geographic, software)
    if datum in ("ETRS89", "WGS84"):
        operation = (
            tr("{crs} (ETRS89)") if datum == "ETRS89" else tr("{crs} with WGS 84 taken as ETRS89")
        ).format(crs=name)
        plain = plain_of(crs)
        step = Transformer.from_crs(plain, geographic_of(plain), always_xy=True)
        return Route(name, Way.BY_OSTN15, step, operation, 0.0, geographic=geographic)
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
    accuracy = step.accuracy if certain else _guess(crs, known=bool(known))
    operation = tr("{crs} by “{operation}”").format(crs=name, operation=step.description)
    return Route(name, Way.BY_OSTN15, step, operation, accuracy, certain, geographic)


def _guess(crs: CRS, *, known: bool) -> float:
    """How far off a position may be whose datum shift nobody states an accuracy for, in metres."""
    if known:  # the definition brings its own shift (+towgs84): good to some metres as a rule
        return 5.0
    return MODERN_DATUM_M if is_modern(crs) else UNKNOWN_DATUM_M
