"""`python -m street_works.plugin.api`, run as a process against the practice service."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import Callable

import pytest
from street_works.plugin.practice import PracticeService

PASSWORD = "long enough 1"
EMAIL = "planner@practice.example"
Run = Callable[..., subprocess.CompletedProcess]


@pytest.fixture(scope="module")
def service() -> Iterator[PracticeService]:
    """A practice service whose planners have a known password."""
    people = (EMAIL, "newcomer@practice.example", "lapsed@practice.example")
    running = PracticeService(passwords=dict.fromkeys(people, PASSWORD), scan_seconds=0)
    running.url = running.start()
    yield running
    running.stop()


@pytest.fixture
def run(service) -> Run:
    """Run the command with the account of a planner in its environment."""

    def go(*arguments, stdin="", **environment):
        account = {
            "STREET_MANAGER_URL": service.url,
            "STREET_MANAGER_EMAIL": EMAIL,
            "STREET_MANAGER_PASSWORD": PASSWORD,
        }
        return subprocess.run(
            [sys.executable, "-m", "street_works.plugin.api", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            env={**os.environ, **account, **environment},
        )

    return go


def test_the_list_has_every_operation_once(run):
    listed = json.loads(run("operations").stdout)
    names = [(one["api"], one["operation_id"]) for one in listed]
    only_in_the_guide = {("work", "AuthenticateInitial"), ("party", "SetPassword")}
    in_the_contract = [
        name for name in names if name not in only_in_the_guide and name[1] != "Status"
    ]
    assert len(in_the_contract) == 98
    assert len(names) == len(set(names)) == 98 + 2 + 6
    keys = "api operation_id method path python request_model response_model parameters roles"
    assert all(list(one) == keys.split() for one in listed)


def test_every_python_name_is_there(run, make_client):
    client = make_client()
    for one in json.loads(run("operations").stdout):
        if one["python"] is None:
            assert one["operation_id"] == "Refresh"
            continue
        found = client
        for part in one["python"].split(".")[1:]:
            found = getattr(found, part)
        assert callable(found)


def test_a_list_in_json(run):
    done = run("call", "work.CalculateDuration", "--param", "startDate=2026-06-03",
               "--param", "endDate=2026-06-05")  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {"calendar_days": 3, "working_days": 3}


def test_the_name_of_the_method_does_too(run):
    done = run("call", "calculate_duration", "--param", "start_date=2026-06-03T00:00:00Z",
               "--param", "end_date=2026-06-05T00:00:00+00:00")  # fmt: skip
    assert json.loads(done.stdout)["calendar_days"] == 3


def test_signing_in_tells_organisation_and_roles(run, service):
    account = next(one for one in service.accounts if one.email == EMAIL)
    done = run("sign-in")
    assert done.returncode == 0
    organisation, *roles = done.stdout.splitlines()
    assert organisation == f"{account.organisation} ({account.organisation_reference})"
    assert "Planner" in roles


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"STREET_MANAGER_PASSWORD": "wrong"}, "password is wrong"),
        ({"STREET_MANAGER_EMAIL": "newcomer@practice.example"}, "temporary password"),
        ({"STREET_MANAGER_EMAIL": "lapsed@practice.example"}, "suspended"),
    ],
)
def test_accounts_that_cannot_sign_in(run, environment, said):
    done = run("sign-in", **environment)
    assert done.returncode == 3
    assert said in done.stderr
    assert PASSWORD not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["call", "work.Nothing"], "no operation"),
        (["call", "get_workstreams"], "party.GetWorkstreams, reporting.GetWorkstreams"),
        (["call", "work.Authenticate"], "sign-in"),
        (["call", "GetWork"], "workReferenceNumber"),
        (["call", "GetStreets", "--param", "easting=far"], "easting cannot be far"),
        (["call", "GetStreets", "--param", "easting=nan"], "Give a number"),
        (["call", "GetWorkCategory", "--param", "work_type=odd"], "planned"),
        (["call", "GetPermits", "--param", "status=odd"], "granted"),
        (["call", "GetPermits", "--param", "active_permit_only=yes"], "true or false"),
        (["call", "GetPermits", "--param", "start_date=2026-06-03T10:00"], "offset"),
        (["call", "GetPermits", "--param", "offset=1", "--param", "offset=2"], "only once"),
        (["call", "GetPermits", "--param", "colour=red"], "no parameter colour"),
        (["call", "GetFile", "--param", "fileId=1"], "--output"),
        (["call", "GetWork", "--param", "workReferenceNumber=A", "--json", "-"], "no JSON"),
        (["call", "CreateWork"], "--json"),
        (["call", "CreateWork", "--json", "-"], "cannot be read"),
        (["sign-in", "--base-url", ""], "STREET_MANAGER_URL"),
        (["sign-in", "--email", ""], "STREET_MANAGER_EMAIL"),
        ([], "usage"),
    ],
)
def test_wrong_use_is_told_and_nothing_sent(run, arguments, said):
    done = run(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""


def test_without_a_terminal_the_password_must_be_in_the_environment(run):
    done = run("sign-in", STREET_MANAGER_PASSWORD="")
    assert done.returncode == 2
    assert "STREET_MANAGER_PASSWORD" in done.stderr


def test_a_request_that_breaks_rules_is_told_by_field(run):
    done = run("call", "CreateWork", "--json", "-", stdin='{"usrn": "none"}')
    assert done.returncode == 3
    assert "  usrn: " in done.stderr
    assert "  work_type: " in done.stderr


def test_what_the_service_refuses(run):
    done = run("call", "GetWork", "--param", "workReferenceNumber=NOSUCHWORKS")
    assert done.returncode == 3
    assert "knows nothing" in done.stderr


def test_a_service_out_of_reach(run):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    done = run("sign-in", "--base-url", f"http://127.0.0.1:{port}")
    assert done.returncode == 4
    assert "could not be reached" in done.stderr


def test_a_health_check_needs_no_account(run):
    assert run("call", "work.Status", STREET_MANAGER_EMAIL="").returncode == 0


def test_a_file_there_and_back(run, tmp_path):
    plan, back = tmp_path / "plan.pdf", tmp_path / "back.pdf"
    plan.write_bytes(b"%PDF-1.4 \x00\xff")
    sent = run("call", "UploadFile", "--param", f"file={plan}")
    assert sent.returncode == 0, sent.stderr
    number = json.loads(sent.stdout)["file_id"]
    done = run("call", "GetFile", "--param", f"fileId={number}", "--output", back)
    assert (done.returncode, done.stdout) == (0, "")
    assert back.read_bytes() == plan.read_bytes()


def test_a_file_that_is_not_there_leaves_nothing(run, tmp_path):
    back = tmp_path / "back.pdf"
    done = run("call", "GetFile", "--param", "fileId=987654", "--output", back)
    assert done.returncode == 3
    assert list(tmp_path.iterdir()) == []
