"""What `make demo` opens; and its project opened again, when the store has gone."""

import time
from pathlib import Path
from typing import Any

import pytest
from street_works.tools import application

SCRIPT = Path(__file__).parent / "scripts" / "reopen.py"
WARNING = 1
OF_THE_TOOLBAR = ["Sign in …", "Draw a polygon", "Find clashes", "Apply …"]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What QGIS shows as `make demo` opens it where there is a display, and what comes after."""
    folder = tmp_path_factory.mktemp("demo")
    application.new_exact_profile(folder)
    given = {"out": str(folder), "begun": time.time()}
    result = application.run(SCRIPT, given, timeout=200, folder=folder)
    assert "error" not in result, result["error"]
    assert (folder / "opened.png").stat().st_size > 10_000
    return result


@pytest.mark.journey
def test_the_demo_opens_on_the_town_with_clashes_to_look_at_and_nothing_in_the_way(seen) -> None:
    opened = seen["opened"]
    assert opened["dialogs"] == []
    assert [text for text, level in opened["told"] if level >= WARNING] == []
    assert opened["environment"] == "practice"
    assert opened["welcome"]
    assert opened["buttons"][:4] == OF_THE_TOOLBAR
    assert opened["buttons"][4].startswith("My works")
    assert {"Streets", "My extent", "Clashes", "Works: lines"} <= set(opened["drawn"])
    assert opened["coloured"] > 0.15
    assert opened["submittable"]
    assert opened["street"]
    assert opened["clashes"] > 5


@pytest.mark.journey
def test_a_project_whose_store_has_gone_opens_without_a_dialog(seen) -> None:
    assert seen["changed"]
    assert seen["asked"] == []
    before, without, after = (seen[name] for name in ("before", "without_store", "after"))
    assert before["layers"] == before["valid"] > 4
    assert without["layers"] == without["valid"] == before["layers"]
    assert without["records"] > 100, "the planner's own store is read in its place"
    assert after["layers"] == after["valid"] == before["layers"]
    assert after["records"] >= before["records"] > 100
    assert seen["messages"] == []
    assert seen["exit_code"] == 0
