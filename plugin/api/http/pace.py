"""A limit of our own on how fast requests go out, shared by all sessions with one host."""

import threading
import time
from functools import cache
from typing import Callable

from ..errors import rate_limited

REQUESTS_PER_MINUTE = 180.0
BURST = 20
"""Together 200 in any minute: Street Manager's limit is not published, but is said to be above."""

LONGEST_HOLD = 300.0
"""Then one request may find out whether the service still means it."""

TICK = 0.1
TINY = 1e-6


class Pace:
    """Lets requests go: `burst` at once after a rest, `per_minute` in the long run.

    May be used by several threads and clients. `clock` gives seconds that only go forward, `sleep`
    waits for some of them.
    """

    def __init__(
        self,
        per_minute: float = REQUESTS_PER_MINUTE,
        burst: int = BURST,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._rate = per_minute / 60.0
        self._burst = float(burst)
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._left = self._burst
        self._counted_at = clock()
        self._held_until = self._counted_at

    def wait(self, look: Callable[[], None], longest_hold: float) -> None:
        """Wait until a request may go, calling `look`, which may raise to stop, ten times a second.

        Raises RateLimited, before anything is sent, when the service has asked for a rest that goes
        on for more than `longest_hold` seconds.
        """
        while True:
            look()
            wait = self._take(longest_hold)
            if wait <= 0:
                return
            self._sleep(min(wait, TICK))

    def hold(self, seconds: float) -> None:
        """Let nothing go for some time, since the service has asked for it; for minutes at most."""
        with self._lock:
            self._held_until = max(self._held_until, self._clock() + min(seconds, LONGEST_HOLD))

    def _take(self, longest_hold: float) -> float:
        """Take a turn and return 0, or return the seconds until there may be one."""
        with self._lock:
            now = self._clock()
            if now < self._held_until:
                return self._rest(now, longest_hold)
            self._left += max(0.0, now - self._counted_at) * self._rate
            self._left = min(self._left, self._burst)
            self._counted_at = max(self._counted_at, now)
            if self._left >= 1.0 - TINY:
                self._left = max(0.0, self._left - 1.0)
                return 0.0
            return (1.0 - self._left) / self._rate

    def _rest(self, now: float, longest_hold: float) -> float:
        # Whoever waits must not go all at once when the rest is over.
        self._left, self._counted_at = 1.0, self._held_until
        rest = self._held_until - now
        if rest > longest_hold:
            raise rate_limited(rest)
        return rest


@cache
def pace_of(host: str) -> Pace:
    """Return the pace that all sessions with `host` share."""
    return Pace()
