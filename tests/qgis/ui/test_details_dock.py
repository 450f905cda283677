"""The details dock, with a real service behind it and real key presses."""

from datetime import datetime, timezone

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.background.jobs import Jobs  # noqa: E402 - after load_libraries
from street_works.plugin.desk.account import Account  # noqa: E402
from street_works.plugin.desk.details import DetailsLoader  # noqa: E402
from street_works.plugin.errors import StreetWorksError  # noqa: E402
from street_works.plugin.live.details.details import Details  # noqa: E402
from street_works.plugin.live.details.lines import Line  # noqa: E402
from street_works.plugin.live.details.section import Part, Section  # noqa: E402
from street_works.plugin.settings import PRACTICE, Environment  # noqa: E402
from street_works.plugin.trade.records.works import FileNamed  # noqa: E402
from street_works.tests.made.at_the_register import attach, own_permits  # noqa: E402
from street_works.tests.made.waiting import until  # noqa: E402
from street_works.ui.register.details_dock import DetailsDock  # noqa: E402

Key = Qt.Key
WORKS_PARTS = [
    Part.WORKS, Part.PERMIT, Part.PERMITS, Part.HISTORY, Part.COMMENTS, Part.FILES, Part.STREET
]  # fmt: skip
NOON = datetime(2026, 6, 3, 11, 0, 7, tzinfo=timezone.utc)


@pytest.fixture(scope="module")
def desk(qgis_app, tmp_path_factory):
    """Jobs and an account that is signed in to the practice service."""
    jobs = Jobs()
    account = Account(jobs, tmp_path_factory.mktemp("street_works"))
    account.trouble.connect(print)
    account.sign_in(Environment(PRACTICE, "Practice", ""), "", "")
    until(lambda: account.signed_in and not jobs.running)
    yield jobs, account
    jobs.cancel_all()
    account.close()


@pytest.fixture
def dock(desk):
    loader = DetailsLoader(*desk)
    made = DetailsDock(loader, choose_path=lambda name: made.choose(name))
    made.loader, made.places, made.asked = loader, [], []
    made.choose = lambda name: made.asked.append(name) or ""
    made.locate.connect(made.places.append)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made
    loader.cancel()
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def ask(desk, call, *args):
    answers = []
    desk[0].start("test", lambda _progress: call(*args), done=answers.append, failed=answers.append)
    until(lambda: answers)
    assert not isinstance(answers[0], Exception), answers[0]
    return answers[0]


@pytest.fixture
def listed(desk):
    return ask(desk, own_permits, desk[1].client)


def opened(dock, works, permit=""):
    dock.loader.open(works, permit)
    until(lambda: not dock.loader.loading)
    return dock


def titles(dock):
    return [dock.tabs.tabText(index) for index in range(dock.tabs.count())]


def made_up(**changes):
    sections = {part: Section(part, part.value.title(), ("What", "Value")) for part in WORKS_PARTS}
    sections.update(changes.pop("sections", {}))
    given = {"reference": "W1-01", "as_of": NOON, "geometry": None, **changes}
    return Details(**given, sections=tuple(sections.values()))


def test_works_are_shown_section_by_section(dock, listed):
    assert not dock.refreshButton.isEnabled()
    assert not dock.copyButton.isEnabled()
    opened(dock, listed[0].works_reference, listed[0].reference)
    assert [title.split(" (")[0] for title in titles(dock)] == [
        "Works", "Permit", "All permits", "History", "Comments", "Files", "Street",
    ]  # fmt: skip
    assert titles(dock)[3] == f"History ({len(dock.loader.details.section(Part.HISTORY).lines)})"
    heading, when = dock.heading.text().split("\n")
    assert heading == listed[0].reference
    assert when.startswith("As of ")
    table = dock.section.table
    assert (table.item(0, 0).text(), table.item(0, 1).text()) == (
        "Works reference",
        listed[0].works_reference,
    )
    assert not dock.progressBar.isVisible()
    assert dock.refreshButton.isEnabled()
    assert dock.statement.text() == ""


def test_the_time_is_on_uk_clocks(dock):
    dock._show(made_up())
    assert dock.heading.text() == "W1-01\nAs of 12:00:07"


