"""The shapes that files offer, from a shell: a JSON object for each on standard output.

`python -m street_works.plugin.map FILE ...` reads files as “Take a shape” does; `-` stands for
standard input, read as the clipboard is. Each object has `file`, `label`, `kind`, `crs`, `wkt` (as
it stands there), `notes`, `problem`, and of a shape that can be taken `extent` (WKT in EPSG:27700,
or null), `valid`, `findings` and `mended`, as `plugin.extents check --mend` tells them.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from typing import Any, Optional

from qgis.core import QgsApplication

from ..errors import StreetWorksError
from ..extents import Drawing, examine, mend_all
from ..extents.report import report_on
from .files import from_file
from .take import from_text
from .taken_shape import Taken

_DONE, _SOME_REFUSED = 0, 1
_STANDARD_INPUT = "-"


def main(arguments: Optional[list[str]] = None) -> int:
    """Tell of each file; return 0, or 1 if there is one with no shape that can be taken."""
    parser = argparse.ArgumentParser(prog="python -m street_works.plugin.map")
    parser.add_argument("files", nargs="+", metavar="FILE", help="a path, or - for standard input")
    options = parser.parse_args(arguments)
    if sys.platform == "linux":  # there may be no display, and none is needed
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication([], False)
    application.initQgis()
    try:
        return max(_tell(file) for file in options.files)
    finally:
        application.exitQgis()


def _tell(file: str) -> int:
    some = False
    for shape in _shapes(file):
        some |= not shape["problem"]
        sys.stdout.write(json.dumps({"file": file, **shape}, ensure_ascii=False) + "\n")
    return _DONE if some else _SOME_REFUSED


def _shapes(file: str) -> Iterator[dict[str, Any]]:
    try:
        if file == _STANDARD_INPUT:
            yield _told("", "", from_text(sys.stdin.read(), ""))
            return
        offered = from_file(file)
    except StreetWorksError as error:
        yield {"problem": str(error)}
        return
    for shape in offered:
        if shape.problem:
            yield {"label": shape.label, "wkt": shape.wkt, "problem": shape.problem}
        else:
            yield _told(shape.label, shape.kind, shape.taken())


def _told(label: str, kind: str, taken: Taken) -> dict[str, Any]:
    examined = examine(Drawing(*taken))
    return {
        "label": label,
        "kind": kind,
        "crs": taken.crs,
        "wkt": taken.wkt,
        "notes": list(taken.notes),
        "problem": "",
        "extent": examined.extent.geometry.wkt if examined.extent is not None else None,
        **report_on(examined, mend_all(examined)),
    }


if __name__ == "__main__":
    sys.exit(main())
