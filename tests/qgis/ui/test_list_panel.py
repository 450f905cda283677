"""The list of what is in view, with a real store behind it and real key presses."""

import time
from datetime import date, datetime, timedelta, timezone

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QSettings, Qt
from qgis.PyQt.QtGui import QColor, QContextMenuEvent, QPalette
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.background.jobs import Jobs  # noqa: E402 - after load_libraries
from street_works.plugin.desk.in_view import InView  # noqa: E402
from street_works.plugin.live.store.store import Store, store_path  # noqa: E402
from street_works.plugin.map.pick import Record  # noqa: E402
from street_works.plugin.trade.box import Box  # noqa: E402
from street_works.plugin.trade.days import TIMELESS, Days  # noqa: E402
from street_works.plugin.trade.records.on_map import MapRecord  # noqa: E402
from street_works.tests.made import map_records  # noqa: E402
from street_works.tests.made.map_records import square  # noqa: E402
from street_works.tests.made.waiting import until  # noqa: E402
from street_works.ui.register.list_model import NOT_SEEN  # noqa: E402
from street_works.ui.register.list_panel import ListPanel  # noqa: E402

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NINE = datetime(2026, 6, 1, 9, 0, tzinfo=timezone.utc)
TEN = NINE + timedelta(hours=1)
BOX = Box(400_000.0, 300_000.0, 401_000.0, 301_000.0)
JUNE = Days(date(2026, 6, 1), date(2026, 6, 15))
ALL = {"works": "", "activity": "", "hs2": ""}


SHAPE = square(400_100, 300_100)


def works(number, promoter="Anytown Water", start=NINE, status="granted"):
    first, last = start + timedelta(days=number), start + timedelta(days=9)
    return map_records.works(
        number, SHAPE, first.date(), last.date(), promoter=promoter, status=status
    )


FAIR = MapRecord("activity", SHAPE, "A1", name="Fair", first_day=NINE.date())


@pytest.fixture
def store(qgis_app, tmp_path):
    one = Store(store_path(tmp_path, "practice", "planner"))
    one.keep("works", BOX, JUNE, NINE, [works(1, "Zeta"), works(2, "alpha"), works(3, "Beta")])
    one.keep("activity", BOX, JUNE, NINE, [FAIR])
    one.keep("hs2", BOX, TIMELESS, NINE, [MapRecord("hs2", SHAPE)])
    yield one
    one.close()


@pytest.fixture
def settings(tmp_path):
    return QgsSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def panel(store, settings):
    jobs = Jobs()
    in_view = InView(jobs, store)
    made = shown(ListPanel(in_view, settings))
    made.in_view, made.jobs = in_view, jobs
    made.opened, made.chosen, made.located = [], [], []
    made.activated.connect(made.opened.append)
    made.selected.connect(lambda rows: made.chosen.append([row.reference for row in rows]))
    made.locate.connect(lambda rows: made.located.append([row.reference for row in rows]))
    read(made)
    yield made
    assert jobs.cancel_all()
    made.close_down()
    gone(made)


def shown(panel):
    panel.resize(900, 300)
    panel.show()
    panel.activateWindow()
    assert QTest.qWaitForWindowActive(panel)
    panel.table.setFocus()
    return panel


def gone(panel):
    panel.close()
    panel.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def read(panel, conditions=None, box=BOX):
    panel.in_view.ask(box, JUNE, ALL if conditions is None else conditions)
    until(lambda: not panel.jobs.running)


def cell(panel, row, key, role=Qt.ItemDataRole.DisplayRole):
    keys = [column.key for column in panel.model.columns]
    return panel.sorted.index(row, keys.index(key)).data(role)


def column(panel, key):
    return [cell(panel, row, key) for row in range(panel.sorted.rowCount())]


def section(panel, key):
    return [column.key for column in panel.model.columns].index(key)


def sort_by(panel, key):
    header = panel.table.horizontalHeader()
    place = header.sectionViewportPosition(section(panel, key)) + 20
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 5))


def selected(panel):
    return [row.reference for row in panel.selected_rows()]


