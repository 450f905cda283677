"""One dialog for every form: form, review, sending, and the receipt or what went wrong."""

from typing import Any, Callable, Optional

from pydantic import ValidationError
from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...plugin.api.errors import Conflict, NotFound, PreconditionFailed
from ...plugin.drafts.sending import Request
from ...plugin.errors import StreetWorksError
from ...plugin.forms.form import Form
from ...plugin.settings import CUSTOM, PRODUCTION, Environment
from ...plugin.trade.records.receipts import Receipt
from ...plugin.words import tr
from ..shared.shades import paint_badge
from ..shared.ui_file import load_form
from ..shared.windows import order_by_reading, size_window
from .failure import FailurePage
from .form_page import FormPage
from .keeping import Keeping
from .receipt import ReceiptPage
from .review import ReviewPage
from .sending import Sending
from .services import FormServices
from .view import FormView

_AS_THINGS_STAND = (Conflict, NotFound, PreconditionFailed)
"""What is refused for how the record stands, and not for what was answered."""


class FormDialog(QDialog):
    """Takes one request from the form to the receipt.

    `values` is what an earlier session kept of the form. Every answer of a form that has a draft is
    kept as they are typed, so closing never loses anything. `to_map` tells that the form has
    closed, kept, so that the question of that name can be answered on the map.
    """

    to_map = pyqtSignal(str)

    streetLabel: QLabel
    environmentBadge: QLabel
    steps: QStackedWidget
    reviewStep: QWidget
    reviewLayout: QVBoxLayout
    sendingStep: QWidget
    sendingLabel: QLabel
    keptLabel: QLabel
    backButton: QPushButton
    closeButton: QPushButton
    nextButton: QPushButton

    def __init__(
        self,
        form: Form[Any, Any],
        situation: Any,
        services: FormServices,
        values: Optional[dict[str, Any]] = None,
        parent: Optional[QWidget] = None,
        *,
        keep: Optional[Callable[[dict[str, Any]], None]] = None,
        reload: Optional[Callable[[], None]] = None,
    ) -> None:
        """`keep` saves what is on the form (JSON values only); without it nothing is kept.

        `reload` shows anew what the form is about, for when that has changed meanwhile.
        """
        super().__init__(parent)
        load_form(self, __file__)
        size_window(self, 128, 42)
        self._services = services
        self._reload, self._outdated = reload, False
        self.form, self._told = form, form.told()
        self._kept = self._sound(values or {})
        self._touched = False
        self._request: Optional[Request] = None
        self.formStep = FormPage(form, situation, services, self._kept)
        self.steps.insertWidget(0, self.formStep)
        self.review = ReviewPage(services, form, self)
        self.reviewLayout.addWidget(self.review)
        self.receiptStep, self.failureStep = ReceiptPage(), FailurePage(self._told)
        for step in (self.receiptStep, self.failureStep):
            self.steps.addWidget(step)
        self.keeping = Keeping(keep if form.fields else None, self.values, self.keptLabel)
        self.sending = Sending(services, form.operation, self)
        self._connect()
        self._dress(situation)
        order_by_reading(self)
        self._begin()

    @property
    def form_view(self) -> FormView:
        """The questions with their answers: others once another promoter is chosen."""
        return self.formStep.view

    def values(self) -> dict[str, Any]:
        """Return what is on the form, with what was named beside it; JSON values only."""
        named = {name: self._kept[name] for name in self.form.named if name in self._kept}
        return {**self.form_view.values(), **named}

    def learn(self) -> None:
        """Remember the habitual answers, which were accepted, for the next form."""
        values = self.values()
        shown = self.form.shown(values, self.form_view.situation)
        asked = (name for name in self.form.habitual if name in shown)
        self._services.habits.learn({name: values.get(name) for name in asked})

    def reject(self) -> None:
        """Close, unless something is being sent; what is on the form is kept.

        While a file is on its way the planner is asked first: it would not be on the form.
        """
        if self.steps.currentWidget() is self.sendingStep:
            return
        pending = self.form_view.pending()
        if pending:
            self._ask_to_leave("\n".join(pending.values()))
        else:
            self._leave()

    def _ask_to_leave(self, pending: str) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self._told.title,
            tr("{pending} If you close now, it will not be sent.").format(pending=pending),
            QMessageBox.StandardButton.NoButton,
            self,
        )
        stay = box.addButton(tr("Wait for it"), QMessageBox.ButtonRole.RejectRole)
        box.addButton(
            tr("Close &without it"), QMessageBox.ButtonRole.DestructiveRole
        ).clicked.connect(self._leave)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _leave(self) -> None:
        if self._touched:
            self.keeping.now()
        self.formStep.stop()
        super().reject()

    def _go_to_map(self, question: str) -> None:
        """Close, once everything on the form is kept, so that a question is answered on the map."""
        pending = self.form_view.pending()
        if pending:
            self.formStep.say("\n".join(pending.values()))
        elif self.keeping.now():
            self._touched = False
            self._leave()
            self.to_map.emit(question)

    # ---- set up ----

    def _sound(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return what can be shown of a draft's values; QGIS's log says what cannot."""
        found = self.form.sound(values)
        damaged = [f"{name}: {values[name]!r}" for name in values if name not in found]
        if damaged:
            said = tr("What the draft kept cannot be read: {what}").format(what="; ".join(damaged))
            QgsMessageLog.logMessage(said, "Street Works", Qgis.MessageLevel.Warning)
        return found

    def _connect(self) -> None:
        page, sending = self.formStep, self.sending
        page.answered.connect(self._answered)
        page.renewed.connect(self.keeping.soon)
        page.heard.connect(self._show_buttons)
        page.to_map.connect(self._go_to_map)
        self.review.ready_changed.connect(self._show_buttons)
        self.review.wanted.connect(self._back_to)
        sending.accepted.connect(self._received)
        sending.refused.connect(self._refused)
        sending.not_sent.connect(self._not_sent)
        sending.unknown.connect(self._unknown)
        sending.not_there.connect(self._not_there)
        self.backButton.clicked.connect(self._to_form)
        self.closeButton.clicked.connect(self.reject)
        self.nextButton.clicked.connect(self._next)

    def _dress(self, situation: Any) -> None:
        self.setWindowTitle(self.form.titled(situation))
        self.streetLabel.setText(self.form.heading(situation))
        name, live = self._services.environment_name, self._services.is_production
        self.environmentBadge.setText(tr("PRODUCTION – this is live") if live else name)
        paint_badge(self.environmentBadge, Environment(PRODUCTION if live else CUSTOM, name, ""))

    def _begin(self) -> None:
        if self.sending.is_open(self._subject()):
            self._unknown(StreetWorksError(self._told.unanswered))
        else:
            self._to_form()
        self.formStep.begin()

    # ---- from step to step ----

    def _answered(self) -> None:
        self._touched = True
        self.keeping.soon()

    def _next(self) -> None:
        step = self.steps.currentWidget()
        if step is self.formStep:
            self._to_review()
        elif step is self.reviewStep and self._request is not None and self.review.ready:
            self._send(self._request)
        elif step is self.failureStep and self.sending.subject:
            self._settle()
        elif step is self.failureStep and self._outdated and self._reload is not None:
            self._reload()
            self._leave()
        elif step is self.failureStep and self._request is not None:
            self._send(self._request)

    def _to_form(self) -> None:
        """Go to the questions; where there are none, to the review."""
        if self.form.fields:
            self._go(self.formStep)
        else:
            self._to_review()

    def _back_to(self, field: str) -> None:
        """Go back to the form, to the answer that an entry of the review comes from."""
        self._to_form()
        self.form_view.go_to_first({field})

    def _to_review(self) -> None:
        page, situation = self.formStep, self.form_view.situation
        if not page.is_complete():
            return
        try:
            self._kept.update(self.form.name(self.values(), situation))
            self._request = self.form.build(self.values(), situation)
        except ValidationError:
            page.say_problems(self.form.problems(self.values(), situation))
            return
        self.keeping.now()
        self.review.show_request(self._request, self.values(), situation)
        self._go(self.reviewStep)

    def _subject(self) -> str:
        """Return the reference of what the request is about, "" while it has none."""
        return self.form.subject(self.values(), self.form_view.situation)

    # ---- sending ----

    def _send(self, request: Request) -> None:
        subject, self._outdated = self._subject(), False
        self.keeping.now()
        self._wait(tr("Submitting {reference} to {environment}…"), subject)
        self.sending.send(subject, request)

    def _settle(self) -> None:
        self._wait(tr("Asking {environment} for {reference}…"), self.sending.subject)
        self.sending.settle()

    def _wait(self, text: str, subject: str) -> None:
        self.sendingLabel.setText(
            text.format(reference=subject, environment=self._services.environment_name)
        )
        self._go(self.sendingStep)

    def _received(self, receipt: Receipt) -> None:
        self.keeping.over()
        self.learn()
        more = self.form.afterwards(receipt, self.form_view.situation)
        self.receiptStep.show_receipt(self._told.accepted, receipt, more)
        self._go(self.receiptStep)

    def _refused(self, error: StreetWorksError) -> None:
        """Show why nothing was taken: the answers stay, and may be mended and sent again."""
        if isinstance(error, Conflict):
            for name in self.form.named:
                self._kept.pop(name, None)  # somebody else has it already
        self.formStep.refuse(error)
        self._outdated = self._reload is not None and isinstance(error, _AS_THINGS_STAND)
        if self._outdated:
            self.failureStep.show_outdated(error)
        else:
            self.failureStep.show_refusal(error, self.form_view.rows)
        self.keeping.now()
        self._go(self.failureStep)

    def _not_sent(self, error: StreetWorksError) -> None:
        """Show that nothing has left this computer; the same may be tried again."""
        self.formStep.refuse(error)
        self.keeping.now()
        self.failureStep.show_not_sent(error, self.form_view.rows)
        self._go(self.failureStep)

    def _unknown(self, error: StreetWorksError) -> None:
        self.failureStep.show_unknown(self.sending.subject, error)
        self._go(self.failureStep)

    def _not_there(self) -> None:
        self.keeping.now()
        self.failureStep.show_not_there()
        self._go(self.failureStep)

    # ---- steps and buttons ----

    def _go(self, step: QWidget) -> None:
        self.steps.setCurrentWidget(step)
        self._show_buttons()
        if step is self.reviewStep:
            self.nextButton.setFocus(Qt.FocusReason.OtherFocusReason)
        elif step is self.failureStep:
            (self.nextButton if self.failureStep.offer else self.backButton).setFocus()
        elif step is self.receiptStep:
            self.closeButton.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self) -> None:
        step, open_outcome = self.steps.currentWidget(), bool(self.sending.subject)
        offer = self.failureStep.offer
        failed, reviewing = step is self.failureStep, step is self.reviewStep
        sending = step is self.sendingStep
        asked = reviewing and bool(self.form.fields)
        self.backButton.setVisible(asked or (failed and not open_outcome))
        self.closeButton.setEnabled(not sending)
        self.nextButton.setVisible(
            step in {self.formStep, self.reviewStep} or (failed and bool(offer))
        )
        if failed:
            self.nextButton.setText(offer)
        else:
            self.nextButton.setText(tr("&Submit") if reviewing else tr("Re&view"))
        waiting = step is self.formStep and self.formStep.waiting
        blocked = sending or waiting or (reviewing and not self.review.ready)
        self.nextButton.setEnabled(not blocked)
        self.nextButton.setToolTip(tr("Waiting for Street Manager's answer") if waiting else "")
