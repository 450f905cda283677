"""One run of a download: fetch on a thread of its own, then write; and all of it said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Union

from qgis.core import QgsProcessingFeedback

from ..api.errors import Cancelled
from ..trade.kinds import title
from ..words import tr
from .aside import done_with_progress
from .download_from import Downloaded, Wanted, download
from .download_gone import Reach
from .download_to import Database, Files, destination_of
from .download_writing import Counts, Mode, Writing
from .signing_in import Access

__all__ = ["Mode", "Run", "Wanted", "destination_of"]

_FETCHED = 80  # per cent


@dataclass(frozen=True)
class Run:
    """What one run does. `past` also removes what ended in the area before the first day."""

    access: Access
    wanted: Wanted
    destination: Union[Database, Files]
    mode: Mode
    past: bool
    feedback: QgsProcessingFeedback

    def do(self) -> dict[str, Any]:
        """Download and write; return the outputs, none when the planner cancelled.

        Raises StreetWorksError and QgsProcessingException.
        """
        reach = Reach(self.wanted, everything=self.mode is Mode.REPLACE, past=self.past)
        writing = Writing(self.destination, self.mode, reach, self.feedback)
        try:
            found = self._fetched()
            counts = writing.write(found)
        except Cancelled:
            self.feedback.pushInfo(tr("Cancelled: nothing was written."))
            return {}
        for kind, numbers in counts.items():
            self._say_counts(kind, numbers)
        self.feedback.setProgress(100)
        added, changed, gone, same = map(sum, zip(*counts.values()))
        return {
            "ADDED": added,
            "CHANGED": changed,
            "GONE": gone,
            "UNCHANGED": same,
            "COMPLETE": all(one.complete for one in found),
        }

    def _fetched(self) -> Sequence[Downloaded]:
        found = done_with_progress(
            lambda report, warn: download(
                self.access, self.wanted, report, self.feedback.isCanceled, warn
            ),
            self.feedback,
            _FETCHED,
        )
        for one in found:
            self._say_what_came(one)
        return found

    def _say_what_came(self, one: Downloaded) -> None:
        """Say what came of a kind; what is missing as an error, so that it is seen."""
        tell = self.feedback.pushInfo if one.complete else self.feedback.reportError
        tell(one.statement())
        for unread in (*one.fetched.unread, *one.undrawable):
            self.feedback.reportError(f"{unread.reference}: {unread.reason}")

    def _say_counts(self, kind: str, counts: Counts) -> None:
        text = tr("{kind}: {added} added, {changed} changed, {gone} removed, {same} the same.")
        self.feedback.pushInfo(text.format(kind=title(kind), **counts._asdict()))
