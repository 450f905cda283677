"""The main journey, from the plugin's zip to switching it off, in the real QGIS."""

from pathlib import Path
from typing import Callable

import pytest
from street_works.tests.journeys.walking import demonstrated

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


@pytest.mark.journey
def test_every_step_works(tmp_path: Path) -> None:
    steps = demonstrated(tmp_path)
    assert [step["step"] for step in steps if step["ok"]] == STEPS


@pytest.mark.journey
def test_published_records_are_among_the_features(
    tmp_path: Path, shared: Callable[[str], Path]
) -> None:
    steps = demonstrated(
        tmp_path, "--works", str(shared("data/works/greater_manchester_2023.json"))
    )
    detail = next(step["detail"] for step in steps if step["step"] == "features on the map")
    assert "28 read, 28 works and activities shown, 0 refused" in detail
