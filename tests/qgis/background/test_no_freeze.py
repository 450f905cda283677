"""Workers that send and a main thread that deletes never wait for one another."""

import os
import subprocess
import sys
from pathlib import Path

from street_works.tests.rounds import rounds

SCRIPT = Path(__file__).parent / "requests_while_objects_go.py"
SECONDS = rounds(4, full=20)


def test_requests_go_on_while_objects_are_deleted(tmp_path):
    """QGIS stood still for ever, after two seconds of this."""
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(SECONDS)],
        env={
            **os.environ,
            "HOME": str(tmp_path),
            "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path),
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert int(done.stdout.split()[-1]) > 20
