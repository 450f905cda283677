"""Layers leave the project at any moment of a drawing, as when a planner signs out: QGIS lives.

QGIS itself is what crashes, so this runs in a process of its own.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from street_works.tests.rounds import rounds

ROUNDS = rounds(20, full=100)

DRAWING = """
import faulthandler, sys, time
from qgis.core import (
    QgsApplication, QgsFeature, QgsGeometry, QgsMapRendererParallelJob, QgsMapSettings, QgsPointXY,
    QgsProject, QgsRectangle, QgsVectorLayer)
from qgis.PyQt.QtCore import QSize
from street_works.plugin.map.styles import CENTRE, Style, apply, hold

way, rounds, saved = sys.argv[1], int(sys.argv[2]), sys.argv[3]
STYLES = [style for style in Style if style is not Style.TYPE]
SOURCE = (
    "Point?crs=EPSG:27700&field=impact:string&field=status:string&field=start_date:date"
    "&field=end_date:date&field=category:string&field=promoter_swa_code:string")

def make(project):
    for style in (*STYLES, *STYLES):
        layer = QgsVectorLayer(SOURCE, style.value, "memory")
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(500_000, 200_000)))
        layer.dataProvider().addFeatures([feature])
        apply(layer, "works", CENTRE, style)
        layer.setScaleBasedVisibility(False)
        project.addMapLayer(layer)

def bring(project):
    project.read(saved)
    for layer in project.mapLayers().values():
        hold(layer)

def draw_and_go(project, number):
    layers = list(project.mapLayers().values())
    assert len(layers) == 2 * len(STYLES)
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setExtent(QgsRectangle(499_000, 199_000, 501_000, 201_000))
    settings.setOutputSize(QSize(100, 100))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    time.sleep(number % 20 * 0.0003)
    project.removeAllMapLayers()
    job.waitForFinished()

faulthandler.enable()
application = QgsApplication([], False)
application.initQgis()
project = QgsProject.instance()
make(project)
project.write(saved)
project.clear()
for number in range(rounds):
    (make if way == "made" else bring)(project)
    draw_and_go(project, number)
    print(number + 1, flush=True)
application.exitQgis()
"""


@pytest.mark.parametrize("way", ["made", "from a project"])
def test_qgis_lives_on_when_layers_go_while_they_are_drawn(way: str, tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", DRAWING, way, str(ROUNDS), str(tmp_path / "saved.qgz")],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    rounds = sum(line.isdigit() for line in run.stdout.splitlines())  # QGIS may warn in between
    assert (run.returncode, rounds) == (0, ROUNDS), run.stderr
