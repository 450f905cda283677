"""A test that hangs where no Python runs is ended, and says which Python line each thread is in."""

import subprocess
import sys
from pathlib import Path

HANGS = """
import ctypes

def test_that_waits_for_a_lock_that_it_has():
    lock = ctypes.create_string_buffer(64)
    libc = ctypes.PyDLL(None)
    libc.pthread_mutex_lock(lock)
    libc.pthread_mutex_lock(lock)
"""


def ended(folder: Path, *more: str) -> "subprocess.CompletedProcess[str]":
    (folder / "test_hangs.py").write_text(HANGS)
    plugins = ["-p", "street_works.tests.hanging", "-p", "no:pytest_qgis", "-p", "no:cacheprovider"]
    line = [sys.executable, "-m", "pytest", *plugins, "--timeout", "1", *more, str(folder)]
    return subprocess.run(line, capture_output=True, text=True, timeout=60, cwd=folder, check=False)


def test_what_hangs_says_where(tmp_path: Path) -> None:
    run = ended(tmp_path)
    assert run.returncode == 1
    assert "in test_that_waits_for_a_lock_that_it_has" in run.stderr


def test_one_of_many_processes_is_told_of_at_the_end(tmp_path: Path) -> None:
    run = ended(tmp_path, "-n", "1", "--max-worker-restart", "0")
    assert run.returncode == 1
    told = run.stdout.partition("short test summary")[0][-3_000:]
    assert "Timeout (" in told
    assert "in test_that_waits_for_a_lock_that_it_has" in told
