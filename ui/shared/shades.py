"""Colours that keep their contrast in a light and in a dark theme, and never stand alone."""

from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QWidget

from ...plugin.settings import Environment

_PRODUCTION = "background: #b00020; color: white; font-weight: bold; padding: 4px;"
_OTHER = "background: #1b4f72; color: white; padding: 4px;"


def is_dark(palette: QPalette) -> bool:
    """Whether `palette` writes light text on a dark ground."""
    return bool(palette.color(QPalette.ColorRole.Window).lightness() < 128)


def trouble_colour(palette: QPalette) -> QColor:
    """Return a red that can be read on the window's ground."""
    return QColor("#ff8a80" if is_dark(palette) else "#a4001d")


def caution_colour(palette: QPalette) -> QColor:
    """Return an amber that can be read on the window's ground."""
    return QColor("#ffcc66" if is_dark(palette) else "#7a4b00")


def calm_colour(palette: QPalette) -> QColor:
    """Return a blue that can be read on the window's ground."""
    return QColor("#80c8ff" if is_dark(palette) else "#1b4f72")


def paint_badge(label: QWidget, environment: Environment) -> None:
    """Give `label` the environment's ground: red for production, blue for the others."""
    label.setStyleSheet(_PRODUCTION if environment.is_production else _OTHER)


def paint_trouble(label: QWidget) -> None:
    """Write `label` in the trouble colour of its own palette."""
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, trouble_colour(palette))
    label.setPalette(palette)
