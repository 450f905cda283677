"""When the OSTN15 file is to be made for QGIS, and that it is not kept unless it is proven."""

from qgis.core import QgsCoordinateTransform

from ..errors import StreetWorksError
from ..words import tr
from . import grid_in_qgis
from .standing import Standing, standing


def wanted() -> bool:
    """Whether the file is to be made: there is none of its name, or ours is damaged."""
    path = grid_in_qgis.found()
    return path is None or (grid_in_qgis.is_ours(path) and not grid_in_qgis.trusted())


def proven() -> Standing:
    """Convert the control points by QGIS's own transforms; return how it stands if all are right.

    Else StreetWorksError is raised, and a file of ours is taken away.
    """
    QgsCoordinateTransform.invalidateCache()  # some may know the file from before
    found = standing()
    if not found.exact:
        grid_in_qgis.remove()
        raise StreetWorksError(tr("QGIS does not convert by OSTN15."), advice=found.told())
    return found
