"""Which boxes to ask for, as the register answers at most 100 features a call and refuses more.

A box that holds too many is asked for again in four quarters, the one nearest to the middle first.
"""

import heapq
import math
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, Callable, NamedTuple, Optional

from ..api.errors import (
    AccessRestricted,
    Cancelled,
    CertificateRefused,
    NoNetwork,
    NotSignedIn,
    RateLimited,
    TooManyFeatures,
)
from ..errors import StreetWorksError
from ..words import tr
from .fetched import FailedBox, Fetched
from .kinds import WORKS, counted, identity_of

_WOULD_REPEAT = (AccessRestricted, CertificateRefused, NoNetwork, NotSignedIn, RateLimited)
_FAILURES_IN_A_ROW = 3
_MOST_CALLS = 1000


class Box(NamedTuple):
    """A box in EPSG:27700, in metres."""

    min_easting: float
    min_northing: float
    max_easting: float
    max_northing: float

    @property
    def centre(self) -> tuple[float, float]:
        """Easting and northing of the middle."""
        return (
            (self.min_easting + self.max_easting) / 2,
            (self.min_northing + self.max_northing) / 2,
        )

    @property
    def width(self) -> float:
        """Metres from west to east."""
        return self.max_easting - self.min_easting

    @property
    def height(self) -> float:
        """Metres from south to north."""
        return self.max_northing - self.min_northing

    def quarters(self) -> "tuple[Box, Box, Box, Box]":
        """Return the four boxes, half as wide and half as high, that make up this one."""
        west, south, east, north = self
        easting, northing = self.centre
        return (
            Box(west, south, easting, northing),
            Box(easting, south, east, northing),
            Box(west, northing, easting, north),
            Box(easting, northing, east, north),
        )

    def grown(self, metres: float) -> "Box":
        """Return the box that reaches `metres` further on every side."""
        west, south, east, north = self
        return Box(west - metres, south - metres, east + metres, north + metres)


Fetch = Callable[[Box], Any]
Report = Callable[[float, str], None]
Key = Callable[[Any], Hashable]


@dataclass
class _Came:
    """What has come so far."""

    features: "dict[Hashable, Any]"
    refused: "dict[Hashable, Any]"
    incomplete: list[Box]
    failed: list[FailedBox]
    calls: int = 0
    answers: int = 0
    failures_in_a_row: int = 0


def fetch_all(
    box: Box,
    fetch: Fetch,
    *,
    kind: str = WORKS,
    key: Optional[Key] = None,
    smallest_m: float = 62.5,
    most_calls: int = _MOST_CALLS,
    report: Optional[Report] = None,
    cancelled: Optional[Callable[[], bool]] = None,
    now: Optional[Callable[[], datetime]] = None,
) -> Fetched:
    """Fetch everything in `box` (EPSG:27700, metres), splitting where the register refuses.

    `fetch(box)` returns a collection with `.features` and `.refused`. A feature that several boxes
    give is kept once: `key` tells them apart, by default the reference of the `kind`. Boxes are not
    split below `smallest_m`; one that still holds too many is listed as incomplete. A box that
    fails is listed and the rest goes on, unless the error would repeat itself (no network, signed
    out, rate limit) or came three times in a row. `report` gets the fraction of the area that is
    done and how much came; `cancelled` is asked before every call.

    When boxes failed and none gave its features, the error is raised: a StreetWorksError of the
    client. Raises ValueError for a box that is not finite or not in order.
    """
    _check(box)
    as_of = (now or _now)()
    same = key or (lambda feature: identity_of(kind, feature))
    came = _Came({}, {}, [], [])
    queue = [_entry(box, box)]
    whole, done = _area(box), 0.0
    while queue and came.calls < most_calls and not (cancelled and cancelled()):
        part = queue[0][-1]
        try:
            split = _ask(part, fetch, came, same, smallest_m)
        except Cancelled:
            break
        except StreetWorksError as error:
            came.failed.append(FailedBox(part, error))
            came.failures_in_a_row += 1
            if _should_stop(error, came):
                heapq.heappop(queue)
                break
            split = ()
        heapq.heappop(queue)
        for quarter in split:
            heapq.heappush(queue, _entry(quarter, box))
        if not split:
            done += _area(part)
            if report:
                report(min(1.0, done / whole), _so_far(kind, came))
    if came.failed and not came.answers:
        raise came.failed[0].error
    return Fetched(
        kind=kind,
        features=list(came.features.values()),
        refused=tuple(came.refused.values()),
        calls=came.calls,
        incomplete=tuple(came.incomplete),
        failed=tuple(came.failed),
        unasked=tuple(entry[-1] for entry in sorted(queue)),
        as_of=as_of,
    )


def _ask(part: Box, fetch: Fetch, came: _Came, same: Key, smallest_m: float) -> tuple[Box, ...]:
    """Ask for one box and keep what it gives; return its quarters when it holds too many."""
    came.calls += 1
    try:
        collection = fetch(part)
    except TooManyFeatures:
        came.failures_in_a_row = 0
        if max(part.width, part.height) / 2 >= smallest_m:
            return part.quarters()
        came.incomplete.append(part)
        return ()
    came.answers += 1
    came.failures_in_a_row = 0
    for feature in collection.features:
        came.features.setdefault(same(feature), feature)
    for number, refused in enumerate(collection.refused):
        known_as = getattr(refused, "reference", "") or (part, number)
        came.refused.setdefault(known_as, refused)
    return ()


def _should_stop(error: StreetWorksError, came: _Came) -> bool:
    return isinstance(error, _WOULD_REPEAT) or came.failures_in_a_row >= _FAILURES_IN_A_ROW


def _entry(part: Box, whole: Box) -> tuple[float, Box]:
    """Return what sorts a box by how far its middle is from the middle of the whole."""
    return math.dist(part.centre, whole.centre), part


def _area(box: Box) -> float:
    """Return an area that is never 0, so that a box without width counts as one as well."""
    return max(box.width, 0.001) * max(box.height, 0.001)


def _so_far(kind: str, came: _Came) -> str:
    return tr("{what} so far").format(what=counted(kind, len(came.features)))


def _check(box: Box) -> None:
    if not all(map(math.isfinite, box)):
        raise ValueError(f"The box {box} is not finite.")
    if box.width < 0 or box.height < 0:
        raise ValueError(f"The corners of the box {box} are not in order.")


def _now() -> datetime:
    return datetime.now(timezone.utc)
