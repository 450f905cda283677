"""The document's map as a picture, painted by QGIS's threads."""

from base64 import b64encode
from collections.abc import Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QBuffer, QIODevice, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter

from ..background.slices import Steps
from ..map.memory import NATIONAL_GRID

_DPI = 200
_MM_OF_AN_INCH = 25.4
_CREDIT_MM = 2.0
_leaving: set[QgsMapRendererParallelJob] = set()  # QGIS needs them to their ends


def painted(
    layers: Sequence[QgsMapLayer], box: QgsRectangle, width_mm: float, height_mm: float
) -> Steps[QImage]:
    """Paint layers, the topmost first, within a box (EPSG:27700), and whom they have to name."""
    settings = QgsMapSettings()
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(NATIONAL_GRID))
    settings.setTransformContext(QgsProject.instance().transformContext())
    settings.setEllipsoid(QgsProject.instance().ellipsoid())
    settings.setLayers(list(layers))
    settings.setBackgroundColor(QColor("white"))
    settings.setOutputDpi(_DPI)
    settings.setOutputSize(
        QSize(*(round(mm / _MM_OF_AN_INCH * _DPI) for mm in (width_mm, height_mm)))
    )
    settings.setExtent(box)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    try:
        while job.isActive():
            yield None
        return _credited(job.renderedImage(), layers)
    finally:
        if job.isActive():
            _leaving.add(job)
            job.finished.connect(lambda: _leaving.discard(job))
            job.cancelWithoutBlocking()


def _credited(picture: QImage, layers: Sequence[QgsMapLayer]) -> QImage:
    """Write at the lower right whom the layers' metadata name as having rights."""
    named = dict.fromkeys(one for layer in layers for one in layer.metadata().rights())
    if named:
        painter, font = QPainter(picture), QFont()
        font.setPixelSize(round(_CREDIT_MM / _MM_OF_AN_INCH * _DPI))
        painter.setFont(font)
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        said = f" {', '.join(named)} "
        place = painter.boundingRect(picture.rect(), corner, said)
        painter.fillRect(place, QColor(255, 255, 255, 190))
        painter.drawText(place, corner, said)
        painter.end()
    return picture


def as_path(picture: QImage) -> str:
    """Return a painted picture as QGIS takes it in the place of a path; it is quick, not small.

    It is white where nothing is, so its colours may be read as they lie there, and are from now on.
    Qt 5 would convert them in the pool's threads, and wait (docs/decisions.md).
    """
    picture.reinterpretAsFormat(QImage.Format.Format_RGB32)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "BMP")
    return "base64:" + b64encode(bytes(buffer.data())).decode("ascii")
