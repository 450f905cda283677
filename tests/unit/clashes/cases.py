"""Worked cases: what is compared, by which rules, and the right answer. A new rule adds its own.

Ours is a square of 10 m whose days are 10 to 20 June 2026, if a case does not say otherwise. Each
finding is told as (reference of the other, rule, grade, days in common, metres apart); `unusable`
has the references of those that could not be compared.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any, NamedTuple, Optional

from shapely.geometry import LineString, Point, Polygon, box
from street_works.plugin.clashes.finding import Gap
from street_works.plugin.clashes.grade import Grade
from street_works.plugin.clashes.occupation import (
    WITHOUT_END,
    Occupation,
    street_keys,
)
from street_works.plugin.clashes.occupations import from_own_layer, from_record, from_street
from street_works.plugin.clashes.rule import Rule
from street_works.plugin.clashes.rules import all_with, usual
from street_works.plugin.trade.calendar import civil_day
from street_works.plugin.trade.days import Days
from street_works.plugin.trade.records.on_map import MapRecord
from street_works.plugin.trade.records.streets import Designation, Street
from street_works.plugin.trade.vocabulary.activities import ActivityKind
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement
from street_works.tests.made.map_records import square

CLASH, OPPORTUNITY, CANNOT_SAY = Grade.CLASH, Grade.OPPORTUNITY, Grade.CANNOT_SAY
CLOSED = TrafficManagement.ROAD_CLOSURE
SIGNALS = TrafficManagement.TWO_WAY_SIGNALS
FREE = TrafficManagement.NO_CARRIAGEWAY_INCURSION
GIVE = TrafficManagement.GIVE_AND_TAKE
BST = timezone(timedelta(hours=1))

Told = tuple[str, str, Grade, Optional[Days], Optional[float]]


class Case(NamedTuple):
    """A case and its answer."""

    words: str
    ours: Occupation
    others: Sequence[Occupation]
    found: Sequence[Told] = ()
    rules: Sequence[Rule] = usual()
    unusable: Sequence[str] = ()
    left_out: int = 0
    gaps: Sequence[Gap] = ()
    sure: bool = True


def june(number: int, until: Optional[int] = None) -> Any:
    """Return a day of June 2026, or the days until another."""
    first = date(2026, 6, number)
    return first if until is None else Days(first, date(2026, 6, until))


START, END = june(10), june(20)
EXTENT = box(0, 0, 10, 10)
OURS = Occupation("works", "OURS", "your works", EXTENT, june(10), june(20))
WHOLE = june(10, 20)
BOW = Polygon([(5, 5), (15, 15), (15, 5), (5, 15)])


def ours(**changes: Any) -> Occupation:
    return replace(OURS, **changes)


def works(
    reference: str = "A",
    shape: Any = EXTENT,
    start: Any = START,
    end: Any = END,
    **more: Any,
) -> Occupation:
    told = {"kind": "works", "traffic": FREE, **more}
    return Occupation(reference=reference, what="gas", shape=shape, start=start, end=end, **told)


def east(metres: float) -> Point:
    """Return a point so far to the east of ours."""
    return Point(10 + metres, 5)


def activity(
    kind: ActivityKind, shape: Any = EXTENT, start: Any = START, end: Any = END, **more: Any
) -> Occupation:
    return works("E", shape, start, end, kind="activity", category=kind, traffic="", **more)


def plan(**more: Any) -> Occupation:
    return works("P", **{"kind": "forward_plan", "traffic": "", **more})


def own(shape: Any = EXTENT, **more: Any) -> Occupation:
    return from_own_layer("Trees", "7", shape, **more)


def designated(code: int, **more: Any) -> tuple[Occupation, ...]:
    """Return what the street of ours, from (0, -20) to (500, -20), is designated for."""
    told = Designation(code, **more)
    line = {"type": "LineString", "coordinates": [[0, -20], [500, -20]]}
    return from_street(
        Street(
            8401426, "High Street", "Area", "Town", "Essex", "1585", False, (), (), (told,), line
        )
    )


HERE = street_keys(8401426)
THERE = street_keys(8401427)
HIGH_STREET = LineString([(0, -20), (600, -20)])
MILL_LANE = LineString([(300, -20), (300, 400)])
CHAPEL_LANE = LineString([(300, 30), (300, 400)])
WAY = LineString([(0, 450), (900, 450)])
TO_MARCH = ours(start=date(2026, 3, 27), end=date(2026, 3, 29))
TO_OCTOBER = ours(start=date(2026, 10, 23), end=date(2026, 10, 25))
APART = all_with(margin_days=14)

SPACE = (
    Case("nothing is there", OURS, []),
    Case(
        "two that overlap", OURS, [works(shape=box(5, 5, 20, 20))], [("A", "near", CLASH, WHOLE, 0)]
    ),
    Case(
        "two that touch at a corner meet",
        OURS,
        [works(shape=box(10, 10, 20, 20))],
        [("A", "near", CLASH, WHOLE, 0)],
    ),
    Case(
        "one inside the other",
        OURS,
        [works(shape=box(4, 4, 5, 5))],
        [("A", "near", CLASH, WHOLE, 0)],
    ),
    Case(
        "exactly as far as the rule looks",
        OURS,
        [works(shape=east(25))],
        [("A", "near", CLASH, WHOLE, 25)],
    ),
    Case("a centimetre further", OURS, [works(shape=east(25.01))]),
    Case(
        "within 0 m only what touches",
        OURS,
        [works("A", east(0)), works("B", east(0.01))],
        [("A", "near", CLASH, WHOLE, 0)],
        all_with(within_m=0),
    ),
    Case(
        "a line along a hole of an area is not inside it",
        ours(shape=box(0, 0, 100, 100).difference(box(30, 30, 70, 70))),
        [works(shape=Point(50, 50))],
        [("A", "near", CLASH, WHOLE, 20)],
    ),
    Case(
        "of several parts the nearest counts",
        OURS,
        [works(shape=box(200, 0, 210, 10).union(box(13, 14, 20, 20)))],
        [("A", "near", CLASH, WHOLE, 5)],
    ),
    Case(
        "heights do not matter",
        OURS,
        [works(shape=Point(5, 5, 900))],
        [("A", "near", CLASH, WHOLE, 0)],
    ),
    Case(
        "boxes that overlap with shapes far apart",
        ours(shape=LineString([(0, 0), (100, 100)])),
        [works(shape=Point(90, 10))],
    ),
)

DAYS = (
    Case(
        "the last of ours is the first of theirs",
        OURS,
        [works(start=june(20), end=june(25))],
        [("A", "near", CLASH, june(20, 20), 0)],
    ),
    Case(
        "the first of ours is the last of theirs",
        OURS,
        [works(start=june(1), end=june(10))],
        [("A", "near", CLASH, june(10, 10), 0)],
    ),
    Case("the day after is no day in common", OURS, [works(start=june(21), end=june(25))]),
    Case("the day before is none either", OURS, [works(start=june(1), end=june(9))]),
    Case(
        "one day within ours",
        OURS,
        [works(start=june(15), end=june(15))],
        [("A", "near", CLASH, june(15, 15), 0)],
    ),
    Case(
        "the day after is within a margin of one",
        OURS,
        [works(start=june(21), end=june(25))],
        [("A", "near", OPPORTUNITY, None, 0)],
        all_with(margin_days=1),
    ),
    Case(
        "as many days apart as the margin",
        OURS,
        [works(start=date(2026, 7, 4), end=WITHOUT_END)],
        [("A", "near", OPPORTUNITY, None, 0)],
        APART,
    ),
    Case(
        "a day more than the margin",
        OURS,
        [works(start=date(2026, 7, 5), end=WITHOUT_END)],
        rules=APART,
    ),
    Case(
        "before ours by the margin",
        OURS,
        [works(start=june(1), end=june(8))],
        [("A", "near", OPPORTUNITY, None, 0)],
        all_with(margin_days=2),
    ),
    Case(
        "a margin makes no opportunity of what clashes",
        OURS,
        [works()],
        [("A", "near", CLASH, WHOLE, 0)],
        APART,
    ),
    Case(
        "reversed days of theirs are the same days",
        OURS,
        [works(start=june(25), end=june(18))],
        [("A", "near", CLASH, june(18, 20), 0)],
    ),
    Case(
        "reversed days of ours are the same days",
        ours(start=june(20), end=june(10)),
        [works(start=june(18), end=june(25))],
        [("A", "near", CLASH, june(18, 20), 0)],
    ),
    Case(
        "the year turns",
        ours(start=date(2026, 12, 30), end=date(2027, 1, 4)),
        [works(start=date(2027, 1, 1), end=date(2027, 2, 1))],
        [("A", "near", CLASH, Days(date(2027, 1, 1), date(2027, 1, 4)), 0)],
    ),
    Case(
        "29 February lies between, so it is two days",
        ours(start=date(2028, 2, 1), end=date(2028, 2, 28)),
        [works(start=date(2028, 3, 1), end=date(2028, 3, 2))],
        rules=all_with(margin_days=1),
    ),
)

HOLIDAYS = (
    Case(
        "Christmas Day and Boxing Day are days in common as others are",
        ours(start=date(2026, 12, 21), end=date(2026, 12, 31)),
        [works(start=date(2026, 12, 25), end=date(2026, 12, 26))],
        [("A", "near", CLASH, Days(date(2026, 12, 25), date(2026, 12, 26)), 0)],
    ),
    Case(
        "a weekend counts as days apart",
        ours(start=june(1), end=june(5)),
        [works(start=june(8), end=june(9))],
        rules=all_with(margin_days=2),
    ),
    Case(
        "so do the days from Christmas Eve to the next working day",
        ours(start=date(2026, 12, 21), end=date(2026, 12, 24)),
        [works(start=date(2026, 12, 29), end=date(2026, 12, 30))],
        [("A", "near", OPPORTUNITY, None, 0)],
        all_with(margin_days=5),
    ),
)

CLOCKS = (
    Case(
        "the Sunday on which clocks go forward",
        TO_MARCH,
        [works(start=date(2026, 3, 29), end=date(2026, 3, 31))],
        [("A", "near", CLASH, Days(date(2026, 3, 29), date(2026, 3, 29)), 0)],
    ),
    Case(
        "the Monday after it",
        TO_MARCH,
        [works(start=date(2026, 3, 30), end=date(2026, 3, 31))],
        [("A", "near", OPPORTUNITY, None, 0)],
        all_with(margin_days=1),
    ),
    Case(
        "the Sunday on which clocks go back",
        TO_OCTOBER,
        [works(start=date(2026, 10, 25), end=date(2026, 10, 26))],
        [("A", "near", CLASH, Days(date(2026, 10, 25), date(2026, 10, 25)), 0)],
    ),
    Case(
        "the Monday after that",
        TO_OCTOBER,
        [works(start=date(2026, 10, 26), end=date(2026, 10, 30))],
        [("A", "near", OPPORTUNITY, None, 0)],
        all_with(margin_days=1),
    ),
    Case(
        "23:30 UTC is the next day in summer",
        TO_OCTOBER,
        [
            works(
                start=civil_day(datetime(2026, 10, 24, 23, 30, tzinfo=timezone.utc)),
                end=date(2026, 10, 30),
            )
        ],
        [("A", "near", CLASH, Days(date(2026, 10, 25), date(2026, 10, 25)), 0)],
    ),
    Case(
        "and the same day in winter",
        TO_OCTOBER,
        [
            works(
                start=civil_day(datetime(2026, 10, 25, 23, 30, tzinfo=timezone.utc)),
                end=date(2026, 10, 30),
            )
        ],
        [("A", "near", CLASH, Days(date(2026, 10, 25), date(2026, 10, 25)), 0)],
    ),
    Case(
        "half past midnight in summer time is the day in the UK",
        TO_MARCH,
        [works(start=civil_day(datetime(2026, 3, 30, 0, 30, tzinfo=BST)), end=date(2026, 4, 3))],
    ),
    Case(
        "midnight UTC stands for the day itself, also in summer",
        OURS,
        [works(start=civil_day(datetime(2026, 6, 20, tzinfo=timezone.utc)), end=june(25))],
        [("A", "near", CLASH, june(20, 20), 0)],
    ),
)

NOT_KNOWN = (
    Case(
        "a start within ours, the end not known: that day for sure",
        OURS,
        [works(start=june(15), end=None)],
        [("A", "near", CLASH, june(15, 15), 0)],
    ),
    Case(
        "a start before ours, the end not known",
        OURS,
        [works(start=june(1), end=None)],
        [("A", "near", CANNOT_SAY, None, 0)],
        sure=False,
    ),
    Case("a start after ours, the end not known", OURS, [works(start=june(21), end=None)]),
    Case(
        "an end within ours, the start not known",
        OURS,
        [works(start=None, end=june(12))],
        [("A", "near", CLASH, june(12, 12), 0)],
    ),
    Case(
        "an end after ours, the start not known",
        OURS,
        [works(start=None, end=june(25))],
        [("A", "near", CANNOT_SAY, None, 0)],
        sure=False,
    ),
    Case("an end before ours, the start not known", OURS, [works(start=None, end=june(9))]),
    Case(
        "neither is known",
        OURS,
        [works(start=None, end=None)],
        [("A", "near", CANNOT_SAY, None, 0)],
        sure=False,
    ),
    Case(
        "our own end is not known",
        ours(end=None),
        [works(start=june(12), end=june(13))],
        [("A", "near", CANNOT_SAY, None, 0)],
        sure=False,
    ),
    Case(
        "without an end by its nature is another thing",
        OURS,
        [works(start=june(18), end=WITHOUT_END)],
        [("A", "near", CLASH, june(18, 20), 0)],
    ),
    Case("a broken shape is mended", OURS, [works(shape=BOW)], [("A", "near", CLASH, WHOLE, 0)]),
    Case(
        "a broken shape of ours is mended",
        ours(shape=BOW),
        [works()],
        [("A", "near", CLASH, WHOLE, 0)],
    ),
    Case(
        "a shape that cannot be read is told, the rest done",
        OURS,
        [works("A", None), works("B")],
        [("B", "near", CLASH, WHOLE, 0)],
        unusable=["A"],
        sure=False,
    ),
    Case(
        "an empty shape and one that is not a number",
        OURS,
        [works("A", Polygon()), works("B", Point(float("nan"), 1))],
        unusable=["A", "B"],
        sure=False,
    ),
    Case(
        "without a shape, but on our street: unsure",
        ours(streets=HERE),
        [works(shape=None, streets=HERE)],
        [("A", "same_street", CANNOT_SAY, WHOLE, None)],
        unusable=["A"],
        sure=False,
    ),
    Case(
        "the register gave not everything: not none, but not known",
        OURS,
        [],
        gaps=[Gap("Works", "1 area could not be fetched")],
        sure=False,
    ),
    Case(
        "nor is all known where something was found",
        OURS,
        [works()],
        [("A", "near", CLASH, WHOLE, 0)],
        gaps=[Gap("Activities", "not permitted")],
        sure=False,
    ),
)

WHOSE = (
    Case("parts of the same works do not meet", OURS, [works("OURS-02", works_reference="ours")]),
    Case("the works themselves do not meet", OURS, [works("ours")]),
    Case(
        "what is cancelled is left out, and counted", OURS, [works(status="cancelled")], left_out=1
    ),
    Case(
        "so is what is refused, closed and revoked",
        OURS,
        [works("A", status="refused"), works("B", status="CLOSED"), works("C", status="revoked")],
        left_out=3,
    ),
    Case(
        "a status that the trade does not know is looked at",
        OURS,
        [works(status="paused")],
        [("A", "near", CLASH, WHOLE, 0)],
    ),
    Case(
        "a cancelled activity is left out",
        OURS,
        [
            from_record(
                MapRecord(
                    "activity",
                    square(0, 0),
                    "E",
                    cancelled=True,
                    first_day=june(10),
                    last_day=june(20),
                )
            )
        ],
        left_out=1,
    ),
)

SAME_STREET = (
    Case(
        "on one street by its USRN, 300 m away",
        ours(streets=HERE),
        [works(shape=east(300), streets=HERE)],
        [("A", "same_street", OPPORTUNITY, WHOLE, 300)],
    ),
    Case(
        "on one street by its name",
        ours(streets=street_keys(8401426, "High Street", "Area")),
        [plan(shape=east(300), streets=street_keys(name="HIGH  street", area="area"))],
        [("P", "same_street", OPPORTUNITY, WHOLE, 300)],
    ),
    Case(
        "further along the street than the rule looks",
        ours(streets=HERE),
        [works(shape=east(500.1), streets=HERE)],
    ),
    Case(
        "beside the line of our street, its own street not known",
        ours(street_line=HIGH_STREET),
        [works(shape=Point(310, -10))],
        [("A", "same_street", OPPORTUNITY, WHOLE, 300.17)],
    ),
    Case(
        "11 m from the line is beside another street",
        ours(street_line=HIGH_STREET),
        [works(shape=Point(310, -8.9))],
    ),
    Case(
        "ours is beside the line of theirs",
        ours(shape=Point(0, -20)),
        [works(shape=Point(100, -20), street_line=HIGH_STREET)],
        [("A", "same_street", OPPORTUNITY, WHOLE, 100)],
    ),
    Case(
        "another street of the same name in another area",
        ours(streets=street_keys(name="High Street", area="Area")),
        [works(shape=east(300), streets=street_keys(name="High Street", area="Elsewhere"))],
    ),
    Case(
        "on one street a few days later",
        ours(streets=HERE),
        [works(shape=east(300), start=june(25), end=june(30), streets=HERE)],
        [("A", "same_street", OPPORTUNITY, None, 300)],
        APART,
    ),
    Case(
        "on one street, days not known",
        ours(streets=HERE),
        [works(shape=east(300), start=None, end=None, streets=HERE)],
        [("A", "same_street", CANNOT_SAY, None, 300)],
        sure=False,
    ),
    Case(
        "a skip is nothing to share a trench with",
        ours(streets=HERE),
        [activity(ActivityKind.SKIPS, east(300), streets=HERE)],
    ),
)

TRAFFIC = (
    Case(
        "signals and a closure on one street",
        ours(traffic=SIGNALS, streets=HERE),
        [works(shape=east(300), traffic=CLOSED, streets=HERE)],
        [("A", "same_street", OPPORTUNITY, WHOLE, 300), ("A", "traffic", CLASH, WHOLE, 300)],
    ),
    Case(
        "give and take beside a closure can stand together",
        ours(traffic=CLOSED, streets=HERE),
        [works(shape=east(300), traffic=GIVE, streets=HERE)],
        [("A", "same_street", OPPORTUNITY, WHOLE, 300)],
    ),
    Case(
        "streets that meet",
        ours(traffic=CLOSED, streets=HERE, street_line=HIGH_STREET),
        [works(shape=Point(300, 200), traffic=CLOSED, streets=THERE, street_line=MILL_LANE)],
        [("A", "traffic", CLASH, WHOLE, 346.7)],
    ),
    Case(
        "streets whose lines are known and do not meet",
        ours(traffic=CLOSED, streets=HERE, street_line=HIGH_STREET),
        [works(shape=Point(300, 200), traffic=CLOSED, streets=THERE, street_line=CHAPEL_LANE)],
    ),
    Case(
        "the other's street is not known: 100 m from the line of ours",
        ours(traffic=CLOSED, street_line=HIGH_STREET),
        [works(shape=Point(310, 80), traffic=SIGNALS)],
        [("A", "traffic", CLASH, WHOLE, 308.06)],
    ),
    Case(
        "101 m from the line of ours",
        ours(traffic=CLOSED, street_line=HIGH_STREET),
        [works(shape=Point(310, 81), traffic=SIGNALS)],
    ),
    Case(
        "no street is known: 100 m from ours",
        ours(traffic=CLOSED),
        [works(shape=east(100), traffic=SIGNALS)],
        [("A", "traffic", CLASH, WHOLE, 100)],
    ),
    Case(
        "on our street, but half a mile away",
        ours(traffic=CLOSED, streets=HERE),
        [works(shape=east(800), traffic=CLOSED, streets=HERE)],
    ),
    Case(
        "two closures on days apart can stand",
        ours(traffic=CLOSED),
        [works(shape=east(50), start=june(21), end=june(22), traffic=CLOSED)],
        rules=APART,
    ),
    Case(
        "how traffic is led past theirs is not told",
        ours(traffic=CLOSED),
        [works(shape=east(50), traffic="")],
        [("A", "traffic", CANNOT_SAY, WHOLE, 50)],
        sure=False,
    ),
    Case(
        "or told by a word that nobody knows",
        ours(traffic=CLOSED),
        [works(shape=east(50), traffic="balloons")],
        [("A", "traffic", CANNOT_SAY, WHOLE, 50)],
        sure=False,
    ),
    Case(
        "ours is not told yet, theirs is a closure",
        OURS,
        [works(shape=east(50), traffic=CLOSED)],
        [("A", "traffic", CANNOT_SAY, WHOLE, 50)],
        sure=False,
    ),
    Case(
        "an event may close the street",
        ours(traffic=CLOSED),
        [activity(ActivityKind.EVENT, east(50))],
        [("E", "traffic", CANNOT_SAY, WHOLE, 50)],
        sure=False,
    ),
    Case(
        "a hoarding leads no traffic",
        ours(traffic=CLOSED),
        [activity(ActivityKind.HOARDING, east(50))],
    ),
    Case(
        "both on one street, the place of theirs not known",
        ours(traffic=CLOSED, streets=HERE),
        [works(shape=None, traffic=CLOSED, streets=HERE)],
        [("A", "same_street", CANNOT_SAY, WHOLE, None), ("A", "traffic", CANNOT_SAY, WHOLE, None)],
        unusable=["A"],
        sure=False,
    ),
)

DIVERSION = (
    Case(
        "a closure on our diversion, far from ours",
        ours(traffic=CLOSED, diversion=WAY),
        [works(shape=Point(610, 460), traffic=CLOSED)],
        [("A", "diversion", CLASH, WHOLE, 750)],
    ),
    Case(
        "ours is a closure on their diversion",
        ours(traffic=CLOSED),
        [works(shape=Point(610, 460), diversion=LineString([(5, -10), (5, -300)]), traffic=CLOSED)],
        [("A", "diversion", CLASH, WHOLE, 750)],
    ),
    Case(
        "a centimetre too far from the diversion",
        ours(traffic=CLOSED, diversion=WAY),
        [works(shape=Point(610, 460.01), traffic=CLOSED)],
    ),
    Case(
        "signals on the diversion",
        ours(traffic=CLOSED, diversion=WAY),
        [works(shape=Point(610, 460), traffic=SIGNALS)],
        [("A", "diversion", CLASH, WHOLE, 750)],
    ),
    Case(
        "traffic gets past on the diversion",
        ours(traffic=CLOSED, diversion=WAY),
        [works(shape=Point(610, 460), traffic=GIVE)],
    ),
    Case(
        "nobody told how traffic gets past on the diversion",
        ours(traffic=CLOSED, diversion=WAY),
        [works(shape=Point(610, 460), traffic="")],
        [("A", "diversion", CANNOT_SAY, WHOLE, 750)],
        sure=False,
    ),
    Case(
        "on the diversion, but a day later",
        ours(traffic=CLOSED, diversion=WAY),
        [works(shape=Point(610, 460), traffic=CLOSED, start=june(21), end=june(22))],
        rules=APART,
    ),
    Case(
        "a diversion that cannot be read is told",
        ours(traffic=CLOSED, diversion=LineString([(0, 450), (float("nan"), 450)])),
        [works(shape=Point(610, 460), traffic=CLOSED)],
        unusable=["OURS"],
        sure=False,
    ),
)

RESTRICTIONS = (
    Case(
        "resurfaced ground under ours",
        OURS,
        [activity(ActivityKind.SECTION58)],
        [("E", "section_58", CLASH, WHOLE, 0)],
    ),
    Case(
        "a section 58 that ends the day before",
        OURS,
        [activity(ActivityKind.SECTION58, start=june(1), end=june(9))],
        rules=APART,
    ),
    Case(
        "a section 58 whose days are not known",
        OURS,
        [activity(ActivityKind.SECTION58, start=None, end=None)],
        [("E", "section_58", CANNOT_SAY, None, 0)],
        sure=False,
    ),
    Case(
        "a section 58 on the other side of the town",
        OURS,
        [activity(ActivityKind.SECTION58, east(400))],
    ),
    Case(
        "limits of the HS2 act hold every day",
        OURS,
        [from_record(MapRecord("hs2", square(0, 0)))],
        [("HS2", "hs2", CLASH, WHOLE, 0)],
    ),
    Case(
        "a protected street, all of it",
        OURS,
        designated(1, whole_street=True),
        [("8401426-1", "protected_street", CLASH, WHOLE, 20)],
    ),
    Case(
        "protected on another part",
        OURS,
        designated(1, geometry={"type": "Point", "coordinates": [400, -20]}),
    ),
    Case(
        "protected from a day on: 23:30 UTC on the 14th is the 15th",
        OURS,
        designated(1, first_day=datetime(2026, 6, 14, 23, 30, tzinfo=timezone.utc)),
        [("8401426-1", "protected_street", CLASH, june(15, 20), 20)],
    ),
    Case(
        "protected no longer",
        OURS,
        designated(1, last_day=datetime(2026, 6, 9, tzinfo=timezone.utc)),
    ),
    Case(
        "protected, and nobody knows where on our street",
        ours(streets=HERE),
        [replace(designated(1)[0], shape=None)],
        [("8401426-1", "protected_street", CLASH, WHOLE, None)],
        unusable=["8401426-1"],
        sure=False,
    ),
    Case("a traffic-sensitive street is no clash", OURS, designated(2, whole_street=True)),
    Case(
        "an embargo before the race",
        OURS,
        [own(east(10), category="Embargo", start=june(18), end=june(19))],
        [("7", "embargo", CLASH, june(18, 19), 10)],
    ),
    Case(
        "an embargo that is over",
        OURS,
        [own(category="embargo", start=june(1), end=june(9))],
        rules=APART,
    ),
)

OTHERS = (
    Case(
        "an event on our days",
        OURS,
        [activity(ActivityKind.EVENT, east(10), end=june(12))],
        [("E", "activity", CLASH, june(10, 12), 10)],
    ),
    Case(
        "a scaffold that goes a few days before",
        OURS,
        [activity(ActivityKind.SCAFFOLDING, start=june(1), end=june(8))],
        [("E", "activity", OPPORTUNITY, None, 0)],
        APART,
    ),
    Case(
        "a special event of the gazetteer",
        OURS,
        designated(18, whole_street=True),
        [("8401426-18", "activity", CLASH, WHOLE, 20)],
    ),
    Case(
        "a forward plan on our days is a potential clash",
        OURS,
        [plan(start=june(20))],
        [("P", "forward_plan", CLASH, june(20, 20), 0)],
    ),
    Case(
        "a forward plan a week later is a chance",
        OURS,
        [plan(start=june(27), end=june(30))],
        [("P", "forward_plan", OPPORTUNITY, None, 0)],
        APART,
    ),
    Case("a forward plan of ours", OURS, [plan(works_reference="OURS")]),
    Case(
        "an own layer without dates is there every day",
        OURS,
        [own(east(3))],
        [("7", "own_layer", CLASH, WHOLE, 3)],
    ),
    Case(
        "an own layer with one date",
        OURS,
        [own(start=june(18))],
        [("7", "own_layer", CLASH, june(18, 20), 0)],
    ),
    Case(
        "an own layer whose date could not be read",
        OURS,
        [own(start=None, end=None)],
        [("7", "own_layer", CANNOT_SAY, None, 0)],
        sure=False,
    ),
    Case(
        "an own layer a few days apart",
        OURS,
        [own(start=june(22), end=june(23))],
        [("7", "own_layer", OPPORTUNITY, None, 0)],
        APART,
    ),
    Case(
        "an own layer whose shape cannot be read",
        OURS,
        [own("POLYGON ((0 0")],
        unusable=["7"],
        sure=False,
    ),
)

SAME_PROMOTER = (
    Case(
        "works of ours by promoter, two months later",
        ours(promoter_code="0999"),
        [
            works(
                shape=east(100),
                start=date(2026, 8, 19),
                end=date(2026, 8, 20),
                promoter_code="0999",
            )
        ],
        [("A", "same_promoter", OPPORTUNITY, None, 100)],
    ),
    Case(
        "a day more than two months",
        ours(promoter_code="0999"),
        [
            works(
                shape=east(100),
                start=date(2026, 8, 20),
                end=date(2026, 8, 20),
                promoter_code="0999",
            )
        ],
    ),
    Case(
        "works of somebody else's",
        ours(promoter_code="0999"),
        [works(shape=east(50), promoter_code="0111")],
    ),
    Case("works without a promoter are nobody's", OURS, [works(shape=east(50))]),
    Case(
        "the same by name where no code is known",
        ours(promoter="Town Water"),
        [plan(shape=east(50), promoter="TOWN WATER")],
        [("P", "same_promoter", OPPORTUNITY, WHOLE, 50)],
    ),
    Case(
        "of the same promoter, days not known",
        ours(promoter_code="0999"),
        [works(shape=east(50), start=None, end=None, promoter_code="0999")],
        [("A", "same_promoter", CANNOT_SAY, None, 50)],
        sure=False,
    ),
)

CASES = (
    *SPACE, *DAYS, *HOLIDAYS, *CLOCKS, *NOT_KNOWN, *WHOSE, *SAME_STREET, *TRAFFIC, *DIVERSION,
    *RESTRICTIONS, *OTHERS, *SAME_PROMOTER,
)  # fmt: skip
