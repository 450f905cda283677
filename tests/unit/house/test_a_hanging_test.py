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


def test_what_hangs_says_where(tmp_path: Path) -> None:
    (tmp_path / "test_hangs.py").write_text(HANGS)
    plugins = ["-p", "street_works.tests.hanging", "-p", "no:pytest_qgis", "-p", "no:cacheprovider"]
    line = [sys.executable, "-m", "pytest", *plugins, "--timeout", "1", str(tmp_path)]
    ended = subprocess.run(
        line, capture_output=True, text=True, timeout=60, cwd=tmp_path, check=False
    )
    assert ended.returncode == 1
    assert "in test_that_waits_for_a_lock_that_it_has" in ended.stderr
