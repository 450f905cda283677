"""“Download works” in this process, against a practice service over real HTTP."""

import json
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsDataSourceUri,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProject,
    QgsRectangle,
    QgsSettings,
    QgsVectorLayer,
)
from street_works.plugin.api.errors import NoNetwork, TooManyFeatures
from street_works.plugin.live.finding.days_wanted import OWN, DaysWanted
from street_works.plugin.live.finding.filter import Filter
from street_works.plugin.map.styles import CENTRE, KINDS_OF, Style, apply, style_of
from street_works.plugin.processing.download_rows import GEOMETRIES
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.kinds import KINDS, Shape
from street_works.tests.made.postgis import new_database
from street_works.tests.made.team_register import TODAY, register
from street_works.tests.made.waiting import until

SHAPES = (*(shape.value for shape in Shape), CENTRE)


@pytest.fixture(scope="module")
def town():
    with register() as one:
        yield one


@pytest.fixture(scope="module")
def team(server):
    return new_database(server, "team")


@pytest.fixture
def parameters(town, authcfg, planner):
    """Give the parameters of a download of the whole town; keywords change them."""

    def of(**changes):
        return {
            "AREA": town.area,
            "FIRST_DAY": TODAY.isoformat(),
            "LAST_DAY": "2026-06-15",
            "ENVIRONMENT": 3,
            "ADDRESS": town.url,
            "AUTHCFG": authcfg,
            **changes,
        }

    return of


@pytest.fixture
def download(provider, parameters, feedback):
    """Give the way to download: returns the results and what was said."""

    def once(given=None, **changes):
        algorithm = QgsApplication.processingRegistry().algorithmById("streetworks:downloadworks")
        context, heard = QgsProcessingContext(), given or feedback()
        context.setProject(QgsProject.instance())
        results, fine = algorithm.run(parameters(**changes), context, heard)
        return (results if fine else None), heard

    return once


@pytest.fixture
def package(tmp_path):
    return tmp_path / "team.gpkg"


def numbers(results):
    return [results[name] for name in ("ADDED", "CHANGED", "GONE", "UNCHANGED", "COMPLETE")]


def table(package, name):
    layer = QgsVectorLayer(f"{package}|layername={name}", name, "ogr")
    assert layer.isValid(), name
    return layer


def identities(layer):
    return sorted(feature["identity"] for feature in layer.getFeatures())


def insert(package, identity, wkt, start, end, name="works_polygon"):
    """Put a row into a table, and its middle: as of an earlier download."""
    from qgis.core import QgsFeature, QgsGeometry

    for one, shape in (
        (name, QgsGeometry.fromWkt(wkt)),
        (f"{name.rpartition('_')[0]}_centre", QgsGeometry.fromWkt(wkt).pointOnSurface()),
    ):
        layer = table(package, one)
        feature = QgsFeature(layer.fields())
        feature["identity"], feature["digest"] = identity, "earlier"
        feature["start_date"], feature["end_date"] = start, end
        feature.setGeometry(shape)
        assert layer.dataProvider().addFeatures([feature])[0]


def square(easting, northing, metres=10):
    shape = QgsRectangle(easting, northing, easting + metres, northing + metres)
    return f"Multi{shape.asWktPolygon()}".replace("((", "(((").replace("))", ")))")


@pytest.fixture
def middle(town):
    west, east, south, north = map(float, town.area.split(" ")[0].split(","))
    return (west + east) / 2, (south + north) / 2


def test_every_record_has_one_row_in_the_table_of_middles(download, package):
    results, heard = download(FILE=str(package))
    assert heard.errors == []
    added = sum(table(package, f"{kind}_centre").featureCount() for kind in KINDS)
    assert numbers(results) == [added, 0, 0, 0, True]
    works = table(package, "works_centre")
    assert works.crs().authid() == "EPSG:27700"
    by_shape = [identities(table(package, f"works_{shape.value}")) for shape in Shape]
    assert all(by_shape)
    assert set(identities(works)) == set().union(*by_shape)


