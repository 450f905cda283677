"""How much room a text takes in a column."""

from collections.abc import Iterator

from qgis.core import QgsLayout, QgsLayoutUtils, QgsTextFormat, QgsTextRenderer
from qgis.PyQt.QtGui import QFont, QFontMetricsF

_MM_OF_AN_INCH = 25.4
_MM_OF_A_POINT = _MM_OF_AN_INCH / 72
_DPI = 300
_MEASURED_PX = 100
_SPARE = 0.96  # of a column's width: letters are not as wide at every size


class Letters:
    """Measures texts of a format whose size is in points."""

    def __init__(self, layout: QgsLayout, text_format: QgsTextFormat) -> None:
        self._format = text_format
        self._context = QgsLayoutUtils.createRenderContextForLayout(layout, None, _DPI)
        font = QFont(text_format.font())
        font.setPixelSize(_MEASURED_PX)
        self._metrics = QFontMetricsF(font)
        self._mm = text_format.size() * _MM_OF_A_POINT / _MEASURED_PX

    def lines(self, text: str, width_mm: float) -> list[str]:
        """Part a text into lines that fit; words that are longer than one are broken."""
        fits = width_mm * _SPARE / self._mm
        found: list[str] = []
        for given in text.split("\n"):
            line = ""
            for piece in self._pieces(given, fits):
                longer = f"{line} {piece}" if line else piece
                if self._width(longer) <= fits:
                    line = longer
                else:
                    found.append(line)
                    line = piece
            found.append(line)
        return found

    def height(self, lines: list[str]) -> float:
        """Return the height of lines in millimetres."""
        pixels = QgsTextRenderer.textHeight(self._context, self._format, lines or [""])
        return float(pixels) / _DPI * _MM_OF_AN_INCH

    def _pieces(self, text: str, fits: float) -> Iterator[str]:
        """Give the words of a text, in pieces where they do not fit into a line."""
        for word in text.split():
            rest = word
            while self._width(rest) > fits and len(rest) > 1:
                count = len(rest) - 1
                while count > 1 and self._width(rest[:count]) > fits:
                    count = min(count - 1, int(count * fits / self._width(rest[:count])) + 1)
                yield rest[:count]
                rest = rest[count:]
            yield rest

    def _width(self, text: str) -> float:
        return float(self._metrics.horizontalAdvance(text))
