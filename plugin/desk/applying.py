"""The application: what its form asks of the register, the map and the draft."""

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
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QImage
from shapely.geometry import shape

from ..api import StreetManager
from ..api.errors import AccessRestricted
from ..api.v1.enums import WorkstreamStatus
from ..background.jobs import Jobs
from ..drafts import Journal
from ..errors import RIGHTS, STREET, StreetWorksError
from ..forms.application.sending import CREATE_WORKS, sent_shape
from ..forms.application.situation import (
    CategoryAnswer,
    Organisation,
    Promoter,
    Situation,
    Workstream,
)
from ..map.memory import NATIONAL_GRID
from ..trade.box import Box
from ..trade.calendar import uk_today
from ..trade.workstreams import DEFAULT_WORKSTREAM
from ..words import tr
from .account import Account
from .clashing import Clashing
from .filling import Failed, Filling
from .roles import why_no_application
from .sheet import Sheet

_AROUND_M = 40.0


class Applying(Filling):
    """What an application asks for beside what every form does."""

    def __init__(
        self,
        jobs: Jobs,
        account: Account,
        sheet: Sheet,
        clashing: Clashing,
        journal: Journal,
        canvas: QgsMapCanvas,
    ) -> None:
        super().__init__(jobs, account, journal)
        self._sheet = sheet
        self._clashing = clashing
        self._canvas = canvas
        self._picture: Optional[QgsMapRendererParallelJob] = None
        self._promoter = _NOT_READ
        account.changed.connect(self._account_changed)

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

    def place_of(self, reference: str) -> Optional[Box]:
        """Return the box (EPSG:27700) of what was sent under `reference`, or None."""
        entry = self._sent(CREATE_WORKS, reference)
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

    def ask_category(
        self, query: dict[str, Any], done: Callable[[CategoryAnswer], None], failed: Failed
    ) -> None:
        """Ask the register for category and duration; a newer question overtakes an older one."""
        client = self._account.require_client()
        self._jobs.start(
            tr("Street Works: asking for the category"),
            lambda progress: CategoryAnswer.of(
                client.work.get_work_category(**query), datetime.now(timezone.utc)
            ),
            done=done,
            failed=failed,
            topic="category",
        )

    def upload_file(self, path: str, done: Callable[[int], None], failed: Failed) -> None:
        """Upload the evidence file at `path`; `done` gets its number."""
        client = self._account.require_client()
        promoter = self._promoter.swa_code or None
        self._jobs.start(
            tr("Street Works: uploading a file"),
            lambda progress: int(client.work.upload_file(path, promoter).file_id),
            done=done,
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
