"""`make screens`: a picture of every tab, dock and dialog; fails when something cannot be seen.

The real QGIS opens all of them on a screen of 1366 by 768 pixels with letters a quarter larger than
usual, in its own theme and in a dark one: `build/screens/<theme>/` has a picture a state. A line is
printed for each control that is off the screen or cut off, and when QGIS's window grew larger than
the screen; then it ends with 1.
"""

import shutil
import sys
from pathlib import Path

from street_works.tools import application

OUT = application.ROOT / "build" / "screens"
SCREEN, LETTERS = "1366x768x24", 1.25
SCRIPT = Path(__file__).with_name("every_screen.py")
THEMES = {"light": "default", "dark": "Night Mapping"}
"""QGIS's themes, each by the name of its folder."""


def look_at(theme: str, out: Path) -> list[str]:
    """Take the pictures in a theme of QGIS into `out`; return what is wrong, a line each."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    place = application.new_profile(out / "session", theme=theme)
    given = {"out": str(out), "pictures": True}
    result = application.run(
        SCRIPT, given, timeout=900, folder=place, screen=SCREEN, letters=LETTERS
    )
    if "error" in result:
        return [str(result["error"])]
    print(f"{out}: {len(result['seen'])} pictures")
    return [str(one) for one in result["wrong"]]


def main() -> int:
    """Look at every theme; return the exit code."""
    wrong = [
        f"{folder}: {one}"
        for folder, theme in THEMES.items()
        for one in look_at(theme, OUT / folder)
    ]
    print("\n".join(wrong), file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
