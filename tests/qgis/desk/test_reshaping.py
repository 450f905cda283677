"""A form asks for an extent: it is redrawn on the desk with its tools, and comes back to the form.

With a form that is made up here, real key presses and clicks, through the whole workplace.
"""

from typing import ClassVar, Optional

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.api.contract.fields import Coordinates
from street_works.plugin.api.v1.fields import Text500
from street_works.plugin.api.v1.models.delegated import Delegated
from street_works.plugin.desk import reshaping
from street_works.plugin.drafts import Operation
from street_works.plugin.forms.about import Offer, StepForm
from street_works.plugin.forms.fields import Field, Section
from street_works.plugin.forms.shapes import Standing
from street_works.plugin.forms.told import Told
from street_works.plugin.rules.steps import Step
from street_works.plugin.trade.records.receipts import Receipt
from street_works.plugin.trade.records.works import Works
from street_works.plugin.trade.shapes import geometry_of
from street_works.tests.made import waiting
from street_works.ui.extent.drafts_dialog import DraftsDialog

PLACE = "works_coordinates"
LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


class PlaceRequest(Delegated):
    remark: Text500
    works_coordinates: Optional[Coordinates] = None


class Place(StepForm[Works, PlaceRequest]):
    operation = Operation("Place", lambda client, subject, request: Receipt(subject), print)
    model = PlaceRequest
    step: ClassVar[Step] = Step.COMMENT
    takes = Works
    filled = frozenset({"internal_user_identifier", "internal_user_name"})

    def told(self):
        return Told(*["Say where"] * 8)

    def table(self):
        return (
            Section("Remark", (Field("remark", "Remark"),)),
            Section("Place", (Field(PLACE, "Where?", standing=self.there),)),
        )

    @staticmethod
    def there(about):
        return Standing(about.works.geometry, "as the works have it", "As the works have it")


@pytest.fixture(autouse=True)
def _offered(monkeypatch):
    monkeypatch.setattr(reshaping, "STEP_FORMS", (Place,))


@pytest.fixture
def works(at_work, until):
    """Works of the planner's own, as the register tells of them."""
    answers = []

    def read(_progress):
        rows = at_work.account.client.reporting.get_permits().rows
        return at_work.account.register.works(rows[0].work_reference_number)

    at_work.jobs.start("test", read, done=answers.append, failed=answers.append)
    until(lambda: answers)
    return answers[0]


@pytest.fixture
def opened(at_work, works, until):
    """Give the function that opens the form as the details do."""

    def make():
        at_work.finding.wanted.emit(Offer(Place, works, None), works)
        return form_of(at_work, until)

    return make


@pytest.fixture
def again_after_a_crash(plugin, folder, switch_on, environment, practice):
    """Give the function that returns the workplace of a next QGIS, on the files as they are."""

    def make():
        left = (folder / "drafts.sqlite").read_bytes()
        plugin.unload()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        (folder / "drafts.sqlite").write_bytes(left)
        later = switch_on().workplace

        def sign_in():
            later.account.sign_in(environment, practice.email, practice.password)
            waiting.until(lambda: later.account.signed_in and not later.jobs.running)

        later.sign_in_again = sign_in
        return later

    return make


def form_of(place, until):
    until(lambda: place.form.dialog is not None and place.form.dialog.isVisible())
    return place.form.dialog


def gone(place):
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert place.form.dialog is None


def lent(place, dialog, until):
    """Type a remark, and go to the map by keyboard; return what is on the desk."""
    QTest.keyClicks(dialog.form_view.rows["remark"].editor.edit, "Half a")
    editor = dialog.form_view.rows[PLACE].editor
    assert editor.draw.text() == "&Redraw on the map …"
    dialog.form_view.go_to(dialog.form_view.rows[PLACE])
    QTest.keyClick(editor.draw, Key.Key_Space)
    gone(place)
    until(lambda: not place.jobs.running)
    assert place.sheet.draft.question == PLACE
    return place.sheet.draft


def draw_point(place, until, x=300, y=300):
    """Press the button for a point and click on the canvas, as a planner does."""
    canvas, before = place._canvas, place.sheet.examined
    canvas.show()
    QTest.mouseClick(place.extent_panel.pointButton, LEFT)
    QTest.mouseMove(canvas.viewport(), QPoint(x, y))
    QTest.mouseClick(canvas.viewport(), LEFT, pos=QPoint(x, y))
    until(lambda: place.sheet.examined is not before and not place.jobs.running)


