"""Switching the plugin on and off leaves nothing behind in the real QGIS."""

from collections import Counter
from pathlib import Path
from typing import Callable

import pytest
from street_works.plugin.background.jobs import LOG
from street_works.tests.rounds import rounds
from street_works.tools import application

TIMES = rounds(2, full=50)
SCRIPT = Path(__file__).parent / "scripts" / "on_off.py"


@pytest.mark.journey
@pytest.mark.timeout(600)
def test_on_and_off_many_times_leaves_everything_as_before(tell: Callable[..., None]) -> None:
    result = application.run(SCRIPT, {"times": TIMES}, timeout=550)
    assert "error" not in result, result["error"]
    assert result["times"] == TIMES
    for message in result["logged"]:
        tell(message)
    before, after = (Counter(result[when].pop("widgets")) for when in ("before", "after"))
    assert (after - before, before - after) == ({}, {})
    assert result["after"] == result["before"]
    assert not [one for one in result["logged"] if one.startswith(f"{LOG}:")]
    assert result["before"]["ports"] == []
