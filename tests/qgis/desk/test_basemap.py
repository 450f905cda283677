"""The background: chosen once, below everything, in every project, and honest when not there."""

from zipfile import ZipFile

import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsNetworkAccessManager,
    QgsProject,
    QgsRasterLayer,
    QgsSettings,
)
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt, QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QDialogButtonBox, QFileDialog, QTreeView
from shapely import LineString
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.map.basemap import os_maps
from street_works.plugin.map.basemap.source import Source
from street_works.plugin.settings import Settings
from street_works.tests.made.tile_server import tile_server

SERVICE = (
    "qgis/connections-wms/Council service",
    "connections/ows/items/wms/connections/items/Council service",
)
"""Where QGIS keeps a connection: at first, and today."""
ABOUT = """<?xml version="1.0"?><WMS_Capabilities version="1.3.0"
xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink"><Service>
<Name>WMS</Name><Title>Council</Title></Service><Capability><Request><GetMap>
<Format>image/png</Format><DCPType><HTTP><Get><OnlineResource xlink:href="{url}/wms?"/></Get></HTTP>
</DCPType></GetMap></Request><Layer><Title>All</Title><Layer><Name>adopted</Name>
<Title>Adopted roads</Title><CRS>EPSG:27700</CRS><EX_GeographicBoundingBox>
<westBoundLongitude>-7</westBoundLongitude><eastBoundLongitude>2</eastBoundLongitude>
<southBoundLatitude>49</southBoundLatitude><northBoundLatitude>60</northBoundLatitude>
</EX_GeographicBoundingBox><BoundingBox CRS="EPSG:27700" minx="0" miny="0" maxx="700000"
maxy="1300000"/></Layer></Layer></Capability></WMS_Capabilities>"""
TILES = ("qgis/connections-xyz/Council tiles", "connections/xyz/items/Council tiles")
VECTOR_TILES = (
    "qgis/connections-vector-tile/Council vectors",
    "connections/vector-tile/items/Council vectors",
)
MAINS = """{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {},
"geometry": {"type": "LineString", "coordinates": [[-1.0, 52.0], [-1.0, 52.01]]}}]}"""


@pytest.fixture
def tiles(qgis_app):
    """A server of tiles that QGIS has a connection to."""
    with tile_server() as server:
        connect(TILES, server.url + "/{z}/{x}/{y}.png?map=1")
        connect(VECTOR_TILES, server.url + "/{z}/{x}/{y}.pbf")
        yield server
    disconnect(TILES)
    disconnect(VECTOR_TILES)


def connect(places, url):
    """Give QGIS a connection, as its dialogs do."""
    for place in places:
        QgsSettings().setValue(f"{place}/url", url)


def disconnect(places):
    """Take it away again."""
    for place in places:
        QgsSettings().remove(place)


@pytest.fixture
def place(tiles, switch_on, qgis_canvas):
    """The workplace with nobody signed in, its canvas shown, and the plugin to switch off."""
    plugin = switch_on()
    place = plugin.workplace
    place.plugin, place.tiles = plugin, tiles
    qgis_canvas.show()
    yield place
    qgis_canvas.hide()


def choose(place, name):
    """Choose in the row what is called so, as a planner does."""
    combo: QComboBox = place.basemap_view.row.basemapCombo
    row = combo.findText(name)
    assert row >= 0, [combo.itemText(number) for number in range(combo.count())]
    combo.setCurrentIndex(row)
    combo.activated.emit(row)


def choose_other(place, name):
    """Choose in the menu of the button what is called so."""
    row = place.basemap_view.row
    row.menu.aboutToShow.emit()
    names = {action.text().replace("&", ""): action for action in row.menu.actions()}
    names[name].trigger()


def chosen(place):
    return place.basemap_view.row.basemapCombo.currentText()


def note(place):
    return place.basemap_view.row.note.text()


def in_tree():
    """Return the names of the layers in the Layers panel, from the top."""
    return [node.name() for node in QgsProject.instance().layerTreeRoot().findLayers()]


def new_project(iface, until):
    """Begin a new project, until the plugin has seen it."""
    iface.newProject()
    iface.newProjectCreated.emit()
    until(lambda: in_tree() or Settings().background == "none")


