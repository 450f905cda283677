"""The one table of rights: by role and operation, and whose works they are."""

import pytest
from street_works.plugin.api import StreetManager
from street_works.plugin.api.errors import AccessRestricted, NotFound
from street_works.plugin.api.v1.enums import Role
from street_works.plugin.api.v1.operations import OPERATIONS
from street_works.plugin.api.v1.rights import rights_of
from street_works.plugin.practice import PracticeService
from street_works.plugin.trade.parties import Side

ROLES = {
    "planner@practice.example": Role.PLANNER,
    "contractor@practice.example": Role.CONTRACTOR,
    "authority@practice.example": Role.HIGHWAY_AUTHORITY,
    "admin@practice.example": Role.ADMIN,
}


@pytest.fixture(scope="module")
def service():
    with_passwords = PracticeService()
    with_passwords.start()
    yield with_passwords
    with_passwords.stop()


@pytest.fixture
def sign_in(service):
    clients = []

    def make(email):
        password = next(one.password for one in service.accounts if one.email == email)
        client = StreetManager(service.start())
        clients.append(client)
        client.sign_in(email, password)
        client.learn_rights(email)
        return client

    yield make
    for client in clients:
        client.close()


@pytest.mark.parametrize("email", ROLES)
def test_an_account_may_ask_for_what_the_contract_gives_its_role(email, sign_in):
    rights = sign_in(email).rights
    for operation in OPERATIONS.values():
        allowed = not operation.roles or ROLES[email] in operation.roles
        assert rights.may(operation) is allowed, operation


def test_what_a_role_may_not_ask_is_refused_here_and_never_sent(sign_in):
    client = sign_in("authority@practice.example")
    heard = []
    client.listen(heard.append)
    with pytest.raises(AccessRestricted) as caught:
        client.party.get_workstreams("9810")
    assert caught.value.status is None  # no answer: nothing was asked
    assert "Planner" in caught.value.advice
    assert heard == []


def test_how_calls_end_is_heard_once_each(sign_in):
    client = sign_in("planner@practice.example")
    heard = []
    client.listen(heard.append)
    client.party.get_organisation("0098")
    with pytest.raises(AccessRestricted) as caught:
        client.reporting.get_geographical_areas()
    with pytest.raises(NotFound) as missed:
        client.work.get_work("ZW001NOTTHERE1")
    assert caught.value.status is None
    assert heard == [None, missed.value]


def test_a_contractor_acts_for_its_promoters_and_nobody_else(sign_in):
    rights = sign_in("contractor@practice.example").rights
    assert rights.promoters == ("0098", "9831", "7374")
    assert rights.sides("9831", "9810") == {Side.PROMOTER}
    assert rights.sides("9832", "9890") == frozenset()


def test_an_authority_is_on_its_own_side_of_works_on_its_streets(sign_in):
    rights = sign_in("authority@practice.example").rights
    assert rights.sides("0098", "9810") == {Side.AUTHORITY}
    assert rights.sides("9810", "9820") == frozenset()


def test_works_are_read_by_their_promoter_and_their_authority():
    authority = rights_of(frozenset({"HighwayAuthority"}), "9810")
    assert authority.may_read("0098", "9810")
    assert not authority.may_read("0098", "9820")
    planner = rights_of(frozenset({"Planner"}), "0098")
    assert planner.may_read("0098", "9820")
    assert not planner.may_read("9831", "9810")


def test_of_two_roles_each_counts():
    both = rights_of(frozenset({"Planner", "Contractor"}), "0098", ("9831",))
    assert both.promoters == ("0098", "9831")
    assert both.may_ask("reporting", "GetPermits")


def test_nothing_is_held_back_while_rights_are_not_known():
    rights = rights_of()
    assert all(rights.may(operation) for operation in OPERATIONS.values())
    assert rights.may_read("0098", "9810")
