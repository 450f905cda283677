"""QGIS's locator bar finds positions, streets and works, and goes there.

Streets and works are looked for on the locator's own worker threads, each search with a clone of
the filter. A clone gets the register in `prepare`, on the main thread; what it finds goes back as
text, and all that is done with it is done on the main thread again.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Callable, Optional

from qgis.core import QgsFeedback, QgsLocatorContext, QgsLocatorFilter, QgsLocatorResult
from qgis.PyQt.QtCore import QObject
from shapely.geometry import box, mapping, shape
from shapely.geometry.base import BaseGeometry

from ..api.errors import Cancelled
from ..api.register import Register
from ..background.current_job import working_for
from ..background.jobs import as_street_works_error
from ..errors import StreetWorksError
from ..extents.grid import to_national_grid
from ..extents.grid_reference import read_grid_reference
from ..extents.typed import read_positions
from ..live.finding.search import (
    FEWEST_LETTERS,
    Found,
    find_streets,
    find_works,
    is_reference,
    is_usrn,
)
from ..words import tr

_TYPING_MS = 400
_FEWEST_WITHOUT_PREFIX = 4
_SMALLEST_SQUARE_M = 10.0


@dataclass(frozen=True)
class Services:
    """What the filters need; all of it is called on the main thread.

    `register` returns what reads Street Manager, None while nobody is signed in; `go_to` brings a
    Shapely geometry (EPSG:27700) into view and marks it, `picked` hears what the planner chose,
    `sign_in` opens the sign-in, `trouble` tells of an error.
    """

    register: Callable[[], Optional[Register]]
    go_to: Callable[[BaseGeometry], None]
    picked: Callable[[Found], None]
    sign_in: Callable[[], None]
    trouble: Callable[[StreetWorksError], None]


class Locator:
    """The plugin's filters in the locator bar; `remove` takes them out again."""

    def __init__(self, iface: Any, services: Services) -> None:
        """`iface` is QGIS's own, or anything that registers locator filters likewise."""
        self._iface = iface
        self.filters = make_filters(services)
        for one in self.filters:
            iface.registerLocatorFilter(one)

    def remove(self) -> None:
        """Take the filters out: QGIS ends what is being looked for, and deletes them."""
        for one in self.filters:
            self._iface.deregisterLocatorFilter(one)
        self.filters = ()


def make_filters(services: Services) -> tuple[QgsLocatorFilter, ...]:
    """Make the three filters: positions, streets, works."""
    return PositionFilter(services), StreetFilter(services), WorksFilter(services)


