"""The dialog of forms, driven with an application as a planner does; services answer later."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QPalette, QTextDocument
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QFormLayout, QLabel, QMessageBox, QScrollArea
from street_works.plugin.api.errors import BadRequest, Conflict, NoNetwork, OutcomeUnknown
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.forms.application.form import Application
from street_works.plugin.forms.application.sending import CREATE_WORKS
from street_works.plugin.forms.application.situation import ClashesFound, Situation
from street_works.plugin.rules.typed import written
from street_works.plugin.trade.calendar import uk_time
from street_works.plugin.trade.records.people import Promoter, Workstream
from street_works.plugin.trade.records.receipts import Receipt
from street_works.plugin.trade.records.streets import Designation
from street_works.plugin.trade.records.works import CategoryAnswer
from street_works.tests.made.streets import as_told
from street_works.tests.made.waiting import until
from street_works.ui.forms.form_dialog import FormDialog

TODAY = date(2026, 6, 1)


def make_situation(code="7349"):
    street = {
        "usrn": 33909869,
        "street_descriptor": "HIGH STREET",
        "area": "OLD TOWN",
        "town": "ELMBRIDGE",
        "authority": "Elmshire County Council",
        "authority_swa_code": "4001",
        "road_category": 3,
        "reinstatement_types": [{"reinstatement_type_code": 3}, {"reinstatement_type_code": 4}],
        "traffic_sensitive": True,
        "primary_notice_authorities": [
            {"swa_code": "4001", "name": "Elmshire", "location_description": "WHOLE ROAD"}
        ],
        "interest_authorities": [],
        "additional_special_designations_response": [
            {
                "street_special_desig_code": 2,
                "special_desig_location_text": "FROM THE MARKET PLACE TO THE BRIDGE OVER THE ELM, "
                "BOTH SIDES OF THE CARRIAGEWAY AND THE LAY-BY OUTSIDE THE TOWN HALL",
                "special_desig_start_time": 730,
                "special_desig_end_time": 930,
                "special_desig_periodicity_code": 2,
            },
            {"street_special_desig_code": 8, "special_desig_description": "LEVEL CROSSING"},
        ],
    }
    return Situation(
        street=as_told(street),
        promoter=Promoter(
            "Elm Gas Networks",
            code,
            "ZX",
            workstreams=(Workstream("001", "Mains"), Workstream("002", "Services")),
        ),
        extent={"type": "LineString", "coordinates": [[530000.0, 180000.0], [530020.0, 180004.0]]},
        today=TODAY,
        accuracy_m=0.1,
    )


PROMOTERS = {
    "7349": Promoter("Elm Gas", "7349", "ZX", workstreams=(Workstream("001", "Mains"),)),
    "7350": Promoter(
        "Oak Water",
        "7350",
        "ZY",
        workstreams=(Workstream("010", "Leaks"), Workstream("011", "Meters")),
    ),
}


class Habits:
    """Remembers the last answers in memory."""

    def __init__(self):
        self.answers = {}

    def offered(self, form):
        return {name: self.answers[name] for name in form.habitual if self.answers.get(name)}

    def learn(self, answers):
        self.answers.update(answers)


class Services:
    """Answers from the event loop, as scripted; everything that was asked is written down."""

    def __init__(self, production=False):
        self.environment_name = "Production" if production else "Practice"
        self.is_production = production
        self.asked, self.submitted, self.settled = [], [], []
        self.saved, self.uploaded, self.deleted = [], [], []
        self.uploaded_for = set()
        self.category = {"category": "minor", "starts_early": False}
        self.category_error = None
        self.delays = []
        self.outcome = None
        self.settlement, self.open = None, set()
        self.names = 0
        self.promoters_asked, self.promoter_error = [], None
        self.habits = Habits()

    def read_promoter(self, code, done, failed):
        self.promoters_asked.append(code)
        if self.promoter_error:
            later(lambda: failed(self.promoter_error))
        else:
            later(lambda: done(PROMOTERS[code]), 150)

    def new_reference(self, prefix, workstream):
        self.names += 1
        return f"{prefix}{workstream}TEST{self.names:04d}"

    def ask_category(self, question, done, failed):
        self.asked.append(question)
        delay = self.delays.pop(0) if self.delays else 5
        if self.category_error:
            later(lambda: failed(self.category_error), delay)
            return
        answer = CategoryAnswer(
            working_days=len(self.asked) + 4,
            as_of=datetime.now(timezone.utc),
            **self.category,
        )
        later(lambda: done(answer), delay)

    def send(self, operation, subject, request, done, failed, unknown, not_sent):
        self.submitted.append(request)
        reference = request.work_reference_number
        assert (operation, subject) == (CREATE_WORKS, reference)
        self.open.add(reference)
        if self.outcome is None:
            later(lambda: self._known(reference, lambda: done(accepted(reference))))
        else:
            kind, error = self.outcome
            heard = {"failed": failed, "unknown": unknown, "not sent": not_sent}
            if kind == "unknown":
                later(lambda: unknown(error))
            else:
                later(lambda: self._known(reference, lambda: heard[kind](error)))

    def is_open(self, operation, reference):
        return reference in self.open

    def _known(self, reference, tell):
        self.open.discard(reference)
        tell()

    def settle(self, operation, reference, done, not_there, failed, refused):
        self.settled.append(reference)
        kind = self.settlement
        if kind == "there":
            later(lambda: self._known(reference, lambda: done(accepted(reference))))
        elif kind == "not there":
            later(lambda: self._known(reference, not_there))
        elif kind == "somebody else's":
            taken = Conflict("Somebody else was there first.")
            later(lambda: self._known(reference, lambda: refused(taken)))
        else:
            later(lambda: failed(StreetWorksError("Street Manager does not answer.")))

    def upload_file(self, path, promoter, done, failed):
        self.uploaded.append(path)
        self.uploaded_for.add(promoter)
        number = len(self.uploaded)
        later(lambda: done(number))

    def delete_file(self, file_id, done, failed):
        self.deleted.append(file_id)
        later(done)

    def map_picture(self, drawn, width, height, done):
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor("#d8e8d0"))
        later(lambda: done(image))

    def save_values(self, values):
        self.saved.append(json.loads(json.dumps(values)))


def accepted(reference):
    return Receipt(reference, f"{reference}-01")


def begins_with_the_form(dialog):
    """Say whether a dialog opens with its form, not with asking what became of what was sent."""
    begun = dialog.steps.currentWidget() is dialog.formStep
    click(dialog.closeButton)
    return begun


def later(call, delay=5):
    QTimer.singleShot(delay, call)


FILLED = {
    "activity_type": "utility_asset_works",
    "description_of_work": "Renewal of a gas main",
    "excavation": True,
    "is_ttro_required": False,
    "road_category": "3",
    "works_location_description": "Outside no. 12 to the junction with Mill Lane",
    "location_types": ["carriageway", "footway"],
    "close_footway": "no",
    "traffic_management_type": "two_way_signals",
    "traffic_management_plan": False,
    "lane_rental_applicable": False,
    "environmental_health_notifiable": False,
    "collaborative_working": False,
    "secondary_contact": "Ann Hill",
    "secondary_contact_number": "01632 960001",
    "workstream_prefix": "001",
}


@pytest.fixture
def services():
    return Services()


@pytest.fixture
def open_dialog(qgis_app, services):
    opened = []

    def make(values=None, *, asked=services, situation=None):
        dialog = dialog_of(asked, values, situation)
        opened.append(dialog)
        dialog.show()
        QApplication.processEvents()
        return dialog

    yield make
    put_away(*opened)


def dialog_of(services, values=None, situation=None):
    form = Application(services.new_reference)
    keep = lambda kept: services.save_values(kept)  # noqa: E731 - a test may exchange it
    return FormDialog(form, situation or make_situation(), services, values, keep=keep)


def put_away(*dialogs):
    for dialog in dialogs:
        dialog.formStep.category.stop()
        dialog.hide()
        dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def row(dialog, name):
    found = dialog.form_view.rows[name]
    dialog.form_view.go_to(found)
    QApplication.processEvents()
    return found


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def click_box(box):
    """Click on a tick or a radio button where its mark is."""
    QTest.mouseClick(
        box, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(8, box.height() // 2)
    )
    QApplication.processEvents()


def type_over(edit, text):
    edit.selectAll()
    QTest.keyClicks(edit, text)
    QApplication.processEvents()


def ready(dialog):
    until(
        lambda: (
            dialog.formStep.category.said.answer is not None
            or dialog.formStep.category.said.failure
        )
    )


def to_review(dialog):
    ready(dialog)
    click(dialog.nextButton)
    assert dialog.steps.currentWidget() is dialog.reviewStep


def shown(dialog, name):
    return not dialog.form_view.rows[name].isHidden()


# ---- the whole way ----


def test_a_planner_types_clicks_reviews_and_submits(open_dialog, services):
    dialog = open_dialog()
    choose = {name: value for name, value in FILLED.items() if isinstance(value, str)}
    for name, value in choose.items():
        editor = row(dialog, name).editor
        if hasattr(editor, "box"):
            editor.box.setFocus()
            while editor.value() != value:
                before = editor.box.currentIndex()
                QTest.keyClick(editor.box, Qt.Key.Key_Down)
                assert editor.box.currentIndex() != before
        else:
            QTest.keyClicks(editor.target(), value)
    for name, value in FILLED.items():
        if isinstance(value, bool):
            editor = row(dialog, name).editor
            click_box(editor.yes if value else editor.no)
    for value in FILLED["location_types"]:
        click_box(row(dialog, "location_types").editor.boxes[value])
    assert dialog.form_view.problems() == {}
    to_review(dialog)
    sent_as_shown = json.loads(dialog.review.body.toPlainText())
    assert sent_as_shown["description_of_work"] == "Renewal of a gas main"
    assert sent_as_shown["works_coordinates"]["type"] == "LineString"
    assert not dialog.review.checked.isVisible()
    until(lambda: dialog.review.picture.pixmap() and not dialog.review.picture.pixmap().isNull())
    seen = []
    dialog.steps.currentChanged.connect(lambda _place: seen.append(dialog.steps.currentWidget()))
    click(dialog.nextButton)
    until(lambda: dialog.steps.currentWidget() is dialog.receiptStep)
    assert seen == [dialog.sendingStep, dialog.receiptStep]
    assert [one.body() for one in services.submitted] == [sent_as_shown]
    assert dialog.receiptStep.workEdit.text() == "ZX001TEST0001"
    assert dialog.receiptStep.permitEdit.text() == "ZX001TEST0001-01"
    click(dialog.receiptStep.permitCopy)
    assert QApplication.clipboard().text() == "ZX001TEST0001-01"


def test_an_unfinished_form_does_not_reach_the_review_and_says_where_to_look(open_dialog, services):
    dialog = open_dialog({**FILLED, "works_location_description": "", "excavation": None})
    ready(dialog)
    click(dialog.nextButton)
    assert dialog.steps.currentWidget() is dialog.formStep
    assert "2 answers" in dialog.formStep.formTrouble.text()
    rows = dialog.form_view.rows
    assert rows["excavation"].error.text() == "Please answer yes or no."
    assert rows["excavation"].error.isVisible()
    assert rows["excavation"].editor.yes.hasFocus()
    marks = [dialog.form_view.section_list.item(n).text() for n in range(9)]
    assert "Works: 1 to do" in marks
    assert "Location: 1 to do" in marks
    assert services.submitted == []


def test_errors_come_beside_the_field_while_typing_and_go_again(open_dialog):
    dialog = open_dialog(FILLED)
    found = row(dialog, "secondary_contact")
    assert found.error.text() == ""
    QTest.keyClicks(found.editor.edit, "x" * 101)
    assert found.error.text() == "At most 100 characters."
    assert found.editor.counter.text() == "109/100"
    found.editor.edit.selectAll()
    QTest.keyClicks(found.editor.edit, "Ann")
    assert found.error.text() == ""


def test_an_untouched_field_is_not_complained_about_until_it_is_left(open_dialog):
    dialog = open_dialog()
    found = row(dialog, "secondary_contact")
    assert not found.error.isVisible()
    QTest.keyClick(found.editor.edit, Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert found.error.text() == "Please fill this in."


def test_fields_come_and_go_with_the_answers(open_dialog):
    dialog = open_dialog(FILLED)
    assert not shown(dialog, "collaboration_type")
    click_box(row(dialog, "collaborative_working").editor.yes)
    assert shown(dialog, "collaboration_type")
    assert shown(dialog, "collaborative_works")
    assert not shown(dialog, "immediate_risk")
    editor = row(dialog, "work_type").editor
    QTest.keyClick(editor.box, Qt.Key.Key_Down)
    assert editor.value() == "immediate"
    assert shown(dialog, "immediate_risk")
    assert not shown(dialog, "is_ttro_required")


# ---- category ----


def test_the_register_says_category_and_duration(open_dialog, services):
    dialog = open_dialog(FILLED)
    assert not dialog.nextButton.isEnabled()
    ready(dialog)
    assert dialog.nextButton.isEnabled()
    assert dialog.formStep.categoryLabel.text().startswith(
        "Category: Minor · 5 working days (from Street"
    )
    assert services.asked[0].kind == "planned"


def test_typing_asks_once_it_pauses(open_dialog, services):
    dialog = open_dialog(FILLED)
    ready(dialog)
    before = len(services.asked)
    edit = row(dialog, "proposed_end_date").editor.edit
    for _step in range(5):
        type_over(edit, written(edit.day() + timedelta(days=1)))
    ready(dialog)
    assert len(services.asked) == before + 1


def test_an_overtaken_answer_is_ignored(open_dialog, services):
    services.delays = [900, 5]
    dialog = open_dialog(FILLED)
    until(lambda: len(services.asked) == 1)
    edit = row(dialog, "proposed_end_date").editor.edit
    type_over(edit, written(edit.day() + timedelta(days=1)))
    ready(dialog)
    assert "6 working days" in dialog.formStep.categoryLabel.text()
    QTest.qWait(1000)
    assert "6 working days" in dialog.formStep.categoryLabel.text()


def test_without_the_register_the_local_category_is_marked_as_such(open_dialog, services):
    services.category_error = StreetWorksError("Street Manager does not answer.")
    dialog = open_dialog(FILLED)
    ready(dialog)
    text = dialog.formStep.categoryLabel.text()
    assert "Minor · 3 working days" in text
    assert "worked out here" in text
    assert "does not answer" in text
    services.category_error = None
    click(dialog.formStep.askAgainButton)
    until(lambda: dialog.formStep.category.said.answer is not None)
    assert "from Street Manager" in dialog.formStep.categoryLabel.text()


def test_an_early_start_brings_its_questions(open_dialog, services):
    services.category["starts_early"] = True
    dialog = open_dialog(FILLED)
    assert not shown(dialog, "early_start_pre_approval")
    ready(dialog)
    assert "early start" in dialog.formStep.categoryLabel.text()
    assert shown(dialog, "early_start_pre_approval")
    click_box(row(dialog, "early_start_pre_approval").editor.no)
    assert shown(dialog, "early_start_reason")
    click(dialog.nextButton)
    assert dialog.steps.currentWidget() is dialog.formStep
    QTest.keyClicks(row(dialog, "early_start_reason").editor.edit, "No supply")
    to_review(dialog)
    assert json.loads(dialog.review.body.toPlainText())["early_start_reason"] == "No supply"


# ---- keeping ----


def test_every_change_is_kept_and_comes_back(open_dialog, services):
    first = open_dialog(FILLED)
    QTest.keyClicks(row(first, "project_reference_number").editor.edit, "P-42")
    click_box(row(first, "permit_conditions").editor.rows["NCT02a"][0])
    QTest.keyClicks(
        first.form_view.rows["permit_conditions"].editor.rows["NCT02a"][1]["comment"], "9 to 5"
    )
    until(lambda: services.saved)
    assert "Kept at" in first.keptLabel.text()
    second = open_dialog(services.saved[-1])
    assert second.form_view.values() == first.form_view.values()
    assert second.form_view.values()["project_reference_number"] == "P-42"


def test_closing_keeps_what_was_not_kept_yet(open_dialog, services):
    dialog = open_dialog(FILLED)
    QTest.keyClicks(row(dialog, "project_reference_number").editor.edit, "P-43")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert services.saved[-1]["project_reference_number"] == "P-43"


def test_the_reference_stays_the_same_until_the_workstream_differs(open_dialog, services):
    dialog = open_dialog(FILLED)
    to_review(dialog)
    click(dialog.backButton)
    to_review(dialog)
    assert services.names == 1
    again = open_dialog(services.saved[-1])
    to_review(again)
    assert services.names == 1
    click(again.backButton)
    editor = row(again, "workstream_prefix").editor
    QTest.keyClick(editor.box, Qt.Key.Key_Down)
    to_review(again)
    assert json.loads(again.review.body.toPlainText())["work_reference_number"] == "ZX002TEST0002"


# ---- production ----


def test_production_is_named_and_wants_a_tick(open_dialog):
    live = Services(production=True)
    dialog = open_dialog(FILLED, asked=live)
    assert dialog.environmentBadge.text() == "PRODUCTION – this is live"
    to_review(dialog)
    assert not dialog.nextButton.isEnabled()
    click_box(dialog.review.checked)
    assert dialog.nextButton.isEnabled()


# ---- refused, unknown ----


def test_a_refusal_puts_the_registers_words_beside_their_fields(open_dialog, services):
    services.outcome = (
        "failed",
        BadRequest(
            "Street Manager refused the application.",
            fields={
                "description_of_work": ["Say which main."],
                "permit_conditions.0.comment": ["Hours are missing."],
                "": ["Not today."],
            },
            detail='{"message": "Bad Request"}',
        ),
    )
    dialog = open_dialog({**FILLED, "permit_conditions": [{"condition": "NCT02a", "comment": "x"}]})
    to_review(dialog)
    click(dialog.nextButton)
    until(lambda: dialog.steps.currentWidget() is dialog.failureStep)
    assert "Description of the works: Say which main." in dialog.failureStep.failureFields.text()
    assert not dialog.failureStep.detailsText.isVisible()
    click(dialog.failureStep.detailsButton)
    assert dialog.failureStep.detailsText.toPlainText() == '{"message": "Bad Request"}'
    click(dialog.backButton)
    rows = dialog.form_view.rows
    assert rows["description_of_work"].error.text() == "Say which main."
    assert rows["permit_conditions"].error.text() == "Hours are missing."
    assert dialog.formStep.formTrouble.text() == "Not today."
    QTest.keyClicks(row(dialog, "description_of_work").editor.edit, " M1")
    assert rows["description_of_work"].error.text() == ""


def test_a_refused_application_is_mended_and_sent_again_under_its_reference(open_dialog, services):
    services.outcome = ("failed", BadRequest("No.", fields={"description_of_work": ["Longer."]}))
    dialog = open_dialog(FILLED)
    to_review(dialog)
    click(dialog.nextButton)
    until(lambda: dialog.steps.currentWidget() is dialog.failureStep)
    click(dialog.backButton)
    QTest.keyClicks(row(dialog, "description_of_work").editor.edit, " in Mill Lane")
    services.outcome = None
    to_review(dialog)
    click(dialog.nextButton)
    until(lambda: dialog.steps.currentWidget() is dialog.receiptStep)
    assert [one.work_reference_number for one in services.submitted] == ["ZX001TEST0001"] * 2


def test_a_reference_that_is_taken_is_replaced(open_dialog, services):
    services.outcome = ("failed", Conflict("This reference exists already."))
    dialog = open_dialog(FILLED)
    to_review(dialog)
    click(dialog.nextButton)
    until(lambda: dialog.steps.currentWidget() is dialog.failureStep)
    click(dialog.backButton)
    to_review(dialog)
    assert services.names == 2


@pytest.mark.parametrize("settlement", ["there", "not there"])
def test_an_unknown_outcome_is_settled_before_anything_is_sent_again(
    open_dialog, services, settlement
):
    services.outcome = ("unknown", OutcomeUnknown("The connection broke off."))
    dialog = open_dialog(FILLED)
    to_review(dialog)
    click(dialog.nextButton)
    until(lambda: dialog.steps.currentWidget() is dialog.failureStep)
    assert "may or may not have ZX001TEST0001" in dialog.failureStep.failureLabel.text()
    assert dialog.nextButton.text() == "Check &now"
    assert not dialog.backButton.isVisible()
    click(dialog.nextButton)
    until(lambda: dialog.steps.currentWidget() is dialog.failureStep)
    assert "may or may not" in dialog.failureStep.failureLabel.text()
    services.settlement = settlement
    click(dialog.nextButton)
    if settlement == "there":
        until(lambda: dialog.steps.currentWidget() is dialog.receiptStep)
    else:
        until(dialog.backButton.isVisible)
        assert not dialog.nextButton.isVisible()
        click(dialog.backButton)
        assert dialog.steps.currentWidget() is dialog.formStep
    assert len(services.submitted) == 1
    assert services.settled == ["ZX001TEST0001"] * 2


def test_where_somebody_else_was_first_the_outcome_is_known_and_the_form_can_be_mended(
    open_dialog, services
):
    services.outcome = ("unknown", OutcomeUnknown("The connection broke off."))
    services.settlement = "somebody else's"
    dialog = open_dialog(FILLED)
    to_review(dialog)
    click(dialog.nextButton)
    until(lambda: dialog.nextButton.text() == "Check &now")
    click(dialog.nextButton)
    until(dialog.backButton.isVisible)
    assert "Somebody else was there first." in dialog.failureStep.failureLabel.text()
    assert not dialog.nextButton.isVisible()
    click(dialog.backButton)
    assert dialog.steps.currentWidget() is dialog.formStep


def test_an_outcome_that_was_open_when_qgis_ended_is_settled_first(open_dialog, services):
    services.outcome = ("unknown", OutcomeUnknown("The connection broke off."))
    first = open_dialog(FILLED)
    to_review(first)
    click(first.nextButton)
    kept = services.saved[-1]
    again = open_dialog(kept)
    assert again.steps.currentWidget() is again.failureStep
    assert again.nextButton.text() == "Check &now"
    ready(again)
    assert len(services.submitted) == 1


def test_it_cannot_be_closed_while_sending(open_dialog, services):
    dialog = open_dialog(FILLED)
    to_review(dialog)
    click(dialog.nextButton)
    assert not dialog.closeButton.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    assert dialog.isVisible()
    until(lambda: dialog.steps.currentWidget() is dialog.receiptStep)


def test_nothing_is_kept_once_it_is_accepted(open_dialog, services):
    dialog = open_dialog(FILLED)
    to_review(dialog)
    click(dialog.nextButton)
    until(lambda: dialog.steps.currentWidget() is dialog.receiptStep)
    before = len(services.saved)
    click(dialog.closeButton)
    assert len(services.saved) == before
    assert not dialog.isVisible()


# ---- what may happen meanwhile ----


def test_an_answer_after_the_dialog_is_gone_is_not_heard(qgis_app, services):
    dialog = dialog_of(services, FILLED)
    services.delays = [60]
    dialog.show()
    until(lambda: services.asked)
    dialog.hide()
    dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QTest.qWait(120)
    assert sip.isdeleted(dialog)


def test_being_signed_out_meanwhile_is_told_and_nothing_counts_as_sent(
    open_dialog, services, monkeypatch, tmp_path
):
    def signed_out(*_args):
        raise StreetWorksError("You are not signed in to Street Manager.")

    dialog = open_dialog(FILLED)
    to_review(dialog)
    monkeypatch.setattr(services, "send", signed_out)
    monkeypatch.setattr(services, "ask_category", signed_out)
    monkeypatch.setattr(services, "upload_file", signed_out)
    click(dialog.nextButton)
    assert "not signed in" in dialog.failureStep.failureLabel.text()
    assert dialog.backButton.isVisible()
    assert begins_with_the_form(open_dialog(services.saved[-1]))
    click(dialog.backButton)
    edit = row(dialog, "proposed_end_date").editor.edit
    type_over(edit, written(edit.day() + timedelta(days=1)))
    until(lambda: dialog.formStep.category.said.failure)
    assert "not signed in" in dialog.formStep.categoryLabel.text()
    files = row(dialog, "file_ids").editor
    files.add([file_of(tmp_path, "plan.pdf")])
    assert "not signed in" in files.trouble.text()


def test_a_draft_that_cannot_be_kept_is_admitted(open_dialog, services, monkeypatch):
    def full(_values):
        raise StreetWorksError("The disk is full.")

    dialog = open_dialog(FILLED)
    monkeypatch.setattr(services, "save_values", full)
    QTest.keyClicks(row(dialog, "project_reference_number").editor.edit, "P")
    until(lambda: "NOT kept" in dialog.keptLabel.text())
    assert "The disk is full." in dialog.keptLabel.text()


# ---- files ----


def file_of(folder, name, content=b"%PDF-1.7 a plan"):
    path = folder / name
    path.write_bytes(content)
    return str(path)


def names_on(dialog):
    return [one["name"] for one in dialog.form_view.values()["file_ids"]]


def test_files_are_uploaded_and_deleted(open_dialog, services, tmp_path):
    dialog = open_dialog(FILLED)
    editor = row(dialog, "file_ids").editor
    plan, photo = file_of(tmp_path, "plan.pdf"), file_of(tmp_path, "photo.jpg", b"a photo")
    editor.add([plan, photo])
    assert editor.progress.text() == "Still uploading plan.pdf, photo.jpg."
    until(lambda: len(names_on(dialog)) == 2)
    assert not editor.progress.isVisible()
    assert services.uploaded == [plan, photo]
    assert services.uploaded_for == {dialog.form_view.situation.promoter.code}
    editor.listing.setCurrentRow(0)
    click(editor.remove_button)
    assert services.deleted == [1]
    assert names_on(dialog) == ["photo.jpg"]
    assert Application().request_values(dialog.form_view.values(), make_situation())[
        "file_ids"
    ] == [2]


def test_what_cannot_be_attached_is_refused_beside_the_list_with_the_reason(
    open_dialog, services, tmp_path
):
    dialog = open_dialog(FILLED)
    editor = row(dialog, "file_ids").editor
    with (tmp_path / "huge.pdf").open("wb") as file:
        file.truncate(10 * 1024 * 1024 + 1)
    editor.add(
        [
            file_of(tmp_path, "empty.pdf", b""),
            file_of(tmp_path, "setup.exe", b"MZ..."),
            file_of(tmp_path, "plan.pdf"),
            file_of(tmp_path, "copy of plan.pdf"),
            str(tmp_path / "huge.pdf"),
            str(tmp_path / "gone.pdf"),
            str(tmp_path),
        ]
    )
    said = editor.trouble.text().splitlines()
    for line, words in zip(
        said,
        ("empty.pdf is empty", "setup.exe is a program", "copy of plan.pdf is the same as plan.pdf",
         "At most 10 MB", "gone.pdf cannot be read", "cannot be read"),
    ):  # fmt: skip
        assert words in line
    assert len(said) == 6
    assert editor.trouble.isVisible()
    until(lambda: names_on(dialog))
    assert names_on(dialog) == ["plan.pdf"]


def test_a_file_is_known_again_when_the_form_is_opened_later(open_dialog, services, tmp_path):
    first = open_dialog(FILLED)
    row(first, "file_ids").editor.add([file_of(tmp_path, "plan.pdf")])
    until(lambda: names_on(first))
    again = open_dialog(first.values())
    editor = row(again, "file_ids").editor
    editor.add([file_of(tmp_path, "plan.pdf")])
    assert editor.trouble.text() == "plan.pdf is attached already."
    assert len(services.uploaded) == 1


def test_the_same_file_twice_in_one_go_is_uploaded_once(open_dialog, services, tmp_path):
    dialog = open_dialog(FILLED)
    editor = row(dialog, "file_ids").editor
    plan = file_of(tmp_path, "plan.pdf")
    editor.add([plan, plan])
    assert editor.trouble.text() == "plan.pdf is attached already."
    until(lambda: names_on(dialog))
    assert services.uploaded == [plan]


def test_a_file_that_could_not_be_uploaded_may_be_added_again(
    open_dialog, services, monkeypatch, tmp_path
):
    dialog = open_dialog(FILLED)
    editor = row(dialog, "file_ids").editor
    plan = file_of(tmp_path, "plan.pdf")
    with monkeypatch.context() as patch:
        patch.setattr(
            services,
            "upload_file",
            lambda path, promoter, done, failed: later(
                lambda: failed(StreetWorksError("No network."))
            ),
        )
        editor.add([plan])
        until(lambda: editor.trouble.text())
    assert editor.trouble.text() == "plan.pdf: No network."
    assert editor.pending() == ""
    editor.add([plan])
    assert not editor.trouble.isVisible()
    until(lambda: names_on(dialog))


@pytest.fixture
def slow_upload(services, monkeypatch):
    waiting = []
    monkeypatch.setattr(
        services, "upload_file", lambda path, promoter, done, failed: waiting.append(done)
    )
    return waiting


def test_an_application_does_not_go_on_without_a_file_that_is_on_its_way(
    open_dialog, services, slow_upload, tmp_path
):
    dialog = open_dialog(FILLED)
    ready(dialog)
    row(dialog, "file_ids").editor.add([file_of(tmp_path, "plan.pdf")])
    click(dialog.nextButton)
    assert dialog.steps.currentWidget() is dialog.formStep
    assert dialog.form_view.rows["file_ids"].error.text() == "Still uploading plan.pdf."
    slow_upload[0](7)
    assert dialog.form_view.rows["file_ids"].error.text() == ""
    to_review(dialog)
    assert json.loads(dialog.review.body.toPlainText())["file_ids"] == [7]


@pytest.mark.parametrize("answer", ["Wait for it", "Close &without it"])
def test_closing_while_a_file_is_on_its_way_is_asked(open_dialog, slow_upload, tmp_path, answer):
    dialog = open_dialog(FILLED)
    row(dialog, "file_ids").editor.add([file_of(tmp_path, "plan.pdf")])
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    box = dialog.findChild(QMessageBox)
    assert "Still uploading plan.pdf." in box.text()
    click(next(one for one in box.buttons() if one.text() == answer))
    assert dialog.isVisible() is (answer == "Wait for it")


def test_files_may_be_dropped_on_the_list(open_dialog, services, tmp_path):
    dialog = open_dialog(FILLED)
    editor = row(dialog, "file_ids").editor
    dropped = QMimeData()
    dropped.setUrls(
        [QUrl.fromLocalFile(file_of(tmp_path, name, name.encode())) for name in ("a.pdf", "b.pdf")]
    )
    left = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    place = editor.rect().center()
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(editor, QDragEnterEvent(place, copy, dropped, left, none))
    QApplication.sendEvent(editor, QDropEvent(QPointF(place), copy, dropped, left, none))
    until(lambda: names_on(dialog) == ["a.pdf", "b.pdf"])


# ---- keyboard, reach, names ----


def test_every_field_is_reached_with_the_keyboard_alone(open_dialog):
    dialog = open_dialog({**FILLED, "collaborative_working": True})
    view = dialog.form_view
    dialog.activateWindow()
    reached = set()
    for number in range(view.section_list.count()):
        if view.section_list.item(number).isHidden():
            continue
        view.section_list.setFocus()
        view.section_list.setCurrentRow(number)
        QApplication.processEvents()
        for _press in range(80):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            focused = QApplication.focusWidget()
            if focused is view.section_list:
                break
            reached |= {name for name, one in view.rows.items() if one.isAncestorOf(focused)}
    wanted = {name for name in view.rows if shown(dialog, name)}
    assert reached == wanted


def test_the_tab_order_is_the_order_of_asking(open_dialog):
    dialog = open_dialog(FILLED)
    view = dialog.form_view
    row(dialog, "workstream_prefix")
    order = []
    for _press in range(30):
        focused = QApplication.focusWidget()
        name = next((name for name, one in view.rows.items() if one.isAncestorOf(focused)), None)
        if name is not None and name not in order:
            order.append(name)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    on_page = [one.name for one in Application().sections[0].fields]
    assert order == [name for name in on_page if shown(dialog, name)]


def test_every_answer_has_a_name_for_screen_readers_and_a_label(open_dialog):
    dialog = open_dialog(situation=make_situation("7374"))
    for found in dialog.form_view.rows.values():
        assert found.editor.target().accessibleName()
        assert found.label.buddy() is not None


def test_no_page_is_wider_than_its_window(open_dialog):
    situation = make_situation("7374")
    designations = tuple(map(Designation, range(1, 31)))
    situation = replace(situation, street=replace(situation.street, designations=designations))
    dialog = open_dialog(FILLED, situation=situation)
    for number in range(dialog.form_view.pages.count()):
        dialog.form_view.section_list.setCurrentRow(number)
        QApplication.processEvents()
        area = dialog.form_view.pages.widget(number)
        assert isinstance(area, QScrollArea)
        assert area.widget().minimumSizeHint().width() <= area.viewport().width()


@pytest.mark.parametrize(("ground", "ink"), [("#f0f0f0", "#000000"), ("#2b2b2b", "#f0f0f0")])
def test_errors_and_hints_can_be_read_in_light_and_dark(open_dialog, ground, ink):
    before = QApplication.palette()
    palette = QPalette(before)
    palette.setColor(QPalette.ColorRole.Window, QColor(ground))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(ink))
    QApplication.setPalette(palette)
    try:
        dialog = open_dialog({**FILLED, "secondary_contact": "", "permit_asds": []})
        dialog.form_view.speak_of_all()
        rows = dialog.form_view.rows
        for note in (rows["secondary_contact"].error, rows["permit_asds"].hint):
            assert note.text()
            label = note.findChildren(QLabel)[-1]
            colour = label.palette().color(QPalette.ColorRole.WindowText)
            assert contrast(colour, QColor(ground)) >= 4.5
    finally:
        QApplication.setPalette(before)


def contrast(one, other):
    """Return the contrast of two colours as WCAG 2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_no_label_reads_what_others_wrote_as_rich_text(open_dialog):
    situation = make_situation()
    named = replace(situation.street, name="<b>HIGH</b> STREET")
    situation = replace(situation, street=named)
    dialog = open_dialog(FILLED, situation=situation)
    to_review(dialog)
    found = [one for one in dialog.findChildren(QLabel) if "<b>HIGH</b>" in one.text()]
    assert len(found) == 2
    assert {one.textFormat() for one in found} == {Qt.TextFormat.PlainText}