def test_refreshing_keeps_the_section_in_front(dock, listed):
    opened(dock, listed[0].works_reference)
    dock.tabs.setCurrentIndex(3)
    before = dock.loader.details
    QTest.keyClick(dock.refreshButton, Key.Key_Space)
    assert dock.progressBar.isVisible()
    assert dock.cancelButton.isVisible()
    assert not dock.refreshButton.isEnabled()
    until(lambda: not dock.loader.loading)
    assert dock.loader.details is not before
    assert dock.section.section.part is Part.HISTORY
    opened(dock, listed[1].works_reference)
    assert dock.section.section.part is Part.HISTORY


def test_what_has_other_sections_begins_with_its_first(dock):
    dock._show(made_up())
    dock.tabs.setCurrentIndex(3)
    street = Section(Part.STREET, "Street", ("Designation",))
    activity = Section(Part.ACTIVITY, "Activity", ("What", "Value"), (Line(("Name", "Fair")),))
    dock._show(Details("ARN-1", NOON, None, (activity, street)))
    assert titles(dock) == ["Activity", "Street"]
    assert dock.section.section is activity
    assert dock.heading.text().startswith("ARN-1\n")


def test_a_section_that_failed_says_so_and_the_permit_comes_to_the_front(dock):
    error = StreetWorksError("You may not see this.", advice="Ask.")
    hidden = Section(Part.WORKS, "Works", ("What", "Value"), error=error)
    dock._show(made_up(sections={Part.WORKS: hidden}))
    assert dock.section.section.part is Part.PERMIT
    dock.tabs.setCurrentIndex(0)
    assert dock.section.note.text() == "You may not see this. Ask."
    assert dock.section.note.isVisible()
    assert not dock.section.table.isVisible()


def test_nothing_found_is_told_and_what_was_there_stays(dock, listed):
    opened(dock, listed[0].works_reference)
    opened(dock, "NOSUCHWORKS")
    assert "knows nothing under this reference" in dock.statement.text()
    assert dock.statement.isVisible()
    assert listed[0].works_reference in dock.heading.text()
    assert dock.refreshButton.isEnabled()


def test_reading_can_be_stopped_by_keyboard(dock, listed):
    dock.loader.open(listed[0].works_reference)
    QTest.keyClick(dock.cancelButton, Key.Key_Space)
    assert "stopped" in dock.statement.text()
    assert not dock.progressBar.isVisible()
    until(lambda: not dock.loader._jobs.running)
    assert dock.loader.details is None


def test_long_texts_are_wrapped(dock):
    text = "Turn the water off in the whole street, and on again when it is done. " * 4
    lines = (Line(("3 Jun 2026", text)), Line(("4 Jun 2026", "Short")))
    history = Section(Part.HISTORY, "History", ("When", "What"), lines)
    dock._show(made_up(sections={Part.HISTORY: history}))
    dock.resize(400, 400)
    dock.tabs.setCurrentIndex(WORKS_PARTS.index(Part.HISTORY))
    table = dock.section.table
    until(lambda: table.rowHeight(0) > 3 * table.rowHeight(1))
    assert table.columnWidth(0) + table.columnWidth(1) <= table.viewport().width()


def test_a_long_text_among_many_columns_keeps_some_room_in_a_narrow_dock(dock):
    columns = ("FPN", "Offence", "Given", "Status")
    cells = ("ZW00187PZWWHMWS-FPN-01", "08 – working without a permit", "29 Nov 2026 21:31", "Paid")
    penalties = Section(Part.PENALTIES, "FPNs", columns, (Line(cells),))
    dock.loader.shown.emit(Details("ZW0", NOON, None, (penalties,)))
    dock.resize(340, 500)
    QCoreApplication.processEvents()
    table = dock.section.table
    assert table.columnWidth(1) > table.fontMetrics().averageCharWidth() * 20
    dock.resize(900, 500)
    QCoreApplication.processEvents()
    assert table.columnWidth(1) > table.fontMetrics().horizontalAdvance(cells[1])


