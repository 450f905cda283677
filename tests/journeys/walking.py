"""Walks a journey's script in the real QGIS, and says what was seen."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from street_works.tools import application

SCRIPTS = Path(__file__).parent / "scripts"


def walked(
    script: str,
    out: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    timeout: float = 250,
    folder: "Path | None" = None,
    **given: Any,
) -> list[str]:
    """Return the steps of a script, each of which went well and left its picture in `out`.

    `given` goes to the script, `folder` keeps the profile as `application.run` has it.
    """
    out.mkdir(parents=True, exist_ok=True)
    result = application.run(
        SCRIPTS / script, {**given, "out": str(out)}, timeout=timeout, folder=folder
    )
    assert "error" not in result, result["error"]
    with capsys.disabled():
        print(f"\n{out.name}")
        for step in result["steps"]:
            print(f"  {step['step']}: {step['detail']}")
    failed = [step for step in result["steps"] if not step["ok"]]
    assert not failed, failed
    for step in result["steps"]:
        assert (out / step["screenshot"]).stat().st_size > 10_000
    return [step["step"] for step in result["steps"]]


def demonstrated(tmp_path: Path, *arguments: str) -> list[dict]:
    """Let `make demo` walk a journey with the plugin's zip as it is now; return its steps."""
    planner = tmp_path / application.PLANNER
    package = planner / "street_works.zip"
    out = planner / "demo"
    planner.mkdir()
    subprocess.run([application.ROOT / "tools" / "package.sh", package], check=True)
    line = [sys.executable, application.ROOT / "tools" / "demo.py", "--walk", "--package", package]
    done = subprocess.run(
        [*line, "--out", out, *arguments], capture_output=True, text=True, timeout=280, check=False
    )
    steps = json.loads((out / "journey.json").read_text(encoding="utf-8"))
    assert done.returncode == 0, done.stdout + done.stderr
    for step in steps:
        assert (out / step["screenshot"]).stat().st_size > 10_000
    return steps