def test_it_is_offered_chosen_once_and_lies_below_everything(place, tiles, qgis_canvas, until):
    project = QgsProject.instance()
    assert chosen(place) == "Not chosen yet"
    assert note(place).startswith("Choose a map to lie below the works.")
    assert place.basemap_view.row.basemapCombo.findText("OpenStreetMap") > 0
    before = qgis_canvas.extent()
    project.setDirty(False)
    choose(place, "Council tiles")
    assert in_tree() == ["Council tiles"]
    assert not project.isDirty()
    assert project.crs() == QgsCoordinateReferenceSystem("EPSG:27700")
    assert qgis_canvas.extent() == before
    until(lambda: tiles.asked)
    assert all(path.endswith(".png?map=1") for path, _headers in tiles.asked)
    assert (chosen(place), note(place)) == ("Council tiles", "")
    place.draft_layer.show(LineString([(471065, 236014), (471085, 236014)]))
    assert in_tree() == ["My extent", "Council tiles"]
    choose(place, "Council vectors")
    assert in_tree() == ["My extent", "Council vectors"]
    until(lambda: any(path.endswith(".pbf") for path, _headers in tiles.asked))
    assert not project.isDirty()


@pytest.mark.skipif(Qgis.QGIS_VERSION_INT < 34000, reason="this QGIS has no tiles of heights")
def test_heights_as_tiles_are_no_map_to_work_on(place):
    for at in TILES:  # as QGIS brings "Mapzen Global Terrain"
        QgsSettings().setValue(f"{at}/interpretation", "terrariumterrain")
    place.basemap_view.choice.show()
    combo = place.basemap_view.row.basemapCombo
    offered = [combo.itemText(row) for row in range(combo.count())]
    assert "Council tiles" not in offered
    assert "Council vectors" in offered


def test_every_project_shows_it_until_the_planner_takes_it_out(place, tmp_path, qgis_iface, until):
    project = QgsProject.instance()
    choose(place, "Council tiles")
    place.basemap_view.choice.basemap.layer.setOpacity(0.4)
    saved = str(tmp_path / "plan.qgz")
    assert project.write(saved)
    new_project(qgis_iface, until)
    assert in_tree() == ["Council tiles"]
    assert not project.isDirty()
    choose(place, "OpenStreetMap")
    assert note(place) == ""
    assert place.basemap_view.credit.label.text() == "© OpenStreetMap contributors"
    # It is as opaque as the planner made the last one; a project that was saved keeps its own.
    assert place.basemap_view.choice.basemap.layer.opacity() == 0.4
    place.basemap_view.choice.basemap.layer.setOpacity(0.7)
    assert project.read(saved)
    until(lambda: in_tree() == ["OpenStreetMap"])
    assert place.basemap_view.choice.basemap.layer.opacity() == 0.4
    assert not project.isDirty()
    project.removeMapLayer(place.basemap_view.choice.basemap.layer)
    assert chosen(place) == "None"
    assert "Layers panel" in note(place)
    assert place.basemap_view.credit.label.text() == ""
    new_project(qgis_iface, until)
    assert in_tree() == []
    choose(place, "Council tiles")
    assert note(place) == ""
    place.basemap_view.choice.basemap.layer.setOpacity(0.6)
    place.plugin.unload()
    assert Settings().background_opacity == 0.6
    assert in_tree() == []
    assert Settings().background == "connection/Council tiles"


def test_a_project_with_a_map_of_its_own_is_left_as_it_is(place, tiles, qgis_iface, until):
    project = QgsProject.instance()
    own = QgsRasterLayer(f"type=xyz&url={tiles.url}/own/%7Bz%7D/%7Bx%7D/%7By%7D.png", "Mine", "wms")
    choose(place, "Council tiles")
    new_project(qgis_iface, until)
    place.basemap_view.choice.basemap.remove()
    project.addMapLayer(own)
    place.basemap_view.choice.show()
    assert in_tree() == ["Mine"]
    assert "Mine" in note(place)
    choose(place, "Council tiles")
    assert in_tree() == ["Mine", "Council tiles"]
    assert note(place) == ""


