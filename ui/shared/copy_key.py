"""Ctrl+C in lists and tables, which QGIS has an action of its own for."""

from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtGui import QKeySequence

COPY = QKeySequence.StandardKey.Copy


def takes_copy(event: QEvent) -> bool:
    """Whether QGIS is about to take Ctrl+C; if so it is kept from it, and comes as a key."""
    if event.type() != QEvent.Type.ShortcutOverride or not event.matches(COPY):
        return False
    event.accept()
    return True
