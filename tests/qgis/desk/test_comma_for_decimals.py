"""QGIS where a comma is for decimals: what is typed is meant so, whatever it is written with."""

import pytest
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.clashes.near_by import NearBy
from street_works.plugin.extents.typed import POINT
from street_works.plugin.settings import Settings
from street_works.ui.extent.positions_dialog import PositionsDialog
from street_works.ui.shared.decimal_box import DecimalBox


@pytest.fixture(params=["de_DE", "fr_FR"])
def place(request):
    """A workplace with an extent on the desk, made while QGIS has such a locale."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    made = request.getfixturevalue("at_work")
    made.dock.setLocale(QLocale())  # the window of these tests was there before
    yield made
    QLocale.setDefault(before)


def type_over(box, text):
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Tab)


def test_what_is_typed_is_meant_kept_and_used_as_it_was_meant(place, until):
    box, buffer = place.clash_panel.distanceBox, place.shaping.tools.bufferBox
    for typed in ("2,5", "2.5"):
        type_over(buffer, typed)
        assert (buffer.text(), Settings().buffer_m) == ("2,5 m", 2.5), typed
    type_over(box, "40")
    place.find_clashes()
    until(lambda: place.clashing.report is not None and not place.jobs.running)
    near = [one for one in place.clashing.report.rules if isinstance(one, NearBy)]
    assert {one.within_m for one in near} == {40}
    for typed in ("471065,50; 236014,25", "471065.50 236014.25"):
        dialog, drawn = PositionsDialog(text=typed), []
        dialog.drawn.connect(lambda wkt, crs, drawn=drawn: drawn.append((wkt, crs)))
        dialog.kindBox.setCurrentIndex(dialog.kindBox.findData(POINT))
        dialog.accept()
        assert drawn == [("POINT (471065.5 236014.25)", "EPSG:27700")], typed
        dialog.deleteLater()
    assert place.heard == []


@pytest.mark.parametrize("locale", ["en_GB", "de_DE", "fr_FR"])
@pytest.mark.parametrize("typed", ["2.5", "2,5"])
def test_no_decimal_is_lost_by_writing_it_as_elsewhere(qgis_app, locale, typed):
    box = DecimalBox()
    box.setLocale(QLocale(locale))
    box.setRange(0, 5000)
    box.setSuffix(" m²")
    box.show()
    type_over(box, typed)
    assert box.value() == 2.5
    box.deleteLater()
