"""What the planner has set, typed, and the environments a planner can sign in to.

Passwords are not here: they are in QGIS's authentication manager, and only the id of their
configuration is stored. Everything else lives under `street_works/` in QGIS's settings.
"""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsSettings

from .kept import Document, Flag, Kept, Number, OneOf, Paths, SomeOf, Text
from .words import tr

if TYPE_CHECKING:
    from .extents import Limits

PRACTICE = "practice"
SANDBOX = "sandbox"
PRODUCTION = "production"
CUSTOM = "custom"

# The steps of the welcome, and what else becomes of it: it was shown once, or was put away.
PRACTISE, SIGN_IN, BACK = STEPS = "practise", "sign_in", "back"
SEEN, AWAY = "seen", "away"

FREE_OF_CLASHES, FREE_SURELY = "clashes", "surely"
FREE_OF_OTHERS, FREE_OF_EVERYTHING = "others", "everything"


def choices_of_free() -> dict[str, str]:
    """Return what other days may be asked to be free of, in the planner's words by their keys."""
    return {
        FREE_OF_CLASHES: tr("no potential clash"),
        FREE_SURELY: tr("no potential clash for sure"),
        FREE_OF_OTHERS: tr("no potential clash or collaboration"),
        FREE_OF_EVERYTHING: tr("nothing near by for sure"),
    }


# From where to where each threshold of the checks may be set; what is usual, extents.Limits says.
LIMIT_RANGES: dict[str, tuple[float, float]] = {
    "shortest_m": (0.01, 10.0),
    "smallest_m2": (0.01, 100.0),
    "largest_m": (10.0, 100_000.0),
    "largest_m2": (10.0, 10_000_000.0),
    "most_points": (10, 100_000),
    "simplify_m": (0.0, 5.0),
    "sliver_m": (0.0, 10.0),
    "spike_degrees": (0.0, 45.0),
    "double_back_degrees": (0.0, 90.0),
    "accuracy_m": (0.1, 100.0),
    "accuracy_refused_m": (0.1, 1000.0),
    "near_street_m": (1.0, 1000.0),
    "far_from_street_m": (1.0, 10_000.0),
    "site_m": (1.0, 1000.0),
}

