"""The permit that is told of works by their reference alone, where they are other promoters'."""

from dataclasses import replace

import pytest
from street_works.plugin.api import StreetManager
from street_works.plugin.api.errors import NotFound, TooManyFeatures
from street_works.plugin.api.http.transport import Retries
from street_works.plugin.live.current_permit import current_permit
from street_works.plugin.live.details.details import fetch_details
from street_works.plugin.live.finding.search import find_works
from street_works.plugin.practice import PracticeService
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.kinds import WORKS
from street_works.tests.made.map_records import EVER

TOWN = Box(470600.0, 235600.0, 471400.0, 236400.0)


@pytest.fixture(scope="module")
def planner():
    service = PracticeService()
    client = StreetManager(service.start(), timeout=5, retries=Retries(tries=1))
    account = next(one for one in service.accounts if one.role == "Planner")
    client.sign_in(account.email, account.password)
    yield client
    client.close()
    service.stop()


def others_with_a_later_permit(register, box=TOWN):
    """Return what the map shows of other promoters' works by a permit that is not their first."""
    try:
        seen = register.map_records(WORKS, box, EVER).records
    except TooManyFeatures:
        axis = 0 if box.width > box.height else 1
        halves = box.cut(axis, box.centre[axis])
        return [one for half in halves for one in others_with_a_later_permit(register, half)]
    own = register.organisation_code
    return [one for one in seen if one.promoter_code != own and not one.reference.endswith("-01")]


@pytest.fixture
def shown(planner):
    return others_with_a_later_permit(planner.register)[0]


def test_the_search_finds_the_permit_that_the_map_shows(planner, shown):
    (found,) = find_works(planner.register, shown.works_reference)
    assert (found.title, found.permit) == (shown.works_reference, shown.reference)


def test_the_details_open_the_permit_that_the_map_shows(planner, shown):
    assert fetch_details(planner.register, shown.works_reference).reference == shown.reference


class OffTheMap:
    """A register whose map shows none of these permits, a status for each in turn."""

    def __init__(self, register, like, *statuses):
        first = register.permit(like.works_reference, f"{like.works_reference}-01")
        self.permits = {
            f"{like.works_reference}-{number:02d}": replace(
                first, reference=f"{like.works_reference}-{number:02d}", status=status
            )
            for number, status in enumerate(statuses, 1)
        }

    def permit_on_map(self, _permit):
        return ""

    def permit(self, _works, reference):
        if reference not in self.permits:
            raise NotFound("There is no such permit.")
        return self.permits[reference]


@pytest.mark.parametrize(
    ("statuses", "current"),
    [
        (["closed"], 1),
        (["closed", "granted"], 2),
        (["closed", "granted", "refused"], 2),
        (["granted", "cancelled", "refused"], 1),
        (["granted", "cancelled", "submitted"], 3),
        (["cancelled", "refused"], 2),
    ],
)
def test_off_the_map_it_is_the_latest_that_may_come_to_pass(planner, shown, statuses, current):
    register = OffTheMap(planner.register, shown, *statuses)
    first, *_others = register.permits.values()
    assert current_permit(register, first) == list(register.permits.values())[current - 1]
