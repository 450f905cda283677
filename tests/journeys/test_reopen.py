"""A project saved with the plugin on opens without a question when the store has gone."""

from pathlib import Path

import pytest
from street_works.tools import application

SCRIPT = Path(__file__).parent / "scripts" / "reopen.py"


@pytest.mark.journey
def test_a_project_whose_store_has_gone_opens_without_a_dialog() -> None:
    result = application.run(SCRIPT, {}, timeout=200)
    assert "error" not in result, result["error"]
    assert result["changed"]
    assert result["asked"] == []
    before, without, after = (result[name] for name in ("before", "without_store", "after"))
    assert before["layers"] == before["valid"] > 4
    assert without["layers"] == without["valid"] == before["layers"]
    assert without["records"] > 100, "the planner's own store is read in its place"
    assert after["layers"] == after["valid"] == before["layers"]
    assert after["records"] >= before["records"] > 100
    assert result["messages"] == []
    assert result["exit_code"] == 0