def test_names_leave_room_for_references_in_a_narrow_dock(dock):
    lines = (
        Line(("Works location description", "Outside 94 Wren Crescent, in the footway")),
        Line(("Permit", "ZL00118591043-01")),
    )
    permit = Section(Part.PERMIT, "Permit", ("What", "Value"), lines)
    dock._show(made_up(sections={Part.PERMIT: permit}))
    dock.tabs.setCurrentIndex(WORKS_PARTS.index(Part.PERMIT))
    table = dock.section.table
    written = table.fontMetrics().horizontalAdvance
    dock.resize(350, 400)
    until(lambda: written("ZL00118591043-01") < table.columnWidth(1) - 8)
    assert written("description") < table.columnWidth(0)
    dock.resize(900, 400)
    until(lambda: written("Works location description") < table.columnWidth(0))


def test_all_of_it_and_single_lines_can_be_copied(dock, listed):
    opened(dock, listed[0].works_reference)
    QTest.keyClick(dock.copyButton, Key.Key_Space)
    assert QApplication.clipboard().text() == dock.loader.details.as_text()
    table = dock.section.table
    table.setFocus()
    QTest.keyClick(table, Key.Key_Down)
    QTest.keySequence(table, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QApplication.clipboard().text() == "Status\tPlanned"


def test_copying_a_line_is_not_taken_by_an_action_of_qgis(dock, listed):
    taken = []
    action = QAction("Copy features", dock)
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
    action.triggered.connect(lambda: taken.append("copy features"))
    dock.addAction(action)
    opened(dock, listed[0].works_reference)
    table = dock.section.table
    dock.activateWindow()
    table.setFocus()
    until(table.hasFocus)
    QTest.keyClick(dock.refreshButton, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert taken == ["copy features"]
    QTest.keyClick(table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert taken == ["copy features"]
    assert QApplication.clipboard().text().startswith("Works reference\t")


def test_the_shape_is_shown_on_the_map(dock, listed):
    opened(dock, listed[0].works_reference)
    QTest.keyClick(dock.showButton, Key.Key_Space)
    (place,) = dock.places
    assert place.geom_type == listed[0].geometry["type"]
    dock.loader.details = made_up()
    dock._show(dock.loader.details)
    assert not dock.showButton.isEnabled()


def test_a_file_is_chosen_and_saved(dock, desk, listed, tmp_path):
    works = listed[2].works_reference
    ask(desk, attach, desk[1].client, works, b"%PDF-1.4")
    opened(dock, works)
    assert not dock.saveButton.isEnabled()
    dock.tabs.setCurrentIndex(WORKS_PARTS.index(Part.FILES))
    assert dock.saveButton.isEnabled()
    QTest.keyClick(dock.saveButton, Key.Key_Space)
    assert dock.asked == ["plan.pdf"]
    assert not dock._loader._jobs.running
    path = tmp_path / "taken.pdf"
    dock.choose = lambda _name: str(path)
    QTest.keyClick(dock.saveButton, Key.Key_Space)
    until(lambda: dock.statement.text() == f"Saved: {path}")
    assert path.read_bytes() == b"%PDF-1.4"


@pytest.mark.parametrize(
    ("name", "offered"),
    [("../../.bashrc", "_.._.bashrc"), ("a/b:c*.pdf", "a_b_c_.pdf"), ("..", "file")],
)
def test_a_files_name_leads_to_no_other_folder(dock, name, offered):
    files = Section(Part.FILES, "Files", ("Name",), (Line((name,), FileNamed(7, name)),))
    dock._show(made_up(sections={Part.FILES: files}))
    dock.tabs.setCurrentIndex(WORKS_PARTS.index(Part.FILES))
    QTest.keyClick(dock.saveButton, Key.Key_Space)
    assert dock.asked == [offered]


def test_the_sections_have_names_for_a_screen_reader_and_are_reached_by_keyboard(dock, listed):
    opened(dock, listed[0].works_reference)
    assert dock.tabs.accessibleName()
    dock.tabs.tabBar().setFocus()
    for title in ("Permit", "All permits"):
        QTest.keyClick(dock.tabs.tabBar(), Key.Key_Right)
        assert dock.section.section.title == title
        assert dock.section.table.accessibleName() == title
    assert dock.section.table.focusPolicy() & Qt.FocusPolicy.TabFocus