# ---- answers that follow ----


def test_designations_are_ticked_for_the_days_on_the_form(open_dialog):
    situation = make_situation()
    sensitive, level_crossing = situation.designations  # on working days
    saturday = {"proposed_start_date": "2026-06-20", "proposed_end_date": "2026-06-20"}
    dialog = open_dialog({**FILLED, **saturday}, situation=situation)
    box = row(dialog, "permit_asds").editor.boxes[sensitive]
    assert not box.isChecked()
    type_over(row(dialog, "proposed_end_date").editor.edit, "22/6/2026")
    assert box.isChecked()
    type_over(row(dialog, "proposed_end_date").editor.edit, "21/6/2026")
    assert not box.isChecked()
    click_box(row(dialog, "permit_asds").editor.boxes[level_crossing])
    assert dialog.form_view.values()["permit_asds"] == [level_crossing]
    type_over(row(dialog, "proposed_end_date").editor.edit, "22/6/2026")
    assert not box.isChecked()


def test_immediate_works_begin_now(open_dialog):
    dialog = open_dialog(FILLED)
    QTest.keyClick(row(dialog, "work_type").editor.box, Qt.Key.Key_Down)
    values = dialog.form_view.values()
    assert values["work_type"] == "immediate"
    assert values["proposed_start_date"] == TODAY.isoformat()
    assert values["proposed_start_time"] == f"{uk_time(datetime.now(timezone.utc)):%H:%M}"
    start = dialog.form_view.rows["proposed_start_date"]
    assert start.hint.text() == "Changed to fit your other answers."


