"""Packs of evidence of made-up checks, and documents read back."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any, Optional, TypeVar

from qgis.PyQt.QtCore import QCoreApplication
from shapely.geometry import LineString, Point, Polygon
from street_works.plugin.background.slices import Steps
from street_works.plugin.clashes.occupation import Occupation
from street_works.plugin.clashes.report import report_on
from street_works.plugin.clashes.rules.activities import Activities
from street_works.plugin.clashes.rules.near import Near
from street_works.plugin.clashes.shelf import Shelf
from street_works.plugin.evidence.document import Document, contents, document
from street_works.plugin.evidence.pack import Pack
from street_works.plugin.extents import Drawing, examine
from street_works.plugin.trade.kinds import ACTIVITY, WORKS
from street_works.plugin.trade.records.streets import Street
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement

LINE = "LINESTRING (530000 180000, 530060 180010)"
STREET = Street(8401234, "High Street", "", "Elmbridge", "Elmbridge Council", "4805", False)
T = TypeVar("T")
AS_OF = datetime(2027, 1, 4, 14, 2, tzinfo=timezone.utc)


def works(reference: str, shape: Any, *days: Optional[date], what: str = "Renewing a main") -> Any:
    """Make up works of Elmbridge Water."""
    start, end = days or (date(2027, 1, 12), date(2027, 1, 14))
    return Occupation(
        WORKS,
        reference,
        what,
        shape,
        start,
        end,
        traffic=TrafficManagement.MULTI_WAY_SIGNALS,
        promoter="Elmbridge Water",
        promoter_code="9103",
    )


def usual() -> list[Occupation]:
    """Return one of each grade, an activity, and one that has no shape."""
    party = Polygon([(530030, 180000), (530050, 180000), (530050, 180030)])
    day = date(2027, 1, 13)
    return [
        works("CLASH-01", Point(530010, 180001)),
        Occupation(ACTIVITY, "EVENT-1", "Event, street party", party, day, day),
        works(
            "LATER-01",
            LineString([(530000, 179990), (530070, 179992)]),
            date(2027, 1, 20),
            date(2027, 1, 22),
        ),
        works("NODAYS-01", LineString([(530020, 180020), (530070, 180022)]), None, None),
        works("NOSHAPE-01", None),
    ]


def many(count: int) -> list[Occupation]:
    """Return works along the line, all of which clash."""
    return [works(f"W{n:04d}-01", Point(530000 + n % 60, 180002 + n % 7)) for n in range(count)]


def pack_of(others: Sequence[Occupation], **changed: Any) -> Pack:
    """Return the evidence of a check against others, within 25 m and 14 days."""
    extent = examine(Drawing(LINE, "EPSG:27700")).extent
    assert extent is not None
    ours = Occupation(
        WORKS,
        "TSR123456789",
        "Laying a cable",
        extent.geometry,
        date(2027, 1, 11),
        date(2027, 1, 15),
        traffic=TrafficManagement.ROAD_CLOSURE,
        diversion=LineString([(529990, 179985), (530040, 179970), (530090, 180010)]),
    )
    told = {
        "report": report_on(ours, Shelf(others), (Near(25.0, 14), Activities(25.0, 14))),
        "extent": extent,
        "street": STREET,
        "checked": ("4 works, complete, as of 14:02",),
        "verdicts": {(WORKS, "CLASH-01"): "To be resolved"},
        "as_of": AS_OF,
        "made": AS_OF,
        "by": "planner@elmbridge.example, Elmbridge Water",
    }
    return Pack(**{**told, **changed})


def made(
    pack: Pack, folder: Path, after_each: Callable[[Optional[float]], Any] = lambda _done: None
) -> Document:
    """Return the document of a pack, whose template may be in a folder."""
    return taken(document(contents(pack), folder, list), after_each)


def taken(steps: Steps[T], after_each: Callable[[Optional[float]], Any] = lambda _done: None) -> T:
    """Take all steps, with QGIS served in between, and return what they come to."""
    while True:
        try:
            after_each(next(steps))
        except StopIteration as end:
            return end.value
        QCoreApplication.processEvents()


def pages(content: bytes) -> list[str]:
    """Return the text of each page of a PDF, its white space as single spaces."""
    import pypdfium2

    read = pypdfium2.PdfDocument(content)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in read]
