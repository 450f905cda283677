"""Days as planners' files and layers have them: in ISO and UK forms, with a time of day or none."""

import re
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Optional

from ..rules.typed import clock_of, day_of
from ..trade.calendar import civil_day

# Seconds are passed over: no day turns on them.
_MOMENT = re.compile(
    r"(?P<day>.*?[0-9])(?:\s*[T,]\s*|\s+)"
    r"(?P<clock>[0-9]{1,2}[:.][0-9]{2})(?:[:.][0-9]{2}(?:[.,][0-9]+)?)?(?P<half>\s*[ap]\.?m\.?)?"
    r"\s*(?P<zone>Z|UTC|GMT|BST|(?P<sign>[+-])(?P<hours>[01][0-9])(?::?(?P<minutes>[0-5][0-9]))?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?=T|$)", re.IGNORECASE)


def written_day(text: str) -> Optional[date]:
    """Return the civil day in the UK that a text means, None for an empty one.

    A time of day may stand with it. With a zone it is a moment, whose day is found as that of one
    in an answer of the register; without a zone it is on UK clocks, so the day is the one written.
    Raises StreetWorksError, which says how to write a day.
    """
    return _read(text.strip()) if text.strip() else None


@lru_cache(maxsize=65536)
def _read(text: str) -> date:
    plain = _COMPACT.sub(r"\1-\2-\3", text)
    found = _MOMENT.fullmatch(plain)
    if found is None:
        return day_of(plain)
    day, clock = day_of(found["day"]), clock_of(found["clock"] + (found["half"] or ""))
    if not found["zone"]:
        return day
    return civil_day(datetime.combine(day, clock, _zone(found)))


def _zone(found: "re.Match[str]") -> timezone:
    if not found["sign"]:
        return timezone(timedelta(hours=found["zone"].upper() == "BST"))
    offset = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    return timezone(-offset if found["sign"] == "-" else offset)
