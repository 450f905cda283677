"""Which job the calling thread is working for, so that what it calls can stop when the job does."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Callable

_here = threading.local()


@contextmanager
def working_for(cancelled: Callable[[], bool]) -> Iterator[None]:
    """While the block runs, `cancelled_here()` on this thread answers with `cancelled()`."""
    _here.cancelled = cancelled
    try:
        yield
    finally:
        del _here.cancelled


def cancelled_here() -> bool:
    """Say whether the job that the calling thread works for was cancelled; False outside a job."""
    cancelled: Callable[[], bool] = getattr(_here, "cancelled", bool)
    return cancelled()
