"""How works are brought to where a step may be taken: each asks for new ones over HTTP."""

from datetime import timedelta

from street_works.plugin.trade.calendar import uk_today
from street_works.tests.made.parties import HS2, Case, Trade, day


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


def authorised(trade: Trade) -> Case:
    """Return major works, four months from now, with a granted advance authorisation."""
    start = uk_today() + timedelta(days=120)
    works = trade.apply(start, start + timedelta(days=20), is_ttro_required=True)
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


def changing(trade: Trade) -> Case:
    """Return works with a granted permit and a request to change it, which waits for its answer."""
    works = granted(trade)
    done(works.change(description_of_work="Renew two valves"))
    return works


def extending(trade: Trade) -> Case:
    """Return works in progress whose promoter asks for more time."""
    works = started(trade)
    end = uk_today() + timedelta(days=13)
    done(works.change(proposed_end_date=day(end)))
    return works


def of_hs2(trade: Trade) -> Case:
    """Return works of High Speed Two that need no consent."""
    start = uk_today() + timedelta(days=10)
    return trade.apply(
        start,
        start + timedelta(days=1),
        promoter_swa_code=HS2,
        work_type="hs2_highway_works",
        hs2_in_act_limits=True,
        hs2_highway_exemption="none_applicable",
    )


def reinstated(trade: Trade) -> Case:
    """Return works in progress with a site that was reinstated today, for the time being."""
    works = started(trade)
    done(works.reinstate("interim", uk_today()))
    return works


def dug_before(trade: Trade) -> Case:
    """Return works in progress under a second permit, whose site is interim since the first."""
    works = reinstated(trade)
    done(works.stop())
    start = uk_today() + timedelta(days=10)
    done(works.another(start, start + timedelta(days=1)))
    done(works.assess("granted", 2))
    done(works.start())
    return works


def commented(trade: Trade) -> Case:
    """Return works on which the authority has commented."""
    works = granted(trade)
    comment = {"detail": "When may we meet?", "topic": "INSPECTION"}
    done(works.step("authority", "POST", "comments", comment))
    return works


def with_a_file(trade: Trade) -> Case:
    """Return granted works with a file of the promoter's."""
    works = granted(trade)
    number = trade.upload("planner")
    done(works.step("planner", "POST", "files", {"file_ids": [number]}))
    return works


def inspected(trade: Trade) -> Case:
    """Return works in progress that have passed an inspection."""
    works = started(trade)
    moment = trade.clock.moment - timedelta(minutes=30)
    seen = {
        "inspection_type": "live_site", "inspection_category": "a",
        "inspection_outcome": "passed", "username": "Alex", "made_safe_by_ha": False,
        "inspection_evidence": False, "inspection_start_date": moment.isoformat(),
    }  # fmt: skip
    done(works.step("authority", "POST", "inspections", seen))
    return works
