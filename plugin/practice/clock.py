"""The practice service's clock: today may be fixed, seconds go by as they do."""

import time
from datetime import date, datetime, timezone
from typing import Optional

from ..trade.calendar import uk_time, uk_today, uk_zone


class Clock:
    """Tells the moment (UTC) and counts seconds; tests put their own in its place."""

    def __init__(self, today: Optional[date] = None) -> None:
        self._today = today

    def now(self) -> datetime:
        """Return the moment in UTC: what UK clocks show now, on the fixed day if there is one."""
        real = datetime.now(timezone.utc)
        if self._today is None:
            return real
        shown = datetime.combine(self._today, uk_time(real).time(), tzinfo=uk_zone())
        return shown.astimezone(timezone.utc)

    def today(self) -> date:
        """Return the day in the UK, by which past and future are judged."""
        return self._today or uk_today(self.now())

    def seconds(self) -> float:
        """Return seconds that only ever go forward, for lifetimes and limits."""
        return time.monotonic()