def test_what_the_register_no_longer_has_there_and_then_is_removed(download, package, middle):
    download(FILE=str(package), KINDS=[0])
    easting, northing = middle
    rows = {
        "gone": (square(easting, northing), "2026-06-03", "2026-06-04"),
        "open": (square(easting, northing), None, None),
        "over": (square(easting, northing), "2026-05-03", "2026-05-31"),
        "later": (square(easting, northing), "2026-06-16", "2026-06-17"),
        "elsewhere": (square(easting + 90_000, northing), "2026-06-03", "2026-06-04"),
    }
    for identity, (wkt, start, end) in rows.items():
        insert(package, identity, wkt, start, end)
    results, _heard = download(FILE=str(package), KINDS=[0])
    assert results["GONE"] == 2
    left = set(identities(table(package, "works_polygon"))) & set(rows)
    assert left == {"over", "later", "elsewhere"}
    assert set(identities(table(package, "works_centre"))) & set(rows) == left
    results, _heard = download(FILE=str(package), KINDS=[0], REMOVE_PAST=True)
    assert results["GONE"] == 1
    assert "over" not in identities(table(package, "works_centre"))
    results, _heard = download(FILE=str(package), KINDS=[0], MODE=1)
    assert results["GONE"] == 2
    assert not set(identities(table(package, "works_centre"))) & set(rows)


def test_nothing_is_removed_where_nothing_was_fetched(download, package, middle, failing):
    easting, northing = middle
    sides = (easting - 300, easting + 300, northing - 100, northing + 100)
    area = f"{','.join(map(str, sides))} [EPSG:27700]"
    download(FILE=str(package), KINDS=[0], AREA=area)
    before = identities(table(package, "works_centre"))
    insert(package, "there", square(easting + 290, northing), "2026-06-03", "2026-06-04")
    insert(package, "here", square(easting - 290, northing), "2026-06-03", "2026-06-04")
    dense = Box(easting + 200, northing - 100, easting + 300, northing + 100)
    failing(TooManyFeatures("Too many.", status=403), "works", within=dense)
    for mode in (0, 1):
        results, heard = download(FILE=str(package), KINDS=[0], AREA=area, MODE=mode)
        assert results["COMPLETE"] is False
        assert "not complete" in heard.errors[0]
        assert "more than Street Manager gives at once" in heard.errors[0]
        left = identities(table(package, "works_centre"))
        assert "there" in left
        assert "here" not in left
        assert set(before) <= set(left)


def test_when_a_kind_fails_nothing_is_written(download, package, failing):
    failing(NoNetwork("No network."), "activity")
    results, heard = download(FILE=str(package))
    assert results is None
    assert "No network." in heard.errors[-1]
    assert not package.exists()


def test_a_run_that_breaks_off_leaves_everything_as_it_was(download, package, monkeypatch, town):
    from street_works.plugin.processing.download_editing import Editing

    permit = town.apply(20)
    download(FILE=str(package), KINDS=[0])
    before = [feature.attributes() for feature in table(package, "works_centre").getFeatures()]
    town.grant(permit)
    added, do = town.apply(25), Editing.do

    def break_off(self, todo, records):
        do(self, todo, records)
        if self._table.shape == CENTRE:
            raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(Editing, "do", break_off)
        assert download(FILE=str(package), KINDS=[0])[0] is None
    after = [feature.attributes() for feature in table(package, "works_centre").getFeatures()]
    assert after == before
    results, _heard = download(FILE=str(package), KINDS=[0])
    assert numbers(results)[:3] == [1, 1, 0]
    assert added in identities(table(package, "works_point"))


def test_a_cancelled_run_writes_nothing(download, package, feedback):
    results, heard = download(feedback(cancel_at=10), FILE=str(package))
    assert results is None or "ADDED" not in results
    assert heard.said == ["Cancelled: nothing was written."]
    assert not package.exists()


