"""Where the works meet another is marked on the map when the clash is chosen."""

from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtTest import QTest


def test_the_place_where_a_clash_meets_is_marked(at_work, until, qgis_canvas):
    panel = at_work.clash_panel
    panel.distanceBox.setValue(300)
    at_work.dock.show()
    at_work.find_clashes()
    until(lambda: at_work.clashing.report is not None)
    assert at_work.clashing.report.encounters
    tree = panel.clashTree
    tree.setCurrentItem(tree.topLevelItem(0))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    assert at_work.highlight.shown
    assert at_work.highlight.meeting_shown
    at_work.highlight.clear()
    assert not at_work.highlight.meeting_shown
