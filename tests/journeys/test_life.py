"""The life of major works, both sides played, in the real QGIS: from a PAA to a penalty paid."""

from pathlib import Path

import pytest
from street_works.tests.journeys.walking import demonstrated

STEPS = [
    "start",
    "draw",
    "apply",
    "PAA granted",
    "permit applied for",
    "modification requested",
    "modified",
    "permit granted",
    "started",
    "extension asked for",
    "extension granted",
    "two sites",
    "stopped",
    "reinstated",
    "inspected",
    "penalty given",
    "penalty accepted",
    "penalty paid",
]


@pytest.mark.journey
def test_major_works_live_to_their_end(tmp_path: Path) -> None:
    steps = demonstrated(tmp_path, "--journey", "life")
    assert [step["step"] for step in steps if step["ok"]] == STEPS
    told = {step["step"]: step["detail"] for step in steps}
    assert "Planned, Major (PAA), Submitted" in told["apply"]
    assert "Major, Modification requested" in told["modification requested"]
    assert "In progress, Major, Granted" in told["started"]
    assert "2 sites" in told["two sites"]
    assert "Completed, Major, Closed" in told["stopped"]
    assert ": Paid" in told["penalty paid"]
