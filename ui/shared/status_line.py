"""Lines in QGIS's status bar about what has just been done, which go again by themselves."""

from typing import Any

SAID_MS = 15_000


def say(iface: Any, text: str) -> None:
    """Show a line in QGIS's status bar for a while."""
    iface.statusBarIface().showMessage(text, SAID_MS)
