"""All windows stay on the screen and in the middle of QGIS: small screens, large fonts."""

from pathlib import Path

import pytest
from street_works.tests.rounds import rounds
from street_works.tools import application, screens

SIZES = [("1366x768", 1.25), ("1366x768", 1), ("1600x1000", 1)]
"""The one with the least room comes first: in a usual run it stands for all."""
PARTS = ["signed_out", "signing_in", "dialogs", "docks", "messages", "options"]
EVERY = rounds(0, full=1)


@pytest.mark.journey
@pytest.mark.parametrize(("screen", "letters"), SIZES[: len(SIZES) if EVERY else 1])
def test_every_window_and_control_is_on_the_screen(
    tmp_path: Path, screen: str, letters: float
) -> None:
    given = {"out": str(tmp_path)} if EVERY else {"out": str(tmp_path), "parts": PARTS}
    result = application.run(
        screens.SCRIPT, given, timeout=280, screen=f"{screen}x24", letters=letters
    )
    assert "error" not in result, result["error"]
    assert len(result["seen"]) > 25
    assert result["wrong"] == []
