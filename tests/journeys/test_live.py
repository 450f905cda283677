"""The live map in the real QGIS: found, filtered, looked into, kept, and photographed."""

from pathlib import Path

import pytest
from street_works.tools import application

SCRIPTS = Path(__file__).parent / "scripts"
OUT = application.ROOT / "build" / "live"
FIRST = ["start", "filter", "save filter", "sensitive", "locator", "details", "list", "changes"]
SECOND = ["offline", "refreshed"]
PICTURES = ["start", "scales", "styles", "colour blind", "a day", "dark"]


def walked(result: dict, out: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Print what was seen, step by step; returns the steps that went well."""
    assert "error" not in result, result["error"]
    with capsys.disabled():
        print()
        for step in result["steps"]:
            print(f"  {step['step']}: {step['detail']}")
    failed = [step for step in result["steps"] if not step["ok"]]
    assert not failed, failed
    for step in result["steps"]:
        assert (out / step["screenshot"]).stat().st_size > 10_000
    return [step["step"] for step in result["steps"]]


@pytest.mark.journey
def test_two_sessions_with_the_live_map(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for session, steps in (("first", FIRST), ("second", SECOND)):
        out = OUT / session
        out.mkdir(parents=True, exist_ok=True)
        given = {"out": str(out), "session": session}
        result = application.run(SCRIPTS / "live.py", given, timeout=250, folder=tmp_path)
        assert walked(result, out, capsys) == steps


@pytest.mark.journey
def test_pictures_of_the_live_map(capsys: pytest.CaptureFixture[str]) -> None:
    out = OUT / "pictures"
    out.mkdir(parents=True, exist_ok=True)
    result = application.run(SCRIPTS / "live_pictures.py", {"out": str(out)}, timeout=250)
    assert walked(result, out, capsys) == PICTURES
