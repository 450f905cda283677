"""Pictures as QGIS previews them for people who see colours otherwise, and for grey print."""

from typing import Any

from qgis.gui import QgsPreviewEffect
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QImage, QPainter, QPixmap
from qgis.PyQt.QtWidgets import QGraphicsPixmapItem, QGraphicsScene

_Mode = QgsPreviewEffect.PreviewMode
MODES = {
    "as it is": None,
    "protanope": _Mode.PreviewProtanope,
    "deuteranope": _Mode.PreviewDeuteranope,
    "tritanope": _Mode.PreviewTritanope,
    "greyscale": _Mode.PreviewGrayscale,
}


def previewed(image: QImage, mode: Any) -> QImage:
    """Return the picture as QGIS previews it; in the mode None it stays as it is."""
    made = QImage(image.size(), QImage.Format.Format_RGB32)
    item = QGraphicsPixmapItem(QPixmap.fromImage(image))
    if mode is not None:
        effect = QgsPreviewEffect(None)
        effect.setMode(mode)
        effect.setEnabled(True)
        item.setGraphicsEffect(effect)
    scene = QGraphicsScene()
    scene.addItem(item)
    painter = QPainter(made)
    scene.render(painter, QRectF(made.rect()), QRectF(image.rect()))
    painter.end()
    return made


def lightness(image: QImage) -> list[float]:
    """Return the lightness (0 to 1) of each pixel of a picture, line by line."""
    every = (image.pixelColor(x, y) for y in range(image.height()) for x in range(image.width()))
    return [0.3 * one.redF() + 0.59 * one.greenF() + 0.11 * one.blueF() for one in every]
