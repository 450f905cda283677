"""The dialog of one form for several streets: its end is a list, a line for each application."""

from typing import Any

from ...plugin.drafts.sending import Request
from ...plugin.forms.application.several import ApplicationForSeveral, PreparedForAll
from ...plugin.words import tr
from ..shared.windows import order_by_reading
from .form_dialog import FormDialog
from .outcomes import OutcomesPage, ToSend


class SeveralDialog(FormDialog):
    """Takes one form to several applications. Those that are not accepted stay drafts."""

    form: ApplicationForSeveral
    outcomes: OutcomesPage

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.outcomes = OutcomesPage(self._services, self.form.operation, self)
        self.outcomes.changed.connect(self._show_buttons)
        self.outcomes.first_accepted.connect(self.learn)
        self.steps.addWidget(self.outcomes)
        order_by_reading(self)

    def reject(self) -> None:
        """Close, unless something is being sent."""
        if not self._at_the_end or not self.outcomes.busy:
            super().reject()

    @property
    def _at_the_end(self) -> bool:
        return hasattr(self, "outcomes") and self.steps.currentWidget() is self.outcomes

    def _send(self, request: Request) -> None:
        """Send every application by itself; what was on the form is with each draft."""
        self.keeping.now()
        self.keeping.over()  # from now on the drafts are what became of each
        prepared = request if isinstance(request, PreparedForAll) else ()
        self._go(self.outcomes)
        self.outcomes.send(
            ToSend(one.street.situation.street.name, one.reference, one.request) for one in prepared
        )

    def _next(self) -> None:
        if self._at_the_end:
            self.outcomes.check()
        else:
            super()._next()

    def _show_buttons(self) -> None:
        super()._show_buttons()
        if self._at_the_end:
            self.closeButton.setEnabled(not self.outcomes.busy)
            self.nextButton.setText(tr("Check &now"))
            self.nextButton.setVisible(self.outcomes.open)
            self.nextButton.setEnabled(not self.outcomes.busy)
