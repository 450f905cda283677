"""The main journey, from the plugin's zip to switching it off, in the real QGIS."""

from pathlib import Path

import pytest
from street_works.tests.journeys.walking import demonstrated
from street_works.tests.rounds import rounds
from street_works.tools.application import ROOT

STEPS = [
    "start",
    "sign in",
    "layers loaded",
    "features on the map",
    "draw",
    "converted",
    "findings",
    "street",
    "clashes",
    "form",
    "review",
    "submitted",
    "works on the map",
    "plugin off",
]


RECORDS = ROOT.parent / "shared" / "data" / "works" / "greater_manchester_2023.json"
WAYS = ["with published records", "by itself"] if RECORDS.exists() else ["by itself"]
"""In a usual run the first stands for both."""


@pytest.mark.journey
@pytest.mark.parametrize("way", WAYS[: rounds(1, full=2)])
def test_every_step_works(tmp_path: Path, way: str) -> None:
    works = ["--works", str(RECORDS)] if way == "with published records" else []
    steps = demonstrated(tmp_path, *works)
    assert [step["step"] for step in steps if step["ok"]] == STEPS
    detail = next(step["detail"] for step in steps if step["step"] == "features on the map")
    assert bool(works) == ("28 read, 28 works and activities shown, 0 refused" in detail)
