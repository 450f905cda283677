"""Keeps what is on a form as it is typed, and says so beside it."""

from datetime import datetime, timezone
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QLabel

from ...plugin.errors import StreetWorksError
from ...plugin.trade.calendar import uk_time
from ...plugin.words import tr
from ..shared.trouble import attempt

SAVE_MS = 400


class Keeping(QObject):
    """Keeps the answers once typing pauses, until they have been accepted."""

    def __init__(
        self,
        keep: Optional[Callable[[dict[str, Any]], None]],
        values: Callable[[], dict[str, Any]],
        label: QLabel,
    ) -> None:
        """`keep` saves what `values` gives, None where nothing is kept; `label` says how it is."""
        super().__init__(label)
        self._keep = keep
        self._values = values
        self._label = label
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_MS)
        self._timer.timeout.connect(self.now)
        label.setText(tr("Your answers are kept as you type.") if keep else "")

    def soon(self) -> None:
        """Keep the answers once nothing has changed for a moment."""
        self._timer.start()

    def now(self) -> bool:
        """Keep the answers at once; returns whether they are kept."""
        self._timer.stop()
        keep = self._keep
        return keep is not None and attempt(lambda: self._kept(keep), self._not_kept)

    def over(self) -> None:
        """Keep nothing more: the answers have been accepted."""
        self._timer.stop()
        self._keep = None
        self._label.clear()

    def _kept(self, keep: Callable[[dict[str, Any]], None]) -> None:
        keep(self._values())
        now = uk_time(datetime.now(timezone.utc))
        said = tr("Kept at {time}: you can close this and come back.")
        self._label.setText(said.format(time=now.strftime("%H:%M")))

    def _not_kept(self, error: StreetWorksError) -> None:
        self._label.setText(tr("NOT kept: {why}").format(why=error))
