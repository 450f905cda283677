"""The practice service's clock: today may be fixed, seconds go by as they do."""

import time
from datetime import date, datetime, timezone
from typing import Optional


class Clock:
    """Tells the moment (UTC) and counts seconds; tests put their own in its place."""

    def __init__(self, today: Optional[date] = None) -> None:
        self._today = today

    def now(self) -> datetime:
        """Return the moment in UTC: the real time of day, on the fixed day where there is one."""
        real = datetime.now(timezone.utc)
        if self._today is None:
            return real
        return datetime.combine(self._today, real.time(), tzinfo=timezone.utc)

    def today(self) -> date:
        """Return the day that past and future are judged by."""
        return self._today or self.now().date()

    def seconds(self) -> float:
        """Return seconds that only ever go forward, for lifetimes and limits."""
        return time.monotonic()
