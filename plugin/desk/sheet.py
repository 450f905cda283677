"""The sheet on the desk: the one draft being worked on, from the drawing to the filled form.

Every step hands on a frozen value and is saved at once, so that a crash loses nothing.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timezone
from typing import Any, Callable, Optional, TypeVar

from qgis.PyQt.QtCore import QObject, pyqtSignal
from shapely import from_wkt
from shapely.geometry.base import BaseGeometry

from ..background.jobs import Jobs
from ..background.task import Progress
from ..drafts import Draft, DraftStore
from ..errors import DATES, EXTENT, StreetWorksError
from ..extents import (
    Drawing,
    Examined,
    Extent,
    Finding,
    Limits,
    Mended,
    Severity,
    check_street,
    examine,
    mend,
)
from ..extents.examine import judge_again
from ..extents.grid import approximation_accepted
from ..forms import kept_street
from ..forms.application.days import days_or_usual, on_days
from ..trade.records.streets import Street
from ..words import tr
from .account import Account
from .changes import (
    diversion_of,
    edited,
    examined_again,
    is_damaged,
    kept_diversion,
    redrawn,
    with_area,
)
from .examining import LIGHT, Examining
from .history import Change, Drawn, History
from .streets import line_of, named_lines, probe_points

T = TypeVar("T")


class Sheet(QObject):
    """The draft on the desk. `changed` follows each step; `streets_found` each look-up.

    `change` is what the last step did to the shape, None when it was drawn, taken back or left.
    """

    changed = pyqtSignal()
    streets_found = pyqtSignal(object)  # tuple[Street, ...]
    streets_there = pyqtSignal(object)  # tuple[Street, ...] at a place; None: it went wrong
    trouble = pyqtSignal(object)

    def __init__(
        self,
        jobs: Jobs,
        account: Account,
        store: DraftStore,
        limits: Callable[[], Limits] = Limits,
        accept_approximation: Callable[[], bool] = lambda: False,
    ) -> None:
        """Both are asked at every step.

        `limits` gives the thresholds of the checks; `accept_approximation` says whether positions
        may be metres off where OSTN15 cannot be had.
        """
        super().__init__()
        self._jobs = jobs
        self._account = account
        self._store = store
        self._limits = limits
        self._accept_approximation = accept_approximation
        self._history = History()
        self._examining = Examining(jobs, self.changed.emit)
        self.change: Optional[Change] = None
        self.nearby: tuple[Street, ...] = ()
        self.draft = _new_draft()
        self.replaced: Optional[Draft] = None  # by the drawing on the desk, or thrown away
        self.examined: Optional[Examined] = None
        self.street: Optional[Street] = None
        self._asked: Callable[[], None] = self.find_streets

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is to be said of the extent, its place on the chosen street included."""
        if self.examined is None:
            return ()
        extent = self.examined.extent
        if extent is None or self.street is None:
            return self.examined.findings
        others = named_lines(one for one in self.nearby if one.usrn != self.street.usrn)
        beside = check_street(extent, line_of(self.street), self.examined.limits, others)
        return (*self.examined.findings, *beside)

    @property
    def dates(self) -> tuple[date, date]:
        """First and last day of the works as the planner set them; the usual days if not."""
        return days_or_usual(self.draft.values)

    @property
    def answer_before(self) -> Optional[BaseGeometry]:
        """What the register has (EPSG:27700) in the place of the drawing, if it is for a form."""
        return from_wkt(self.draft.before_wkt or None, on_invalid="ignore")

    @property
    def diversion(self) -> Optional[BaseGeometry]:
        """The line (EPSG:27700) on which traffic is to go round the works, or None."""
        return kept_diversion(self.draft)

    def set_dates(self, start: date, end: date) -> None:
        """Take the first and the last day of the works; the form begins with them."""
        self.keep_values({**self.draft.values, **on_days(start, end)})
        self.changed.emit()

    @property
    def examining(self) -> bool:
        """Whether a large shape is being examined or mended; `changed` follows when it is done."""
        return self._examining.under_way

    def stop_examining(self) -> None:
        """Leave the extent as it was before what is under way; a new drawing stays in its draft."""
        self._examining.stop()

    def close(self) -> None:
        """Examine nothing more."""
        self._examining.overtake()
        self._examining.close()

    def require_extent(self) -> Extent:
        """Return the extent; raises StreetWorksError when there is none yet."""
        if self.examining:
            raise StreetWorksError(
                tr("The shape is still being examined."),
                advice=tr("Wait until it is done, or stop it on the “Extent” panel."),
                about=EXTENT,
            )
        if self.examined is None or self.examined.extent is None:
            raise StreetWorksError(
                tr("There is no extent yet."),
                advice=tr("Draw a point, a line or a polygon on the map first."),
                about=EXTENT,
            )
        return self.examined.extent

    def require_submittable(self) -> Extent:
        """Return the extent; raises StreetWorksError while it is none that can be submitted."""
        extent = self.require_extent()
        wrong = [one for one in self.findings if one.severity is Severity.ERROR]
        if wrong:
            raise StreetWorksError(
                tr("The extent cannot be submitted yet: {why}").format(why=wrong[0].message),
                advice=tr("Mend what the findings on the “Extent” panel say."),
                about=EXTENT,
            )
        return extent

    @property
    def hindrance(self) -> str:
        """What keeps the extent from being submitted, and what to do; "" for nothing."""
        try:
            self.require_submittable()
        except StreetWorksError as error:
            return str(error)
        return ""

    @staticmethod
    def require_order(start: date, end: date) -> None:
        """Raise StreetWorksError when `end` is before `start`."""
        if end < start:
            raise StreetWorksError(
                tr("The works would end before they start."),
                advice=tr("Please put the dates in order."),
                about=DATES,
            )

    @property
    def can_undo(self) -> bool:
        """Whether a mend, a buffer or an edit can be taken back."""
        return self._history.can_undo and not self.examining

    @property
    def can_redo(self) -> bool:
        """Whether what was taken back can be brought back."""
        return self._history.can_redo and not self.examining

    def take(self, wkt: str, crs: str, street: Optional[Street] = None) -> None:
        """Begin a new draft with the shape `wkt` as drawn in `crs`; then look for its streets.

        A draft that has a drawing already is kept, as `replaced`; days that were set before there
        was a drawing belong to this one.
        `street` is the one that it was drawn along, if any. A large shape is examined while QGIS
        goes on. Raises GridUnavailable (a StreetWorksError); the drawing is saved even then.
        The answer to a question of a form is drawn anew in its own draft, and can be taken back.
        """
        before = self.draft
        if before.question:
            self._draw_anew(wkt, crs)
            return
        self._forget_extent()
        self.replaced = before if before.drawing_wkt else None
        begun = _new_draft() if before.drawing_wkt else before
        self._save(replace(begun, drawing_wkt=wkt, drawing_crs=crs))
        limits = self._limits()

        def done(examined: Examined) -> None:
            self._hold(examined)
            if street is not None:
                self.choose_street(street)
            self.find_streets()

        self._work(wkt.count(","), lambda: examine(Drawing(wkt, crs), limits), done)

    def _draw_anew(self, wkt: str, crs: str) -> None:
        before, limits = self.examined, self._limits()
        self._save(replace(self.draft, drawing_wkt=wkt, drawing_crs=crs, extent_wkt=""))

        def done(examined: Examined) -> None:
            if before is None:
                self._hold(examined)
                self.find_streets()
            else:
                self._step_on_map(redrawn(before, examined))

        self._work(wkt.count(","), lambda: examine(Drawing(wkt, crs), limits), done)

    def mend(self, rule: str) -> None:
        """Mend what the finding `rule` says, keeping the shape as it was for `undo`."""
        before = self.examined
        if before is None:
            return

        def done(result: Mended) -> None:
            self._step(result)
            if before.extent is None:  # it is on the map only now
                self.find_streets()

        self._work(_points(before), lambda: mend(before, rule), done)

    def make_area(self, distance_m: float) -> None:
        """Make an area of everything within `distance_m` of the extent. Raises StreetWorksError."""
        self.require_extent()
        before = self.examined
        if before is not None:
            self._work(_points(before), lambda: with_area(before, distance_m), self._step_on_map)

    def edit(self, wkt: str, crs: str) -> None:
        """Take the extent as the planner edited it, in `crs`. Raises GridUnavailable."""
        before, drawing = self.examined, Drawing(wkt, crs)
        if before is not None:
            points = max(_points(before), wkt.count(","))
            self._work(points, lambda: edited(before, drawing), self._step_on_map)

    def keep_edit(self, wkt: str, crs: str) -> None:
        """Save the shape as it is in the middle of an edit, so that a crash does not lose it."""
        self._save(replace(self.draft, drawing_wkt=wkt, drawing_crs=crs, extent_wkt=""))

    def divert(self, wkt: str, crs: str) -> None:
        """Take the line `wkt`, drawn in `crs`, as the diversion. It can be taken back.

        Raises StreetWorksError without an extent, and for a line that cannot be used.
        """
        self.require_extent()
        with self.accepting():
            line = diversion_of(Drawing(wkt, crs), self._limits())
        self._divert(line.wkt, tr("The diversion was drawn."))

    def divert_no_more(self) -> None:
        """Take the diversion away. It can be brought back."""
        if self.draft.diversion_wkt:
            self._divert("", tr("The diversion was taken away."))

    def _divert(self, line: str, what: str) -> None:
        if self.examined is not None:
            self._history.step(Drawn(self.examined, self.draft.diversion_wkt))
            self._save(replace(self.draft, diversion_wkt=line))
            self.change = Change(what)
            self.changed.emit()

    @contextmanager
    def accepting(self) -> Iterator[None]:
        """Within this block let positions be metres off, if the planner accepts that."""
        with approximation_accepted(self._accept_approximation()):
            yield

    def look_again(self) -> None:
        """Judge what is on the desk by the planner's settings of now; ends in `changed`.

        An approximate extent goes off the desk when that is no longer accepted, and a drawing that
        was refused comes onto it when it now is; `trouble` says what could not be had.
        """
        held = self.examined
        if held is not None and (not _is_approximate(held) or self._accept_approximation()):
            limits, change = self._limits(), self.change
            self._work(
                _points(held),
                lambda: judge_again(held, limits),
                lambda judged: self._hold(judged, change),
            )
        elif self.draft.drawing_wkt:
            try:
                self._put_back(self.draft)
            except StreetWorksError as error:
                self.trouble.emit(error)
            self.changed.emit()
            self.find_streets()

    def undo(self) -> None:
        """Take the last step back."""
        if self.can_undo:
            self._go_to(self._history.undo)

    def redo(self) -> None:
        """Bring back the step that was taken back last."""
        if self.can_redo:
            self._go_to(self._history.redo)

    def _go_to(self, other: Callable[[Drawn], Drawn]) -> None:
        if self.examined is not None:
            drawn = other(Drawn(self.examined, self.draft.diversion_wkt))
            self.draft = replace(self.draft, diversion_wkt=drawn.diversion)
            self._hold(judge_again(drawn.examined, self._limits()))

    def find_streets_at(self, easting: float, northing: float) -> None:
        """Look up the streets within 25 m of a place; ends in `streets_there` or `trouble`.

        Raises StreetWorksError when nobody is signed in.
        """
        register = self._account.require_register()
        self._jobs.start(
            tr("Street Works: looking for the street"),
            lambda progress: register.streets_near(easting, northing),
            done=self.streets_there.emit,
            failed=self._no_streets_there,
            topic="streets there",
        )

    def find_streets(self) -> None:
        """Look up the streets within 25 m of the extent; ends in `streets_found` or `trouble`."""
        if self.examined is None or self.examined.extent is None or not self._account.signed_in:
            return
        self._asked = self.find_streets
        register = self._account.require_register()
        points = probe_points(self.examined.extent.geometry)

        def work(progress: Progress) -> tuple[Street, ...]:
            found: dict[int, Street] = {}
            for number, (easting, northing) in enumerate(points):
                progress.raise_if_cancelled()
                for street in register.streets_near(easting, northing):
                    found.setdefault(street.usrn, street)
                progress.report((number + 1) / len(points))
            return tuple(found.values())

        self._jobs.start(
            tr("Street Works: looking for the street"),
            work,
            done=self._offer_streets,
            failed=self.trouble.emit,
            topic="streets",
        )

    def look_up(self, usrn: int) -> None:
        """Fetch the street with that USRN and take it; ends in `changed` or `trouble`."""
        self._asked = lambda: self.look_up(usrn)
        register = self._account.require_register()
        self._jobs.start(
            tr("Street Works: looking for the street"),
            lambda progress: register.street(usrn),
            done=self.choose_street,
            failed=self.trouble.emit,
            topic="streets",
        )

    def ask_again(self) -> None:
        """Look for the street once more, as it was asked for last."""
        self._asked()

    def choose_street(self, street: Optional[Street]) -> None:
        """Take `street` as the one that the works are on."""
        self.street = street
        kept = None if street is None else kept_street.keep(street)
        usrn = None if street is None else street.usrn
        self._save(replace(self.draft, street=kept, usrn=usrn))
        self.changed.emit()

    @property
    def form_values(self) -> dict[str, Any]:
        """What the form begins with: what was typed before, and the dates."""
        return {**on_days(*self.dates), **self.draft.values}

    def keep_values(self, values: dict[str, Any]) -> None:
        """Save the half-filled form."""
        self._save(replace(self.draft, values=values))

    def rename(self, name: str) -> None:
        """Give the draft a name."""
        self._save(replace(self.draft, name=name))

    def restore(self) -> bool:
        """Put the latest draft back on the desk; returns False when there is none."""
        kept = (one for one in self._store.all() if one.drawing_wkt and one.id != self.draft.id)
        latest = next(kept, None)
        if latest is None:
            return False
        self._put_back(latest)
        self.changed.emit()
        return True

    def bring_back(self, draft: Draft) -> None:
        """Put another of the drafts on the desk; what is there stays a draft. Then as `restore`.

        Raises GridUnavailable.
        """
        self._put_back(draft)
        self._save(self.draft)
        self.changed.emit()
        self.find_streets()

    def begin(self, name: str, values: dict[str, Any]) -> None:
        """Begin a draft with a filled form, of which nothing is drawn; the one before stays one."""
        self._forget_extent()
        self._save(replace(_new_draft(), name=name, values=values))
        self.changed.emit()

    def leave(self) -> None:
        """Take the draft off the desk, as it is kept; the latest with a drawing comes onto it."""
        self.draft = _new_draft()
        self._forget_extent()
        self.changed.emit()
        try:
            self.restore()
        except StreetWorksError as error:
            self.trouble.emit(error)

    def clear(self) -> None:
        """Put the draft away for good: it was submitted."""
        self._put_away()
        self.changed.emit()

    def throw_away(self) -> None:
        """Put the draft away; as `replaced` it can be brought back until the next drawing."""
        thrown = self.draft
        self._put_away()
        self.replaced = thrown
        self.changed.emit()

    def _put_away(self) -> None:
        self._store.remove(self.draft.id)
        self.draft = _new_draft()
        self._forget_extent()

    def _put_back(self, draft: Draft) -> None:
        """Put `draft` on the desk, examined anew; a large one later. Raises GridUnavailable."""
        self._forget_extent()
        self.draft, self.street = self._sound(draft)
        held, limits = self.draft, self._limits()

        def done(examined: Examined) -> None:
            self.examined = examined
            if points > LIGHT:  # whoever put it back has gone on
                self.changed.emit()
                self.find_streets()

        points = max(held.drawing_wkt.count(","), held.extent_wkt.count(","))
        if held.drawing_wkt:
            self._work(points, lambda: examined_again(held, limits), done)

    def _sound(self, draft: Draft) -> tuple[Draft, Optional[Street]]:
        """Return `draft` without what cannot be read of it, which `trouble` tells; its street."""
        if is_damaged(draft):
            self._tell_damage(tr("The extent of your draft cannot be read: it is as drawn again."))
            draft = replace(draft, extent_wkt="")
        if draft.diversion_wkt and kept_diversion(draft) is None:
            self._tell_damage(tr("The diversion of your draft cannot be read."))
            draft = replace(draft, diversion_wkt="")
        try:
            return draft, kept_street.read(draft.street) if draft.street else None
        except ValueError as error:
            self._tell_damage(tr("The street of your draft cannot be read."), str(error))
            return replace(draft, street=None, usrn=None), None

    def _tell_damage(self, what: str, detail: str = "") -> None:
        advice = tr("Please check the draft before you apply.")
        self.trouble.emit(StreetWorksError(what, advice=advice, detail=detail))

    def _work(self, points: int, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Let something be done to a shape of so many points; raises as `work` does if it is small.

        The planner's word on positions that are metres off goes along to the thread that does it.
        """
        accepted = self._accept_approximation()

        def accepting() -> T:
            with approximation_accepted(accepted):
                return work()

        self._examining.start(points, accepting, done, self._not_examined)
        if self.examining:
            self.changed.emit()

    def _not_examined(self, error: StreetWorksError) -> None:
        self.trouble.emit(error)
        self.changed.emit()

    def _step_on_map(self, result: Mended) -> None:
        self._step(result)
        self.find_streets()

    def _forget_extent(self) -> None:
        self._examining.overtake()
        self.street = self.examined = self.change = self.replaced = None
        self.nearby = ()
        self._history.clear()

    def _step(self, result: Mended) -> None:
        """Hold what a step made of the extent; it can be taken back."""
        before = self.examined
        if before is None or before is result.examined:
            return
        self._history.step(Drawn(before, self.draft.diversion_wkt))
        shape = None if before.extent is None else before.extent.geometry
        self._hold(result.examined, Change(result.what, shape))

    def _no_streets_there(self, error: Exception) -> None:
        self.streets_there.emit(None)
        self.trouble.emit(error)

    def _offer_streets(self, streets: tuple[Street, ...]) -> None:
        self.nearby = streets
        theirs = self._street_among(streets) if self.street is None else None
        if theirs is not None:
            self.choose_street(theirs)
        elif self.street is not None:
            self.changed.emit()  # the extent may go into one of the others
        self.streets_found.emit(streets)

    def _street_among(self, streets: tuple[Street, ...]) -> Optional[Street]:
        """Return the street that is known to be the works', or the only one that there is."""
        known = self.draft.usrn
        if known is not None:
            return next((one for one in streets if one.usrn == known), None)
        return streets[0] if len(streets) == 1 else None

    def _hold(self, examined: Examined, change: Optional[Change] = None) -> None:
        """Show `examined`, and save it.

        Of an approximate extent only the drawing is saved: a draft does not say how exact its
        extent is, and once OSTN15 is there the drawing gives the exact one.
        """
        self.examined, self.change = examined, change
        extent = examined.extent
        kept = "" if extent is None or extent.approximate else extent.geometry.wkt
        self._save(replace(self.draft, extent_wkt=kept))
        self.changed.emit()

    def _save(self, draft: Draft) -> None:
        environment = self._account.environment
        moves = environment is not None and not draft.question  # a form is of its environment
        self.draft = replace(
            draft,
            environment=environment.key if environment and moves else draft.environment,
            updated=datetime.now(timezone.utc),
        )
        self._store.save(self.draft)


def _points(examined: Examined) -> int:
    extent = examined.extent
    return examined.drawing.wkt.count(",") if extent is None else extent.points


def _is_approximate(examined: Examined) -> bool:
    return examined.extent is not None and examined.extent.approximate


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
