"""Update ids: one counter for the events of all works."""

from collections.abc import Iterable
from dataclasses import replace

from ..records import Event, Works, numbered

_FIRST = 1_000_000
"""What happens in the service is numbered from here, what was before it began below."""


class Numbering:
    """Numbers events; `kept` are the works of the state file, whose numbers stay theirs."""

    def __init__(self, kept: Iterable[Works]) -> None:
        self._taken = {event.update_id for works in kept for event in works.history}
        self._last = max([_FIRST, *self._taken])

    def number(self, events: Iterable[Event]) -> list[Event]:
        """Give the next numbers to new events."""
        numbered = []
        for event in events:
            self._last += 1
            numbered.append(replace(event, update_id=self._last))
        return numbered

    def numbered(self, works: Iterable[Works]) -> tuple[Works, ...]:
        """Give numbers that are free to the history of works from before."""
        return numbered(works, self._taken)
