"""What was created survives the service, and even its being killed."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from street_works.plugin.errors import StreetWorksError
from street_works.tests.rounds import rounds

ROOT = Path(__file__).resolve().parents[3]
KILLS = rounds(10, full=100)


def test_works_and_files_survive_a_restart_and_tokens_do_not(
    tmp_path, make_service, call, application
):
    state = tmp_path / "state.db"
    service, base = make_service(state=state, scan_seconds=0)
    planner = call(base)
    sent = planner.http.post(
        f"{base}/v1/work/files", files={"file": ("a.png", b"\x89PNG")}, timeout=20
    )
    file_id = sent.json()["file_id"]
    made = planner.post("work/works", application(file_ids=[file_id])).json()
    reference = made["work_reference_number"]
    before = planner.get(f"work/works/{reference}").json()
    service.stop()
    kept = state.read_bytes()
    for secret in (*planner.tokens.values(), "planner-pass"):
        assert secret == "0098" or secret.encode() not in kept
    _, base = make_service(state=state, scan_seconds=0, seed=2)
    planner.base = base
    assert planner.get(f"work/works/{reference}").status_code == 401, "tokens are gone"
    again = call(base)
    after = again.get(f"work/works/{reference}").json()
    before["active_permit"].pop("permit_not_selected_asds")
    after["active_permit"].pop("permit_not_selected_asds")
    assert after == before
    assert again.get(f"work/files/{file_id}").content == b"\x89PNG"
    assert again.post("work/works", application(work_reference_number=reference)).status_code == 409
    newer = again.http.post(f"{base}/v1/work/files", files={"file": ("b", b"b")}, timeout=20)
    assert newer.json()["file_id"] > file_id


def test_a_state_file_in_use_or_broken_is_told(tmp_path, make_service):
    state = tmp_path / "state.db"
    make_service(state=state)
    with pytest.raises(StreetWorksError, match=r"state\.db is in use, perhaps in another window"):
        make_service(state=state)
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is no state file at all" * 100)
    with pytest.raises(StreetWorksError, match=r"broken\.db cannot be used"):
        make_service(state=broken)


def test_everything_that_was_changed_is_there_again(
    tmp_path, make_service, call, application, seconds
):
    state = tmp_path / "state.db"
    service, base = make_service(state=state)
    planner, authority = call(base), call(base, "authority")
    works = change_much(service, planner, authority, application)
    before = [planner.get(f"work/works/{reference}").json() for reference in works]
    service.stop()
    _, base = make_service(state=state)
    again = call(base)
    after = [again.get(f"work/works/{reference}").json() for reference in works]
    assert after == before
    plans = again.get(
        "geojson/forward-plans", minEasting=0, maxEasting=1, minNorthing=0, maxNorthing=1,
        forward_plan_reference_number=f"{works[1]}-FP-01",
    ).json()["features"]  # fmt: skip
    assert [plan["properties"]["work_reference_number"] for plan in plans] == [works[1]]
    made = again.post("work/works", application()).json()["work_reference_number"]
    newest = again.get(f"work/works/{made}").json()["history"][0]["update_id"]
    assert newest > max(event["update_id"] for one in before for event in one["history"])


def change_much(service, planner, authority, application):
    """Make works with a permit and a site, works with a plan, and change made-up ones."""
    reference = planner.post("work/works", application()).json()["work_reference_number"]
    path = f"work/works/{reference}"
    put(authority, f"{path}/permits/{reference}-01/assessment",
        {"assessment_status": "granted", "assessment_discount": 20})  # fmt: skip
    put(planner, f"{path}/start", {"actual_start_date": service._clock.now().isoformat()})
    body = application(permit_alteration_reason="Longer", additional_info="More")
    for name in ("promoter_swa_code", "highway_authority_swa_code", "usrn", "workstream_prefix"):
        body.pop(name)
    assert planner.post(f"{path}/permits/{reference}-01/alterations", body).status_code == 201
    site = {
        "reinstatement_type": "bar_holes", "reinstatement_status": "interim",
        "reinstatement_date": f"{service._clock.today()}T00:00:00Z",
        "reinstatement_coordinates": body["works_coordinates"], "location_description": "Here",
        "location_types": ["verge"], "reinstatement_evidence": False, "number_of_holes": 2,
    }  # fmt: skip
    assert planner.post(f"{path}/sites", site).status_code == 201
    plan = application()
    plan = {name: plan[name] for name in (
        "promoter_swa_code", "highway_authority_swa_code", "works_coordinates", "usrn",
        "description_of_work", "works_location_description")}  # fmt: skip
    plan.update(start_date="2026-12-01T00:00:00Z", end_date="2026-12-24T00:00:00Z")
    planned = planner.post("work/forward-plans", plan).json()["work_reference_number"]
    made_up = next(
        works for works in service.register.every_works()
        if works.promoter_swa_code == "0098" and works.active and works.status == "planned"
        and works.active.status == "granted"
    )  # fmt: skip
    put(planner, f"work/works/{made_up.reference}/permits/{made_up.active.reference}/status",
        {"permit_status": "cancelled"})  # fmt: skip
    return [reference, planned, made_up.reference]


def put(caller, path, body):
    answer = caller.http.put(f"{caller.base}/v1/{path}", json=body, timeout=20)
    assert answer.status_code == 204, answer.text


def test_a_file_of_something_else_is_told_and_left_alone(tmp_path, make_service):
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as file:
        file.execute("create table drafts (id integer)")
    file.close()
    before = other.read_bytes()
    with pytest.raises(StreetWorksError, match=r"other\.db is no state file"):
        make_service(state=other)
    assert other.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is forked for each kill")
def test_a_kill_at_any_moment_loses_nothing_that_was_answered(tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT / ".venv" / "checkout")}
    script = Path(__file__).with_name("kill_rounds.py")
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "state.db"), str(KILLS)],
        capture_output=True, text=True, timeout=240, env=environment, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    kills, answered, found = map(int, done.stdout.split())
    assert kills == KILLS
    assert answered > 2 * KILLS
    assert found == answered


def run(*options):
    """Start the command; return the process, its address and the planner's password."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / ".venv" / "checkout")}
    process = subprocess.Popen(
        [sys.executable, "-m", "street_works.plugin.practice", *map(str, options)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    password = ""
    said = []
    for line in process.stdout:
        said.append(line)
        found = re.match(r"Planner: planner@practice\.example (\S+)", line)
        password = found[1] if found else password
        ready = re.match(r"Ready: (http://127\.0\.0\.1:\d+)", line)
        if ready:
            return process, ready[1], password, "".join(said)
    process.wait(timeout=30)
    raise AssertionError(f"it never got ready: {''.join(said)} {process.stderr.read()}")


def finish(process):
    process.stdout.close()
    process.stderr.close()


def test_what_was_answered_is_there_after_a_kill(tmp_path, call, application, service):
    from datetime import date, timedelta

    state = tmp_path / "state.db"
    process, base, password, _ = run("--state", state)
    start = date.today() + timedelta(days=30)
    body = application(
        proposed_start_date=f"{start}T00:00:00Z", proposed_end_date=f"{start}T00:00:00Z"
    )
    answered, lock = [], threading.Lock()

    def apply():
        planner = call(base, None)
        tokens = planner.sign_in("planner", password).json()
        planner.http.headers["token"] = tokens["idToken"]
        try:
            while True:
                made = planner.post("work/works", body)
                with lock:
                    answered.append(made.json()["work_reference_number"])
                    if len(answered) == 30:
                        process.send_signal(signal.SIGKILL)
        except OSError:
            return

    threads = [threading.Thread(target=apply) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    process.wait(timeout=30)
    finish(process)
    assert len(answered) >= 30
    process, base, password, _ = run("--state", state)
    try:
        planner = call(base, None)
        planner.http.headers["token"] = planner.sign_in("planner", password).json()["idToken"]
        for reference in answered:
            assert planner.get(f"work/works/{reference}").status_code == 200
    finally:
        process.terminate()
        process.wait(timeout=30)
        finish(process)
    assert process.returncode == 0


def test_the_command_tells_what_it_read_and_stops_when_asked(shared):
    path = shared("data/works/reporting_permits_sandbox.json")
    process, base, password, said = run("--seed", 3, "--works", path)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 0
    assert errors == ""
    assert base
    assert password
    assert "4 read, 3 added, 1 refused" in said
    assert "forward_plan_rows 1: there is no shape" in said
    for role in ("Planner", "Contractor", "HighwayAuthority"):
        assert f"{role}: " in said


def test_the_command_says_which_file_it_cannot_read(tmp_path):
    missing = tmp_path / "missing.json"
    done = subprocess.run(
        [sys.executable, "-m", "street_works.plugin.practice", "--works", str(missing)],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT / ".venv" / "checkout")},
        check=False,
    )
    assert done.returncode == 1
    assert "missing.json" in done.stderr
    assert "Traceback" not in done.stderr
