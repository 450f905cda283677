"""Files and texts as they come from spreadsheets, databases, map servers and other people's GIS."""

import json
import shutil

import pytest
from osgeo import ogr, osr
from qgis.core import QgsGeometry
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

import shapely  # noqa: E402 - after load_libraries
from street_works.plugin.extents import Drawing, examine  # noqa: E402
from street_works.plugin.map import take  # noqa: E402

GRID = "EPSG:27700"
AREA = "POLYGON ((530050 180300, 530060 180300, 530060 180310, 530050 180300))"
SHAPE = shapely.from_wkt(AREA)
HEX = SHAPE.wkb_hex
EWKB = shapely.to_wkb(shapely.set_srid(SHAPE, 27700), hex=True, include_srid=True)
OPEN_ESRI = {
    "rings": [[[530050, 180300], [530060, 180310], [530060, 180300], [530050, 180300]]],
    "spatialReference": {"wkid": 27700, "latestWkid": 27700},
}


@pytest.fixture(autouse=True)
def _qgis(qgis_app, qgis_new_project):
    """Everything here needs QGIS's providers."""


def extent(taken):
    examined = examine(Drawing(*taken))
    assert examined.submittable, examined.findings
    return examined.extent.geometry


def is_area(taken):
    return extent(taken).equals(SHAPE)


@pytest.mark.parametrize(
    "text",
    [
        HEX,
        HEX.lower(),
        f"0x{HEX}",
        f"\\x{HEX}",
        EWKB,
        f"wkb_geom\tname\n{HEX}\ttrench\n",
        f"wkb_geom\tname\n{EWKB}\ttrench\n",
        f"name,geom\ntrench,{EWKB}\n",
        f"id;geom;name\n1;SRID=27700;{AREA}\n".replace(f";{AREA}", f';"{AREA}"'),
        f"id;geom\n1;SRID=27700;{AREA}\n",
        f"geom;id\nSRID=27700;{AREA};1\n",
        f'id,geom\n1,"{AREA}"\n',
        f"\u200b{AREA}\u200b",
        AREA.replace(" ", "\u00a0"),
        json.dumps(OPEN_ESRI),
        json.dumps({"geometry": OPEN_ESRI, "attributes": {"OBJECTID": 1}}),
        json.dumps({"features": [{"attributes": {}, "geometry": OPEN_ESRI}]}),
        json.dumps({**OPEN_ESRI, "hasZ": True,
                    "rings": [[[*place, 12.5] for place in OPEN_ESRI["rings"][0]]]}),
        "Point\tEasting\tNorthing\n1\t530050\t180300\n2\t530060\t180300\n3\t530060\t180310",
        "id,E,N\n1,530050,180300\n2,530060,180300\n3,530060,180310",
        "530050,180300; 530060,180300; 530060,180310",
    ],
)  # fmt: skip
def test_an_area_of_the_clipboard_however_it_is_copied(text):
    assert is_area(take.from_text(text, GRID, "polygon"))


@pytest.mark.parametrize("text", [EWKB, f"wkb_geom\tname\n{EWKB}\ttrench\n", json.dumps(OPEN_ESRI)])
def test_what_names_its_system_is_in_that_and_not_in_the_projects(text):
    assert take.from_text(text, "EPSG:3857").crs == GRID
    assert take.from_text(text, "").crs == GRID


def test_features_of_two_rows_in_wkb_come_together():
    other = shapely.from_wkt(AREA.replace("5300", "5301")).wkb_hex
    taken = take.from_text(f"wkb_geom\tname\n{HEX}\ta\n{other}\tb\n", GRID)
    assert taken.wkt.startswith("MultiPolygon")
    assert "2 shapes" in taken.notes[0]


def test_curves_in_wkb_become_short_edges():
    curve = QgsGeometry.fromWkt("CircularString (530000 180000, 530010 180010, 530020 180000)")
    text = bytes(curve.asWkb()).hex()
    taken = take.from_text(f"wkb_geom\tname\n{text}\tbend\n", GRID)
    assert extent(taken).length == pytest.approx(31.4, abs=0.1)


@pytest.mark.parametrize("text", [HEX[:-10], EWKB[:60], "0103000000"])
def test_wkb_that_breaks_off_is_told_in_plain_words(text):
    with pytest.raises(StreetWorksError) as told:
        take.from_text(text, GRID)
    for word in ("Exception", "GEOS", "Parse", "wkb"):
        assert word not in str(told.value)


