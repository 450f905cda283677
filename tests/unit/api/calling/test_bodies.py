"""Every operation with a body: whole each time, once where its outcome is open."""

import json

import pytest
from street_works.plugin.api import errors
from street_works.plugin.api.connection import Connection
from street_works.plugin.api.contract.operation import FILE
from street_works.plugin.api.v1.operations import OPERATIONS

ENDED = {"message": "Authentication failed", "error": {"status": 401}}
TOKENS = {"idToken": "id-token-1", "accessToken": "a", "refreshToken": "r"}
FRESH = {"id_token": "id-token-2", "access_token": "access-token-2"}
REFRESH = ("POST", "/v1/party/refresh")
WITH_BODY = [
    one for one in OPERATIONS.values() if one.roles and (one.request or FILE in one.parameters)
]
CHANGES = [one for one in OPERATIONS.values() if one.roles and one.changes]
BODY = {"some": ["thing", {"that": "is whole"}], "text": "Café" * 1000}


@pytest.fixture(autouse=True)
def known_body(monkeypatch):
    """What the requests hold is other tests' business."""
    monkeypatch.setattr("street_works.plugin.api.contract.base.Request.body", lambda _: dict(BODY))


@pytest.fixture
def call(client):
    """Carry out an operation with whatever it needs."""
    connection = Connection(client._transport, client._session)

    def go(operation):
        places = {one.name: "7" for one in operation.parameters if one.place == "path"}
        whole = {one.name: 7 for one in operation.parameters if one.plain_type is int}
        named = {name: value for name, value in {**places, **whole}.items() if name in places}
        return connection.call(
            operation.api,
            operation.operation_id,
            request=operation.request.model_construct() if operation.request else None,
            file=("a.csv", b"99400101", "text/csv") if FILE in operation.parameters else None,
            **named,
        )

    return go


def arrives(script, operation, answer):
    """Let the server answer this operation, whatever its path, by a function of what it sees."""
    path = operation.path
    for one in operation.parameters:
        if one.place == "path":
            sent = "007" if one.name == "workstreamPrefix" else "7"
            sent = "0007" if one.name == "organisationReference" else sent
            path = path.replace("{" + one.name + "}", sent)
    script.always[operation.method, f"/v1/{operation.api}{path}"] = answer
    script.seen.clear()


def contents(script):
    """What arrived of bodies, without the boundaries of forms, which differ."""
    found = [one for one in script.seen if (one.method, one.path) != REFRESH]
    return [
        json.loads(one.content)
        if one.headers["content-type"] == "application/json"
        else one.content.split(b"\r\n\r\n")[1].split(b"\r\n")[0]
        for one in found
    ]


def test_a_body_is_the_same_after_a_token_that_ended(script, client, call, reply):
    script.always[REFRESH] = lambda _: reply(200, FRESH)
    assert len(WITH_BODY) > 45
    for operation in WITH_BODY:
        script.always["POST", "/v1/work/authenticate"] = lambda _: reply(200, TOKENS)
        client.sign_in("planner@example.org", "x")

        def answer(seen):
            return reply(401, ENDED) if seen.headers["token"] == "id-token-1" else reply(404)

        arrives(script, operation, answer)
        with pytest.raises(errors.NotFound):
            call(operation)
        whole = BODY if operation.request else b"99400101"
        assert contents(script) == [whole, whole], operation.operation_id


@pytest.mark.parametrize("status", [408, 500, 502, 503, 504])
def test_a_change_that_failed_on_the_way_is_open_whichever_it_is(script, call, reply, status):
    assert len(CHANGES) > 45
    for operation in CHANGES:
        arrives(script, operation, lambda _: reply(status, {"message": "try again later"}))
        with pytest.raises(errors.OutcomeUnknown) as caught:
            call(operation)
        assert caught.value.status == status
        assert not caught.value.may_retry
        assert "before sending it again" in caught.value.advice
        assert len(script.seen) == 1, operation.operation_id


@pytest.mark.direct
def test_a_change_whose_connection_is_lost_is_open_and_sent_once(script, call, reply):
    for operation in CHANGES:
        arrives(script, operation, lambda _: reply(200, {}, cut=-1))
        with pytest.raises(errors.OutcomeUnknown):
            call(operation)
        assert len(script.seen) == 1, operation.operation_id


@pytest.mark.parametrize("status", [200, 201])
def test_a_change_answered_with_what_was_not_promised_is_open(script, call, reply, status):
    """Somebody else's answer was counted as done."""
    silent = [one for one in CHANGES if one.success == 204]
    assert len(silent) > 15
    for operation in silent:
        arrives(script, operation, lambda _: reply(status, {"welcome": "to our network"}))
        with pytest.raises(errors.OutcomeUnknown) as caught:
            call(operation)
        assert "should have none" in caught.value.detail, operation.operation_id
        assert len(script.seen) == 1, operation.operation_id
