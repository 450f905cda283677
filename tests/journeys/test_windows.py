"""All windows stay on the screen and in the middle of QGIS: small screens, large fonts."""

from pathlib import Path

import pytest
from street_works.tests.rounds import rounds
from street_works.tools import application

SCRIPT = Path(__file__).parent / "scripts" / "windows.py"
SCREENS = [("1366x768", 1.25), ("1366x768", 1), ("1600x1000", 1)]
"""The one with the least room comes first: in a usual run it stands for all."""


@pytest.mark.journey
@pytest.mark.parametrize(("screen", "scale"), SCREENS[: rounds(1, full=len(SCREENS))])
def test_every_window_and_control_is_on_the_screen(
    tmp_path: Path, screen: str, scale: float
) -> None:
    given = {"out": str(tmp_path), "scale": scale}
    result = application.run(SCRIPT, given, timeout=280, screen=f"{screen}x24")
    assert "error" not in result, result["error"]
    assert len(result["seen"]) > 25
    assert result["wrong"] == []
