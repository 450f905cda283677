"""The Party API: organisations, workstreams, users and passwords."""

import base64

import pytest

PLANNER = "planner@practice.example"


def put(caller, path, body):
    return caller.http.put(f"{caller.base}/v1/{path}", json=body, timeout=20)


def test_organisations_are_found_by_type_and_name(planner):
    contractors = planner.get("party/organisations", type="CONTRACTOR").json()
    assert [one["organisation_reference"] for one in contractors] == ["9890"]
    named = planner.get("party/organisations", query="midvale w").json()
    assert [one["organisation_reference"] for one in named] == ["0098"]
    assert planner.get("party/organisations", type="BAKER").status_code == 400
    assert planner.get("party/organisations/0001").status_code == 404


def test_a_promoter_names_its_contractors(planner):
    body = planner.get("party/organisations/0098").json()
    assert [one["organisation_reference"] for one in body["contractors"]] == ["9890"]
    assert (body["organisation_type"], body["prefix"]) == ("PROMOTER", "ZW")


@pytest.fixture
def fresh(make_service, call):
    _, base = make_service()
    return call(base), call(base, "contractor"), call(base, "authority")


def test_a_workstream_is_made_changed_and_used(fresh, application):
    planner, contractor, authority = fresh
    path = "party/organisations/0098/workstreams"
    made = planner.post(path, {"prefix": "042", "name": "Leaks", "description": "By night"})
    assert (made.status_code, made.json()) == (201, {"prefix": "042"})
    again = planner.post(path, {"prefix": "042", "name": "Leaks", "description": "x"})
    assert again.status_code == 400
    changed = {"name": "Bursts", "description": "By day"}
    assert put(planner, f"{path}/042", changed).status_code == 204
    assert contractor.get(f"{path}/042").json()["name"] == "Bursts"
    assert authority.get(path).status_code == 401
    assert contractor.post(path, {"prefix": "043", "name": "x"}).status_code in (400, 401)
    assert put(planner, f"{path}/077", changed).status_code == 404
    assert planner.post("work/works", application(workstream_prefix="042")).status_code == 201
    listed = planner.get("reporting/workstreams").json()["rows"]
    assert "042" in [one["prefix"] for one in listed]


def test_a_user_is_found_by_address_or_base64_and_renames_oneself(fresh):
    planner, _, authority = fresh
    coded = base64.b64encode(PLANNER.encode()).decode()
    plain = planner.get(f"party/users/{PLANNER}").json()
    assert planner.get(f"party/users/{coded}").json() == plain
    assert plain["organisation_reference"] == "0098"
    assert "Planner" in plain["roles"]
    assert authority.get(f"party/users/{PLANNER}").status_code == 404
    names = {"first_name": "Ada", "last_name": "Byron"}
    assert put(planner, f"party/users/{PLANNER}", names).status_code == 204
    assert planner.get(f"party/users/{PLANNER}").json()["last_name"] == "Byron"
    other = put(planner, "party/users/newcomer@practice.example", names)
    assert other.status_code == 401


def test_a_forgotten_password_is_replaced_with_the_code(make_service, call):
    service, base = make_service()
    nobody = call(base, None)
    assert nobody.post("party/forgot-password", {"email": PLANNER}).status_code == 204
    unknown = nobody.post("party/forgot-password", {"email": "who@practice.example"})
    assert unknown.status_code == 204, "it does not tell who has an account"
    code = service.reset_code(PLANNER)

    def reset(code, password):
        body = {"email": PLANNER, "verification_code": code, "password": password}
        return nobody.post("party/reset-password", body)

    assert reset(code, "short").status_code == 400
    assert reset(code, "another-pass").status_code == 204
    assert nobody.sign_in("planner").status_code == 401
    assert nobody.sign_in("planner", "another-pass").status_code == 200
    assert reset(code, "third-password").status_code == 400, "a code works once"


def test_a_wrong_code_ends_the_code(make_service, call):
    service, base = make_service()
    nobody = call(base, None)
    nobody.post("party/forgot-password", {"email": PLANNER})
    code = service.reset_code(PLANNER)
    wrong = f"{(int(code) + 1) % 10**6:06d}"
    for one in (wrong, code):
        body = {"email": PLANNER, "verification_code": one, "password": "another-pass"}
        assert nobody.post("party/reset-password", body).status_code == 400
