"""The map of the document names whom its layers have to name, and is handed over as it is."""

import os
import subprocess
import sys
from base64 import b64decode
from pathlib import Path

from qgis.core import QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor, QImage
from street_works.plugin.evidence.map_picture import as_path, painted

SCRIPT = Path(__file__).parent / "picture_while_jobs_work.py"


def picture_of(layer):
    """Paint a layer that has nothing in it."""
    steps = painted([layer], QgsRectangle(471000, 236000, 471100, 236050), 100, 50)
    while True:
        try:
            next(steps)
        except StopIteration as over:
            return over.value
        QCoreApplication.processEvents()


def test_whom_a_layer_has_to_name_is_written_in_the_corner(qgis_app):
    layer = QgsVectorLayer("Point?crs=EPSG:27700", "Streets", "memory")
    assert not inked(picture_of(layer))
    metadata = layer.metadata()
    metadata.setRights(["© OpenStreetMap contributors"])
    layer.setMetadata(metadata)
    assert inked(picture_of(layer)) == {(True, True)}


def inked(picture):
    """Return in which halves there is ink: at the right, and below."""
    width, height = picture.width(), picture.height()
    return {
        (x > width / 2, y > height / 2)
        for x in range(width)
        for y in range(height)
        if picture.pixelColor(x, y).lightness() < 128
    }


def test_no_thread_of_the_pool_is_needed_to_hand_it_over(tmp_path):
    """QGIS stood still for ever where all of them had a job that waited for Python."""
    done = subprocess.run(
        [sys.executable, str(SCRIPT)],
        env={**os.environ, "HOME": str(tmp_path), "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert int(done.stdout.split()[-1]) > 2000 * 2000 * 3


def test_it_keeps_its_colours(qgis_app):
    picture = QImage(2, 1, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setPixelColor(0, 0, QColor(200, 100, 50))
    picture.setPixelColor(1, 0, QColor("white"))
    said = as_path(picture)
    read = QImage.fromData(b64decode(said.partition(":")[2]))
    assert [read.pixelColor(x, 0).name() for x in range(2)] == ["#c86432", "#ffffff"]
