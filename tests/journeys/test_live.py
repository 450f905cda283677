"""The live map in the real QGIS: found, filtered, looked into, kept, and photographed."""

from pathlib import Path

import pytest
from street_works.tests.journeys.walking import walked
from street_works.tests.rounds import rounds
from street_works.tools import application

OUT = application.ROOT / "build" / "live"
FIRST = ["start", "filter", "save filter", "sensitive", "locator", "details", "list", "changes"]
SECOND = ["offline", "refreshed"]
SCALES = rounds(2, full=5)
PICTURES = ["start", "scales", "styles", "colour blind", "a day", "dark"]


@pytest.mark.journey
def test_two_sessions_with_the_live_map(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for session, steps in (("first", FIRST), ("second", SECOND)):
        out = OUT / session
        assert walked("live.py", out, capsys, folder=tmp_path, session=session) == steps


@pytest.mark.journey
def test_pictures_of_the_live_map(capsys: pytest.CaptureFixture[str]) -> None:
    assert walked("live_pictures.py", OUT / "pictures", capsys, scales=SCALES) == PICTURES
