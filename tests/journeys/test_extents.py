"""Every way to an extent in the real QGIS, in projects of three coordinate systems."""

from pathlib import Path

import pytest
from street_works.tools import application

SCRIPT = Path(__file__).parent / "scripts" / "extents.py"
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
    out.mkdir(parents=True, exist_ok=True)
    result = application.run(SCRIPT, {"crs": crs, "out": str(out)}, timeout=200)
    assert "error" not in result, result["error"]
    with capsys.disabled():
        print(f"\n{crs}")
        for step in result["steps"]:
            print(f"  {step['step']}: {step['detail']}")
    failed = [step for step in result["steps"] if not step["ok"]]
    assert not failed, failed
    assert [step["step"] for step in result["steps"]] == STEPS
    for step in result["steps"]:
        assert (out / step["screenshot"]).stat().st_size > 10_000
