"""A shape that a form asks for: its half-filled form goes onto the desk as a draft, and comes back.

It is one and the same draft in the file, so the answers and the drawing are there whatever happens
in between. While it is on the desk nobody else writes it.
"""

from dataclasses import replace
from datetime import datetime, timezone
from typing import Any, Callable, Optional

from ..api.register import Register
from ..background.jobs import Jobs
from ..drafts import Draft, DraftStore
from ..errors import EXTENT, StreetWorksError
from ..extents.grid import NATIONAL_GRID
from ..forms.about import Offer, offers, parts_of, record_of
from ..forms.all_forms import STEP_FORMS
from ..forms.shapes import Drawn
from ..trade.records.belonging import OfWorks
from ..trade.records.forward_plans import ForwardPlan
from ..trade.records.works import Permit, Works
from ..trade.shapes import geometry_of
from ..words import tr
from .account import Account
from .sheet import Sheet

Failed = Callable[[StreetWorksError], None]


class Reshaping:
    """Lends the shape that a form asks for to the tools of the desk, and takes it back."""

    def __init__(self, jobs: Jobs, account: Account, sheet: Sheet, store: DraftStore) -> None:
        self._jobs = jobs
        self._account = account
        self._sheet = sheet
        self._store = store

    @property
    def lent(self) -> Optional[Draft]:
        """The draft on the desk, if its drawing is the answer to a question of a form."""
        draft = self._sheet.draft
        return draft if draft.question else None

    @property
    def hindrance(self) -> str:
        """What keeps the drawing from being the answer; "" for nothing."""
        draft, here = self.lent, self._account.environment_key
        if draft is not None and here and draft.environment != here:
            return tr(
                "This extent is for a form of another environment: sign in there to go back to it."
            )
        return self._sheet.hindrance

    def is_lent(self, kind: str, subject: str) -> bool:
        """Say whether the shape of that half-filled form is on the desk."""
        draft = self.lent
        about = (self._account.environment_key, kind, subject)
        return draft is not None and (draft.environment, draft.kind, draft.subject) == about

    def lend(
        self, kind: str, subject: str, question: str, name: str, drawn: Drawn, usrn: int
    ) -> None:
        """Put the answer to the `question` of a half-filled form on the desk, to be redrawn.

        It begins as `drawn` is, on the street with that USRN, or with what was drawn of it before;
        beside it stands what the register has. What is on the desk stays a draft. Raises
        StreetWorksError.
        """
        kept = self._store.of(self._account.environment_key, kind, subject)
        if kept is None:
            raise StreetWorksError(
                tr("The answers of this form are not kept."),
                advice=tr("Open the form again from the details of the works."),
            )
        kept = replace(kept, before_wkt=geometry_of(drawn.before).wkt if drawn.before else "")
        if not kept.drawing_wkt or kept.question != question:
            kept = replace(
                kept,
                name=name,
                question=question,
                drawing_wkt=geometry_of(drawn.shape).wkt,
                drawing_crs=NATIONAL_GRID,
                extent_wkt="",
                usrn=usrn,
                street=None,
            )
        self._sheet.bring_back(kept)

    def take_back(self) -> None:
        """Keep the extent on the desk as the answer that it is for; the draft before comes back.

        Raises StreetWorksError for one that cannot be submitted.
        """
        if self.hindrance:
            raise StreetWorksError(self.hindrance, about=EXTENT)
        extent, draft = self._sheet.require_submittable(), self._sheet.draft
        self._off_the_desk({**draft.values, draft.question: extent.geojson()})

    def give_up(self) -> None:
        """Throw the drawing away: the answer stays as it was; the draft before comes back."""
        self._off_the_desk(self._sheet.draft.values)

    def put_away(self, kind: str, subject: str) -> None:
        """Take the drawing off the desk if it is for a form that has been accepted."""
        if self.is_lent(kind, subject):
            self._sheet.leave()

    def _off_the_desk(self, values: dict[str, Any]) -> None:
        self._store.save(
            replace(
                self._sheet.draft,
                values=values,
                name="",
                question="",
                before_wkt="",
                drawing_wkt="",
                drawing_crs="",
                extent_wkt="",
                diversion_wkt="",
                usrn=None,
                street=None,
                updated=datetime.now(timezone.utc),
            )
        )
        self._sheet.leave()

    def read(
        self, kind: str, subject: str, done: Callable[[Offer, Works], None], failed: Failed
    ) -> None:
        """Read what a half-filled form is about, as it is now.

        Raises StreetWorksError when nobody is signed in.
        """
        register = self._account.require_register()
        self._jobs.start(
            tr("Street Works: reading {reference}").format(reference=subject),
            lambda progress: _offered(register, kind, subject),
            done=lambda found: done(*found),
            failed=failed,
            topic="form on the desk",
        )


def _in_full(register: Register, works: str, part: str, kind: type) -> Optional[OfWorks]:
    """Return a record that works do not tell of in full themselves, or None where it is another."""
    if kind is Permit:
        return register.permit(works, part)
    return register.forward_plan(works, part) if kind is ForwardPlan else None


def _offered(register: Register, kind: str, subject: str) -> tuple[Offer, Works]:
    """Return the form and what it is about. Raises StreetWorksError where it cannot be sent."""
    form = next((one for one in STEP_FORMS if one.operation.name == kind), None)
    reference, part = parts_of(subject)
    works = register.works(reference)
    record = None if form is None else record_of(works, part, form.takes)
    if form is not None and record is None:
        record = _in_full(register, reference, part, form.takes)
    found = () if form is None or record is None else offers((form,), works, record, register.party)
    if not found:
        raise StreetWorksError(
            tr("{subject} cannot be found any more.").format(subject=subject),
            advice=tr("Look at the details of the works."),
        )
    if found[0].why:
        raise StreetWorksError(
            tr("This form cannot be sent any more: {why}").format(why=found[0].why),
            advice=tr("What you drew and typed is kept. Look at the details of the works."),
        )
    return found[0], works
