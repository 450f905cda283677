"""Checking the extent and its dates against everything else."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Callable, NamedTuple, Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..background.jobs import Job, Jobs
from ..background.task import Progress
from ..clashes.occupation import Occupation
from ..clashes.occupations import from_record
from ..clashes.report import Report, report_on
from ..clashes.rule import Rule
from ..clashes.rules.section_58 import Section58
from ..clashes.shelf import Shelf
from ..clashes.summary import summary
from ..errors import StreetWorksError
from ..extents import Limits
from ..live.fetched import Fetched
from ..live.known import known_in
from ..live.store.store import Store
from ..trade.days import Days
from ..trade.kinds import KINDS
from ..trade.records.streets import Street
from ..words import tr
from .account import Account
from .loading import fetch_kinds
from .ours import our_works
from .own_layers import OwnLayer, near_or_why_not, offered
from .sheet import Sheet
from .surroundings import Around, Surroundings, around, with_room

_AT_ONCE = 2_000  # so many are compared within some 10 ms, more than that in the background


class _Look(NamedTuple):
    """A look at what is known: the works on the desk, and by which rules."""

    known: Surroundings
    ours: Occupation
    rules: tuple[Rule, ...]

    def report(self) -> Report:
        """Return what ours meet."""
        return report_on(self.ours, self.known.shelf, self.rules, self.known.gaps)


class Clashing(QObject):
    """Finds what the draft clashes with: what is kept of the register, then what it answers.

    What it fetched is `known` until it asks again: while the extent, its days and the rules stay
    within that, each change of theirs is followed by another report at once. `found` carries each
    report, `outdated` says that there is none any more.
    """

    started = pyqtSignal()
    found = pyqtSignal(object)  # Report
    outdated = pyqtSignal()
    trouble = pyqtSignal(object)

    def __init__(
        self,
        jobs: Jobs,
        account: Account,
        sheet: Sheet,
        rules: Callable[[], Sequence[Rule]],
        store: Callable[[], Optional[Store]] = lambda: None,
    ) -> None:
        """`rules` gives the rules as the planner has set them; it is asked at every look.

        `store` gives what is kept of the register now, if there is a store.
        """
        super().__init__()
        self._jobs = jobs
        self._account = account
        self._sheet = sheet
        self._rules = rules
        self._store = store
        self._asking: Optional[Job] = None
        self._comparing: Optional[Job] = None
        self._environment = account.environment
        self.report: Optional[Report] = None
        self.known: Optional[Surroundings] = None
        sheet.changed.connect(self.look_again)
        account.changed.connect(self._mind_account)

    @property
    def working(self) -> bool:
        """Whether a report is under way."""
        return self.asking or bool(self._comparing and not self._comparing.settled)

    @property
    def asking(self) -> bool:
        """Whether the register is being asked; reports on what has come so far may be there."""
        return bool(self._asking and not self._asking.settled)

    @property
    def shelf(self) -> Optional[Shelf]:
        """What is known around the extent, or None."""
        return None if self.known is None else self.known.shelf

    @property
    def restrictions(self) -> tuple[str, ...]:
        """References of the section 58s that the extent meets, by the last report."""
        report = self.report
        if report is None:
            return ()
        return tuple(
            one.other.reference for one in report.encounters if one.found_by(Section58.name)
        )

    @property
    def statement(self) -> str:
        """What was found, among how much, as of when, and what is missing; "" without a report."""
        if self.report is None or self.known is None:
            return ""
        return "\n".join([summary(self.report), *self.known.account()])

    @property
    def must_ask(self) -> bool:
        """Whether the draft has gone beyond what is known, so that only the register can tell."""
        return self.known is not None and self._look() is None

    def own_layers(self) -> list[QgsVectorLayer]:
        """Return the planner's own layers that can be checked against."""
        return offered(QgsProject.instance())

    def check(self, layer_ids: Sequence[str]) -> None:
        """Ask the register and own layers what is around the extent, and report on it.

        `layer_ids` are the project's layers to check too. Works whose extent is redrawn do not
        clash with themselves. Raises StreetWorksError when nobody is signed in, there is no extent,
        its dates are in the wrong order, or every rule is off; else ends in `found` or `trouble`.
        Of a layer that cannot be compared it is told why, and the rest is done.
        """
        register = self._account.require_register()
        ours, rules = our_works(self._sheet, self._account), self._rules()
        if not rules:
            raise StreetWorksError(
                tr("Every rule by which clashes are found is switched off."),
                advice=tr("Press “Rules …” on the “Clashes” tab, and tick those to be used."),
            )
        street, room = self._sheet.street, with_room(Days(*self._sheet.dates))
        where = around(replace(ours, start=room.start, end=room.end), rules)
        layers = [layer for layer in self.own_layers() if layer.id() in layer_ids]
        limits = Limits() if self._sheet.examined is None else self._sheet.examined.limits
        with self._sheet.accepting():
            own = [near_or_why_not(layer, where.box, limits) for layer in layers]

        put_up = partial(_put_up, where, ours.works_reference, street, own)
        store, so_far = self._store(), deque[Surroundings](maxlen=1)

        def work(progress: Progress) -> Surroundings:
            kept = {} if store is None else _kept(store, where)

            def arrived(came: Mapping[str, Fetched]) -> None:
                so_far.append(put_up({**kept, **came}, frozenset(KINDS) - came.keys()))
                progress.report(len(came) / len(KINDS))

            if kept:
                arrived({})
            return put_up(fetch_kinds(register, *where, progress, arrived), frozenset())

        def reported(_fraction: float, _text: str) -> None:
            if so_far:
                self._came(so_far.pop())

        self._environment = self._account.environment
        self._asking = self._jobs.start(
            tr("Street Works: looking for clashes"),
            work,
            done=self._came,
            failed=self.trouble.emit,
            cancelled=self.outdated.emit,
            topic="clashes",
            reported=reported,
        )
        self._forget()
        self.started.emit()

    def ask_anew(self) -> None:
        """Forget what is known, and what is being asked: something of it has changed."""
        if self._asking is not None:
            self._asking.cancel()
        self.known = None
        self._forget()

    def look_again(self) -> None:
        """Report on the draft as it is now, as far as what is known goes."""
        look = self._look()
        if look is None:
            self._forget()
        elif self.report is None or (self.known, self.report.ours, self.report.rules) != look:
            self.known = look.known
            self._report(look)

    def _came(self, known: Surroundings) -> None:
        self.known, self.report = known, None
        if self.must_ask:  # the draft has moved on meanwhile
            self.outdated.emit()
        self.look_again()

    def _look(self) -> Optional[_Look]:
        """Return what is known, the draft and the rules, or None where that does not go so far."""
        rules = tuple(self._rules())
        if self.known is None or not rules:
            return None
        known = self.known.on(self._sheet.street)
        try:
            ours = our_works(self._sheet, self._account)
            enough = known.cover(ours, around(ours, rules))
        except StreetWorksError:  # there is no extent any more, or the days are reversed
            return None
        return _Look(known, ours, rules) if enough else None

    def _report(self, look: _Look) -> None:
        """Report on what is known, in the background where that may take long."""
        if len(look.known.given) <= _AT_ONCE:
            self._take(look.report())
            return
        self.report = None
        self._comparing = self._jobs.start(
            tr("Street Works: comparing with what is known"),
            lambda _progress: look.report(),
            done=lambda report: self._take(report) if self._look() == look else None,
            failed=self.trouble.emit,
            topic="clash report",
        )

    def _take(self, report: Report) -> None:
        self.report = report
        self.found.emit(report)

    def _forget(self) -> None:
        """Drop a report that does not hold any more."""
        if self.report is not None:
            self.report = None
            self.outdated.emit()

    def _mind_account(self) -> None:
        """Drop what another register told."""
        if self._account.signed_in and self._account.environment != self._environment:
            self.ask_anew()


def _put_up(
    where: Around,
    works: str,
    street: Optional[Street],
    own: Sequence[OwnLayer],
    fetched: Mapping[str, Fetched],
    awaited: frozenset[str],
) -> Surroundings:
    """Return what is around ours, put up to be compared."""
    others = [one for layer in own for one in layer.occupations]
    for of_kind in fetched.values():
        others.extend(map(from_record, of_kind.records))
    known = Surroundings(where, works, tuple(others), street, fetched, tuple(own), awaited)
    known.shelf.tree  # noqa: B018 - made here, and not on the main thread
    return known


def _kept(store: Store, where: Around) -> dict[str, Fetched]:
    """Return what the store has there, by kind; nothing when it cannot be read."""
    try:
        known = {kind: known_in(store, kind, *where) for kind in KINDS}
    except StreetWorksError:  # it was closed meanwhile, say: the register is asked anyway
        return {}
    return {kind: one for kind, one in known.items() if one is not None}
