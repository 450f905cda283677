"""How a day looks in the time line: letters and patterns as well as colours."""

from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QBrush, QColor, QPalette

from ...plugin.clashes.grade import Grade
from ...plugin.clashes.timeline import DayKind, Mark
from ..shared.shades import calm_colour, trouble_colour

_Pattern = Qt.BrushStyle
_PATTERNS = {
    Mark.MAY_BE: _Pattern.Dense6Pattern,
    Mark.THERE: _Pattern.BDiagPattern,
    Mark.IN_COMMON: _Pattern.SolidPattern,
}
_FREE_DAYS = {DayKind.WEEKEND: _Pattern.Dense6Pattern, DayKind.BANK_HOLIDAY: _Pattern.Dense4Pattern}
_WEAK = 0.5
_IN_COMMON = {Grade.CLASH: "✕", Grade.OPPORTUNITY: "○", Grade.CANNOT_SAY: "?"}


def letter(mark: Mark, grade: Optional[Grade]) -> str:
    """Return what stands on a day of a row of that grade; my works have none."""
    if mark is Mark.IN_COMMON and grade is not None:
        return _IN_COMMON[grade]
    return {Mark.MAY_BE: "?", Mark.COULD_START: "▸"}.get(mark, "")


def ground(mark: Mark, grade: Optional[Grade], kind: DayKind, palette: QPalette) -> QBrush:
    """Return what is behind the letter: my works are solid, days without work are dotted."""
    if mark in _PATTERNS:
        pattern = _Pattern.SolidPattern if grade is None else _PATTERNS[mark]
        return QBrush(_colour(grade, palette), pattern)
    dots = palette.color(QPalette.ColorRole.Text)  # half as strong: any theme has its contrast
    dots.setAlphaF(_WEAK)
    return QBrush(dots, _FREE_DAYS.get(kind, _Pattern.NoBrush))


def ink(mark: Mark, palette: QPalette) -> QColor:
    """Return the colour of the letter, which can be read on its ground."""
    role = QPalette.ColorRole
    return palette.color(role.Base if mark is Mark.IN_COMMON else role.Text)


def _colour(grade: Optional[Grade], palette: QPalette) -> QColor:
    if grade is Grade.CLASH:
        return trouble_colour(palette)
    if grade is Grade.OPPORTUNITY:
        return calm_colour(palette)
    return palette.color(QPalette.ColorRole.Text)
