"""Inside QGIS: check the same hundred thousand extents by QGIS's validity check and by ours."""

import statistics
import time
from typing import Any, Callable

import inside
from processing.core.Processing import Processing
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from street_works.plugin.libraries import load_libraries

load_libraries()
import numpy as np  # noqa: E402 - after the libraries
import shapely  # noqa: E402
from street_works.plugin.extents.layer import examine_layer  # noqa: E402

COUNT = 100_000
RUNS = 5
OUTPUTS = ("VALID_OUTPUT", "INVALID_OUTPUT", "ERROR_OUTPUT")


def areas(faulty: float) -> Any:
    """Return areas as planners draw them: strips of some corners; a share of them is crossed."""
    chance = np.random.default_rng(1)
    places = chance.uniform((400_000, 200_000), (520_000, 400_000), (COUNT, 2))
    steps = chance.uniform(2, 20, (COUNT, 4, 2)).cumsum(axis=1)
    strips = shapely.buffer(
        shapely.linestrings(places[:, None, :] + steps), 3, cap_style="flat", quad_segs=2
    )
    crossed = chance.choice(COUNT, int(COUNT * faulty), replace=False)
    corners = np.array([(0, 0), (20, 20), (20, 0), (0, 20), (0, 0)])
    strips[crossed] = shapely.polygons(places[crossed][:, None, :] + corners)
    return strips


def layer_of(shapes: Any) -> QgsVectorLayer:
    """Put shapes into a layer of their own."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:27700", "extents", "memory")
    features = []
    for wkb in shapely.to_wkb(shapes):
        feature, geometry = QgsFeature(), QgsGeometry()
        geometry.fromWkb(wkb)
        feature.setGeometry(geometry)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def validity_check() -> Any:
    """Return QGIS's algorithm: written in C++ in later versions, in Python in QGIS 3.22."""
    Processing.initialize()
    known = QgsApplication.processingRegistry().algorithmById
    return known("native:checkvalidity") or known("qgis:checkvalidity")


def run(algorithm: Any, parameters: dict[str, Any]) -> dict[str, Any]:
    """Run an algorithm with its outputs kept in memory; return what it says."""
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    results, fine = algorithm.run(parameters, context, feedback)
    if not fine:
        raise RuntimeError(feedback.textLog())
    return results


def seconds(*works: Callable[[], Any]) -> tuple[list[float], list[Any]]:
    """Do each work several times, in turn; return the median time of each, and what each gave."""
    times = []
    for _ in range(RUNS):
        row, results = [], []
        for work in works:
            began = time.perf_counter()
            results.append(work())
            row.append(time.perf_counter() - began)
        times.append(row)
    return [statistics.median(column) for column in zip(*times)], results


def script() -> dict[str, Any]:
    """Return seconds and counts of both."""
    shapes = areas(inside.GIVEN["faulty"])
    layer = layer_of(shapes)
    parameters = {"INPUT_LAYER": layer, "METHOD": 2, **dict.fromkeys(OUTPUTS, "TEMPORARY_OUTPUT")}
    algorithm = validity_check()
    (theirs, ours), (told, report) = seconds(
        lambda: run(algorithm, parameters), lambda: examine_layer(shapes, "EPSG:27700")
    )
    crossing = sum(one.rule == "self_crossing" for _number, one in report.findings)
    return {
        "count": COUNT,
        "theirs": theirs,
        "their_name": algorithm.id(),
        "ours": ours,
        "their_invalid": told["INVALID_COUNT"],
        "our_invalid": crossing,
        "findings": len(report.findings),
    }


inside.run_script(script)
