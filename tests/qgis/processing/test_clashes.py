"""“Check works for clashes”: a programme against each other, other layers, and the register."""

from datetime import date, datetime, timezone

import pytest
from qgis.core import (
    NULL,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProject,
    QgsVectorLayer,
)
from street_works.plugin.api.errors import NoNetwork, TimedOut
from street_works.plugin.live.gathering import days_of
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import Days
from street_works.plugin.trade.kinds import KINDS, WORKS
from street_works.plugin.trade.records.on_map import Geometry, MapRecord
from street_works.tests.made.postgis import new_database
from street_works.tests.made.team_register import register
from street_works.tests.made.waiting import until

FIELDS = "&".join(
    f"field={name}:string" for name in ("ref", "first", "last", "traffic", "promoter", "state")
)
COLUMNS = {
    "reference": "ref",
    "start": "first",
    "end": "last",
    "traffic_management": "traffic",
    "promoter": "promoter",
    "status": "state",
}
HERE = "POINT (530000 180000)"
NEAR = "POINT (530010 180000)"
FAR = "POINT (535000 180000)"


def layer_of(*rows, crs="EPSG:27700", name="planned", kind="Point"):
    """Make a layer of rows: WKT or None, reference, days and what else is known."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}&{FIELDS}", name, "memory")
    if not crs:
        layer.setCrs(QgsCoordinateReferenceSystem())
    features = []
    for shape, *told in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([*told, *[None] * (6 - len(told))])
        if shape is not None:
            feature.setGeometry(QgsGeometry.fromWkt(shape))
        features.append(feature)
    added, _ = layer.dataProvider().addFeatures(features)
    assert added
    layer.updateExtents()
    return layer


@pytest.fixture
def check(provider, planner, feedback):
    """Give the way to check: the results or None, what was heard, and the rows of the outputs."""

    def once(layer, given=None, **changes):
        algorithm = QgsApplication.processingRegistry().algorithmById("streetworks:checkclashes")
        context, heard = QgsProcessingContext(), given or feedback()
        context.setProject(QgsProject.instance())
        outputs = dict.fromkeys(("CLASHES", "NEW", "WORKS"), "TEMPORARY_OUTPUT")
        fields = {column.upper(): field for column, field in COLUMNS.items()}
        parameters = {"INPUT": layer, **fields, **outputs, **changes}
        assert algorithm.checkParameterValues(parameters, context) == (True, "")
        results, fine = algorithm.run(parameters, context, heard)
        rows = {}
        for name in outputs:
            if fine and results.get(name):
                found = context.takeResultLayer(results[name])
                rows[name] = [
                    {**as_read(feature), "shape": feature.geometry()}
                    for feature in found.getFeatures()
                ]
        return (results if fine else None), heard, rows

    return once


def as_read(feature):
    return dict(zip(feature.fields().names(), feature.attributes()))


def pairs(rows, rule="near"):
    return [(row["work"], row["other"], row["grade"]) for row in rows if row["rule"] == rule]


def told(row, *names):
    return [row[name] for name in names]


A = (HERE, "A", "2027-03-01", "2027-03-05", "Road closure", "Water")
B = (NEAR, "B", "2027-03-05", "2027-03-09", "Give and take", "Gas")
C = (FAR, "C", "2027-03-01", "2027-03-05")


def test_works_meet_each_other_once_with_every_fact(check):
    results, heard, rows = check(layer_of(A, B, C))
    assert heard.errors == []
    assert told(results, "CHECKED_COUNT", "WITH_CLASHES_COUNT", "COMPLETE") == [3, 2, True]
    (near,) = [row for row in rows["CLASHES"] if row["rule"] == "near"]
    assert told(near, "work", "other", "grade", "distance_m", "days") == ["A", "B", "clash", 10, 1]
    assert near["first_day"].toString("yyyy-MM-dd") == "2027-03-05"
    assert near["found"] == ("Potential clash: Works near by: within 25 m, apart at most 14 days")
    assert told(near, "work_days", "work_traffic") == ["1 Mar 2027 – 5 Mar 2027", "Road closure"]
    assert told(near, "other_days", "other_traffic") == ["5 Mar 2027 – 9 Mar 2027", "Give and take"]
    assert told(near, "promoter", "contact") == [
        "Gas", "Call Gas about B: the contact is in its details."
    ]  # fmt: skip
    assert near["shape"].asWkt() == "LineString (530000 180000, 530010 180000)"


def test_each_of_the_works_has_a_row_with_its_first_free_days(check):
    _results, _heard, rows = check(layer_of(A, B, C))
    a, b, c = rows["WORKS"]
    assert told(a, "work", "worst", "clashes", "not_known") == ["A", "clash", 1, ""]
    assert told(c, "work", "worst", "clashes") == ["C", "nothing", 0]
    assert c["free_start"].toString("yyyy-MM-dd") == "2027-03-01"
    free = layer_of(
        (HERE, "A", *(a[one].toString("yyyy-MM-dd") for one in ("free_start", "free_end"))), B
    )
    _results, _heard, rows = check(free)
    assert rows["WORKS"][0]["clashes"] == 0
    assert b["shape"].asWkt() == "Point (530010 180000)"
    _results, _heard, rows = check(layer_of(A, B), FREE_OF=None)
    assert rows["WORKS"][0]["free_start"] == NULL


def test_thresholds_and_rules_are_those_of_the_run_or_else_of_the_options(check, planner):
    later = (NEAR, "B", "2027-03-16", "2027-03-20")
    assert pairs(check(layer_of(A, later))[2]["CLASHES"]) == [("A", "B", "opportunity")]
    assert pairs(check(layer_of(A, later), DAYS=3)[2]["CLASHES"]) == []
    assert pairs(check(layer_of(A, B), WITHIN=9)[2]["CLASHES"]) == []
    only = check(layer_of(A, B), RULES="traffic, same_promoter")[2]["CLASHES"]
    assert "near" not in {row["rule"] for row in only}
    planner.clash_distance_m = 5.0
    assert pairs(check(layer_of(A, B))[2]["CLASHES"]) == []
    results, heard, _rows = check(layer_of(A, B), RULES="nearly")
    assert results is None
    assert "There is no rule “nearly”. There are: near, same_street" in heard.errors[-1]


def test_other_layers_meet_by_the_fields_of_their_days_and_by_every_day_without(check):
    events = layer_of((NEAR, "E", "2027-03-02", "2027-03-03"), name="events")
    pipes = layer_of((NEAR, "P"), name="pipes")
    given = {"LAYERS": [events, pipes], "EACH_OTHER": False}
    chosen = {"OTHER_START": "first", "OTHER_END": "last"}
    _results, heard, rows = check(layer_of(A), **given)
    found = {row["other_kind"]: row["days"] for row in rows["CLASHES"]}
    assert found == {"own:events": 5, "own:pipes": 5}
    _results, heard, rows = check(layer_of(A), **given, **chosen)
    found = {row["other_kind"]: (row["grade"], row["days"]) for row in rows["CLASHES"]}
    assert found["own:events"] == ("clash", 2)
    assert found["own:pipes"][0] == "cannot_say"
    assert heard.errors == ["pipes: 1 feature has no date that can be read."]
    _results, heard, rows = check(layer_of(A), **given, OTHER_START="begins")
    assert heard.errors == [
        "events: it has no field “begins”, so no such day counts for it.",
        "pipes: it has no field “begins”, so no such day counts for it.",
    ]


def test_what_is_new_or_has_changed_since_the_last_run_is_told(check, tmp_path):
    kept = str(tmp_path / "found.sqlite")
    results, _heard, rows = check(layer_of(A, B), REMEMBERED=kept)
    assert [row["differs"] for row in rows["NEW"]] == ["new"] * results["NEW_COUNT"]
    assert len(rows["NEW"]) == len(rows["CLASHES"]) > 0
    results, _heard, rows = check(layer_of(A, B), REMEMBERED=kept)
    assert (results["NEW_COUNT"], rows["NEW"]) == (0, [])
    assert {row["differs"] for row in rows["CLASHES"]} == {""}
    moved = (NEAR, "B", "2027-03-04", "2027-03-09", "Give and take", "Gas")
    _results, _heard, rows = check(layer_of(A, moved, (NEAR, "D", *A[2:])), REMEMBERED=kept)
    differs = {(row["work"], row["other"]): row["differs"] for row in rows["NEW"]}
    assert differs["A", "B"] == (
        "first day in common from “2027-03-05” to “2027-03-04”; "
        "days of the other from “5 Mar 2027 – 9 Mar 2027” to “4 Mar 2027 – 9 Mar 2027”"
    )
    assert differs["A", "D"] == "new"
    _results, heard, rows = check(layer_of(A), REMEMBERED=kept)
    assert "of what was found last time is not found any more" in " ".join(heard.said)
    assert check(layer_of(A, B), REMEMBERED=kept)[0]["NEW_COUNT"] > 0


def test_a_run_that_is_cancelled_remembers_nothing(check, feedback, tmp_path):
    kept = str(tmp_path / "found.sqlite")
    results, heard, _rows = check(layer_of(A, B), feedback(cancel_at=40), REMEMBERED=kept)
    assert "CHECKED_COUNT" not in (results or {})
    assert heard.said[-1] == "Cancelled: what was found is not remembered."
    assert check(layer_of(A, B), REMEMBERED=kept)[0]["NEW_COUNT"] > 0


def test_a_file_that_remembers_nothing_of_the_kind_is_left_alone(check, tmp_path):
    notes = tmp_path / "notes.sqlite"
    notes.write_text("my notes")
    results, heard, _rows = check(layer_of(A, B), REMEMBERED=str(notes))
    assert results is None
    assert "no file in which an earlier run has kept what it found" in heard.errors[-1]
    assert notes.read_text() == "my notes"
    results, heard, _rows = check(layer_of(A, B), REMEMBERED=str(tmp_path))
    assert results is None
    assert "no file in which an earlier run" in heard.errors[-1]
    kept = tmp_path / "found.sqlite"
    check(layer_of(A, B), REMEMBERED=str(kept))
    kept.write_bytes(kept.read_bytes()[:5000])
    results, heard, _rows = check(layer_of(A, B), REMEMBERED=str(kept))
    assert "damaged and was put aside" in heard.errors[0]
    assert results["NEW_COUNT"] > 0


def test_a_download_that_is_not_there_is_refused(check, tmp_path):
    results, heard, _rows = check(layer_of(A), REGISTER=3, FILE=str(tmp_path / "none.gpkg"))
    assert results is None
    assert "nothing that “Download works” has brought" in heard.errors[-1]


CROSSING = "POLYGON ((530000 180000, 530030 180030, 530030 180000, 530000 180015, 530000 180000))"


@pytest.mark.parametrize(
    ("row", "words", "worst"),
    [
        ((HERE, "A", "soon", "2027-03-05"), "its start “soon” is not known", "clash"),
        ((HERE, "A", None, None), None, "cannot_say"),
        ((HERE, "A", "2027-03-05", "2027-03-01"), "its end is before its start", "clash"),
        ((HERE, None, "2027-03-01", "2027-03-05"), "it has no reference", "clash"),
        ((HERE, "B", "2027-03-01", "2027-03-05"), "it is there already", "clash"),
        ((None, "A", "2027-03-01", "2027-03-05"), "it has no readable shape", "cannot_say"),
        (("POINT EMPTY", "A", "2027-03-01", "2027-03-05"), "is empty", "cannot_say"),
        ((HERE, "A", "2027-03-01", "2027-03-05", "barriers"), "management “barriers”", "clash"),
        ((*A, "cancelled"), None, "not_checked"),
    ],
)
def test_what_is_wrong_with_a_row_is_told_and_the_rest_is_done(check, row, words, worst):
    results, heard, rows = check(layer_of(B, row, (NEAR, "D", *B[2:])))
    assert ("B", "D", "clash") in pairs(rows["CLASHES"])
    assert rows["WORKS"][1]["worst"] == worst
    assert results["CHECKED_COUNT"] == (2 if worst == "not_checked" else 3)
    if words is not None:
        assert any(words in error and "planned, feature 2" in error for error in heard.errors)
    if "soon" in row:
        assert "its start “soon” is not known" in rows["WORKS"][1]["not_known"]
        assert ("A", None, "cannot_say") in pairs(rows["CLASHES"], "readable")


def test_a_broken_shape_is_compared_once_it_is_mended(check):
    area = (CROSSING, "A", *A[2:])
    _results, heard, rows = check(layer_of(area, (CROSSING, "B", *B[2:]), kind="Polygon"))
    assert heard.errors == []
    assert pairs(rows["CLASHES"]) == [("A", "B", "clash")]


def test_a_layer_that_cannot_be_compared_is_told_and_the_rest_is_done(check):
    lost = layer_of((NEAR, "L"), crs="", name="lost")
    swapped = layer_of(("POINT (180000 530000)", "S"), name="swapped")
    empty = layer_of(name="empty")
    results, heard, rows = check(layer_of(A, B), LAYERS=[lost, swapped, empty])
    said = " ".join(heard.errors)
    assert "“lost” has no coordinate reference system" in said
    assert "“swapped” lies nowhere in England" in said
    assert "empty: the layer is empty." in said
    assert results["COMPLETE"] is False
    assert ("A", "B", "clash") in pairs(rows["CLASHES"])
    assert "lost: The layer “lost” has no" in rows["WORKS"][0]["not_known"]
    results, _heard, rows = check(layer_of(C), LAYERS=[lost])
    assert rows["WORKS"][0]["worst"] == "cannot_say"


def test_works_without_a_crs_or_without_a_field_are_refused_and_none_is_nothing(check):
    results, heard, _rows = check(layer_of(A, crs=""))
    assert results is None
    assert "has no coordinate reference system" in heard.errors[-1]
    results, heard, _rows = check(layer_of(A), START="begin")
    assert results is None
    assert "has no field “begin”" in heard.errors[-1]
    results, heard, _rows = check(layer_of(A), EACH_OTHER=False)
    assert results is None
    assert heard.errors == ["Choose what the works are to be checked against: each other, say."]
    results, heard, rows = check(layer_of())
    assert results["CHECKED_COUNT"] == 0
    assert heard.errors == ["There are no works in the layer."]
    assert rows == {"CLASHES": [], "NEW": [], "WORKS": []}


@pytest.fixture(scope="module")
def town():
    with register() as one:
        yield one


@pytest.fixture
def live(town, authcfg):
    """Give the parameters that ask the practice service."""
    return {"REGISTER": 1, "ENVIRONMENT": 3, "ADDRESS": town.url, "AUTHCFG": authcfg}


@pytest.fixture
def middle(town):
    west, east, south, north = map(float, town.area.split(" ")[0].split(","))
    return (west + east) / 2, (south + north) / 2


@pytest.fixture
def downloaded(provider, planner, town, middle, authcfg, feedback):
    """Give the way to download what is in the middle of the town to a file or a database."""
    east, north = middle

    def once(**place):
        algorithm = QgsApplication.processingRegistry().algorithmById("streetworks:downloadworks")
        context, heard = QgsProcessingContext(), feedback()
        sides = (east - 900, east + 900, north - 900, north + 900)
        area = f"{','.join(map(str, sides))} [EPSG:27700]"
        given = {"AREA": area, "FIRST_DAY": "2026-05-01", "LAST_DAY": "2026-06-30"}
        access = {"ENVIRONMENT": 3, "ADDRESS": town.url, "AUTHCFG": authcfg}
        _results, fine = algorithm.run({**given, **access, **place}, context, heard)
        assert fine, heard.errors

    return once


@pytest.fixture
def programme(middle):
    """Give planned works in the middle of the town, and some where nothing can be."""
    east, north = middle
    days = ("2026-06-02", "2026-06-12")
    return layer_of(
        (f"POINT ({east} {north})", "P1", *days), (f"POINT ({east - 20000} {north})", "P2", *days)
    )


def compared(rows):
    """Give what was found, but for what only a table of a download does not tell alike."""
    return sorted(
        (row["work"], row["other"], row["rule"], row["grade"], row["distance_m"])
        for row in rows["CLASHES"]
    )


def test_the_register_asked_now_and_its_downloads_tell_the_same(
    check, live, downloaded, programme, server, tmp_path
):
    wide = {"EACH_OTHER": False, "WITHIN": 150}
    results, heard, rows = check(programme, **live, **wide)
    assert heard.errors == []
    assert results["COMPLETE"] is True
    asked = compared(rows)
    assert len(asked) > 3
    assert {row["other_kind"] for row in rows["CLASHES"]} >= {"works"}
    assert [row["worst"] != "nothing" for row in rows["WORKS"]] == [True, False]
    package = str(tmp_path / "team.gpkg")
    downloaded(FILE=package)
    results, heard, rows = check(programme, REGISTER=3, FILE=package, **wide)
    assert heard.errors == []
    assert compared(rows) == asked
    assert "The latest change in that download is of" in heard.said[-2]
    team = new_database(server, "clashes")
    place = {"DATABASE": team.connection, "SCHEMA": "street_works"}
    downloaded(**place)
    _results, heard, rows = check(programme, REGISTER=3, **place, **wide)
    assert compared(rows) == asked


def test_a_register_that_answers_half_is_told_and_the_rest_is_done(
    check, live, programme, failing, tmp_path
):
    kept = str(tmp_path / "found.sqlite")
    whole, _heard, _rows = check(programme, **live, WITHIN=150, REMEMBERED=kept)
    failing(TimedOut("It took too long."), "activity")
    results, heard, rows = check(programme, **live, WITHIN=150, REMEMBERED=kept)
    assert results["COMPLETE"] is False
    assert "Activities: It took too long." in heard.errors
    assert any(row["other_kind"] == "works" for row in rows["CLASHES"])
    assert [row["worst"] for row in rows["WORKS"]] == ["clash", "cannot_say"]
    assert all(row["not_known"].startswith("Activities: ") for row in rows["WORKS"])
    assert whole["NEW_COUNT"] > results["NEW_COUNT"] == 0
    failing(NoNetwork("No network."), *KINDS)
    results, heard, _rows = check(programme, **live, REMEMBERED=kept)
    assert results is None
    assert "No network." in heard.errors[-1]


def test_what_was_loaded_on_the_map_is_compared_with(
    check, live, programme, planner, tmp_path, monkeypatch
):
    from street_works.plugin.live.store.store import Store
    from street_works.plugin.processing import clashes

    monkeypatch.setattr(clashes, "plugin_folder", lambda: tmp_path)
    planner.last_store = "live-0a.gpkx"
    results, heard, _rows = check(programme, REGISTER=2)
    assert results is None
    assert "Nothing was loaded on the map yet." in heard.errors[-1]
    store = Store(tmp_path / "live-0a.gpkx")  # open, as in a QGIS that shows it
    results, heard, rows = check(programme, REGISTER=2)
    assert results["COMPLETE"] is False
    assert "Works: nothing was loaded there" in heard.errors
    assert [row["worst"] for row in rows["WORKS"]] == ["cannot_say", "cannot_say"]
    feature = next(programme.getFeatures())
    place = feature.geometry().asPoint()
    there = MapRecord(
        WORKS,
        Geometry("Point", (place.x() + 7, place.y())),
        "TW1-01",
        "TW1",
        first_day=date(2026, 6, 12),
        last_day=date(2026, 6, 14),
    )
    for kind in KINDS:
        days = days_of(kind, Days(date(2020, 1, 1), date(2040, 1, 1)))
        now, came = datetime.now(timezone.utc), [there] if kind == WORKS else []
        store.keep(kind, Box(0, 0, 700_000, 1_300_000), days, now, came)
    results, heard, rows = check(programme, REGISTER=2)
    store.close()
    assert (heard.errors, results["COMPLETE"]) == ([], True)
    assert pairs(rows["CLASHES"]) == [("P1", "TW1", "clash")]
    assert [row["worst"] for row in rows["WORKS"]] == ["clash", "nothing"]


def test_works_in_degrees_meet_on_a_worker_thread_too(provider, planner, feedback):
    west, east = "POINT (-0.127 51.5)", "POINT (-0.12689 51.5)"
    works = layer_of((west, *A[1:]), crs="EPSG:4326")
    others = layer_of((east, *B[1:]), crs="EPSG:4326", name="others")
    given = {name.upper(): field for name, field in COLUMNS.items()}
    given.update(INPUT=works, LAYERS=[others], CLASHES="TEMPORARY_OUTPUT", WORKS="TEMPORARY_OUTPUT")
    algorithm = QgsApplication.processingRegistry().algorithmById("streetworks:checkclashes")
    context, heard, ended = QgsProcessingContext(), feedback(), []
    context.setProject(QgsProject.instance())
    task = QgsProcessingAlgRunnerTask(algorithm, given, context, heard)
    task.executed.connect(lambda fine, results: ended.append((fine, dict(results))))
    QgsApplication.taskManager().addTask(task)
    until(lambda: ended, seconds=60)
    ((fine, results),) = ended
    assert fine, heard.errors
    (row,) = map(as_read, context.takeResultLayer(results["CLASHES"]).getFeatures())
    assert told(row, "work", "other_kind", "grade") == ["A", "own:others", "clash"]
    assert 7 < row["distance_m"] < 8
    works = context.takeResultLayer(results["WORKS"])
    assert works.crs().authid() == "EPSG:4326"
