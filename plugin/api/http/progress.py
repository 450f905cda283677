"""How far a request has come: told to whoever watches on the same thread.

A carrier that has an attribute `reports_progress` which is true reports by itself; what is sent and
fetched through any other is reported as it is handed over.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Callable, Optional

Watcher = Callable[[int, Optional[int]], None]
"""Told how many bytes have gone or come, and of how many if that is known."""

_here = threading.local()


@contextmanager
def watching(watcher: Watcher) -> Iterator[None]:
    """Let `watcher` hear of what this thread sends and fetches inside the block.

    Of a request that sends a file its way up is told, of any other the answer's way down.
    """
    before = getattr(_here, "watcher", None)
    _here.watcher = watcher
    try:
        yield
    finally:
        _here.watcher = before


def report(done: int, total: Optional[int]) -> None:
    """Tell this thread's watcher, if there is one. For carriers."""
    watcher = getattr(_here, "watcher", None)
    if watcher is not None:
        watcher(done, total)
