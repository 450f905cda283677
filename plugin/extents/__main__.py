"""The grid and the checks from a shell: text in on standard input, text out on standard output.

`grid --from EPSG:4326` reads lines `x,y` and writes `easting,northing,accuracy`; with `--to` it
reads `easting,northing` and writes `x,y,accuracy`. Without OSTN15 it refuses, unless
`--approximate` lets positions be some metres off; the accuracy says so. `check` reads a WKT a line
and writes a JSON object a line: `{"valid": ..., "findings": [...], "mended": WKT or null}`. With
`--site` each shape is an excavation site, too: a long one needs a second position, and the object
has `"ends": [WKT, WKT]` (where it starts and ends) or null.

`grid-file --out PATH` writes OSTN15 as a file that PROJ reads, and with PROJ whatever uses it.

`take FILE ...` lists the shapes that files offer, and what the checks say of each; `-` stands for
standard input, read as the clipboard is. It needs QGIS, which opens the files: see `plugin.map`.
"""

import argparse
import csv
import json
import runpy
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Optional, TextIO

import numpy as np

from ..errors import StreetWorksError
from ..files.ostn15_file import NAME
from ..files.together import write_together
from ..words import tr
from . import Drawing, Examined, check_site, ends_of, examine, grid, grid_file, mend_all, routes
from .report import report_on, told

_DONE, _SOME_REFUSED, _UNABLE = 0, 1, 2


def main(arguments: Optional[list[str]] = None) -> int:
    """Run one command; give 0, or 1 if a line was refused, or 2 if nothing could be done."""
    options = _parser().parse_args(arguments)
    try:
        if options.command == "take":
            return _take(options.files)
        if options.command == "grid-file":
            return _grid_file(options.out, sys.stdout)
        if options.command == "check":
            return _check(
                sys.stdin, sys.stdout, options.source, mend=options.mend, site=options.site
            )
        with grid.approximation_accepted(options.approximate):
            return _grid(sys.stdin, sys.stdout, options.source, options.target)
    except StreetWorksError as error:
        sys.stderr.write(f"{error}\n{error.detail}\n")
        return _UNABLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m street_works.plugin.extents")
    commands = parser.add_subparsers(dest="command", required=True)
    convert = commands.add_parser("grid", help="x,y to easting,northing,accuracy, or back")
    way = convert.add_mutually_exclusive_group(required=True)
    way.add_argument("--from", dest="source", default="", help="CRS of x,y, e.g. EPSG:4326")
    way.add_argument("--to", dest="target", default="", help="CRS to go back to")
    convert.add_argument(
        "--approximate", action="store_true", help="without OSTN15, be 2 m to 4 m off, and say so"
    )
    check = commands.add_parser("check", help="a WKT a line to a JSON object a line")
    check.add_argument("--from", dest="source", default=grid.NATIONAL_GRID, help="CRS of the WKT")
    check.add_argument("--mend", action="store_true", help="mend the errors that can be mended")
    check.add_argument(
        "--site",
        action="store_true",
        help="take each for an excavation site: over 10 m long it needs a second position",
    )
    file = commands.add_parser("grid-file", help="OSTN15 as a grid file for PROJ")
    file.add_argument("--out", type=Path, required=True, metavar="PATH", help="the file to write")
    take = commands.add_parser("take", help="the shapes of files, each a JSON object a line")
    take.add_argument("files", nargs="+", metavar="FILE", help="a path, or - for standard input")
    return parser


def _take(files: list[str]) -> int:
    """Hand over to the command of the room that knows QGIS, as `python -m` would."""
    try:
        command = runpy.run_module(f"{__package__.rpartition('.')[0]}.map.__main__")
    except ModuleNotFoundError as error:
        raise StreetWorksError(
            tr("Files are opened by QGIS, and this Python does not know it."),
            advice=tr("Use the Python that came with QGIS."),
            detail=str(error),
        ) from error
    return int(command["main"](files))


def _grid(lines: Iterable[str], out: TextIO, source: str, target: str) -> int:
    """Convert positions; a line that cannot be converted comes out as `,,` and is told of."""
    route = routes.find(target or source)
    positions = np.array([_position(row) for row in _rows(lines)], dtype=float).reshape(-1, 2)
    if target:
        found = grid.positions_from_national_grid(positions, target)
    else:
        found = grid.positions_to_national_grid(positions, source)
    digits = 9 if target and route.geographic else 3
    names = ("x", "y") if target else ("easting", "northing")
    out.write(f"{names[0]},{names[1]},accuracy\n")
    for x, y in found:
        known = np.isfinite(x) and np.isfinite(y)
        out.write(f"{x:.{digits}f},{y:.{digits}f},{route.accuracy_m:g}\n" if known else ",,\n")
    refused = int((~np.isfinite(found).all(axis=1)).sum())
    if refused:
        sys.stderr.write(f"{refused} of {len(found)} lines have no position on National Grid.\n")
    return _SOME_REFUSED if refused else _DONE


def _rows(lines: Iterable[str]) -> list[list[str]]:
    """Give the rows of a CSV; a first line without numbers is its heading."""
    rows = [row for row in csv.reader(lines) if row]
    return rows[1:] if rows and np.isnan(_position(rows[0])).all() else rows


def _position(row: list[str]) -> tuple[float, float]:
    numbers = [_number(text) for text in (*row, "", "")[:2]]
    return numbers[0], numbers[1]


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return float("nan")


def _grid_file(path: Path, out: TextIO) -> int:
    """Write the grid file, whole or not at all; where PROJ looks, it finds it by one name only."""
    content = grid_file.content()
    write_together({path: content})
    out.write(f"{path}: {len(content)} bytes\n")
    if path.name != NAME:
        sys.stderr.write(f"PROJ finds the file by the name {NAME} only.\n")
    return _DONE


def _check(lines: Iterable[str], out: TextIO, source: str, *, mend: bool, site: bool) -> int:
    refused = False
    for line in lines:
        if not line.strip():
            continue
        examined = examine(Drawing(line.strip(), source))
        mended = mend_all(examined) if mend else examined
        report = report_on(examined, mended)
        if site:
            report = _with_site(report, examined)
        refused |= not report["valid"]
        out.write(json.dumps(report, ensure_ascii=False) + "\n")
    return _SOME_REFUSED if refused else _DONE


def _with_site(report: dict[str, Any], examined: Examined) -> dict[str, Any]:
    """Give the report on a shape with what there is to say of it as an excavation site."""
    site = None if examined.extent is None else examined.extent.geometry
    said = () if site is None else check_site(site)
    return {
        **report,
        "valid": report["valid"] and not said,
        "findings": [*report["findings"], *map(told, said)],
        "ends": [end.wkt for end in ends_of(site)] if said else None,
    }


if __name__ == "__main__":
    sys.exit(main())
