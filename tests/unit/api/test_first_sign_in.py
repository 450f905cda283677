"""The first sign-in, with a temporary password, against the practice service."""

import pytest
from street_works.plugin.api import errors
from street_works.plugin.practice import PracticeService

EMAIL = "newcomer@practice.example"


@pytest.fixture
def service():
    running = PracticeService()
    running.url = running.start()
    yield running
    running.stop()


def test_a_temporary_password_lets_nobody_in_but_sets_a_new_one(service, make_client):
    temporary = next(one.password for one in service.accounts if one.email == EMAIL)
    client = make_client(service.url)
    with pytest.raises(errors.TemporaryPassword):
        client.sign_in(EMAIL, temporary)
    with pytest.raises(errors.NotSignedIn):
        client.set_first_password(EMAIL, "not " + temporary, "long enough 1")
    client.set_first_password(EMAIL, temporary, "long enough 1")
    assert client.party.get_user(EMAIL).organisation_reference == client.organisation_reference
    client.sign_out()
    with pytest.raises(errors.NotSignedIn):
        client.sign_in(EMAIL, temporary)
    client.sign_in(EMAIL, "long enough 1")
    assert client.signed_in
