"""The answers on a form: JSON values by the field's name, so that a draft can keep them."""

from collections.abc import Mapping
from datetime import date, datetime, time, timezone
from typing import Any, Optional

from ..errors import StreetWorksError
from ..rules.typed import clock_of, day_of, written
from ..trade import calendar
from ..trade.shapes import geometry_of, size_of
from ..words import tr
from .shapes import is_shape

Values = Mapping[str, Any]


def is_blank(value: Any) -> bool:
    """Say whether `value` is no answer; False is one."""
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, Mapping):
        return all(map(is_blank, value.values()))
    return value is None or value == []


def day_in(values: Values, name: str) -> Optional[date]:
    """Return the day in field `name`, or None when it is empty or unreadable."""
    try:
        return day_of(str(values.get(name) or ""))
    except StreetWorksError:
        return None


def clock_in(values: Values, name: str) -> Optional[time]:
    """Return the time of day in field `name`, or None when it is empty or unreadable."""
    try:
        return clock_of(str(values.get(name) or ""))
    except StreetWorksError:
        return None


def moment(day: date, clock: time) -> datetime:
    """Return the moment at which UK clocks show `clock` on `day`."""
    return datetime.combine(day, clock, calendar.uk_zone())


def this_moment() -> dict[str, str]:
    """Return now on UK clocks, as the answer to a question for a moment."""
    now = calendar.uk_time(datetime.now(timezone.utc))
    return {"day": f"{now:%Y-%m-%d}", "time": f"{now:%H:%M}"}


def moment_in(values: Values, name: str) -> Optional[datetime]:
    """Return the moment in field `name`, or None when it is incomplete or unreadable."""
    answer = values.get(name) or {}
    day, clock = day_in(answer, "day"), clock_in(answer, "time")
    return None if day is None or clock is None else moment(day, clock)


def in_words(value: Any, words: Mapping[str, str]) -> str:
    """Return an answer in the planner's words; `words` are those of what may be chosen."""
    if is_blank(value):
        return ""
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    if isinstance(value, Mapping):
        return _parts_in_words(value, words)
    if isinstance(value, list):
        return ", ".join(in_words(one, words) for one in value)
    return words.get(str(value), _day_in_words(str(value)))


def _parts_in_words(value: Mapping[str, Any], words: Mapping[str, str]) -> str:
    if is_shape(value):
        return size_of(geometry_of(value))
    if "file_id" in value:
        return str(value["name"])
    between = ": " if "condition" in value else " "
    return between.join(filter(None, (in_words(one, words) for one in value.values())))


def _day_in_words(text: str) -> str:
    try:
        return written(date.fromisoformat(text))
    except ValueError:
        return text
