"""The lists of one's own works, in the trade's values, from a service that has one of each."""

from datetime import date, datetime, timezone

import pytest
from street_works.plugin.api import StreetManager
from street_works.plugin.api.errors import AccessRestricted
from street_works.plugin.rules.steps import Step
from street_works.plugin.trade.records.listed import Listing, OwnList
from street_works.plugin.trade.workstreams import workstream_in
from street_works.tests.made.parties import day, trade_at
from street_works.tests.made.situations import WATER_CODE, World
from street_works.tests.made.step_requests import DAY_BEFORE, NOW, Requests

TODAY = date(2026, 6, 1)
OWN = tuple(OwnList(listing) for listing in Listing)


@pytest.fixture(scope="module")
def world():
    with trade_at(NOW) as trade:
        yield World(trade)


@pytest.fixture(scope="module")
def sign_in(world):
    clients = []

    def make(name):
        client = StreetManager(world.trade.base)
        clients.append(client)
        email = f"{name}@practice.example"
        client.sign_in(email, f"{name}-pass")
        client.learn_rights(email)
        return client

    yield make
    for client in clients:
        client.close()


@pytest.fixture(scope="module")
def planner(sign_in):
    return sign_in("planner")


def read(client, listing, promoter=""):
    pages = list(client.register.list_pages(OwnList(listing, promoter), TODAY))
    return [row for page in pages for row in page.rows]


def one_of(client, listing, works):
    (found,) = [row for row in read(client, listing) if row.works_reference == works]
    return found


def test_a_planner_has_each_list_once(planner):
    assert planner.register.own_lists() == OWN


def test_a_contractor_has_those_of_each_promoter(sign_in):
    lists = sign_in("contractor").register.own_lists()
    assert {one.promoter_code for one in lists} == {WATER_CODE, "9831", "7374"}
    assert len(lists) == 3 * len(Listing)


@pytest.mark.parametrize("listing", Listing, ids=lambda one: one.value)
def test_a_contractor_may_read_some_of_them(sign_in, listing):
    readable = {
        Listing.REINSTATEMENTS, Listing.INSPECTIONS, Listing.NOTICES, Listing.COMMENTS,
    }  # fmt: skip
    pages = sign_in("contractor").register.list_pages(OwnList(listing, WATER_CODE), TODAY)
    if listing in readable:
        assert next(pages).is_last
    else:
        with pytest.raises(AccessRestricted):
            next(pages)


def test_an_authority_carries_out_no_works(sign_in):
    assert sign_in("authority").register.own_lists() == ()


def test_permits_are_those_that_are_not_over(world, planner):
    rows = read(planner, Listing.PERMITS)
    held = {
        works.active.reference
        for works in world.trade.service.register.every_works()
        if works.promoter_swa_code == WATER_CODE
        and works.active is not None
        and works.status in ("planned", "in_progress")
        and works.active.status
        in ("submitted", "granted", "permit_modification_request", "revoked")
    }
    assert len(rows) == len(held) > 25
    assert {row.reference for row in rows} == held


def test_a_permit_says_how_it_stands_and_where(world, planner):
    row = one_of(planner, Listing.PERMITS, world.case.reference)
    assert (row.status, row.works_status) == ("submitted", "planned")
    assert row.promoter == world.base.promoter
    assert row.street == world.base.place.street
    assert row.first_day.date() == date(2026, 6, 18)
    assert row.deadline > datetime(2026, 6, 1, tzinfo=timezone.utc)
    assert tuple(row.box) == pytest.approx(world.base.geometry.bounds, abs=0.01)


def test_pages_say_how_far_they_are(planner):
    pages = list(planner.register.list_pages(OwnList(Listing.PERMITS), TODAY))
    done = [page.done for page in pages]
    assert done == sorted(done)
    assert done[0] == 25
    assert {page.at_most for page in pages} == {done[-1]}


def test_a_penalty_a_notice_and_a_plan(world, planner):
    penalty = one_of(planner, Listing.PENALTIES, world.case.reference)
    assert (penalty.reference, penalty.status, penalty.offence) == (
        f"{world.case.reference}-FPN-01", "issued", "offence_code_08",
    )  # fmt: skip
    plan = one_of(planner, Listing.PLANS, world.plan.reference)
    assert (plan.status, plan.first_day.date()) == ("raised", date(2026, 9, 1))
    notice = one_of(planner, Listing.NOTICES, world.notice.reference)
    assert (notice.status, notice.severity) == ("issued", "low")


def test_a_change_an_inspection_a_reinstatement_and_a_comment(world, planner):
    trade = world.trade
    case = trade.apply(date(2026, 6, 18), date(2026, 6, 19))
    permit = f"{case.reference}-01"
    assert case.assess("granted") == 204
    assert case.change(proposed_end_date=day(date(2026, 6, 22))) == 201
    assert case.start("2026-05-29T09:00:00+01:00") == 204
    assert case.reinstate("interim", DAY_BEFORE) == 201, case.said
    for step in (Step.INSPECT, Step.COMMENT):
        assert Requests(case, "").take(step, "authority", permit, case.body) == 201
    change = one_of(planner, Listing.CHANGES, case.reference)
    assert (change.permit, change.status) == (permit, "submitted")
    inspection = one_of(planner, Listing.INSPECTIONS, case.reference)
    assert (inspection.kind, inspection.outcome) == ("live_site", "passed")
    done = one_of(planner, Listing.REINSTATEMENTS, case.reference)
    assert (done.site, done.status, done.done.date()) == (1, "interim", DAY_BEFORE)
    comment = one_of(planner, Listing.COMMENTS, case.reference)
    assert (comment.text, comment.read) == ("When?", False)


def test_works_without_a_final_reinstatement(planner):
    rows = read(planner, Listing.UNREGISTERED)
    assert rows
    assert all(row.works_status == "completed" and row.excavated for row in rows)
    assert not any(row.finally_reinstated for row in rows)


def test_the_permits_of_some_works_also_for_a_contractor(world, sign_in):
    register = sign_in("contractor").register
    wanted = {world.case.reference, world.plan.reference, "ZZ000NONE"}
    (found,) = register.permits_of(wanted)
    assert found.works_reference == world.case.reference


def test_nobodys_permits_are_not_asked_for(planner):
    assert planner.register.permits_of(()) == ()


@pytest.mark.parametrize(
    ("reference", "workstream"),
    [("ZW00312688173", "003"), ("zw001abc", "001"), ("TSR1591199", ""), ("ZW003", ""), ("", "")],
)
def test_a_reference_names_its_workstream(reference, workstream):
    assert workstream_in(reference) == workstream
