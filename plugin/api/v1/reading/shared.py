"""What is read alike wherever it is told."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Optional

from ....trade.box import Box
from ....trade.records.works import FileNamed
from ..models.work import FileSummaryResponse


def word(value: Optional[str]) -> str:
    """Return a word of an enumeration as plain text, "" where it was not told."""
    return "" if value is None else str(value)


def files(answers: Optional[Iterable[FileSummaryResponse]]) -> tuple[FileNamed, ...]:
    """Return the files that come with an answer."""
    return tuple(FileNamed(one.file_id, one.name) for one in answers or ())


def box_around(shape: Mapping[str, Any]) -> Optional[Box]:
    """Return the box around a GeoJSON geometry; None where it has no place."""
    pairs = list(_pairs(shape.get("coordinates")))
    for part in shape.get("geometries") or ():
        pairs += _pairs(part.get("coordinates"))
    if not pairs:
        return None
    east, north = zip(*pairs)
    return Box(min(east), min(north), max(east), max(north))


def _pairs(coordinates: Any) -> Iterator[tuple[float, float]]:
    if not isinstance(coordinates, list) or not coordinates:
        return
    if isinstance(coordinates[0], (int, float)):
        yield float(coordinates[0]), float(coordinates[1])
        return
    for part in coordinates:
        yield from _pairs(part)
