"""A form that is made up here, in one file: through the engine, the details, the dialog, the desk.

Its desk is signed in to the practice service, of which it only asks for the works.
"""

from datetime import datetime, timedelta, timezone
from enum import Enum
from itertools import takewhile
from typing import ClassVar, Optional

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.api.contract.complete import Rule  # noqa: E402
from street_works.plugin.api.contract.fields import Instant  # noqa: E402
from street_works.plugin.api.contract.rules import in_the_past, needed  # noqa: E402
from street_works.plugin.api.errors import OutcomeUnknown  # noqa: E402
from street_works.plugin.api.v1.fields import Text500  # noqa: E402
from street_works.plugin.api.v1.models.delegated import Delegated  # noqa: E402
from street_works.plugin.background.jobs import Jobs  # noqa: E402
from street_works.plugin.desk import details as desk_details  # noqa: E402
from street_works.plugin.desk.account import Account  # noqa: E402
from street_works.plugin.desk.details import DetailsLoader  # noqa: E402
from street_works.plugin.desk.filling import Filling  # noqa: E402
from street_works.plugin.desk.habits import Habits  # noqa: E402
from street_works.plugin.drafts import Journal, Operation, State  # noqa: E402
from street_works.plugin.drafts.habits import HabitStore  # noqa: E402
from street_works.plugin.forms.about import About, StepForm, offers  # noqa: E402
from street_works.plugin.forms.fields import Field, Section  # noqa: E402
from street_works.plugin.forms.kinds import Kind  # noqa: E402
from street_works.plugin.forms.told import Told  # noqa: E402
from street_works.plugin.rules.steps import Step  # noqa: E402
from street_works.plugin.settings import PRACTICE, Environment  # noqa: E402
from street_works.plugin.trade.calendar import uk_time, uk_today  # noqa: E402
from street_works.plugin.trade.parties import Party, Side  # noqa: E402
from street_works.plugin.trade.records.receipts import Receipt  # noqa: E402
from street_works.plugin.trade.records.works import Works  # noqa: E402
from street_works.tests.made.waiting import until  # noqa: E402
from street_works.ui.forms.form_dialog import FormDialog  # noqa: E402
from street_works.ui.register.details_dock import DetailsDock  # noqa: E402

# ---- the form ----


class Seen(Enum):
    NOBODY = "nobody"
    OTHERS = "others"


class SightingRequest(Delegated):
    rules: ClassVar[tuple[Rule, ...]] = (
        needed("remark", "seen", Seen.OTHERS, lambda: "Say whom."),
        in_the_past("moment"),
    )
    seen: Seen
    moment: Instant
    remark: Optional[Text500] = None


def send(client, subject, request):
    client.work.get_work(subject)
    if request.remark and "lose" in request.remark:
        raise OutcomeUnknown("The connection broke off.")
    return Receipt(subject, part=f"{subject}-SEEN-01")


def settle(client, entry):
    return Receipt(client.work.get_work(entry.subject).work_reference_number)


class Sighting(StepForm[Works, SightingRequest]):
    operation = Operation("MadeUpSighting", send, settle)
    model = SightingRequest
    step = Step.COMMENT
    takes = Works
    filled = frozenset({"internal_user_identifier", "internal_user_name"})

    def told(self):
        return Told(
            title="Report a sighting",
            checked="I was there.",
            accepted="The sighting is noted.",
            refused="The sighting was not noted.",
            not_sent="The sighting was not sent.",
            unknown="It is not known whether the sighting was noted.",
            not_there="The sighting was not noted.",
            unanswered="No answer came before QGIS was closed.",
        )

    def table(self):
        return (
            Section(
                "What was seen",
                (
                    Field("seen", "Who was there?"),
                    Field("moment", "When?", "UK time."),
                    Field("remark", "Remark"),
                ),
            ),
        )


# ---- the engine ----


def a_moment_ago():
    moment = uk_time(datetime.now(timezone.utc) - timedelta(hours=2))
    return {"day": moment.date().isoformat(), "time": f"{moment:%H:%M}"}


def test_the_engine_asks_the_model_what_is_required_and_what_is_wrong(own):
    form, situation = Sighting(), About(own, own, uk_today(), frozenset(Side))
    kinds = {name: answer.kind for name, answer in form.answers.items()}
    assert kinds == {"seen": Kind.CHOICE, "moment": Kind.MOMENT, "remark": Kind.LONG_TEXT}
    empty = form.defaults(situation)
    assert form.required(empty, situation) == {"seen", "moment"}
    assert form.required({**empty, "seen": "others"}, situation) == {"seen", "moment", "remark"}
    answers = {"seen": "nobody", "moment": a_moment_ago(), "remark": ""}
    assert form.problems(answers, situation) == {}
    assert form.build(answers, situation).moment < datetime.now(timezone.utc)
    ahead = {**answers, "moment": {"day": "2099-01-01", "time": "09:00"}}
    assert set(form.problems(ahead, situation)) == {"moment"}
    half = {**answers, "moment": {"day": "2026-06-01", "time": "half nine"}}
    assert set(form.problems(half, situation)) == {"moment"}
    facts = [one.text for one in form.facts(form.build(answers, situation), answers, situation)]
    assert facts[0] == own.reference
    assert facts[-2] == "Nobody"
    assert facts[-1].endswith(answers["moment"]["time"])


def test_it_is_offered_to_those_who_may_and_says_to_others_why_not(own, desk):
    (offer,) = offers((Sighting,), own, own, desk.account.register.party)
    assert offer.why is None
    stranger = Party(frozenset({"Planner"}), "9999")
    (offer,) = offers((Sighting,), own, own, stranger)
    assert "Only the promoter" in offer.why


