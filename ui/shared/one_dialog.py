"""A dialog of which there is one at a time, and which is gone once it is closed."""

from typing import Generic, Optional, TypeVar

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog

D = TypeVar("D", bound=QDialog)


class OneDialog(Generic[D]):
    """Holds a dialog as long as it is open: `dialog` is None while there is none."""

    def __init__(self) -> None:
        self.dialog: Optional[D] = None

    def open(self, dialog: D) -> None:
        """Show a dialog, and forget it when it is closed."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.destroyed.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def bring_forward(self) -> bool:
        """Bring the dialog to the front; returns whether there is one."""
        if self.dialog is None:
            return False
        self.dialog.raise_()
        return True

    def close_down(self) -> None:
        """Take the dialog away, whatever it is at."""
        if self.dialog is not None:
            self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
            self.dialog.hide()
            self.dialog.deleteLater()
        self.dialog = None

    def _forget(self) -> None:
        self.dialog = None
