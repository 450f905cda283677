"""What the list of clashes shows of each."""

import time
from dataclasses import replace
from datetime import date

import pytest
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from shapely.geometry import LineString, Point
from street_works.plugin.clashes.occupation import WITHOUT_END, Occupation
from street_works.plugin.clashes.report import report_on
from street_works.plugin.clashes.rules import all_with
from street_works.plugin.clashes.shelf import Shelf
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement
from street_works.tests.qgis.ui.test_typed_days import clashes as panel_on_a_sheet  # noqa: F401
from street_works.ui.clashes.clash_list import ClashList
from street_works.ui.clashes.columns import VERDICT, cell

EXTENT = LineString([(530000, 180000), (530020, 180000)])
EXTENT_SIDE = Point(530010, 180001)
WHAT = "Planned – Utility repair and maintenance works – multi-way signals – Elmbridge Water"


def works(reference, start, end, shape=EXTENT_SIDE):
    return Occupation(
        kind="works",
        reference=reference,
        shape=shape,
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


# ---- the list itself ----


def report_of(*others, ours_traffic=""):
    ours = Occupation(
        "works", "TW1", "", EXTENT, date(2027, 1, 11), date(2027, 1, 13), traffic=ours_traffic
    )
    return report_on(ours, Shelf(others), all_with(margin_days=14))


SEVERAL = (
    works("B", date(2027, 1, 12), date(2027, 1, 14), Point(530010, 180009)),
    works("A", date(2027, 1, 11), date(2027, 1, 14), Point(530010, 180010.5)),
    works("C", date(2027, 1, 20), date(2027, 1, 22), Point(530010, 180002)),
)


@pytest.fixture
def clash_list(qgis_app):
    made = ClashList()
    made.resize(900, 300)
    made.show_report(report_of(*SEVERAL))
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    made.setFocus()
    yield made
    made.deleteLater()


def rows(shown):
    return [shown.topLevelItem(number) for number in range(shown.topLevelItemCount())]


def order(shown):
    return [row.text(1) for row in rows(shown)]


def click_heading(shown, column):
    header = shown.header()
    place = QPoint(header.sectionViewportPosition(column) + 10, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_most_serious_is_first_and_a_heading_sorts_by_what_its_cells_mean(clash_list):
    assert order(clash_list) == ["B", "A", "C"]
    click_heading(clash_list, 1)
    assert order(clash_list) == ["A", "B", "C"]
    click_heading(clash_list, 1)
    assert order(clash_list) == ["C", "B", "A"]
    click_heading(clash_list, 2)  # 10.5 m would come before 9 m as a text
    assert order(clash_list) == ["C", "B", "A"]
    click_heading(clash_list, 3)
    assert order(clash_list) == ["A", "B", "C"]
    click_heading(clash_list, 0)
    assert order(clash_list) == ["B", "A", "C"]


def test_the_findings_stand_below_with_the_rule_and_why(clash_list):
    clash_list.setCurrentItem(rows(clash_list)[0])
    QTest.keyClick(clash_list, Qt.Key.Key_Right)
    (found,) = clash_list.encounters[0].findings
    (below,) = [rows(clash_list)[0].child(0)]
    assert rows(clash_list)[0].childCount() == 1
    assert below.text(0) == "Potential clash"
    assert below.text(4) == f"Works near by: {found.why}"
    QTest.keyClick(clash_list, Qt.Key.Key_Down)
    assert clash_list.currentItem() is below
    assert clash_list.current is clash_list.encounters[0]


def test_it_says_the_traffic_management_of_both_and_whom_to_call(clash_list):
    other = replace(
        SEVERAL[0], traffic=TrafficManagement.MULTI_WAY_SIGNALS.value, promoter="Elmbridge Water"
    )
    clash_list.show_report(report_of(other, ours_traffic=TrafficManagement.ROAD_CLOSURE.value))
    (row,) = rows(clash_list)
    assert row.text(5) == "Multi-way signals (mine: Road closure)"
    assert row.text(6) == "Call Elmbridge Water about B: the contact is in its details."
    clash_list.show_report(report_of(other))
    assert rows(clash_list)[0].text(5) == "Multi-way signals"
    clash_list.show_report(
        report_of(replace(other, traffic=""), ours_traffic=TrafficManagement.ROAD_CLOSURE.value)
    )
    assert rows(clash_list)[0].text(5) == "– (mine: Road closure)"


def test_it_steps_from_one_to_the_next_and_round(clash_list):
    chosen = []
    clash_list.chosen.connect(lambda one: chosen.append(one.other.reference))
    for by in (1, 1, 1, 1, -1, -1):
        assert clash_list.step(by) is clash_list.current
    assert chosen == ["B", "A", "C", "B", "C", "A"]
    clash_list.show_report(None)
    assert clash_list.step(1) is None
    assert len(chosen) == 6


def test_the_first_step_back_is_to_the_last(clash_list):
    assert clash_list.step(-1).other.reference == "C"


def test_a_click_and_enter_choose(clash_list):
    chosen = []
    clash_list.chosen.connect(lambda one: chosen.append(one.other.reference))
    place = QPoint(50, clash_list.visualItemRect(rows(clash_list)[1]).center().y())
    QTest.mouseClick(clash_list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == ["A"]
    QTest.keyClick(clash_list, Qt.Key.Key_Down)
    QTest.keyClick(clash_list, Qt.Key.Key_Return)
    assert chosen == ["A", "C"]


def test_what_is_current_selected_and_open_stays_so_in_the_next_report(clash_list):
    heard = []
    a = rows(clash_list)[1]
    clash_list.setCurrentItem(a)
    a.setExpanded(True)
    clash_list.chosen.connect(heard.append)
    new = works("NEW", date(2027, 1, 11), date(2027, 1, 13), Point(530010, 180000))
    clash_list.show_report(report_of(new, *SEVERAL))
    assert order(clash_list) == ["NEW", "B", "A", "C"]
    assert clash_list.current.other.reference == "A"
    assert [item.text(1) for item in clash_list.selectedItems()] == ["A"]
    assert [row.text(1) for row in rows(clash_list) if row.isExpanded()] == ["A"]
    assert heard == []
    clash_list.show_report(report_of(new))
    assert clash_list.current is None
    assert clash_list.selectedItems() == []


def test_ctrl_c_copies_what_is_selected_and_all_without_a_selection(clash_list):
    copy = (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(clash_list, *copy)
    lines = QApplication.clipboard().text().split("\n")
    assert [line.split("\t")[1] for line in lines] == ["Reference", "B", "A", "C"]
    clash_list.setCurrentItem(rows(clash_list)[1])
    QTest.keyClick(clash_list, *copy)
    lines = QApplication.clipboard().text().split("\n")
    assert [line.split("\t")[:3] for line in lines] == [
        ["Grade", "Reference", "How near"],
        ["Potential clash", "A", "10.5 m"],
    ]


def test_of_a_thousand_only_those_in_sight_are_put_into_words(clash_list, monkeypatch):
    said = []

    def put_into_words(column, one, *more):
        said.append((column, one))
        return cell(column, one, *more)

    monkeypatch.setattr("street_works.ui.clashes.clash_list.cell", put_into_words)
    several = report_of(
        *(
            works(f"W{number}", date(2027, 1, 11), date(2027, 1, 13), Point(530010, 180001))
            for number in range(1000)
        )
    )
    begun = time.process_time()
    clash_list.show_report(several)
    clash_list.repaint()
    assert clash_list.topLevelItemCount() == 1000
    height = clash_list.visualItemRect(clash_list.topLevelItem(0)).height()
    in_sight = clash_list.viewport().height() // height + 2
    for column in range(1, VERDICT):
        assert 0 < len([one for where, one in said if where == column]) <= in_sight, column
    assert time.process_time() - begun < 0.5
