"""Layers leave the project at any moment of a drawing, as when a planner signs out: QGIS lives.

QGIS itself is what crashes, so this runs in a process of its own.
"""

import subprocess
import sys

ROUNDS = 300

DRAWING = """
import faulthandler, sys, time
from qgis.core import (
    QgsApplication, QgsFeature, QgsGeometry, QgsMapRendererParallelJob, QgsMapSettings, QgsPointXY,
    QgsProject, QgsRectangle, QgsVectorLayer)
from qgis.PyQt.QtCore import QSize
from street_works.plugin.map.styles import CENTRE, Style, apply

faulthandler.enable()
application = QgsApplication([], False)
application.initQgis()

def layer_of(style):
    layer = QgsVectorLayer(
        "Point?crs=EPSG:27700&field=impact:string&field=status:string&field=start_date:date"
        "&field=end_date:date&field=category:string&field=promoter_swa_code:string", "", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(500_000, 200_000)))
    layer.dataProvider().addFeatures([feature])
    apply(layer, "works", CENTRE, style)
    layer.setScaleBasedVisibility(False)
    return layer

def draw(number):
    styles = [style for style in Style if style is not Style.TYPE]
    layers = [layer_of(style) for style in (*styles, *styles)]
    QgsProject.instance().addMapLayers(layers)
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setExtent(QgsRectangle(499_000, 199_000, 501_000, 201_000))
    settings.setOutputSize(QSize(100, 100))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    time.sleep(number % 20 * 0.0003)
    QgsProject.instance().removeAllMapLayers()
    job.waitForFinished()

for number in range(int(sys.argv[1])):
    draw(number)
    print(number + 1, flush=True)
application.exitQgis()
"""


def test_qgis_lives_on_when_layers_go_while_they_are_drawn() -> None:
    run = subprocess.run(
        [sys.executable, "-c", DRAWING, str(ROUNDS)],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    rounds = len(run.stdout.splitlines())
    assert (run.returncode, rounds) == (0, ROUNDS), run.stderr