def test_what_cannot_be_reached_is_said_in_words(place, tiles, qgis_canvas, until):
    tiles.status = 403
    choose(place, "Council tiles")
    until(lambda: note(place))
    assert note(place) == "127.0.0.1 refuses it: the key or the password is not accepted."
    tiles.status = 200
    qgis_canvas.zoomByFactor(2)
    until(lambda: not note(place))
    tiles.status = 500
    qgis_canvas.zoomByFactor(2)
    until(lambda: note(place))
    assert note(place) == "127.0.0.1 answers with error 500."
    # A server that says nothing at all is given up by QGIS after a while.
    choose(place, "Council tiles")
    patience = QgsNetworkAccessManager.timeout()
    QgsNetworkAccessManager.setTimeout(200)
    tiles.silent = True
    qgis_canvas.zoomByFactor(2)
    until(lambda: "reached" in note(place))
    tiles.silent = False
    QgsNetworkAccessManager.setTimeout(patience)
    connect(TILES, "http://127.0.0.1:9/{z}/{x}/{y}.png?key=hidden")
    choose(place, "Council tiles")
    until(lambda: "reached" in note(place))
    assert note(place) == "127.0.0.1 cannot be reached. Is there a network?"
    disconnect(TILES)
    place.basemap_view.choice.show()
    assert chosen(place) == "Council tiles"
    assert note(place) == "QGIS has no connection “Council tiles” any more."


def test_a_file_of_the_planner_s_own_is_a_background_too(place, tmp_path, monkeypatch):
    path = tmp_path / "Our mains.geojson"
    path.write_text(MAINS)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_about: (str(path), ""))
    choose_other(place, "A file …")
    assert in_tree() == ["Our mains"]
    assert chosen(place) == "Our mains"
    choose(place, "None")
    assert (in_tree(), note(place)) == ([], "")
    choose(place, "Our mains")
    assert in_tree() == ["Our mains"]
    heard = []
    place.basemap_view.row.trouble.connect(heard.append)
    path.write_text("nothing of the kind")
    choose(place, "None")
    choose(place, "Our mains")
    assert in_tree() == []
    assert note(place) == "The background “Our mains” cannot be opened."
    secret = Source("Team", "vector", "postgres", "host=db password='hidden' table=\"x\" (geom)")
    with pytest.raises(StreetWorksError, match="holds a password"):
        place.basemap_view.choice.choose_own(secret)
    assert "hidden" not in str(QgsSettings().value("street_works/background_own"))


@pytest.fixture
def service(tiles):
    """The same server as a WMS that QGIS has a connection to."""
    tiles.about = ABOUT.format(url=tiles.url)
    connect(SERVICE, tiles.url + "/wms?")
    yield tiles
    disconnect(SERVICE)


def picked(place, name, until):
    """Pick a layer in QGIS's dialog, which was opened at the connection that has it."""
    dialog = place.basemap_view.row.browsing.dialog
    tree = dialog.findChild(QTreeView)

    def there():
        found = tree.model().match(
            tree.model().index(0, 0),
            Qt.ItemDataRole.DisplayRole,
            name,
            1,
            Qt.MatchFlag.MatchRecursive,
        )
        return found and found[0]

    until(there)
    tree.setCurrentIndex(there())
    ok = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    QTest.mouseClick(ok, Qt.MouseButton.LeftButton)


def test_a_layer_of_a_service_is_opened_without_holding_qgis(
    service, place, until, qgis_iface, qgis_canvas
):
    choose_other(place, "Council service: a layer …")
    picked(place, "Adopted roads", until)
    assert note(place) == "Opening “Adopted roads” …"
    assert in_tree() == []
    until(in_tree)
    assert (chosen(place), note(place), in_tree()) == ("Adopted roads", "", ["Adopted roads"])
    until(lambda: any("REQUEST=GetMap" in path for path, _headers in service.asked))
    layer = place.basemap_view.choice.basemap.layer
    assert layer.dataProvider().thread() is QCoreApplication.instance().thread()
    # Something else was chosen before it came: then it stays away.
    choose(place, "None")
    choose(place, "Adopted roads")
    choose(place, "Council tiles")
    until(lambda: not place.jobs.running)
    assert in_tree() == ["Council tiles"]
    service.about = "nothing of the kind"
    choose(place, "Adopted roads")
    until(lambda: "cannot be opened" in note(place))
    assert in_tree() == []


