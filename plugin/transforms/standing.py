"""How QGIS converts: with which OSTN15 file, how exactly, and how a planner is told."""

import math
from pathlib import Path
from typing import NamedTuple, Optional

from ..files.ostn15_file import Edition
from ..libraries import load_libraries
from ..words import tr
from . import grid_in_qgis


class Standing(NamedTuple):
    """With which file QGIS converts, of which edition, and how far off control points come out.

    `worst_m` is NaN where there is no file, or one that PROJ cannot use; `exact` says that it is
    less than a centimetre.
    """

    path: Optional[Path] = None
    edition: Optional[Edition] = None
    worst_m: float = math.nan
    exact: bool = False

    @property
    def ours(self) -> bool:
        """Whether it is a file that the plugin made in the profile, and may take away."""
        return self.path is not None and grid_in_qgis.is_ours(self.path)

    @property
    def foreign(self) -> bool:
        """Whether it is a file that the plugin leaves alone."""
        return self.path is not None and not self.ours

    def told(self) -> str:
        """Return it in the planner's words."""
        if self.path is None:
            return tr(
                "QGIS converts without OSTN15: layers in other coordinate systems are drawn 2 m to "
                "4 m off in England, those in ETRS89 (EPSG:4258) 100 m. What Street Works itself "
                "converts is exact all the same."
            )
        if self.exact:
            return self._told_exact().format(mm=1000 * self.worst_m, path=self.path)
        if self.edition is Edition.DAMAGED:
            said = tr("The file {path} is damaged: make it again.")
        else:
            said = tr(
                "The file {path} is no OSTN15, or it is damaged: {how} Street Works leaves it "
                "alone. Delete it or move it away, then make QGIS convert by OSTN15 here."
            )
        return said.format(path=self.path, how=self._how_wrong())

    def _told_exact(self) -> str:
        if self.edition is Edition.OURS:
            return tr(
                "QGIS converts by OSTN15: Ordnance Survey's control points come out within "
                "{mm:.0f} mm. Street Works made the file {path}."
            )
        if self.edition is Edition.OFFICIAL:
            return tr(
                "QGIS converts by OSTN15: Ordnance Survey's control points come out within "
                "{mm:.0f} mm. It has PROJ's own file, {path}."
            )
        return tr(
            "QGIS converts control points right, within {mm:.0f} mm, by a file that Street Works "
            "does not know: {path}."
        )

    def _how_wrong(self) -> str:
        if math.isnan(self.worst_m):
            return tr("QGIS cannot use it.")
        return tr("control points come out {metres:.2f} m off.").format(metres=self.worst_m)


def standing() -> Standing:
    """Convert the control points; return how QGIS converts now.

    With a file, shapely and pyproj are loaded for it. QGIS tells by itself of one that it cannot
    use.
    """
    path = grid_in_qgis.found()
    if path is None:
        return Standing()
    load_libraries()
    from .proof import is_exact, worst_error  # noqa: PLC0415 - after the libraries

    worst = worst_error()
    return Standing(path, grid_in_qgis.edition(path), worst, is_exact(worst))


def restart_due() -> str:
    """Return what is said while not all of QGIS can know of what was done."""
    return tr("It holds for your projects now; restart QGIS so that all of QGIS takes it up.")
