"""The main journey, from the plugin's zip to switching it off, in the real QGIS.

As a new user walks it, no step may hold QGIS for long.
"""

from pathlib import Path
from typing import Optional

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
WAYS = [
    (journey, records)
    for journey in ("first", "main")
    for records in ((RECORDS, None) if RECORDS.exists() else (None,))
]
"""In a usual run the first stands for all: a new user's journey, with published records."""


@pytest.mark.journey
@pytest.mark.parametrize(("journey", "records"), WAYS[: rounds(1, full=len(WAYS))])
def test_every_step_works(tmp_path: Path, journey: str, records: Optional[Path]) -> None:
    works = [] if records is None else ["--works", str(records)]
    steps = demonstrated(tmp_path, "--journey", journey, *works)
    assert [step["step"] for step in steps if step["ok"]] == STEPS
    detail = next(step["detail"] for step in steps if step["step"] == "features on the map")
    assert bool(works) == ("28 read, 28 works and activities shown, 0 refused" in detail)
    assert all(("held_ms" in step) == (journey == "first") for step in steps)
