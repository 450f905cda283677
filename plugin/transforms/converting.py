"""Makes the OSTN15 file for QGIS itself, proves it, and takes it away again."""

from qgis.core import QgsCoordinateTransform, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..background.geometry_thread import GeometryThread
from ..background.jobs import Jobs
from ..background.task import Progress
from ..errors import StreetWorksError
from ..libraries import load_libraries
from ..words import tr
from . import grid_in_qgis, making
from .following import Following

_TOPIC = "OSTN15"


class Converting(QObject):
    """Lets QGIS convert by OSTN15, or as it did before; `changed` and `trouble` tell the end."""

    changed = pyqtSignal()
    trouble = pyqtSignal(object)

    def __init__(self) -> None:
        super().__init__()
        self._jobs = Jobs()
        self._thread = GeometryThread()
        self._following = Following(QgsProject.instance())

    def close(self) -> None:
        """Make no more of it, and follow QGIS's projects no more."""
        self._jobs.cancel_all()
        self._thread.stop()
        self._following.stop()

    @property
    def is_there(self) -> bool:
        """Whether QGIS finds a file of that name, right or not."""
        return grid_in_qgis.found() is not None

    @property
    def busy(self) -> bool:
        """Whether the file is being made."""
        return bool(self._jobs.running)

    @property
    def restart_due(self) -> bool:
        """Whether all of QGIS will know of what was done only once it is started anew."""
        return self._following.restart_due

    def make(self) -> None:
        """Make the file and let QGIS use it. One that is there is left alone, if it is not ours."""
        if not making.wanted():
            self._put_in_use()
            return
        self._jobs.start(
            tr("Make QGIS convert by OSTN15"),
            self._write,
            done=lambda _none: self._put_in_use(),
            failed=self._failed,
            cancelled=self.changed.emit,
            topic=_TOPIC,
        )
        self.changed.emit()

    def take_away(self) -> None:
        """Take our file away, and let QGIS convert as it did before."""
        QgsCoordinateTransform.invalidateCache()  # Windows keeps a file that is open
        try:
            grid_in_qgis.remove()
        except StreetWorksError as error:
            self._failed(error)
        else:
            self._following.put_right()
            self.changed.emit()

    def _write(self, progress: Progress) -> None:
        content = self._thread.do_unless(progress.raise_if_cancelled, lambda: _content(progress))
        grid_in_qgis.put(content)

    def _put_in_use(self) -> None:
        """Prove the file by QGIS's own transforms before any project uses it."""
        try:
            making.proven()
        except StreetWorksError as error:
            self._failed(error)
        else:
            self._following.put_right()
            self.changed.emit()

    def _failed(self, error: StreetWorksError) -> None:
        self.changed.emit()
        self.trouble.emit(error)


def _content(progress: Progress) -> bytes:
    load_libraries()
    from ..extents import grid_file  # noqa: PLC0415 - after the libraries

    def report(part: float) -> None:
        progress.raise_if_cancelled()
        progress.report(part)

    return grid_file.content(report)
