"""Shapes taken from a selection, the clipboard and files, with QGIS's own layers."""

import json

import pytest
from osgeo import ogr, osr
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsVectorLayer
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.extents import Drawing, examine  # noqa: E402 - after load_libraries
from street_works.plugin.map import take  # noqa: E402

AREA = "Polygon ((530050 180300, 530060 180300, 530060 180310, 530050 180300))"
NEXT = "Polygon ((530060 180300, 530070 180300, 530060 180310, 530060 180300))"
LINE = "LineString (530050 180300, 530060 180300)"
POINT = "Point (530050.25 180300)"
GRID = "EPSG:27700"


@pytest.fixture(autouse=True)
def _qgis(qgis_app, qgis_new_project):
    """Everything here needs QGIS's providers."""


def make_layer(*wkts, crs=GRID, geometry="Polygon", selected=None):
    layer = QgsVectorLayer(f"{geometry}?crs={crs}&field=name:string", "kerbs", "memory")
    features = []
    for number, wkt in enumerate(wkts):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"kerb {number}"])
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    ids = [feature.id() for feature in layer.getFeatures()]
    layer.selectByIds(ids if selected is None else ids[:selected])
    return layer


def same(wkt, other):
    return QgsGeometry.fromWkt(wkt).equals(QgsGeometry.fromWkt(other))


@pytest.mark.parametrize(("geometry", "wkt"), [("Polygon", AREA), ("Point", POINT)])
def test_the_selected_feature_comes_as_it_is(geometry, wkt):
    taken = take.from_selection(make_layer(wkt, wkt, geometry=geometry, selected=1))
    assert same(taken.wkt, wkt)
    assert (taken.crs, taken.notes) == (GRID, ())
    text, crs = taken
    assert (text, crs) == (taken.wkt, GRID)


def test_curves_and_heights_of_the_selected_feature_are_made_plain():
    curve = "CurvePolygonZ (CircularStringZ (530000 180000 1, 530010 180010 1, 530000 180000 1))"
    taken = take.from_selection(make_layer(curve, geometry="CurvePolygonZ"))
    assert taken.wkt.startswith("Polygon ((")
    assert examine(Drawing(*taken)).extent.points > 50


def test_a_layer_in_another_crs_names_its_own():
    wkt = "LineString (-14000 6780000, -14010 6780010)"
    assert take.from_selection(make_layer(wkt, crs="EPSG:3857", geometry="LineString")).crs == (
        "EPSG:3857"
    )


def test_several_touching_features_come_together_and_can_be_joined():
    taken = take.from_selection(make_layer(AREA, NEXT))
    assert taken.wkt.startswith("MultiPolygon")
    assert "2 shapes" in taken.notes[0]
    examined = examine(Drawing(*taken))
    assert examined.finding("multi_part").mend == "Join the parts"


@pytest.mark.parametrize(
    ("layer", "said"),
    [
        (lambda: None, "No layer with shapes"),
        (lambda: QgsVectorLayer("None?field=a:string", "table", "memory"), "No layer with shapes"),
        (lambda: make_layer(AREA, selected=0), "Nothing is selected in the layer “kerbs”"),
        (lambda: make_layer(*[AREA] * 101), "101 features are selected; at most 100"),
        (lambda: make_layer("", geometry="Polygon"), "has no shape"),
    ],
)
def test_what_cannot_be_taken_from_a_layer_is_said(layer, said):
    with pytest.raises(StreetWorksError, match=said) as caught:
        take.from_selection(layer())
    assert caught.value.advice


def test_a_layer_without_a_crs_is_refused():
    layer = make_layer(AREA)
    layer.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(StreetWorksError, match="no coordinate reference system") as caught:
        take.from_selection(layer)
    assert "EPSG:27700" in caught.value.advice


@pytest.mark.parametrize(
    ("text", "crs"),
    [
        (AREA, "EPSG:3857"),
        (f"  {AREA.upper()}\n", "EPSG:3857"),
        (f"SRID=27700;{AREA}", GRID),
        (f"wkt_geom\tname\n{AREA}\tkerb 1\n", "EPSG:3857"),
        (f"{AREA}\tkerb 1", "EPSG:3857"),
        ("POLYGON ((530050 180300, 530060 180300,\n 530060 180310, 530050 180300))", "EPSG:3857"),
    ],
)
def test_wkt_of_the_clipboard_is_in_the_projects_crs_unless_it_says_so(text, crs):
    taken = take.from_text(text, "EPSG:3857")
    assert same(taken.wkt.rpartition(";")[2], AREA)
    assert taken.crs == crs


def test_features_copied_in_qgis_come_together():
    taken = take.from_text(f"wkt_geom\tname\n{AREA}\ta\n{NEXT}\tb\n", GRID)
    assert taken.wkt.startswith("MultiPolygon")
    with pytest.raises(StreetWorksError, match="cannot be one shape"):
        take.from_text(f"wkt_geom\tname\n{AREA}\ta\n{LINE}\tb\n", GRID)


