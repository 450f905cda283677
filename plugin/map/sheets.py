"""Sheets of a workbook and other tables without shapes, as text that is read like a text file."""

import csv
import io
import re
from typing import Any

from qgis.core import NULL, QgsVectorLayer

# What GDAL calls columns without a heading.
_NUMBERED = re.compile(r"Field[0-9]+")


def text_of(layer: QgsVectorLayer) -> str:
    """Give the table of a layer, its cells parted by tabs, below the names its fields have."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    names = [field.name() for field in layer.fields()]
    if not all(map(_NUMBERED.fullmatch, names)):
        writer.writerow(names)
    writer.writerows([map(_cell, feature.attributes()) for feature in layer.getFeatures()])
    return text.getvalue()


def _cell(value: Any) -> str:
    if value is None or value == NULL:
        return ""
    # Excel keeps every number as one with decimals: 530050.0 has none.
    return f"{value:.15g}" if isinstance(value, float) else str(value)
