"""Moments as the files keep them."""

from datetime import datetime, timezone


def now() -> str:
    """Return this moment in UTC, to the microsecond, as the files keep it."""
    return datetime.now(timezone.utc).isoformat(timespec="microseconds")


def moment(kept: str) -> datetime:
    """Return a kept moment in UTC. Raises ValueError, or one of its like, when it is none."""
    return datetime.fromisoformat(kept).astimezone(timezone.utc)
