"""The GeoPackage and the table of the evidence, read back."""

import csv
import io
from datetime import date

import pytest
from osgeo import ogr
from shapely import wkb
from street_works.plugin.evidence.columns import table
from street_works.plugin.evidence.geopackage import geopackage
from street_works.tests.made.evidence import many, pack_of, usual, works

ogr.UseExceptions()


@pytest.fixture
def opened(qgis_app, tmp_path):
    def write(pack):
        path = tmp_path / "evidence.gpkg"
        path.write_bytes(geopackage(pack))
        return ogr.Open(str(path))

    return write


def rows(source, layer):
    there = source.GetLayerByName(layer)
    return [feature.items() for feature in there]


def shapes(source, layer):
    there = (one.GetGeometryRef() for one in source.GetLayerByName(layer))
    return [None if one is None else wkb.loads(bytes(one.ExportToWkb())) for one in there]


def test_its_layers_lie_on_national_grid(opened):
    source = opened(pack_of(usual()))
    names = [source.GetLayer(n).GetName() for n in range(source.GetLayerCount())]
    assert names == ["extent", "diversion", "others", "meetings"]
    for name in names:
        assert source.GetLayerByName(name).GetSpatialRef().GetAuthorityCode(None) == "27700"


def test_the_extent_has_its_facts(opened):
    pack = pack_of(usual())
    source = opened(pack)
    (extent,) = rows(source, "extent")
    assert extent["usrn"] == "8401234"
    assert extent["start"] == "2027/01/11"
    assert extent["traffic_management"] == "Road closure"
    assert extent["looked_at"] == 4
    assert extent["made_by"] == pack.by
    (shape,) = shapes(source, "extent")
    assert shape.equals(pack.extent.geometry)


def test_the_diversion_is_a_layer_of_its_own(opened):
    pack = pack_of(usual())
    source = opened(pack)
    (shape,) = shapes(source, "diversion")
    assert shape.equals(pack.report.ours.diversion)
    assert rows(source, "diversion") == [{"reference": pack.report.ours.reference}]


def test_each_other_is_there_once_with_its_own_shape(opened):
    pack = pack_of(usual())
    source = opened(pack)
    assert [one["reference"] for one in rows(source, "others")] == [
        one.other.reference for one in pack.report.encounters
    ]
    for shape, one in zip(shapes(source, "others"), pack.report.encounters):
        assert shape.equals(one.other.shape)


def test_each_finding_has_its_place_and_facts(opened):
    pack = pack_of(usual())
    source = opened(pack)
    first = rows(source, "meetings")[0]
    assert first["reference"] == "CLASH-01"
    assert first["grade"] == "Potential clash"
    assert first["rule"] == "near"
    assert first["distance_m"] == 0.66
    assert (first["first_day"], first["days_in_common"]) == ("2027/01/12", 3)
    assert first["verdict"] == "To be resolved"
    assert "Elmbridge Water (SWA code 9103) about CLASH-01" in first["whom_to_call"]
    for shape, row in zip(shapes(source, "meetings"), pack.rows()):
        assert shape.equals(row.finding.meeting_place)


def test_nothing_found_leaves_empty_layers(opened):
    source = opened(pack_of([]))
    assert rows(source, "others") == rows(source, "meetings") == []


def read(pack):
    return list(csv.DictReader(io.StringIO(table(pack).decode("utf-8-sig"))))


def test_the_table_has_a_row_for_each_finding():
    found = read(pack_of(many(500)))
    assert len(found) == 500
    assert {row["reference"] for row in found} == {f"W{n:04d}-01" for n in range(500)}
    assert found[0]["first_day"] == "2027-01-12"
    assert found[0]["our_traffic_management"] == "Road closure"


def test_days_that_are_not_known_are_empty():
    (row,) = [one for one in read(pack_of(usual())) if one["reference"] == "NODAYS-01"]
    assert (row["start"], row["end"], row["first_day"]) == ("", "", "")
    assert row["grade"] == "Cannot say"


def test_what_a_spreadsheet_would_take_for_a_formula_is_text():
    from shapely.geometry import Point

    pack = pack_of([works("=1+1", Point(530010, 180001), what='=HYPERLINK("http://x")')])
    (row,) = read(pack)
    assert row["reference"] == "'=1+1"
    assert row["what"].startswith("'=")


def test_days_are_dates():
    assert date.fromisoformat(read(pack_of(usual()))[0]["start"])
