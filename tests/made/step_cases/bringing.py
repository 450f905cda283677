"""How works are brought to where a step may be taken: each asks for new ones over HTTP."""

from datetime import timedelta

from street_works.plugin.trade.calendar import uk_today
from street_works.tests.made.parties import Case, Trade


def done(status: int) -> None:
    """Fail where a request was not accepted."""
    assert 200 <= status < 300, status


def applied(trade: Trade) -> Case:
    """Return works for two days, ten days from now, whose permit waits for its assessment."""
    start = uk_today() + timedelta(days=10)
    return trade.apply(start, start + timedelta(days=1))


def granted(trade: Trade) -> Case:
    """Return works whose permit is granted."""
    works = applied(trade)
    done(works.assess("granted"))
    return works


def started(trade: Trade) -> Case:
    """Return works in progress for an hour."""
    works = granted(trade)
    done(works.start((trade.clock.now() - timedelta(hours=1)).isoformat()))
    return works


def stopped(trade: Trade) -> Case:
    """Return works that have been stopped; nothing is reinstated."""
    works = started(trade)
    done(works.stop())
    return works