def test_what_is_odd_about_a_text_is_left_for_the_checks():
    unclosed = "POLYGON ((530050 180300, 530060 180300, 530060 180310))"
    assert examine(Drawing(*take.from_text(unclosed, GRID))).finding("not_closed")
    curve = "SRID=27700;CIRCULARSTRING (530000 180000, 530010 180010, 530020 180000)"
    taken = take.from_text(curve, "")
    assert taken.wkt.startswith("LineString (")
    assert taken.crs == GRID


def geojson(*coordinates, crs=None):
    geometry = {"type": "LineString", "coordinates": coordinates}
    content = {"type": "Feature", "properties": {}, "geometry": geometry}
    if crs:
        content["crs"] = {"type": "name", "properties": {"name": crs}}
    return json.dumps(content)


@pytest.mark.parametrize(
    ("text", "crs", "notes"),
    [
        (geojson((-0.12, 51.5), (-0.13, 51.5)), "EPSG:4326", 0),
        (geojson((530050, 180300), (530060, 180300)), GRID, 1),
        (geojson((-14000, 6780000), (-14010, 6780010)), "EPSG:3857", 1),
        (geojson((530050, 180300), (530060, 180300), crs="urn:ogc:def:crs:EPSG::27700"), GRID, 0),
        (geojson((530050, 180300), (530060, 180300), crs="EPSG:27700"), GRID, 0),
    ],
)
def test_geojson_is_in_the_crs_it_must_be_in(text, crs, notes):
    taken = take.from_text(text, "EPSG:3857")
    assert taken.crs == crs
    assert len(taken.notes) == notes
    assert examine(Drawing(*taken)).extent is not None


@pytest.mark.parametrize(
    ("text", "kind", "begins"),
    [
        ("530050 180300", "", "POINT (530050 180300)"),
        ("530050 180300\n530060 180300", "", "LINESTRING ("),
        ("530050\t180300\n530060\t180300\n530060\t180310", "", "LINESTRING ("),
        ("TQ 30050 80300\nTQ 30060 80300\nTQ 30060 80310\nTQ 30050 80300", "", "POLYGON (("),
        ("51.5 -0.1\n51.5 -0.2\n51.6 -0.2", "polygon", "POLYGON ((-0.1 51.5"),
    ],
)
def test_positions_of_the_clipboard(text, kind, begins):
    assert take.from_text(text, "EPSG:3857", kind).wkt.startswith(begins)


@pytest.mark.parametrize(
    ("text", "project", "said"),
    [
        ("", GRID, "holds no text"),
        ("   \n", GRID, "holds no text"),
        ("Dear Jo,", GRID, "There is no position"),
        ("Dear Jo,\nsee you at 10", GRID, "Row 2 "),
        ("530050 180300\n530060", GRID, "Row 2 "),
        ("POLYGON ((1 2, 3", GRID, "cannot be read"),
        ("POLYGON EMPTY", GRID, "no shape"),
        ("CIRCULARSTRING (1 2", GRID, "cannot be read"),
        ('{"type": "Nothing"}', GRID, "cannot be read"),
        ("{", GRID, "cannot be read"),
        (geojson((530050, 180300), (530060, 180300), crs="mine"), GRID, "not known here"),
        (AREA, "", "not known which coordinate"),
        ("0" * 5_000_001, GRID, "too long"),
    ],
)
def test_a_text_that_is_no_shape_is_told(text, project, said):
    with pytest.raises(StreetWorksError, match=said) as caught:
        take.from_text(text, project)
    assert caught.value.advice


