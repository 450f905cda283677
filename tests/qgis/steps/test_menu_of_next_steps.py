"""The menu of the next steps: what is asked for on top, the rest by what it is about."""

from itertools import takewhile
from typing import Any

from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.forms.steps.start_works import StartWorks  # noqa: E402
from street_works.tests.made.step_cases.bringing import applied, granted  # noqa: E402
from street_works.tests.made.step_cases.notices import fined  # noqa: E402
from street_works.tests.made.waiting import until  # noqa: E402

Key = Qt.Key


def opened(desk: Any, who: str, works: str) -> Any:
    """Open the details of works, and return the button of their steps."""
    desk.sign_in(who)
    dock = desk.open(works)
    until(lambda: not desk.place.jobs.running)
    return dock.stepsButton


def groups(button: Any) -> list[list[str]]:
    """Return what may be done now, from line to line of the menu."""
    found: list[list[str]] = [[]]
    for action in button.menu_of_steps.actions():
        if action.isSeparator():
            found.append([])
        elif action.menu() is None and action.objectName():
            found[-1].append(action.text())
    return [group for group in found if group]


def test_what_the_clock_asks_for_is_on_top_and_opens_with_two_keys(desk: Any) -> None:
    works = granted(desk.trade)
    button = opened(desk, "planner", works.reference)
    permit = f"{works.reference}-01"
    asked, *others = groups(button)
    assert asked == [
        "Start works …", f"Change the permit: {permit} …", f"Cancel the permit: {permit} …",
    ]  # fmt: skip
    assert button.menu_of_steps.defaultAction().text() == "Start works …"
    assert others[0] == ["Write a comment …", "Attach files …"]
    assert not [one for one in button.menu_of_steps.actions() if not one.isEnabled()]
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)
    QTest.keyClick(button.menu_of_steps, Key.Key_Down)
    QTest.keyClick(button.menu_of_steps, Key.Key_Return)
    until(lambda: desk.place.form.dialog is not None)
    assert type(desk.place.form.dialog.form) is StartWorks


def test_what_cannot_be_done_now_is_in_a_menu_of_its_own_each_with_why(desk: Any) -> None:
    button = opened(desk, "planner", granted(desk.trade).reference)
    (inner,) = [one.menu() for one in button.menu_of_steps.actions() if one.menu() is not None]
    assert inner.title() == f"What cannot be done now ({len(inner.actions())})"
    assert not [one for one in inner.actions() if one.isEnabled()]
    (stop,) = [one for one in inner.actions() if one.objectName() == "UpdateActualStopDate"]
    assert "have not started" in stop.text()
    assert {one.objectName() for one in inner.actions()} < {
        one.objectName() for one in button.every_step
    }
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)
    place = button.menu_of_steps.actionGeometry(inner.menuAction()).center()
    QTest.mouseMove(button.menu_of_steps, place - QPoint(5, 0))
    QTest.mouseClick(button.menu_of_steps, Qt.MouseButton.LeftButton, pos=place)
    until(inner.isVisible)
    button.menu_of_steps.close()


def test_each_side_has_its_own_on_top(desk: Any) -> None:
    works = applied(desk.trade)
    permit = f"{works.reference}-01"
    asked = groups(opened(desk, "authority", works.reference))[0]
    assert asked[0] == f"Grant the permit: {permit} …"
    assert len(asked) == 3
    button = opened(desk, "planner", works.reference)
    assert button.menu_of_steps.defaultAction() is None or "Grant" not in groups(button)[0][0]


def test_what_the_line_that_is_current_asks_for_comes_before_that_of_the_works(desk: Any) -> None:
    works = fined(desk.trade)
    button = opened(desk, "planner", works.reference)
    dock = desk.place.finding.dock
    names = [dock.tabs.tabText(number) for number in range(dock.tabs.count())]
    dock.tabs.setCurrentIndex(names.index("FPNs (1)"))
    asked = groups(button)[0]
    assert [text.split(":")[0] for text in asked[:2]] == ["Accept FPN", "Dispute FPN"]
    assert all("FPN" not in text for group in groups(button)[1:] for text in group)


def test_names_are_found_once(desk: Any) -> None:
    button = opened(desk, "planner", granted(desk.trade).reference)
    names = [one.objectName() for one in button.every_step if one.objectName()]
    assert len(names) == len(set(names))
    before = list(takewhile(lambda one: not one.isSeparator(), button.menu_of_steps.actions()))
    desk.place.finding.details.refresh()
    until(lambda: not desk.place.jobs.running)
    after = list(takewhile(lambda one: not one.isSeparator(), button.menu_of_steps.actions()))
    assert len(after) == len(before) == 3
