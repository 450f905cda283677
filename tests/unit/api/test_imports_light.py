"""Naming an error of the client must not cost what the client itself costs."""

import subprocess
import sys

PROGRAM = """
import sys
from street_works.plugin.api.errors import ApiError
assert not {"pydantic", "requests"} & set(sys.modules), "errors bring them in"
from street_works.plugin.api import StreetManager
assert {"pydantic", "requests"} <= set(sys.modules)
import street_works.plugin.api as room
assert not hasattr(room, "Nothing")
"""


def test_the_errors_are_light_and_the_client_comes_when_asked_for():
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
