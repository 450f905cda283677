"""Two versions of GEOS and PROJ live side by side in the real QGIS."""

from pathlib import Path

import pytest
from street_works.tools import application

SCRIPT = Path(__file__).parent / "scripts" / "libraries.py"


@pytest.mark.journey
def test_shapely_and_pyproj_work_beside_qgis() -> None:
    result = application.run(SCRIPT, {}, timeout=200)
    assert "error" not in result, result["error"]
    assert result["rounds"] == 2000
    assert result["wrong"] == []
    assert result["exit_code"] == 0


@pytest.mark.journey
def test_shapely_loaded_by_another_plugin_is_used_only_when_it_is_sound() -> None:
    result = application.run(SCRIPT, {"too_late": True}, timeout=200)
    if "refused" in result:  # two versions of GEOS are mixed: it is said, and nothing is drawn
        assert "Switch off the other plugins" in result["refused"]
    else:
        assert result["wrong"] == []
