"""Lets QGIS's message bar show all of a message: by itself it shows one line, and tiny arrows."""

import math

from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QTextBrowser

# QGIS's own rule limits the height; what it says of the background is kept.
_STYLE = "QTextEdit { background-color: rgba(0,0,0,0); }"


class WholeText(QObject):
    """Keeps a message as high as its text needs, also when the bar becomes narrower."""

    def __init__(self, item: QgsMessageBarItem) -> None:
        super().__init__(item)
        self._browser = item.findChild(QTextBrowser)
        if self._browser is not None:
            self._browser.setStyleSheet(_STYLE)
            self._browser.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._browser.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the width."""
        if watched is self._browser and event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self._fit(watched)
        return bool(super().eventFilter(watched, event))

    @staticmethod
    def _fit(browser: QTextBrowser) -> None:
        text = browser.document().clone(browser)
        text.setTextWidth(browser.width())
        height = math.ceil(text.size().height())
        text.deleteLater()
        if browser.height() != height:
            browser.setFixedHeight(height)
