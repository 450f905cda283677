"""The application: what its form asks of the register, the map and the draft.

`Applying` gives the form the services that `ui/apply/services.py` describes.
"""

from datetime import datetime, timezone
from typing import Any, Callable, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QSize, pyqtSignal
from qgis.PyQt.QtGui import QImage
from shapely.geometry import shape

from ..api import StreetManager
from ..api.errors import AccessRestricted
from ..api.v1.enums import WorkstreamStatus
from ..api.v1.models.work import (
    FileSummaryResponse,
    WorkCategoryResponse,
    WorkCreateRequest,
)
from ..background.jobs import Jobs
from ..drafts import (
    DamagedRow,
    Entry,
    Journal,
    Operation,
    State,
    Submission,
    new_work_reference,
    settle,
    submissions_damaged,
    submit,
)
from ..errors import RIGHTS, STREET, StreetWorksError
from ..forms.application.sending import CREATE_WORKS, is_own, sent_shape
from ..forms.application.situation import Organisation, Promoter, Situation, Workstream
from ..forms.operations import OPERATIONS
from ..map.memory import NATIONAL_GRID
from ..trade.box import Box
from ..trade.calendar import uk_today
from ..trade.records.receipts import Receipt
from ..trade.workstreams import DEFAULT_WORKSTREAM
from ..words import tr
from .account import Account
from .clashing import Clashing
from .roles import why_no_application
from .sheet import Sheet

_AROUND_M = 40.0

Failed = Callable[[StreetWorksError], None]


