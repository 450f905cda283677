"""The forms of new works, opened: on the extent of the desk, or on those of several drafts."""

from functools import partial
from typing import Any, Callable, Optional

from ..plugin.desk.applying import Applying
from ..plugin.desk.several import SeveralDrafts
from ..plugin.desk.sheet import Sheet
from ..plugin.drafts import Draft
from ..plugin.forms.all_forms import NEW_WORKS
from ..plugin.forms.application.form import Application
from ..plugin.forms.application.new_works import NewWorks
from ..plugin.forms.application.several import ApplicationForSeveral, Several
from .extent.shaping import Shaping
from .forms.one_form import OneForm
from .forms.several_dialog import SeveralDialog
from .shared.taking_back import APPLICATION
from .shared.trouble import Trouble


class NewWorksForms:
    """Opens them on the extent of the desk, or of drafts; every trouble ends in a message."""

    def __init__(
        self,
        form: OneForm,
        applying: Applying,
        sheet: Sheet,
        several: SeveralDrafts,
        shaping: Shaping,
        trouble: Trouble,
    ) -> None:
        self._form = form
        self._applying = applying
        self._sheet = sheet
        self._several = several
        self._shaping = shaping
        self._trouble = trouble

    def apply(self) -> None:
        """Open the application."""
        self._begin(Application)

    def instead(self) -> dict[str, Callable[[], None]]:
        """Return by their names what opens the other forms."""
        others = (form for form in NEW_WORKS if form is not Application)
        return {form().told().title: partial(self._begin, form) for form in others}

    def apply_for_several(self, drafts: list[Draft]) -> None:
        """Open one application for several drafts, once they have been examined again."""
        self._shaping.put_down()
        failed = partial(self._trouble.tell, source=APPLICATION)
        act = partial(self._several.situation, drafts, self._open_for_several, failed)
        self._trouble.attempt(act, APPLICATION)

    def _begin(self, form: type[NewWorks[Any]]) -> None:
        self._trouble.attempt(lambda: self._open(form()), APPLICATION)

    def _open(self, form: NewWorks[Any]) -> None:
        """Open a form; what it does not ask stays in the draft for the others."""
        if self._form.bring_forward():
            return
        situation = self._applying.situation()
        kept, own = self._sheet.draft.values, {*form.fields, *form.named}
        others = {name: value for name, value in kept.items() if name not in own}
        values = self._sheet.form_values
        self._form.fill_in(
            form, situation, values, lambda now: self._sheet.keep_values({**others, **now})
        )

    def _open_for_several(self, situation: Several) -> None:
        if self._form.bring_forward():
            return
        form = ApplicationForSeveral()
        keep = partial(self._several.keep, form, situation)
        own = dict(situation.streets[0].own)
        self._form.fill_in(form, situation, own, keep, kind=SeveralDialog)


def form_of_new_works(operation: str) -> Optional[NewWorks[Any]]:
    """Return the form whose operation has that name, or None for what is not of new works."""
    return next((form() for form in NEW_WORKS if form.operation.name == operation), None)