def press(panel, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(panel.table, key, modifier)


def test_works_come_first_with_the_planners_columns(panel):
    assert column(panel, "reference") == ["W1-01", "W2-01", "W3-01", "A1", ""]
    said = {one.key: cell(panel, 0, one.key) for one in panel.model.columns}
    assert said == {
        "kind": "Works",
        "reference": "W1-01",
        "promoter": "Zeta",
        "category": "Minor",
        "traffic_management": "Road closure",
        "status": "Granted",
        "start": "2 Jun 2026",
        "end": "10 Jun 2026",
        "about": "",
    }
    assert column(panel, "kind") == ["Works"] * 3 + ["Activities", "HS2 act limits"]
    assert cell(panel, 3, "about") == "Fair"
    assert not cell(panel, 0, "kind", Qt.ItemDataRole.DecorationRole).isNull()
    assert cell(panel, 0, "reference", Qt.ItemDataRole.DecorationRole) is None
    assert panel.statement.text() == "Showing all 5."


def test_how_many_of_how_many_are_shown(panel):
    panel.in_view._most = 2
    read(panel, {"works": ""})
    assert panel.statement.text().startswith("Showing 2 of 3, those that begin first.")
    read(panel, {})
    assert panel.statement.text() == "Nothing that is loaded here passes the filter."


def test_a_click_on_a_heading_sorts_days_as_days_and_words_without_case(panel, store):
    sort_by(panel, "promoter")
    assert column(panel, "promoter") == ["", "", "alpha", "Beta", "Zeta"]
    store.keep("works", BOX, JUNE, TEN, [works(1), works(2), works(9)])
    read(panel, {"works": ""})
    sort_by(panel, "start")
    assert column(panel, "start") == ["2 Jun 2026", "3 Jun 2026", "10 Jun 2026"]
    sort_by(panel, "start")
    assert column(panel, "start") == ["10 Jun 2026", "3 Jun 2026", "2 Jun 2026"]


def test_enter_opens_the_details(panel):
    press(panel, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert panel.opened == [Record("works", "W2-01", "W2")]
    press(panel, Key.Key_Down, Key.Key_Down, Key.Key_Enter)
    assert panel.opened[1:] == [Record("activity", "A1", "")]


def test_what_has_no_details_is_shown_on_the_map_instead(panel):
    press(panel, *[Key.Key_Down] * 5, Key.Key_Return)
    assert panel.opened == []
    assert panel.located == [[""]]


def test_a_double_click_opens_the_details(panel):
    index = panel.sorted.index(2, 0)
    place = panel.table.visualRect(index).center()
    viewport = panel.table.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert panel.opened == []
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert panel.opened == [Record("works", "W3-01", "W3")]


def test_selecting_tells_the_map_and_space_brings_into_view(panel):
    press(panel, Key.Key_Down)
    press(panel, Key.Key_Down, modifier=SHIFT)
    assert panel.chosen[-1] == ["W1-01", "W2-01"]
    assert panel.in_view.selected == {("works", "W1-01"), ("works", "W2-01")}
    assert panel.statement.text() == "Showing all 5. 2 selected."
    told = len(panel.chosen)
    press(panel, Key.Key_Space)
    assert panel.located == [["W1-01", "W2-01"]]
    assert len(panel.chosen) == told
    press(panel, Key.Key_Down, Key.Key_Down, modifier=CONTROL)  # goes on without selecting
    press(panel, Key.Key_Space)
    assert panel.located[1:] == [["A1"]]
    assert selected(panel) == ["A1"]


def test_what_was_clicked_on_the_map_is_selected_and_scrolled_to(panel, store):
    many = [works(n) for n in range(10)]
    store.keep("works", BOX, JUNE, TEN, many)
    read(panel, {"works": ""})
    panel.resize(900, 150)
    assert panel.table.rowAt(panel.table.viewport().height() - 1) in range(8)
    panel.select([("works", "W9-01"), ("works", "W8-01"), ("works", "NOSUCH")])
    assert selected(panel) == ["W8-01", "W9-01"]
    assert panel.chosen == []  # the map knows it already
    place = panel.table.visualRect(panel.sorted.index(8, 0))
    assert panel.table.viewport().rect().intersects(place)
    panel.select([])
    assert selected(panel) == []


def test_the_selection_outlives_a_refresh_and_a_sorting(panel, store):
    press(panel, Key.Key_Down, Key.Key_Down)
    assert selected(panel) == ["W2-01"]
    told = len(panel.chosen)
    store.keep("works", BOX, JUNE, TEN, [works(0), works(1, "Zeta"), works(2, "alpha")])
    read(panel)
    assert column(panel, "reference")[:3] == ["W0-01", "W1-01", "W2-01"]
    assert selected(panel) == ["W2-01"]
    sort_by(panel, "promoter")
    assert selected(panel) == ["W2-01"]
    assert len(panel.chosen) == told
    press(panel, Key.Key_Return)  # what was current is so still
    assert panel.opened == [Record("works", "W2-01", "W2")]


def test_what_left_the_view_is_selected_again_when_it_comes_back(panel):
    press(panel, Key.Key_Down)
    read(panel, box=Box(0.0, 0.0, 10.0, 10.0))
    assert selected(panel) == []
    read(panel)
    assert selected(panel) == ["W1-01"]


def test_the_same_rows_do_not_disturb_the_list(panel):
    resets = []
    panel.model.modelReset.connect(lambda: resets.append("reset"))
    read(panel)
    assert resets == []
    read(panel, {"works": ""})
    assert resets == ["reset"]


def test_the_selected_rows_are_copied_as_text(panel):
    QApplication.clipboard().setText("before")
    press(panel, Key.Key_C, modifier=CONTROL)
    assert QApplication.clipboard().text() == "before"
    panel.columns.menu.actions()[section(panel, "kind")].trigger()
    panel.table.horizontalHeader().moveSection(section(panel, "promoter"), 0)
    press(panel, Key.Key_Down)
    press(panel, Key.Key_Down, modifier=SHIFT)
    press(panel, Key.Key_C, modifier=CONTROL)
    lines = [line.split("\t") for line in QApplication.clipboard().text().split("\n")]
    assert lines[0][:3] == ["Promoter", "Reference", "Category"]
    assert [line[:3] for line in lines[1:]] == [
        ["Zeta", "W1-01", "Minor"],
        ["alpha", "W2-01", "Minor"],
    ]
    assert len(lines[0]) == len(panel.model.columns) - 1


def test_copying_is_not_taken_by_an_action_of_qgis(panel):
    taken = []
    action = QAction("Copy features", panel)
    action.setShortcut("Ctrl+C")
    action.triggered.connect(lambda: taken.append("copy features"))
    panel.addAction(action)
    until(panel.table.hasFocus)
    press(panel, Key.Key_Down)
    QTest.keyClick(panel.columnsButton, Key.Key_C, CONTROL)
    assert taken == ["copy features"]
    press(panel, Key.Key_C, modifier=CONTROL)
    assert taken == ["copy features"]
    assert "W1-01" in QApplication.clipboard().text()


def test_columns_are_remembered(panel, settings):
    header = panel.table.horizontalHeader()
    panel.columns.menu.actions()[section(panel, "category")].trigger()
    header.moveSection(header.visualIndex(section(panel, "end")), 0)
    header.resizeSection(section(panel, "promoter"), 211)
    sort_by(panel, "promoter")
    again = ListPanel(panel.in_view, settings)
    header = again.table.horizontalHeader()
    assert header.isSectionHidden(section(again, "category"))
    assert not again.columns.menu.actions()[section(again, "category")].isChecked()
    assert header.logicalIndex(0) == section(again, "end")
    assert header.sectionSize(section(again, "promoter")) == 211
    assert column(again, "promoter")[-1] == "Zeta"
    again.columns.menu.actions()[section(again, "category")].trigger()
    assert not header.isSectionHidden(section(again, "category"))
    again.close_down()
    gone(again)


def test_columns_fit_what_they_say_until_the_planner_has_them(panel, store, settings):
    header, promoter = panel.table.horizontalHeader(), section(panel, "promoter")
    assert header.sectionSize(promoter) < header.sectionSize(section(panel, "traffic_management"))
    header.resizeSection(promoter, 77)
    read(panel, {"works": ""})
    assert header.sectionSize(promoter) == 77
    store.keep("works", BOX, JUNE, TEN, [works(1, "An authority with a long name " * 9)])
    read(panel, {"works": ""})
    settings.clear()
    fresh = ListPanel(panel.in_view, settings)
    assert fresh.table.horizontalHeader().sectionSize(promoter) == 260
    fresh.close_down()
    gone(fresh)


def test_one_column_stays(panel):
    actions = panel.columns.menu.actions()
    for action in actions[:-1]:
        action.trigger()
    assert not actions[-1].isEnabled()
    assert panel.columns.shown() == [len(actions) - 1]
    actions[0].trigger()
    assert actions[-1].isEnabled()


@pytest.mark.parametrize(
    "kept",
    ["{", "[]", '{"order": 1, "hidden": "kind", "widths": [], "sort": 3}',
     '{"order": ["nosuch"], "hidden": [[]], "widths": {"kind": "x"}, "sort": ["nosuch", "up"]}'],
)  # fmt: skip
def test_bad_settings_leave_the_usual_columns(panel, settings, kept):
    settings.setValue("street_works/columns/list", kept)
    again = ListPanel(panel.in_view, settings)
    assert again.columns.shown() == list(range(len(again.model.columns)))
    assert column(again, "reference")[0] == "W1-01"
    again.close_down()
    gone(again)


def test_what_changed_is_marked_by_more_than_a_colour(panel, store):
    new = [works(1, "Zeta", status="refused"), works(2, "alpha"), works(3, "Beta")]
    store.keep("works", BOX, JUNE, TEN, new)
    read(panel)
    assert cell(panel, 0, "kind") == f"{NOT_SEEN} Works"
    assert cell(panel, 0, "promoter", Qt.ItemDataRole.FontRole).bold()
    spoken = cell(panel, 0, "kind", Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Works, changed and not seen yet"
    assert cell(panel, 1, "kind") == "Works"
    assert cell(panel, 1, "promoter", Qt.ItemDataRole.FontRole) is None


def test_icons_follow_the_theme(panel):
    def ink():
        icon = cell(panel, 0, "kind", Qt.ItemDataRole.DecorationRole)
        image = icon.pixmap(16, 16).toImage()
        pixels = [image.pixelColor(x, y) for x in range(16) for y in range(16)]
        return max(pixels, key=QColor.alpha).lightness()

    for text in ("#000000", "#ffffff"):
        palette = QPalette(panel.palette())
        palette.setColor(QPalette.ColorRole.Text, QColor(text))
        panel.setPalette(palette)
        until(lambda text=text: ink() == QColor(text).lightness())


def test_the_list_has_names_for_a_screen_reader_and_is_left_by_tab(panel):
    assert panel.table.accessibleName() == "Records in view"
    assert "Enter" in panel.table.accessibleDescription()
    assert panel.statement.accessibleName()
    until(panel.table.hasFocus)
    press(panel, Key.Key_Tab)
    assert not panel.table.hasFocus()


def test_thousands_of_rows_are_shown_and_sorted_quickly(panel, store):
    rows = panel.in_view.rows[:3] * 1_000
    begin = time.perf_counter()
    panel._replace(rows)
    panel.sorted.sort(section(panel, "promoter"))
    assert time.perf_counter() - begin < 1.0
    assert panel.sorted.rowCount() == 3_000


# ---- walking along the list, and its menu ----


EAST = Box(401_000.0, 300_000.0, 402_000.0, 301_000.0)


def menu_by_keyboard(panel):
    """Open the menu as the menu key does, and return what it offers."""
    here = panel.table.visualRect(panel.table.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, here)
    QApplication.sendEvent(panel.table, event)
    return {one.text().split("\t")[0].replace("&", ""): one for one in panel.menu.actions()}


def choose(panel, words):
    """Choose from the open menu by the arrow keys and Enter."""
    actions = panel.menu.actions()
    for _one in range(
        1 + [one.text().replace("&", "").split("\t")[0] for one in actions].index(words)
    ):
        QTest.keyClick(panel.menu, Key.Key_Down)
    QTest.keyClick(panel.menu, Key.Key_Return)
    assert not panel.menu.isVisible()


def test_while_the_map_moves_along_the_list_it_stays_as_it_is(panel):
    press(panel, Key.Key_Down)
    panel.in_view.hold()
    read(panel, box=EAST)
    assert column(panel, "reference") == ["W1-01", "W2-01", "W3-01", "A1", ""]
    assert panel.statement.text().startswith("The list is of the view before. Showing all 5.")
    assert panel.nowButton.isVisible()
    panel.in_view.refresh()  # something came meanwhile
    until(lambda: not panel.jobs.running)
    assert panel.sorted.rowCount() == 5
    QTest.keyClick(panel.nowButton, Key.Key_Space)
    until(lambda: not panel.jobs.running)
    assert panel.sorted.rowCount() == 0
    assert not panel.nowButton.isVisible()
    assert QApplication.focusWidget() is panel.table
    read(panel)  # nobody walks any more: it follows the map
    assert panel.sorted.rowCount() == 5


def test_another_filter_ends_the_walk(panel):
    panel.in_view.hold()
    read(panel, {"activity": ""}, EAST)
    assert panel.sorted.rowCount() == 0
    assert not panel.nowButton.isVisible()


def test_back_at_the_view_of_the_list_nothing_is_said(panel):
    panel.in_view.hold()
    read(panel, box=EAST)
    read(panel)
    assert not panel.nowButton.isVisible()
    assert panel.statement.text() == "Showing all 5."


def test_the_menu_key_offers_what_can_be_done_with_the_current_row(panel):
    zoomed, exported = [], []
    panel.zoom.connect(lambda rows: zoomed.append([row.reference for row in rows]))
    panel.export.connect(lambda rows, columns: exported.append((rows, columns)))
    press(panel, Key.Key_Home, Key.Key_Down)
    offered = menu_by_keyboard(panel)
    assert list(offered) == ["Details …", "Go there", "Zoom there", "Copy", "Export the selected …"]
    assert panel.menu.isVisible()
    choose(panel, "Details …")
    assert panel.opened == [Record("works", "W2-01", "W2")]
    for words in ("Go there", "Zoom there", "Copy", "Export the selected …"):
        menu_by_keyboard(panel)
        choose(panel, words)
    assert panel.located == zoomed == [["W2-01"]]
    assert QApplication.clipboard().text().splitlines()[1].split("\t")[1] == "W2-01"
    ((rows, columns),) = exported
    assert [row.reference for row in rows] == ["W2-01"]
    assert [one.key for one in columns] == [one.key for one in panel.model.columns]


def test_shift_f10_and_the_other_button_of_the_mouse_open_the_same_menu(panel):
    press(panel, Key.Key_Home)
    press(panel, Key.Key_F10, modifier=SHIFT)
    assert panel.menu.isVisible()
    QTest.keyClick(panel.menu, Key.Key_Escape)
    place = panel.table.visualRect(panel.sorted.index(2, 1)).center()
    port = panel.table.viewport()
    QTest.mouseClick(port, Qt.MouseButton.RightButton, pos=place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, port.mapToGlobal(place))
    QApplication.sendEvent(port, event)
    assert panel.menu.isVisible()
    assert selected(panel) == ["W3-01"]
    QTest.keyClick(panel.menu, Key.Key_Escape)


def test_export_list_gives_every_row_as_it_is_sorted_with_the_columns_that_are_shown(panel):
    exported = []
    panel.export.connect(lambda rows, columns: exported.append((rows, columns)))
    sort_by(panel, "promoter")
    panel.columns.menu.actions()[section(panel, "status")].setChecked(False)
    QTest.mouseClick(panel.exportButton, Qt.MouseButton.LeftButton)
    ((rows, columns),) = exported
    assert [row.promoter for row in rows] == ["", "", "alpha", "Beta", "Zeta"]
    assert "status" not in [one.key for one in columns]