def test_esri_paths_points_and_holes():
    paths = {"paths": [[[530050, 180300], [530060, 180300]]], "spatialReference": {"wkid": 27700}}
    assert extent(take.from_text(json.dumps(paths), "")).geom_type == "LineString"
    point = {"x": -0.1276, "y": 51.5072, "spatialReference": {"wkid": 4326}}
    assert take.from_text(json.dumps(point), GRID).crs == "EPSG:4326"
    web = {"x": -14204, "y": 6711533, "spatialReference": {"wkid": 102100, "latestWkid": 3857}}
    assert take.from_text(json.dumps(web), GRID).crs == "EPSG:3857"
    old = {"x": -14204, "y": 6711533, "spatialReference": {"wkid": 102100}}
    assert (
        extent(take.from_text(json.dumps(old), GRID)).distance(
            extent(take.from_text(json.dumps(web), GRID))
        )
        == 0
    )
    outer = [[530000, 180300], [530000, 180360], [530060, 180360], [530060, 180300]]
    inner = [[530010, 180310], [530030, 180310], [530030, 180330], [530010, 180330]]
    rings = {"rings": [[*ring, ring[0]] for ring in (outer, inner)],
             "spatialReference": {"wkid": 27700}}  # fmt: skip
    examined = examine(Drawing(*take.from_text(json.dumps(rings), "")))
    assert examined.extent.geometry.area == 60 * 60 - 20 * 20


def test_start_and_end_of_the_clipboard_are_lines_of_their_own(shared):
    text = shared("field/cases/f06_start_and_end_columns.csv").read_text()
    taken = take.from_text(text, GRID)
    lines = shapely.from_wkt(taken.wkt)
    assert [line.coords[:] for line in lines.geoms] == [
        [(530050, 180300), (530090, 180340)],
        [(531050, 181300), (531090, 181340)],
    ]
    assert "2 shapes" in taken.notes[-1]
    first = take.from_text("\n".join(text.splitlines()[:2]), GRID)
    assert extent(first).coords[:] == [(530050, 180300), (530090, 180340)]


def test_start_and_end_of_a_file_are_offered_row_by_row(shared):
    offered = take.from_file(str(shared("field/cases/f06_start_and_end_columns.csv")))
    assert [(one.kind, one.size, one.crs) for one in offered] == [("line", "56.6 m", GRID)] * 2
    assert extent(offered[1].taken()).coords[0] == (531050, 181300)


@pytest.mark.parametrize(
    "name",
    [
        "f12_esri_rings.json.txt",
        "f12b_esri_featureset_pasted.json",
        "f13_qgis_copied_as_wkb.txt",
        "f13b_hex_ewkb.txt",
        "f14_heading_letters.csv",
        "f14_heading_plural.csv",
        "f15_spreadsheet_paste_with_id.txt",
        "f16_excel_unicode_text.txt",
        "f16b_sep_line.csv",
        "f04_letters_and_full_numbers.txt",
    ],
)
def test_the_files_of_the_field_are_offered_and_pasted(shared, name):
    from street_works.plugin.extents.plain_text import decoded

    path = shared(f"field/cases/{name}")
    here = shapely.box(530049, 180299, 530061, 180311)
    for taken in (
        take.from_file(str(path))[0].taken(),
        take.from_text(decoded(path.read_bytes()), GRID),
    ):
        assert here.contains(extent(taken))


def test_mixed_heights_are_left_out_and_said(shared):
    text = shared("field/cases/f21_mixed_2d_3d.geojson").read_text()
    examined = examine(Drawing(*take.from_text(text, GRID)))
    assert examined.submittable
    assert examined.finding("heights_dropped")


def shapefile(folder, prj=""):
    path = folder / "kerbs.shp"
    source = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(path))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(27700)
    layer = source.CreateLayer("kerbs", reference, ogr.wkbPolygon)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt(AREA))
    layer.CreateFeature(feature)
    del feature, layer, source
    if prj:
        (folder / "kerbs.prj").write_text(prj)
    return path


def test_a_shapefile_without_its_index_names_it(tmp_path):
    path = shapefile(tmp_path)
    (tmp_path / "kerbs.dbf").unlink()
    assert len(take.from_file(str(path))) == 1
    (tmp_path / "kerbs.shx").unlink()
    with pytest.raises(StreetWorksError, match=r"“kerbs\.shx”") as told:
        take.from_file(str(path))
    assert "all files" in told.value.advice


def test_a_shapefile_in_capitals_is_whole(tmp_path):
    path = shapefile(tmp_path)
    for ending in ("shp", "shx", "dbf", "prj"):
        shutil.move(path.with_suffix(f".{ending}"), tmp_path / f"KERBS.{ending.upper()}")
    assert len(take.from_file(str(tmp_path / "KERBS.SHP"))) == 1


