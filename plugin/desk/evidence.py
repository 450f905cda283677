"""Evidence of the last check for clashes: written into files, or attached to the application."""

import re
import tempfile
from collections.abc import Mapping
from datetime import datetime, timezone
from pathlib import Path
from typing import Callable, Optional

from qgis.core import QgsMapLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..background.jobs import Job, Jobs
from ..background.slices import on_main_thread
from ..background.task import Progress
from ..clashes.report import Report
from ..clashes.summary import summary
from ..errors import StreetWorksError
from ..evidence.columns import table
from ..evidence.document import Document, contents, document
from ..evidence.geopackage import geopackage
from ..evidence.pack import Pack
from ..files.together import write_together
from ..forms import attachments
from ..forms.attachments import Attachment
from ..map.group import BACKGROUND, mark_of
from ..trade.calendar import uk_today
from ..words import tr
from .account import Account
from .applying import Applying
from .clashing import Clashing
from .sheet import Sheet

PDF, GEOPACKAGE, CSV = ".pdf", ".gpkg", ".csv"
_LONGEST_NAME = 60
_NOT_IN_NAMES = re.compile(r"[^\w-]+")

Verdicts = Callable[[Report], Mapping[tuple[str, str], str]]


class Evidence(QObject):
    """Makes evidence packs, one at a time; `changed` says that one is begun, goes on or is over.

    `written` carries the paths of the files, `attached` the name of the document. `trouble` tells
    also of a template that cannot be used; the document is then made with the plugin's own.
    """

    changed = pyqtSignal()
    written = pyqtSignal(object)  # tuple[Path, ...]
    attached = pyqtSignal(str)
    trouble = pyqtSignal(object)

    def __init__(
        self,
        jobs: Jobs,
        account: Account,
        sheet: Sheet,
        clashing: Clashing,
        applying: Applying,
        canvas: QgsMapCanvas,
        folder: Path,
    ) -> None:
        """`folder` is where the planner's own template may be."""
        super().__init__()
        self._jobs = jobs
        self._account = account
        self._sheet = sheet
        self._clashing = clashing
        self._applying = applying
        self._canvas = canvas
        self._folder = folder
        self._job: Optional[Job] = None
        self.fraction = 0.0  # of what is under way
        self.verdicts: Verdicts = lambda _report: {}
        self.is_filled_in: Callable[[], bool] = bool  # whether a form is open, which has the files

    def paths(self, folder: Path) -> tuple[Path, ...]:
        """Return the files that a pack in `folder` would have: document, GeoPackage, table."""
        return tuple(folder / f"{self._name()}{ending}" for ending in (PDF, GEOPACKAGE, CSV))

    def write(self, folder: Path) -> None:
        """Write a pack into `folder`, over files of its names; ends in `written` or `trouble`.

        Raises StreetWorksError when there is nothing to prove yet.
        """
        pack, paths = self._pack(), self.paths(folder)

        def work(progress: Progress) -> Document:
            made = self._made(pack, progress)
            write_together(dict(zip(paths, (made.content, geopackage(pack), table(pack)))))
            return made

        self._start(
            tr("Street Works: writing the evidence"), work, lambda: self.written.emit(paths)
        )

    def attach(self) -> None:
        """Attach the document to the application; ends in `attached` or `trouble`.

        Raises StreetWorksError when there is nothing to prove yet, or nobody is signed in.
        """
        self._account.require_client()
        pack, name, draft = self._pack(), self._name() + PDF, self._sheet.draft.id
        folder = tempfile.TemporaryDirectory()
        path = Path(folder.name) / name

        def work(progress: Progress) -> Document:
            made = self._made(pack, progress)
            write_together({path: made.content})
            return made

        def upload() -> None:
            new = attachments.read(str(path))
            attachments.check_beside(new, attachments.attached(self._sheet.draft.values))
            self._applying.upload_file(
                str(path),
                pack.report.ours.promoter_code,
                lambda number: self._keep(draft, number, new, folder),
                self.trouble.emit,
            )

        self._start(tr("Street Works: making the evidence"), work, upload)

    def _keep(
        self, draft: str, number: int, new: Attachment, folder: "tempfile.TemporaryDirectory[str]"
    ) -> None:
        """Put a file that was uploaded among the attachments of the draft, if it is still there."""
        folder.cleanup()
        if self._sheet.draft.id != draft or self.is_filled_in():
            self._applying.delete_file(number, lambda: None, self.trouble.emit)
            raise StreetWorksError(
                tr("The evidence was not attached: the draft or its form is in other hands now."),
                advice=tr("Close the form, go back to the draft and attach it again."),
            )
        self._sheet.keep_values(attachments.with_file(self._sheet.draft.values, number, new))
        self.attached.emit(new.name)

    def cancel(self) -> None:
        """Stop what is under way; no file is left of it."""
        if self._job is not None:
            self._job.cancel()

    @property
    def under_way(self) -> bool:
        """Whether a pack is being made."""
        return self._job is not None

    def _start(
        self, said: str, work: Callable[[Progress], Document], done: Callable[[], None]
    ) -> None:
        def over() -> None:
            self._job, self.fraction = None, 0.0
            self.changed.emit()

        def made(document: Document) -> None:
            over()
            if document.trouble is not None:
                self.trouble.emit(document.trouble)
            done()

        def failed(error: StreetWorksError) -> None:
            over()
            self.trouble.emit(error)

        self._job = self._jobs.start(
            said,
            work,
            done=made,
            failed=failed,
            cancelled=over,
            topic="evidence",
            reported=self._report,
        )
        self.changed.emit()

    def _report(self, fraction: float, _text: str) -> None:
        self.fraction = fraction
        self.changed.emit()

    def _made(self, pack: Pack, progress: Progress) -> Document:
        steps = document(contents(pack), self._folder, self._background)
        return on_main_thread(steps, progress)

    def _background(self) -> list[QgsMapLayer]:
        """Return what the canvas shows of the planner's own layers, and the background."""
        layers = self._canvas.mapSettings().layers()
        return [one for one in layers if (mark_of(one) or (BACKGROUND,))[0] == BACKGROUND]

    def _name(self) -> str:
        """Return the name of the files without its ending: the street and the day."""
        street = self._sheet.street
        name = "" if street is None else _NOT_IN_NAMES.sub(" ", street.name)[:_LONGEST_NAME]
        return " ".join(tr("Evidence {street} {day}").format(street=name, day=uk_today()).split())

    def _pack(self) -> Pack:
        report, known = self._clashing.report, self._clashing.known
        if report is None or known is None:
            raise StreetWorksError(
                tr("There is nothing to prove yet with this extent and these dates."),
                advice=tr("Choose “Find clashes” first."),
            )
        organisation = self._account.organisation
        by = (self._account.user, "" if organisation is None else organisation.name)
        return Pack(
            report=report,
            extent=self._sheet.require_extent(),
            street=self._sheet.street,
            checked=(summary(report), *known.account()),
            verdicts=self.verdicts(report),
            as_of=known.as_of,
            made=datetime.now(timezone.utc),
            by=", ".join(filter(None, by)),
        )