def test_appending_keeps_a_history_that_is_not_updated_by_mistake(download, tmp_path):
    history = tmp_path / "history.gpkg"
    first, _heard = download(FILE=str(history), KINDS=[1], MODE=2)
    second, _heard = download(FILE=str(history), KINDS=[1], MODE=2)
    assert numbers(second) == numbers(first)
    rows = identities(table(history, "activity_centre"))
    assert len(rows) == 2 * first["ADDED"]
    assert {rows.count(one) for one in rows} == {2}
    results, heard = download(FILE=str(history), KINDS=[1], MODE=0)
    assert results is None
    assert "more than once, as it was appended to" in heard.errors[-1]


def test_tables_that_are_updated_are_not_appended_to(download, package):
    download(FILE=str(package), KINDS=[1])
    before = identities(table(package, "activity_centre"))
    results, heard = download(FILE=str(package), KINDS=[1], MODE=2)
    assert results is None
    assert "did not take the rows" in heard.errors[-1]
    assert identities(table(package, "activity_centre")) == before


@pytest.mark.parametrize("ending", ["geojson", "fgb", "gml", "shp", "csv"])
def test_other_formats_get_a_file_for_each_table(download, tmp_path, ending, qgis_app):
    results, heard = download(FILE=str(tmp_path / f"area.{ending}"), KINDS=[1])
    assert heard.errors == []
    again, _heard = download(FILE=str(tmp_path / f"area.{ending}"), KINDS=[1], MODE=1)
    assert again["ADDED"] == results["ADDED"] > 0
    layer = QgsVectorLayer(str(tmp_path / f"area_activity_centre.{ending}"), "x", "ogr")
    assert layer.featureCount() == results["ADDED"]
    assert layer.crs().authid() == "EPSG:27700" or ending == "csv"
    assert not next(layer.getFeatures()).geometry().isNull()


def test_a_format_that_can_be_edited_is_updated(download, tmp_path, town):
    area = str(tmp_path / "area.geojson")
    permit = town.apply(30)
    first, _heard = download(FILE=area, KINDS=[0])
    town.grant(permit)
    second, _heard = download(FILE=area, KINDS=[0])
    assert numbers(second) == [0, 1, 0, first["ADDED"] - 1, True]
    kept = json.loads((tmp_path / "area_works_centre.geojson").read_text())["features"]
    states = {one["properties"]["identity"]: one["properties"]["status"] for one in kept}
    assert states[permit] == "granted"


def test_one_that_cannot_is_left_alone(download, tmp_path):
    area = str(tmp_path / "area.gml")
    download(FILE=area, KINDS=[1])
    file = tmp_path / "area_activity_polygon.gml"
    before = file.read_bytes()
    results, heard = download(FILE=area, KINDS=[1])
    assert results is None
    assert "can only be replaced" in heard.errors[-1]
    assert file.read_bytes() == before


def test_files_are_not_replaced_by_less(download, tmp_path, failing, middle):
    area = str(tmp_path / "area.geojson")
    sides = (middle[0] - 300, middle[0] + 300, middle[1] - 100, middle[1] + 100)
    ground = f"{','.join(map(str, sides))} [EPSG:27700]"
    download(FILE=area, KINDS=[0], AREA=ground)
    file = tmp_path / "area_works_centre.geojson"
    before = file.read_bytes()
    dense = Box(middle[0] + 200, middle[1] - 100, middle[0] + 300, middle[1] + 100)
    failing(TooManyFeatures("Too many.", status=403), "works", within=dense)
    results, heard = download(FILE=area, KINDS=[0], AREA=ground, MODE=1)
    assert results is None
    assert "Nothing was replaced" in heard.errors[-1]
    assert file.read_bytes() == before


