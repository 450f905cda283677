"""The time line and the symbols of the list, as QGIS previews them: told apart without colours."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from qgis.PyQt.QtCore import QRect
from qgis.PyQt.QtGui import QColor, QIcon, QImage, QPainter, QPalette
from shapely.geometry import Point, box
from street_works.plugin.clashes.grade import Grade
from street_works.plugin.clashes.occupation import Occupation
from street_works.plugin.clashes.report import report_on
from street_works.plugin.clashes.rules.near import Near
from street_works.plugin.clashes.shelf import Shelf
from street_works.plugin.clashes.timeline import Mark, Row, time_line
from street_works.tools.previews import MODES, lightness, previewed
from street_works.ui.clashes.time_line_table import TimeLineTable
from street_works.ui.shared.symbols import grade_icon

OURS = Occupation("works", "OURS", "", box(0, 0, 10, 10), date(2026, 12, 23), date(2026, 12, 29))
ROWS = {"my works": 0, "other days": 1, Grade.CLASH: 2, Grade.OPPORTUNITY: 3, Grade.CANNOT_SAY: 4}
WORKING, HOLIDAY, WEEKEND = 0, 4, 6  # 21, 25 and 27 December 2026
MARKS = (Mark.NOTHING, Mark.MAY_BE, Mark.THERE, Mark.IN_COMMON)
PALETTES = {"light": QPalette(), "dark": QPalette(QColor("#2b2b2b"), QColor("#2b2b2b"))}


def line_of_everything():
    """Return a time line with each mark on the working days that a row begins with."""
    others = [
        Occupation("works", name, "", Point(12, 5), start, end)
        for name, start, end in (
            ("CLASH", date(2026, 12, 28), date(2026, 12, 31)),
            ("AFTER", date(2026, 12, 31), date(2026, 12, 31)),
            ("UNSURE", date(2026, 12, 20), None),
        )
    ]
    line = time_line(report_on(OURS, Shelf(others), [Near(margin_days=14)]), date(2026, 12, 1))
    ours, *met = line.rows
    assert [row.grade for row in met] == [Grade.CLASH, Grade.OPPORTUNITY, Grade.CANNOT_SAY]
    rest = bytes(len(line.kinds) - len(MARKS))
    return replace(
        line,
        rows=(
            replace(ours, marks=bytes([0, 0, Mark.THERE, 0]) + rest),
            Row("Other days", str, bytes([0, 0, Mark.COULD_START, 0]) + rest, of_starts=True),
            *(replace(row, marks=bytes(MARKS) + rest) for row in met),
        ),
    )


@pytest.fixture(scope="module")
def cells(qgis_app):
    """Pictures of the cells of the time line, by theme, row and column."""
    made = {}
    for theme, palette in PALETTES.items():
        table = TimeLineTable(lambda _day: "")
        table.setPalette(palette)
        table.resize(700, 300)
        table.show_line(line_of_everything())
        table.show()
        whole = table.viewport().grab().toImage()
        table.close()
        for row in range(len(ROWS)):
            for column in range(WEEKEND + 1):
                place = table.visualRect(table.days.index(row, column))
                made[theme, row, column] = whole.copy(QRect(place).adjusted(1, 1, -1, -1))
    return made


def differ(one, other, mode):
    """Return the share of two pictures, as they are previewed, that is clearly not the same."""
    pairs = list(zip(*(lightness(previewed(picture, MODES[mode])) for picture in (one, other))))
    return sum(abs(light - dark) > 0.2 for light, dark in pairs) / len(pairs)


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("mode", MODES)
def test_what_a_day_has_is_told_apart_in_grey_whoever_looks(cells, mode, theme):
    def cell(row, column):
        return cells[theme, ROWS[row], column]

    for grade in Grade:
        for one, other in combinations(range(len(MARKS)), 2):
            assert differ(cell(grade, one), cell(grade, other), mode) > 0.03, (grade, one, other)
    common = MARKS.index(Mark.IN_COMMON)
    for one, other in combinations(Grade, 2):
        assert differ(cell(one, common), cell(other, common), mode) > 0.03, (one, other)
    for row in ("my works", "other days"):
        assert differ(cell(row, 2), cell(row, WORKING), mode) > 0.03, row
    for one, other in combinations((WORKING, HOLIDAY, WEEKEND), 2):
        assert differ(cell("my works", one), cell("my works", other), mode) > 0.01, (one, other)


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("mode", MODES)
def test_grades_are_told_apart_by_the_shape_of_their_symbols(qgis_app, mode, theme):
    palette = PALETTES[theme]
    for state in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        icons = {}
        for grade in Grade:
            ground = palette.base() if state is QIcon.Mode.Normal else palette.highlight()
            icons[grade] = on(ground.color(), grade_icon(grade, palette).pixmap(16, 16, state))
        for one, other in combinations(Grade, 2):
            assert differ(icons[one], icons[other], mode) > 0.03, (state, one, other)


def on(ground, pixmap):
    """Return a symbol on a ground."""
    image = QImage(pixmap.size(), QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return image


def test_the_judge_finds_no_difference_where_there_is_none(cells):
    for theme in PALETTES:
        row = ROWS["my works"]
        assert differ(cells[theme, row, 0], cells[theme, row, 1], "greyscale") == 0
        there = MARKS.index(Mark.THERE)
        clash, other = (cells[theme, ROWS[one], there] for one in (Grade.CLASH, Grade.OPPORTUNITY))
        assert differ(clash, other, "greyscale") < 0.03  # a colour alone; the symbol tells it
