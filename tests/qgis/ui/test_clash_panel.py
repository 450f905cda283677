"""What the list of clashes shows of each."""

from datetime import date

import pytest
from shapely.geometry import LineString, Point
from street_works.plugin.clashes.occupation import WITHOUT_END, Occupation
from street_works.plugin.clashes.report import report_on
from street_works.plugin.clashes.rules import all_with
from street_works.plugin.clashes.shelf import Shelf
from street_works.tests.qgis.ui.test_typed_days import clashes as panel_on_a_sheet  # noqa: F401

EXTENT = LineString([(530000, 180000), (530020, 180000)])
WHAT = "Planned – Utility repair and maintenance works – multi-way signals – Elmbridge Water"


def works(reference, start, end):
    return Occupation(
        kind="works",
        reference=reference,
        shape=Point(530010, 180001),
        start=start,
        end=end,
        what=WHAT,
    )


@pytest.fixture
def listed(panel_on_a_sheet):  # noqa: F811
    panel, _sheet = panel_on_a_sheet
    panel.resize(400, 500)
    others = [
        works("MEETS", date(2027, 1, 12), date(2027, 1, 14)),
        works("LATER", date(2027, 1, 20), date(2027, 1, 22)),
        works("OPEN", date(2027, 1, 21), WITHOUT_END),
    ]
    ours = Occupation("works", "TW1", "", EXTENT, date(2027, 1, 11), date(2027, 1, 13))
    report = report_on(ours, Shelf(others), all_with(margin_days=14))
    panel._clashing.found.emit(report)
    tree = panel.clashTree
    rows = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    return tree, {row.text(1): row for row in rows}


def test_days_are_written_in_one_way(listed):
    _tree, rows = listed
    assert {name: row.text(3) for name, row in rows.items()} == {
        "MEETS": "2 d, 12 Jan 2027 – 13 Jan 2027",
        "LATER": "20 Jan 2027 – 22 Jan 2027",
        "OPEN": "from 21 Jan 2027",
    }


def test_the_last_column_is_as_wide_as_what_it_says(listed):
    tree, rows = listed
    needed = tree.fontMetrics().horizontalAdvance(WHAT)
    assert rows["MEETS"].text(4) == WHAT
    assert tree.columnWidth(4) >= needed > tree.viewport().width()
    assert tree.horizontalScrollBar().maximum() > 0
