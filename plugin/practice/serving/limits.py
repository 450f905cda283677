"""How many requests a minute one client may make."""

import threading
from typing import Optional

from ..clock import Clock

_WINDOW_S = 60.0


class RateLimit:
    """Counts the requests of each client address in windows of a minute."""

    def __init__(self, per_minute: int, clock: Clock) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._windows: dict[str, tuple[float, int]] = {}
        self._lock = threading.Lock()

    def wait(self, client: str) -> Optional[int]:
        """Count one request; return the seconds to wait when there were too many, else None."""
        now = self._clock.seconds()
        with self._lock:
            began, count = self._windows.get(client, (now, 0))
            if now - began >= _WINDOW_S:
                began, count = now, 0
            self._windows[client] = (began, count + 1)
            if count < self._per_minute:
                return None
            return max(1, round(_WINDOW_S - (now - began)))