@pytest.fixture
def os_tiles(monkeypatch):
    """A server that stands for the OS Data Hub, and QGIS's store of secrets, open."""
    QgsApplication.authManager().setMasterPassword("a master password", True)
    with tile_server() as server:
        monkeypatch.setattr(os_maps, "ADDRESS", server.url + "/zxy")
        yield server


def zooms(tiles):
    return {path.split("/")[3] for path, _headers in tiles.asked}


KEY = "Xy7secretKeyOfTheHub"


def give_key(place):
    """Type the key into the dialog that asks for it."""
    edit = place.basemap_view.row.asking.dialog.keyEdit
    edit.setText(f" {KEY} ")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_key_to_ordnance_survey_s_maps_goes_in_a_header_alone(
    place, os_tiles, until, qgis_canvas
):
    row = place.basemap_view.row
    choose_other(place, "Ordnance Survey Road …")
    dialog = row.asking.dialog
    assert (chosen(place), in_tree()) == ("Not chosen yet", [])
    QTest.keyClicks(dialog.keyEdit, "two words")
    QTest.keyClick(dialog.keyEdit, Qt.Key.Key_Return)
    assert dialog.problem.text().startswith("Please type the key")
    give_key(place)
    assert in_tree() == ["Ordnance Survey Road"]
    # In British National Grid the tiles are those of that grid: nothing is converted.
    layer = place.basemap_view.choice.basemap.layer
    assert layer.crs().authid() == "EPSG:27700"
    until(lambda: os_tiles.asked)
    assert all(headers.get("key") == KEY for _path, headers in os_tiles.asked)
    assert {path.split("/")[2] for path, _headers in os_tiles.asked} == {"Road_27700"}
    # The free plan has nothing finer than zoom 9, however near the map is.
    qgis_canvas.zoomScale(500)
    until(lambda: "9" in zooms(os_tiles))
    qgis_canvas.waitWhileRendering()
    assert zooms(os_tiles) == {"8", "9"}
    assert place.basemap_view.credit.label.text().startswith("Contains OS data ©")
    # Another server does not get the key, nor anybody once another background is chosen.
    elsewhere = QNetworkRequest(QUrl(place.tiles.url + "/zxy/elsewhere.png"))
    QgsNetworkAccessManager.blockingGet(elsewhere)
    assert [path for path, _headers in place.tiles.asked] == ["/zxy/elsewhere.png"]
    choose(place, "Council tiles")
    until(lambda: len(place.tiles.asked) > 1)
    QgsNetworkAccessManager.blockingGet(QNetworkRequest(QUrl(os_maps.ADDRESS + "/later.png")))
    assert "key" not in os_tiles.asked[-1][1]
    assert not any("key" in headers for _path, headers in place.tiles.asked)
    choose_other(place, "Key to the OS Data Hub …")
    buttons = row.asking.dialog.buttons.buttons()
    remove = next(one for one in buttons if one.text() == "&Remove the key")
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert not place.basemap_view.choice.key.there
    assert chosen(place) == "Council tiles"


def test_the_key_is_in_no_file_and_no_log(place, os_tiles, tmp_path, until):
    project, choice = QgsProject.instance(), place.basemap_view.choice
    logged = []
    QgsApplication.messageLog().messageReceived.connect(lambda *what: logged.append(str(what)))
    os_tiles.status = 401
    choose_other(place, "Ordnance Survey Light …")
    give_key(place)
    until(lambda: "key" in note(place))
    choice.basemap.layer.setOpacity(0.5)
    saved = tmp_path / "plan.qgz"
    assert project.write(str(saved))
    with ZipFile(saved) as archive:
        texts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    assert any("Light_3857" in text for text in texts)
    settings = QgsSettings()
    texts += [f"{key}={settings.value(key)}" for key in settings.allKeys()] + logged
    assert not any(KEY in text for text in texts)
    assert not any("WMTSCapabilities" in text for text in texts)
    # Where the plugin is not there the file shows the web map's tiles, in the right place.
    alone = QgsProject()
    assert alone.read(str(saved))
    (found,) = alone.mapLayers().values()
    assert found.isValid()
    assert found.crs().authid() == "EPSG:3857"
    project.read(str(saved))
    until(lambda: choice.basemap.layer.crs().authid() == "EPSG:27700")
    assert choice.basemap.layer.opacity() == 0.5
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    assert choice.basemap.layer.crs().authid() == "EPSG:3857"
