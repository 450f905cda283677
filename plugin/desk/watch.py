"""Watching over the planner's works: what is new of what they meet, since when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Callable, Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..background.jobs import Jobs
from ..background.task import Progress
from ..clashes.news import COUNTED, Look, News
from ..clashes.occupations import from_record
from ..clashes.report import Report, report_on
from ..clashes.rule import Rule
from ..clashes.shapes import usable
from ..clashes.shelf import Shelf
from ..drafts.verdicts import VerdictStore
from ..errors import StreetWorksError
from ..live.fetched import Fetched
from ..live.known import known_in
from ..live.plan.ground import Covered, Ground
from ..live.standing import moment
from ..live.store.fetched_boxes import FetchedBox
from ..live.store.store import Store
from ..trade.box import Box
from ..trade.calendar import uk_today
from ..trade.days import Days
from ..trade.kinds import KINDS
from ..words import tr
from .account import Account
from .clashing import Clashing
from .live_map import LiveMap, now
from .surroundings import around
from .verdicts import ours_of
from .watched import Own, OwnWorks

_BESIDE_M = 0.5  # a point has no ground
_REST_MS = 300  # a load tells several times that something has come
_TOPIC = "watch"


@dataclass(frozen=True)
class Told:
    """News of works of the planner's."""

    news: News
    own: Own

    def when(self, today: date) -> str:
        """Say when it was found, and when it was looked for before without being so."""
        found = tr("found at {time}").format(time=moment(self.news.at, today))
        if self.news.since is None:
            return found
        return tr("{found}, not so at {before}").format(
            found=found, before=moment(self.news.since, today)
        )


@dataclass(frozen=True)
class Watched:
    """What is to be told, the latest first, and how far the works are watched.

    Of `works` that are watched, around `unknown` the map was never loaded, and around `partly` not
    everything is known. `as_of` is the oldest of what is known, None where nothing is.
    """

    told: tuple[Told, ...] = ()
    works: int = 0
    unknown: int = 0
    partly: int = 0
    as_of: Optional[datetime] = None

    @property
    def counted(self) -> int:
        """How many ask for something to be done."""
        return sum(one.news.what in COUNTED for one in self.told)


class Watch(QObject):
    """Looks at the planner's works again whenever a load or the feed has brought something.

    What it finds is compared with what was known of the same works, which is kept: nothing is told
    twice. What the planner sees in a report of the works on the desk is known, too. `shown` tells
    what there is now.
    """

    shown = pyqtSignal(object)  # Watched
    trouble = pyqtSignal(object)

    def __init__(
        self,
        jobs: Jobs,
        account: Account,
        live: LiveMap,
        clashing: Clashing,
        own: OwnWorks,
        judged: VerdictStore,
        rules: Callable[[], Sequence[Rule]],
    ) -> None:
        """`rules` gives the rules as the planner has set them; it is asked at every look."""
        super().__init__()
        self._jobs = jobs
        self._account = account
        self._live = live
        self._own = own
        self._judged = judged
        self._rules = rules
        self._clashing = clashing
        self._looked: tuple[_Looked, ...] = ()
        self.now = Watched()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.look)
        self._coming = (live.kept, live.ended, live.opened)
        for signal in self._coming:
            signal.connect(self._came)
        account.changed.connect(self._rest.start)
        clashing.found.connect(self._seen_by_planner)

    @property
    def statement(self) -> str:
        """Say how far the works are watched, and what is not known."""
        found, today = self.now, uk_today()
        if not found.works:
            return tr("There are no drafts with an extent and no works sent that could be watched.")
        if found.as_of is None:
            said = tr("Works: {n:,}. The map was never loaded around them: nothing is known there.")
            return said.format(n=found.works)
        said = tr("Works watched: {n:,}, as of {time}.").format(
            n=found.works - found.unknown, time=moment(found.as_of, today)
        )
        more = (
            (found.unknown, tr("Around {n:,} the map was never loaded: nothing is known there.")),
            (found.partly, tr("Around {n:,} not everything is known: there may be more.")),
        )
        parts = [said, *(text.format(n=number) for number, text in more if number)]
        if not self._account.signed_in:
            parts.append(tr("Nobody is signed in: what came since then is not known."))
        return " ".join(parts)

    @property
    def ground(self) -> tuple[Box, ...]:
        """Where others may meet the works that are watched (EPSG:27700)."""
        return tuple(one.box for one in self._looked if one.box is not None)

    def look(self) -> None:
        """Look at all works now, as far as the map knows what is around them."""
        self._rest.stop()
        store, judged, own = self._live.store, self._judged, self._own
        environment, promoters = self._account.environment_key, self._account.promoters
        rules, signed_in = tuple(self._rules()), self._account.signed_in

        def work(progress: Progress) -> tuple[_Looked, ...]:
            looked = []
            for one in own.of(environment, promoters, uk_today()):
                progress.raise_if_cancelled()
                looked.append(_look_at(one, store, rules))
            ahead = tuple(one for one in looked if one.own.is_ahead(uk_today()))
            if signed_in:
                judged.news.take(filter(None, [one.look(environment) for one in ahead]))
            return ahead

        def done(looked: tuple[_Looked, ...]) -> None:
            self._looked = looked
            self._tell(lambda: None)

        def failed(error: StreetWorksError) -> None:
            if store is self._live.store:  # one that was closed meanwhile is nobody's concern
                self.trouble.emit(error)

        self._jobs.start(
            tr("Street Works: watching over your works"),
            work,
            done=done,
            failed=failed,
            topic=_TOPIC,
        )

    def mark_seen(self, told: Sequence[Told]) -> None:
        """Note that the planner has looked at these."""
        news, judged = [one.news for one in told], self._judged
        self._tell(lambda: judged.news.mark_seen(news))

    def close_down(self) -> None:
        """Look no more: the map that closes after this tells that something has ended."""
        self._account.changed.disconnect(self._rest.start)
        for signal in self._coming:
            signal.disconnect(self._came)
        self._clashing.found.disconnect(self._seen_by_planner)
        self._rest.stop()

    def _came(self) -> None:
        """Look soon, but not at half of a load."""
        if not self._live.loading:
            self._rest.start()

    def _seen_by_planner(self, report: Report) -> None:
        """Take what the planner sees of the works on the desk for known."""
        known = self._clashing.known
        if known is None or not self._account.signed_in:
            return

        def answered(one: News) -> bool:
            told = known.fetched.get(one.case.kind)
            return told is not None and told.complete and one.case.kind not in known.awaited

        ours, news = ours_of(report), self._judged.news
        look = Look(self._account.environment_key, ours, report, answered, now(), uk_today())
        self._tell(lambda: news.take([look], by_planner=True))

    def _tell(self, note: Callable[[], None]) -> None:
        """Note something in the file, and show what there is to tell then."""
        looked, judged, environment = self._looked, self._judged, self._account.environment_key

        def work(_progress: Progress) -> Watched:
            note()
            return _watched(looked, judged.news.untold(), environment)

        self._jobs.start(
            tr("Street Works: noting what is new to you"),
            work,
            done=self._show,
            failed=self.trouble.emit,
        )

    def _show(self, found: Watched) -> None:
        self.now = found
        self.shown.emit(found)


