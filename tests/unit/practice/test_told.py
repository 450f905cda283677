"""What a register tells of works is enough to say what may be done with them."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from street_works.plugin.api import StreetManager
from street_works.plugin.rules.standing import WorksStanding
from street_works.plugin.rules.steps import steps, why_not
from street_works.plugin.rules.told import works_standing
from street_works.plugin.trade.parties import Side
from street_works.tests.made.parties import Trade, trade_at
from street_works.tests.made.situations import PARTIES, World
from street_works.tests.made.step_requests import NOW


@pytest.fixture(scope="module")
def trade() -> Iterator[Trade]:
    with trade_at(NOW) as running:
        yield running


@contextmanager
def signed_in(trade: Trade, who: str) -> Iterator[StreetManager]:
    client = StreetManager(trade.base)
    try:
        client.sign_in(f"{who}@practice.example", f"{who}-pass")
        yield client
    finally:
        client.close()


def as_told(stands: WorksStanding) -> WorksStanding:
    """What of this a register tells a promoter."""
    latest = stands.latest
    if latest is not None:
        latest = latest._replace(
            was_modification_requested=False,
            is_undecided=latest.is_undecided and latest.status == "closed",
        )
    return stands._replace(latest=latest)


def test_works_stand_as_the_register_tells_of_them(trade: Trade) -> None:
    world, count = World(trade), 0
    with signed_in(trade, "planner") as client:
        for situation in world.every_works():
            assert isinstance(situation.subject, WorksStanding)
            world.put(situation)
            read = works_standing(client.register.works(situation.record.reference))
            assert read == as_told(situation.subject)
            for step, _why in steps(read, frozenset(Side)):
                assert why_not(step, read) == why_not(step, situation.subject), step
            count += 1
    assert count > 100


@pytest.mark.parametrize("who", PARTIES)
def test_for_whom_an_account_speaks_is_told(trade: Trade, who: str) -> None:
    with signed_in(trade, who) as client:
        client.learn_rights(f"{who}@practice.example")
        for promoter, authority in (("0098", "9810"), ("9831", "9820"), ("9810", "9831")):
            known = PARTIES[who].sides(promoter, authority)
            assert client.rights.sides(promoter, authority) == known
