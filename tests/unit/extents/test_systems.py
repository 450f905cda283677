"""Coordinate systems: each comes out as exactly as it claims, or is refused with a reason."""

import json
import math
import os
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import shapely
from pyproj import Transformer
from street_works.plugin.extents import (
    Drawing,
    Limits,
    Severity,
    examine,
    grid,
    mend,
    mend_all,
    routes,
)
from street_works.plugin.extents.definitions import CrsUnusable
from street_works.plugin.extents.layer import examine_layer
from street_works.tests.rounds import rounds

STEP = rounds(30, full=1)  # one system in so many
CENTIMETRE = 0.015  # of rounding, and the metre of a grid
EUSTON_HS2, EUSTON = (291924.45778, 287915.52785), (529567.84, 182452.19)
WGS_84_NATIONAL_GRID = (
    "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +datum=WGS84 +units=m"
)
TUNNEL = (
    'GEOGCS["mine",DATUM["D_Tunnel",SPHEROID["GRS_1980",6378137.0,298.257222101]],'
    'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
)
RAIL_GRIDS = (
    9300, 9367, 9373, 9387, 9456, 9741, 9761, 9766, 9869, 9880, 9943, 9967, 9972, 9977, 10183,
    10188, 10194, 10199, 10207, 10212, 10217, 10222, 10227, 10235, 10240, 10275, 10280, 10471,
)  # fmt: skip


def point(x, y, crs):
    return examine(Drawing(f"POINT ({x!r} {y!r})", crs))


