"""Traffic-sensitive streets, asked of the practice service over HTTP."""

import pytest
from street_works.plugin.api import StreetManager
from street_works.plugin.api.errors import NotSignedIn
from street_works.plugin.api.http.transport import Retries
from street_works.plugin.live.finding.sensitive import Streets
from street_works.plugin.practice import PracticeService
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.kinds import WORKS
from street_works.tests.made.at_the_register import own_permits
from street_works.tests.made.map_records import EVER


@pytest.fixture(scope="module")
def service():
    with_town = PracticeService()
    with_town.start()
    yield with_town
    with_town.stop()


@pytest.fixture
def client(service):
    made = StreetManager(service.start(), timeout=5, retries=Retries(tries=1))
    planner = next(account for account in service.accounts if account.role == "Planner")
    made.sign_in(planner.email, planner.password)
    yield made
    made.close()


def test_each_works_is_told_by_the_designations_of_its_street(client):
    permits = own_permits(client, 60)
    asked = [(one.works_reference, one.reference) for one in permits]
    done = []
    known = Streets().look_up(client.register, asked, done.append)
    expected = {
        one.works_reference: client.register.street(one.usrn).traffic_sensitive for one in permits
    }
    assert known.sensitive == {works for works, sensitive in expected.items() if sensitive}
    assert known.others == {works for works, sensitive in expected.items() if not sensitive}
    assert known.sensitive
    assert known.others
    assert known.not_known == frozenset()
    assert done == list(range(1, 61))


def test_other_promoters_works_are_told_and_unknown_ones_are_not(client):
    view = Box(471050, 235950, 471150, 236050)
    theirs = [
        (one.works_reference, one.reference)
        for one in client.register.map_records(WORKS, view, EVER).records
        if one.promoter_code != client.register.organisation_code
    ]
    known = Streets().look_up(client.register, [*theirs, ("NOBODYS", "NOBODYS-01")])
    assert known.sensitive | known.others == {works for works, _permit in theirs}
    assert known.not_known == {"NOBODYS"}


def test_what_is_known_is_not_asked_again(client, service):
    permit = own_permits(client)[0]
    asked = [(permit.works_reference, permit.reference)]
    streets = Streets()
    first = streets.look_up(client.register, asked)
    signed_out = StreetManager("http://127.0.0.1:9", timeout=1, retries=Retries(tries=1))
    assert streets.look_up(signed_out.register, asked) == first
    with pytest.raises(NotSignedIn):
        streets.look_up(signed_out.register, [("OTHER", "OTHER-01")])
    signed_out.close()