# ---- the review ----


def entries(widget):
    """Return name and text of each entry, and the label that its name stands in."""
    rows = widget.layout()
    found = {}
    for number in range(rows.rowCount()):
        name, text = (
            rows.itemAt(number, role).widget()
            for role in (QFormLayout.ItemRole.LabelRole, QFormLayout.ItemRole.FieldRole)
        )
        document = QTextDocument()
        document.setHtml(name.text())
        found[document.toPlainText()] = (text.text(), name)
    return found


def press_link(label):
    """Go to the link in `label` with the keyboard and press it."""
    label.setFocus()
    QTest.keyClick(label, Qt.Key.Key_Tab)
    QTest.keyClick(label, Qt.Key.Key_Return)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Dates", "proposed_start_date"),
        ("Description", "description_of_work"),
        ("Where", "works_location_description"),
        ("Traffic management", "traffic_management_type"),
        ("Secondary contact", "secondary_contact"),
        ("Attachments", "file_ids"),
    ],
)
def test_an_entry_of_the_review_leads_to_its_field(open_dialog, name, field):
    dialog = open_dialog(FILLED)
    to_review(dialog)
    _text, link = entries(dialog.review.facts)[name]
    click_box(link)
    assert dialog.steps.currentWidget() is dialog.formStep
    assert dialog.form_view.rows[field].editor.target().hasFocus()


