"""Rules between the fields of a request, made from what they have in common.

A rule answers with the field it belongs to and a message, or None when it holds. What only the
service can know, such as when works really started, is no rule here.
"""

from datetime import datetime, timedelta
from typing import Any, Callable, Optional
from zoneinfo import ZoneInfo

from ...words import tr
from .complete import Given, Rule
from .fields import UK

Say = Callable[[], str]
Broken = Optional[tuple[str, str]]


def needed(field: str, when: str, value: Any, say: Say) -> Rule:
    """Make the rule that `field` is needed when `when` has `value`, or one of a set of values."""
    values = value if isinstance(value, (set, frozenset)) else {value}

    def rule(given: Given) -> Broken:
        return (field, say()) if given[when] in values and given[field] is None else None

    return rule


def needed_if(field: str, condition: Callable[[Given], bool], say: Say) -> Rule:
    """Make the rule that `field` is needed when a condition holds."""

    def rule(given: Given) -> Broken:
        return (field, say()) if given[field] is None and condition(given) else None

    return rule


def only(field: str, values: frozenset[Any], say: Say) -> Rule:
    """Make the rule that `field` has one of some of its values."""

    def rule(given: Given) -> Broken:
        value = given[field]
        return (field, say()) if value is not None and value not in values else None

    return rule


def today_or_later(field: str) -> Rule:
    """Make the rule that a day is not over."""

    def rule(given: Given) -> Broken:
        day = given[field]
        return (field, tr("This must be today or later.")) if day and day < given.today else None

    return rule


def today_or_earlier(field: str) -> Rule:
    """Make the rule that a day has begun."""

    def rule(given: Given) -> Broken:
        day = given[field]
        return (field, tr("This must not be in the future.")) if day and day > given.today else None

    return rule


def in_the_past(field: str) -> Rule:
    """Make the rule that a moment has passed."""

    def rule(given: Given) -> Broken:
        moment = given[field]
        is_ahead = moment and moment > given.now
        return (field, tr("This must be in the past.")) if is_ahead else None

    return rule


def not_before(field: str, first: str, say: Say) -> Rule:
    """Make the rule that day or moment `field` does not come before `first`."""

    def rule(given: Given) -> Broken:
        start, end = given[first], given[field]
        return (field, say()) if start and end and end < start else None

    return rule


def after(field: str, first: str, say: Say) -> Rule:
    """Make the rule that moment `field` comes after moment `first`."""

    def rule(given: Given) -> Broken:
        start, end = given[first], given[field]
        return (field, say()) if start and end and end <= start else None

    return rule


def on_the_day(field: str, day_field: str) -> Rule:
    """Make the rule that a moment falls on the day that another field gives."""

    def rule(given: Given) -> Broken:
        moment: Optional[datetime] = given[field]
        day = given[day_field]
        if moment and day and day != moment.astimezone(ZoneInfo(UK)).date():
            return field, tr("This must be a time on the day that is given.")
        return None

    return rule


def from_the_day(field: str, day_field: str, say: Say) -> Rule:
    """Make the rule that a moment does not come before a day begins."""

    def rule(given: Given) -> Broken:
        moment: Optional[datetime] = given[field]
        day = given[day_field]
        is_early = moment and day and moment.astimezone(ZoneInfo(UK)).date() < day
        return (field, say()) if is_early else None

    return rule


def at_most_days(field: str, first: str, days: int, say: Say) -> Rule:
    """Make the rule that two days, both counted, span `days` at most."""

    def rule(given: Given) -> Broken:
        start, end = given[first], given[field]
        is_long = start and end and end - start >= timedelta(days=days)
        return (field, say()) if is_long else None

    return rule


REASON_NEEDED: Say = lambda: tr("Give the reason.")  # noqa: E731 - a text said late
END_BEFORE_START: Say = lambda: tr("The end cannot come before the start.")  # noqa: E731
