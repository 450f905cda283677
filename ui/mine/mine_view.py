"""My works as the planner meets it: the tab, the count on the toolbar, and the map beside them."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Callable, Optional

import shapely
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QWidget

from ...plugin.background.jobs import Jobs
from ...plugin.desk.account import Account
from ...plugin.desk.live_map import LiveMap
from ...plugin.desk.my_works import MyWorks
from ...plugin.errors import StreetWorksError
from ...plugin.live.mine.needs import Need
from ...plugin.live.mine.told import step_words
from ...plugin.live.store.rows import Row
from ...plugin.map.pick import Record
from ...plugin.rules.steps import Step
from ...plugin.trade.kinds import FORWARD_PLAN, WORKS
from ...plugin.trade.records.listed import PermitListed, PlanListed
from ...plugin.words import tr
from ..register.looking_up import Finding
from ..shared.trouble import attempt
from .mine_panel import MinePanel

_MARKING = "my works marked"


class MineView(QObject):
    """Holds my works and their panel; `finding` shows places and details."""

    trouble = pyqtSignal(object)
    told = pyqtSignal(str)

    def __init__(
        self,
        jobs: Jobs,
        account: Account,
        live: LiveMap,
        finding: Finding,
        folder: Path,
        action: Optional[QAction] = None,
    ) -> None:
        """`action` is the toolbar's, which tells how much is to be done now."""
        super().__init__()
        self._jobs = jobs
        self._live = live
        self._finding = finding
        self._action = action
        self._folder = folder
        self.my_works = MyWorks(jobs, account, live, folder)
        self.panel = MinePanel(self.my_works)
        self.panel.read.connect(lambda: attempt(self.my_works.read, self.trouble.emit))
        self.panel.activated.connect(lambda need: finding.open(record_of(need)))
        self.panel.stepped.connect(self._take)
        self.panel.selected.connect(self._mark)
        self.panel.locate.connect(self._point_out)
        finding.tool.picked.connect(self._choose)
        self.my_works.trouble.connect(self.trouble.emit)
        self.my_works.written.connect(
            lambda path: self.told.emit(tr("Written: {path}").format(path=path))
        )
        self.my_works.shown.connect(lambda _shown: self._count())

    def show_last(self, map_store: str) -> None:
        """Show what was known in the last session, by the name of its store of the map."""
        if map_store:
            self.my_works.open(self._folder / map_store)

    def put_heading(self, put: Callable[[QWidget, str], None]) -> None:
        """Let the tab tell how much is to be done now; `put` writes on a tab."""
        self.my_works.shown.connect(lambda _shown: put(self.panel, self.panel.heading))

    def close_down(self) -> None:
        """Let go of what is read, and of the toolbar."""
        self._finding.tool.picked.disconnect(self._choose)
        self.panel.close_down()
        self.my_works.close_down()
        if self._action is not None:
            self._action.setText(tr("My works"))

    def _take(self, need: Need, step: Step) -> None:
        """Open the form of a step, unless it cannot be taken any more: then say why, and reload."""
        works = need.row.works_reference

        def gone(why: str) -> None:
            self.my_works.heard_of(works)
            said = tr("“{step}” cannot be done any more with {works}.")
            message = said.format(step=step_words(need, step), works=works)
            self._finding.trouble.emit(  # it stands until other details are opened
                StreetWorksError(
                    " ".join(filter(None, (message, why and f"{why}."))),
                    advice=tr("The details show how it stands now; the row is being read again."),
                )
            )

        self._finding.take(record_of(need), step, need.row.reference, gone)

    def _count(self) -> None:
        if self._action is not None:
            self._action.setText(self.panel.heading)

    def _choose(self, records: Iterable[Record]) -> None:
        """Select in the list what needs the planner about works that were clicked on the map."""
        self.panel.choose({record.works for record in records} - {""})

    def _mark(self, needs: tuple[Need, ...]) -> None:
        """Select on the map the works of what is selected in the list."""
        self._on_map(
            needs,
            lambda found: self._live.layers.select(
                [(row.kind, row.number) for row in found.values()]
            ),
        )

    def _point_out(self, needs: tuple[Need, ...]) -> None:
        def point_out(found: Mapping[str, Row]) -> None:
            boxes = [shapely.box(*row.bounds) for row in found.values()]
            known = [need.permit for need in needs if need.permit is not None]
            boxes += [shapely.box(*one.box) for one in known if one.box is not None]
            if boxes:
                self._finding.point_out(shapely.box(*shapely.total_bounds(boxes)))
            else:
                self.told.emit(tr("It is not known yet where these works are: open their details."))

        self._on_map(needs, point_out)

    def _on_map(self, needs: tuple[Need, ...], act: Callable[[Mapping[str, Row]], None]) -> None:
        """Act on the records on the map that needs are about, by their references."""
        records = [record_of(need) for need in needs]
        store = self._live.store
        if store is None:
            act({})
            return

        def look() -> dict[str, Row]:
            found: dict[str, Row] = {}
            for kind in (WORKS, FORWARD_PLAN):
                references = [one.reference for one in records if one.kind == kind]
                found.update(store.known(kind, references))
            return found

        def failed(error: StreetWorksError) -> None:
            if store is self._live.store:  # one that was closed meanwhile is nobody's concern
                self.trouble.emit(error)

        self._jobs.start(
            tr("Street Works: finding my works on the map"),
            lambda _progress: look(),
            done=lambda found: act(found) if store is self._live.store else None,
            failed=failed,
            topic=_MARKING,
        )


def record_of(need: Need) -> Record:
    """Return the record whose details tell of a need: a plan, or the works, with their permit."""
    works = need.row.works_reference
    if isinstance(need.row, PlanListed):
        return Record(FORWARD_PLAN, need.row.reference, works)
    permit = need.row if isinstance(need.row, PermitListed) else need.permit
    return Record(WORKS, permit.reference if permit else "", works)
