"""What changed since the planner looked, with a real store behind it and real key presses."""

from datetime import date, datetime, timedelta, timezone

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtTest import QTest
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.background.jobs import Jobs  # noqa: E402 - after load_libraries
from street_works.plugin.desk.changes_seen import ChangesSeen  # noqa: E402
from street_works.plugin.live.store.store import Store, store_path  # noqa: E402
from street_works.plugin.map.pick import Record  # noqa: E402
from street_works.plugin.trade.box import Box  # noqa: E402
from street_works.plugin.trade.days import Days  # noqa: E402
from street_works.tests.made import map_records  # noqa: E402
from street_works.tests.made.map_records import square  # noqa: E402
from street_works.tests.made.waiting import until  # noqa: E402
from street_works.ui.register.changes_panel import ChangesPanel  # noqa: E402
from street_works.ui.register.changes_tree import NOT_SEEN  # noqa: E402

Key = Qt.Key
NINE = datetime(2026, 6, 1, 9, 0, tzinfo=timezone.utc)
TEN, ELEVEN = NINE + timedelta(hours=1), NINE + timedelta(hours=2)
TODAY = date(2026, 6, 1)
BOX = Box(400_000.0, 300_000.0, 402_000.0, 301_000.0)
WEST, _EAST = BOX.cut(0, 401_000.0)
JUNE = Days(date(2026, 6, 1), date(2026, 6, 15))


def works(number, easting=400_100, first=3, status="submitted"):
    return map_records.works(
        number,
        square(easting, 300_100),
        date(2026, 6, first),
        date(2026, 6, 12),
        promoter=f"Promoter {number}",
        status=status,
    )


BEFORE = [works(1), works(2), works(3), works(4, 401_500)]
AFTER = [works(1, 400_125), works(2, first=10), works(4, 401_500, status="granted"), works(5)]


@pytest.fixture
def store(qgis_app, tmp_path):
    one = Store(store_path(tmp_path, "practice", "planner"))
    one.keep("works", BOX, JUNE, NINE, BEFORE)
    yield one
    one.close()


@pytest.fixture
def panel(store):
    jobs = Jobs()
    seen = ChangesSeen(jobs, store)
    made = ChangesPanel(seen, today=lambda: TODAY)
    made.seen, made.jobs = seen, jobs
    made.opened, made.places = [], []
    made.activated.connect(made.opened.append)
    made.locate.connect(lambda *place: made.places.append(place))
    made.resize(700, 400)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    seen.look_at(BOX)
    until(lambda: not jobs.running)
    yield made
    assert jobs.cancel_all()
    made.close_down()
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def changed(panel, store):
    store.keep("works", BOX, JUNE, TEN, AFTER)
    read(panel)
    panel.tree.setFocus()
    return panel


def read(panel):
    panel.seen.refresh()
    settled(panel)


def settled(panel):
    until(lambda: not panel.jobs.running)


def groups(panel):
    return [panel.tree.topLevelItem(row) for row in range(panel.tree.topLevelItemCount())]


def titles(panel):
    return [group.text(0) for group in groups(panel)]


def lines(panel):
    """Return what is said of each record, by its reference as it is shown."""
    return {line.text(0): line for line in items(panel)}


def items(panel):
    return [group.child(row) for group in groups(panel) for row in range(group.childCount())]


def clock(moment):
    return moment.astimezone().strftime("%H:%M")


def press(panel, *keys):
    for key in keys:
        QTest.keyClick(panel.tree, key)


def go_to(panel, reference):
    panel.tree.setFocus()
    panel.tree.setCurrentItem(lines(panel)[reference])


def test_nothing_new_is_said_truly(panel, store):
    assert panel.statement.text() == (
        f"No change has been noticed here. Last loaded at {clock(NINE)}."
    )
    assert titles(panel) == []
    assert not panel.allSeenButton.isEnabled()
    panel.seen.look_at(Box(0.0, 0.0, 10.0, 10.0))
    settled(panel)
    assert panel.statement.text() == "Nothing is loaded here, so that no change can be noticed."
    assert panel.heading == "Changes"


def test_changes_are_grouped_by_what_became_of_the_record(changed):
    assert titles(changed) == [
        "New (1, 1 not seen)",
        "Moved (1, 1 not seen)",
        "Re-dated (1, 1 not seen)",
        "Changed (1, 1 not seen)",
        "Gone (1, 1 not seen)",
    ]
    said = {name: [line.text(1), line.text(2)] for name, line in lines(changed).items()}
    assert said == {
        f"{NOT_SEEN} W5-01": ["Promoter 5", "Minor, Road closure, Submitted, 3 Jun – 12 Jun"],
        f"{NOT_SEEN} W1-01": ["Promoter 1", "by 25 m"],
        f"{NOT_SEEN} W2-01": ["Promoter 2", "Start 3 Jun → 10 Jun"],
        f"{NOT_SEEN} W4-01": ["Promoter 4", "Permit status: Submitted → Granted"],
        f"{NOT_SEEN} W3-01": ["Promoter 3", "Minor, Road closure, Submitted, 3 Jun – 12 Jun"],
    }
    assert {line.text(3) for line in items(changed)} == {clock(TEN)}
    assert changed.statement.text() == "5 of 5 not seen yet."
    assert changed.heading == "Changes (5)"


def test_enter_goes_to_the_place_and_opens_the_details(changed):
    go_to(changed, f"{NOT_SEEN} W1-01")
    press(changed, Key.Key_Return)
    assert changed.opened == [Record("works", "W1-01", "W1")]
    ((easting, northing),) = changed.places
    assert Box(400_125.0, 300_100.0, 400_145.0, 300_120.0).distance((easting, northing)) == 0