class Applying(QObject):
    """Sends applications, once each, and finds out what became of those without an answer."""

    accepted = pyqtSignal(str)  # works reference
    settled = pyqtSignal()
    trouble = pyqtSignal(object)

    def __init__(
        self,
        jobs: Jobs,
        account: Account,
        sheet: Sheet,
        clashing: Clashing,
        journal: Journal,
        canvas: QgsMapCanvas,
    ) -> None:
        super().__init__()
        self._jobs = jobs
        self._account = account
        self._sheet = sheet
        self._clashing = clashing
        self._journal = journal
        self._canvas = canvas
        self._picture: Optional[QgsMapRendererParallelJob] = None
        self._promoter = _NOT_READ
        account.changed.connect(self._account_changed)

    @property
    def environment_name(self) -> str:
        """The name of the environment that is signed in to."""
        environment = self._account.environment
        return "" if environment is None else environment.name

    @property
    def is_production(self) -> bool:
        """Whether what is submitted is live."""
        environment = self._account.environment
        return environment is not None and environment.is_production

    @property
    def _key(self) -> str:
        environment = self._account.environment
        return "" if environment is None else environment.key

    def situation(self) -> Situation:
        """Return what the form starts from; raises StreetWorksError for what is still missing."""
        client = self._account.require_client()
        refused = why_no_application(client.register)
        if refused:
            raise StreetWorksError(refused, about=RIGHTS)
        extent = self._sheet.require_submittable()
        street = self._sheet.street
        if street is None:
            raise StreetWorksError(
                tr("It is not known yet which street the works are on."),
                advice=tr("Choose the street on the “Extent” panel."),
                about=STREET,
            )
        promoters, now = self._account.promoters, datetime.now(timezone.utc)
        return Situation(
            street=street,
            organisation=self._promoter if len(promoters) == 1 else _NOT_READ,
            promoters=tuple(Promoter(one.code, one.name) for one in promoters),
            extent=extent.geojson(),
            today=uk_today(now),
            now=now,
            accuracy_m=extent.accuracy_m,
            section_58=self._clashing.restrictions,
            clashes=self._clashing.clashes_found,
        )

    def unknown_outcomes(self) -> list[Entry]:
        """Return the submissions to this environment (all, signed out) with no known outcome."""
        return self._journal.pending(self._key or None)

    def is_open(self, reference: str) -> bool:
        """Say whether an application was sent under `reference` and no outcome is known."""
        entry = self._sent(reference)
        return entry is not None and entry.open

    def place_of(self, reference: str) -> Optional[Box]:
        """Return the box (EPSG:27700) of what was sent under `reference`, or None."""
        entry = self._sent(reference)
        sent = None if entry is None or entry.damage else sent_shape(entry)
        return None if sent is None else Box(*shape(sent).bounds)

    def read_promoter(
        self, swa_code: str, done: Callable[[Organisation], None], failed: Failed
    ) -> None:
        """Read the prefix and the workstreams of the promoter that the application is for."""
        client = self._account.require_client()

        def read(promoter: Organisation) -> None:
            self._promoter = promoter
            done(promoter)

        self._jobs.start(
            tr("Street Works: reading the promoter"),
            lambda progress: _promoter(client, swa_code),
            done=read,
            failed=failed,
            topic="promoter",
        )

    def new_reference(self, prefix: str, workstream: str) -> str:
        """Return a works reference never used before.

        `prefix` is the promoter's, `workstream` "" for none chosen.
        """
        return new_work_reference(prefix, workstream or "001")

    def ask_category(
        self, query: dict[str, Any], done: Callable[[WorkCategoryResponse], None], failed: Failed
    ) -> None:
        """Ask the register for category and duration; a newer question overtakes an older one."""
        client = self._account.require_client()
        self._jobs.start(
            tr("Street Works: asking for the category"),
            lambda progress: client.work.get_work_category(**query),
            done=done,
            failed=failed,
            topic="category",
        )

    def submit(
        self,
        request: WorkCreateRequest,
        done: Callable[[Receipt], None],
        failed: Failed,
        unknown: Failed,
        not_sent: Failed,
    ) -> None:
        """Send the application once; what is sent is written down before."""
        client, key = self._account.require_client(), self._key
        reference = request.work_reference_number or ""

        def broke_off(error: StreetWorksError) -> None:
            self.settled.emit()
            entry = self._journal.latest(key, CREATE_WORKS.name, reference)
            (unknown if entry is not None and entry.open else not_sent)(error)

        self._start(
            tr("Street Works: submitting"),
            lambda: submit(client, self._journal, CREATE_WORKS, key, reference, request),
            {State.ACCEPTED: done, State.REFUSED: failed, State.UNKNOWN: unknown,
             State.NOT_THERE: not_sent},
            broke_off,
        )  # fmt: skip

    def settle(
        self,
        reference: str,
        done: Callable[[Receipt], None],
        not_there: Callable[[], None],
        failed: Failed,
    ) -> None:
        """Find out whether the register has the works `reference`."""
        self._settle(CREATE_WORKS, reference, done, not_there, failed)

    def _settle(
        self,
        operation: Operation,
        subject: str,
        done: Callable[[Receipt], None],
        not_there: Callable[[], None],
        failed: Failed,
    ) -> None:
        client, key = self._account.require_client(), self._key
        self._start(
            tr("Street Works: asking Street Manager"),
            lambda: settle(client, self._journal, operation, key, subject),
            {State.ACCEPTED: done, State.NOT_THERE: lambda _error: not_there(),
             State.UNKNOWN: failed, State.REFUSED: failed},
            failed,
        )  # fmt: skip

    def settle_all(self) -> None:
        """Settle every submission whose outcome is not known, as far as the account may ask.

        Raises StreetWorksError when nobody is signed in, and when all of them are others' works.
        """
        rights = self._account.require_client().rights
        pending = self._journal.pending(self._key)
        own = [entry for entry in pending if is_own(entry, rights.may_read)]
        if pending and not own:
            raise StreetWorksError(
                tr("These works were sent with another account."),
                advice=tr("Sign in with that one to find out what became of them."),
                about=RIGHTS,
            )
        for entry in own:
            operation = OPERATIONS.get(entry.operation)
            if operation is None:
                row = DamagedRow(entry.subject, entry.operation)
                self.trouble.emit(submissions_damaged([row]))
            else:
                self._settle(operation, entry.subject, _heard, _not_there, self.trouble.emit)

    def upload_file(
        self, path: str, done: Callable[[FileSummaryResponse], None], failed: Failed
    ) -> None:
        """Upload the evidence file at `path`."""
        client = self._account.require_client()
        promoter = self._promoter.swa_code or None
        self._jobs.start(
            tr("Street Works: uploading a file"),
            lambda progress: client.work.upload_file(path, promoter),
            done=done,
            failed=failed,
        )

    def delete_file(self, file_id: int, done: Callable[[], None], failed: Failed) -> None:
        """Delete an uploaded file that no application uses."""
        client = self._account.require_client()
        self._jobs.start(
            tr("Street Works: removing a file"),
            lambda progress: client.work.delete_file(file_id),
            done=lambda _nothing: done(),
            failed=failed,
        )

    def map_picture(self, width: int, height: int, done: Callable[[QImage], None]) -> None:
        """Paint the map around the extent on the grid, `width` by `height` pixels."""
        settings = QgsMapSettings()
        settings.setDestinationCrs(QgsCoordinateReferenceSystem(NATIONAL_GRID))
        settings.setTransformContext(QgsProject.instance().transformContext())
        settings.setLayers(self._canvas.mapSettings().layers())
        settings.setBackgroundColor(self._canvas.canvasColor())
        settings.setOutputSize(QSize(width, height))
        box = Box(*self._sheet.require_extent().geometry.bounds).grown(_AROUND_M)
        settings.setExtent(QgsRectangle(*box))
        job = QgsMapRendererParallelJob(settings)
        job.finished.connect(lambda: done(job.renderedImage()))
        self._picture = job
        job.start()

    def save_values(self, values: dict[str, Any]) -> None:
        """Keep the half-filled form with the draft."""
        self._sheet.keep_values(values)

    def close_down(self) -> None:
        """Stop painting; for when the plugin is switched off."""
        if self._picture is not None:
            self._picture.cancel()
            self._picture = None

    def _account_changed(self) -> None:
        """Forget another account's promoter, and read the only one that there is beforehand.

        Where that fails nobody is told: the form asks again, and says why if it fails there.
        """
        self._promoter = _NOT_READ
        promoters = self._account.promoters
        if len(promoters) == 1:
            code = promoters[0].code
            self.read_promoter(code, lambda _promoter: None, lambda _error: None)

    def _sent(self, reference: str) -> Optional[Entry]:
        return self._journal.latest(self._key or None, CREATE_WORKS.name, reference)

    def _start(
        self,
        description: str,
        work: Callable[[], Submission],
        answers: dict[State, Callable[[Any], None]],
        failed: Failed,
    ) -> None:
        def done(submission: Submission) -> None:
            self.settled.emit()
            if submission.receipt is not None:
                answers[State.ACCEPTED](submission.receipt)
                self.accepted.emit(submission.receipt.works_reference)
            else:
                answers[submission.state](submission.error)

        self._jobs.start(
            description, lambda progress: work(), done=done, failed=failed, keeps_open=True
        )


_NOT_READ = Organisation("", "", "")


def _promoter(client: StreetManager, swa_code: str) -> Organisation:
    """Read a promoter; workstreams that the account may not see can be left to the register."""
    one = client.party.get_organisation(swa_code)
    try:
        workstreams = client.party.get_workstreams(swa_code)
    except AccessRestricted:
        workstreams = []
    return Organisation(
        prefix=one.prefix,
        swa_code=swa_code,
        name=one.name,
        workstreams=tuple(
            Workstream(stream.prefix, stream.name)
            for stream in workstreams
            if stream.prefix != DEFAULT_WORKSTREAM and stream.status != WorkstreamStatus.DEACTIVATED
        ),
        kind=str(one.organisation_type),
    )


def _heard(_receipt: Receipt) -> None:
    """`accepted` tells the planner."""


def _not_there() -> None:
    """`settled` tells the planner: nothing is waiting any more."""
