"""The form that is filled in: of all there are, one at a time."""

from typing import Any, Callable, Optional

from qgis.PyQt.QtWidgets import QWidget

from ...plugin.forms.form import Form
from ..shared.one_dialog import OneDialog
from .form_dialog import FormDialog
from .services import FormServices


class OneForm(OneDialog[FormDialog]):
    """Opens the dialog of a form; `opened` hears of it."""

    def __init__(self, services: FormServices, window: QWidget) -> None:
        super().__init__()
        self._services = services
        self._window = window
        self.opened: Callable[[], None] = lambda: None

    def fill_in(
        self,
        form: Form[Any, Any],
        situation: Any,
        values: dict[str, Any],
        keep: Callable[[dict[str, Any]], None],
        reload: Optional[Callable[[], None]] = None,
        kind: type[FormDialog] = FormDialog,
    ) -> FormDialog:
        """Open a form with `values` on it, and return its dialog; `keep` saves its answers.

        `reload` shows anew what it is about.
        """
        dialog = kind(
            form, situation, self._services, values, self._window, keep=keep, reload=reload
        )
        self.open(dialog)
        self.opened()
        return dialog
