"""Many requests at once, in the real QGIS, neither lose an answer nor stop QGIS."""

from pathlib import Path

import pytest
from street_works.tools import application

SCRIPT = Path(__file__).parent / "scripts" / "traffic.py"


@pytest.mark.journey
def test_every_request_is_answered_while_the_map_is_painted() -> None:
    result = application.run(SCRIPT, {"rounds": 150}, timeout=200)
    assert "error" not in result, result["error"]
    assert result["wrong"] == []
    assert result["came"] == 300
    assert result["exit_code"] == 0
