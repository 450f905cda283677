"""`V1Register`: reads a service of V1.25.12 in the trade's values."""

from collections.abc import Set
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Callable

from ...trade.box import Box
from ...trade.days import Days
from ...trade.records.on_map import MapAnswer
from .reading import changes, on_map

if TYPE_CHECKING:
    from ..client import StreetManager


@dataclass(frozen=True)
class V1Register:
    """A `Register`: what each verb returns and raises stands there."""

    client: "StreetManager"

    def now(self) -> datetime:
        """Return the moment by the service's clock."""
        return self.client.now()

    def cancelling(self, cancelled: Callable[[], bool]) -> AbstractContextManager[None]:
        """Let `cancelled` stop what this thread asks."""
        return self.client.cancelling(cancelled)

    def map_records(self, kind: str, box: Box, days: Days) -> MapAnswer:
        """Return the records of a kind that meet a box and days."""
        return on_map.map_records(self.client.geojson, kind, box, days)

    @property
    def tells_changes(self) -> bool:
        """Whether the account may ask which works have changed."""
        return self.client.rights.may_ask("reporting", "GetUpdates")

    def changed_works(self, minutes: float) -> Callable[[], Set[str]]:
        """Return what tells, each time it is called, which works have changed since."""
        feeds = changes.feeds(self.client, minutes)
        return lambda: {update.work_reference_number for feed in feeds for update in feed}