def test_what_is_to_be_thought_about_leads_to_its_field_by_keyboard(open_dialog):
    dialog = open_dialog({**FILLED, "secondary_contact_number": "abc"})
    to_review(dialog)
    text, link = entries(dialog.review.thoughts)["Secondary contact number"]
    assert text == "This does not look like a telephone number."
    press_link(link)
    assert dialog.form_view.rows["secondary_contact_number"].editor.target().hasFocus()


def test_the_review_says_nothing_to_think_about_when_there_is_nothing(open_dialog):
    situation = make_situation()
    situation = replace(situation, street=replace(situation.street, designations=()))
    dialog = open_dialog(FILLED, situation=situation)
    to_review(dialog)
    assert entries(dialog.review.thoughts) == {}
    assert not dialog.review.thoughts.isVisible()


def test_the_review_gives_an_areas_area_and_its_length_from_end_to_end(open_dialog):
    trench = [[0, 0], [94, 0], [94, 1.75], [0, 1.75], [0, 0]]
    corners = [[530000 + x, 180000 + y] for x, y in trench]
    situation = replace(make_situation(), extent={"type": "Polygon", "coordinates": [corners]})
    dialog = open_dialog(FILLED, situation=situation)
    to_review(dialog)
    text, _name = entries(dialog.review.facts)["Extent"]
    assert text.startswith("Area of 164.5 m², 94.0 m from end to end")
    assert "191.5" not in text