@pytest.mark.parametrize("easting", [400000.0, 100000.0])
def test_sizes_are_numbers_with_the_prj_of_arcgis(tmp_path, easting):
    prj = (
        'PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",'
        'SPHEROID["Airy_1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0.0],'
        'UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],'
        f'PARAMETER["False_Easting",{easting}],PARAMETER["False_Northing",-100000.0],'
        'PARAMETER["Central_Meridian",-2.0],PARAMETER["Scale_Factor",0.9996012717],'
        'PARAMETER["Latitude_Of_Origin",49.0],UNIT["Meter",1.0]]'
    )
    (offered,) = take.from_file(str(shapefile(tmp_path, prj)))
    assert offered.size in ("50.0 m²", "50.1 m²")


def test_mapinfos_nonearth_is_assumed_to_be_national_grid_as_dxf_is(tmp_path):
    path = tmp_path / "plan.mif"
    path.write_text(
        'Version 300\nCharset "WindowsLatin1"\nDelimiter ","\n'
        'CoordSys NonEarth Units "m" Bounds (0, 0) (1000000, 1000000)\n'
        "Columns 1\n  name Char(10)\nData\n\nPline 2\n530050 180300\n530060 180300\n"
    )
    (tmp_path / "plan.mid").write_text('"a"\n')
    (offered,) = take.from_file(str(path))
    assert (offered.crs, offered.size) == ("", "10.0 m")
    taken = offered.taken()
    assert "National Grid was assumed" in taken.notes[0]
    assert extent(taken).length == 10


def test_a_table_of_wkb_is_offered_with_its_names(tmp_path):
    path = tmp_path / "assets.csv"
    path.write_text(f"asset,geom\nA1,{EWKB}\nA2,{HEX}\nA3,{HEX[:-6]}\n")
    offered = take.from_file(str(path))
    assert [(one.label, one.crs, one.size) for one in offered[:2]] == [
        ("A1", GRID, "50.0 m²"),
        ("A2", "", "50.0 m²"),
    ]
    assert offered[2].problem


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "cp1252"])
def test_a_table_in_the_encodings_of_spreadsheets(tmp_path, encoding):
    path = tmp_path / "corners.txt"
    text = "Café\tEastings (m)\tNorthings (m)\r\nA\t530050\t180300\r\nB\t530060\t180300\r\n"
    path.write_bytes(text.encode(encoding))
    assert [one.kind for one in take.from_file(str(path))] == ["line", "point", "point"]


def test_what_is_left_out_of_a_table_is_said_where_it_is_offered(tmp_path):
    path = tmp_path / "corners.csv"
    path.write_text("Grid Ref,Easting,Northing,Height\nTQ3080,530050.5,180300.25,12\n")
    (offered,) = take.from_file(str(path))
    assert extent(offered.taken()).coords[0] == (530050.5, 180300.25)
    assert offered.taken().notes == ("Not used: “Grid Ref”, “Height”.",)


def workbook(path, driver, *sheets):
    source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    for name, fields, rows in sheets:
        layer = source.CreateLayer(name, None, ogr.wkbNone)
        for field in fields:
            layer.CreateField(ogr.FieldDefn(field, ogr.OFTString if field == "id" else ogr.OFTReal))
        for row in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            for field, value in zip(fields, row):
                feature.SetField(field, value)
            layer.CreateFeature(feature)
    return str(path)


@pytest.mark.parametrize(("driver", "ending"), [("XLSX", "xlsx"), ("ODS", "ods")])
def test_a_workbook_offers_the_positions_of_the_sheet_that_has_some(tmp_path, driver, ending):
    if ogr.GetDriverByName(driver) is None:
        pytest.skip(f"GDAL has no driver for {driver} here")
    corners = [("A", 530050.0, 180300.0), ("B", 530060.0, 180300.0), ("C", 530060.0, 180310.0)]
    path = workbook(
        tmp_path / f"works.{ending}",
        driver,
        ("Notes", ["id"], [("by Jo",), ("May",)]),
        ("Corners", ["id", "Easting", "Northing"], corners),
    )
    offered = take.from_file(path)
    assert [one.kind for one in offered] == ["polygon", "line", "point", "point", "point"]
    assert is_area(offered[0].taken())
    alone = workbook(tmp_path / f"notes.{ending}", driver, ("Notes", ["id"], [("by Jo",)]))
    with pytest.raises(StreetWorksError, match="no column of shapes"):
        take.from_file(alone)
