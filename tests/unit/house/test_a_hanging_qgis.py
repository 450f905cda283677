"""A QGIS that hangs in a journey is ended, and says which Python line each thread is in."""

import subprocess
import sys
from pathlib import Path

from street_works.tools import application

HANGS = """
import threading

def waits_for_ever():
    print("waiting", flush=True)
    threading.Event().wait()

waits_for_ever()
"""


def test_what_hangs_says_where(tmp_path: Path) -> None:
    log = tmp_path / "qgis.log"
    with log.open("wb") as stream:
        line = [sys.executable, "-X", "faulthandler", "-c", HANGS]
        process = subprocess.Popen(line, stdout=stream, stderr=stream)
        while "waiting" not in log.read_text():
            assert process.poll() is None
        application.wait_for_end(process, timeout=0.1)
    assert process.poll() is not None
    assert "in waits_for_ever" in log.read_text()


def test_what_ends_is_left_alone() -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    application.wait_for_end(process, timeout=30)
    assert process.poll() == 0