# ---- the details and the dialog ----


def test_it_is_opened_from_the_details_filled_in_by_keyboard_reviewed_and_received(
    desk, own, dock, open_dialog
):
    dock.stepsButton.setFocus()
    QTest.keyClick(dock.stepsButton, Qt.Key.Key_Space)
    menu = dock.stepsButton.menu_of_steps
    (action,) = takewhile(lambda one: not one.isSeparator(), menu.actions())
    assert action.text() == "&Report a sighting …"
    assert action.isEnabled()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert [one.form for one in dock.asked_for] == [Sighting]
    dialog = open_dialog(Sighting())
    assert dialog.windowTitle() == "Report a sighting"
    assert own.reference in dialog.streetLabel.text()
    assert dialog.keptLabel.text() == ""  # it has no draft
    assert not dialog.formStep.categoryLabel.isVisible()
    rows = dialog.form_view.rows
    QTest.keyClick(dialog.nextButton, Qt.Key.Key_Space)
    assert dialog.steps.currentWidget() is dialog.formStep
    assert rows["seen"].error.text() == "Please choose."
    assert rows["moment"].error.text() == "Please give a date and a time."
    QTest.keyClick(rows["seen"].editor.box, Qt.Key.Key_Down)
    moment = a_moment_ago()
    QTest.keyClicks(rows["moment"].editor.day.target(), moment["day"])
    QTest.keyClicks(rows["moment"].editor.time.edit, moment["time"])
    assert dialog.form_view.problems() == {}
    QTest.keyClick(dialog.nextButton, Qt.Key.Key_Space)
    assert dialog.steps.currentWidget() is dialog.reviewStep
    assert '"seen": "nobody"' in dialog.review.body.toPlainText()
    assert not dialog.review.picture.isVisible()
    QTest.keyClick(dialog.nextButton, Qt.Key.Key_Space)
    until(lambda: dialog.steps.currentWidget() is dialog.receiptStep)
    assert dialog.receiptStep.receiptTitle.text() == "The sighting is noted."
    assert dialog.receiptStep.workEdit.text() == own.reference
    assert not dialog.receiptStep.permitEdit.isVisible()
    assert dialog.receiptStep.partEdit.text() == f"{own.reference}-SEEN-01"
    QTest.keyClick(dialog.receiptStep.partCopy, Qt.Key.Key_Space)
    assert QApplication.clipboard().text() == f"{own.reference}-SEEN-01"
    entry = desk.journal.latest(PRACTICE, "MadeUpSighting", own.reference)
    assert entry.state is State.ACCEPTED
    assert entry.answer["part"] == f"{own.reference}-SEEN-01"


def test_an_answer_that_is_lost_is_asked_for_also_when_the_form_is_opened_again(
    desk, own, open_dialog
):
    dialog = open_dialog(Sighting(), {"seen": "others", "moment": a_moment_ago(), "remark": "lose"})
    for _step in ("review", "send"):
        QTest.keyClick(dialog.nextButton, Qt.Key.Key_Space)
    until(lambda: dialog.steps.currentWidget() is dialog.failureStep)
    assert desk.filling.is_open(Sighting.operation, own.reference)
    again = open_dialog(Sighting())
    assert again.steps.currentWidget() is again.failureStep
    assert "No answer came" in again.failureStep.failureLabel.text()
    QTest.keyClick(again.nextButton, Qt.Key.Key_Space)
    until(lambda: again.steps.currentWidget() is again.receiptStep)
    assert not desk.filling.is_open(Sighting.operation, own.reference)


# ---- the desk ----


class Desk:
    def __init__(self, folder):
        self.jobs = Jobs()
        self.account = Account(self.jobs, folder)
        self.journal = Journal(folder / "outbox.sqlite")
        self.habits = HabitStore(folder / "habits.sqlite")
        habits = Habits(self.account, self.habits)
        self.filling = Filling(self.jobs, self.account, self.journal, habits)
        self.account.sign_in(Environment(PRACTICE, "Practice", ""), "", "")
        until(lambda: self.account.signed_in and not self.jobs.running)

    def close(self):
        self.jobs.cancel_all()
        self.account.close()
        self.journal.close()
        self.habits.close()


@pytest.fixture(scope="module")
def desk(qgis_app, tmp_path_factory):
    made = Desk(tmp_path_factory.mktemp("street_works"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def own(desk):
    """Works of the practice planner's own promoter, as the register tells of them."""
    answers = []
    register, client = desk.account.register, desk.account.client

    def read(_progress):
        rows = client.reporting.get_permits().rows
        return register.works(rows[0].work_reference_number)

    desk.jobs.start("test", read, done=answers.append, failed=answers.append)
    until(lambda: answers)
    assert not isinstance(answers[0], Exception), answers[0]
    return answers[0]


@pytest.fixture
def dock(desk, own, monkeypatch):
    monkeypatch.setattr(desk_details, "STEP_FORMS", (Sighting,))
    made = DetailsDock(DetailsLoader(desk.jobs, desk.account))
    made.asked_for = []
    made.wanted.connect(made.asked_for.append)
    made.show()
    made._loader.open(own.reference)
    until(lambda: made._loader.details is not None and not made._loader.loading)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def open_dialog(desk, own):
    opened = []

    def make(form, values=None):
        about = About(own, own, uk_today(), frozenset(Side))
        dialog = FormDialog(form, about, desk.filling, values)
        opened.append(dialog)
        dialog.show()
        QCoreApplication.processEvents()
        return dialog

    yield make
    for dialog in opened:
        dialog.hide()
        dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
