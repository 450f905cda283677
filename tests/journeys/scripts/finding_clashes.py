"""Inside QGIS: find works near the same works, on their days, by QGIS's algorithms and by ours.

The clock runs once all is prepared: QGIS has layers with their spatial indexes, and areas that
reach as far as is looked; ours are on shelves. What QGIS finds for one extent is in space only.
"""

import resource
import statistics
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
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
from street_works.plugin.clashes.find import find  # noqa: E402
from street_works.plugin.clashes.occupation import Occupation, street_keys  # noqa: E402
from street_works.plugin.clashes.report import report_on  # noqa: E402
from street_works.plugin.clashes.rules import usual  # noqa: E402
from street_works.plugin.clashes.rules.near import Near  # noqa: E402
from street_works.plugin.clashes.shelf import Shelf  # noqa: E402
from street_works.plugin.trade.kinds import WORKS  # noqa: E402
from street_works.tests.bench import london  # noqa: E402
from street_works.tests.bench.london import LondonWorks  # noqa: E402

COUNT, PLANNED, EXTENTS = 100_000, 10_000, 40
RUNS, MANY_RUNS = 9, 7
WITHIN_M = 25
SEGMENTS = 32
ROUNDED_OFF_M = 0.02  # by how much so many segments a quarter fall short of 25 m
FIELDS = "&field=reference:string&field=start:date&field=end:date"
ON_THEIR_DAYS = '"start" <= "joined_end" and "joined_start" <= "end"'
INTERSECT = [0]
ONE_TO_MANY = 0

Pairs = set[tuple[str, str]]


def occupations(works: Iterable[LondonWorks]) -> list[Occupation]:
    """Return works as they are compared."""
    return [
        Occupation(
            kind=WORKS,
            reference=one.reference,
            what="",
            shape=one.geometry,
            start=one.start,
            end=one.end,
            traffic=one.traffic_management,
            category=one.category,
            streets=street_keys(one.usrn),
            promoter=one.promoter,
            promoter_code=one.promoter_swa_code,
        )
        for one in works
    ]


def layer_of(works: Sequence[LondonWorks], shapes: Sequence[Any]) -> QgsVectorLayer:
    """Put works into a layer of their own, with a spatial index."""
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:27700{FIELDS}", "works", "memory")
    features = []
    for one, wkb in zip(works, shapely.to_wkb(shapes)):
        feature, geometry = QgsFeature(layer.fields()), QgsGeometry()
        geometry.fromWkb(wkb)
        feature.setGeometry(geometry)
        feature.setAttributes([one.reference, one.start.isoformat(), one.end.isoformat()])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.dataProvider().createSpatialIndex()
    return layer


def reaching(works: Sequence[LondonWorks]) -> QgsVectorLayer:
    """Return a layer of the ground within reach of works."""
    shapes = [one.geometry for one in works]
    return layer_of(works, shapely.buffer(shapes, WITHIN_M, quad_segs=SEGMENTS))


def run(name: str, parameters: dict[str, Any]) -> QgsVectorLayer:
    """Run an algorithm with its output kept in memory, and return that."""
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    algorithm = QgsApplication.processingRegistry().algorithmById(name)
    given = {**parameters, "OUTPUT": "TEMPORARY_OUTPUT"}
    results, fine = algorithm.run(given, context, feedback)
    if not fine:
        raise RuntimeError(feedback.textLog())
    return context.takeResultLayer(results["OUTPUT"])


def seconds(runs: int, *works: Callable[[], Any]) -> tuple[list[float], list[Any]]:
    """Do each work several times, in turn; return the least time of each, and what each gave.

    It is the processor's time: none of them waits for anything, but for other processes, and what
    these take of its caches makes the other times longer.
    """
    times, results = [], []
    for _ in range(runs):
        row, results = [], []
        for work in works:
            began = time.process_time()
            results.append(work())
            row.append(time.process_time() - began)
        times.append(row)
    return [min(column) for column in zip(*times)], results