def test_the_area_may_be_in_another_system(download, package, town, middle, tmp_path):
    from pyproj import Transformer

    easting, northing = middle
    turn = Transformer.from_crs(27700, 4326, always_xy=True).transform
    (west, south), (east, north) = (turn(easting + d, northing + d) for d in (-300, 300))
    degrees = f"{west},{east},{south},{north} [EPSG:4326]"
    metres = f"{easting - 300},{easting + 300},{northing - 300},{northing + 300} [EPSG:27700]"
    download(FILE=str(package), AREA=degrees, KINDS=[0])
    download(FILE=str(tmp_path / "metres.gpkg"), AREA=metres, KINDS=[0])
    inside = set(identities(table(tmp_path / "metres.gpkg", "works_centre")))
    found = set(identities(table(package, "works_centre")))
    assert inside
    assert inside <= found  # the box around a turned box is a little larger
    assert len(found) < 1.5 * len(inside)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "either a file or a database"),
        ({"FILE": "a.gpkg", "DATABASE": "service=team"}, "and not both"),
        ({"FILE": "a.xyz"}, "no file that ends in “.xyz”"),
        ({"DATABASE": "nobody's"}, "no PostgreSQL connection “nobody's”"),
        ({"DATABASE": "host=h password=hunter2"}, "leave the password out"),
        ({"DATABASE": "host=/nowhere dbname=none"}, "The database refused it"),
        ({"FILE": "a.gpkg", "FIRST_DAY": "2026-06-16"}, "last day is before the first"),
        ({"FILE": "a.gpkg", "FIRST_DAY": "31st of May"}, "“31st of May” is no day"),
        ({"FILE": "a.gpkg", "AREA": "1,1,2,2 [EPSG:27700]"}, "area is empty"),
        ({"FILE": "a.gpkg", "AREA": "10,11,40,41 [EPSG:4326]"}, "outside British National Grid"),
        ({"FILE": "a.gpkg", "ADDRESS": "", "ENVIRONMENT": 3}, "Give the custom address"),
        ({"FILE": "a.gpkg", "AUTHCFG": "absent1"}, "gave no user name and password"),
    ],
)
def test_what_cannot_be_done_is_said(download, changes, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    results, heard = download(**changes)
    assert results is None
    assert said in heard.errors[-1]
    assert "hunter2" not in " ".join(heard.errors + heard.said)
    assert list(tmp_path.glob("a.*")) == []


def test_the_password_of_a_connection_is_not_told(download, qgis_app):
    stored = {
        "host": "/nowhere",
        "database": "none",
        "username": "me",
        "saveUsername": "true",
        "password": "hunter '2'",  # pragma: allowlist secret
        "savePassword": "true",  # pragma: allowlist secret
    }
    settings = QgsSettings()
    for key, value in stored.items():
        settings.setValue(f"PostgreSQL/connections/unreachable/{key}", value)
    try:
        results, heard = download(DATABASE="unreachable")
    finally:
        settings.remove("PostgreSQL/connections/unreachable")
    assert results is None
    assert "The database refused it" in heard.errors[-1]
    assert "password=…" in heard.errors[-1]
    assert "hunter" not in " ".join(heard.errors + heard.said)


def test_a_wrong_password_is_said_without_telling_it(download, package, authcfg):
    manager = QgsApplication.authManager()
    _loaded, config = manager.loadAuthenticationConfig(authcfg, QgsAuthMethodConfig(), True)
    config.setConfig("password", "not-the-one")
    assert manager.updateAuthenticationConfig(config)
    results, heard = download(FILE=str(package))
    assert results is None
    assert heard.errors
    assert "not-the-one" not in " ".join(heard.errors + heard.said)


def test_the_practice_environment_needs_nothing(download, package, town):
    results, heard = download(
        FILE=str(package), ENVIRONMENT=0, AUTHCFG=None, ADDRESS=None, FIRST_DAY=None, LAST_DAY=None
    )
    assert heard.errors == []
    assert results["COMPLETE"] is True
    assert results["ADDED"] > 500


def test_it_runs_on_a_worker_thread_too(provider, parameters, feedback, package):
    algorithm = QgsApplication.processingRegistry().algorithmById("streetworks:downloadworks")
    context, heard, ended = QgsProcessingContext(), feedback(), []
    context.setProject(QgsProject.instance())
    task = QgsProcessingAlgRunnerTask(
        algorithm, parameters(FILE=str(package), KINDS=[1]), context, heard
    )
    task.executed.connect(lambda fine, results: ended.append((fine, dict(results))))
    QgsApplication.taskManager().addTask(task)
    until(lambda: ended, seconds=60)
    ((fine, results),) = ended
    assert fine, heard.errors
    assert results["ADDED"] == table(package, "activity_centre").featureCount() > 0


def test_tables_of_somebody_else_are_left_alone(download, team):
    team.rows("CREATE SCHEMA others")
    team.rows("CREATE TABLE others.works_point (fid serial PRIMARY KEY, geom geometry(Point))")
    results, heard = download(DATABASE=team.connection, SCHEMA="others", KINDS=[0])
    assert results is None
    assert "was not made by “Download works”" in heard.errors[-1]


def postgis(team, schema, name):
    """Return a table as a planner gets it who drags it from QGIS's Browser."""
    uri = QgsDataSourceUri(team.connection)
    uri.setDataSource(schema, name, "geom", "", "fid")
    uri.setSrid("27700")
    uri.setWkbType(GEOMETRIES[name.rpartition("_")[2]])
    layer = QgsVectorLayer(uri.uri(False), name, "postgres")
    assert layer.isValid(), name
    return layer


@pytest.fixture(scope="module")
def filled(team):
    """Remember whether the tables for reading were filled."""
    return []


@pytest.fixture
def reading(download, team, filled):
    """Give the tables in PostGIS, by kind and shape."""
    if not filled:
        results, heard = download(DATABASE=team.connection, SCHEMA="reading")
        assert results
        assert heard.errors == []
        filled.append(results)
    return lambda kind, shape: postgis(team, "reading", f"{kind}_{shape}")


@pytest.mark.parametrize("style", list(Style))
def test_the_styles_work_on_layers_that_read_from_postgis(reading, style):
    from qgis.core import QgsExpressionContextUtils, QgsRenderContext

    drawn = 0
    for kind in KINDS_OF[style]:
        for shape in SHAPES:
            layer = reading(kind, shape)
            assert apply(layer, kind, shape, style) is style
            assert style_of(layer) is style
            renderer = layer.renderer()
            inner = renderer.embeddedRenderer() if shape == CENTRE else renderer
            context = QgsRenderContext()
            scopes = QgsExpressionContextUtils.globalProjectLayerScopes(layer)
            context.expressionContext().appendScopes(scopes)
            inner.startRender(context, layer.fields())
            for feature in layer.getFeatures():
                context.expressionContext().setFeature(feature)
                assert inner.symbolForFeature(feature, context) is not None
                drawn += 1
            inner.stopRender(context)
    assert drawn


def test_a_new_table_comes_with_the_plugins_style_and_the_planners_names(reading):
    layer = reading("works", "polygon")
    assert layer.renderer().type() == "categorizedSymbol"
    assert layer.renderer().classAttribute() == '"impact"'
    assert layer.attributeAlias(layer.fields().indexFromName("promoter")) == "Promoter"
    assert layer.mapTipTemplate()
    assert reading("works", CENTRE).renderer().type() == "pointCluster"


def test_the_plugins_filters_work_there(reading):
    layer = reading("works", CENTRE)
    everything = layer.featureCount()
    narrowed = Filter(days=DaysWanted(OWN, TODAY, TODAY), categories=("minor",))
    assert layer.setSubsetString(narrowed.to_sql("works"))
    found = list(layer.getFeatures())
    assert 0 < len(found) < everything
    assert {feature["category"] for feature in found} == {"minor"}
    assert all(feature["start_date"].toPyDate() <= TODAY for feature in found)


def test_two_downloads_into_one_schema_wait_for_each_other(download, team, reading):
    """Another run holds the lock: this one waits for it instead of writing beside it."""
    import subprocess
    import time

    socket = team.connection.split("host=")[1].split()[0]
    hold = "BEGIN; LOCK TABLE reading.works_centre IN SHARE ROW EXCLUSIVE MODE; SELECT 'held';"
    line = ["psql", "-X", "-h", socket, "-U", "team", "team", "-At"]
    with subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        other.stdin.write(f"{hold} SELECT pg_sleep(6); COMMIT;\n")
        other.stdin.flush()
        assert [other.stdout.readline() for _ in range(3)][-1] == "held\n"
        begun = time.monotonic()
        assert postgis(team, "reading", "works_centre").featureCount() > 0  # readers go on
        assert time.monotonic() - begun < 3
        results, _heard = download(DATABASE=team.connection, SCHEMA="reading", KINDS=[0])
        assert time.monotonic() - begun > 5
        other.stdin.close()
    assert results["COMPLETE"] is True


def test_no_secret_is_a_parameter(provider):
    algorithm = QgsApplication.processingRegistry().algorithmById("streetworks:downloadworks")
    names = {one.name() for one in algorithm.parameterDefinitions()}
    assert not {name for name in names if "PASS" in name or "USER" in name or "TOKEN" in name}
    assert Path(algorithm.svgIconPath()).exists()


def styled(team):
    sql = "SELECT f_table_schema, f_table_name FROM layer_styles WHERE f_table_name = 'hs2_line'"
    return sorted(map(tuple, team.rows(sql)))


def test_a_table_that_was_dropped_is_made_anew_with_its_style(download, team):
    for schema in ("first", "second"):
        download(DATABASE=team.connection, SCHEMA=schema, KINDS=[3])
    before = styled(team)
    assert {("first", "hs2_line"), ("second", "hs2_line")} <= set(before)
    team.rows("DROP SCHEMA second CASCADE")
    results, heard = download(DATABASE=team.connection, SCHEMA="second", KINDS=[3])
    assert heard.errors == []
    assert results["ADDED"] > 0
    assert styled(team) == before


def test_a_run_that_breaks_off_leaves_no_half_in_postgis(download, team, monkeypatch):
    from street_works.plugin.processing.download_editing import Editing

    do = Editing.do

    def break_off(self, todo, records):
        do(self, todo, records)
        if self._table.name == "activity_centre":
            raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(Editing, "do", break_off)
        results, _heard = download(DATABASE=team.connection, SCHEMA="broken", KINDS=[0, 1])
    assert results is None
    assert team.rows("SELECT count(*) FROM broken.works_centre") == [["0"]]
    results, _heard = download(DATABASE=team.connection, SCHEMA="broken", KINDS=[0, 1])
    assert team.rows("SELECT count(*) FROM broken.works_centre") != [["0"]]


def test_a_record_of_several_shapes_has_one_row_in_each_table():
    from street_works.plugin.live.store.records import read_records
    from street_works.plugin.processing.download_rows import has, shape_of
    from street_works.plugin.trade.records.on_map import Geometry, MapRecord

    members = [
        ("Point", [1, 2]),
        ("MultiPoint", [[3, 4], [5, 6]]),
        ("LineString", [[0, 0], [9, 0]]),
        ("LineString", [[0, 1], [9, 1]]),
    ]
    parts = tuple(Geometry(kind, where) for kind, where in members)
    several = Geometry("GeometryCollection", geometries=parts)
    ((record,), undrawable) = read_records("works", [MapRecord("works", several)])
    assert undrawable == []
    assert [has(record, shape) for shape in SHAPES] == [True, True, False, True]
    assert shape_of(record, "point").asWkt() == "MultiPoint ((1 2),(3 4),(5 6))"
    assert shape_of(record, "line").asWkt() == "MultiLineString ((0 0, 9 0),(0 1, 9 1))"
    assert shape_of(record, CENTRE).asWkt().startswith("Point (")