@pytest.mark.parametrize(("accuracy_m", "said"), [(0.0, "as drawn"), (0.1, "accurate to 10 cm")])
def test_the_review_says_how_accurate_a_converted_extent_is(open_dialog, accuracy_m, said):
    dialog = open_dialog(FILLED, situation=replace(make_situation(), accuracy_m=accuracy_m))
    to_review(dialog)
    text, _name = entries(dialog.review.facts)["Extent"]
    assert text.endswith(said)


def test_the_review_says_what_the_check_for_clashes_found_and_for_which_days(open_dialog):
    dialog = open_dialog(FILLED)
    to_review(dialog)
    said, _name = entries(dialog.review.facts)["Clashes"]
    assert said == "Not looked for with this extent: see the “Clashes” tab."
    values = dialog.form_view.values()
    days = [date.fromisoformat(values[f"proposed_{one}_date"]) for one in ("start", "end")]
    for start, words in ((days[0], "1 clash."), (TODAY, "Looked for on other days only: 1 clash.")):
        found = ClashesFound("1 clash.", start, days[1])
        other = open_dialog(FILLED, situation=replace(make_situation(), clashes=found))
        to_review(other)
        assert entries(other.review.facts)["Clashes"][0] == words


# ---- the promoter ----


def choose(dialog, name, value):
    """Choose an answer with the arrow keys."""
    editor = row(dialog, name).editor
    editor.box.setFocus()
    while editor.value() != value:
        before = editor.box.currentIndex()
        QTest.keyClick(editor.box, Qt.Key.Key_Down)
        assert editor.box.currentIndex() != before
    QApplication.processEvents()


