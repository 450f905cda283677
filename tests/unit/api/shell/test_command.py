"""`python -m street_works.plugin.api`, against the practice service.

A process takes half a second to start: what hangs on one is asked of one, the rest of its `main`.
"""

import io
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Callable

import pytest
from street_works.plugin.api import __main__ as shell
from street_works.plugin.api.errors import BadRequest
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.practice import PracticeService
from street_works.tests.made.applications import application_on

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


def account(service):
    return {
        "STREET_MANAGER_URL": service.url,
        "STREET_MANAGER_EMAIL": EMAIL,
        "STREET_MANAGER_PASSWORD": PASSWORD,
    }


@pytest.fixture
def run_process(service) -> Run:
    """Run the command as a process, with the account of a planner in its environment."""

    def go(*arguments, stdin=b"", **environment):
        return subprocess.run(
            [sys.executable, "-m", "street_works.plugin.api", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            check=False,
            timeout=60,
            env={**os.environ, **account(service), **environment},
        )

    return go


@pytest.fixture
def run(service, monkeypatch) -> Run:
    """Run the command in this process, as if it were one of its own; what it raises is raised."""

    def go(*arguments, stdin="", encoding="utf-8", **environment):
        given = stdin.encode() if isinstance(stdin, str) else stdin
        streams = {"stdin": io.BytesIO(given), "stdout": io.BytesIO(), "stderr": io.BytesIO()}
        with monkeypatch.context() as patch:
            for name, value in {**account(service), **environment}.items():
                patch.setenv(name, value)
            for name, stream in streams.items():
                patch.setattr(sys, name, io.TextIOWrapper(stream, encoding, write_through=True))
            try:
                status = shell.main([*map(str, arguments)])
            except SystemExit as wrong_use:
                status = wrong_use.code
            out, err = (streams[name].getvalue().decode(encoding) for name in ("stdout", "stderr"))
        return subprocess.CompletedProcess(arguments, status, out, err)

    return go


def test_it_is_a_command_of_its_own(run_process):
    signed_in, misused = run_process("sign-in"), run_process("call", "work.Nothing")
    assert (signed_in.returncode, signed_in.stderr) == (0, b"")
    assert b"Planner" in signed_in.stdout
    assert (misused.returncode, misused.stdout) == (2, b"")
    assert b"no operation" in misused.stderr
    assert b"Traceback" not in misused.stderr


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


def works(service, described="Renew a café's valve"):
    start = date.today() + timedelta(days=60)
    street = next(iter(service.town.by_usrn.values()))
    request = application_on(street, start, start + timedelta(days=1))
    return {**request, "description_of_work": described}


def described_in(service):
    return [
        str(permit.details.get("description_of_work", ""))
        for made in service.register.every_works()
        for permit in made.permits
    ]


def given_in(encoding, by, described, service, tmp_path):
    """Return how the command is given an application, as a file or on standard input, and that."""
    content = json.dumps(works(service, described), ensure_ascii=False).encode(encoding)
    if by == "standard input":
        return "-", content
    path = tmp_path / "works.json"
    path.write_bytes(content)
    return path, b""


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("by", ["file", "standard input"])
def test_json_is_read_in_any_utf(run, service, tmp_path, encoding, by):
    """Standard input was read in its own encoding, files as UTF-8 without a mark only."""
    described = f"Café {encoding} {by} – €"
    name, stdin = given_in(encoding, by, described, service, tmp_path)
    done = run("call", "CreateWork", "--json", name, stdin=stdin, encoding="cp1252")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["work_reference_number"]
    assert described in described_in(service)


@pytest.mark.parametrize("by", ["file", "standard input"])
def test_json_is_read_whatever_the_locale(run_process, service, tmp_path, by):
    described = f"Café of any locale {by} – €"
    name, stdin = given_in("utf-8", by, described, service, tmp_path)
    done = run_process("call", "CreateWork", "--json", name, stdin=stdin,
                       LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0",
                       PYTHONIOENCODING="cp1252")  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["work_reference_number"]
    assert described in described_in(service)


@pytest.mark.parametrize(
    "content", [b"caf\xe9", b'{"a": "caf\xe9"}', b"\xff\xfe{", b"\x00\xd8", b"", b"[" * 100_000]
)
def test_json_that_is_none_is_told_without_a_traceback(run, content):
    done = run("call", "CreateWork", "--json", "-", stdin=content)
    assert done.returncode in (2, 3)
    assert done.stdout == ""


@pytest.mark.parametrize("place", ["absent/answer.json", "a_folder", "not_writable/answer.json"])
def test_nothing_is_made_when_its_answer_could_not_be_saved(run, service, tmp_path, place):
    """The works were made, and their reference lost."""
    (tmp_path / "a_folder").mkdir()
    (tmp_path / "not_writable").write_bytes(b"a file where a folder should be")
    before = len(described_in(service))
    done = run("call", "CreateWork", "--json", "-", "--output", tmp_path / place,
               stdin=json.dumps(works(service)))  # fmt: skip
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert len(described_in(service)) == before


def test_an_answer_that_cannot_be_saved_after_all_is_printed(
    service, tmp_path, monkeypatch, capsys
):
    request = tmp_path / "works.json"
    request.write_text(json.dumps(works(service)), "utf-8")

    @contextmanager
    def full(path):
        raise StreetWorksError(f"The file {path.name} cannot be written.")
        yield

    monkeypatch.setattr(shell, "whole_file", full)
    monkeypatch.setenv("STREET_MANAGER_PASSWORD", PASSWORD)
    status = shell.main(["call", "CreateWork", "--json", str(request), "--base-url", service.url,
                         "--email", EMAIL, "--output", str(tmp_path / "answer.json")])  # fmt: skip
    printed = capsys.readouterr()
    assert status == 1
    assert json.loads(printed.out)["work_reference_number"]
    assert "cannot be written" in printed.err


def test_an_answer_that_nobody_takes_is_told_on_standard_error(monkeypatch, capsys):
    class Full(io.StringIO):
        encoding = "utf-8"

        def write(self, text):
            raise OSError("no space left")

    monkeypatch.setattr(sys, "stdout", Full())
    with pytest.raises(OSError, match="no space"):
        shell._print('{"work_reference_number": "AB001"}')
    assert "AB001" in capsys.readouterr().err


@pytest.mark.parametrize(("operation", "status"), [("DeleteFile", 5), ("GetFile", 130)])
def test_a_change_stopped_at_the_keyboard_is_open(
    service, tmp_path, monkeypatch, capsys, operation, status
):
    def stopped(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(shell.Connection, "call", stopped)
    monkeypatch.setenv("STREET_MANAGER_PASSWORD", PASSWORD)
    done = shell.main(["call", operation, "--param", "fileId=7", "--base-url", service.url,
                       "--email", EMAIL, "--output", str(tmp_path / "a")])  # fmt: skip
    assert done == status
    assert ("not known" in capsys.readouterr().err) == (status == 5)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8", "utf-16"])
def test_an_answer_that_the_console_cannot_show_is_printed_all_the_same(
    run, run_process, service, encoding
):
    """It ended in a traceback, after the works had been made."""
    described = f"Café 漢字 {encoding}"
    made = json.loads(run("call", "CreateWork", "--json", "-",
                          stdin=json.dumps(works(service, described))).stdout)  # fmt: skip
    reference = made["work_reference_number"]
    done = run_process("call", "GetWork", "--param", f"workReferenceNumber={reference}",
                       PYTHONIOENCODING=encoding)  # fmt: skip
    assert done.returncode == 0, done.stderr
    shown = json.loads(done.stdout.decode(encoding))
    assert described in json.dumps(shown, ensure_ascii=False)


def test_an_answer_is_saved_whole_and_in_utf8(run, service, tmp_path):
    target = tmp_path / "answer.json"
    done = run("call", "CreateWork", "--json", "-", "--output", target,
               stdin=json.dumps(works(service)), encoding="ascii")  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads(target.read_text("utf-8"))["work_reference_number"]
    assert [one.name for one in tmp_path.iterdir()] == ["answer.json"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [("CreateWorks", "work.CreateWork"), ("create_wrok", "work.CreateWork"),
     ("getpermits", "reporting.GetPermits"), ("work.GetPermti", "work.GetPermit"),
     ("GetStreetByUsrn", "lookup.GetStreetsByUsrn")],
)  # fmt: skip
def test_a_near_miss_of_a_name_gets_a_suggestion(run, name, meant):
    done = run("call", name)
    assert done.returncode == 2
    assert meant in done.stderr


def test_a_name_that_is_nothing_like_any_gets_none(run):
    assert "Did you mean" not in run("call", "Xyzzy").stderr


def test_a_message_is_told_once(run, capsys):
    said = BadRequest("Refused.", fields={"": ["Bad Request"], "usrn": ["No"]},
                      advice="It says: Bad Request")  # fmt: skip
    shell._tell(said)
    assert capsys.readouterr().err.count("Bad Request") == 1


def test_a_file_that_is_not_there_leaves_nothing(run, tmp_path):
    back = tmp_path / "back.pdf"
    done = run("call", "GetFile", "--param", "fileId=987654", "--output", back)
    assert done.returncode == 3
    assert list(tmp_path.iterdir()) == []
