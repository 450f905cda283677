"""One dialog for every form: form, review, sending, and the receipt or what went wrong."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any, Callable, Optional

from pydantic import ValidationError
from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
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
from ...plugin.forms.application.hints import counted
from ...plugin.forms.application.new_works import PROMOTER
from ...plugin.forms.fields import Need
from ...plugin.forms.form import Form
from ...plugin.settings import CUSTOM, PRODUCTION, Environment
from ...plugin.trade.calendar import uk_time
from ...plugin.trade.records.people import Promoter
from ...plugin.trade.records.receipts import Receipt
from ...plugin.words import tr
from ..shared.alive import while_alive
from ..shared.shades import paint_badge, paint_trouble
from ..shared.trouble import attempt
from ..shared.ui_file import load_form
from ..shared.windows import order_by_reading, size_window
from .category import CategoryAsker, category_text
from .failure import FailurePage, fields_of
from .promoter import PromoterAsker
from .receipt import ReceiptPage
from .review import MAP_HEIGHT, MAP_WIDTH, ReviewPage
from .services import FormServices
from .view import FormView, field_of

SAVE_MS = 400
_AS_THINGS_STAND = (Conflict, NotFound, PreconditionFailed)
"""What is refused for how the record stands, and not for what was answered."""


class FormDialog(QDialog):
    """Takes one request from the form to the receipt.

    `values` is what an earlier session kept of the form. Every answer of a form that has a draft is
    kept as they are typed, so closing never loses anything. `submitted` carries the
    receipt once the register has accepted. `to_map` tells that the form has closed, kept, so that
    the question of that name can be answered on the map.
    """

    submitted = pyqtSignal(object)  # Receipt
    to_map = pyqtSignal(str)

    streetLabel: QLabel
    environmentBadge: QLabel
    steps: QStackedWidget
    formStep: QWidget
    formLayout: QVBoxLayout
    categoryLabel: QLabel
    askAgainButton: QPushButton
    formTrouble: QLabel
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
        self._keep_values, self._touched = keep if form.fields else None, False
        self._reload, self._outdated = reload, False
        self.form, self._told = form, form.told()
        self._kept = self._sound(values or {})
        self._request: Optional[Request] = None
        self._accepted = False
        self._sent = ""  # the reference that was sent and whose outcome is open
        self._painting = 0
        self._by_register = ""  # what the register counts it as
        self._put_form(situation, form.defaults(situation, self._kept))
        self.review = ReviewPage(services.is_production, self.form, self)
        self.reviewLayout.addWidget(self.review)
        self.receiptStep, self.failureStep = ReceiptPage(), FailurePage(self._told)
        for step in (self.receiptStep, self.failureStep):
            self.steps.addWidget(step)
        self.category = CategoryAsker(services, self, wanted=Need.CATEGORY in form.needs)
        self.promoter = PromoterAsker(services, self, wanted=Need.PROMOTER in form.needs)
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SAVE_MS)
        self._connect()
        self._dress(situation)
        order_by_reading(self)
        self._begin()

    def values(self) -> dict[str, Any]:
        """Return what is on the form, with what was named beside it; JSON values only."""
        named = {name: self._kept[name] for name in self.form.named if name in self._kept}
        return {**self.form_view.values(), **named}

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
            tr("Close without it"), QMessageBox.ButtonRole.DestructiveRole
        ).clicked.connect(self._leave)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _leave(self) -> None:
        if self._touched:
            self._save()
        self.category.stop()
        super().reject()

    def _go_to_map(self, question: str) -> None:
        """Close, once everything on the form is kept, so that a question is answered on the map."""
        pending, keep = self.form_view.pending(), self._keep_values
        if pending:
            self._trouble("\n".join(pending.values()))
        elif keep is not None and attempt(lambda: self._kept_now(keep), self._not_kept):
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

    def _put_form(self, situation: Any, values: dict[str, Any]) -> None:
        self.form_view = FormView(self.form, situation, self._services, values, self)
        self.form_view.changed.connect(self._changed)
        self.form_view.to_map.connect(self._go_to_map)
        self.formLayout.insertWidget(0, self.form_view, 1)

    def _connect(self) -> None:
        self.category.changed.connect(self._category_changed)
        self.promoter.changed.connect(self._category_changed)
        self.promoter.read.connect(self._take_promoter)
        self.askAgainButton.clicked.connect(self.category.ask_again)
        self.askAgainButton.clicked.connect(self.promoter.ask_again)
        self.review.ready_changed.connect(self._show_buttons)
        self.review.wanted.connect(self._back_to)
        self._saving.timeout.connect(self._save)
        self.backButton.clicked.connect(self._back)
        self.closeButton.clicked.connect(self.reject)
        self.nextButton.clicked.connect(self._next)

    def _dress(self, situation: Any) -> None:
        self.setWindowTitle(self.form.titled(situation))
        self.streetLabel.setText(self.form.heading(situation))
        name, live = self._services.environment_name, self._services.is_production
        self.environmentBadge.setText(tr("PRODUCTION – this is live") if live else name)
        paint_badge(self.environmentBadge, Environment(PRODUCTION if live else CUSTOM, name, ""))
        self.formTrouble.hide()
        kept = tr("Your answers are kept as you type.")
        self.keptLabel.setText(kept if self._keep_values else "")

    def _begin(self) -> None:
        subject = self._subject()
        if subject and self._services.is_open(self.form.operation, subject):
            self._sent = subject
            self._unknown(StreetWorksError(self._told.unanswered))
        else:
            self._to_form()
        self._follow()
        self._category_changed()

    # ---- the form ----

    def _changed(self) -> None:
        self._touched = True
        self.formTrouble.hide()
        self._saving.start()
        self._follow()
        self._show_category()

    def _follow(self) -> None:
        """Ask the register for what the answers on the form give rise to."""
        values = self.form_view.values()
        self.promoter.follow(values, self.form_view.situation)
        self.category.follow(values)

    def _take_promoter(self, promoter: Promoter) -> None:
        """Put the promoter's own questions on the form, such as its workstreams."""
        before = self.form_view
        if before.pending():  # a file on its way must find the form that it belongs to
            QTimer.singleShot(SAVE_MS, while_alive(self, lambda: self._take_promoter(promoter)))
            return
        situation = replace(before.situation, promoter=promoter)
        values = before.values()
        self._put_form(situation, self.form.begin(situation, values))
        self.formLayout.removeWidget(before)
        before.deleteLater()
        if PROMOTER in self.form.shown(values, situation):
            self.form_view.go_to(self.form_view.rows[PROMOTER])
        self._saving.start()
        self._category_changed()

    def _save(self) -> None:
        self._saving.stop()
        keep = self._keep_values
        if not self._accepted and keep is not None:
            attempt(lambda: self._kept_now(keep), self._not_kept)

    def _kept_now(self, keep: Callable[[dict[str, Any]], None]) -> None:
        keep(self.values())
        now = uk_time(datetime.now(timezone.utc))
        self.keptLabel.setText(
            tr("Kept at {time}: you can close this and come back.").format(
                time=now.strftime("%H:%M")
            )
        )

    def _not_kept(self, error: StreetWorksError) -> None:
        self.keptLabel.setText(tr("NOT kept: {why}").format(why=error))

    def _category_changed(self) -> None:
        said, view, text = self.category.said, self.form_view, ""
        if Need.CATEGORY in self.form.needs:
            said = replace(said, answer=counted(said.answer, view.values(), view.situation))
            view.set_situation(replace(view.situation, category=said.answer))
            text = category_text(said, view.values(), view.situation)
        self._by_register = "\n".join(filter(None, [self.promoter.failure, text]))
        self._show_category()
        self.askAgainButton.setVisible(bool(said.failure or self.promoter.failure))
        self._show_buttons()

    def _show_category(self) -> None:
        """Say what the register counts it as, and what is known of that here."""
        view, text = self.form_view, self._by_register
        here = self.form.counts_as(view.values(), view.situation)
        self.categoryLabel.setText("\n".join(filter(None, [text, here])))
        self.categoryLabel.setVisible(bool(text or here))

    def _next(self) -> None:
        step = self.steps.currentWidget()
        if step is self.formStep:
            self._to_review()
        elif step is self.reviewStep and self._request is not None and self.review.ready:
            self._send(self._request)
        elif step is self.failureStep and self._sent:
            self._settle()
        elif step is self.failureStep and self._outdated and self._reload is not None:
            self._reload()
            self._leave()
        elif step is self.failureStep and self._request is not None:
            self._send(self._request)

    def _back(self) -> None:
        self._to_form()

    def _to_form(self) -> None:
        """Go to the questions; where there are none, to the review."""
        if self.form.fields:
            self._go(self.formStep)
        else:
            self._to_review()

    def _back_to(self, field: str) -> None:
        """Go back to the form, to the answer that an entry of the review comes from."""
        self._back()
        self.form_view.go_to_first({field})

    def _to_review(self) -> None:
        view = self.form_view
        view.speak_of_all()
        problems = view.problems()
        if problems:
            self._say_problems(problems)
            return
        try:
            self._kept.update(self.form.name(self.values(), view.situation))
            self._request = self.form.build(self.values(), view.situation)
        except ValidationError:
            self._say_problems(self.form.problems(self.values(), view.situation))
            return
        self._save()
        self.review.show_request(self._request, self.values(), view.situation)
        if Need.PICTURE in self.form.needs:
            self._paint_map()
        self._go(self.reviewStep)

    def _say_problems(self, problems: Mapping[str, str]) -> None:
        """Say how much is left to do, and what is wrong with what is not on the form."""
        elsewhere = [text for name, text in problems.items() if name not in self.form_view.rows]
        left = len(problems) - len(elsewhere)
        lines = list(elsewhere)
        if left:
            lines.insert(
                0,
                tr("One answer needs your attention.")
                if left == 1
                else tr("{n} answers need your attention.").format(n=left),
            )
        self._trouble("\n".join(lines))
        self.form_view.go_to_first(problems)

    def _trouble(self, text: str) -> None:
        self.formTrouble.setText(text)
        self.formTrouble.setVisible(bool(text))
        paint_trouble(self.formTrouble)

    def _subject(self) -> str:
        """Return the reference of what the request is about, "" while it has none."""
        return self.form.subject(self.values(), self.form_view.situation)

    def _paint_map(self) -> None:
        view = self.form_view
        drawn = self.form.drawn(view.values(), view.situation)
        if drawn is None:
            return
        self._painting += 1
        number = self._painting

        def done(image: Any) -> None:
            if number == self._painting:
                self.review.show_picture(image)

        self.review.tell_picture(drawn)
        attempt(
            lambda: self._services.map_picture(
                drawn, MAP_WIDTH, MAP_HEIGHT, while_alive(self, done)
            ),
            lambda error: self.review.picture.setText(tr("There is no picture of the map.")),
        )

    # ---- sending ----

    def _send(self, request: Request) -> None:
        self._sent, self._outdated = self._subject(), False
        self._save()
        self._wait(tr("Submitting {reference} to {environment}…"))
        attempt(
            lambda: self._services.send(
                self.form.operation,
                self._sent,
                request,
                while_alive(self, self._received),
                while_alive(self, self._refused),
                while_alive(self, self._unknown),
                while_alive(self, self._not_sent),
            ),
            self._not_sent,
        )

    def _settle(self) -> None:
        reference = self._sent
        self._wait(tr("Asking {environment} for {reference}…"))
        attempt(
            lambda: self._services.settle(
                self.form.operation,
                reference,
                while_alive(self, self._received),
                while_alive(self, self._not_there),
                while_alive(self, self._unknown),
                while_alive(self, self._refused),
            ),
            self._unknown,
        )

    def _wait(self, text: str) -> None:
        self.sendingLabel.setText(
            text.format(reference=self._sent, environment=self._services.environment_name)
        )
        self._go(self.sendingStep)

    def _received(self, receipt: Receipt) -> None:
        self._accepted = True
        self._sent = ""
        more = self.form.afterwards(receipt, self.form_view.situation)
        self.receiptStep.show_receipt(self._told.accepted, receipt, more)
        self.keptLabel.clear()
        self._go(self.receiptStep)
        self.submitted.emit(receipt)

    def _refused(self, error: StreetWorksError) -> None:
        """Show why nothing was taken: the answers stay, and may be mended and sent again."""
        self._sent = ""
        if isinstance(error, Conflict):
            for name in self.form.named:
                self._kept.pop(name, None)  # somebody else has it already
        self._show_minded(error)
        self._outdated = self._reload is not None and isinstance(error, _AS_THINGS_STAND)
        if self._outdated:
            self.failureStep.show_outdated(error)
        else:
            self.failureStep.show_refusal(error, self.form_view.rows)
        self._save()
        self._go(self.failureStep)

    def _show_minded(self, error: StreetWorksError) -> None:
        """Show on the form what was minded there."""
        fields = fields_of(error)
        self.form_view.refuse(fields)
        self._trouble("\n".join(_of_no_row(fields, self.form_view)) or str(error))

    def _not_sent(self, error: StreetWorksError) -> None:
        """Show that nothing has left this computer; the same may be tried again."""
        self._sent = ""
        self._show_minded(error)
        self._save()
        self.failureStep.show_not_sent(error, self.form_view.rows)
        self._go(self.failureStep)

    def _unknown(self, error: StreetWorksError) -> None:
        self.failureStep.show_unknown(self._sent, error)
        self._go(self.failureStep)

    def _not_there(self) -> None:
        self._sent = ""
        self._save()
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
        step, open_outcome = self.steps.currentWidget(), bool(self._sent)
        offer = self.failureStep.offer
        failed, reviewing = step is self.failureStep, step is self.reviewStep
        sending = step is self.sendingStep
        asked = reviewing and bool(self.form.fields)
        self.backButton.setVisible(asked or (failed and not open_outcome))
        self.backButton.setText(tr("Back to the form"))
        self.closeButton.setEnabled(not sending)
        self.nextButton.setVisible(
            step in {self.formStep, self.reviewStep} or (failed and bool(offer))
        )
        if failed:
            self.nextButton.setText(offer)
        else:
            self.nextButton.setText(tr("Submit") if reviewing else tr("Review"))
        asking = self.category.said.waiting or self.promoter.waiting
        waiting = step is self.formStep and asking
        blocked = sending or waiting or (reviewing and not self.review.ready)
        self.nextButton.setEnabled(not blocked)
        self.nextButton.setToolTip(tr("Waiting for Street Manager's answer") if waiting else "")


def _of_no_row(fields: dict[str, list[str]], view: FormView) -> list[str]:
    """Return the register's messages that belong to no question on the form."""
    return [
        text
        for place, messages in fields.items()
        if field_of(place) not in view.rows
        for text in messages
    ]
