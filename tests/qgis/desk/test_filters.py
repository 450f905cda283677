"""Filters kept by name in real project files and in QGIS's settings."""

import json
from datetime import date

import pytest
from qgis.core import QgsProject, QgsSettings
from street_works.plugin.desk.filters import (
    LONGEST_NAME,
    PROFILE,
    PROJECT,
    SavedFilter,
    SavedFilters,
)
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.live.finding.days_wanted import OWN, DaysWanted
from street_works.plugin.live.finding.filter import Filter

GAS = Filter(text="gas", categories=("major",))
OURS = Filter(DaysWanted(OWN, date(2026, 3, 1), None), promoters=("MIDVALE WATER",))


@pytest.fixture
def settings():
    kept = QgsSettings()
    for name in ("filter", "filters"):
        kept.remove(f"street_works/{name}")
    yield kept
    for name in ("filter", "filters"):
        kept.remove(f"street_works/{name}")


@pytest.fixture
def begin(qgis_new_project, settings):
    """Give the function that begins as a new session does, listening to all signals."""
    begun = []

    def start():
        saved = SavedFilters(QgsProject.instance())
        saved.heard, saved.used, saved.troubles = [], [], []
        saved.changed.connect(lambda: saved.heard.append(names(saved)))
        saved.current_changed.connect(saved.used.append)
        saved.trouble.connect(saved.troubles.append)
        begun.append(saved)
        return saved

    yield start
    for saved in begun:
        saved.close_down()


@pytest.fixture
def saved(begin):
    return begin()


def names(saved):
    return [(one.name, one.where) for one in saved.all()]


def test_they_are_kept_in_two_places_the_projects_first(saved):
    saved.save("ours", OURS, PROFILE)
    saved.save("big ", GAS, PROFILE)
    saved.save("Zebra", GAS, PROJECT)
    assert saved.all() == (
        SavedFilter("Zebra", PROJECT, GAS),
        SavedFilter("big", PROFILE, GAS),
        SavedFilter("ours", PROFILE, OURS),
    )
    assert len(saved.heard) == 3


def test_the_projects_come_back_with_its_file_and_only_with_it(saved, tmp_path):
    project = QgsProject.instance()
    saved.save("with it", GAS, PROJECT)
    saved.save("with me", OURS, PROFILE)
    saved.use(OURS)
    assert project.write(str(tmp_path / "works.qgz"))
    project.clear()
    assert names(saved) == [("with me", PROFILE)]
    saved.use(GAS)
    assert saved.heard[-1] == [("with me", PROFILE)]
    assert project.read(str(tmp_path / "works.qgz"))
    assert names(saved) == [("with it", PROJECT), ("with me", PROFILE)]
    assert saved.heard[-1] == names(saved)
    assert saved.current == OURS
    assert saved.used[-1] == OURS


def test_the_one_in_use_is_there_in_the_next_session(saved, begin):
    assert saved.current == Filter()
    saved.use(GAS)
    saved.use(GAS)
    assert saved.used == [GAS]
    QgsProject.instance().clear()
    assert begin().current == GAS


def test_saving_under_a_name_again_replaces_it_there_only(saved):
    saved.save("mine", GAS, PROJECT)
    saved.save("mine", GAS, PROFILE)
    saved.save("mine", OURS, PROJECT)
    assert saved.all() == (
        SavedFilter("mine", PROJECT, OURS),
        SavedFilter("mine", PROFILE, GAS),
    )


def test_one_is_renamed_and_deleted(saved):
    kept = saved.save("one", GAS, PROFILE)
    saved.save("two", OURS, PROFILE)
    with pytest.raises(StreetWorksError, match="“two” already"):
        saved.rename(kept, "two")
    renamed = saved.rename(kept, " three ")
    assert renamed == SavedFilter("three", PROFILE, GAS)
    assert names(saved) == [("three", PROFILE), ("two", PROFILE)]
    saved.delete(renamed)
    assert names(saved) == [("two", PROFILE)]
    for act in (lambda: saved.delete(kept), lambda: saved.rename(kept, "four")):
        with pytest.raises(StreetWorksError, match="not kept any more"):
            act()


@pytest.mark.parametrize("name", ["", "   ", "x" * (LONGEST_NAME + 1)])
def test_a_name_is_needed(saved, name):
    with pytest.raises(StreetWorksError, match="needs a name"):
        saved.save(name, GAS, PROFILE)
    kept = saved.save("a name", GAS, PROFILE)
    with pytest.raises(StreetWorksError, match="needs a name"):
        saved.rename(kept, name)
    assert names(saved) == [("a name", PROFILE)]


def test_what_a_later_version_wrote_is_told_once_and_stays(saved, settings):
    later = {"days": {"preset": "decade"}}
    settings.setValue("street_works/filters", json.dumps({"later": later, "gas": GAS.to_json()}))
    assert names(saved) == [("gas", PROFILE)]
    assert names(saved) == [("gas", PROFILE)]
    assert [str(one) for one in saved.troubles] == [
        "The filter “later” cannot be read. Please set it anew and save it again."
    ]
    saved.save("ours", OURS, PROFILE)
    assert json.loads(settings.value("street_works/filters"))["later"] == later


@pytest.mark.parametrize("text", ["{", "[]", '"text"'])
def test_a_damaged_store_is_empty_and_no_traceback(begin, settings, text):
    settings.setValue("street_works/filters", text)
    settings.setValue("street_works/filter", text)
    saved = begin()
    assert saved.current == Filter()
    assert saved.all() == ()
    assert saved.troubles[0].message == "The filter last in use cannot be read."
    saved.save("gas", GAS, PROFILE)
    assert names(saved) == [("gas", PROFILE)]
