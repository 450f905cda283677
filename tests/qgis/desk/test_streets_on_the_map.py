"""The streets on the map: told, kept, drawn below works, asked for in view, and clicked on."""

from qgis.core import QgsProject
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.live.finding.search import Found
from street_works.plugin.live.store.streets import StreetShelf
from street_works.plugin.map.group import MARK
from street_works.plugin.map.pick import Record
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.kinds import STREET
from street_works.plugin.trade.shapes import geometry_of

VIEW = Box(471_000, 235_960, 471_120, 236_040)
ELSEWHERE = "LINESTRING (471600 236300, 471610 236304)"
JUNCTION = "LINESTRING (471020 236010, 471030 236014)"  # where several streets meet


def layer_of(place):
    return place.live_view.streets.layer.layer


def held(place):
    layer = layer_of(place)
    return 0 if layer is None else layer.featureCount()


def test_streets_are_kept_as_they_are_looked_up_and_in_view_when_asked_for(signed_in, until):
    place, streets = signed_in, signed_in.live_view.streets
    assert layer_of(place) is None
    place.sheet.take(JUNCTION, "EPSG:27700")
    until(lambda: place.sheet.nearby and held(place))
    assert held(place) == len(place.sheet.nearby)
    (top,) = QgsProject.instance().layerTreeRoot().findGroups()
    assert [child.customProperty(MARK) for child in top.children()][-1] == STREET

    box = place.extent_panel.streetBox
    place.sheet.streets_found.emit(place.sheet.nearby[::-1])
    far = [box.itemText(row).rpartition(", ")[2] for row in range(1, box.count())]
    assert all(one.endswith(" m") for one in far)
    metres = [float(one[:-2]) for one in far]
    assert metres == sorted(metres)
    assert len(set(metres)) > 1
    mark = place.shaping.chosen_street.mark
    assert not mark.shown
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.count() - 1)
    assert mark.shown
    said = place.extent_panel.streetFacts.text().partition("\n")[0]
    assert said.startswith("Distance: ")
    place.sheet.clear()
    assert not mark.shown

    ended, before = [], held(place)
    streets.streets.ended.connect(lambda: ended.append(True))
    streets.streets.find(VIEW)
    assert streets.row.cancelButton.isVisibleTo(streets.row)
    until(lambda: ended, 30)
    assert not streets.row.cancelButton.isVisibleTo(streets.row)
    until(lambda: held(place) > before)

    project, layer = QgsProject.instance(), layer_of(place)
    project.removeMapLayer(layer.id())
    place.sheet.take(JUNCTION, "EPSG:27700")
    until(lambda: place.sheet.nearby and not place.jobs.running)
    assert layer_of(place) is None
    place.map_panel.bring_back.click()
    until(lambda: held(place) > before)
    assert place.heard == []


def test_streets_that_could_not_be_kept_are_kept_with_the_next(signed_in, until, monkeypatch):
    def fails(*_given):
        raise StreetWorksError("The disk is full.")

    place, told = signed_in, []
    place.live_view.streets.trouble.connect(lambda error: told.append(str(error)))
    with monkeypatch.context() as patched:
        patched.setattr(StreetShelf, "keep", fails)
        place.sheet.take(JUNCTION, "EPSG:27700")
        until(lambda: place.sheet.nearby and told and not place.jobs.running)
    assert set(told) == {"The disk is full."}
    assert held(place) == 0
    first = {street.usrn for street in place.sheet.nearby}
    place.sheet.take(ELSEWHERE, "EPSG:27700")
    until(lambda: held(place) and not place.jobs.running)
    assert first < {feature["usrn"] for feature in layer_of(place).getFeatures()}


def test_a_street_that_is_clicked_or_found_by_name_tells_what_is_known(signed_in, until):
    place = signed_in
    place.sheet.take(JUNCTION, "EPSG:27700")
    until(lambda: place.sheet.nearby and held(place))
    street = place.sheet.nearby[0]
    place.finding.open(Record(STREET, str(street.usrn), name=street.name))
    until(lambda: place.finding.details.details is not None)
    details = place.finding.details.details
    (section,) = details.sections
    assert details.reference == f"{street.name} ({street.usrn})"
    assert street.authority in section.note
    assert geometry_of(details.geometry).equals(geometry_of(street.line))

    marked = []
    place.finding.placed.connect(lambda: marked.append(place.highlight._geometry.geom_type))
    place.finding._found(Found(street.name, "", street.middle, usrn=street.usrn))
    until(lambda: marked == ["MultiLineString"])
    assert place.heard == []
