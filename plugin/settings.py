"""What the planner has set, typed, and the environments a planner can sign in to.

Passwords are not here: they are in QGIS's authentication manager, and only the id of their
configuration is stored. Everything else lives under `street_works/` in QGIS's settings.
"""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Optional, TypeVar

from qgis.core import QgsSettings

from .words import tr

if TYPE_CHECKING:
    from .extents import Limits

_Number = TypeVar("_Number", int, float)

PRACTICE = "practice"
SANDBOX = "sandbox"
PRODUCTION = "production"
CUSTOM = "custom"

_ROOT = "street_works/"


@dataclass(frozen=True)
class Environment:
    """A Street Manager that can be signed in to; `base_url` has neither version nor API in it."""

    key: str
    name: str
    base_url: str

    @property
    def is_production(self) -> bool:
        """Whether what is submitted here is live."""
        return self.key == PRODUCTION

    @property
    def is_practice(self) -> bool:
        """Whether it is the practice service that the plugin starts by itself."""
        return self.key == PRACTICE


def environments(settings: "Settings") -> tuple[Environment, ...]:
    """Return the four environments, in the order in which they are offered.

    The hosts are those of Street Manager's API documentation; the practice service's address is
    known only once it runs, so it is empty here.
    """
    host = "api.{}manage-roadworks.service.gov.uk"
    return (
        Environment(PRACTICE, tr("Practice"), ""),
        Environment(SANDBOX, tr("Sandbox"), "https://" + host.format("sandbox.")),
        Environment(PRODUCTION, tr("Production"), "https://" + host.format("")),
        Environment(CUSTOM, tr("Custom address"), settings.custom_url),
    )


class Settings:
    """The plugin's settings as plain attributes; each is written as soon as it is set."""

    def __init__(self, store: Optional[QgsSettings] = None) -> None:
        self._store = store or QgsSettings()

    def _text(self, key: str, default: str = "") -> str:
        return str(self._store.value(_ROOT + key, default) or "")

    def _put(self, key: str, value: object) -> None:
        self._store.setValue(_ROOT + key, value)

    @property
    def environment(self) -> str:
        """Key of the environment last signed in to."""
        return self._text("environment", PRACTICE)

    @environment.setter
    def environment(self, key: str) -> None:
        self._put("environment", key)

    @property
    def custom_url(self) -> str:
        """Address of the planner's own Street Manager."""
        return self._text("custom_url")

    @custom_url.setter
    def custom_url(self, url: str) -> None:
        self._put("custom_url", url.strip().rstrip("/"))

    def authcfg(self, environment: str) -> str:
        """Return the id of the authentication configuration for `environment`, or ""."""
        return self._text(f"authcfg/{environment}")

    def set_authcfg(self, environment: str, authcfg: str) -> None:
        """Remember `authcfg` (an id, no secret) for `environment`."""
        self._put(f"authcfg/{environment}", authcfg)

    @property
    def practice_works(self) -> list[str]:
        """Paths of published records that the practice service adds to its town."""
        paths = self._store.value(_ROOT + "practice_works", [])
        return [paths] if isinstance(paths, str) and paths else list(paths or [])

    @practice_works.setter
    def practice_works(self, paths: list[str]) -> None:
        self._put("practice_works", list(paths))

    @property
    def style(self) -> str:
        """What colours and shapes on the map tell: the value of a style."""
        return self._text("style", "impact")

    @style.setter
    def style(self, style: str) -> None:
        self._put("style", style)

    @property
    def follow_map(self) -> bool:
        """Whether what comes into view is loaded by itself."""
        return self._flag("follow_map", True)

    @follow_map.setter
    def follow_map(self, follow: bool) -> None:
        self._put("follow_map", follow)

    @property
    def refresh_minutes(self) -> float:
        """How old what is in view may become before it is loaded again."""
        return max(1.0, self._number("refresh_minutes", 10.0))

    @refresh_minutes.setter
    def refresh_minutes(self, minutes: float) -> None:
        self._put("refresh_minutes", minutes)

    @property
    def last_store(self) -> str:
        """Name of the file with what was loaded last; it gives away neither account nor place."""
        return self._text("last_store")

    @last_store.setter
    def last_store(self, name: str) -> None:
        self._put("last_store", name)

    @property
    def clash_distance_m(self) -> float:
        """How near something must be to clash, in metres."""
        return float(self._store.value(_ROOT + "clash_distance_m", 25.0))

    @clash_distance_m.setter
    def clash_distance_m(self, metres: float) -> None:
        self._put("clash_distance_m", metres)

    @property
    def clash_days(self) -> int:
        """How many days before and after count as an opportunity to work together."""
        return int(self._store.value(_ROOT + "clash_days", 14))

    @clash_days.setter
    def clash_days(self, days: int) -> None:
        self._put("clash_days", days)

    @property
    def limits(self) -> "Limits":
        """The thresholds of the checks: `limits/<name>`, each the usual one unless it was set.

        What is stored that is no number, or a negative one, counts as not set.
        """
        from .extents import Limits  # noqa: PLC0415 - it brings shapely, and QGIS's start is quick

        usual: dict[str, Any] = asdict(Limits())
        return Limits(**{name: self._number(f"limits/{name}", usual[name]) for name in usual})

    @limits.setter
    def limits(self, limits: "Limits") -> None:
        # What is as usual is not stored: a later version may know better what is usual.
        usual: dict[str, Any] = asdict(type(limits)())
        for name, number in asdict(limits).items():
            if number == usual[name]:
                self._store.remove(_ROOT + f"limits/{name}")
            else:
                self._put(f"limits/{name}", number)

    @property
    def accept_approximation(self) -> bool:
        """Whether positions may be 2 m to 4 m off where OSTN15 cannot be had; False unless set."""
        return self._flag("accept_approximation", False)

    @accept_approximation.setter
    def accept_approximation(self, accept: bool) -> None:
        self._put("accept_approximation", accept)

    @property
    def strip_width_m(self) -> float:
        """How wide a strip along a street is, in metres."""
        return self._number("strip_width_m", 2.0)

    @strip_width_m.setter
    def strip_width_m(self, metres: float) -> None:
        self._put("strip_width_m", metres)

    @property
    def along_as(self) -> str:
        """What becomes of a stretch of street: "line", or the strip's side."""
        return self._text("along_as", "line")

    @along_as.setter
    def along_as(self, key: str) -> None:
        self._put("along_as", key)

    @property
    def buffer_m(self) -> float:
        """How far around a point or a line an area is made, in metres."""
        return self._number("buffer_m", 2.0)

    @buffer_m.setter
    def buffer_m(self, metres: float) -> None:
        self._put("buffer_m", metres)

    def _flag(self, key: str, usual: bool) -> bool:
        return str(self._store.value(_ROOT + key, usual)).lower() == "true"

    def _number(self, key: str, usual: _Number) -> _Number:
        """Return a stored number of the same type as the usual one."""
        try:
            stored = type(usual)(float(self._store.value(_ROOT + key, usual)))
        except (TypeError, ValueError, OverflowError):
            return usual
        return stored if 0 <= stored < float("inf") else usual
