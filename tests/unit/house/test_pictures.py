"""No picture is converted or scaled by Qt itself where Python runs.

Qt 5 does that in the threads of the pool, and waits for them; PyQt holds Python's lock meanwhile.
Where all of these threads have a job of Python's, each waits for the other for ever.
"""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SOURCES = [path for room in ("plugin", "ui") for path in sorted((ROOT / room).rglob("*.py"))]
IN_THE_POOL = re.compile(r"\.(convertToFormat|convertedTo|scaled|scaledTo\w+|setScaledContents)\(")


def test_qt_is_not_asked_to_convert_or_scale() -> None:
    assert len(SOURCES) > 300
    asked = {path: IN_THE_POOL.findall(path.read_text(encoding="utf-8")) for path in SOURCES}
    assert {str(path.relative_to(ROOT)): found for path, found in asked.items() if found} == {}


def test_what_is_asked_is_found() -> None:
    assert IN_THE_POOL.findall("picture.scaled(7, 7).convertToFormat(RGB32)") == [
        "scaled",
        "convertToFormat",
    ]
