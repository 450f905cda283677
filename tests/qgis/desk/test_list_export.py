"""The list written into files by the planner's own keys, and what other programs read there."""

import zipfile
from datetime import date, datetime, timezone

import pytest
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QFileDialog, QLineEdit, QWidget
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.background.jobs import Jobs  # noqa: E402 - after load_libraries
from street_works.plugin.desk.list_export import ListExport, formats  # noqa: E402
from street_works.plugin.live.store.store import Store, store_path  # noqa: E402
from street_works.plugin.trade.box import Box  # noqa: E402
from street_works.plugin.trade.days import Days  # noqa: E402
from street_works.plugin.trade.records.on_map import Geometry  # noqa: E402
from street_works.tests.made import map_records  # noqa: E402
from street_works.tests.made.map_records import square  # noqa: E402
from street_works.tests.made.waiting import until  # noqa: E402
from street_works.ui.register.exporting import Exporting  # noqa: E402
from street_works.ui.register.list_model import list_columns  # noqa: E402

NINE = datetime(2026, 6, 1, 9, 0, tzinfo=timezone.utc)
BOX = Box(400_000.0, 300_000.0, 401_000.0, 301_000.0)
JUNE = Days(date(2026, 6, 1), date(2026, 6, 15))
LINE = Geometry("LineString", [[400_300, 300_100], [400_340, 300_100]])
FORMULA = '=HYPERLINK("http://x","y")'


def works(number, shape, promoter="Anytown Water"):
    return map_records.works(number, shape, JUNE.start, JUNE.end, promoter=promoter)


@pytest.fixture(scope="module")
def store(qgis_app, tmp_path_factory):
    one = Store(store_path(tmp_path_factory.mktemp("store"), "practice", "planner"))
    three = [works(1, square(400_100, 300_100)), works(2, LINE, FORMULA), works(3, LINE)]
    one.keep("works", BOX, JUNE, NINE, three)
    yield one
    one.close()


@pytest.fixture
def rows(store):
    return store.rows("works", BOX, None, "", 100).rows


@pytest.fixture
def export(qgis_app, store):
    jobs, window = Jobs(), QWidget()
    made = ListExport(jobs)
    made.jobs, made.heard, made.troubles, made.window = jobs, [], [], window
    made.told.connect(made.heard.append)
    made.trouble.connect(made.troubles.append)
    made.asking = Exporting(made, lambda: store, window)
    window.show()
    yield made
    assert jobs.cancel_all()
    window.deleteLater()


def export_as(export, rows, words, path):
    """Choose a kind of file and type where to write it, as a planner does."""
    export.asking.ask(rows, list_columns())
    dialog = export.window.findChild(QFileDialog)
    dialog.selectNameFilter(words)
    dialog.filterSelected.emit(words)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    name.selectAll()
    QTest.keyClicks(name, str(path))
    QTest.keyClick(name, Qt.Key.Key_Return)
    until(lambda: not export.jobs.running and (export.heard or export.troubles))
    dialog.deleteLater()


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".ods"])
def test_a_spreadsheet_has_the_rows_as_text_days_and_metres_and_no_formula(
    export, rows, tmp_path, ending
):
    export_as(export, rows, formats()[ending], tmp_path / "mine")
    path = tmp_path / f"mine{ending}"
    assert export.troubles == []
    assert export.heard == [f"3 records are written into {path}."]
    layer = QgsVectorLayer(str(path), "list", "ogr")
    assert layer.isValid()
    names = [one.name() for one in layer.fields()]
    assert names[:3] == ["Kind", "Reference", "Promoter"]
    assert names[-2:] == ["Easting", "Northing"]
    first, second, _third = layer.getFeatures()
    assert (first["Kind"], first["Reference"]) == ("Works", "W1-01")
    assert first["Start"] in {QDate(2026, 6, 1), "2026-06-01"}
    assert float(first["Easting"]) == pytest.approx(rows[0].easting, abs=0.01)
    assert second["Promoter"] == f"'{FORMULA}"
    if ending != ".csv":
        with zipfile.ZipFile(path) as parts:
            names = [name for name in parts.namelist() if name.endswith(".xml")]
            said = b"".join(map(parts.read, names))
        assert b"<f>" not in said
        assert b"table:formula" not in said


def test_a_geopackage_has_the_shapes_where_they_are(export, rows, tmp_path):
    export_as(export, rows, formats()[".gpkg"], tmp_path / "mine.gpkg")
    assert export.troubles == []
    found = {}
    for name in ("areas", "lines"):
        layer = QgsVectorLayer(f"{tmp_path / 'mine.gpkg'}|layername={name}", name, "ogr")
        assert layer.crs().authid() == "EPSG:27700"
        found[name] = {one["reference"]: one for one in layer.getFeatures()}
    assert {name: sorted(one) for name, one in found.items()} == {
        "areas": ["W1-01"],
        "lines": ["W2-01", "W3-01"],
    }
    line = found["lines"]["W2-01"]
    assert line["promoter"] == FORMULA
    assert line["start"] == QDate(2026, 6, 1)
    box = line.geometry().boundingBox()
    assert (box.xMinimum(), box.xMaximum(), box.yMinimum()) == (400_300, 400_340, 300_100)


def test_what_the_store_has_no_more_is_written_as_its_middle(export, rows, tmp_path):
    gone = rows[0]
    path = tmp_path / "mine.gpkg"
    from street_works.plugin.desk.list_export import Column, Listed

    listed = Listed((gone,), (Column("reference", "Reference"),))
    export.write(listed, path, None)
    until(lambda: not export.jobs.running)
    (one,) = QgsVectorLayer(f"{path}|layername=points", "points", "ogr").getFeatures()
    assert one["reference"] == "W1-01"
    assert one.geometry().asPoint().x() == pytest.approx(gone.easting)


def test_what_cannot_be_written_leaves_the_file_of_before_and_is_told(export, rows, tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("before")
    (tmp_path / "mine.csv.part").mkdir()  # where it is written first
    from street_works.plugin.desk.list_export import Column, Listed

    export.write(Listed(rows, (Column("reference", "Reference"),)), path, None)
    until(lambda: export.troubles)
    assert path.read_text() == "before"
    export.write(Listed(rows, ()), tmp_path / "mine.pdf", None)
    until(lambda: len(export.troubles) == 2)
    assert ".csv, .gpkg" in export.troubles[1].advice
    assert export.heard == []
