"""Tells the planner what happened, in QGIS's message bar, with the raw answer behind a button."""

from typing import Any, Optional

from qgis.core import Qgis, QgsMessageLog
from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtWidgets import QMessageBox, QPushButton, QWidget

from ..plugin.errors import StreetWorksError
from ..plugin.words import tr


class Messages:
    """The plugin's messages; `clear` takes away what still stands."""

    def __init__(self, bar: Any, parent: Optional[QWidget] = None) -> None:
        """`bar` is the `QgsMessageBar` to write to, `parent` the window that owns the details."""
        self._bar = bar
        self._parent = parent
        self._items: list[QgsMessageBarItem] = []
        self._box: Optional[QMessageBox] = None

    def error(self, error: Exception) -> None:
        """Show `error`: what happened, what to do, and a Details button when there is more."""
        if not isinstance(error, StreetWorksError):
            error = StreetWorksError(
                tr("Something went wrong inside Street Works."),
                advice=tr("Your drawing and your form are kept. Please report the details."),
                detail=repr(error),
            )
        QgsMessageLog.logMessage(
            f"{error}\n{error.detail}".strip(), "Street Works", Qgis.MessageLevel.Warning
        )
        self._push(str(error), Qgis.MessageLevel.Warning, error.detail)

    def tell(self, text: str, detail: str = "") -> None:
        """Show a piece of news: for a few seconds, or until closed when there is more to unfold."""
        self._push(text, Qgis.MessageLevel.Info, detail, duration=0 if detail else 6)

    def clear(self) -> None:
        """Take away every message of the plugin that still stands."""
        for item in self._items:
            if item in self._bar.items():
                self._bar.popWidget(item)
        self._items.clear()
        if self._box is not None:
            self._box.close()
            self._box = None

    def texts(self) -> list[str]:
        """Return the messages that stand now, newest last."""
        return [item.text() for item in self._items if item in self._bar.items()]

    def _push(self, text: str, level: Any, detail: str = "", duration: int = 0) -> None:
        self._items = [item for item in self._items if item in self._bar.items()]
        item = QgsMessageBarItem(tr("Street Works"), text, level, duration)
        if detail:
            button = QPushButton(tr("Details"))
            button.clicked.connect(lambda: self._show(text, detail))
            item.layout().addWidget(button)
        self._bar.pushItem(item)
        self._items.append(item)

    def _show(self, text: str, detail: str) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            tr("Street Works"),
            text,
            QMessageBox.StandardButton.Close,
            self._parent,
        )
        box.setDetailedText(detail)
        box.open()
        self._box = box
