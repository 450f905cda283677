"""What was seen of an occupation when it was judged, and what has changed of it since."""

import hashlib
import math
from dataclasses import dataclass
from datetime import date
from typing import Any, Optional

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..trade.labels import label
from ..trade.telling import span
from ..words import tr
from .occupation import Occupation, day_known

Bounds = tuple[float, float, float, float]

_DECIMALS = 2  # of metres: less is not a move
_SAME_M = 0.05


@dataclass(frozen=True)
class Seen:
    """The place, the days, the status and the traffic management of an occupation, as it was.

    `place` is a digest of the shape, and `bounds` are its west, south, east and north (EPSG:27700),
    all to the centimetre; "" and None where it has no shape. Days are those of an Occupation.
    """

    place: str
    bounds: Optional[Bounds]
    start: Optional[date]
    end: Optional[date]
    status: str
    traffic: str

    def kept(self) -> dict[str, Any]:
        """Return it as JSON can keep it."""
        days = (None if day is None else day.isoformat() for day in (self.start, self.end))
        return {
            "place": self.place,
            "bounds": self.bounds,
            **dict(zip(("start", "end"), days)),
            "status": self.status,
            "traffic": self.traffic,
        }


def seen_in(kept: dict[str, Any]) -> Seen:
    """Return what was `kept`. Raises ValueError, or one of its like, where it is damaged."""
    start, end = (
        None if kept[name] is None else date.fromisoformat(kept[name]) for name in ("start", "end")
    )
    bounds = None if kept["bounds"] is None else _four(*map(float, kept["bounds"]))
    texts = {name: kept[name] for name in ("place", "status", "traffic")}
    if not all(isinstance(text, str) for text in texts.values()):
        raise ValueError(f"no texts: {texts}")
    return Seen(bounds=bounds, start=start, end=end, **texts)


def seen_of(one: Occupation) -> Seen:
    """Return what there is to see of an occupation."""
    place, bounds = _place(one.shape)
    return Seen(place, bounds, one.start, one.end, one.status, one.traffic)


def changes(seen: Seen, one: Occupation, today: date) -> tuple[str, ...]:
    """Say what of `one` is no longer as it was seen, such as "moved 12 m"; nothing if all is.

    Days of the year of `today` are written without their year.
    """
    now = seen_of(one)
    said = (
        _moved(seen, now),
        from_to(tr("days"), _days(seen, today), _days(now, today)),
        from_to(tr("status"), label(seen.status), label(now.status)),
        from_to(tr("traffic management"), label(seen.traffic), label(now.traffic)),
    )
    return tuple(filter(None, said))


def _place(shape: Optional[BaseGeometry]) -> tuple[str, Optional[Bounds]]:
    if shape is None or shape.is_empty:
        return "", None
    rounded = shapely.transform(
        shapely.force_2d(shape), lambda numbers: np.round(numbers, _DECIMALS) + 0.0
    )
    bounds = _four(*(round(float(side), _DECIMALS) for side in rounded.bounds))
    if not all(map(math.isfinite, bounds)):
        return "", None
    wkb = shapely.to_wkb(shapely.normalize(rounded), byte_order=1)
    return hashlib.blake2b(wkb, digest_size=16).hexdigest(), bounds


def _four(west: float, south: float, east: float, north: float) -> Bounds:
    return west, south, east, north


def _moved(seen: Seen, now: Seen) -> str:
    if seen.place == now.place:
        return ""
    if seen.bounds is None:
        return tr("its place is known now")
    if now.bounds is None:
        return tr("its place is not known any more")
    west, south, east, north = (new - old for old, new in zip(seen.bounds, now.bounds))
    metres = math.hypot(west + east, south + north) / 2
    as_large = abs(east - west) <= _SAME_M and abs(north - south) <= _SAME_M
    if as_large and metres > _SAME_M:
        return tr("moved {metres:.7g} m").format(metres=round(metres, 1))
    if metres < 1:
        return tr("another shape")
    return tr("another shape, its middle {metres:.0f} m off").format(metres=metres)


def _days(one: Seen, today: date) -> str:
    return span(day_known(one.start), day_known(one.end), today)


def from_to(what: str, before: str, now: str) -> str:
    """Say that something has changed, such as "status from “granted” to “closed”"; "" if not."""
    if before == now:
        return ""
    unknown = tr("not known")
    return tr("{what} from “{before}” to “{now}”").format(
        what=what, before=before or unknown, now=now or unknown
    )
