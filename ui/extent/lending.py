"""The way of a form's extent to the map and back: the form closes, and opens again with it."""

from functools import partial
from typing import Any, Callable

from ...plugin.desk.half_filled import HalfFilled
from ...plugin.desk.reshaping import Reshaping
from ...plugin.drafts import Draft
from ...plugin.errors import EXTENT, StreetWorksError
from ...plugin.forms.about import About, Offer, subject_of
from ...plugin.forms.form import Form
from ...plugin.forms.shapes import Drawn
from ...plugin.trade.records.geojson import GeoJson
from ...plugin.trade.records.works import Works
from ...plugin.words import tr
from ..shared.taking_back import APPLICATION
from ..shared.trouble import Trouble
from .shaping import Shaping


class Lending:
    """Lends extents to the desk's tools, one at a time; every trouble ends in a message."""

    def __init__(
        self,
        reshaping: Reshaping,
        shaping: Shaping,
        half_filled: HalfFilled,
        trouble: Trouble,
        *,
        show: Callable[[GeoJson], None],
        open_form: Callable[[Offer, Works, str], None],
    ) -> None:
        """`show` shows what is lent, `open_form` opens a form at a question."""
        self._reshaping = reshaping
        self._shaping = shaping
        self._half_filled = half_filled
        self._trouble = trouble
        self._show = show
        self._open_form = open_form

    def lend(self, form: Form[Any, Any], about: About[Any], question: str) -> None:
        """Put the answer to a question on the desk, to be redrawn with its tools."""
        works, kind = about.works, form.operation.name
        subject = subject_of(works, about.record)
        standing = form.fields[question].standing
        there = works.geometry if standing is None else standing(about).shape
        shape = self._half_filled.values(kind, subject).get(question) or there
        name = tr("{form}: {what}").format(
            form=form.titled(about), what=about.record.part or works.reference
        )

        def lend() -> None:
            self._reshaping.lend(kind, subject, question, name, Drawn(shape, there), works.usrn)
            self._show(shape)

        self._trouble.attempt(lend, APPLICATION)

    def take_back(self, kind: str, subject: str) -> None:
        """Let a form have the extent that is on the desk for it, if there is one.

        Raises StreetWorksError for one that cannot be submitted.
        """
        if self._reshaping.is_lent(kind, subject):
            self._shaping.put_down()
            self._reshaping.take_back()

    def go_back(self) -> None:
        """Open the form that the extent on the desk is for, with it as the answer.

        Raises StreetWorksError for one that cannot be submitted, and when nobody is signed in.
        """
        self._shaping.put_down()
        lent, hindrance = self._reshaping.lent, self._reshaping.hindrance
        if hindrance:
            raise StreetWorksError(hindrance, about=EXTENT)
        if lent is not None:
            self._reopen(lent)

    def give_up(self) -> None:
        """Leave the answer as it was, and open the form again."""
        lent = self._reshaping.lent
        if lent is not None:
            self._shaping.put_down()
            self._trouble.attempt(self._reshaping.give_up, APPLICATION)
            self._trouble.attempt(lambda: self._reopen(lent), APPLICATION)

    def _reopen(self, draft: Draft) -> None:
        """Read what a half-filled form is about, and open it where it was left."""

        def done(offer: Offer, works: Works) -> None:
            act = partial(self._open_form, offer, works, draft.question)
            self._trouble.attempt(act, APPLICATION)

        failed = partial(self._trouble.tell, source=APPLICATION)
        self._reshaping.read(draft.kind, draft.subject, done, failed)
