"""The sheet on the desk: the one draft being worked on, from the drawing to the filled form.

Every step hands on a frozen value and is saved at once, so that a crash loses nothing.
"""

import uuid
from dataclasses import replace
from datetime import date, datetime, timezone
from typing import Any, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal
from shapely import from_wkt

from ..api import StreetManager
from ..api.errors import NotFound
from ..api.v1.models.lookup import StreetResponse
from ..background.jobs import Jobs, Progress
from ..drafts import Draft, DraftStore
from ..errors import StreetWorksError
from ..extents import Drawing, Examined, Extent, Finding, Mended, check_street, examine, mend
from ..extents.examine import judge
from ..rules.calendar import add_working_days, uk_today
from ..words import tr
from .account import Account
from .streets import line_of, probe_points


class Sheet(QObject):
    """The draft on the desk. `changed` follows each step; `streets_found` each look-up."""

    changed = pyqtSignal()
    streets_found = pyqtSignal(object)  # list[StreetResponse]
    mended = pyqtSignal(object)  # Mended
    trouble = pyqtSignal(object)

    def __init__(self, jobs: Jobs, account: Account, store: DraftStore) -> None:
        super().__init__()
        self._jobs = jobs
        self._account = account
        self._store = store
        self._undo: list[Examined] = []
        self.draft = _new_draft()
        self.examined: Optional[Examined] = None
        self.street: Optional[StreetResponse] = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is to be said of the extent, its place on the chosen street included."""
        if self.examined is None:
            return ()
        extent = self.examined.extent
        if extent is None or self.street is None:
            return self.examined.findings
        return (*self.examined.findings, *check_street(extent, line_of(self.street)))

    @property
    def dates(self) -> tuple[date, date]:
        """First and last day of the works as the planner set them; three weeks from now if not."""
        values = self.draft.values
        start = values.get("proposed_start_date")
        end = values.get("proposed_end_date")
        first = date.fromisoformat(start) if start else add_working_days(uk_today(), 15)
        return first, date.fromisoformat(end) if end else add_working_days(first, 2)

    def set_dates(self, start: date, end: date) -> None:
        """Take the first and the last day of the works; the form begins with them."""
        dates = {"proposed_start_date": start.isoformat(), "proposed_end_date": end.isoformat()}
        self.keep_values({**self.draft.values, **dates})
        self.changed.emit()

    def require_extent(self) -> Extent:
        """Return the extent; raises StreetWorksError when there is none yet."""
        if self.examined is None or self.examined.extent is None:
            raise StreetWorksError(
                tr("There is no extent yet."),
                advice=tr("Draw a point, a line or a polygon on the map first."),
            )
        return self.examined.extent

    @staticmethod
    def require_order(start: date, end: date) -> None:
        """Raise StreetWorksError when `end` is before `start`."""
        if end < start:
            raise StreetWorksError(
                tr("The works would end before they start."),
                advice=tr("Please put the dates in order."),
            )

    @property
    def can_undo(self) -> bool:
        """Whether a mend can be taken back."""
        return bool(self._undo)

    def take(self, wkt: str, crs: str) -> None:
        """Begin a new draft with the shape `wkt` as drawn in `crs`; then look for its streets.

        It takes some milliseconds and stays on the main thread: pyproj crashes on QGIS's worker
        threads. Raises GridUnavailable (a StreetWorksError); the drawing is saved even then.
        """
        self._undo.clear()
        self.street = self.examined = None
        self._save(replace(_new_draft(), drawing_wkt=wkt, drawing_crs=crs))
        self._hold(examine(Drawing(wkt, crs)))
        self.find_streets()

    def mend(self, rule: str) -> None:
        """Mend what the finding `rule` says, keeping the shape as it was for `undo`."""
        if self.examined is None:
            return
        before = self.examined
        result: Mended = mend(before, rule)
        self._undo.append(before)
        self._hold(result.examined)
        self.mended.emit(result)

    def undo(self) -> None:
        """Take the last mend back."""
        if self._undo:
            self._hold(self._undo.pop())

    def find_streets(self) -> None:
        """Look up the streets within 25 m of the extent; ends in `streets_found` or `trouble`."""
        if self.examined is None or self.examined.extent is None or not self._account.signed_in:
            return
        client = self._account.require_client()
        points = probe_points(self.examined.extent.geometry)

        def work(progress: Progress) -> list[StreetResponse]:
            found: dict[int, StreetResponse] = {}
            for number, (easting, northing) in enumerate(points):
                progress.raise_if_cancelled()
                for street in _streets_at(client, easting, northing):
                    found.setdefault(int(street.usrn), street)
                progress.report((number + 1) / len(points))
            return list(found.values())

        self._jobs.start(
            tr("Street Works: looking for the street"),
            work,
            done=self._offer_streets,
            failed=self.trouble.emit,
            topic="streets",
        )

    def look_up(self, usrn: int) -> None:
        """Fetch the street with that USRN and take it; ends in `changed` or `trouble`."""
        client = self._account.require_client()
        self._jobs.start(
            tr("Street Works: looking for the street"),
            lambda progress: client.lookup.get_streets_by_usrn(usrn),
            done=self.choose_street,
            failed=self.trouble.emit,
            topic="streets",
        )

    def choose_street(self, street: Optional[StreetResponse]) -> None:
        """Take `street` as the one that the works are on."""
        self.street = street
        kept = None if street is None else street.model_dump(mode="json", exclude_none=True)
        usrn = None if street is None else int(street.usrn)
        self._save(replace(self.draft, street=kept, usrn=usrn))
        self.changed.emit()

    @property
    def form_values(self) -> dict[str, Any]:
        """What the form begins with: what was typed before, and the dates."""
        first, last = self.dates
        dates = {
            "proposed_start_date": first.isoformat(),
            "proposed_end_date": last.isoformat(),
        }
        return {**dates, **self.draft.values}

    def keep_values(self, values: dict[str, Any]) -> None:
        """Save the half-filled form."""
        self._save(replace(self.draft, values=values))

    def restore(self) -> bool:
        """Put the latest draft back on the desk; returns False when there is none."""
        draft = self._store.latest()
        if draft is None or not draft.drawing_wkt:
            return False
        self.draft = draft
        self.street = None if draft.street is None else StreetResponse.model_validate(draft.street)
        self.examined = _examined_again(draft)
        self.changed.emit()
        return True

    def clear(self) -> None:
        """Put the draft away for good: it was submitted, or the planner threw it away."""
        self._store.remove(self.draft.id)
        self.draft = _new_draft()
        self.examined = self.street = None
        self._undo.clear()
        self.changed.emit()

    def _offer_streets(self, streets: list[StreetResponse]) -> None:
        if len(streets) == 1 and self.street is None:
            self.choose_street(streets[0])
        self.streets_found.emit(streets)

    def _hold(self, examined: Examined) -> None:
        self.examined = examined
        extent = examined.extent
        self._save(replace(self.draft, extent_wkt="" if extent is None else extent.geometry.wkt))
        self.changed.emit()

    def _save(self, draft: Draft) -> None:
        environment = self._account.environment
        self.draft = replace(
            draft,
            environment=draft.environment if environment is None else environment.key,
            updated=datetime.now(timezone.utc),
        )
        self._store.save(self.draft)


def _new_draft() -> Draft:
    return Draft(
        id=uuid.uuid4().hex,
        environment="",
        drawing_wkt="",
        drawing_crs="",
        extent_wkt="",
        usrn=None,
        street=None,
        values={},
        updated=datetime.now(timezone.utc),
    )


def _streets_at(client: StreetManager, easting: float, northing: float) -> list[StreetResponse]:
    try:
        return client.lookup.get_streets(easting, northing)
    except NotFound:  # how the register says that none is within 25 m
        return []


def _examined_again(draft: Draft) -> Examined:
    """Examine a saved draft; a mended extent is judged as it was left, not drawn anew."""
    examined = examine(Drawing(draft.drawing_wkt, draft.drawing_crs))
    if not draft.extent_wkt or examined.extent is None:
        return examined
    kept = from_wkt(draft.extent_wkt)
    if kept.equals_exact(examined.extent.geometry):
        return examined
    return judge(examined.drawing, replace(examined.extent, geometry=kept), examined.limits)
