"""How a planner is told of a clock: in a line as of a moment, and whose word it is."""

from datetime import date, datetime

from ...trade import calendar
from ...trade.labels import label
from ...trade.telling import named_day
from ...trade.vocabulary.clocks import Clock, Origin
from ...words import tr
from .due import Due
from .works import overrun_day


def say(due: Due, now: datetime) -> str:
    """Say what a clock stands at, such as "deems Wed 2 Dec 16:30, 1 working day left"."""
    today = calendar.uk_today(now)
    if due.is_over(now):
        n = overrun_day(due.day, today) if due.clock == Clock.OVERRUN else 0
        return due.rule.after().format(when=when(due, today), n=n)
    if due.first is not None and today < due.first:
        said = tr("{what}, from {day}")
        return said.format(what=_before(due, today), day=named_day(due.first, today))
    said = tr("{what}, {left}")
    return said.format(what=_before(due, today), left=_left(due, today))


def missed(due: Due, now: datetime) -> list[str]:
    """Say that a clock's time is up, and by whose word; nothing while it runs."""
    return [f"{say(due, now)}. {told_by(due)}"] if due.is_over(now) else []


def told_by(due: Due) -> str:
    """Say whose word a date is, and by which rule; where the rule is thin, to check it."""
    if due.origin == Origin.STREET_MANAGER:
        return label(due.origin)
    said = tr("{whose}. {rule} ({source})")
    return said.format(whose=label(due.origin), rule=due.rule.words(), source=due.rule.source)


def told_in_short(due: Due) -> str:
    """Say whose word a date is, and where its rule stands."""
    if due.origin == Origin.STREET_MANAGER:
        return label(due.origin)
    return tr("{whose} ({source})").format(whose=label(due.origin), source=due.rule.source)


def _before(due: Due, today: date) -> str:
    return due.rule.before().format(when=when(due, today))


def when(due: Due, today: date) -> str:
    """Say until when something is to be done: "Thu 3 Dec", with the time where it has one."""
    day = named_day(due.day, today)
    if not isinstance(due.until, datetime):
        return day
    return f"{day} {calendar.uk_time(due.until):%H:%M}"


def _left(due: Due, today: date) -> str:
    """Say what is left after today: no working day may be, over a weekend; then days are told."""
    days = (due.day - today).days
    if not days:
        return tr("today")
    working = calendar.working_days(today, due.day) - calendar.is_working_day(today)
    if working and due.rule.in_working_days:
        if working == 1:
            return tr("1 working day left")
        return tr("{n} working days left").format(n=working)
    return tr("1 day left") if days == 1 else tr("{n} days left").format(n=days)