def megabytes() -> float:
    """Return how much memory this process holds."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def one_extent(
    planned: Sequence[LondonWorks], shelf: Shelf, layer: QgsVectorLayer
) -> dict[str, float]:
    """Return the median milliseconds for an extent: theirs, ours by one rule, ours by all rules."""
    rows = []
    for one in planned:
        extent, (ours,) = reaching([one]), occupations([one])
        given = {"INPUT": layer, "PREDICATE": INTERSECT, "INTERSECT": extent}
        times, (extracted, report, _all) = seconds(
            RUNS,
            lambda given=given: run("native:extractbylocation", given),
            lambda ours=ours: report_on(ours, shelf, [Near()]),
            lambda ours=ours: report_on(ours, shelf, usual()),
        )
        found = {(one.reference, two.other.reference) for two in report.encounters}
        days = ((row["reference"], row["start"], row["end"]) for row in extracted.getFeatures())
        told = {
            (one.reference, name)
            for name, start, end in days
            if one.start <= day(end) and day(start) <= one.end
        }
        agree(found, told, planned, shelf)
        rows.append(times)
    theirs, near, every = (1000 * statistics.median(column) for column in zip(*rows))
    return {"theirs": theirs, "near": near, "every": every}


def day(value: Any) -> date:
    """Return a day of QGIS's."""
    return date(value.year(), value.month(), value.day())


def a_programme(
    planned: Sequence[LondonWorks], shelf: Shelf, layer: QgsVectorLayer
) -> dict[str, float]:
    """Return the seconds for all planned works: theirs, and ours; and how many pairs there are."""
    ground, ours = reaching(planned), Shelf(occupations(planned))

    def joined() -> QgsVectorLayer:
        given = {"INPUT": ground, "PREDICATE": INTERSECT, "JOIN": layer, "METHOD": ONE_TO_MANY}
        given |= {"DISCARD_NONMATCHING": True, "PREFIX": "joined_"}
        near = run("native:joinattributesbylocation", given)
        return run("native:extractbyexpression", {"INPUT": near, "EXPRESSION": ON_THEIR_DAYS})

    times, (rows, found) = seconds(MANY_RUNS, joined, lambda: find(ours, shelf, [Near()]))
    told = {(row["reference"], row["joined_reference"]) for row in rows.getFeatures()}
    pairs = {(one.ours.reference, one.other.reference) for one in found}
    agree(pairs, told, planned, shelf)
    return {"theirs": times[0], "ours": times[1], "pairs": len(pairs)}


def agree(found: Pairs, told: Pairs, planned: Sequence[LondonWorks], shelf: Shelf) -> None:
    """Raise RuntimeError unless both found the same, but for what rounds QGIS's areas off."""
    if told - found:
        raise RuntimeError(f"QGIS alone found {sorted(told - found)[:5]}")
    ours = {one.reference: one.geometry for one in planned}
    theirs = {one.reference: one.shape for one in shelf.occupations}
    for one, other in found - told:
        if shapely.distance(ours[one], theirs[other]) < WITHIN_M - ROUNDED_OFF_M:
            raise RuntimeError(f"QGIS did not find {one} and {other}")


def script() -> dict[str, Any]:
    """Return the times of both, and the memory that both hold."""
    Processing.initialize()
    every = [with_an_area(one) for one in london.works(COUNT + PLANNED)]
    order = np.random.default_rng(1).permutation(len(every))
    works, planned = ([every[n] for n in part] for part in (order[:COUNT], order[COUNT:]))
    before = megabytes()
    (their_time,), (layer,) = seconds(1, lambda: layer_of(works, [one.geometry for one in works]))
    between = megabytes()
    (our_time,), (shelf,) = seconds(1, lambda: put_up(works))
    return {
        "their_megabytes": between - before,
        "our_megabytes": megabytes() - between,
        "their_time": their_time,
        "our_time": our_time,
        "one": one_extent(planned[:EXTENTS], shelf, layer),
        "many": a_programme(planned, shelf, layer),
    }


def put_up(works: Sequence[LondonWorks]) -> Shelf:
    """Return a shelf of works, with all the columns that rules ask for."""
    shelf = Shelf(occupations(works))
    find(Shelf(occupations(works[:1])), shelf, usual())
    return shelf


def with_an_area(works: LondonWorks) -> LondonWorks:
    """Return works with an area about them: QGIS's layers have shapes of one kind."""
    return replace(works, geometry=shapely.buffer(works.geometry, 0.5, quad_segs=1))


inside.run_script(script)
