"""Evidence of a check, from the buttons to the files and the application's attachments."""

import csv

import pytest
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton
from street_works.plugin.clashes.verdict import Verdict
from street_works.plugin.forms import attachments
from street_works.plugin.forms.application.form import Application
from street_works.plugin.trade.calendar import uk_today
from street_works.tests.made import waiting

pytestmark = pytest.mark.one_workplace


@pytest.fixture
def checked(at_work, check, until, tmp_path, monkeypatch):
    """The workplace once the extent on its desk was checked; it writes into a new folder."""
    at_work.sheet.find_streets()
    until(lambda: at_work.sheet.nearby and not at_work.jobs.running)
    at_work.sheet.choose_street(at_work.sheet.nearby[0])
    at_work.dock.setFloating(True)
    check(20)
    assert at_work.clashing.report.encounters
    folder = tmp_path / "evidence"
    folder.mkdir()
    monkeypatch.setattr(at_work.proving, "_choose_folder", lambda: str(folder))
    at_work.folder_of_evidence = folder
    return at_work


def press(button):
    assert button.isEnabled()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def write(place):
    press(place.clash_panel.evidenceButton)
    waiting.until(lambda: not place.jobs.running)


def names(place):
    return sorted(path.name for path in place.folder_of_evidence.iterdir())


def expected(place):
    street = place.sheet.street.name
    return [f"Evidence {street} {uk_today()}{ending}" for ending in (".csv", ".gpkg", ".pdf")]


def test_there_is_nothing_to_prove_before_the_check(at_work):
    panel = at_work.clash_panel
    assert not panel.evidenceButton.isEnabled()
    assert not panel.attachButton.isEnabled()


def test_three_files_are_named_by_street_and_day_and_offered_to_be_opened(checked):
    write(checked)
    assert checked.heard == []
    assert names(checked) == expected(checked)
    (message,) = [one for one in checked.messages.texts() if "evidence is written" in one]
    assert all(name in message for name in names(checked))
    (item,) = [one for one in checked.messages._items if one.text() == message]
    assert [button.text() for button in item.findChildren(QPushButton)] == [
        "Open the PDF",
        "Open the folder",
    ]


def table(place):
    path = place.folder_of_evidence / expected(place)[0]
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_what_was_judged_is_told(checked):
    other = checked.clashing.report.encounters[0].other
    assert checked.verdicts.judge(other, Verdict.COLLABORATE, "One trench for both", ())
    write(checked)
    judged = [row["verdict"] for row in table(checked) if row["reference"] == other.reference]
    assert judged
    assert all("Collaborate" in one and "One trench for both" in one for one in judged)
    assert "Not judged" in {row["verdict"] for row in table(checked)}


def test_the_table_tells_what_the_panel_lists(checked):
    write(checked)
    found = [row["reference"] for row in table(checked)]
    listed = [
        one.other.reference for one in checked.clashing.report.encounters for _ in one.findings
    ]
    assert found == listed


def test_files_that_are_there_are_asked_about(checked, monkeypatch):
    write(checked)
    there = checked.folder_of_evidence / expected(checked)[2]
    there.write_bytes(b"kept")
    asked = []
    monkeypatch.setattr(checked.proving, "_may_replace", asked.append)
    write(checked)
    assert (sorted(asked[0]), there.read_bytes()) == (expected(checked), b"kept")
    monkeypatch.setattr(checked.proving, "_may_replace", lambda found: True)
    write(checked)
    assert there.read_bytes().startswith(b"%PDF")


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_left(checked, in_plain_words):
    folder = checked.folder_of_evidence
    folder.rmdir()
    write(checked)
    (error,) = checked.heard
    in_plain_words(error)
    assert "cannot be written" in error.message
    assert not folder.exists()
    assert checked.clash_panel.evidenceButton.isEnabled()


def test_no_folder_chosen_writes_nothing(checked, monkeypatch):
    monkeypatch.setattr(checked.proving, "_choose_folder", lambda: "")
    write(checked)
    assert names(checked) == []


def test_it_can_be_stopped_by_the_same_button(checked):
    button = checked.clash_panel.evidenceButton
    press(button)
    waiting.until(lambda: checked.evidence.fraction > 0)
    assert button.text().startswith("&Stop (")
    press(button)
    waiting.until(lambda: not checked.jobs.running)
    assert (names(checked), checked.heard) == ([], [])
    assert button.text() == "&Evidence pack …"
    write(checked)
    assert names(checked) == expected(checked)


@pytest.fixture
def damaged_template(folder):
    template = folder / "evidence.qpt"
    template.write_text("<Layout", encoding="utf-8")
    yield
    template.unlink()


@pytest.mark.usefixtures("damaged_template")
def test_a_template_of_the_planners_that_is_damaged_is_told(checked):
    write(checked)
    (error,) = checked.heard
    assert "Your template evidence.qpt cannot be used" in error.message
    assert names(checked) == expected(checked)


def attached(place):
    return attachments.attached(place.sheet.draft.values)


def attach(place):
    press(place.clash_panel.attachButton)
    waiting.until(lambda: not place.jobs.running)


def test_one_press_puts_it_among_the_attachments_of_the_application(checked):
    attach(checked)
    assert checked.heard == []
    (file,) = attached(checked)
    assert file.name == expected(checked)[2]
    assert file.size > 10_000
    kept = checked.drafts.latest().values
    assert attachments.attached(kept) == [file]
    assert "Renewing the gas main" in kept.values()
    checked.new_works.apply()
    waiting.until(lambda: not checked.jobs.running)
    assert checked.form.dialog.form.operation == Application().operation
    assert attachments.attached(checked.form.dialog.values()) == [file]


def test_a_form_that_was_opened_meanwhile_has_the_files_so_it_is_told(
    checked, in_plain_words, monkeypatch
):
    monkeypatch.setattr(checked.evidence, "is_filled_in", lambda: True)
    attach(checked)
    (error,) = checked.heard
    in_plain_words(error, detail=False)
    assert "was not attached" in error.message
    assert attached(checked) == []


def test_qgis_is_served_after_each_finding(checked):
    press(checked.clash_panel.evidenceButton)
    told = set()
    while checked.jobs.running:
        QCoreApplication.processEvents()
        told.add(checked.evidence.fraction)
    assert len(told) > len(checked.clashing.report.encounters)


def test_switching_the_plugin_off_in_the_middle_leaves_no_file(checked):
    press(checked.clash_panel.evidenceButton)
    waiting.until(lambda: checked.evidence.fraction > 0)
    checked.jobs.cancel_all()
    waiting.until(lambda: not checked.jobs.running)
    assert (names(checked), checked.heard) == ([], [])
