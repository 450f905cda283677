"""All lists are read into the store page by page, whatever goes wrong with some of them."""

from datetime import date, datetime, timedelta, timezone

import pytest
from street_works.plugin.api import StreetManager
from street_works.plugin.api.errors import AccessRestricted, Cancelled, NoNetwork, ServerFailed
from street_works.plugin.live.mine.gathering import Gatherer
from street_works.plugin.live.mine.store import MineStore
from street_works.plugin.trade.records.listed import Listing, OwnList, PermitListed, WorksChanged
from street_works.plugin.trade.vocabulary.works import WorksStatus
from street_works.tests.made.listed_register import Lists
from street_works.tests.made.listed_rows import page, penalty, permit
from street_works.tests.made.parties import trade_at

TODAY = date(2026, 6, 1)
NINE = datetime(2026, 6, 1, 9, tzinfo=timezone.utc)
TEN = NINE + timedelta(hours=1)
START, END = date(2026, 6, 18), date(2026, 6, 19)


@pytest.fixture
def store(tmp_path):
    opened = MineStore(tmp_path / "mine.sqlite")
    yield opened
    opened.close()


def gatherer(store, register, at=NINE):
    return Gatherer(store, register, at, TODAY)


def read(pages):
    """Read to the end."""
    for _page in pages:
        pass


def states(store):
    return {one.own.listing: one for one in store.lists()}


def two_pages_of_permits():
    first = page(*map(permit, range(25)), done=25, most=30)
    return [first, page(*map(permit, range(25, 30)), done=30, most=30)]


@pytest.mark.parametrize("who", ["planner", "contractor"])
def test_a_service_gives_all_that_is_the_accounts(store, who):
    with trade_at("2026-06-01T12:00:00+01:00") as trade:
        case = trade.apply(START, END)
        client = StreetManager(trade.base)
        client.sign_in(f"{who}@practice.example", f"{who}-pass")
        client.learn_rights(f"{who}@practice.example")
        made = gatherer(store, client.register)
        read(made.everything(lambda: {case.reference}))
        client.close()
    permits = [row for row in store.rows() if isinstance(row, PermitListed)]
    assert case.reference in {row.works_reference for row in permits}
    if who == "planner":
        assert len(permits) > 50
        assert all(one.complete and not one.trouble for one in store.lists())
    else:
        assert len(permits) == 1
        troubled = {one.own.listing for one in store.lists() if one.trouble}
        assert troubled == set(Listing) - {
            Listing.REINSTATEMENTS, Listing.INSPECTIONS, Listing.NOTICES, Listing.COMMENTS,
        }  # fmt: skip
    assert made.error is None


def test_a_page_of_each_list_in_turn_and_each_is_there_at_once(store):
    register = Lists(
        {Listing.PERMITS: two_pages_of_permits(), Listing.PENALTIES: [page(penalty())]}
    )
    seen = [len(store.rows()) for _page in gatherer(store, register).everything(frozenset)]
    assert seen == [25, 26, 31]
    assert all(one.complete for one in store.lists())


def test_a_list_that_fails_is_noted_and_the_others_go_on(store):
    first, second = two_pages_of_permits()
    register = Lists(
        {Listing.PERMITS: [first, ServerFailed("Out of order."), second],
         Listing.PENALTIES: [page(penalty())]}
    )  # fmt: skip
    made = gatherer(store, register)
    read(made.everything(frozenset))
    found = states(store)
    assert (found[Listing.PERMITS].complete, found[Listing.PERMITS].done) == (False, 25)
    assert found[Listing.PERMITS].trouble == "Out of order."
    assert found[Listing.PENALTIES].complete
    assert str(made.error) == "Out of order."


def test_without_a_network_nothing_more_is_asked(store):
    register = Lists(
        {Listing.PERMITS: [NoNetwork("No network.")], Listing.PENALTIES: [AssertionError]}
    )
    read(gatherer(store, register).everything(frozenset))
    assert {one.trouble for one in store.lists()} == {"No network."}


def test_stopped_it_keeps_what_came(store):
    register = Lists({Listing.PERMITS: [two_pages_of_permits()[0], Cancelled()]})
    with pytest.raises(Cancelled):
        read(gatherer(store, register).everything(frozenset))
    assert len(store.rows()) == 25
    (state,) = store.lists()
    assert (state.complete, state.trouble) == (False, "")


def test_who_may_not_list_permits_asks_for_those_of_works_that_are_known(store):
    register = Lists(
        {Listing.PERMITS: [AccessRestricted("Not yours.")],
         Listing.PENALTIES: [page(penalty("TW00100001"))]}
    )  # fmt: skip
    register.permits = (permit(1),)
    made = gatherer(store, register)
    read(made.everything(lambda: {"TW00100002"}))
    assert register.asked_permits_of == [{"TW00100001", "TW00100002"}]
    assert permit(1) in store.rows()
    assert made.error is None


def test_permits_of_works_that_are_seen_later(store):
    register = Lists({})
    register.permits = (permit(1),)
    read(gatherer(store, register).permits_of(frozenset))
    assert register.asked_permits_of == []
    read(gatherer(store, register).permits_of(lambda: {"TW00100001"}))
    assert store.rows() == (permit(1),)


def test_only_what_changed_is_read_anew(store):
    register = Lists(
        {Listing.PERMITS: two_pages_of_permits(), Listing.PENALTIES: [page(penalty())]}
    )
    read(gatherer(store, register).everything(frozenset))
    register.pages[OwnList(Listing.PENALTIES)] = [page()]
    register.pages[OwnList(Listing.PERMITS)] = [AssertionError]
    register.permits = (permit(2, works_status=WorksStatus.IN_PROGRESS),)
    changed = {WorksChanged("TW00100002"), WorksChanged("TW00100001", Listing.PENALTIES)}
    read(gatherer(store, register, TEN).catch_up(changed))
    assert register.asked_permits_of == [{"TW00100001", "TW00100002"}]
    assert penalty() not in store.rows()
    (again,) = [row for row in store.rows() if row.works_reference == "TW00100002"]
    assert again.works_status == WorksStatus.IN_PROGRESS
    assert "TW00100001" not in store.works()  # its permit is over by now
    assert {one.as_of for one in store.lists()} == {TEN}
    assert all(one.complete for one in store.lists())


def test_what_changed_since_is_found_out_and_nothing_else_is_read(store):
    register = Lists({Listing.PERMITS: two_pages_of_permits()})
    read(gatherer(store, register).everything(frozenset))
    register.pages[OwnList(Listing.PERMITS)] = [AssertionError]
    read(gatherer(store, register, TEN).changed_since(60))
    assert register.asked_permits_of == []
    assert states(store)[Listing.PERMITS].as_of == TEN
    register.changed = {WorksChanged("TW00100001")}
    read(gatherer(store, register, TEN).changed_since(60))
    assert register.asked_permits_of == [{"TW00100001"}]


def test_what_could_not_be_caught_up_with_is_not_called_right(store):
    register = Lists({Listing.PENALTIES: [page(penalty())]})
    read(gatherer(store, register).everything(frozenset))
    register.pages[OwnList(Listing.PENALTIES)] = [ServerFailed("Out of order.")]
    read(gatherer(store, register, TEN).catch_up({WorksChanged("TW1", Listing.PENALTIES)}))
    (state,) = store.lists()
    assert (state.as_of, state.complete, state.trouble) == (NINE, False, "Out of order.")
