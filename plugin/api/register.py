"""`Register`: what the plugin asks of Street Manager to show it, in the trade's values."""

from collections.abc import Set
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Callable, Protocol

from ..trade.box import Box
from ..trade.days import Days
from ..trade.records.on_map import MapAnswer


class Register(Protocol):
    """Reads Street Manager in the name of a signed-in user, whatever the contract's version.

    May be used by several threads. Whatever asks the service raises the errors that
    `StreetManager` names.
    """

    def now(self) -> datetime:
        """Return the moment in UTC by the service's clock; by ours before it has answered."""

    def cancelling(self, cancelled: Callable[[], bool]) -> AbstractContextManager[None]:
        """Let `cancelled` stop what this thread asks inside a `with` block; it raises Cancelled."""

    def map_records(self, kind: str, box: Box, days: Days) -> MapAnswer:
        """Return the records of a kind that meet `box` (EPSG:27700) and `days`.

        HS2 act limits have no days: those are not looked at. Raises TooManyFeatures for more than
        the service gives at once.
        """

    @property
    def tells_changes(self) -> bool:
        """Whether the account may ask which works have changed."""

    def changed_works(self, minutes: float) -> Callable[[], Set[str]]:
        """Return what tells, each time it is called, the references of works that changed since.

        The first call reaches back some minutes.
        """
