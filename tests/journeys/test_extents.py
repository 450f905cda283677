"""Every way to an extent in the real QGIS, in projects of three coordinate systems."""

import random

import pytest
from street_works.tests.journeys.walking import walked
from street_works.tests.rounds import drawn_seed, rounds
from street_works.tools import application

OUT = application.ROOT / "build" / "extents"
STEPS = [
    "start",
    "draw",
    "along the street",
    "buffer",
    "take from a layer",
    "paste",
    "from a file",
    "by keyboard",
    "edit",
    "mend and undo",
]


@pytest.mark.journey
@pytest.mark.timeout(600)
def test_every_way_to_an_extent(capsys: pytest.CaptureFixture[str]) -> None:
    """In one of the three systems, drawn by chance; in a full run in each."""
    seed, systems = drawn_seed(), ["EPSG:27700", "EPSG:3857", "EPSG:4326"]
    print("seed", seed)
    drawn = random.Random(seed).sample(systems, rounds(1, full=len(systems)))  # noqa: S311 - no secret
    for crs in drawn:
        out = OUT / crs.replace(":", "-").lower()
        assert walked("extents.py", out, capsys, timeout=200, crs=crs) == STEPS
