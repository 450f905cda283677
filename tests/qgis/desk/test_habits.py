"""What a planner answers each time is offered again, marked, and can be changed or forgotten."""

from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.settings import Settings
from street_works.plugin.trade.records.receipts import Receipt
from street_works.ui.remembered_box import RememberedBox

TRENCH = "LINESTRING (471065 236014, 471085 236014)"
OLD = "street_works/habits"
CONTACT, NUMBER = "secondary_contact", "secondary_contact_number"


def form_of(place):
    place.apply()
    dialog = place.form.dialog
    rows = dialog.form_view.rows
    dialog.form_view.go_to(rows[CONTACT])
    return dialog, rows


def accept(place, until):
    """Let the register accept what is on the form, and begin anew."""
    dialog = place.form.dialog
    dialog.sending.accepted.emit(Receipt("ZX1", "ZX1-01"))
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert place.form.dialog is None
    place.sheet.clear()
    place.sheet.take(TRENCH, "EPSG:27700")
    until(lambda: not place.jobs.running)


def test_the_last_contacts_are_offered_marked_changed_and_forgotten(at_work, until, folder):
    dialog, rows = form_of(at_work)
    assert rows[CONTACT].editor.value() == ""
    assert not rows[CONTACT].remembered.isVisible()
    QTest.keyClicks(rows[CONTACT].editor.edit, "Ann Hill")
    QTest.keyClicks(rows[NUMBER].editor.edit, "01632 960001")
    QTest.keyClicks(rows["description_of_work"].editor.edit, "Only here")
    accept(at_work, until)

    dialog, rows = form_of(at_work)
    assert rows[CONTACT].editor.value() == "Ann Hill"
    assert rows["description_of_work"].editor.value() == ""
    assert rows[CONTACT].remembered.isVisible()
    assert rows[CONTACT].remembered.words.text() == "Remembered from your last form."
    assert rows[CONTACT].editor.edit.accessibleDescription() == "Remembered from your last form."
    assert not rows["additional_contact"].remembered.isVisible()
    QTest.keyClicks(rows[CONTACT].editor.edit, "-Lee")
    assert not rows[CONTACT].remembered.isVisible()
    forget = rows[NUMBER].remembered.forget
    forget.setFocus()
    QTest.keyClick(forget, Qt.Key.Key_Space)
    assert dialog.values()[NUMBER] == ""
    assert not rows[NUMBER].remembered.isVisible()
    accept(at_work, until)

    dialog, rows = form_of(at_work)
    assert dialog.values()[CONTACT] == "Ann Hill-Lee"
    assert dialog.values()[NUMBER] == ""
    rows[CONTACT].editor.edit.selectAll()
    QTest.keyClick(rows[CONTACT].editor.edit, Qt.Key.Key_Delete)
    dialog.reject()
    dialog, rows = form_of(at_work)
    assert dialog.values()[CONTACT] == "", "a draft is as it was left"
    dialog.reject()

    project = folder / "project.qgs"
    assert QgsProject.instance().write(str(project))
    assert "Ann Hill" not in project.read_text()
    kept = (str(QgsSettings().value(key)) for key in QgsSettings().allKeys())
    assert [one for one in kept if "Ann Hill" in one] == []
    box = RememberedBox(folder)
    assert box.words.text() == "One answer is remembered."
    QTest.mouseClick(box.forget, Qt.MouseButton.LeftButton)
    assert box.words.text() == "No answers are remembered."
    assert not box.forget.isEnabled()
    at_work.sheet.clear()
    at_work.sheet.take(TRENCH, "EPSG:27700")
    until(lambda: not at_work.jobs.running)
    dialog, rows = form_of(at_work)
    assert dialog.values()[CONTACT] == ""
    assert at_work.heard == []


def test_what_an_earlier_version_kept_for_all_accounts_is_dropped(qgis_app):
    QgsSettings().setValue(f"{OLD}/{CONTACT}", "Old Hand")
    Settings().drop_habits()
    assert not QgsSettings().contains(f"{OLD}/{CONTACT}")
