"""Signing in and out over HTTP: every status that the guide gives."""

import requests
from street_works.plugin.practice import PracticeService


def test_a_session_begins_refreshes_and_ends(make_service, call):
    _, base = make_service()
    planner = call(base, "planner")
    assert planner.tokens["organisationReference"] == "0098"
    assert planner.get("lookup/nsg/search", query="high street").status_code == 200
    refreshed = planner.post("party/refresh", {"refresh_token": planner.tokens["refreshToken"]})
    assert set(refreshed.json()) == {"id_token", "access_token"}
    planner.http.headers["token"] = refreshed.json()["id_token"]
    assert planner.get("lookup/nsg/search", query="high").status_code == 200
    other = call(base, "planner")
    ended = planner.post("party/logout", {"access_token": refreshed.json()["access_token"]})
    assert ended.status_code == 204
    assert planner.get("lookup/nsg/search", query="high").status_code == 401
    assert other.get("lookup/nsg/search", query="high").status_code == 401
    late = planner.post("party/refresh", {"refresh_token": planner.tokens["refreshToken"]})
    assert late.status_code == 401


def test_an_older_token_stays_good_after_signing_in_again(make_service, call):
    _, base = make_service()
    first = call(base, "planner")
    call(base, "planner")
    assert first.get("lookup/nsg/search", query="high").status_code == 200


def test_tokens_expire(make_service, call, seconds):
    _, base = make_service(clock=seconds)
    planner = call(base, "planner")
    seconds.passed += 3_599
    assert planner.get("lookup/nsg/search", query="high").status_code == 200
    seconds.passed += 2
    failed = planner.get("lookup/nsg/search", query="high")
    assert failed.status_code == 401
    assert failed.json() == {"message": "Authentication failed", "error": {"status": 401}}
    again = planner.post("party/refresh", {"refresh_token": planner.tokens["refreshToken"]})
    assert again.status_code == 200
    seconds.passed += 86_400
    gone = planner.post("party/refresh", {"refresh_token": planner.tokens["refreshToken"]})
    assert gone.status_code == 401


def test_only_the_identity_token_opens_the_door(make_service, call):
    _, base = make_service()
    planner = call(base, "planner")
    for token in (planner.tokens["accessToken"], planner.tokens["refreshToken"], "", "x"):
        planner.http.headers["token"] = token
        assert planner.get("lookup/nsg/search", query="high").status_code == 401


def test_the_two_kinds_of_401_and_412(make_service, call, application):
    _, base = make_service()
    nobody = call(base, None)
    assert nobody.sign_in("planner", "wrong").json()["message"] == "Authentication failed"
    assert nobody.sign_in("stranger").status_code == 401
    refused = call(base, "authority").post("work/works", application())
    assert (refused.status_code, refused.json()["message"]) == (401, "Access restricted")
    assert nobody.sign_in("lapsed").status_code == 412


def test_five_failures_lock_for_five_minutes(make_service, call, seconds):
    _, base = make_service(clock=seconds)
    nobody = call(base, None)
    for _ in range(5):
        assert nobody.sign_in("planner", "wrong").status_code == 401
        seconds.passed += 10
    assert nobody.sign_in("planner").status_code == 423
    assert nobody.sign_in("contractor").status_code == 200
    seconds.passed += 300
    assert nobody.sign_in("planner").status_code == 200


def test_failures_spread_over_more_than_five_minutes_do_not_lock(make_service, call, seconds):
    _, base = make_service(clock=seconds)
    nobody = call(base, None)
    for _ in range(8):
        assert nobody.sign_in("planner", "wrong").status_code == 401
        seconds.passed += 80
    assert nobody.sign_in("planner").status_code == 200


def test_a_temporary_password_is_replaced_first(make_service, call):
    _, base = make_service()
    nobody = call(base, None)
    answer = nobody.sign_in("newcomer")
    assert answer.status_code == 307
    assert answer.headers["Location"] == "/v1/work/authenticate/initial"
    body = {"emailAddress": "newcomer@practice.example", "password": "newcomer-pass"}
    initial = nobody.post("work/authenticate/initial", body).json()["sessionToken"]
    new = {"email": "newcomer@practice.example", "password": "my own words", "token": initial}
    short = nobody.post("party/set-password", {**new, "password": "short"})
    assert short.json()["fields"].keys() == {"password"}
    assert nobody.post("party/set-password", {**new, "token": "guess"}).status_code == 401
    tokens = nobody.post("party/set-password", new).json()
    assert {"idToken", "accessToken", "refreshToken"} <= set(tokens)
    assert nobody.post("party/set-password", new).status_code == 401, "the token is used up"
    assert nobody.sign_in("newcomer", "my own words").status_code == 200
    assert nobody.sign_in("newcomer").status_code == 401


def test_too_many_requests_are_429_with_a_wait(make_service, call, seconds):
    _, base = make_service(clock=seconds, requests_per_minute=5)
    nobody = call(base, None)
    statuses = [nobody.get("work/status").status_code for _ in range(7)]
    assert statuses == [200] * 5 + [429] * 2
    limited = nobody.get("work/status")
    assert 1 <= int(limited.headers["Retry-After"]) <= 60
    seconds.passed += 61
    assert nobody.get("work/status").status_code == 200


def test_passwords_are_random_and_not_in_a_repr():
    first, second = PracticeService(), PracticeService()
    assert all(a.password != b.password for a, b in zip(first.accounts, second.accounts))
    assert all(account.password not in repr(account) for account in first.accounts)


def test_who_is_who(planner, contractor, service):
    organisation = planner.get("party/organisations/0098").json()
    assert organisation["prefix"] == "ZW"
    assert [one["organisation_reference"] for one in organisation["contractors"]] == ["9890"]
    streams = planner.get("party/organisations/0098/workstreams").json()
    assert [one["prefix"] for one in streams] == ["000", "001", "002", "003"]
    assert contractor.get("party/organisations/0098/workstreams").status_code == 200
    assert planner.get("party/organisations/9831/workstreams").status_code == 401
    assert planner.get("party/organisations/none").status_code == 404
    user = contractor.get("party/users/contractor@practice.example").json()
    assert {one["organisation_reference"] for one in user["contracts"]} == {
        "0098",
        "7374",
        "9831",
    }
    assert planner.get("party/users/contractor@practice.example").status_code == 404
    authorities = planner.get("party/organisations", type="HA").json()
    assert len(authorities) == 2


def test_no_secret_is_asked_for_at_the_health_checks(service):
    base = service.start()
    for api in ("work", "geojson", "lookup", "party"):
        assert requests.get(f"{base}/v1/{api}/status", timeout=10).status_code == 200
