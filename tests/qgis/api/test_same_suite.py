"""The client's own tests once more: over QGIS's network stack, behind a proxy with a password."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from street_works.tests.faults.test_files_whole import CALLS
from street_works.tests.rounds import rounds

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
SUITE = [
    f"tests/unit/api/{name}.py"
    for name in (
        "calling/test_bodies",
        "calling/test_exchange",
        "http/test_receiving",
        "http/test_sending",
        "http/test_transport",
        "test_client",
        "test_session",
        "v1/test_exports",
        "v1/test_paging",
        "v1/test_updates",
    )
]
PASSING = rounds(200, full=400)
FILES = "tests/faults/test_files_whole.py"


@pytest.fixture
def suite(tmp_path):
    """Run the suite in a process of its own, with QGIS settings of its own."""

    def run(*arguments, **environment):
        report = tmp_path / "seen.json"
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-p", "behind_a_proxy", "-p", "no:pytest_qgis",
             "-p", "no:cacheprovider", "-q", *arguments],
            cwd=ROOT,
            env={
                **os.environ,
                "HOME": str(tmp_path),
                "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path),
                "QT_QPA_PLATFORM": "offscreen",
                "PYTHONPATH": str(HERE),
                "PROXY_REPORT": str(report),
                **environment,
            },
            capture_output=True,
            text=True,
            check=False,
            timeout=280,
        )  # fmt: skip
        assert report.exists(), f"exit code {done.returncode}: {done.stdout} {done.stderr}"
        return done, json.loads(report.read_text("utf-8"))

    return run


def counted(output, what):
    found = re.search(rf"(\d+) {what}", output)
    return int(found[1]) if found else 0


def test_the_clients_tests_pass_over_qgis_behind_the_proxy(suite, capsys):
    done, seen = suite(*SUITE)
    with capsys.disabled():
        print(f"\nover QGIS's network stack: {done.stdout.splitlines()[-1]}; the proxy: {seen}")
    assert done.returncode == 0, done.stdout[-3000:]
    assert counted(done.stdout, "passed") > PASSING
    assert seen["direct"] <= 20
    assert seen["passed"] > PASSING
    assert seen["tunnelled"] > 0


def test_files_are_whole_over_qgis_too(suite, capsys):
    done, seen = suite(FILES)
    with capsys.disabled():
        print(f"\nover QGIS's network stack: {done.stdout}; the proxy: {seen}")
    assert done.returncode == 0, done.stdout[-3000:]
    assert seen["passed"] > CALLS


def test_nothing_passes_with_a_wrong_password(suite):
    test = "tests/unit/api/test_client.py::test_health_needs_no_session"
    done, seen = suite(test, PROXY_PASSWORD="wrong")
    assert (done.returncode, counted(done.stdout, "passed")) == (1, 0)
    assert seen.get("passed", 0) == seen.get("tunnelled", 0) == 0
    assert seen["refused"] > 0
    assert "The proxy" in done.stdout