def for_a_contractor():
    given = make_situation()
    return replace(
        given,
        promoter=Promoter("", ""),
        promoters=tuple(PROMOTERS.values()),
    )


def test_a_contractor_is_asked_first_which_promoter_it_is_for(open_dialog, services):
    dialog = open_dialog({**FILLED, "workstream_prefix": "010"}, situation=for_a_contractor())
    ready(dialog)
    assert next(iter(dialog.form_view.rows)) == "promoter_swa_code"
    assert shown(dialog, "promoter_swa_code")
    assert not shown(dialog, "workstream_prefix")
    click(dialog.nextButton)
    assert dialog.form_view.rows["promoter_swa_code"].error.text() == "Please choose."
    choose(dialog, "promoter_swa_code", "7350")
    assert not dialog.nextButton.isEnabled()
    until(lambda: dialog.form_view.situation.promoter.known)
    offered = dialog.form_view.rows["workstream_prefix"].editor.box
    assert [offered.itemData(n) for n in range(1, offered.count())] == ["010", "011"]
    choose(dialog, "workstream_prefix", "011")
    to_review(dialog)
    request = json.loads(dialog.review.body.toPlainText())
    assert request["promoter_swa_code"] == "7350"
    assert request["workstream_prefix"] == "011"
    assert request["work_reference_number"].startswith("ZY011")
    words = [label.text() for label in dialog.review.facts.findChildren(QLabel)]
    assert "Oak Water (7350)" in words


