"""The clocks that run on works, as lines of their details."""

from datetime import datetime

from ...rules.clocks.due import Due
from ...rules.clocks.of_works import of_site, of_works
from ...rules.clocks.penalties import payment
from ...rules.clocks.said import say, told_in_short
from ...trade.calendar import civil_day, uk_today
from ...trade.records.works import Works
from ...words import tr
from .lines import Line, Lines


def clock_lines(works: Works, now: datetime) -> Lines:
    """Return what each clock of works stands at, and whose word that is, the next first."""
    found = [(tr("Clock"), due) for due in of_works(works, now)]
    for site in works.sites:
        name = tr("Clock of site {number}").format(number=site.number)
        found += [(name, due) for due in of_site(site, now)]
    for penalty in works.penalties:
        name = tr("Clock of {reference}").format(reference=penalty.reference)
        dues = payment(penalty.status, civil_day(penalty.issued), uk_today(now))
        found += [(name, due) for due in dues]
    ordered = sorted(found, key=lambda one: one[1].end)
    return tuple(Line((name, _told(due, now))) for name, due in ordered)


def _told(due: Due, now: datetime) -> str:
    return f"{say(due, now)}\n{told_in_short(due)}"
