"""What came of fetching an area, and one honest sentence about it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, Optional

from ..errors import StreetWorksError
from ..trade.kinds import counted
from ..words import tr


class FailedBox(NamedTuple):
    """A box (EPSG:27700) that could not be fetched, and why."""

    box: Any
    error: StreetWorksError


@dataclass(frozen=True)
class Fetched:
    """The records of one kind that an area gave.

    `features` are those of the contract, each once; `refused` those that could not be read.
    Of the boxes (EPSG:27700), `incomplete` hold more than the register gives at once, `failed` were
    answered with an error, and `unasked` were not reached. `calls` counts the requests. `as_of` is
    the moment of the first, so nothing shown is older.
    """

    kind: str
    features: list[Any]
    refused: tuple[Any, ...]
    calls: int
    incomplete: tuple[Any, ...]
    failed: tuple[FailedBox, ...]
    unasked: tuple[Any, ...]
    as_of: datetime

    @property
    def complete(self) -> bool:
        """Whether everything that the register holds in the area is in `features`."""
        return not (self.incomplete or self.failed or self.unasked or self.refused)

    @property
    def error(self) -> Optional[StreetWorksError]:
        """The first error that a box was answered with, or None."""
        return self.failed[0].error if self.failed else None

    def statement(self, not_drawn: int = 0) -> str:
        """Say how many there are, as of when, and what is missing.

        `not_drawn` is how many more were left out because of their shape.
        """
        time = self.as_of.astimezone().strftime("%H:%M")
        unreadable = len(self.refused) + not_drawn
        if self.complete and not unreadable:
            return tr("{what}, complete, as of {time}").format(
                what=counted(self.kind, len(self.features)), time=time
            )
        parts = [
            tr("{what}, not complete, as of {time}").format(
                what=counted(self.kind, len(self.features) - not_drawn), time=time
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
