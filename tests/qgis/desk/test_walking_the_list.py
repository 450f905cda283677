"""One walks along the list with real keys: the map goes from record to record, the list stays."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from street_works.tests.made.by_keyboard import shown

Key = Qt.Key


def rows(place):
    return [row.identity for row in place.listings.list_panel.every_row()]


def rested(place, until):
    until(lambda: not place.live_view.busy and not place.jobs.running)


def test_space_goes_there_and_the_list_stays_until_the_planner_wants_what_is_in_view(
    signed_in, until
):
    place, canvas = signed_in, signed_in.live_view._canvas
    panel, table = place.listings.list_panel, place.listings.list_panel.table
    place.load()
    rested(place, until)
    place.dock.show_panel(panel)
    shown(place.dock)
    until(lambda: len(rows(place)) > 3)
    rested(place, until)
    listed, home = rows(place), canvas.extent()
    table.setFocus()
    QTest.keyClick(table, Key.Key_Home)
    QTest.keyClick(table, Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    for _one in ("Details", "Go there", "Zoom there"):
        QTest.keyClick(panel.menu, Key.Key_Down)
    QTest.keyClick(panel.menu, Key.Key_Return)
    assert canvas.extent() != home
    rested(place, until)
    assert rows(place) == listed
    assert "view before" in panel.statement.text()
    seen = set()
    for _row in listed[1:3]:
        QTest.keyClick(table, Key.Key_Down)
        QTest.keyClick(table, Key.Key_Space)
        rested(place, until)
        seen.add(canvas.extent().center().toString())
        assert rows(place) == listed
    assert len(seen) > 1, "the map goes along"
    assert place.heard == []
    QTest.keyClick(panel.nowButton, Key.Key_Space)
    rested(place, until)
    assert rows(place) != listed
    assert not panel.nowButton.isVisible()
