"""Days and moments as they are written by hand: with their day of the week, on UK clocks."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

_UK = ZoneInfo("Europe/London")


def day(text: str) -> date:
    """Read "Thu 24 Dec 2026"; raise ValueError where that is another day of the week."""
    found = datetime.strptime(text, "%a %d %b %Y").date()
    if f"{found:%a}" != text[:3]:
        raise ValueError(f"{text} is a {found:%A}")
    return found


def moment(text: str) -> datetime:
    """Read "Thu 24 Dec 2026 16:30", or with seconds, on UK clocks."""
    first, _, clock = text.rpartition(" ")
    return datetime.combine(day(first), datetime.strptime(_whole(clock), "%H:%M:%S").time(), _UK)


def _whole(clock: str) -> str:
    return clock if clock.count(":") == 2 else f"{clock}:00"
