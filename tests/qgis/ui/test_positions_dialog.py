"""Typing positions, with key presses only."""

import pytest
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtTest import QSignalSpy, QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.extents import Limits, ostn15  # noqa: E402 - after it
from street_works.plugin.extents.typed import LINE, POINT, POLYGON  # noqa: E402
from street_works.ui.extent.positions_dialog import PositionsDialog  # noqa: E402

CORNERS = ("530050 180300", "530060 180300", "530060 180310")
AREA = "POLYGON ((530050 180300, 530060 180300, 530060 180310, 530050 180300))"
Key = Qt.Key


@pytest.fixture
def open_dialog(qgis_app, qgis_new_project):
    opened = []

    def open_it(**begin):
        dialog = PositionsDialog(**begin)
        dialog.heard = []
        dialog.drawn.connect(lambda wkt, crs: dialog.heard.append((wkt, crs)))
        dialog.show()
        dialog.activateWindow()
        assert QTest.qWaitForWindowActive(dialog)
        opened.append(dialog)
        return dialog

    yield open_it
    for dialog in opened:
        dialog.close()
        dialog.deleteLater()


@pytest.fixture
def dialog(open_dialog):
    return open_dialog()


def press(*keys, modifier=Qt.KeyboardModifier.NoModifier):
    """Press keys where the focus is, as a keyboard does."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key, modifier)
        QCoreApplication.processEvents()


def write(text):
    for character in text:  # the first one opens the row's editor, which has the others
        QTest.keyClicks(QApplication.focusWidget(), character)
        QCoreApplication.processEvents()


def write_rows(*rows):
    for row in rows:
        write(row)
        press(Key.Key_Return)


def ok(dialog):
    return dialog._accept.isEnabled()


def findings(dialog):
    items = dialog.findingsList
    return [items.item(row) for row in range(items.count())]


def test_an_area_is_typed_and_taken_with_the_enter_key_alone(dialog):
    assert not ok(dialog)
    write_rows(*CORNERS)
    assert ok(dialog)
    assert dialog.facts.text().startswith("Polygon, 50.0 m², outline 34.1 m, 4 points")
    assert "accuracy" in dialog.facts.text()
    assert dialog.table.item(1, 1).text() == "easting 530060.00, northing 180300.00"
    press(Key.Key_Return)  # leaves the empty row
    assert dialog.heard == []
    press(Key.Key_Return)  # the default button
    assert dialog.heard == [(AREA, "EPSG:27700")]
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("kind", "rows", "fact"),
    [
        (POINT, ("TQ 30055 80305",), "Point at 530055.00, 180305.00"),
        (LINE, CORNERS, "Line, 20.0 m long, 3 points"),
        (POLYGON, CORNERS, "Polygon, 50.0 m²"),
    ],
)
def test_the_kind_is_chosen_with_the_arrow_keys(dialog, kind, rows, fact):
    write_rows(*rows)
    dialog.kindBox.setFocus()
    press(Key.Key_Up, Key.Key_Up)
    press(*[Key.Key_Down] * (POINT, LINE, POLYGON).index(kind))
    assert dialog.kindBox.currentData() == kind
    assert dialog.facts.text().startswith(fact)
    assert ok(dialog)


def test_tab_goes_through_the_rows_and_then_through_every_field_and_back(dialog):
    for corner in CORNERS:
        write(corner)
        press(Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    press(Key.Key_Tab)  # an empty row is left
    order = []
    while QApplication.focusWidget() not in order:
        order.append(QApplication.focusWidget())
        press(Key.Key_Tab)
    named = [widget.objectName() for widget in order]
    assert named[:2] == ["addButton", "removeButton"]
    assert {"facts", "findingsList", "kindBox"} <= set(named)
    assert dialog._accept in order
    assert dialog.table in order
    dialog.table.setFocus()
    press(Key.Key_Backtab)
    assert QApplication.focusWidget() is dialog.kindBox


def test_shift_tab_goes_back_to_the_row_before(dialog):
    write("530050 180300")
    press(Key.Key_Tab)
    press(Key.Key_Backtab)
    assert dialog.table.currentRow() == 0
    assert QApplication.focusWidget().text() == "530050 180300"
    press(Key.Key_Backtab)
    assert QApplication.focusWidget() is dialog.kindBox


def test_the_take_button_is_reached_and_pressed_with_the_space_bar(dialog):
    write_rows(*CORNERS)
    for _ in range(20):
        if QApplication.focusWidget() is dialog._accept:
            break
        press(Key.Key_Tab)
    press(Key.Key_Space)
    assert dialog.heard == [(AREA, "EPSG:27700")]


def test_escape_gives_up(dialog):
    write_rows(*CORNERS)
    press(Key.Key_Escape)  # the row being typed
    press(Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.heard == []


@pytest.mark.parametrize("editing", [False, True])
def test_a_block_of_a_spreadsheet_is_pasted(dialog, editing):
    block = "Easting\tNorthing\r\n530,050\t180,300\r\n530,060\t180,300\r\n530,060\t180,310\r\n"
    QApplication.clipboard().setText(block)
    if editing:
        press(Key.Key_F2)
    press(Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    assert dialog.table.lines()[:2] == ["Easting; Northing", "530,050; 180,300"]
    assert dialog.table.item(0, 1).text() == "Heading"
    assert dialog.table.item(3, 1).text() == "easting 530060.00, northing 180310.00"
    assert ok(dialog)
    dialog.accept()
    assert dialog.heard == [(AREA, "EPSG:27700")]


def test_one_position_is_pasted_into_the_row_that_is_typed_in(dialog):
    QApplication.clipboard().setText("180300")
    write("530050 ")
    press(Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    press(Key.Key_Return)
    assert dialog.table.lines()[0] == "530050 180300"


def test_rows_are_added_removed_and_changed_by_keys(dialog):
    write_rows(*CORNERS)
    press(Key.Key_Escape, Key.Key_Up, Key.Key_Delete)
    assert dialog.table.lines()[:2] == list(CORNERS[:2])
    press(Key.Key_Up, Key.Key_Insert)
    write("530055 180290")
    press(Key.Key_Return, Key.Key_Escape)
    assert dialog.table.lines() == [*CORNERS[:2], "530055 180290", ""]
    press(Key.Key_Up, Key.Key_F2)
    write("530055 180295")  # the text is selected, as in a spreadsheet
    press(Key.Key_Return, Key.Key_Escape)
    assert dialog.table.lines() == [*CORNERS[:2], "530055 180295", ""]


def press_alt(key):
    """Press a button by its underlined letter; Qt shows it pressed for a moment first."""
    dialog = QApplication.focusWidget().window()
    clicked = QSignalSpy({Key.Key_A: dialog.addButton, Key.Key_R: dialog.removeButton}[key].clicked)
    press(key, modifier=Qt.KeyboardModifier.AltModifier)
    assert len(clicked) or clicked.wait(5000)


def test_the_buttons_of_the_rows_work_from_the_keyboard(dialog):
    write_rows("530050 180300")
    press(Key.Key_Escape)
    press_alt(Key.Key_A)
    assert dialog.table.lines() == ["530050 180300", "", ""]
    for _ in range(4):
        press_alt(Key.Key_R)
    assert dialog.table.lines() == [""]
    assert QApplication.focusWidget() is dialog.table


@pytest.mark.parametrize(
    ("rows", "trouble", "row"),
    [
        (("530050 180300", "530060"), "Row 2 (“530060”)", 1),
        (("530050 180300", "TQ 300 803"), "Row 2 (“TQ 300 803”)", 1),
        (("kerb 1",), "Row 1 (“kerb 1”)", 0),
        (("530050 180300",), "needs three different positions; there are 1", None),
    ],
)
def test_what_is_wrong_names_the_row_and_nothing_can_be_taken(dialog, rows, trouble, row):
    write_rows(*rows)
    assert trouble in dialog.troubleLabel.text()
    assert trouble in dialog.troubleLabel.accessibleName()
    assert not ok(dialog)
    if row is not None:
        assert dialog.table.item(row, 1).text()
    press(Key.Key_Return, Key.Key_Return)
    assert dialog.heard == []
    assert dialog.isVisible()


def test_trouble_goes_when_the_row_is_put_right(dialog):
    write_rows("530050 180300", "530060 180300", "53006")
    assert dialog.troubleLabel.isVisible()
    press(Key.Key_Escape, Key.Key_Up)
    write("530060 180310")
    press(Key.Key_Return)
    assert not dialog.troubleLabel.isVisible()
    assert ok(dialog)


def test_findings_have_a_word_and_an_icon(dialog):
    write_rows("530050 180300", "530060 180310", "530060 180300", "530050 180310")
    texts = [item.text() for item in findings(dialog)]
    assert any(text.startswith("Error: ") for text in texts)
    assert not any(item.icon().isNull() for item in findings(dialog))
    assert ok(dialog)  # it can be mended where it is drawn
    assert "Polygon" in dialog.facts.text()


def test_a_sound_shape_says_so_and_notes_say_what_was_assumed(dialog):
    write_rows("TQ 3005 8030", "TQ 3006 8030", "TQ 3006 8031")
    assert [item.text() for item in findings(dialog)] == [
        "Nothing to mend: the extent may be submitted."
    ]
    assert "squares of 10 m" in dialog.notesLabel.text()
    assert dialog.notesLabel.isVisible()


def test_degrees_are_taken_as_degrees_and_measured_in_metres(open_dialog):
    dialog = open_dialog(kind=LINE)
    write_rows("51.506 -0.127", "51.507 -0.127")
    assert dialog.table.item(0, 1).text() == "latitude 51.5060000, longitude -0.1270000"
    assert dialog.facts.text().startswith("Line, 111.")
    press(Key.Key_Return, Key.Key_Return)
    assert dialog.heard == [("LINESTRING (-0.127 51.506, -0.127 51.507)", "EPSG:4326")]


def test_it_begins_with_a_text_and_the_planners_limits(open_dialog):
    dialog = open_dialog(kind=POLYGON, text="\n".join(CORNERS), limits=Limits(largest_m2=10))
    assert ok(dialog)
    assert any(item.text().startswith("Warning: ") for item in findings(dialog))
    dialog.accept()
    assert dialog.heard == [(AREA, "EPSG:27700")]


def test_a_place_where_no_works_can_be_is_not_taken(dialog):
    write_rows("48.85 2.35", "48.86 2.35", "48.86 2.36")
    assert not ok(dialog)
    assert "see the findings" in dialog.facts.text()
    assert findings(dialog)[0].text().startswith("Error: ")


def test_everything_that_has_the_focus_has_a_name(dialog):
    write_rows("TQ 3005 8030", "TQ 3006 8030", "TQ 3006 8031")
    editor = QApplication.focusWidget()
    assert editor.accessibleName() == "Position 4"
    for widget in dialog.findChildren(QWidget):
        tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        if tabbed and widget.isVisible() and widget.parent() is not dialog.table:
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget.objectName()
    for label in dialog.findChildren(QLabel):
        if label.accessibleName():
            assert label.text() in label.accessibleName()


@pytest.mark.parametrize("accepted", [False, True])
def test_without_ostn15_degrees_are_taken_only_if_the_planner_accepts_that(
    open_dialog, monkeypatch, accepted
):
    ostn15.forget()
    with monkeypatch.context() as patch:
        patch.setattr(ostn15.importlib.util, "find_spec", lambda name: None)
        dialog = open_dialog(kind=LINE, accept_approximation=accepted)
        write_rows("51.506 -0.127", "51.507 -0.127")
        assert ok(dialog) is accepted
        assert ("OSTN15" in dialog.troubleLabel.text()) is not accepted
        if accepted:
            assert "accuracy 4.00 m" in dialog.facts.text()
            assert findings(dialog)[0].text().startswith("Warning: OSTN15 was not there")
    ostn15.forget()


def test_rows_pasted_with_an_id_a_heading_and_thousands(dialog):
    text = "Point\tEasting\tNorthing\n1\t530,050\t180,300\n2\t530,060\t180,300\n3\t530,060\t180,310"
    dialog.table.paste(text)
    assert [dialog.table.item(row, 1).text() for row in (0, 1, 3)] == [
        "Heading",
        "easting 530050.00, northing 180300.00",
        "easting 530060.00, northing 180310.00",
    ]
    dialog.accept()
    assert dialog.heard == [(AREA, "EPSG:27700")]


def test_a_row_without_a_position_is_told_beside_it(dialog):
    dialog.table.paste("id\tE\tN\n1\t530050\t180300\n2\t\t\n3\t530060\t180300\n4\t530060\t180310")
    assert dialog.table.item(2, 1).text() == "not a position"
    assert "left out" in dialog.notesLabel.text()
    assert ok(dialog)
