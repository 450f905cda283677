"""Checking the extent and its dates against everything else."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..background.jobs import Jobs, Progress
from ..clashes.occupation import Occupation
from ..clashes.occupations import from_record
from ..clashes.report import Report, report_on
from ..clashes.rule import Rule
from ..clashes.rules.section_58 import Section58
from ..clashes.shelf import Shelf
from ..clashes.summary import summary
from ..extents import Limits
from ..forms.about import parts_of
from ..forms.application.situation import ClashesFound
from ..live.fetched import Fetched
from ..trade.box import Box
from ..trade.days import Days
from ..trade.kinds import WORKS
from ..words import tr
from .account import Account
from .loading import fetch_kinds
from .own_layers import near, offered
from .sheet import Sheet


class Clashing(QObject):
    """Finds what the draft clashes with. What is on the map does not matter: it asks anew.

    `found` carries the report; `fetched` then says whether the register gave everything, and
    `remarks` what is to be known of the own layers.
    """

    started = pyqtSignal()
    found = pyqtSignal(object)  # Report
    trouble = pyqtSignal(object)

    def __init__(self, jobs: Jobs, account: Account, sheet: Sheet) -> None:
        super().__init__()
        self._jobs = jobs
        self._account = account
        self._sheet = sheet
        self._checked: Any = None
        self.report: Optional[Report] = None
        self.fetched: dict[str, Fetched] = {}
        self.remarks: tuple[str, ...] = ()
        sheet.changed.connect(self._forget_if_stale)

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
    def clashes_found(self) -> Optional[ClashesFound]:
        """What the last check of this extent found, and for which days; None without one."""
        if self.report is None:
            return None
        _extent, start, end = self._checked
        return ClashesFound(summary(self.report), start, end)

    def own_layers(self) -> list[QgsVectorLayer]:
        """Return the planner's own layers that can be checked against."""
        return offered(QgsProject.instance())

    def check(self, start: date, end: date, rules: Sequence[Rule], layer_ids: list[str]) -> None:
        """Check the extent from `start` to `end` (inclusive) against the register and own layers.

        `layer_ids` are the project's layers to check too. Works whose extent is redrawn do not
        clash with themselves. Raises StreetWorksError when nobody is signed in, the dates are in
        the wrong order, or a layer cannot be read; ends in `found` or `trouble` otherwise.
        """
        register = self._account.require_register()
        geometry = self._sheet.require_extent().geometry
        self._sheet.require_order(start, end)
        reach_days = timedelta(days=max(rule.reach_days for rule in rules))
        box = Box(*geometry.bounds).grown(max(rule.reach_m for rule in rules) + 1)
        layers = [layer for layer in self.own_layers() if layer.id() in layer_ids]
        limits = Limits() if self._sheet.examined is None else self._sheet.examined.limits
        with self._sheet.accepting():
            own = [near(layer, box, limits) for layer in layers]
        ours, _part = parts_of(self._sheet.draft.subject)
        works = Occupation(WORKS, ours, tr("your works"), geometry, start, end)
        days = Days(start - reach_days, end + reach_days)

        def work(progress: Progress) -> tuple[Report, dict[str, Fetched]]:
            fetched = fetch_kinds(register, box, days, progress)
            others = [one for layer in own for one in layer.occupations]
            for of_kind in fetched.values():
                others.extend(map(from_record, of_kind.records))
            return report_on(works, Shelf(others, ignoring=[ours]), rules), fetched

        def done(result: tuple[Report, dict[str, Fetched]]) -> None:
            self.report, self.fetched = result
            self.remarks = tuple(remark for layer in own for remark in layer.remarks)
            self._checked = (geometry.wkt, start, end)
            self.found.emit(self.report)

        self.started.emit()
        self._jobs.start(
            tr("Street Works: looking for clashes"),
            work,
            done=done,
            failed=self.trouble.emit,
            topic="clashes",
        )

    def _forget_if_stale(self) -> None:
        """Drop the report when the extent or the dates are no longer those it was made for."""
        examined = self._sheet.examined
        extent = None if examined is None else examined.extent
        now = None if extent is None else (extent.geometry.wkt, *self._sheet.dates)
        if now != self._checked:
            self.report = self._checked = None
            self.fetched, self.remarks = {}, ()
