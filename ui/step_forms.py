"""The forms about what is there already: the next step of works, and of what belongs to them."""

from functools import partial
from typing import Any, Callable

from ..plugin.desk.applying import Applying
from ..plugin.desk.half_filled import HalfFilled
from ..plugin.desk.reshaping import Reshaping
from ..plugin.forms.about import About, Offer, subject_of
from ..plugin.forms.form import Form
from ..plugin.trade.records.geojson import GeoJson
from ..plugin.trade.records.works import Works
from .extent.lending import Lending
from .extent.shaping import Shaping
from .forms.one_form import OneForm
from .shared.taking_back import APPLICATION
from .shared.trouble import Trouble


class StepForms:
    """Opens them, half filled as they were left; every trouble ends in a message.

    `lending` takes their extent to the map and back.
    """

    def __init__(
        self,
        form: OneForm,
        applying: Applying,
        half_filled: HalfFilled,
        reshaping: Reshaping,
        shaping: Shaping,
        trouble: Trouble,
        *,
        show_lent: Callable[[GeoJson], None],
        reload: Callable[[], None],
    ) -> None:
        """`show_lent` shows an extent that is lent; `reload` shows anew what a form is about."""
        self._form = form
        self._applying = applying
        self._half_filled = half_filled
        self._trouble = trouble
        self._reload = reload
        self.lending = Lending(
            reshaping, shaping, half_filled, trouble, show=show_lent, open_form=self._open
        )

    def open(self, offer: Offer, works: Works) -> None:
        """Open the form that was chosen."""
        self._trouble.attempt(partial(self._open, offer, works), APPLICATION)

    def _open(self, offer: Offer, works: Works, question: str = "") -> None:
        """Open a form at a `question`, once all is read that it starts from."""
        form = offer.form()

        def show(about: About[Any]) -> None:
            self._trouble.attempt(lambda: self._show(form, about, question), APPLICATION)

        failed = partial(self._trouble.tell, source=APPLICATION)
        self._applying.begin_step(form, works, offer.record, show, failed)

    def _show(self, form: Form[Any, Any], about: About[Any], question: str) -> None:
        if self._form.bring_forward():
            return
        kind, subject = form.operation.name, subject_of(about.works, about.record)
        self.lending.take_back(kind, subject)
        values = self._half_filled.values(kind, subject)
        keep = partial(self._half_filled.keep, kind, subject)
        dialog = self._form.fill_in(form, about, values, keep, self._reload)
        dialog.to_map.connect(partial(self.lending.lend, form, about))
        dialog.form_view.go_to_first({question})
