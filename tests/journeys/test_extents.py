"""Every way to an extent in the real QGIS, in projects of three coordinate systems."""

import pytest
from street_works.tests.journeys.walking import walked
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
@pytest.mark.parametrize("crs", ["EPSG:27700", "EPSG:3857", "EPSG:4326"])
def test_every_way_to_an_extent(crs: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = OUT / crs.replace(":", "-").lower()
    assert walked("extents.py", out, capsys, timeout=200, crs=crs) == STEPS
