"""What a planner answers each time is not asked again."""

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtTest import QTest
from street_works.plugin.forms.application.form import HABITUAL
from street_works.plugin.settings import Settings
from street_works.plugin.trade.records.receipts import Receipt

TRENCH = "LINESTRING (471065 236014, 471085 236014)"
KEY = "street_works/habits"


def test_contacts_and_workstream_of_the_last_application_stand_on_the_next_form(at_work, until):
    at_work.apply()
    dialog = at_work.form.dialog
    rows = dialog.form_view.rows
    assert rows["secondary_contact"].editor.value() == ""
    QTest.keyClicks(rows["secondary_contact"].editor.edit, "Ann Hill")
    QTest.keyClicks(rows["secondary_contact_number"].editor.edit, "01632 960001")
    QTest.keyClicks(rows["description_of_work"].editor.edit, "Only here")
    dialog.submitted.emit(Receipt("ZX1", "ZX1-01"))
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert at_work.form.dialog is None
    at_work.sheet.take(TRENCH, "EPSG:27700")
    until(lambda: not at_work.jobs.running)
    at_work.apply()
    values = at_work.form.dialog.values()
    assert values["secondary_contact"] == "Ann Hill"
    assert values["secondary_contact_number"] == "01632 960001"
    assert values["description_of_work"] == ""


def test_what_is_damaged_is_not_remembered():
    for name in HABITUAL:
        QgsSettings().setValue(f"{KEY}/{name}", "x" * 101)
    assert Settings().habits(HABITUAL) == {}
    Settings().remember(HABITUAL, {"secondary_contact": "Ann Hill", "work_type": "planned"})
    assert Settings().habits(HABITUAL) == {"secondary_contact": "Ann Hill"}
