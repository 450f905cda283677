"""Clashes from a shell: lists of works in, a JSON object a line out.

`python -m street_works.plugin.clashes --works FILE` compares the works of a CSV file with each
other, each pair once; with `--against FILE`, which may be given several times, with the works
there. A line says of a pair by one rule `{"work", "other", "rule", "grade", "distance_m",
"first_day", "last_day", "days"}`. `grade` is `clash`, `opportunity` or `cannot_say`; `days` counts
the days in common: 0 where there are none for sure, null where that is not known. What is wrong
with a row is told on standard error. Where a clash may go unseen by it, a line of the rule
`readable` says so, too: its `other` is null, or its `work` for a row of `--against`.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Optional, cast

from ..errors import StreetWorksError
from ..words import tr
from .lines import OURS, THEIRS, Line, line_of_one, lines_of
from .programme import among, with_others
from .reading import ListedWorks, Trouble, read_works
from .rule import Rule
from .rules import all_with
from .shelf import OVER_OR_GIVEN_UP, Shelf

_DONE, _UNABLE = 0, 2


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Compare, and write what is found; give 0, or 2 if nothing could be done."""
    options = _parser().parse_args(arguments)
    given = {"within_m": options.within, "margin_days": options.days}
    rules = all_with(**{name: value for name, value in given.items() if value is not None})
    try:
        for line in _lines(options.works, options.against, rules):
            sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()
    except (StreetWorksError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return _UNABLE
    return _DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m street_works.plugin.clashes",
        description="Finds clashes among the works of CSV files.",
        epilog="Columns: reference, start, end, geometry (WKT in EPSG:27700), and where they are "
        "known usrn, status, traffic_management, promoter. Exit status: 0 done, 2 unable.",
    )
    parser.add_argument("--works", required=True, metavar="FILE", help="- for standard input")
    parser.add_argument(
        "--against",
        action="append",
        default=[],
        metavar="FILE",
        help="compare with the works there, not with each other",
    )
    parser.add_argument("--within", type=metres, metavar="METRES", help="how near is near")
    parser.add_argument(
        "--days", type=days, metavar="DAYS", help="by how many days two may miss each other"
    )
    return parser


def metres(text: str) -> float:
    """Read a distance. Raises ValueError for one that cannot be."""
    value = float(text)
    if not 0 <= value < math.inf:
        raise ValueError(text)
    return value


def days(text: str) -> int:
    """Read a number of days. Raises ValueError for one that the calendar does not have."""
    value = int(text)
    if not 0 <= value <= date.max.toordinal():
        raise ValueError(text)
    return value


def _lines(works: str, against: Sequence[str], rules: Sequence[Rule]) -> Iterator[Line]:
    """Give the lines to be written, and tell on standard error what is wrong with the files."""
    ours, others = read_works([works]), read_works(against)
    theirs = Shelf(others.works)
    yield from _troubles(ours.troubles, OURS)
    yield from _troubles([*others.troubles, *_unusable(theirs)], THEIRS)
    left_out = theirs.left_out
    compared = with_others(ours.works, theirs, rules) if against else [among(ours.works, rules)]
    for found in compared:
        yield from _troubles(_unusable(found.ours), OURS)
        yield from lines_of(found)
        left_out += found.ours.left_out
    if left_out:
        told = tr("{n} works are over or given up ({statuses}), and were left out.")
        statuses = ", ".join(sorted(OVER_OR_GIVEN_UP))
        sys.stderr.write(told.format(n=left_out, statuses=statuses) + "\n")


def _unusable(shelf: Shelf) -> Iterator[Trouble]:
    for row, reason in shelf.unusable.items():
        works = cast(ListedWorks, shelf.occupations[row])
        yield Trouble(works.place, works.reference, reason)


def _troubles(troubles: Iterable[Trouble], side: str) -> Iterator[Line]:
    """Tell of what is wrong with rows, and give a line for each that may hide a clash."""
    for place, reference, what, hides in troubles:
        name = reference or str(place)
        sys.stderr.write(": ".join(dict.fromkeys((str(place), name, what))) + "\n")
        if hides:
            yield line_of_one(side, name)


if __name__ == "__main__":
    sys.exit(main())
