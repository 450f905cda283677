"""Lines in QGIS's status bar, which go again: what they say is soon no longer so."""

from typing import Any

SAID_MS = 15_000


def say(iface: Any, text: str) -> None:
    """Show a line in QGIS's status bar for a while, or take it away where there is no text."""
    iface.statusBarIface().showMessage(text, SAID_MS if text else 0)