def test_another_promoter_brings_its_own_workstreams_and_another_reference(open_dialog, services):
    dialog = open_dialog(FILLED, situation=for_a_contractor())
    ready(dialog)
    choose(dialog, "promoter_swa_code", "7349")
    until(lambda: dialog.form_view.situation.promoter.code == "7349")
    to_review(dialog)
    assert json.loads(dialog.review.body.toPlainText())["workstream_prefix"] == "001"
    click(dialog.backButton)
    choose(dialog, "promoter_swa_code", "7350")
    until(lambda: dialog.form_view.situation.promoter.code == "7350")
    assert dialog.form_view.values()["workstream_prefix"] == ""
    choose(dialog, "workstream_prefix", "010")
    to_review(dialog)
    request = json.loads(dialog.review.body.toPlainText())
    assert request["promoter_swa_code"] == "7350"
    assert request["work_reference_number"].startswith("ZY010")


def test_a_promoter_that_cannot_be_read_is_told_and_asked_for_again(open_dialog, services):
    services.promoter_error = StreetWorksError("The register does not answer.")
    dialog = open_dialog(FILLED, situation=for_a_contractor())
    ready(dialog)
    choose(dialog, "promoter_swa_code", "7349")
    until(lambda: dialog.formStep.promoter.failure)
    assert "does not answer" in dialog.formStep.categoryLabel.text()
    click(dialog.nextButton)
    assert dialog.steps.currentWidget() is dialog.formStep
    assert "not been read yet" in dialog.form_view.rows["promoter_swa_code"].error.text()
    services.promoter_error = None
    click(dialog.formStep.askAgainButton)
    until(lambda: dialog.form_view.situation.promoter.known)
    to_review(dialog)
    assert services.promoters_asked == ["7349", "7349"]


