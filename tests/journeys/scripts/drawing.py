"""Inside QGIS: 100,000 works from a file to the drawn map, from the store or as one GeoJSON file.

Given: `way` ("store", "geojson", "geojson, styled" or "nothing"), `path`, and the boxes `whole` and
`near` (EPSG:27700).
"""

import time
from datetime import date
from pathlib import Path
from typing import Any, Callable

import holds
import inside
import qgis.utils
from qgis.core import (
    Qgis,
    QgsProject,
    QgsProviderRegistry,
    QgsProviderSublayerDetails,
    QgsRectangle,
    QgsWkbTypes,
)
from street_works.plugin.live.finding.days_wanted import OWN, DaysWanted
from street_works.plugin.live.finding.filter import Filter
from street_works.plugin.map.styles import DEFAULT_OF
from street_works.plugin.map.styles.renderers import renderer_of
from street_works.plugin.map.styles.schemes import scheme_of

DAYS = (date(2020, 1, 1), date(2039, 12, 31))
SHAPES = ("point", "line", "polygon")
LAYERS = len(SHAPES) + 2  # the middles, and the base map
IDLE_S = 3


def open_store(path: str) -> None:
    """Open a store as the plugin does when QGIS starts, all days shown, and wait for its layers."""
    workplace = qgis.utils.plugins["street_works"].workplace
    workplace.live.use(Filter(days=DaysWanted(OWN, *DAYS)))
    workplace.live.open(Path(path))
    while len(QgsProject.instance().mapLayers()) < LAYERS:
        inside.pause(0.01)


def open_geojson(path: str) -> None:
    """Add the file's layers, one for each geometry, as QGIS does when it is dragged in."""
    registry, project = QgsProviderRegistry.instance(), QgsProject.instance()
    options = QgsProviderSublayerDetails.LayerOptions(project.transformContext())
    for found in registry.querySublayers(path, Qgis.SublayerQueryFlag.ResolveGeometryType):
        project.addMapLayer(found.toLayer(options))


def open_geojson_styled(path: str) -> None:
    """Add the file, and give its layers the plugin's own symbols, at all scales."""
    open_geojson(path)
    scheme = scheme_of("works", DEFAULT_OF["works"], "", "")
    for layer in QgsProject.instance().mapLayers().values():
        if layer.providerType() == "ogr":
            shape = SHAPES[int(QgsWkbTypes.geometryType(layer.wkbType()))]
            layer.setRenderer(renderer_of(scheme, "works", shape, layer.fields()))


WAYS: dict[str, Callable[[str], None]] = {
    "store": open_store,
    "geojson": open_geojson,
    "geojson, styled": open_geojson_styled,
}


def drawn(act: Callable[[], Any]) -> float:
    """Do something, and return the seconds until the canvas has drawn what is there then."""
    began = time.perf_counter()
    act()
    inside.render_finished()
    return time.perf_counter() - began


def look_at(box: list[float]) -> None:
    """Let the canvas show a box."""
    inside.iface.mapCanvas().setExtent(QgsRectangle(*box))


def shapes() -> dict[str, int]:
    """Return how many features there are of each geometry, the layer of middles left out."""
    counts = dict.fromkeys(SHAPES, 0)
    for layer in QgsProject.instance().mapLayers().values():
        if layer.providerType() == "ogr" and "centre" not in layer.source():
            shape = SHAPES[int(QgsWkbTypes.geometryType(layer.wkbType()))]
            counts[shape] += sum(1 for _ in layer.getFeatures())
    return counts


def script() -> dict[str, Any]:
    """Return seconds, megabytes and how long the main thread was held."""
    inside.set_project_crs("EPSG:27700")
    inside.put_base_map(inside.GIVEN["whole"])
    _ = qgis.utils.plugins["street_works"].workplace  # its panel is there, whichever way it goes
    inside.pause(1)
    look_at(inside.GIVEN["whole"])
    inside.render_finished()
    way, path = inside.GIVEN["way"], inside.GIVEN["path"]
    with holds.Holds() as held:
        before, _most = holds.memory_mb()
        if way == "nothing":
            inside.pause(IDLE_S)
            return {"holds": held.told()}
        opened = drawn(lambda: WAYS[way](path))
        near = drawn(lambda: look_at(inside.GIVEN["near"]))
    _now, most = holds.memory_mb()
    return {
        "opened_s": opened,
        "near_s": near,
        "before_mb": before,
        "most_mb": most,
        "shapes": shapes(),
        "holds": held.told(),
    }


inside.run_script(script)
