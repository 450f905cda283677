"""Which background the planner chose, and that each project shows it."""

from collections.abc import Iterable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication, QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..background.jobs import Jobs
from ..errors import StreetWorksError
from ..map.basemap.connections import services, tile_maps
from ..map.basemap.key_header import KeyHeader
from ..map.basemap.layer import Basemap
from ..map.basemap.os_maps import STYLES, os_map, os_title
from ..map.basemap.reaching import Reaching
from ..map.basemap.source import KINDS, Source, kept_source, layer_for_main
from ..settings import Settings
from ..words import tr
from .account import Account
from .os_key import OsKey

NONE, OWN = "none", "own"
"""The choice of no background, and of a file or a layer of the planner's own."""

_CONNECTION, _OS = "connection/", "os/"


class BasemapChoice(QObject):
    """Shows the background that was chosen once, in one project after the other.

    `changed` says that another one is chosen or that there is something else to say of it; `first`
    comes before the layer, in a project that has none yet. Trouble is told by `trouble`.
    """

    changed = pyqtSignal()
    first = pyqtSignal()
    trouble = pyqtSignal(object)

    def __init__(
        self, project: QgsProject, settings: Settings, jobs: Jobs, account: Account, folder: Path
    ) -> None:
        """`folder` is for files that QGIS has to read of a map."""
        super().__init__()
        self._project = project
        self._settings = settings
        self._jobs = jobs
        self._account = account
        account.changed.connect(self.changed)
        self._folder = folder / "os_maps"
        self.key = OsKey(settings)
        self._header = KeyHeader()
        self.basemap = Basemap(project)
        self.basemap.gone.connect(self._taken_out)
        self.basemap.opacity = settings.background_opacity
        self.basemap.went.connect(partial(setattr, settings, "background_opacity"))
        self.reaching = Reaching()
        self.reaching.changed.connect(self.changed)
        self._wrong = ""  # why what was chosen is not there
        self._opening: Optional[Source] = None  # what a job is about to open
        self._locked = False  # whether it waits for QGIS's master password
        project.crsChanged.connect(self._convert)
        QgsApplication.authManager().masterPasswordVerified.connect(self._unlocked)

    def close_down(self) -> None:
        """Take the background off the map; what was chosen stays so for another time."""
        self._account.changed.disconnect(self.changed)
        self._project.crsChanged.disconnect(self._convert)
        QgsApplication.authManager().masterPasswordVerified.disconnect(self._unlocked)
        self.basemap.remove()
        self._header.close_down()
        self.basemap.close_down()
        self.reaching.close_down()

    @property
    def chosen(self) -> str:
        """The key of what is chosen, "" where the planner has not chosen yet."""
        return self._settings.background

    @property
    def name(self) -> str:
        """What is chosen is called so, also where it is not there any more."""
        return self.chosen.partition("/")[2] or self.chosen

    @property
    def own(self) -> Optional[Source]:
        """The file or layer that the planner chose last, or None."""
        return kept_source(self._settings.background_own)

    @property
    def credit(self) -> str:
        """Whom the map has to name while the background is on it."""
        layer = None if self.chosen == NONE else self.basemap.layer
        return "" if layer is None else ", ".join(layer.metadata().rights())

    @property
    def said(self) -> str:
        """What the planner should know of the background, in words."""
        if not self.chosen:
            return tr("Choose a map to lie below the works. Ordnance Survey's are under “Other”.")
        return self._wrong or self.reaching.why or self._made_up

    def offered(self) -> dict[str, str]:
        """Return the names of what can be shown without asking anything, by their keys."""
        connections = {_CONNECTION + one.name: one.name for one in tile_maps()}
        return {**connections, **(self.of_ordnance_survey() if self.key.there else {})}

    def services(self) -> dict[str, str]:
        """Return the names of QGIS's WMS and WMTS connections, by their places in its browser."""
        return {path: name for name, path in services().items()}

    def of_ordnance_survey(self) -> dict[str, str]:
        """Return the names of Ordnance Survey's maps, by their keys."""
        return {_OS + style: os_title(style) for style in STYLES}

    def forget_key(self) -> None:
        """Remove the key from QGIS's store; a map that wants it is shown no more."""
        self.key.forget()
        if self._is_os:
            self.choose(NONE)
        self.changed.emit()

    def choose(self, key: str) -> None:
        """Show another background, and remember that."""
        self._settings.background = key
        self._show(asked=True)

    def choose_own(self, source: Source) -> None:
        """Show a file or a layer of the planner's own, and remember it.

        Raises StreetWorksError when QGIS cannot open it, or its address holds a password.
        """
        if source.kind not in KINDS:
            raise StreetWorksError(
                tr("“{name}” cannot be a background.").format(name=source.name),
                advice=tr("Choose a picture of a map, map tiles, or a layer of shapes."),
            )
        if source.holds_password:
            raise StreetWorksError(
                tr(
                    "The address of “{name}” holds a password, which Street Works must not keep."
                ).format(name=source.name),
                advice=tr("Give its connection an authentication configuration in QGIS."),
            )
        self._settings.background_own = asdict(source)
        self.choose(OWN)

    def show(self) -> None:
        """Show what is chosen in the project that is open, unless it has a map of its own."""
        self._show(asked=False)

    def _show(self, *, asked: bool) -> None:
        self._wrong = ""
        try:
            self._bring(asked=asked)
        except StreetWorksError as error:
            self._wrong = str(error)
            self.basemap.remove()
        self.changed.emit()

    def _bring(self, *, asked: bool) -> None:
        if not self.chosen:
            return
        own = self.basemap.own
        self._locked = self._is_os and self.key.there and self.key.locked and not asked
        if self._locked:
            raise StreetWorksError(
                tr("QGIS needs its master password for this map. Choose it again to be asked.")
            )
        source, self._opening = self._source(), None
        self._header.stop()
        if source is None:
            self.basemap.remove()
            self.reaching.follow("")
        elif asked or not own or self.basemap.layer is not None:
            if not self._project.mapLayers():
                self.first.emit()
            if self._is_os:
                self._header.send(self._recalled(), source.served)
            self.reaching.follow(source.tiles)
            self._open(source)
        else:
            self._wrong = tr(
                "This project has a map of its own, “{name}”. Choose again to have both."
            ).format(name=own)

    def _open(self, source: Source) -> None:
        """Show a source; one that is far away is opened in a job."""
        self._opening = source if source.far and not self.basemap.shows(source) else None
        if self._opening is None:
            self.basemap.show(source)
            return
        self._wrong = tr("Opening “{name}” …").format(name=source.name)
        self._jobs.start(
            tr("Street Works: opening the background"),
            lambda _progress: layer_for_main(source),
            done=lambda layer: self._opened(source, layer),
            failed=lambda error: self._opened(source, None, str(error)),
            cancelled=lambda: self._opened(source, None, tr("It was not opened.")),
        )

    def _opened(self, source: Source, layer: Optional[QgsMapLayer], wrong: str = "") -> None:
        """Show a layer that has come, unless something else was chosen meanwhile."""
        if source is self._opening:
            self._opening, self._wrong = None, wrong
            if layer is None:
                self.basemap.remove()
            else:
                self.basemap.show(source, layer)
            self.changed.emit()

    def _source(self) -> Optional[Source]:
        """Return what is chosen, None for no background. Raises StreetWorksError."""
        if self.chosen == NONE:
            return None
        if self._is_os:
            return self._os_map()
        found = self.own if self.chosen == OWN else _named(self.chosen, tile_maps())
        if found is None:
            raise StreetWorksError(
                tr("QGIS has no connection “{name}” any more.").format(name=self.name)
            )
        return found

    @property
    def _made_up(self) -> str:
        """Say why the background does not fit what lies above it, where that is so."""
        practice = self._account.environment is not None and self._account.environment.is_practice
        if not practice or self.basemap.layer is None:
            return ""
        return tr("The practice town is made up: what the background shows there is real.")

    @property
    def _is_os(self) -> bool:
        return self.chosen.startswith(_OS)

    def _os_map(self) -> Source:
        if not self.key.there:
            raise StreetWorksError(tr("This map needs a key to the OS Data Hub. Choose it again."))
        crs, folder = self._project.crs().authid(), self._folder
        return os_map(self.name, crs, premium=self.key.premium, folder=folder)

    def _recalled(self) -> str:
        key = self.key.recall()
        if not key:
            raise StreetWorksError(tr("QGIS did not give the key that it keeps for this map."))
        return key

    def _convert(self) -> None:
        """Show Ordnance Survey's map in the grid of the project."""
        if self._is_os and self.basemap.layer is not None:
            self.show()

    def _unlocked(self, verified: bool) -> None:
        """Show what had to wait for the master password; QGIS verifies it with each secret."""
        if verified and self._locked:
            self._locked = False
            self.show()

    def _taken_out(self) -> None:
        """The planner took the layer out: then there is none, until one is chosen again."""
        self._settings.background = NONE
        self._wrong = tr("You took it out of the Layers panel. Choose one to have it back.")
        self.reaching.follow("")
        self.changed.emit()


def _named(key: str, maps: Iterable[Source]) -> Optional[Source]:
    return next((one for one in maps if _CONNECTION + one.name == key), None)
