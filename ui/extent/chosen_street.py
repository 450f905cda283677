"""The chosen street, drawn on the map beside the extent."""

from qgis.gui import QgsMapCanvas

from ...plugin.desk.sheet import Sheet
from ...plugin.desk.streets import line_of
from ...plugin.map.highlight import STREET, Highlight


class ChosenStreet:
    """Draws the line of the street that is chosen on the sheet, as long as it is."""

    def __init__(self, canvas: QgsMapCanvas, sheet: Sheet) -> None:
        self._sheet = sheet
        self.mark = Highlight(canvas, STREET)
        sheet.changed.connect(self._show)
        self._show()

    def close_down(self) -> None:
        """Take the line away, and let go of the canvas."""
        self._sheet.changed.disconnect(self._show)
        self.mark.remove()

    def _show(self) -> None:
        examined = self._sheet.examined
        there = examined is not None and examined.extent is not None
        line = line_of(self._sheet.street) if there else None
        if line is None:
            self.mark.clear()
        else:
            self.mark.show(line)
