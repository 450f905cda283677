"""Filters on a layer of a GeoPackage, as QGIS's OGR provider applies and keeps them."""

from datetime import date

import pytest
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsField,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate
from street_works.plugin.compat import DATE_FIELD, TEXT_FIELD
from street_works.plugin.live.finding.days_wanted import ALL, OWN, DaysWanted
from street_works.plugin.live.finding.filter import Filter
from street_works.plugin.trade.kinds import WORKS

EVERY = DaysWanted(ALL)
TEXTS = (
    "reference", "work_reference", "promoter", "promoter_swa_code", "category", "status",
    "traffic_management", "impact",
)  # fmt: skip
RECORDS = (
    {"reference": "A-01", "work_reference": "A", "promoter": "O'Brien & Söhne 50%",
     "category": "major", "start_date": QDate(2026, 3, 1), "end_date": QDate(2026, 3, 9)},
    {"reference": "B-01", "work_reference": "B", "promoter": "odd|layerid=3 \"x\"",
     "category": "minor", "start_date": QDate(2026, 3, 9), "end_date": None},
)  # fmt: skip


@pytest.fixture
def layer(qgis_new_project, tmp_path):
    made = QgsVectorLayer("NoGeometry", "works", "memory")
    fields = [QgsField(name, TEXT_FIELD) for name in TEXTS]
    fields += [QgsField(name, DATE_FIELD) for name in ("start_date", "end_date")]
    made.dataProvider().addAttributes(fields)
    made.updateFields()
    features = []
    for record in RECORDS:
        feature = QgsFeature(made.fields())
        for name, value in record.items():
            feature[name] = value
        features.append(feature)
    assert made.dataProvider().addFeatures(features)[0]
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", "works"
    path = str(tmp_path / "store.gpkg")
    QgsVectorFileWriter.writeAsVectorFormatV3(made, path, QgsCoordinateTransformContext(), options)
    kept = QgsVectorLayer(f"{path}|layername=works", "works", "ogr")
    assert kept.featureCount() == 2
    QgsProject.instance().addMapLayer(kept)
    return kept


def shown(layer):
    return [feature["work_reference"] for feature in layer.getFeatures()]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(EVERY), ["A", "B"]),
        (Filter(EVERY, text="o'brien söhne 50%"), ["A"]),
        (Filter(EVERY, text="SÖHNE"), ["A"]),
        (Filter(EVERY, text="odd|layerid=3"), ["B"]),
        (Filter(EVERY, text='|option:A=B |layername=x "x"'), []),
        (Filter(EVERY, promoters=('odd|layerid=3 "x"',)), ["B"]),
        (Filter(EVERY, promoters=("O'Brien & Söhne 50%",)), ["A"]),
        (Filter(EVERY, categories=("minor", "paa")), ["B"]),
        (Filter(DaysWanted(OWN, date(2026, 3, 9), date(2026, 3, 9))), ["A", "B"]),
        (Filter(DaysWanted(OWN, date(2026, 3, 10), None)), ["B"]),
        (Filter(DaysWanted(OWN, None, date(2026, 3, 8))), ["A"]),
        (Filter(EVERY, traffic_sensitive=True), ["B"]),
    ],
)
def test_the_layer_shows_what_is_wanted_also_when_the_project_is_opened_again(
    layer, tmp_path, wanted, expected
):
    assert layer.setSubsetString(wanted.to_sql(WORKS, sensitive={"B"}))
    assert shown(layer) == expected
    path = str(tmp_path / "works.qgz")
    assert QgsProject.instance().write(path)
    QgsProject.instance().clear()
    assert QgsProject.instance().read(path)
    (again,) = QgsProject.instance().mapLayers().values()
    assert again.isValid()
    assert shown(again) == expected