# ---- nothing was sent ----


def test_what_was_not_sent_is_called_so_and_may_be_tried_again(open_dialog, services):
    services.outcome = ("not sent", NoNetwork("Street Manager could not be reached."))
    dialog = open_dialog(FILLED)
    to_review(dialog)
    click(dialog.nextButton)
    until(lambda: dialog.steps.currentWidget() is dialog.failureStep)
    assert dialog.failureStep.failureTitle.text() == "The application was not sent."
    assert "could not be reached" in dialog.failureStep.failureLabel.text()
    assert "Nothing has left this computer" in dialog.failureStep.failureLabel.text()
    assert dialog.nextButton.text() == "&Try again"
    assert dialog.backButton.isVisible()
    assert begins_with_the_form(open_dialog(services.saved[-1]))
    services.outcome = None
    click(dialog.nextButton)
    until(lambda: dialog.steps.currentWidget() is dialog.receiptStep)
    assert [one.work_reference_number for one in services.submitted] == ["ZX001TEST0001"] * 2


def test_a_refusal_offers_no_other_try_of_the_same(open_dialog, services):
    services.outcome = ("failed", BadRequest("Street Manager refused what was sent."))
    dialog = open_dialog(FILLED)
    to_review(dialog)
    click(dialog.nextButton)
    until(lambda: dialog.steps.currentWidget() is dialog.failureStep)
    assert dialog.failureStep.failureTitle.text() == "The application was not accepted."
    assert not dialog.nextButton.isVisible()


def test_nothing_of_the_review_lies_over_another_part_in_a_small_window(open_dialog):
    dialog = open_dialog({**FILLED, "secondary_contact_number": "abc", "permit_asds": []})
    to_review(dialog)
    dialog.resize(dialog.minimumSizeHint())
    QApplication.processEvents()
    review = dialog.review
    places = [
        QRect(one.mapTo(review, QPoint(0, 0)), one.size())
        for one in (review.thoughts, review.picture, review.facts, review.body)
    ]
    for number, place in enumerate(places):
        assert not any(place.intersects(other) for other in places[number + 1 :])
    for label in review.facts.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
