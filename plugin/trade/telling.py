"""Days in a few letters, as a planner writes them."""

from datetime import date
from typing import Optional

from ..words import tr

# In the language of the words around them: strftime takes the computer's.
_WEEKDAYS = (
    lambda: tr("Mon"),
    lambda: tr("Tue"),
    lambda: tr("Wed"),
    lambda: tr("Thu"),
    lambda: tr("Fri"),
    lambda: tr("Sat"),
    lambda: tr("Sun"),
)
_MONTHS = (
    lambda: (tr("Jan"), tr("January")),
    lambda: (tr("Feb"), tr("February")),
    lambda: (tr("Mar"), tr("March")),
    lambda: (tr("Apr"), tr("April")),
    lambda: (tr("May"), tr("May")),
    lambda: (tr("Jun"), tr("June")),
    lambda: (tr("Jul"), tr("July")),
    lambda: (tr("Aug"), tr("August")),
    lambda: (tr("Sep"), tr("September")),
    lambda: (tr("Oct"), tr("October")),
    lambda: (tr("Nov"), tr("November")),
    lambda: (tr("Dec"), tr("December")),
)


def weekday(day: date) -> str:
    """Write the day of the week as "Wed"."""
    return _WEEKDAYS[day.weekday()]()


def month(day: date) -> str:
    """Write the month of a day as "Dec"."""
    return _MONTHS[day.month - 1]()[0]


def month_in_full(day: date) -> str:
    """Write the month of a day as "December"."""
    return _MONTHS[day.month - 1]()[1]


def day_in_full(day: date) -> str:
    """Write a day as "3 December 2026"."""
    return f"{day.day} {month_in_full(day)} {day.year}"


def whole_day(day: date) -> str:
    """Write a day as "3 Dec 2026"."""
    return f"{day.day} {month(day)} {day.year}"


def short_day(day: date, today: date) -> str:
    """Write a day as "3 Dec", with its year where that is not the year of `today`."""
    return f"{day.day} {month(day)}" if day.year == today.year else whole_day(day)


def named_day(day: date, today: date) -> str:
    """Write a day as "Thu 3 Dec", with its year where that is not the year of `today`."""
    return f"{weekday(day)} {short_day(day, today)}"


def span(start: Optional[date], end: Optional[date], today: date) -> str:
    """Write days as "3 Dec – 5 Dec"; None is open, and "" comes back when both are."""
    if start is None and end is None:
        return ""
    if end is None:
        return tr("from {day}").format(day=short_day(start or today, today))
    if start is None:
        return tr("until {day}").format(day=short_day(end, today))
    if start == end:
        return short_day(start, today)
    return tr("{first} – {last}").format(first=short_day(start, today), last=short_day(end, today))
