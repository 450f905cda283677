"""What was created survives the service, and even its being killed."""

import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from street_works.plugin.errors import StreetWorksError

ROOT = Path(__file__).resolve().parents[3]


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
    with pytest.raises(StreetWorksError, match="state"):
        make_service(state=state)
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is no state file at all" * 100)
    with pytest.raises(StreetWorksError, match="broken"):
        make_service(state=broken)


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