class _Filter(QgsLocatorFilter):
    """What the filters have in common: what becomes of a result that is chosen."""

    key = ""

    def __init__(self, services: Services, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._services = services

    def clone(self) -> QgsLocatorFilter:
        """Return one for a search."""
        return type(self)(self._services)

    def name(self) -> str:
        """Name the filter in QGIS's settings."""
        return f"street_works_{self.key}"

    def prefix(self) -> str:
        """Return what narrows a search to this filter; QGIS wants three letters of plugins."""
        return self.key

    def triggerResult(self, result: QgsLocatorResult) -> None:  # noqa: N802 - QGIS's name
        """Do what the chosen result stands for."""
        told = json.loads(_data(result))
        try:
            self._do(told)
        except StreetWorksError as error:
            self._services.trouble(error)

    def _do(self, told: dict[str, Any]) -> None:
        found = Found.from_text(told["found"])
        if found.geometry is not None:
            self._services.go_to(shape(found.geometry))
        self._services.picked(found)

    def _give(self, title: str, description: str, score: float, **told: Any) -> None:
        result = QgsLocatorResult(self, title, json.dumps(told))
        result.description = description
        result.score = score
        self.resultFetched.emit(result)


class PositionFilter(_Filter):
    """Finds National Grid references, eastings and northings, latitudes and longitudes, offline."""

    key = "pos"

    def displayName(self) -> str:  # noqa: N802 - QGIS's name
        """Name the filter for the planner."""
        return tr("Street Works: positions")

    def flags(self) -> Any:
        """Say that it is quick enough for the main thread."""
        return QgsLocatorFilter.Flag.FlagFast

    def fetchResults(  # noqa: N802 - QGIS's name
        self, text: str, _context: QgsLocatorContext, _feedback: QgsFeedback
    ) -> None:
        """Offer the position that `text` is, if it is one."""
        try:
            typed = read_positions(text)
        except StreetWorksError:
            return  # not a position, or not typed to its end yet
        if len(typed.points) == 1:
            self._give(" ".join(text.split()), typed.what, 1.0, position=text)

    def _do(self, told: dict[str, Any]) -> None:
        text = told["position"]
        place = _place_of(text)
        self._services.go_to(place)
        self._services.picked(Found(" ".join(text.split()), "", mapping(place)))


class _RegisterFilter(_Filter):
    """Asks the register, on a worker thread and when the planner has stopped typing."""

    def __init__(self, services: Services, parent: Optional[QObject] = None) -> None:
        super().__init__(services, parent)
        self.setFetchResultsDelay(_TYPING_MS)
        self._register: Optional[Register] = None

    def prepare(self, _text: str, _context: QgsLocatorContext) -> list[str]:
        """Take the register, on the main thread."""
        self._register = self._services.register()
        return []

    def fetchResults(  # noqa: N802 - QGIS's name
        self, text: str, context: QgsLocatorContext, feedback: QgsFeedback
    ) -> None:
        """Offer what the register finds; an error and "signed out" are results themselves."""
        if not self._suits(text, context.usingPrefix):
            return
        register = self._register
        if register is None:
            said = tr("Sign in to Street Manager to find “{text}”").format(text=text.strip())
            self._give(said, self.displayName(), 0.1, sign_in=True)
            return
        try:
            with working_for(feedback.isCanceled), register.cancelling(feedback.isCanceled):
                for rank, found in enumerate(self._find(register, text)):
                    self._give(
                        found.title, found.description, 0.9 - rank / 1000, found=found.to_text()
                    )
        except Cancelled:
            return  # the planner types on
        except Exception as error:  # in a thread of QGIS's, it would end as a traceback
            kept = _kept(as_street_works_error(error))
            self._give(kept["message"], kept["advice"], 0.1, trouble=kept)

    def _suits(self, text: str, asked_for: bool) -> bool:
        raise NotImplementedError

    def _find(self, register: Register, text: str) -> Iterable[Found]:
        raise NotImplementedError

    def _do(self, told: dict[str, Any]) -> None:
        if "sign_in" in told:
            self._services.sign_in()
        elif "trouble" in told:
            kept = told["trouble"]
            raise StreetWorksError(
                kept["message"], advice=kept["advice"], detail=kept["detail"], about=kept["about"]
            )
        else:
            super()._do(told)


class StreetFilter(_RegisterFilter):
    """Finds streets by name and town, or by USRN."""

    key = "street"

    def displayName(self) -> str:  # noqa: N802 - QGIS's name
        """Name the filter for the planner."""
        return tr("Street Works: streets")

    def _suits(self, text: str, asked_for: bool) -> bool:
        """Without the prefix, look for numbers of streets and for words, not for references."""
        plain = text.strip()
        if asked_for:
            return len(plain) >= FEWEST_LETTERS
        is_word = len(plain) >= _FEWEST_WITHOUT_PREFIX and plain[0].isalpha()
        return is_usrn(plain) or (is_word and not is_reference(plain) and not _is_position(plain))

    def _find(self, register: Register, text: str) -> Iterable[Found]:
        return find_streets(register, text)


class WorksFilter(_RegisterFilter):
    """Finds works by their reference or a permit's; one's own by a part of it, too."""

    key = "works"

    def displayName(self) -> str:  # noqa: N802 - QGIS's name
        """Name the filter for the planner."""
        return tr("Street Works: works and permits")

    def _suits(self, text: str, asked_for: bool) -> bool:
        """Without the prefix, look for what is written like a whole reference only."""
        if asked_for:
            return len(text.strip()) >= FEWEST_LETTERS
        return is_reference(text) and not _is_position(text)

    def _find(self, register: Register, text: str) -> Iterable[Found]:
        return find_works(register, text)


def _place_of(text: str) -> BaseGeometry:
    """Return the place of a position in EPSG:27700: a grid reference's square, else a point.

    On the main thread only. Raises StreetWorksError where it cannot be brought to National Grid.
    """
    square = read_grid_reference(text)
    if square is not None and square.side_m >= _SMALLEST_SQUARE_M:
        east, north, side = square.easting, square.northing, square.side_m
        return box(east, north, east + side, north + side)
    typed = read_positions(text)
    ((x, y),) = typed.points
    return to_national_grid(shape({"type": "Point", "coordinates": (x, y)}), typed.crs).geometry


def _is_position(text: str) -> bool:
    try:
        read_positions(text)
    except StreetWorksError:
        return False
    return True


def _kept(error: StreetWorksError) -> dict[str, str]:
    return {
        "message": error.message,
        "advice": error.advice,
        "detail": error.detail,
        "about": error.about,
    }


def _data(result: QgsLocatorResult) -> str:
    """Return a result's data, which QGIS 3.22 gives by a method and later versions as a value."""
    data = getattr(result, "getUserData", None) or result.userData
    return str(data() if callable(data) else data)