@dataclass(frozen=True)
class _Looked:
    """What was found around works of the planner's; without a `report`, nothing is known there."""

    own: Own
    box: Optional[Box] = None
    report: Optional[Report] = None
    fetched: Mapping[str, Fetched] = field(default_factory=dict)
    ground: Mapping[str, Sequence[FetchedBox]] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Whether everything is known, so that what was not found is not there."""
        complete = [one for one in self.fetched.values() if one.complete]
        return self.report is not None and self.report.is_sure and len(complete) == len(KINDS)

    @property
    def as_of(self) -> Optional[datetime]:
        """The oldest moment of what is known, or None."""
        return min((one.as_of for one in self.fetched.values()), default=None)

    def _answered(self, one: News) -> bool:
        """Whether the register was asked since for a day of the other, where it would be.

        That is where the two met, or all the ground that the other had.
        """
        days = Days(one.seen.start or date.min, one.seen.end or date.max)
        asked = [
            Covered(answer.box, both, answer.as_of)
            for answer in self.ground.get(one.case.kind, ())
            if answer.complete and answer.as_of > one.at and (both := answer.days.overlap(days))
        ]
        ground, firsts = Ground(asked), {both.start for _box, both, _as_of in asked}
        places = [Box(*place).grown(_BESIDE_M) for place in (one.place, one.seen.bounds) if place]
        return any(not ground.missing(place, Days(day, day)) for place in places for day in firsts)

    def look(self, environment: str) -> Optional[Look]:
        """Return it as what is known is compared with it, or None without a report."""
        if self.report is None:
            return None
        return Look(environment, self.own.key, self.report, self._answered, now(), uk_today())


def _look_at(own: Own, store: Optional[Store], rules: Sequence[Rule]) -> _Looked:
    """Look at what the store knows around works. Raises StreetWorksError where it cannot read."""
    if store is None or not rules or usable(own.works.shape)[0] is None:
        return _Looked(own)
    where = around(own.works, rules)
    known = {kind: known_in(store, kind, *where) for kind in KINDS}
    fetched = {kind: one for kind, one in known.items() if one is not None}
    records = [record for one in fetched.values() for record in one.records]
    ours = own.as_registered(records)
    others = Shelf(map(from_record, records), ignoring=[ours.works.works_reference])
    if not fetched:
        return _Looked(ours, where.box)
    ground = {kind: store.boxes(kind, where.box) for kind in fetched}
    return _Looked(ours, where.box, report_on(ours.works, others, rules), fetched, ground)


def _watched(looked: Sequence[_Looked], untold: Iterable[News], environment: str) -> Watched:
    own = {one.own.key: one.own for one in looked}
    moments = [one.as_of for one in looked if one.as_of is not None]
    told = (
        Told(one, own[one.case.ours])
        for one in untold
        if one.case.ours in own and environment in ("", one.case.environment)
    )
    return Watched(
        told=tuple(told),
        works=len(looked),
        unknown=sum(one.report is None for one in looked),
        partly=sum(one.report is not None and not one.is_whole for one in looked),
        as_of=min(moments, default=None),
    )
