"""The application: what its form asks of the register, the map and the draft."""

from datetime import datetime, timezone
from functools import partial
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
from shapely.geometry import GeometryCollection, shape
from shapely.geometry.base import BaseGeometry

from ..background.jobs import Jobs
from ..drafts import Journal, Operation
from ..errors import RIGHTS, STREET, StreetWorksError
from ..forms.about import About, FormAbout, sides_of
from ..forms.application.on_works import read_about
from ..forms.application.sending import sent_shape
from ..forms.application.situation import Situation
from ..forms.fields import Need
from ..forms.shapes import Drawn
from ..map.memory import NATIONAL_GRID
from ..map.overlay import paint_change
from ..trade.box import Box
from ..trade.calendar import uk_today
from ..trade.records.belonging import OfWorks
from ..trade.records.people import Promoter
from ..trade.records.works import Works
from ..words import tr
from .account import Account
from .clashing import Clashing
from .filling import Failed, Filling
from .habits import Habits
from .roles import why_no_application
from .sheet import Sheet
from .verdicts import Verdicts

_AROUND_M = 40.0


class Applying(Filling):
    """What an application asks for beside what every form does."""

    def __init__(
        self,
        jobs: Jobs,
        account: Account,
        sheet: Sheet,
        clashing: Clashing,
        verdicts: Verdicts,
        journal: Journal,
        canvas: QgsMapCanvas,
        habits: Habits,
    ) -> None:
        super().__init__(jobs, account, journal, habits)
        self._sheet = sheet
        self._clashing = clashing
        self._verdicts = verdicts
        self._canvas = canvas
        self._painting: set[QgsMapRendererParallelJob] = set()  # QGIS needs them to their ends
        self._promoter = _NOT_READ
        account.changed.connect(self._account_changed)

    def situation(self) -> Situation:
        """Return what the form starts from; raises StreetWorksError for what is still missing."""
        begun = self.beginning()
        extent = self._sheet.require_submittable()
        street = self._sheet.street
        if street is None:
            raise StreetWorksError(
                tr("It is not known yet which street the works are on."),
                advice=tr("Choose the street on the “Extent” panel."),
                about=STREET,
            )
        return Situation(
            street=street,
            extent=extent.geojson(),
            accuracy_m=extent.accuracy_m,
            section_58=self._clashing.restrictions,
            clashes=self._verdicts.clashes_found,
            **begun,
        )

    def beginning(self) -> dict[str, Any]:
        """Return of the situation what holds for every street: day, moment, promoters.

        Raises StreetWorksError where the account may not apply.
        """
        refused = why_no_application(self._account.require_register())
        if refused:
            raise StreetWorksError(refused, about=RIGHTS)
        promoters, now = self._account.promoters, datetime.now(timezone.utc)
        return {
            "promoter": self._promoter if len(promoters) == 1 else _NOT_READ,
            "promoters": promoters,
            "today": uk_today(now),
            "now": now,
        }

    def begin_step(
        self,
        form: FormAbout[Any, Any],
        works: Works,
        record: OfWorks,
        done: Callable[[Any], None],
        failed: Failed,
    ) -> None:
        """Give the situation of a form about a record of works, once it is read what it needs.

        Raises StreetWorksError when nobody is signed in.
        """
        register = self._account.require_register()
        if Need.STREET not in form.needs:
            done(About(works, record, uk_today(), sides_of(register.party, works)))
            return
        self._jobs.start(
            tr("Street Works: reading the street"),
            lambda progress: read_about(register, works, record),
            done=done,
            failed=failed,
            topic="application",
        )

    def extent_of(self, operation: Operation, reference: str) -> Optional[BaseGeometry]:
        """Return the extent (EPSG:27700) of the new works sent under `reference`, or None."""
        entry = self._sent(operation, reference)
        sent = None if entry is None or entry.damage else sent_shape(entry)
        return None if sent is None else shape(sent)

    def read_promoter(self, code: str, done: Callable[[Promoter], None], failed: Failed) -> None:
        """Read the prefix and the workstreams of the promoter that the application is for."""
        register = self._account.require_register()

        def read(promoter: Promoter) -> None:
            self._promoter = promoter
            done(promoter)

        self._jobs.start(
            tr("Street Works: reading the promoter"),
            lambda progress: register.promoter(code),
            done=read,
            failed=failed,
            topic="promoter",
        )

    def map_picture(
        self, drawn: Drawn, width: int, height: int, done: Callable[[QImage], None]
    ) -> None:
        """Paint the map around an extent on the grid, `width` by `height` pixels.

        Where it was another one before, both are painted over it.
        """
        shapes = [shape(one) for one in drawn if one is not None]
        settings = QgsMapSettings()
        settings.setDestinationCrs(QgsCoordinateReferenceSystem(NATIONAL_GRID))
        settings.setTransformContext(QgsProject.instance().transformContext())
        settings.setLayers(self._canvas.mapSettings().layers())
        settings.setBackgroundColor(self._canvas.canvasColor())
        settings.setOutputSize(QSize(width, height))
        box = Box(*GeometryCollection(shapes).bounds).grown(_AROUND_M)
        settings.setExtent(QgsRectangle(*box))
        job = QgsMapRendererParallelJob(settings)
        job.finished.connect(partial(self._painted, job, shapes, done))
        self._painting.add(job)
        job.start()

    def _painted(
        self, job: QgsMapRendererParallelJob, shapes: list[Any], done: Callable[[QImage], None]
    ) -> None:
        self._painting.remove(job)
        job.finished.disconnect()  # the last hold on it
        image = job.renderedImage()
        if len(shapes) > 1:
            paint_change(image, job.mapSettings().mapToPixel(), *shapes)
        done(image)

    def close_down(self) -> None:
        """Stop painting; for when the plugin is switched off."""
        for job in tuple(self._painting):
            job.cancel()

    def _account_changed(self) -> None:
        """Forget another account's promoter, and read the only one that there is beforehand.

        Where that fails nobody is told: the form asks again, and says why if it fails there.
        """
        self._promoter = _NOT_READ
        promoters = self._account.promoters
        if len(promoters) == 1:
            code = promoters[0].code
            self.read_promoter(code, lambda _promoter: None, lambda _error: None)


_NOT_READ = Promoter("", "")