@pytest.fixture(scope="module")
def every_system(shared, tmp_path_factory):
    """What became of each system, in a process whose PROJ has the OSTN15 file."""
    file = shared("data/ostn15/uk_os_OSTN15_NTv2_OSGBtoETRS.tif")
    folder = tmp_path_factory.mktemp("proj")
    (folder / file.name).write_bytes(file.read_bytes())
    environment = {**os.environ, "PROJ_USER_WRITABLE_DIRECTORY": str(folder), "PROJ_NETWORK": "OFF"}
    script = Path(__file__).with_name("every_system.py")
    done = subprocess.run(
        [sys.executable, str(script), str(STEP)],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_no_system_raises_and_none_claims_more_than_projs_best_with_the_grid_bears_out(
    every_system, tell
):
    converted = [one for one in every_system if one["apart"]]
    compared = [
        (one, apart) for one in converted for apart in one["apart"] if not math.isnan(apart)
    ]
    here, refused = sum(one["here"] for one in every_system), len(every_system) - len(converted)
    tell(f"{len(every_system)} systems, {here} of them used in Great Britain:")
    tell(f"{len(converted)} converted, {refused} refused,")
    tell(f"{len(compared)} positions within {max(a for _, a in compared):.2f} m of PROJ's best")
    assert here > 450 / STEP
    assert sum(not one["here"] for one in every_system) >= 40 // STEP
    assert len(compared) > 2000 / STEP
    wrong = [
        (one["crs"], one["claimed"], apart)
        for one, apart in compared
        if apart > one["claimed"] + CENTIMETRE
    ]
    assert wrong == []


def test_what_a_library_says_of_a_system_does_not_reach_the_planner(every_system):
    words = {word for one in every_system for word in one["words"]}
    assert len(words) > 50 / STEP
    assert [one for one in words if "proj" in one.lower() or "index" in one or "None" in one] == []


def test_a_system_without_a_position_is_said_to_have_none(every_system):
    """Each is converted, or else an error says why: nothing is without both."""
    silent = [one["crs"] for one in every_system if not one["apart"] and not one["rules"]]
    assert silent == []


@pytest.mark.parametrize("code", RAIL_GRIDS)
def test_a_rail_grid_is_refused_by_the_name_of_its_missing_file(code):
    source = f"EPSG:{code}"
    area = routes.about(source).area
    middle = area.near.centroid
    back = Transformer.from_crs("EPSG:27700", source, always_xy=True, only_best=False)
    examined = point(*back.transform(middle.x, middle.y), source)
    (finding,) = examined.findings
    assert finding.rule == "needs_grid_file"
    assert finding.severity is Severity.ERROR
    assert ".gsb" in finding.message
    assert "27700" in finding.advice
    assert examined.extent is None
    with pytest.raises(CrsUnusable, match="gsb"):
        examine_layer(np.array([shapely.Point(1, 2)]), source)


def constant_ntv2(shift_east_seconds, shift_north_seconds):
    """A grid file as HS2's with one shift everywhere between 3 W and 1 E, 51 N and 54 N."""

    def record(name, value):
        packed = value if isinstance(value, bytes) else struct.pack("<d", value)
        return name.ljust(8).encode() + packed

    def whole(name, number):
        return record(name, struct.pack("<ii", number, 0))

    south, north, east, west, step = 51 * 3600, 54 * 3600, -1 * 3600, 3 * 3600, 1800
    columns, rows = (west - east) // step + 1, (north - south) // step + 1
    head = [
        whole("NUM_OREC", 11), whole("NUM_SREC", 11), whole("NUM_FILE", 1),
        record("GS_TYPE", b"SECONDS "), record("VERSION", b"TEST    "),
        record("SYSTEM_F", b"HS2     "), record("SYSTEM_T", b"ETRS89  "),
        record("MAJOR_F", 6378137.0), record("MINOR_F", 6356752.314),
        record("MAJOR_T", 6378137.0), record("MINOR_T", 6356752.314),
        record("SUB_NAME", b"HS2     "), record("PARENT", b"NONE    "),
        record("CREATED", b"        "), record("UPDATED", b"        "),
        record("S_LAT", float(south)), record("N_LAT", float(north)),
        record("E_LONG", float(east)), record("W_LONG", float(west)),
        record("LAT_INC", float(step)), record("LONG_INC", float(step)),
        whole("GS_COUNT", columns * rows),
    ]  # fmt: skip
    # West is positive.
    node = struct.pack("<ffff", shift_north_seconds, -shift_east_seconds, 0.0, 0.0)
    return b"".join(head) + node * (columns * rows) + record("END", 0.0)


def hs2_by_file(tmp_path, content):
    """What the command makes of Euston in HS2's grid where PROJ has such a file."""
    (tmp_path / "HS2TN15_NTv2.gsb").write_bytes(content)
    environment = {**os.environ, "PROJ_USER_WRITABLE_DIRECTORY": str(tmp_path)}
    return subprocess.run(
        [sys.executable, "-m", "street_works.plugin.extents", "grid", "--from", "EPSG:9300"],
        input="{!r},{!r}\n".format(*EUSTON_HS2),
        capture_output=True,
        text=True,
        env={**environment, "PROJ_NETWORK": "OFF"},
        check=False,
    )


def test_hs2_comes_out_right_where_its_file_is(tmp_path):
    # The shift at Euston: from HS2's own latitude and longitude to those of National Grid's place.
    own = Transformer.from_crs("EPSG:9300", "EPSG:9299", always_xy=True).transform(*EUSTON_HS2)
    true = grid.positions_from_national_grid(np.array([EUSTON]), "EPSG:4258")[0]
    shift = (true - np.array(own)) * 3600
    done = hs2_by_file(tmp_path, constant_ntv2(*shift))
    assert done.returncode == 0, done.stderr
    easting, northing, accuracy = map(float, done.stdout.splitlines()[1].split(","))
    assert math.dist((easting, northing), EUSTON) < 0.02
    assert accuracy == 0.1


def test_a_damaged_file_of_hs2_is_a_refusal(tmp_path):
    done = hs2_by_file(tmp_path, b"no grid at all" * 100)
    assert done.returncode in (1, 2)
    assert [line for line in done.stdout.splitlines() if line[:1].isdigit()] == []
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("x", "y", "crs"),
    [
        (530050.0, 180300.0, "EPSG:9300"),
        (407000.0, 287000.0, "EPSG:9300"),
        (530050.0, 180300.0, "EPSG:9367"),
        (292000.0, 92500.0, "ESRI:102799"),
        (530050.0, 180300.0, "ESRI:102804"),
        (530050.0, 180300.0, "EPSG:29903"),
        (530050.0, 180300.0, "EPSG:29902"),
        (400000.0, 450000.0, "EPSG:29901"),
        (530050.0, 180300.0, "EPSG:2157"),
        (530050.0, 180300.0, "EPSG:4326"),
        (530050.0, 180300.0, "EPSG:3857"),
        (530050.0, 180300.0, "EPSG:25830"),
        (530050.0, 180300.0, WGS_84_NATIONAL_GRID),
        (530050.0, 180300.0, WGS_84_NATIONAL_GRID.replace("datum=WGS84", "ellps=GRS80")),
    ],
)
def test_national_grid_numbers_under_another_name_are_taken_for_what_they_are(x, y, crs):
    examined = point(x, y, crs)
    (finding,) = examined.findings
    assert (finding.rule, finding.severity) == ("wrong_crs", Severity.ERROR)
    assert finding.mend == "Take them as British National Grid"
    assert "+proj" not in finding.message
    assert examined.extent is None
    for mended in (mend(examined, "wrong_crs").examined, mend_all(examined)):
        assert mended.submittable
        assert tuple(mended.extent.geometry.coords[0]) == (x, y)


