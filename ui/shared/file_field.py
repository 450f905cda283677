"""QGIS's field for a file, with what screen readers and keys need of it."""

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QToolButton


def name_file_field(field: QgsFileWidget, name: str, choose: str) -> None:
    """Name the line and the button of a field, and let its label lead to the line.

    `choose` says what the button does, which QGIS writes as three dots.
    """
    field.lineEdit().setAccessibleName(name)
    field.setFocusProxy(field.lineEdit())
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    for button in field.findChildren(QToolButton, "", direct):
        button.setAccessibleName(choose)
        button.setToolTip(choose)
