"""The real practice service, filled with works over Greater London, and what it was asked."""

import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timezone
from functools import partial
from typing import Optional

import shapely
from street_works.plugin.practice import PracticeService
from street_works.plugin.practice.keeping.journal import Journal
from street_works.plugin.practice.keeping.register import Register
from street_works.plugin.practice.made_up.scene import midnight
from street_works.plugin.practice.map.features import MapFeature, of_works
from street_works.plugin.practice.operations.map import Handler
from street_works.plugin.practice.operations.office import Office
from street_works.plugin.practice.records import Permit, Place, Works
from street_works.plugin.practice.serving.exchange import Answer, Call, Refusal
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import Days
from street_works.tests.bench.london import LondonWorks

_MAP = "geojson"
_CREATED = datetime(2026, 1, 5, 9, tzinfo=timezone.utc)


@dataclass
class Asked:
    """What the map API was asked: calls, refusals among them, and the bytes of what it gave."""

    calls: int = 0
    refused: int = 0
    bytes: int = 0


class LondonService(PracticeService):
    """A practice service that holds these works and nothing else.

    Each of its answers about the map takes `delay_s` longer. `asked` counts them.
    """

    def __init__(self, works: Iterable[LondonWorks], *, delay_s: float = 0.0) -> None:
        super().__init__(requests_per_minute=10**7, token_seconds=10.0**5)
        self._london = [record_of(one) for one in works]
        self._delay_s = delay_s
        self._counting = threading.Lock()
        self.asked = Asked()

    def held(self, box: Box, days: Days) -> list[MapFeature]:
        """Return the service's own list of the works in a box and days; it counts as no call."""
        return self.register.features("works", shapely.box(*box), *days)

    def hold(self, works: Iterable[LondonWorks]) -> None:
        """Hold these works from now on, and no others."""
        register = self.register
        assert isinstance(register, _LondonRegister)
        register.show_only([record_of(one) for one in works])

    def credentials(self) -> tuple[str, str]:
        """Return the e-mail address and the password of the planner."""
        planner = next(one for one in self.accounts if one.role == "Planner")
        return planner.email, planner.password

    def _make_register(self, journal: Optional[Journal]) -> Register:
        return _LondonRegister(
            works=self._london, activities=(), hs2_limits=(), clock=self._clock, journal=journal
        )

    def _handlers(self, office: Office) -> dict[tuple[str, str], Handler]:
        handlers = super()._handlers(office)
        return {
            key: partial(self._counted, handler) if key[0] == _MAP else handler
            for key, handler in handlers.items()
        }

    def _counted(self, handler: Handler, call: Call) -> Answer:
        time.sleep(self._delay_s)
        try:
            answer = handler(call)
        except Refusal:
            with self._counting:
                self.asked.calls += 1
                self.asked.refused += 1
            raise
        with self._counting:
            self.asked.calls += 1
            self.asked.bytes += len(answer.body)
        return answer


class _LondonRegister(Register):
    """A register whose works on the map can be exchanged all at once."""

    def show_only(self, works: Iterable[Works]) -> None:
        with self._lock:
            self._layers["works"].fill(of_works(one) for one in works)


def record_of(one: LondonWorks) -> Works:
    """Return works as the practice service keeps them."""
    permit = Permit(
        reference=f"{one.reference}-01",
        category=one.category,
        status="granted",
        start=midnight(one.start),
        end=midnight(one.end),
        traffic_management=one.traffic_management,
        created=_CREATED,
    )
    return Works(
        reference=one.reference,
        workstream="001",
        promoter_swa_code=one.promoter_swa_code,
        promoter=one.promoter,
        place=Place(one.usrn, one.street, "", "LONDON", 3, "0000", "Practice Borough"),
        geometry=one.geometry,
        status="planned",
        created=_CREATED,
        permits=(permit,),
    )
