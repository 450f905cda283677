"""Tables and layers written by OGR, whatever their format."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsVectorFileWriter,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate

from ..errors import StreetWorksError
from ..words import tr
from .memory import NATIONAL_GRID

Row = tuple[QgsGeometry, Sequence[Any]]


def write_layer(
    path: Path,
    driver: str,
    layer: str,
    columns: Iterable[tuple[str, Any]],
    rows: Iterable[Row],
    shape: Any = QgsWkbTypes.Unknown,
) -> None:
    """Add a layer of EPSG:27700 to the file at `path`, which is made where there is none.

    `columns` are names and types, `shape` is the type of all geometries; without any it is a table.
    Raises StreetWorksError when it cannot be written.
    """
    fields = QgsFields()
    for name, kind in columns:
        fields.append(QgsField(name, kind))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = driver, layer
    if path.exists():
        options.actionOnExistingFile = (
            QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
        )
    system = QgsCoordinateReferenceSystem(NATIONAL_GRID)
    writer = QgsVectorFileWriter.create(
        str(path), fields, shape, system, QgsCoordinateTransformContext(), options
    )
    written = [writer.addFeature(_feature(fields, *row)) for row in rows]
    reason = writer.errorMessage()
    del writer  # closes the file
    if reason or not all(written):
        raise StreetWorksError(
            tr("The file {name} could not be written.").format(name=path.name),
            advice=tr("Check that the disk is not full and try again."),
            detail=reason,
            may_retry=True,
        )


def _feature(fields: QgsFields, shape: QgsGeometry, row: Sequence[Any]) -> QgsFeature:
    feature = QgsFeature(fields)
    feature.setAttributes([QDate(one) if isinstance(one, date) else one for one in row])
    feature.setGeometry(shape)
    return feature
