"""Works in CSV files, read into occupations; what cannot be read of them is told with its line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Optional

import shapely
from shapely.geometry.base import BaseGeometry

from ..errors import StreetWorksError
from ..trade.kinds import WORKS
from ..trade.vocabulary.traffic_management import TrafficManagement
from ..trade.vocabulary.word import word_of
from ..words import tr
from .csv_rows import NOWHERE, Place, Row, read_table
from .occupation import Occupation, street_keys
from .shapes import from_wkt
from .written_days import written_day

NEEDED = ("reference", "start", "end", "geometry")
# How the register makes the reference of a permit: two characters of the organisation, three digits
# of the workstream, the rest of the works' own, and the permit's number.
_PERMIT = re.compile(r"([A-Z][A-Z0-9][0-9]{3}.+)-[0-9]{2}", re.IGNORECASE)
_USRN = re.compile(r"([0-9]{1,8})(?:\.0*)?")
_TRAFFIC = frozenset(one.value for one in TrafficManagement)


class Trouble(NamedTuple):
    """What is wrong with a row; `hides` says whether a clash may go unseen by it."""

    place: Place
    reference: str
    what: str
    hides: bool = True


@dataclass(frozen=True)
class ListedWorks(Occupation):
    """Works, and where they are listed."""

    place: Place = NOWHERE


class WorksRead:
    """Works that are read row by row, and what is wrong with the rows."""

    def __init__(self) -> None:
        self.works: list[ListedWorks] = []
        self.troubles: list[Trouble] = []
        self._listed: dict[str, Place] = {}

    def take(self, row: Row, shape: Optional[BaseGeometry]) -> None:
        """Take the works of a row, with their shape in EPSG:27700; None where it has none."""
        works, said = _works(row, shape)
        self.works.append(works)
        if said:
            self.troubles.append(Trouble(row.place, works.reference, "; ".join(said)))
        self.troubles.extend(_remarks(works, self._listed))


def read_works(files: Sequence[str]) -> WorksRead:
    """Read the works that CSV files list.

    They have the columns NEEDED, `geometry` being WKT in EPSG:27700, and `usrn`, `status`,
    `traffic_management` and `promoter` where these are known. Raises StreetWorksError for a file
    that cannot be read or lacks a column.
    """
    read = WorksRead()
    for file in files:
        begun = len(read.works), len(read.troubles)
        columns, rows = read_table(file, NEEDED)
        for row in rows:
            if row.width != len(columns):
                read.troubles.append(_not_whole(row, len(columns)))
                continue
            read.take(row, from_wkt(row.text("geometry").removeprefix("SRID=27700;")))
        if begun == (len(read.works), len(read.troubles)):
            read.troubles.append(_remark(file, tr("no works are listed")))
        elif _in_degrees(read.works[begun[0] :]):
            said_of_all = tr("the shapes look like degrees: give them in EPSG:27700, in metres")
            read.troubles.append(_remark(file, said_of_all))
    return read


def _remark(file: str, what: str) -> Trouble:
    return Trouble(Place(file, 1), "", what, hides=False)


def _in_degrees(works: Sequence[ListedWorks]) -> bool:
    west, south, east, north = shapely.total_bounds([one.shape for one in works])
    return bool(-180 <= west <= east <= 180 and -90 <= south <= north <= 90)


def _not_whole(row: Row, wanted: int) -> Trouble:
    said = tr("it has {n} fields, and the first line names {wanted}: WKT needs quotes around it")
    return Trouble(row.place, row.text("reference"), said.format(n=row.width, wanted=wanted))


def _works(row: Row, shape: Optional[BaseGeometry]) -> tuple[ListedWorks, list[str]]:
    """Return the works of a row, and what of it cannot be read."""
    said: list[str] = []
    reference = row.text("reference")
    if not reference:
        said.append(tr("it has no reference"))
    works = ListedWorks(
        kind=WORKS,
        reference=reference or str(row.place),
        what="",
        shape=shape,
        start=_day(row, "start", said),
        end=_day(row, "end", said),
        status=word_of(row.text("status")),
        traffic=_traffic(row, said),
        streets=_streets(row, said),
        promoter=row.text("promoter"),
        works_reference=_works_of(reference),
        place=row.place,
    )
    return works, said


def _remarks(works: ListedWorks, listed: dict[str, Place]) -> list[Trouble]:
    """Return what is to be told of works that were read; `listed` is where others are."""
    said = []
    if works.dates_reversed:
        said.append(tr("its end is before its start: the days between are compared"))
    first = listed.setdefault(works.reference.upper(), works.place)
    if first is not works.place:
        said.append(tr("it is there already: {place}").format(place=first))
    return [Trouble(works.place, works.reference, what, hides=False) for what in said]


def _day(row: Row, column: str, said: list[str]) -> Optional[date]:
    try:
        return written_day(row.text(column))
    except StreetWorksError as error:
        told = tr("its {column} “{text}” is not known. {error}")
        said.append(told.format(column=column, text=row.text(column), error=error))
        return None


def _traffic(row: Row, said: list[str]) -> str:
    word = word_of(row.text("traffic_management"))
    if word and word not in _TRAFFIC:
        told = tr("its traffic management “{text}” is not known: write it as the register does")
        said.append(told.format(text=row.text("traffic_management")))
        return ""
    return word


def _streets(row: Row, said: list[str]) -> frozenset[str]:
    text = row.text("usrn")
    found = _USRN.fullmatch(text)
    if text and found is None:
        said.append(tr("its USRN “{text}” is no number of up to 8 digits").format(text=text))
    return street_keys(int(found[1]) if found else None)


def _works_of(reference: str) -> str:
    """Return the reference of the works that a permit is for; "" where it is no permit's."""
    found = _PERMIT.fullmatch(reference)
    return found[1] if found else ""
