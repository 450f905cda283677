"""The details of the works that the planner looks at, fetched in the background."""

from collections.abc import Iterable
from pathlib import Path
from typing import Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..api.errors import NotFound
from ..api.register import Register
from ..background.jobs import Job, Jobs
from ..background.task import Progress
from ..errors import StreetWorksError
from ..forms.about import Offer, offers
from ..forms.all_forms import STEP_FORMS
from ..live.details.changed import changed
from ..live.details.details import (
    Details,
    Step,
    fetch_activity,
    fetch_details,
    fetch_forward_plan,
    fetch_street,
)
from ..live.details.opened import in_full
from ..map.pick import Record
from ..rules.clocks.asked import asked
from ..rules.steps import Step as RulesStep
from ..trade.kinds import ACTIVITY, FORWARD_PLAN, STREET
from ..trade.records.belonging import OfWorks
from ..trade.records.works import PermitSummary, Works
from ..words import tr
from .account import Account

_TOPIC = "details"

Fetch = Callable[[Register, Step], Details]


class DetailsLoader(QObject):
    """Fetches details; those asked for last win, and `details` are the ones that are there.

    `started` tells the reference of what is fetched; `shown`, `trouble` or `stopped` end it. When
    the session ends or another begins, what was there is forgotten, which `cleared` tells.
    """

    started = pyqtSignal(str)
    progress = pyqtSignal(float, str)
    shown = pyqtSignal(object)  # Details
    stopped = pyqtSignal()
    cleared = pyqtSignal()
    saved = pyqtSignal(str)  # the path of a file
    trouble = pyqtSignal(object)  # StreetWorksError

    def __init__(self, jobs: Jobs, account: Account) -> None:
        super().__init__()
        self._jobs = jobs
        self._account = account
        self._job: Optional[Job] = None
        self._client: object = None
        self._asked: Optional[tuple[str, Fetch]] = None
        self._then: Optional[Callable[[], None]] = None
        self.details: Optional[Details] = None
        self.changes: tuple[str, ...] = ()
        """What has changed since the reading before of the same."""
        account.changed.connect(self._follow_account)

    @property
    def loading(self) -> bool:
        """Whether details are being fetched."""
        return self._job is not None

    def open(self, works: str, permit: str = "", part: str = "") -> None:
        """Fetch the details of works by their reference, of one of their permits, and of a part.

        The part is another thing that belongs to them, such as an FPN, told in full. Ends in one of
        the signals, also for who is not signed in; so do the others.
        """
        self._fetch(
            part or permit or works,
            lambda register, step: fetch_details(register, works, permit, step, part),
        )

    def open_activity(self, reference: str) -> None:
        """Fetch the details of an activity."""
        self._fetch(reference, lambda register, step: fetch_activity(register, reference, step))

    def open_forward_plan(self, works: str, reference: str) -> None:
        """Fetch the details of the forward plan of some works."""
        self._fetch(
            reference, lambda register, step: fetch_forward_plan(register, works, reference, step)
        )

    def open_street(self, usrn: int) -> None:
        """Fetch what the look-up tells of a street."""
        self._fetch(
            tr("USRN {usrn}").format(usrn=usrn),
            lambda register, step: fetch_street(register, usrn, step),
        )

    def open_record(self, record: Record) -> None:
        """Fetch the details of a record that was clicked on."""
        if record.kind == ACTIVITY:
            self.open_activity(record.reference)
        elif record.kind == FORWARD_PLAN:
            self.open_forward_plan(record.works, record.reference)
        elif record.kind == STREET:
            self.open_street(int(record.reference))
        else:
            self.open(record.works, record.reference)

    def take(
        self, record: Record, step: RulesStep, part: str, then: Callable[[Optional[Offer]], None]
    ) -> None:
        """Fetch the details of a record, then give the form of a step about it to `then`.

        The step is one with the works, with their permit or with what is called `part` within them.
        `then` gets None where there is no such form, and hears nothing where the details do not
        come or others are asked for meanwhile.
        """
        self.open_record(record)
        if self.loading:
            self._then = lambda: then(self._offer_of(step, part))

    def open_record_of(self, about: Optional[OfWorks]) -> None:
        """Fetch the details of what a line stands for, if it has any of its own.

        That is a permit, or what else `live.details.opened` knows to tell in full.
        """
        details, works = self.details, self.works
        if details is None or works is None:
            return
        if isinstance(about, PermitSummary):
            self.open(works.reference, about.reference)
        elif about is not None and in_full(about) is not None:
            permit = "" if details.permit is None else details.permit.reference
            self.open(works.reference, permit, about.part)

    def offers(self, about: Optional[OfWorks] = None) -> tuple[Offer, ...]:
        """Return the forms for the works and the permit that are there, and for another record.

        `about` is what a line of the details stands for. Each says why it may not be filled in now.
        """
        details, works = self.details, self.works
        if details is None or works is None:
            return ()
        return self._offers(works, (works, details.permit, about))

    def asked(self, about: Optional[OfWorks] = None) -> tuple[RulesStep, ...]:
        """Return the steps that what is there asks for, what `about` asks for first."""
        details, works = self.details, self.works
        if details is None or works is None:
            return ()
        return asked((about, works), works, details.as_of)

    def _offers(self, works: Works, records: Iterable[Optional[OfWorks]]) -> tuple[Offer, ...]:
        register = self._account.register
        return tuple(
            offer
            for one in records
            if one is not None and register is not None
            for offer in offers(STEP_FORMS, works, one, register.party)
        )

    def _offer_of(self, step: RulesStep, part: str) -> Optional[Offer]:
        """Return the form of a step about what is there, the first that may be filled in now."""
        details, works = self.details, self.works
        if details is None or works is None:
            return None
        told = [section.about for section in details.sections]
        told += [line.about for section in details.sections for line in section.lines]
        records = (works, details.permit, *(one for one in told if one and one.part == part))
        found = [one for one in self._offers(works, records) if one.form.step is step]
        return min(found, key=lambda one: one.why is not None, default=None)

    @property
    def works(self) -> Optional[Works]:
        """The works that are there, if they are the account's to read."""
        return None if self.details is None else self.details.works

    def heard_of(self, reference: str) -> None:
        """Fetch works anew of which something has changed, if they are what is there."""
        if self.works is not None and self.works.reference == reference:
            self.refresh()

    def refresh(self) -> None:
        """Fetch anew what was asked for last."""
        if self._asked is not None:
            self._fetch(*self._asked)

    def _fetch(self, reference: str, fetch: Fetch) -> None:
        try:
            register = self._account.require_register()
        except StreetWorksError as error:
            self.trouble.emit(error)
            return
        self._asked, self._client = (reference, fetch), self._account.client
        self._then = None

        def work(progress: Progress) -> Details:
            def step(done: float, text: str) -> None:
                progress.raise_if_cancelled()
                progress.report(done, text)

            return fetch(register, step)

        self._job = self._jobs.start(
            tr("Street Works: reading {reference}").format(reference=reference),
            work,
            done=self._show,
            failed=self._failed,
            cancelled=self._stopped,
            topic=_TOPIC,
            reported=self.progress.emit,
        )
        self.started.emit(reference)

    def cancel(self) -> None:
        """Stop fetching; what was there before stays."""
        if self._job is not None:
            self._job.cancel()

    def save_file(self, number: int, path: Path) -> None:
        """Save a file of the works, whole or not at all; ends in `saved` or `trouble`."""
        try:
            register = self._account.require_register()
        except StreetWorksError as error:
            self.trouble.emit(error)
            return
        self._jobs.start(
            tr("Street Works: fetching a file"),
            lambda progress: _saved(register, number, path),
            done=lambda written: self.saved.emit(str(written)),
            failed=self.trouble.emit,
        )

    def _show(self, details: Details) -> None:
        self._job = None
        before, self.details = self.details, details
        is_same = before is not None and before.reference == details.reference
        self.changes = changed(before, details) if before is not None and is_same else ()
        self.shown.emit(details)
        then, self._then = self._then, None
        if then is not None:
            then()

    def _failed(self, error: StreetWorksError) -> None:
        self._job = None
        self.trouble.emit(error)

    def _stopped(self) -> None:
        self._job = None
        self.stopped.emit()

    def _follow_account(self) -> None:
        """Forget what another session told."""
        if self._account.client is self._client:
            return
        self.cancel()
        self.details = self._client = self._asked = None
        self.cleared.emit()


def _saved(register: Register, number: int, path: Path) -> Path:
    try:
        return register.fetch_file(number, path)
    except NotFound as error:  # which the register says of a file that it is still looking at, too
        raise StreetWorksError(
            tr("Street Manager does not hand this file out."),
            advice=tr("A new file is checked for viruses first: try again in a minute."),
            detail=error.detail,
            may_retry=True,
        ) from error
