"""Something that several threads want at once, and only one of them does."""

import threading
from types import TracebackType
from typing import Callable, Optional

from .errors import ApiError, Cancelled

TICK = 0.1


class Flight:
    """A piece of work that one thread does inside a `with` block while others wait for it."""

    def __init__(self) -> None:
        self._done = threading.Event()
        self._landed = False
        self._error: Optional[ApiError] = None

    def __enter__(self) -> "Flight":
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        # That one thread was cancelled is no reason for the others to give up.
        if isinstance(error, ApiError) and not isinstance(error, Cancelled):
            self._error = error
        self._landed = error is None
        self._done.set()

    def wait(self, look: Callable[[], None]) -> bool:
        """Wait until it has ended, calling `look`, which may raise to stop, ten times a second.

        Tells whether it was done, not given up. Raises the ApiError that it ended with, if it did.
        """
        while not self._done.wait(TICK):
            look()
        if self._error is not None:
            raise self._error
        return self._landed
