"""`make demo`: QGIS with the plugin on the practice town.

With a display, QGIS opens for the planner to use: in the town, with an extent and what it clashes
with. With none, it runs under a virtual display and walks a journey by itself: a screenshot a step
in `build/demo/`, the steps in `journey.json` there, one line a step here, and a non-zero exit when
a step failed. `make demo JOURNEY=life` walks the life of major works, into `build/life/`,
`make demo JOURNEY=clashes` the life of a clash, into `build/clashes/`, and
`make demo JOURNEY=first` the main journey as a new user does, into `build/first/`, with how long
each step holds QGIS.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import application

BUILD = application.ROOT / "build"
WALKS = {
    "main": ("journey.py", "demo"),
    "life": ("life.py", "life"),
    "clashes": ("clashes.py", "clashes"),
    "first": ("first.py", "first"),
}
"""The journeys: each with its script, and the folder of `build/` that it leaves its pictures in."""
INSTALLED = {"first.py"}
"""Those that find the plugin installed; the others install it."""
OPEN = Path(__file__).with_name("welcome.py")


def walk(script: Path, package: Path, works: list[str], out: Path) -> int:
    """Walk a journey under a virtual display, into `out`; returns the exit code."""
    place = out / "session"
    application.new_profile(place, link_plugin=script.name in INSTALLED, package=package)
    given = {"package": str(package), "works": works, "out": str(out)}
    try:
        result = application.run(script, given, timeout=240, folder=place)
    except RuntimeError as error:
        print(error, file=sys.stderr)
        result = {"error": "QGIS did not finish the journey"}
    steps = result.get("steps") or _steps_so_far(out)
    for step in steps:
        print(f"{'ok    ' if step['ok'] else 'FAILED'} {step['step']}: {step['detail']}")
    if result.get("error"):
        print(result["error"], file=sys.stderr)
        return 1
    return 0 if steps and all(step["ok"] for step in steps) else 1


def _steps_so_far(out: Path) -> list[dict]:
    path = out / "journey.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


def use(works: list[str], out: Path) -> int:
    """Open QGIS for the planner, with a profile in `out`; returns its exit code."""
    profiles = application.new_exact_profile(out / "session")
    with application.display(wanted=False) as environment:
        settings = application.python_environment(environment, {"works": works})
        return subprocess.call(application.command(profiles, OPEN), env=settings)


def main() -> int:
    """Read the command line and run the demo."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--works", action="append", default=[], help="published records to add")
    parser.add_argument("--walk", action="store_true", help="walk the journey also with a display")
    parser.add_argument("--package", type=Path, default=BUILD / "street_works.zip")
    parser.add_argument("--journey", choices=WALKS, help="the journey to walk, with a display too")
    parser.add_argument("--out", type=Path, help="a folder for the pictures")
    arguments = parser.parse_args()
    works = [str(Path(path).resolve()) for path in arguments.works]
    script, folder = WALKS[arguments.journey or "main"]
    out = (arguments.out or BUILD / folder).resolve()
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    if os.environ.get("DISPLAY") and not (arguments.walk or arguments.journey):
        return use(works, out)
    path = Path(__file__).with_name(script)
    return walk(path, arguments.package.resolve(), works, out)


if __name__ == "__main__":
    sys.exit(main())