@pytest.mark.one_workplace
def test_the_extent_goes_to_the_desk_is_redrawn_and_comes_back_as_the_answer(
    at_work, works, opened, until, kept
):
    own = at_work.sheet.draft.id
    dialog = opened()
    dialog.form_view.rows[PLACE].editor.set_value(works.geometry)
    assert dialog.form_view.rows[PLACE].editor.words.text().endswith(": as the works have it")
    lent(at_work, dialog, until)
    panel, dock = at_work.extent_panel, at_work.dock
    assert panel.purposeLabel.text() == f"This extent is for: Say where: {works.reference}"
    assert not panel.purposeLabel.isHidden()
    assert dock.applyButton.isHidden()
    assert dock.otherButton.isHidden()
    assert dock.backButton.isEnabled(), dock.applyNote.text()
    assert at_work.sheet.street.usrn == works.usrn
    assert at_work.highlight.before_shown
    draw_point(at_work, until)
    drawn = at_work.sheet.examined.extent.geojson()
    assert at_work.sheet.draft.question == PLACE
    assert at_work.sheet.can_undo
    QTest.mouseClick(dock.backButton, LEFT)
    again = form_of(at_work, until)
    assert again.form_view.values() == {"remark": "Half a", PLACE: drawn}
    assert again.form_view.rows[PLACE].editor.words.text() == "Point: redrawn"
    assert again.form_view.section_list.currentRow() == 1
    assert at_work.sheet.draft.id == own
    assert panel.purposeLabel.isHidden()
    assert not dock.applyButton.isHidden()
    assert not dock.otherButton.isHidden()
    QTest.keyClick(again, Key.Key_Escape)
    gone(at_work)
    assert at_work.half_filled.values("Place", works.reference)[PLACE] == drawn
    assert [one.id for one in at_work.kept_drafts.all()] == [own]
    at_work.sheet.keep_values(at_work.sheet.draft.values)  # worked on last, as `kept` expects
    kept(at_work)


def test_beside_the_drawing_is_what_the_register_has_each_time(
    at_work, works, opened, until, again_after_a_crash
):
    def outlined(place):
        return place.highlight._before

    there, dialog = geometry_of(works.geometry), opened()
    lent(at_work, dialog, until)
    assert outlined(at_work).equals(there)
    draw_point(at_work, until)
    assert outlined(at_work).equals(there)
    QTest.mouseClick(at_work.dock.backButton, LEFT)
    again = form_of(at_work, until)
    assert again.form_view.rows[PLACE].editor.words.text() == "Point: redrawn"
    lent(at_work, again, until)
    assert not at_work.sheet.examined.extent.geometry.equals(there), "it begins as redrawn"
    assert outlined(at_work).equals(there)
    draw_point(at_work, until, 320, 320)
    assert outlined(at_work).equals(there)
    later = again_after_a_crash()
    assert outlined(later).equals(there)


@pytest.mark.one_workplace
def test_what_was_drawn_is_taken_back_step_by_step(at_work, works, opened, until):
    lent(at_work, opened(), until)
    before = at_work.sheet.examined.extent.geometry
    draw_point(at_work, until)
    assert not at_work.sheet.examined.extent.geometry.equals(before)
    at_work.sheet.undo()
    assert at_work.sheet.examined.extent.geometry.equals(before)
    assert at_work.sheet.draft.question == PLACE


def test_after_a_crash_the_drawing_is_on_the_desk_and_leads_back_to_the_form(
    at_work, opened, until, again_after_a_crash
):
    lent(at_work, opened(), until)
    draw_point(at_work, until)
    drawn = at_work.sheet.examined.extent.geojson()
    later = again_after_a_crash()
    assert later.sheet.draft.question == PLACE
    assert later.sheet.examined.extent.geojson() == drawn
    assert not later.dock.backButton.isHidden()
    QTest.mouseClick(later.dock.backButton, LEFT)  # nobody is signed in yet
    assert later.form.dialog is None
    assert later.sheet.draft.question == PLACE
    later.sign_in_again()
    QTest.mouseClick(later.dock.backButton, LEFT)
    again = form_of(later, until)
    assert again.form_view.values() == {"remark": "Half a", PLACE: drawn}
    again.reject()
    gone(later)
    assert later.sheet.draft.values["description_of_work"] == "Renewing the gas main"


