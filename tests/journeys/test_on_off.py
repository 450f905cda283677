"""Switching the plugin on and off leaves nothing behind in the real QGIS."""

from pathlib import Path

import pytest
from street_works.tools import application

SCRIPT = Path(__file__).parent / "scripts" / "on_off.py"


@pytest.mark.journey
@pytest.mark.timeout(600)
def test_fifty_times_on_and_off_leave_everything_as_before() -> None:
    result = application.run(SCRIPT, {"times": 50}, timeout=550)
    assert "error" not in result, result["error"]
    assert result["times"] == 50
    assert result["after"] == result["before"]
    assert result["before"]["ports"] == []
