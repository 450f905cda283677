"""What is kept in settings and projects may be anything: the plugin works, and the log says so."""

import json
import math
from dataclasses import asdict, fields

import pytest
from qgis.core import QgsApplication, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QByteArray, QSettings
from qgis.PyQt.QtWidgets import QTableWidget
from street_works.plugin.desk.filters import PROFILE, PROJECT, SavedFilters
from street_works.plugin.extents import Limits
from street_works.plugin.extents.along import Side
from street_works.plugin.kept import Number, OneOf, Setting
from street_works.plugin.live.finding.filter import Filter
from street_works.plugin.settings import LIMIT_RANGES, Settings, environments
from street_works.tests.made.damage import damaged_values
from street_works.tests.rounds import some
from street_works.ui.register.map_panel import OFFERED
from street_works.ui.register.table_columns import TableColumns

NAMES = [name for name, one in vars(Settings).items() if isinstance(one, Setting)]
VALUES = damaged_values()
LONG = 300


@pytest.fixture
def store(qgis_app, tmp_path):
    return QgsSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def log(qgis_app):
    heard = []

    def hear(message, tag, _level):
        if tag == "Street Works":
            heard.append(message)

    QgsApplication.messageLog().messageReceived.connect(hear)
    yield heard
    QgsApplication.messageLog().messageReceived.disconnect(hear)


def put(store, key, value):
    """Store a value as a file of settings can have it, or what it looks like as a text.

    Never one of Python's own: to write it Qt needs Python while it holds the lock of all settings.
    """
    value = QByteArray(bytes(value)) if isinstance(value, (bytes, bytearray)) else value
    store.remove(key)  # QGIS 3.22 does not store a text over a True: it takes them for the same
    store.setValue(key, value if _is_plain(value) else str(value)[:LONG])


def _is_plain(value):
    if isinstance(value, int):
        return -(2**31) <= value < 2**31
    words = isinstance(value, list) and all(isinstance(one, str) for one in value)
    return words or isinstance(value, (str, float, QByteArray))


def is_allowed(setting, value):
    if isinstance(setting, Number):
        fits = setting.lowest <= value <= setting.highest
        return fits and math.isfinite(value) and type(value) is type(setting.usual)
    if isinstance(setting, OneOf):
        return value in setting.choices
    if isinstance(setting.usual, list):
        return all(isinstance(one, str) for one in value)
    return type(value) is type(setting.usual)


@pytest.mark.parametrize("name", NAMES)
def test_hundreds_of_values_of_a_setting(store, log, name):
    setting = vars(Settings)[name]
    store.setValue("street_works/authcfg/sandbox", "abc1234")
    for value in VALUES:
        put(store, f"street_works/{setting.key}", value)
        settings = Settings(store)
        read = getattr(settings, name)
        assert is_allowed(setting, read), value
        assert settings.authcfg("sandbox") == "abc1234"
    assert getattr(Settings(store), name) is not None
    if not isinstance(setting.usual, (str, list)):
        assert any(setting.key in line for line in log)


def test_hundreds_of_values_of_each_threshold(store):
    assert set(LIMIT_RANGES) == {field.name for field in fields(Limits)}
    for number, value in enumerate(VALUES):
        name = list(LIMIT_RANGES)[number % len(LIMIT_RANGES)]
        put(store, f"street_works/limits/{name}", value)
        for limit, read in asdict(Settings(store).limits).items():
            lowest, highest = LIMIT_RANGES[limit]
            assert lowest <= read <= highest, (name, value)


def test_hundreds_of_values_of_what_belongs_to_an_environment(store):
    for value in VALUES:
        put(store, "street_works/authcfg/production", value)
        assert isinstance(Settings(store).authcfg("production"), str)
        put(store, "street_works/custom_url", value)
        assert isinstance(Settings(store).custom_url, str)
        assert len(environments(Settings(store))) == 4


@pytest.mark.parametrize(
    ("line", "name", "usual"),
    [
        ("clash_days=abc", "clash_days", 14),
        ("clash_distance_m=NaN", "clash_distance_m", 25.0),
        ("clash_days=@Variant(\\0\\0\\0\\x7f\\0\\0\\0\\xeNoSuchType\\0)", "clash_days", 14),
        ("clash_days=@ByteArray(14\\x1)", "clash_days", 14),
        ("clash_days=@Invalid()", "clash_days", 14),
        ("clash_days=1, 2, 3", "clash_days", 14),
        ("follow_map=maybe", "follow_map", True),
        ("refresh_minutes=-5", "refresh_minutes", 10.0),
        ("refresh_minutes=1e300", "refresh_minutes", 10.0),
        ("environment=narnia", "environment", "practice"),
        ("style=rainbow", "style", "impact"),
        ("last_store=../../secret.gpkx", "last_store", ""),
        ("buffer_m=0", "buffer_m", 2.0),
        ("strip_width_m=", "strip_width_m", 2.0),
    ],
)
def test_a_line_of_the_file_that_is_damaged_counts_as_not_set(
    tmp_path, qgis_app, line, name, usual
):
    path = tmp_path / "written.ini"
    path.write_text(f"[street_works]\n{line}\nalong_as=left\n", encoding="utf-8")
    settings = Settings(QgsSettings(str(path), QSettings.Format.IniFormat))
    assert getattr(settings, name) == usual
    assert settings.along_as == "left"
    assert line.partition("=")[2][:4] in path.read_text(encoding="utf-8")


