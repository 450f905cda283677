"""The map of the document names whom its layers have to name."""

from qgis.core import QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication
from street_works.plugin.evidence.map_picture import painted


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
