"""When it was at the service, and how long it asks to wait."""

from collections.abc import Mapping
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from typing import Optional

LONGEST = 3600.0
"""Nobody is told to wait for longer than an hour, whatever the service asks for."""

FIRST_YEAR, LAST_YEAR = 2020, 2999
"""A clock that shows another year is wrong, or is not meant."""


def moment_of(text: str) -> Optional[datetime]:
    """Return the moment in UTC that a header gives; None where it gives none."""
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    return moment.replace(tzinfo=moment.tzinfo or timezone.utc).astimezone(timezone.utc)


def retry_after(headers: Mapping[str, str], now: Optional[datetime] = None) -> Optional[float]:
    """Return the seconds that a Retry-After header asks for; None if there is none.

    `now` is the moment by the clock of whoever sent it; ours if None.
    """
    text = headers.get("Retry-After", "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text), LONGEST)
    until = moment_of(text)
    if until is None:
        return None
    wait = (until - (now or datetime.now(timezone.utc))).total_seconds()
    return min(max(0.0, wait), LONGEST)
