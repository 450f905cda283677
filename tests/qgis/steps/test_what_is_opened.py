"""What belongs to works is opened from its line with Enter, and its steps are offered there."""

from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.live.details.section import Part  # noqa: E402
from street_works.tests.made.step_cases.notices import fined  # noqa: E402
from street_works.tests.made.waiting import until  # noqa: E402

Key = Qt.Key


def titles(dock: Any) -> list[str]:
    return [dock.tabs.tabText(index) for index in range(dock.tabs.count())]


def read_anew(dock: Any, desk: Any) -> None:
    QTest.keyClick(dock.refreshButton, Key.Key_Space)
    until(lambda: not desk.place.jobs.running)


def test_an_fpn_is_opened_with_enter_and_stays_until_the_works_are_opened_again(desk: Any) -> None:
    works = fined(desk.trade)
    fpn = f"{works.reference}-FPN-01"
    desk.sign_in("planner")
    dock = desk.open(works.reference)
    dock.tabs.setCurrentIndex(titles(dock).index("FPNs (1)"))
    dock.section.table.setFocus()
    QTest.keyClick(dock.section.table, Key.Key_Return)
    until(lambda: not desk.place.jobs.running)
    assert titles(dock)[0] == fpn
    assert dock.section.section.part is Part.RECORD
    facts = dict(line.cells for line in dock.section.section.lines)
    assert facts["Offence"] == "08 – Working without a permit"
    named = {one.objectName(): one for one in dock.stepsButton.every_step}
    assert named[f"UpdateFPNStatus.accept_penalty {fpn}"].isEnabled()
    dock.tabs.setCurrentIndex(titles(dock).index("Works"))
    read_anew(dock, desk)
    assert titles(dock)[0] == fpn  # it stays, and does not come in front again
    assert dock.section.section.part is Part.WORKS
    desk.open(works.reference)
    until(lambda: not desk.place.jobs.running)
    assert fpn not in titles(dock)
