"""One go at a view: what is missing of it is asked for, and every answer is kept at once."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timezone
from typing import Callable, Optional

from ..api.errors import (
    Cancelled,
    CertificateRefused,
    NoNetwork,
    NotSignedIn,
    RateLimited,
    TooManyFeatures,
)
from ..errors import StreetWorksError
from ..trade.box import Box
from ..trade.days import TIMELESS, Days
from ..trade.kinds import HS2, KINDS
from .fetching import Fetch
from .plan.density import Density
from .plan.ground import Covered, Ground
from .plan.places import bounds_of
from .plan.plan import Ask, Plan
from .store.fetched_boxes import FetchedBox
from .store.keeping import Kept
from .store.store import Store

Arrived = Callable[[str, Kept], None]

_WAIT_S = 0.05
_NO_KIND_WILL_COME = (CertificateRefused, NoNetwork, NotSignedIn, RateLimited)


def days_of(kind: str, days: Days) -> Days:
    """Return the days to ask for: HS2 act limits have none."""
    return TIMELESS if kind == HS2 else days


class Gathering:
    """Fetches what a store lacks of `view` (EPSG:27700) and `days`, kind by kind.

    `kinds` stand in the order in which they are wanted. Ground that was
    asked for before `since` counts as missing; with None, only ground never asked for does. Several
    threads may `work` on it at once; what one asks for the others do not.
    """

    def __init__(
        self,
        store: Store,
        fetch: Fetch,
        view: Box,
        days: Days,
        *,
        kinds: Sequence[str] = KINDS,
        since: Optional[datetime] = None,
        most_calls: int = 1000,
        now: Optional[Callable[[], datetime]] = None,
    ) -> None:
        self._store = store
        self._fetch = fetch
        self._kinds = kinds
        self.view = view
        self.days = days
        self._since = since
        self._most_calls = most_calls
        self._now = now or _now
        self._lock = threading.Lock()
        self._plans: dict[str, Plan] = {}
        self._at_work = 0
        self._stopped = self._raised = False
        self.error: Optional[StreetWorksError] = None
        """The first error that a box was answered with."""

    def work(self, cancelled: Callable[[], bool], arrived: Arrived) -> None:
        """Ask and keep until nothing is left to ask, or somebody stops it.

        `arrived` is told of every answer that was kept, on this thread. Raises StreetWorksError
        when the store cannot be read or written; the last thread to end raises `error` when the
        register gave nothing but errors.
        """
        try:
            self._begin()
            for kind, ask in self._asks(cancelled):
                self._one(kind, ask, arrived)
        except Cancelled:
            self.stop()
        except BaseException:
            self.stop()
            raise
        finally:
            with self._lock:
                self._at_work -= 1
        if self.error is not None and self._in_vain():
            raise self.error

    def stop(self) -> None:
        """Ask for nothing more."""
        self._stopped = True
        self._stop_asking()

    @property
    def progress(self) -> float:
        """How much of what was missing is settled, from 0 to 1."""
        plans = list(self._plans.values())
        return sum(plan.progress for plan in plans) / len(plans) if plans else 0.0

    @property
    def calls(self) -> int:
        """How many requests there were."""
        return sum(plan.calls for plan in self._plans.values())

    def _begin(self) -> None:
        """Make the plans; the first worker does it, the others wait."""
        with self._lock:
            self._at_work += 1
            if not self._plans:
                self._plans = {kind: self._plan(kind) for kind in self._kinds}
        if self._stopped:
            self._stop_asking()

    def _plan(self, kind: str) -> Plan:
        days = days_of(kind, self.days)
        around = self.view.grown(max(self.view.width, self.view.height))
        asked = self._store.boxes(kind, around)
        missing = _ground(asked).missing(self.view, days, self._since)
        whole = _ground(one for one in asked if one.complete)

        def known(days: Days) -> Density:
            boxes = [piece.box for piece in whole.known(around, days)]
            return Density(self._store.bounds(kind, around, days), boxes)

        return Plan(missing, self.view, known, most_calls=self._most_calls)

    def _asks(self, cancelled: Callable[[], bool]) -> Iterator[tuple[str, Ask]]:
        """Give one ask after the other, of the first kind that has one to give."""
        while not self._stopped and not cancelled():
            for kind, plan in self._plans.items():
                ask = plan.next()
                if ask is not None:
                    yield kind, ask
                    break
            else:
                waiting = [kind for kind, plan in self._plans.items() if not plan.finished]
                if not waiting:
                    return
                ask = self._plans[waiting[0]].next(_WAIT_S)
                if ask is not None:
                    yield waiting[0], ask

    def _one(self, kind: str, ask: Ask, arrived: Arrived) -> None:
        plan, as_of = self._plans[kind], self._now()
        try:
            answer = self._fetch(kind, *ask)
        except TooManyFeatures:
            plan.overflowed(ask)
            if ask in plan.incomplete:
                self._store.note_overflow(kind, ask.box, ask.days, as_of)
            return
        except Cancelled:
            raise
        except StreetWorksError as error:
            self._failed(kind, ask, error)
            return
        kept = self._store.keep(kind, ask.box, ask.days, as_of, answer.records, answer.unread)
        plan.came(ask, bounds_of(answer.records))
        arrived(kind, kept)

    def _failed(self, kind: str, ask: Ask, error: StreetWorksError) -> None:
        with self._lock:
            self.error = self.error or error
        self._plans[kind].failed(ask, error)
        if isinstance(error, _NO_KIND_WILL_COME):
            self._stop_asking()

    def _stop_asking(self) -> None:
        for plan in self._plans.values():
            plan.stop()

    def _in_vain(self) -> bool:
        """Whether the last thread has ended and nothing has come, though nobody stopped it.

        Says so once, though a thread may begin when all is over.
        """
        with self._lock:
            if self._at_work or self._stopped or self._raised:
                return False
            self._raised = not any(plan.answered for plan in self._plans.values())
            return self._raised


def _ground(boxes: Iterable[FetchedBox]) -> Ground:
    return Ground(Covered(one.box, one.days, one.as_of) for one in boxes)


def _now() -> datetime:
    return datetime.now(timezone.utc)
