"""Remembers how large the planner makes a window, from one opening to the next."""

from typing import Optional

from qgis.PyQt.QtCore import QEvent, QObject, QSize
from qgis.PyQt.QtWidgets import QWidget

from ...plugin.settings import Settings


class KeptSize(QObject):
    """Keeps the size of a window when it closes, if the planner has made it another one.

    Where it was is not kept: it comes up in the middle of QGIS's window, on whichever screen that
    is now. Wayland tells no window where it is, nor lets it choose.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._name = window.objectName()
        self._by_hand = False
        window.installEventFilter(self)

    @property
    def size(self) -> Optional[QSize]:
        """The size that was kept, or None."""
        kept = Settings().window_size(self._name)
        return None if kept is None else QSize(*kept)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note a size that does not come from us, and keep it when the window goes."""
        if event.type() == QEvent.Type.Resize and event.spontaneous():
            self._by_hand = True
        elif event.type() == QEvent.Type.Hide and self._by_hand:
            self._keep(watched)
        return bool(super().eventFilter(watched, event))

    def _keep(self, window: QObject) -> None:
        if isinstance(window, QWidget) and not (window.isMaximized() or window.isFullScreen()):
            Settings().keep_window_size(self._name, (window.width(), window.height()))
