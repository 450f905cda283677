"""“Check works for clashes” in the real `qgis_process`, against a practice service of the run."""

import json
import shutil
from pathlib import Path

import pytest
from osgeo import ogr
from street_works.plugin.practice import PracticeService
from street_works.plugin.trade.calendar import uk_today
from street_works.tests.journeys.test_qgis_process import QGIS_PROCESS, Machine

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not shutil.which(QGIS_PROCESS), reason="needs qgis_process"),
]


def test_a_programme_is_checked_on_a_schedule(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    west, south, east, north = PracticeService().home
    middle = (west + east) / 2, (south + north) / 2
    shapes = [f"POINT ({middle[0] + metres} {middle[1]})" for metres in (0, 10, 15_000)]
    layer = machine.layer(27700, ogr.wkbPoint, shapes)
    today = uk_today().isoformat()
    source = ogr.Open(str(tmp_path / layer), 1)
    table = source.GetLayer()
    table.CreateField(ogr.FieldDefn("day", ogr.OFTDate))
    for feature in table:
        feature.SetField("day", today)
        table.SetFeature(feature)
    del source, table
    outputs = [f"{name}={name}.gpkg" for name in ("CLASHES", "NEW", "WORKS")]
    done = machine.start(
        "--json", "run", "streetworks:checkclashes", "--", f"INPUT={layer}",
        "REFERENCE=number", "START=day", "END=day", "REGISTER=1", "ENVIRONMENT=0",
        "WITHIN=100", "REMEMBERED=found.sqlite", *outputs,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    results = json.loads(done.stdout)["results"]
    assert (results["CHECKED_COUNT"], results["COMPLETE"]) == (3, True)
    found = machine.rows("CLASHES")
    assert ("0", "1", "near", 10.0) in [
        (row["work"], row["other"], row["rule"], row["distance_m"]) for row in found
    ]
    assert len({row["other"] for row in found}) > 1
    assert [row["differs"] for row in machine.rows("NEW")] == ["new"] * len(found)
    worst = {row["work"]: row["worst"] for row in machine.rows("WORKS")}
    assert worst == {"0": "clash", "1": "clash", "2": "nothing"}
    assert (tmp_path / "found.sqlite").stat().st_size