def test_what_is_gone_has_a_place_too(changed):
    go_to(changed, f"{NOT_SEEN} W3-01")
    press(changed, Key.Key_Enter)
    assert changed.opened == [Record("works", "W3-01", "W3")]
    assert Box(400_100.0, 300_100.0, 400_120.0, 300_120.0).distance(changed.places[0]) == 0


def test_a_double_click_opens_too(changed):
    line = lines(changed)[f"{NOT_SEEN} W2-01"]
    place = changed.tree.visualItemRect(line).center()
    viewport = changed.tree.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert changed.places == []
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert changed.opened == [Record("works", "W2-01", "W2")]
    assert len(changed.places) == 1


def test_enter_on_a_group_closes_and_opens_it(changed):
    changed.tree.setCurrentItem(groups(changed)[1])
    press(changed, Key.Key_Return)
    assert not groups(changed)[1].isExpanded()
    assert changed.opened == changed.places == []
    press(changed, Key.Key_Return)
    assert groups(changed)[1].isExpanded()


def test_what_is_selected_is_marked_as_seen_and_muted(changed, store):
    assert not changed.seenButton.isEnabled()
    go_to(changed, f"{NOT_SEEN} W2-01")
    QTest.keyClick(changed.seenButton, Key.Key_Space)
    settled(changed)
    assert titles(changed)[2] == "Re-dated (1)"
    line = lines(changed)["W2-01"]
    assert not line.font(2).bold()
    ink, paper = line.foreground(2).color(), changed.tree.palette().color(QPalette.ColorRole.Base)
    assert ink != changed.tree.palette().color(QPalette.ColorRole.Text)
    assert contrast(ink, paper) > 4.5
    assert lines(changed)[f"{NOT_SEEN} W1-01"].font(2).bold()
    assert changed.statement.text() == "4 of 5 not seen yet."
    assert [one.reference for one in store.changes_since() if one.seen] == ["W2-01"]
    assert changed.tree.currentItem() is line  # the planner goes on from there
    assert not changed.seenButton.isEnabled()


def test_a_whole_group_can_be_marked(changed, store):
    store.keep("works", BOX, JUNE, ELEVEN, [*AFTER, works(6)])
    read(changed)
    changed.tree.setCurrentItem(groups(changed)[0])
    QTest.keyClick(changed.seenButton, Key.Key_Space)
    settled(changed)
    assert titles(changed)[:2] == ["New (2)", "Moved (1, 1 not seen)"]


def test_all_of_it_is_marked_as_seen(changed, store):
    QTest.keyClick(changed.allSeenButton, Key.Key_Space)
    settled(changed)
    assert changed.statement.text() == f"Nothing has changed since {clock(TEN)}."
    assert not changed.allSeenButton.isEnabled()
    assert changed.heading == "Changes"
    assert not any(NOT_SEEN in line.text(0) for line in items(changed))
    store.keep("works", BOX, JUNE, ELEVEN, AFTER)
    read(changed)
    assert changed.statement.text() == (
        f"Nothing has changed since {clock(TEN)}. Last loaded at {clock(ELEVEN)}."
    )


def test_what_changed_again_after_it_was_seen_is_new_to_the_planner(changed, store):
    QTest.keyClick(changed.allSeenButton, Key.Key_Space)
    settled(changed)
    again = [works(1, 400_125), works(2, first=11), works(4, 401_500, status="granted"), works(5)]
    store.keep("works", BOX, JUNE, ELEVEN, again)
    read(changed)
    assert titles(changed)[2] == "Re-dated (2, 1 not seen)"
    assert lines(changed)[f"{NOT_SEEN} W2-01"].text(2) == "Start 10 Jun → 11 Jun"
    assert lines(changed)["W2-01"].text(2) == "Start 3 Jun → 10 Jun"


def test_in_view_or_everywhere_is_chosen_by_keyboard(changed):
    changed.seen.look_at(WEST)
    settled(changed)
    assert len(items(changed)) == 4
    changed.whereCombo.setFocus()
    QTest.keyClick(changed.whereCombo, Key.Key_Down)
    assert changed.whereCombo.currentText() == "everywhere loaded"
    settled(changed)
    assert len(items(changed)) == 5
    QTest.keyClick(changed.whereCombo, Key.Key_Up)
    settled(changed)
    assert len(items(changed)) == 4


def test_what_was_closed_and_current_stays_so_when_it_is_read_anew(changed):
    groups(changed)[0].setExpanded(False)
    go_to(changed, f"{NOT_SEEN} W4-01")
    read(changed)
    assert [group.isExpanded() for group in groups(changed)] == [False, True, True, True, True]
    assert changed.tree.currentItem().text(0) == f"{NOT_SEEN} W4-01"


def test_what_is_seen_can_be_read_in_a_dark_theme(changed):
    QTest.keyClick(changed.allSeenButton, Key.Key_Space)
    settled(changed)
    palette = QPalette(changed.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor("#1e1e1e"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#f0f0f0"))
    changed.setPalette(palette)
    ink = items(changed)[0].foreground(0).color()
    assert contrast(ink, QColor("#1e1e1e")) > 4.5


def test_a_screen_reader_is_told_what_was_not_seen(changed):
    line = lines(changed)[f"{NOT_SEEN} W1-01"]
    assert line.data(0, Qt.ItemDataRole.AccessibleTextRole) == "W1-01, not seen"
    for widget in (changed.tree, changed.whereCombo, changed.statement):
        assert widget.accessibleName()


def contrast(one, other):
    """Return the contrast of two colours as WCAG 2 measures it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
