"""Update ids: one counter for the events of all works."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..records import Event, Works

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

    def numbered(self, works: Mapping[str, Works]) -> dict[str, Works]:
        """Give numbers to the history of works from before, in the order in which it happened."""
        free = (number for number in itertools.count(1) if number not in self._taken)
        told = [(event, key) for key, one in works.items() for event in one.history]
        told.sort(key=lambda pair: pair[0].moment or works[pair[1]].created)
        histories: dict[str, list[Event]] = {key: [] for key in works}
        for event, key in told:
            histories[key].append(replace(event, update_id=next(free)))
        return {key: replace(one, history=tuple(histories[key])) for key, one in works.items()}
