"""The streets on the map: told, kept, drawn below works, asked for in view, and clicked on."""

from qgis.core import QgsProject
from street_works.plugin.map.group import MARK
from street_works.plugin.settings import PRACTICE, Environment
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.kinds import STREET

VIEW = Box(471_000, 235_960, 471_120, 236_040)


def layer_of(place):
    return place.live_view.streets.layer.layer


def held(place):
    layer = layer_of(place)
    return 0 if layer is None else layer.featureCount()


def test_the_practice_town_brings_its_streets_below_the_works(workplace, until, complaints):
    workplace.account.sign_in(Environment(PRACTICE, "Practice", ""), "", "")
    until(lambda: workplace.account.signed_in)
    QgsProject.instance().setDirty(False)
    row, town = workplace.live_view.streets.row, workplace.account.gazetteer
    until(lambda: "all of them" in row.statement.text(), 30)
    assert held(workplace) == len(town) > 300
    assert "streets in view, all of them, as of" in row.statement.text()
    (top,) = QgsProject.instance().layerTreeRoot().findGroups()
    assert [child.customProperty(MARK) for child in top.children()][-1] == STREET
    assert not QgsProject.instance().isDirty()
    assert complaints == []


def test_streets_are_kept_as_they_are_looked_up_and_in_view_when_asked_for(signed_in, until):
    assert layer_of(signed_in) is None
    signed_in.sheet.take("LINESTRING (471065 236014, 471085 236014)", "EPSG:27700")
    until(lambda: signed_in.sheet.street or signed_in.sheet.nearby)
    until(lambda: held(signed_in))
    looked_up = held(signed_in)
    assert looked_up == len(signed_in.sheet.nearby)

    streets = signed_in.live_view.streets
    ended = []
    streets.streets.ended.connect(lambda: ended.append(True))
    streets.streets.find(VIEW)
    assert streets.row.cancelButton.isVisibleTo(streets.row)
    until(lambda: ended, 30)
    until(lambda: held(signed_in) > looked_up)
    assert not streets.row.cancelButton.isVisibleTo(streets.row)
    assert signed_in.heard == []
