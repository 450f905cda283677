"""All forms: those about works that are there, and what every form sends."""

from typing import Any

from ..drafts.sending import Operation
from .application.form import Application
from .form import Form
from .of_works import WorksForm
from .start_works import StartWorks

WORKS_FORMS: tuple[type[WorksForm[Any]], ...] = (StartWorks,)
"""The forms that are offered in the details of works, in that order."""

_FORMS: tuple[type[Form[Any, Any]], ...] = (Application, *WORKS_FORMS)
OPERATIONS: dict[str, Operation] = {form.operation.name: form.operation for form in _FORMS}
"""Everything that the forms send, by its name in the journal."""
