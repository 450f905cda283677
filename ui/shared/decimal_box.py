"""A field for a number, in which a comma and a point are for decimals alike."""

from qgis.PyQt.QtGui import QValidator
from qgis.PyQt.QtWidgets import QDoubleSpinBox


class DecimalBox(QDoubleSpinBox):
    """Shows a number as QGIS's locale writes it, and takes it in either way.

    By itself Qt takes the mark that is not the locale's for one of thousands, or leaves it out: a
    planner who types 2.5 where a comma is usual, or 2,5 where a point is, would get 25.
    """

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Judge `text` with the locale's own mark in it, which then stands in the field."""
        state, judged, after = super().validate(self._own(text), place)
        return state, judged, after

    def valueFromText(self, text: str) -> float:  # noqa: N802 - Qt's name
        """Return the number that is typed."""
        return float(super().valueFromText(self._own(text)))

    def _own(self, text: str) -> str:
        mark = str(self.locale().decimalPoint())
        return text.replace(",", mark).replace(".", mark)
