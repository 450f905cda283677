"""The layer of streets: what draws it, what a saved project keeps, who takes it out."""

from datetime import datetime, timezone

import pytest
from qgis.core import QgsProject
from street_works.plugin.live.store.store import Store
from street_works.plugin.map.group import MARK
from street_works.plugin.map.live_layers import LiveLayers
from street_works.plugin.map.live_tables import STREETS
from street_works.plugin.map.street_layer import StreetLayer
from street_works.plugin.trade.records.streets import Designation
from street_works.tests.made.streets import street

NOW = datetime(2026, 11, 30, 10, 0, tzinfo=timezone.utc)


def line(number):
    at = 236_000 + 10 * number
    return {"type": "MultiLineString", "coordinates": [[[471_000, at], [471_150, at]]]}


@pytest.fixture
def store(tmp_path):
    made = Store(tmp_path / "live-0.gpkx")
    told = ((), (Designation(2),), (Designation(1),), (Designation(2), Designation(1)))
    streets = [street(*one, usrn=n, line=line(n)) for n, one in enumerate(told, 99_400_101)]
    made.streets.keep(streets, (), NOW)
    yield made
    made.close()


@pytest.fixture
def layers(store, qgis_new_project):
    live = LiveLayers(QgsProject.instance())
    made = StreetLayer(QgsProject.instance(), live.hand)
    yield made
    made.close_down()
    live.close_down()


def show(layers, store):
    layers.show(store.streets.layer_source, store.streets.extent, "4 streets in view", fresh=True)
    return layers.layer


def test_each_class_has_its_own_line_and_none_is_left_out(layers, store):
    layer = show(layers, store)
    classes = layer.renderer().categories()  # held: symbols are gone with the list
    symbols = {one.value(): one.symbol() for one in classes}
    drawn = {
        feature["usrn"]: [
            (part.color().name(), part.useCustomDashPattern())
            for part in symbols[feature["told"]].symbolLayers()[2:]
        ]
        for feature in layer.getFeatures()
    }
    plain, sensitive, protected, both = (drawn[n] for n in sorted(drawn))
    assert plain == []
    assert [dashed for _colour, dashed in sensitive + protected] == [True, False]
    assert both == sensitive + protected
    assert layer.metadata().abstract() == "4 streets in view"


def test_it_is_drawn_anew_for_other_streets_only_not_whenever_the_map_moves(layers, store):
    drawn = []
    layer = show(layers, store)
    layer.repaintRequested.connect(lambda *_given: drawn.append(layer.featureCount()))
    store.streets.keep([street(usrn=99_400_109, line=line(9))], (), NOW)
    show(layers, store)
    assert drawn == [5]
    source, extent = store.streets.layer_source, store.streets.extent
    layers.show(source, extent, "5 streets in view", fresh=False)
    assert drawn == [5]
    assert layer.metadata().abstract() == "5 streets in view"


def test_a_saved_project_keeps_the_looks_and_none_of_the_streets(layers, store, tmp_path):
    show(layers, store).setName("Our roads")
    path = tmp_path / "mine.qgs"
    project = QgsProject.instance()
    assert project.write(str(path))
    text = path.read_text(encoding="utf-8")
    assert ("live-0" in text, "Our roads" in text) == (False, True)
    layers.close()
    assert project.read(str(path))
    assert layers.layer.featureCount() == 0
    layer = show(layers, store)
    assert (layer.name(), layer.featureCount()) == ("Our roads", 4)


def test_what_the_planner_takes_out_stays_away_until_it_is_asked_for(layers, store):
    hand, project = layers._hand, QgsProject.instance()
    project.removeMapLayer(show(layers, store).id())
    assert hand.removed == {STREETS}
    assert show(layers, store) is None
    hand.bring_back()
    assert show(layers, store) is not None
    layers.close()
    assert hand.removed == set()
    assert [one.customProperty(MARK) for one in project.layerTreeRoot().children()] == []
