"""Where live layers of saved projects read: the planner's own stores, wherever the project is from.

QGIS asks in a dialog for each file that it cannot find. The store of another account, profile or
computer is not found, and nobody could say where it is: an empty one is read in its place until
the planner signs in.
"""

import re
from pathlib import Path

from qgis.core import QgsPathResolver

from ..errors import StreetWorksError

_STORE = re.compile(r"live-[0-9a-f]{24}(?:\.\d+)?\.gpkx(?=$|\|)")
_EMPTY = "nothing-loaded.gpkx"


class LostStores:
    """Leads the projects that QGIS opens to the stores in `folder`, until `remove` is called."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._id = QgsPathResolver.setPathPreprocessor(self._lead)

    def remove(self) -> None:
        """Leave paths alone from now on."""
        QgsPathResolver.removePathPreprocessor(self._id)

    def _lead(self, path: str) -> str:
        """Return where to read in place of `path`, which may have the layer's name behind it."""
        found = _STORE.search(path)
        if found is None:
            return path
        store = self._folder / found.group()
        if not store.exists():
            store = self._folder / _EMPTY
            if not self._is_there(store):
                return path
        return f"{store}{path[found.end() :]}"

    def _is_there(self, store: Path) -> bool:
        """Make the empty store where there is none; without it QGIS asks for the missing file."""
        from ..live.store.database import Database  # noqa: PLC0415 - QGIS's start stays quick

        if not store.exists():
            try:
                Database(store).close()
            except StreetWorksError:
                return False
        return True
