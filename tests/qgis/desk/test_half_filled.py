"""A half-filled form about works that are there is kept, beside the draft on the desk."""

from typing import ClassVar, Optional

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.api.v1.fields import Text500
from street_works.plugin.api.v1.models.delegated import Delegated
from street_works.plugin.drafts import Operation
from street_works.plugin.forms.about import Offer, StepForm
from street_works.plugin.forms.fields import Field, Section
from street_works.plugin.forms.told import Told
from street_works.plugin.rules.steps import Step
from street_works.plugin.trade.records.receipts import Receipt
from street_works.plugin.trade.records.works import Works


class RemarkRequest(Delegated):
    remark: Text500
    more: Optional[Text500] = None


class Remark(StepForm[Works, RemarkRequest]):
    operation = Operation("Remark", lambda client, subject, request: Receipt(subject), print)
    model = RemarkRequest
    step: ClassVar[Step] = Step.COMMENT
    takes = Works
    filled = frozenset({"internal_user_identifier", "internal_user_name"})

    def told(self):
        return Told(*["Make a remark"] * 8)

    def table(self):
        return (Section("Remark", (Field("remark", "Remark"), Field("more", "More"))),)


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
        at_work.finding.wanted.emit(Offer(Remark, works, None), works)
        until(lambda: at_work.form.dialog is not None and at_work.form.dialog.isVisible())
        return at_work.form.dialog

    return make


def leave(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_what_was_typed_is_there_when_the_form_is_opened_again(at_work, works, opened, kept):
    dialog = opened()
    assert dialog.keptLabel.text() == "Your answers are kept as you type."
    QTest.keyClicks(dialog.form_view.rows["remark"].editor.edit, "Half a")
    leave(dialog)
    assert at_work.half_filled.values("Remark", works.reference)["remark"] == "Half a"
    assert opened().form_view.values()["remark"] == "Half a"
    leave(at_work.form.dialog)
    assert at_work.sheet.draft.values["description_of_work"] == "Renewing the gas main"
    at_work.sheet.keep_values(at_work.sheet.draft.values)  # worked on last, as `kept` expects
    kept(at_work)
    assert [one.kind for one in at_work.kept_drafts.all()] == [""]


def test_a_form_that_was_only_looked_at_is_not_kept(at_work, works, opened):
    leave(opened())
    assert at_work.half_filled.values("Remark", works.reference) == {}


def test_it_is_forgotten_once_it_is_accepted(at_work, works, opened, until):
    dialog = opened()
    QTest.keyClicks(dialog.form_view.rows["remark"].editor.edit, "Done")
    for _step in ("review", "send"):
        QTest.keyClick(dialog.nextButton, Qt.Key.Key_Space)
    until(lambda: dialog.steps.currentWidget() is dialog.receiptStep)
    assert at_work.half_filled.values("Remark", works.reference) == {}
    leave(dialog)
    assert at_work.half_filled.values("Remark", works.reference) == {}


def test_it_belongs_to_its_environment_its_kind_and_its_works(at_work):
    kept = at_work.half_filled
    kept.keep("Remark", "ZW1", {"remark": "one"})
    kept.keep("Remark", "ZW2", {"remark": "two"})
    kept.keep("Other", "ZW1", {"remark": "three"})
    kept.keep("Remark", "ZW1", {"remark": "four"})
    assert kept.values("Remark", "ZW1") == {"remark": "four"}
    assert kept.values("Remark", "ZW2") == {"remark": "two"}
    assert kept.values("Other", "ZW1") == {"remark": "three"}
    kept.forget("Remark", "ZW1")
    kept.forget("Remark", "ZW1")
    assert kept.values("Remark", "ZW1") == {}
    at_work.account.sign_out()
    assert kept.values("Remark", "ZW2") == {}