PRACTICE_PLANNER = "planner@practice.example"
PRACTICE_CONTRACTOR = "contractor@practice.example"
PRACTICE_AUTHORITY = "authority@practice.example"


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
    """The plugin's settings as plain attributes; each is written as soon as it is set.

    Whatever is stored, each has a value that it may have: see `plugin.kept`.
    """

    # Key of the environment last signed in to.
    environment = OneOf("environment", PRACTICE, SANDBOX, PRODUCTION, CUSTOM)
    # Paths of published records that the practice service adds to its town.
    practice_works = Paths("practice_works", [])
    # What has become of the welcome.
    welcome = SomeOf("welcome", *STEPS, SEEN, AWAY)
    # Whether the toolbar has texts beside its icons.
    toolbar_texts = Flag("toolbar_texts", True)
    # How the planner drew last.
    draw_by = OneOf("draw_by", "polygon", "point", "line", "along")
    # What colours and shapes on the map tell: the value of a style.
    style = OneOf("style", "impact", "category", "status", "promoter", "days_left")
    # Whether what comes into view is loaded by itself.
    follow_map = Flag("follow_map", True)
    # How old what is in view may become before it is loaded again.
    refresh_minutes = Number("refresh_minutes", 10.0, 1.0, 24 * 60.0)
    # What lies below everything on the map: a key of desk/basemap_choice, "" until one is chosen.
    background = Text("background", "", r"[^\x00-\x1f]{1,300}")
    # The file or layer that the planner chose as a background: the fields of a basemap.Source.
    background_own = Document("background_own", {})
    # How opaque the planner made it last.
    background_opacity = Number("background_opacity", 1.0, 0.0, 1.0)
    # Whether the plan of the planner's key to the OS Data Hub has premium data.
    os_premium = Flag("os_premium", False)
    # The planner's own layer of streets: the fields of desk/own_streets.
    street_layer = Document("street_layer", {})
    # Which tab of the panel was open, by its name, and whether the panel was.
    panel_tab = Text("panel_tab", "", r"\w{1,40}")
    panel_open = Flag("panel_open", True)
    # Name of the file with what was loaded last; it gives away neither account nor place.
    last_store = Text("last_store", "", r"live-[0-9a-f]{1,64}\.gpkx")
    # How near something must be to clash, in metres.
    clash_distance_m = Number("clash_distance_m", 25.0, 0.0, 2000.0)
    # How many days before and after count as an opportunity to work together.
    clash_days = Number("clash_days", 14, 0, 730)
    # What other days for works are to be free of: potential clashes, those that cannot be told for
    # sure too, potential collaborations too, or everything.
    free_of = OneOf("free_of", FREE_OF_CLASHES, FREE_SURELY, FREE_OF_OTHERS, FREE_OF_EVERYTHING)
    # Whether positions may be 2 m to 4 m off where OSTN15 cannot be had.
    accept_approximation = Flag("accept_approximation", False)
    # Whether it was offered to let QGIS itself convert by OSTN15.
    ostn15_offered = Flag("ostn15_offered", False)
    # How wide a strip along a street is, in metres.
    strip_width_m = Number("strip_width_m", 2.0, 0.1, 100.0)
    # What becomes of a stretch of street: "line", or the strip's side.
    along_as = OneOf("along_as", "line", "both", "left", "right")
    # How far around a point or a line an area is made, in metres.
    buffer_m = Number("buffer_m", 2.0, 0.1, 100.0)

    # Through which of QGIS's PostgreSQL connections a team shares its verdicts, and where there.
    team_connection = Text("team_connection", "", r"[^\x00-\x1f]{1,200}")
    team_schema = Text("team_schema", "public", r"[^\x00-\x1f]{1,63}")

    _removed_layers = Text("removed_layers", "", r"(\w+/\w+( |$)){1,16}")
    _custom_url = Text("custom_url", "", r"[^\s\x00-\x1f]{1,2000}")

    def __init__(self, store: Optional[QgsSettings] = None) -> None:
        self.kept = Kept(store)

    @property
    def custom_url(self) -> str:
        """Address of the planner's own Street Manager."""
        return self._custom_url

    @custom_url.setter
    def custom_url(self, url: str) -> None:
        self._custom_url = url.strip().rstrip("/")

    @property
    def removed_layers(self) -> frozenset[tuple[str, str]]:
        """Live layers that the planner took off the map: their kind, and shape or "centre"."""
        parts = (name.partition("/") for name in self._removed_layers.split())
        return frozenset((kind, shape) for kind, _slash, shape in parts)

    @removed_layers.setter
    def removed_layers(self, layers: frozenset[tuple[str, str]]) -> None:
        self._removed_layers = " ".join(sorted(f"{kind}/{shape}" for kind, shape in layers))

    def authcfg(self, environment: str) -> str:
        """Return the id of the authentication configuration for `environment`, or "".

        The key to the OS Data Hub has one too, as if that were an environment.
        """
        return self.kept.value(_authcfg(environment))

    def set_authcfg(self, environment: str, authcfg: str) -> None:
        """Remember `authcfg` (an id, no secret) for `environment`."""
        self.kept.put(_authcfg(environment), authcfg)

    def email(self, environment: str) -> str:
        """Return the e-mail address last signed in with to `environment`, or ""."""
        return self.kept.value(_email(environment))

    def set_email(self, environment: str, email: str) -> None:
        """Remember the e-mail address, no password, for `environment`."""
        self.kept.put(_email(environment), email)

    def drop_habits(self) -> None:
        """Forget the last answers that an earlier version kept here, for all accounts alike."""
        self.kept.remove(Text("habits", "", ""))

    def window_size(self, name: str) -> Optional[tuple[int, int]]:
        """Return how wide and high, in pixels, the planner left a window, or None."""
        width, _by, height = self.kept.value(_window(name)).partition(" x ")
        return (int(width), int(height)) if height else None

    def keep_window_size(self, name: str, size: tuple[int, int]) -> None:
        """Keep how wide and high, in pixels, the planner leaves a window."""
        self.kept.put(_window(name), f"{size[0]} x {size[1]}")

    @property
    def limits(self) -> "Limits":
        """The thresholds of the checks: `limits/<name>`, each the usual one unless it was set."""
        from .extents import Limits  # noqa: PLC0415 - it brings shapely, and QGIS's start is quick

        usual = asdict(Limits())
        found = {name: self.kept.value(_limit(name, usual[name])) for name in usual}
        # What is refused is worse than what is warned of, and far is not nearer than near.
        for less, more in (
            ("accuracy_m", "accuracy_refused_m"),
            ("near_street_m", "far_from_street_m"),
        ):
            found[more] = max(found[less], found[more])
        return Limits(**found)

    @limits.setter
    def limits(self, limits: "Limits") -> None:
        # What is as usual is not stored: a later version may know better what is usual.
        usual = asdict(type(limits)())
        for name, number in asdict(limits).items():
            setting = _limit(name, usual[name])
            if number == usual[name]:
                self.kept.remove(setting)
            else:
                self.kept.put(setting, number)


def _authcfg(environment: str) -> Text:
    return Text(f"authcfg/{environment}", "", r"[A-Za-z0-9_-]{1,64}")


def _email(environment: str) -> Text:
    return Text(f"email/{environment}", "", r"[^\s\x00-\x1f]{1,320}")


def _window(name: str) -> Text:
    return Text(f"windows/{name}", "", r"\d{2,5} x \d{2,5}")


def _limit(name: str, usual: Any) -> Number[Any]:
    return Number(f"limits/{name}", usual, *LIMIT_RANGES[name])
