"""The main journey, from the plugin's zip to switching it off, in the real QGIS."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Callable

import pytest
from street_works.tools import application

ROOT = application.ROOT
STEPS = [
    "start",
    "sign in",
    "layers loaded",
    "features on the map",
    "draw",
    "converted",
    "findings",
    "street",
    "clashes",
    "form",
    "review",
    "submitted",
    "works on the map",
    "plugin off",
]


def walk(tmp_path: Path, *arguments: str) -> list[dict]:
    """Walk the journey with the plugin's zip as it is now; returns its steps."""
    package = tmp_path / "street_works.zip"
    out = tmp_path / "demo"
    subprocess.run([ROOT / "tools" / "package.sh", package], check=True)
    line = [sys.executable, ROOT / "tools" / "demo.py", "--walk", "--package", package]
    done = subprocess.run(
        [*line, "--out", out, *arguments], capture_output=True, text=True, timeout=280, check=False
    )
    steps = json.loads((out / "journey.json").read_text(encoding="utf-8"))
    assert done.returncode == 0, done.stdout + done.stderr
    for step in steps:
        assert (out / step["screenshot"]).stat().st_size > 10_000
    return steps


@pytest.mark.journey
def test_every_step_works(tmp_path: Path) -> None:
    steps = walk(tmp_path)
    assert [step["step"] for step in steps if step["ok"]] == STEPS


@pytest.mark.journey
def test_published_records_are_among_the_features(
    tmp_path: Path, shared: Callable[[str], Path]
) -> None:
    steps = walk(tmp_path, "--works", str(shared("data/works/greater_manchester_2023.json")))
    detail = next(step["detail"] for step in steps if step["step"] == "features on the map")
    assert "28 read, 28 works and activities shown, 0 refused" in detail
