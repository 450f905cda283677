"""What came of fetching an area, and one honest sentence about it."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Optional

from ..errors import StreetWorksError
from ..trade.box import Box
from ..trade.kinds import counted
from ..trade.records.on_map import MapRecord, Unread
from ..words import tr


class FailedBox(NamedTuple):
    """A box (EPSG:27700) that could not be fetched, and why."""

    box: Box
    error: StreetWorksError


@dataclass(frozen=True)
class Fetched:
    """The records of one kind that an area gave.

    `records` has each once, `unread` those that could not be read.
    Of the boxes (EPSG:27700), `incomplete` hold more than the register gives at once, `failed` were
    answered with an error, and `unasked` were not reached. `calls` counts the requests. `as_of` is
    the moment of the first, so nothing shown is older.
    """

    kind: str
    records: tuple[MapRecord, ...]
    unread: tuple[Unread, ...]
    calls: int
    incomplete: tuple[Box, ...]
    failed: tuple[FailedBox, ...]
    unasked: tuple[Box, ...]
    as_of: datetime

    @property
    def complete(self) -> bool:
        """Whether everything that the register holds in the area is in `records`."""
        return not (self.incomplete or self.failed or self.unasked or self.unread)

    @property
    def error(self) -> Optional[StreetWorksError]:
        """The first error that a box was answered with, or None."""
        return self.failed[0].error if self.failed else None

    def statement(self, not_drawn: int = 0) -> str:
        """Say how many there are, as of when, and what is missing.

        `not_drawn` is how many more were left out because of their shape.
        """
        time = self.as_of.astimezone().strftime("%H:%M")
        unreadable = len(self.unread) + not_drawn
        if self.complete and not unreadable:
            return tr("{what}, complete, as of {time}").format(
                what=counted(self.kind, len(self.records)), time=time
            )
        parts = [
            tr("{what}, not complete, as of {time}").format(
                what=counted(self.kind, len(self.records) - not_drawn), time=time
            ),
            *_missing(len(self.incomplete), len(self.failed), len(self.unasked), unreadable),
        ]
        return "; ".join(parts)


def _missing(incomplete: int, failed: int, unasked: int, unreadable: int) -> list[str]:
    """Say what is missing, a phrase for each reason there is."""
    phrases = (
        (
            incomplete,
            tr("1 area holds more than Street Manager gives at once"),
            tr("{n} areas hold more than Street Manager gives at once"),
        ),
        (failed, tr("1 area could not be fetched"), tr("{n} areas could not be fetched")),
        (unasked, tr("1 area was not reached"), tr("{n} areas were not reached")),
        (unreadable, tr("1 record cannot be shown"), tr("{n} records cannot be shown")),
    )
    return [
        (one if number == 1 else several).format(n=number)
        for number, one, several in phrases
        if number
    ]
