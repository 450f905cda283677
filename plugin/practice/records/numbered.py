"""The numbers of what happened to works before the service began."""

import itertools
from collections.abc import Collection, Iterable
from dataclasses import replace

from .events import Event
from .works import Works


def numbered(works: Iterable[Works], taken: Collection[int] = ()) -> tuple[Works, ...]:
    """Give update ids to the histories of works, in the order in which it all happened.

    Ids begin at 1 and leave out those `taken`. Works that have their numbers already come back as
    they are, so that doing it again costs little.
    """
    given = tuple(works)
    free = (number for number in itertools.count(1) if number not in taken)
    told = [(event, row) for row, one in enumerate(given) for event in one.history]
    told.sort(key=lambda pair: pair[0].moment or given[pair[1]].created)
    histories: list[list[Event]] = [[] for _ in given]
    changed = set()
    for (event, row), number in zip(told, free):
        if event.update_id == number:
            histories[row].append(event)
        else:
            changed.add(row)
            histories[row].append(replace(event, update_id=number))
    return tuple(
        replace(one, history=tuple(histories[row])) if row in changed else one
        for row, one in enumerate(given)
    )