def write(path, driver, shapes, epsg=27700, layer="entities"):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg or 27700)
    source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    made = source.CreateLayer(layer, reference if epsg else None, ogr.wkbUnknown)
    if driver != "DXF":
        made.CreateField(ogr.FieldDefn("name", ogr.OFTString))
    for number, wkt in enumerate(shapes):
        feature = ogr.Feature(made.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        if driver != "DXF":
            feature.SetField("name", f"trench {number}")
        made.CreateFeature(feature)
    return str(path)


def test_a_geopackage_offers_the_shapes_of_all_its_kinds(tmp_path):
    path = write(tmp_path / "works.gpkg", "GPKG", [AREA, LINE, POINT], layer="works")
    offered = {shape.kind: shape for shape in take.from_file(path)}
    assert set(offered) == {"point", "line", "polygon"}
    assert offered["polygon"].label == "works: trench 0"
    assert offered["polygon"].size == "50.0 m²"
    assert offered["line"].size == "10.0 m"
    taken = offered["polygon"].taken()
    assert same(taken.wkt, AREA)
    assert (taken.crs, taken.notes) == (GRID, ())


def test_a_dxf_has_no_crs_and_national_grid_is_assumed_and_said(tmp_path):
    path = write(tmp_path / "plan.dxf", "DXF", [LINE, AREA], epsg=None)
    offered = take.from_file(path)
    assert {(shape.kind, shape.crs) for shape in offered} == {("line", ""), ("polygon", "")}
    for shape in offered:
        taken = shape.taken()
        assert taken.crs == GRID
        assert "National Grid was assumed" in taken.notes[0]
        assert examine(Drawing(*taken)).submittable


def test_a_shapefile_with_and_without_its_prj(tmp_path):
    path = write(tmp_path / "kerbs.shp", "ESRI Shapefile", [AREA], layer="kerbs")
    assert [(shape.label, shape.crs) for shape in take.from_file(path)] == [
        ("kerbs: trench 0", GRID)
    ]
    (tmp_path / "kerbs.prj").unlink()
    assert [shape.crs for shape in take.from_file(path)] == [""]


def test_sizes_are_metres_in_degrees_too(tmp_path):
    path = tmp_path / "line.geojson"
    path.write_text(geojson((-0.1, 51.5), (-0.1, 51.501)))
    (shape,) = take.from_file(str(path))
    assert shape.crs == "EPSG:4326"
    assert float(shape.size.split()[0]) == pytest.approx(111.3, abs=0.2)


def test_no_more_than_a_thousand_are_offered(tmp_path):
    path = write(tmp_path / "many.gpkg", "GPKG", [POINT] * 1200, layer="many")
    assert len(take.from_file(path)) == take.MOST_OFFERED == 1000


@pytest.mark.parametrize(
    ("name", "text", "crs"),
    [
        ("a.csv", f'ref,wkt\nP1,"{AREA}"\nP2,"SRID=27700;{NEXT}"\n', ["", GRID]),
        ("a.psv", f"ref|shape\nP1|{AREA}\nP2|{NEXT}\n", ["", ""]),
        ("a.txt", f"{AREA}\n{NEXT}\n", ["", ""]),
    ],
)
def test_a_table_with_wkt_offers_its_rows(tmp_path, name, text, crs):
    path = tmp_path / name
    path.write_text(text)
    offered = take.from_file(str(path))
    assert [shape.crs for shape in offered] == crs
    assert same(offered[0].wkt, AREA)
    assert [shape.kind for shape in offered] == ["polygon", "polygon"]
    if name != "a.txt":
        assert [shape.label for shape in offered] == ["P1", "P2"]


@pytest.mark.parametrize(
    "text",
    [
        "Easting,Northing\n530050,180300\n530060,180300\n530060,180310\n",
        "\ufeffname;y_coord;x_coord\na;180300;530050\nb;180300;530060\nc;180310;530060\n",
        "id,OS Grid Reference\n1,TQ 30050 80300\n2,TQ 30060 80300\n3,TQ 30060 80310\n",
        "530050 180300\n530060 180300\n530060 180310\n",
        "530050\t180300\n530060\t180300\n530060\t180310\n",
    ],
)
def test_a_table_of_positions_offers_what_they_can_be(tmp_path, text):
    path = tmp_path / "corners.csv"
    path.write_text(text, encoding="utf-8")
    offered = take.from_file(str(path))
    assert [shape.kind for shape in offered] == ["polygon", "line", "point", "point", "point"]
    assert same(offered[0].wkt, AREA)
    assert offered[0].size == "50.0 m²"
    assert {shape.crs for shape in offered} == {GRID}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.gpkg", None, "no file “gone.gpkg”"),
        ("letter.gpkg", b"Dear Jo", "No shape can be read from the file “letter.gpkg”"),
        ("photo.png", b"\x89PNG\r\n", "No shape can be read"),
        ("people.csv", b"name,age,town\nJo,40,Leeds\n", "no column of shapes or of positions"),
        ("empty.csv", b"", "no column of shapes or of positions"),
        ("bad.csv", b"easting,northing\n530050,180300\n530050,\n", "Row 3 "),
        ("latin.csv", b"caf\xe9,age,town\nJo,40,Leeds\n", "no column of shapes"),
    ],
)
def test_a_file_without_shapes_is_told(tmp_path, name, content, said):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StreetWorksError, match=said) as caught:
        take.from_file(str(path))
    assert caught.value.advice


def test_a_row_that_cannot_be_read_is_listed_and_says_why_when_it_is_chosen(tmp_path):
    path = tmp_path / "works.psv"
    path.write_text(f"ref|wkt\nP1|{AREA}\nP2|POLYGON ((530050 180300, 530060\n")
    good, bad = take.from_file(str(path))
    assert (good.problem, bad.label) == ("", "P2")
    assert "cannot be read" in bad.problem
    with pytest.raises(StreetWorksError, match="cannot be read"):
        bad.taken()


def test_published_records_are_offered_with_their_references(shared):
    offered = take.from_file(str(shared("data/works/london_2026-09.psv")))
    assert offered[0].label == "TY17005449891-03"
    assert len(offered) > 10
    assert all(examine(Drawing(*shape.taken())).extent is not None for shape in offered)
