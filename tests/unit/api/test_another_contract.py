"""A contract is a value: a made-up one is spoken by the same client."""

from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import Field
from street_works.plugin.api import StreetManager, errors
from street_works.plugin.api.contract.base import Request, Response, Secret
from street_works.plugin.api.contract.calls import Caller, Calls
from street_works.plugin.api.contract.contract import Contract
from street_works.plugin.api.contract.operation import OPEN, Api, Operation
from street_works.plugin.api.contract.refusals import Refused, usual
from street_works.plugin.api.contract.rights import Rights
from street_works.plugin.api.contract.signing import Ask, Tokens
from street_works.plugin.api.shell.catalogue import catalogue, find

DIGGERS = frozenset({"Digger"})
KEY = "open sesame"


class Trench(Response):
    """A trench, as this service tells of it."""

    depth_mm: int


class TrenchRequest(Request):
    """Asks for a trench."""

    depth_mm: int


class PassRequest(Request):
    """Asks for a pass."""

    login: str
    key: str = Field(repr=False)


class PassResponse(Secret):
    """A pass, and what another is asked with."""

    pass_word: str
    again: str
    company: str


class AgainRequest(Request):
    """Asks for another pass, or gives one back."""

    again: str


class MeResponse(Response):
    """Who has the pass."""

    jobs: list[str]


_gate, _ground = Api("gate", {}), Api("ground", {})
OPERATIONS: Mapping[tuple[str, str], Operation] = {
    (one.api, one.operation_id): one
    for one in (
        _gate.post("Enter", "/pass", OPEN, request=PassRequest, response=PassResponse),
        _gate.post(
            "Stay", "/pass/again", OPEN, request=AgainRequest, response=PassResponse, changes=False
        ),
        _gate.post("Leave", "/pass/over", OPEN, request=AgainRequest, success=204, changes=False),
        _gate.get("Me", "/me/{login}", DIGGERS, response=MeResponse),
        _ground.get("GetTrench", "/trenches/{trench}", DIGGERS, response=Trench),
        _ground.post("Dig", "/trenches", frozenset({"Foreman"}), request=TrenchRequest),
    )
}


class GroundApi(Calls):
    """Trenches."""

    api = "ground"

    def get_trench(self, trench: str) -> Trench:
        """Return a trench."""
        return self._call("GetTrench", trench=trench)

    def dig(self, request: TrenchRequest) -> None:
        """Dig a trench."""
        self._call("Dig", request=request)


class Passes:
    """A `Signing`: a pass that goes as a bearer's, and one key for all the rest."""

    lifetime = 60.0
    methods: Mapping[tuple[str, str], str] = {("gate", "Enter"): "client.sign_in"}

    def headers(self, token: str) -> Mapping[str, str]:
        return {"Authorization": f"Bearer {token}"}

    def sign_in(self, ask: Ask, email: str, password: str) -> tuple[Tokens, Any]:
        answer = ask("gate", "Enter", PassRequest(login=email, key=password))
        return Tokens(answer.pass_word, answer.again, organisation=answer.company), answer

    def set_first_password(
        self, ask: Ask, email: str, temporary_password: str, new_password: str
    ) -> tuple[Tokens, Any]:
        raise errors.NotSignedIn("Nobody has a temporary key.")

    def refreshed(self, ask: Ask, tokens: Tokens) -> Tokens:
        answer = ask("gate", "Stay", AgainRequest(again=tokens.refresh))
        return Tokens(answer.pass_word, answer.again, organisation=answer.company)

    def sign_out(self, ask: Ask, tokens: Tokens) -> None:
        ask("gate", "Leave", AgainRequest(again=tokens.refresh))

    def forget_password(self, ask: Ask, email: str) -> None:
        raise errors.NotFound("Nobody forgets a key.")

    def reset_password(self, ask: Ask, email: str, code: str, new_password: str) -> None:
        raise errors.NotFound("Nobody forgets a key.")


def meaning(refused: Refused) -> errors.ApiError:
    """Tell what this service means by 423 and by 401."""
    if refused.status == 423:
        return refused.told(errors.Conflict, "Somebody is in the trench.")
    return usual(refused)


def account(caller: Caller, login: str) -> tuple[MeResponse, Rights]:
    """Ask who has the pass, and what the pass is for."""
    me: MeResponse = caller.call("gate", "Me", login=login)
    return me, Rights(frozenset(me.jobs), operations=OPERATIONS)