def test_the_log_tells_a_damaged_setting_once_and_by_its_name(store, log):
    store.setValue("street_works/clash_days", "abc")
    settings = Settings(store)
    for _ in range(5):
        assert settings.clash_days == 14
    (line,) = [one for one in log if "clash_days" in one]
    assert "abc" in line
    settings.clash_days = 20
    assert settings.clash_days == 20


def test_what_is_refused_is_never_better_than_what_is_warned_of(store):
    store.setValue("street_works/limits/accuracy_m", 50)
    store.setValue("street_works/limits/accuracy_refused_m", 5)
    limits = Settings(store).limits
    assert (limits.accuracy_m, limits.accuracy_refused_m) == (50.0, 50.0)


def test_the_words_a_setting_may_be_are_those_that_are_offered():
    assert set(Settings.style.choices) == {style.value for style in OFFERED}
    assert set(Settings.along_as.choices) == {"line", *(side.value for side in Side)}
    assert set(Settings.environment.choices) == {one.key for one in environments(Settings())}


@pytest.mark.parametrize("where", [PROJECT, PROFILE])
@pytest.mark.parametrize("name", ["filter", "filters"])
def test_hundreds_of_values_where_filters_are_kept(qgis_new_project, store, where, name):
    project = QgsProject.instance()
    for value in VALUES:
        text = value if isinstance(value, str) else json.dumps(value, default=str)
        named = json.dumps({"sound": Filter(text="gas").to_json(), "odd": value}, default=str)
        for kept in (text, named):
            if where == PROJECT:
                project.writeEntry("StreetWorks", name, kept)
            else:
                put(store, f"street_works/{name}", kept if kept is named else value)
            saved = SavedFilters(project, store)
            assert isinstance(saved.current, Filter)
            assert saved.current.describe()
            names = [one.name for one in saved.all()]
            assert ("sound" in names) == (name == "filters" and kept is named)
            saved.close_down()


def test_filters_that_cannot_be_read_are_put_aside_before_others_are_kept(qgis_new_project, store):
    for where in (PROJECT, PROFILE):
        QgsProject.instance().writeEntry("StreetWorks", "filters", "{half")
        store.setValue("street_works/filters", "{half")
        saved = SavedFilters(QgsProject.instance(), store)
        saved.save("gas", Filter(text="gas"), where)
        assert [(one.name, one.where) for one in saved.all()] == [("gas", where)]
        saved.close_down()
        aside = {
            PROJECT: QgsProject.instance().readEntry("StreetWorks", "filters_damaged")[0],
            PROFILE: store.value("street_works/filters_damaged"),
        }
        assert aside[where] == "{half"


def test_hundreds_of_values_where_columns_are_kept(store):
    names = ["kind", "start", "end", "status"]
    for value in VALUES:
        put(store, "street_works/columns/list", value)
        table = QTableWidget(1, len(names))
        header = table.horizontalHeader()
        columns = TableColumns(header, [(name, name) for name in names], store, "list")
        assert columns.shown(), value
        assert all(8 <= header.sectionSize(shown) <= 2000 for shown in columns.shown()), value
        table.deleteLater()


@pytest.fixture
def damaged_profile(qgis_new_project, folder):
    """Give the function that damages all that the plugin keeps, each time in another way."""
    store = QgsSettings()
    store.remove("street_works")
    names = [vars(Settings)[name].key for name in NAMES]
    names += [f"limits/{name}" for name in LIMIT_RANGES]
    names += ["authcfg/practice", "filter", "filters", "columns/list"]

    def damage(number):
        for place, name in enumerate(names):
            put(store, f"street_works/{name}", VALUES[(number * 37 + place * 11) % len(VALUES)])
        for name in ("filter", "filters"):
            QgsProject.instance().writeEntry("StreetWorks", name, str(VALUES[number * 3])[:LONG])

    yield damage
    store.remove("street_works")


@pytest.mark.parametrize("number", some(range(12), usual=2))
def test_the_plugin_opens_and_works_in_a_damaged_profile(
    damaged_profile, switch_on, environment, practice, until, number
):
    damaged_profile(number)
    plugin = switch_on()
    place = plugin.workplace
    heard = []
    place.account.trouble.connect(heard.append)
    place.sign_in()
    place.signing_in.dialog.close()
    place.account.sign_in(environment, practice.email, practice.password)
    until(lambda: place.account.signed_in and not place.jobs.running)
    place.sheet.take("LINESTRING (471065 236014, 471085 236014)", "EPSG:27700")
    until(lambda: not place.jobs.running)
    place.find_clashes()
    until(lambda: not place.jobs.running)
    assert place.clashing.report is not None
    assert heard == []