def test_highways_england_grid_numbers_stay_in_their_own_grid():
    there = Transformer.from_crs("EPSG:27700", "ESRI:102799", always_xy=True)
    x, y = there.transform(151000.0, 38000.0)
    examined = point(x, y, "ESRI:102799")
    assert examined.submittable
    assert examined.extent.geometry.distance(shapely.Point(151000, 38000)) < 0.02


def test_a_system_of_another_part_of_the_world_is_doubted():
    there = Transformer.from_crs("EPSG:4258", "EPSG:2154", always_xy=True)
    york = point(*there.transform(-1.08, 53.96), "EPSG:2154")
    (finding,) = [one for one in york.findings if one.rule == "unusual_crs"]
    assert finding.severity is Severity.WARNING
    assert "France" in finding.message
    layer = examine_layer(np.array([shapely.Point(*there.transform(-1.08, 53.96))]), "EPSG:2154")
    assert "unusual_crs" in [one.rule for _number, one in layer.findings]
    utm = Transformer.from_crs("EPSG:4258", "EPSG:25830", always_xy=True)
    irish = Transformer.from_crs("EPSG:4258", "EPSG:29903", always_xy=True)
    plymouth = point(*irish.transform(-4.14, 50.4), "EPSG:29903")
    assert "Ireland" in plymouth.finding("unusual_crs").message
    norwich = point(*utm.transform(1.29, 52.63), "EPSG:25830")
    assert norwich.findings == ()


def test_degrees_of_another_continents_datum_are_taken_as_wgs_84():
    examined = point(-0.12, 51.5, "EPSG:4269")
    assert examined.finding("wrong_crs").mend == "Take them as WGS 84 (EPSG:4326)"
    assert mend_all(examined).extent.geometry.distance(shapely.Point(530589.43, 179570.88)) < 0.02


def test_the_irish_grid_in_ireland_offers_no_swap_of_what_was_converted():
    finding = point(333000.0, 374000.0, "EPSG:29903").finding("outside_england")
    assert "Northern Ireland" in finding.message
    assert finding.mend is None
    layer = examine_layer(np.array([shapely.Point(333000, 374000)]), "EPSG:29903", Limits())
    assert [one.mend for _number, one in layer.findings] == [None]
    swapped = point(180300.0, 530050.0, "EPSG:27700").finding("outside_england")
    assert swapped.mend == "Swap easting and northing"


@pytest.mark.parametrize(
    "crs", ["EPSG:3145", "EPSG:3144", "EPSG:32600", "ESRI:54076", "EPSG:2218", "ESRI:54044"]
)
def test_what_pyproj_raises_is_a_finding(crs):
    examined = point(530050.0, 180300.0, crs)
    assert examined.extent is None
    assert [finding.severity for finding in examined.findings] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("crs", "word"),
    [
        ("+proj=longlat +ellps=airy +nadgrids=missing.gsb +no_defs", "missing.gsb"),
        ("EPSG:4276", "not known"),
        ("EPSG:10345", "not known"),
        (TUNNEL, "not known"),
    ],
)
def test_a_ballpark_is_not_trusted(crs, word):
    (finding,) = point(-0.12, 51.5, crs).findings
    assert finding.severity is Severity.ERROR
    assert word in finding.message


def test_degrees_about_another_pole_are_not_taken_for_plain_ones():
    crs = "+proj=ob_tran +o_proj=longlat +o_lon_p=0 +o_lat_p=40 +lon_0=0 +datum=WGS84"
    there = Transformer.from_crs("EPSG:4326", crs, always_xy=True)
    examined = point(*there.transform(-0.12, 51.5), crs)
    assert examined.extent.geometry.distance(shapely.Point(530589.43, 179570.88)) < 0.02


@pytest.mark.parametrize(
    "crs",
    [
        "EPSG:", "EPSG:-1", "EPSG:99999999999", "{}", "[1]", '{"a": 1}', "PROJCS[", "+proj=foo",
        "+proj=utm +zone=99", "+proj=tmerc +lat_0=nan", "+proj=longlat +a=0", "+proj=geocent",
        "\0", "x" * 5000, "EPSG:4326@2020", "IAU_2015:30100", "EPSG:5701",
        'ENGCRS["a",EDATUM["b"],CS[Cartesian,2],AXIS["x",east],AXIS["y",north]]',
    ],
)  # fmt: skip
def test_a_definition_that_is_none_is_a_finding(crs):
    for x, y in ((530050.0, 180300.0), (-0.12, 51.5)):
        (finding,) = point(x, y, crs).findings
        assert finding.rule == "unknown_crs"
        assert len(finding.message) < 160


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:25830"])
def test_northings_before_eastings_under_another_name(crs):
    examined = point(180300.0, 530050.0, crs)
    assert examined.finding("wrong_crs").mend == (
        "Take them as British National Grid, northing first"
    )
    assert mend_all(examined).extent.geometry.coords[0] == (530050, 180300)