OTHER = Contract(
    version="v9",
    operations=OPERATIONS,
    groups={"ground": GroundApi},
    status_path="/pulse",
    signing=Passes(),
    account=account,
    meaning=meaning,
    repeated=frozenset({425}),
)


def passing(number: int) -> dict[str, str]:
    return {"pass_word": f"pass-{number}", "again": f"again-{number}", "company": "Moles"}


@pytest.fixture
def digger(script, make_client) -> StreetManager:
    """A client of the other contract, signed in."""
    script.expect("POST", "/v9/gate/pass", 201, passing(1))
    client = make_client(contract=OTHER)
    client.sign_in("mole@example.org", KEY)
    assert script.seen.pop().json() == {"login": "mole@example.org", "key": KEY}
    return client


def test_its_operations_go_to_its_paths_with_its_token(script, digger):
    script.expect("GET", "/v9/ground/trenches/T%2F7", 200, {"depth_mm": 900})
    assert digger.ground.get_trench("T/7").depth_mm == 900
    assert script.seen[0].headers["authorization"] == "Bearer pass-1"
    assert "token" not in script.seen[0].headers
    assert digger.organisation_reference == "Moles"


def test_it_has_its_own_apis_and_no_others(script, digger):
    script.expect("GET", "/v9/ground/pulse", 200, {})
    assert digger.ground.status()
    assert not hasattr(digger, "work")


def test_its_session_goes_on_and_ends_its_own_way(script, digger):
    script.expect("GET", "/v9/ground/trenches/7", 401, {"message": "restricted to passes"})
    script.expect("POST", "/v9/gate/pass/again", 201, passing(2))
    script.expect("GET", "/v9/ground/trenches/7", 200, {"depth_mm": 900})
    digger.ground.get_trench("7")
    assert script.seen[1].json() == {"again": "again-1"}
    assert script.seen[2].headers["authorization"] == "Bearer pass-2"
    script.expect("POST", "/v9/gate/pass/over", 204)
    digger.sign_out()
    assert script.seen[-1].json() == {"again": "again-2"}
    assert not digger.signed_in


def test_a_status_means_what_it_says(script, digger):
    script.expect("GET", "/v9/ground/trenches/7", 423, {"message": "occupied"})
    with pytest.raises(errors.Conflict) as caught:
        digger.ground.get_trench("7")
    assert caught.value.message == "Somebody is in the trench."
    script.expect("GET", "/v9/ground/trenches/7", 412)
    with pytest.raises(errors.BadRequest):  # a business rule in V1, nothing here
        digger.ground.get_trench("7")


def test_only_what_it_says_is_sent_again(script, digger):
    script.expect("GET", "/v9/ground/trenches/7", 425)
    script.expect("GET", "/v9/ground/trenches/7", 200, {"depth_mm": 900})
    assert digger.ground.get_trench("7").depth_mm == 900
    script.expect("GET", "/v9/ground/trenches/7", 503)
    with pytest.raises(errors.ServerFailed):
        digger.ground.get_trench("7")


def test_what_it_does_not_promise_is_told_with_its_name(script, digger):
    script.expect("GET", "/v9/ground/trenches/7", 200, {"depth_mm": "deep"})
    with pytest.raises(errors.NotTheContract, match="Street Manager V9"):
        digger.ground.get_trench("7")


def test_its_roles_say_who_may_do_what(script, digger):
    assert digger.rights.may_ask("ground", "Dig")  # nothing is held back while it is not known
    script.expect("GET", "/v9/gate/me/mole%40example.org", 200, {"jobs": ["Digger"]})
    assert digger.learn_rights("mole@example.org").jobs == ["Digger"]
    assert digger.rights.may_ask("ground", "GetTrench")
    with pytest.raises(errors.AccessRestricted, match="role"):
        digger.ground.dig(TrenchRequest(depth_mm=900))


def test_its_secrets_are_shown_nowhere(script, make_client):
    script.expect("POST", "/v9/gate/pass", 401, {"message": f"no such key: {KEY}"})
    with pytest.raises(errors.NotSignedIn) as caught:
        make_client(contract=OTHER).sign_in("mole@example.org", KEY)
    assert "no such key" in caught.value.detail
    assert KEY not in caught.value.detail


def test_its_operations_are_listed_and_found():
    listed = {one["operation_id"]: one["python"] for one in catalogue(OTHER)}
    assert listed["Enter"] == "client.sign_in"
    assert listed["GetTrench"] == "client.ground.get_trench"
    assert find(OTHER, "get_trench") is OPERATIONS["ground", "GetTrench"]
