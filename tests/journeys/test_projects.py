"""What the live map does to the planner's projects: nothing that the planner did not ask for."""

import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Callable

import pytest
from street_works.plugin.drafts import Draft, DraftStore
from street_works.tools import application

TRENCH, GRID = "LINESTRING (471065 236014, 471085 236014)", "EPSG:27700"
SCRIPT = Path(__file__).parent / "scripts" / "projects.py"
NOT_SHOWN = "This project does not show the live map"


@contextmanager
def new_folder() -> Iterator[Path]:
    """A folder outside the system's temporary one: QGIS asks about layers that read there."""
    made = Path(tempfile.mkdtemp(prefix="street-works-", dir="/var/tmp"))
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture
def folder() -> Iterator[Path]:
    """Such a folder for one test."""
    with new_folder() as made:
        yield made


@pytest.fixture(scope="module")
def drafts() -> Iterator[dict[str, Any]]:
    """What was found of extents in one session: carried through projects, and thrown away."""
    with new_folder() as made:
        yield run_parts(made, ["draft_in_projects", "throw_away"])


def run(folder: Path, part: str, profile: str = "planner", **given: Any) -> dict[str, Any]:
    """Do a part of the script in QGIS with that profile; "colleague" has no plugin."""
    found: dict[str, Any] = run_parts(folder, [part], profile, **given)[part]
    return found


def run_parts(
    folder: Path, parts: list[str], profile: str = "planner", **given: Any
) -> dict[str, Any]:
    """Do some parts one after the other, and return what each found."""
    place = folder / profile
    place.mkdir(exist_ok=True)
    given = {"parts": parts, "folder": str(folder), **given}
    plugin = profile != "colleague"
    result = application.run(SCRIPT, given, timeout=240, folder=place, link_plugin=plugin)
    assert "error" not in result, result["error"]
    assert result["exit_code"] == 0
    return result


def leave_a_draft(place: Path) -> None:
    """Keep a draft in a new profile, as a QGIS that was closed would have."""
    application.new_profile(place)
    kept = place / "profiles" / "default" / "street_works" / "drafts.sqlite"
    with closing(DraftStore(kept)) as store:
        now = datetime.now(timezone.utc)
        store.save(Draft("draft", "", TRENCH, GRID, TRENCH, None, None, {}, now))


def wait_for(condition: Callable[[], bool], seconds: float) -> None:
    """Wait until a condition holds; fails when it does not come to that."""
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it did not come to that in time"
        time.sleep(0.2)


@pytest.mark.journey
def test_projects_stay_the_planners(folder: Path) -> None:
    found = run(folder, "sign_in_and_go")
    first = found["signed in"]
    assert first["crs"] == "EPSG:27700"
    assert first["ours"] > 4
    assert not first["changed"], "signing in changes no project"
    new = found["new"]
    assert (new["crs"], new["ours"], new["changed"]) == ("EPSG:27700", 0, False)
    assert new["said"].startswith(NOT_SHOWN)
    loaded = found["loaded"]
    assert loaded["ours"] > 4
    assert not loaded["changed"]
    mine, opened = found["mine"], found["opened"]
    assert (mine["crs"], opened["crs"]) == ("EPSG:3857", "EPSG:3857"), "no project is reprojected"
    assert opened["ours"] == mine["ours"] > 4
    assert opened["records"] == mine["records"] > 100
    assert opened["said"] == mine["said"]
    assert not opened["changed"]
    for state in found.values():
        assert not isinstance(state, dict) or (state["asked"], state["messages"]) == ([], [])
    alone = run(folder, "without_plugin", "colleague")
    assert not alone["plugin"]
    assert alone["asked"] == []
    assert all(alone["valid"])
    assert len(alone["valid"]) == mine["all"]


@pytest.mark.journey
def test_signing_in_with_a_draft_and_an_empty_project_gives_national_grid(folder: Path) -> None:
    leave_a_draft(folder / "planner")
    found = run(folder, "begin")
    started, signed_in = found["started"], found["signed in"]
    assert len(started["extent"]) == 1, "the draft"
    assert started["crs"] == signed_in["crs"] == "EPSG:27700"
    assert "Great Britain" not in str((started["messages"], signed_in["messages"]))
    assert not signed_in["changed"]
    west = float(signed_in["seen"].split(",")[0])
    assert 460_000 < west < 480_000, "the map shows the town"
    again = run(folder, "begin", sign_in=False)["started"]
    assert again["ours"] > 4
    assert again["crs"] == "EPSG:27700"
    assert not again["changed"], "a fresh QGIS with the layers of last time"


@pytest.mark.journey
def test_the_extent_on_the_desk_comes_along_into_every_project(drafts: dict[str, Any]) -> None:
    found = drafts["draft_in_projects"]
    drawn = found["drawn"]["extent"]
    assert len(drawn) == 1
    for when, state in found.items():
        if isinstance(state, dict):
            assert (state["extent"], state["drawn"]) == (drawn, True), when
            assert (state["changed"], state["asked"]) == (False, []), when
            assert "Great Britain" not in str(state["messages"]), when
    crs = [found[when]["crs"] for when in ("signed out", "signed in", "opened")]
    assert crs == ["EPSG:27700", "EPSG:27700", "EPSG:3857"]
    assert found["signed in"]["ours"] == 0, "the live map has to be asked for"


@pytest.mark.journey
def test_a_second_window_on_one_profile_comes_up_in_national_grid(folder: Path) -> None:
    place = folder / "planner"
    place.mkdir()
    given = {"parts": ["stay"], "folder": str(folder), "result": str(folder / "first.json")}
    with application.opened(SCRIPT, given, place) as first:
        wait_for((folder / "here").exists, 120)
        found = run(folder, "begin")
        assert first.poll() is None, "both were open at the same time"
        (folder / "go").touch()
        first.wait(60)
    started, signed_in = found["started"], found["signed in"]
    first_found = json.loads((folder / "first.json").read_text())["stay"]
    for state in (started, signed_in, first_found):
        assert (state["crs"], state["changed"]) == ("EPSG:27700", False)
        assert "Great Britain" not in str(state["messages"])
        assert state["asked"] == []
    assert signed_in["ours"] > 4
    west = float(signed_in["seen"].split(",")[0])
    assert 460_000 < west < 480_000, "the map shows the town"


@pytest.mark.journey
def test_what_is_thrown_away_goes_from_the_map_at_once(drafts: dict[str, Any]) -> None:
    found = drafts["throw_away"]
    assert found["again"], "it was drawn, and it can be had back"
    assert not any(found["seen"][2:]), "it is gone after a tenth of a second"


@pytest.mark.journey
def test_qgis_closes_without_a_question_while_the_map_loads(folder: Path) -> None:
    script = SCRIPT.with_name("closing.py")
    found = application.run(script, {}, timeout=120, folder=folder)
    assert "error" not in found, found["error"]
    assert found["loading"]
    assert found["asked"] == []
    assert found["closed"]
    assert found["exit_code"] == 0
