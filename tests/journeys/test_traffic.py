"""Many requests at once, in the real QGIS, neither lose an answer nor stop QGIS."""

from pathlib import Path

import pytest
from street_works.tests.rounds import rounds
from street_works.tools import application

ROUNDS = rounds(25, full=150)
SCRIPT = Path(__file__).parent / "scripts" / "traffic.py"


@pytest.mark.journey
def test_every_request_is_answered_while_the_map_is_painted() -> None:
    result = application.run(SCRIPT, {"rounds": ROUNDS}, timeout=200)
    assert "error" not in result, result["error"]
    assert result["wrong"] == []
    assert result["came"] == 2 * ROUNDS
    assert result["exit_code"] == 0
