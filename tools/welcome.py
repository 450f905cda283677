"""Inside QGIS, for `make demo` with a display: sign in to the practice town for the planner."""

import inside
import qgis.utils
from qgis.PyQt.QtCore import QTimer


def begin() -> None:
    """Open the sign-in dialog on the practice environment."""
    workplace = qgis.utils.plugins["street_works"].workplace
    workplace.settings.environment = "practice"
    workplace.settings.practice_works = inside.GIVEN.get("works", [])
    workplace.sign_in()


QTimer.singleShot(500, begin)