@pytest.mark.one_workplace
def test_leaving_it_as_it_was_opens_the_form_with_the_answer_before(at_work, works, opened, until):
    own = at_work.sheet.draft.id
    lent(at_work, opened(), until)
    draw_point(at_work, until)
    assert at_work.extent_panel.clearButton.text() == "Leave it as it &was"
    QTest.mouseClick(at_work.extent_panel.clearButton, LEFT)
    again = form_of(at_work, until)
    assert again.form_view.values() == {"remark": "Half a", PLACE: None}
    assert again.form_view.rows[PLACE].editor.words.text() == "Nothing is drawn yet."
    QTest.keyClick(again.form_view.rows[PLACE].editor.take, Key.Key_Space)
    assert again.form_view.values()[PLACE] == works.geometry
    assert at_work.sheet.draft.id == own
    again.reject()
    gone(at_work)


@pytest.mark.one_workplace
def test_the_form_opened_from_the_details_brings_the_extent_back_too(at_work, works, opened, until):
    lent(at_work, opened(), until)
    there = at_work.sheet.examined.extent.geojson()
    assert opened().form_view.values() == {"remark": "Half a", PLACE: there}
    assert at_work.sheet.draft.question == ""
    at_work.form.dialog.reject()
    gone(at_work)


@pytest.mark.one_workplace
def test_another_draft_may_be_worked_on_meanwhile(at_work, works, opened, until):
    own = at_work.sheet.draft
    drawn = lent(at_work, opened(), until)
    at_work.kept_drafts.open(own)
    assert at_work.dock.backButton.isHidden()
    titles = {one.id: one.name for one in at_work.kept_drafts.all()}
    assert titles == {drawn.id: f"Say where: {works.reference}", own.id: ""}
    at_work.kept_drafts.open(at_work.drafts.get(drawn.id))
    assert not at_work.dock.backButton.isHidden()
    copy = at_work.kept_drafts.duplicate(at_work.sheet.draft, "Copy")
    assert (copy.kind, copy.subject, copy.question) == ("", "", "")


@pytest.mark.one_workplace
def test_an_extent_that_cannot_be_submitted_stays_on_the_desk(at_work, works, opened, until):
    lent(at_work, opened(), until)
    crossing = (
        "POLYGON ((471060 236010, 471080 236030, 471080 236010, 471060 236030, 471060 236010))"
    )
    at_work.sheet.take(crossing, "EPSG:27700")
    assert not at_work.dock.backButton.isEnabled()
    assert at_work.dock.applyNote.text()
    at_work.apply()  # the toolbar's
    assert at_work.form.dialog is None
    assert at_work.sheet.draft.question == PLACE


def test_it_belongs_to_the_environment_of_its_form(at_work, works, opened, until):
    from street_works.plugin.settings import PRACTICE, Environment

    draft = lent(at_work, opened(), until)
    assert at_work.account_row.signInButton.isHidden()
    at_work.account.sign_in(Environment(PRACTICE, "Practice", ""), "", "")
    until(lambda: at_work.account.environment_key == PRACTICE and not at_work.jobs.running)
    at_work.sheet.rename("Mine")
    assert at_work.sheet.draft.environment == draft.environment != PRACTICE
    assert not at_work.dock.backButton.isEnabled()
    assert "another environment" in at_work.dock.applyNote.text()
    assert not at_work.account_row.signInButton.isHidden()


@pytest.mark.one_workplace
def test_once_it_is_accepted_nothing_of_it_stays_on_the_desk(at_work, works, opened, until):
    own = at_work.sheet.draft.id
    lent(at_work, opened(), until)
    at_work.applying.accepted.emit("Place", works.reference, works.reference)
    assert at_work.sheet.draft.id == own
    assert [one.id for one in at_work.kept_drafts.all()] == [own]


@pytest.mark.one_workplace
def test_works_do_not_clash_with_themselves(at_work, works, opened, until):
    lent(at_work, opened(), until)
    permit = works.permit
    days = (permit.first_day.date(), permit.last_day.date())
    at_work.sheet.set_dates(*days)
    at_work.clashing.check([])
    until(lambda: at_work.clashing.report is not None)
    there = [one.works_reference for one in at_work.clashing.known.fetched["works"].records]
    assert works.reference in there
    found = [one.other.reference for one in at_work.clashing.report.encounters]
    assert works.reference not in found


@pytest.mark.one_workplace
def test_it_is_no_draft_of_new_works_to_be_applied_for_with_others(at_work, opened, until):
    lent(at_work, opened(), until)
    dialog = DraftsDialog(at_work.kept_drafts)
    dialog.draftsTree.selectAll()
    assert len(dialog._chosen) == 2
    assert not dialog.applyButton.isEnabled()
    dialog.deleteLater()
