"""Hints for the application: what the street's designations and the works' traffic suggest.

Business rules 6.5, 7.5, 12 and 13. None of them stops a submission: the register does not check
them, and the highway authority looks for them.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Optional

from ..trade.records.streets import Designation, Street
from ..trade.traffic import is_high_impact
from ..trade.vocabulary.traffic_management import TrafficManagement
from ..trade.vocabulary.works import WorkType
from ..words import tr
from . import asd

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

# A designation's shape follows the middle of the road, works lie beside it: as far as the register
# itself looks for a street around a point.
_NEAR_M = 25.0
_CONSULT = (
    asd.SPECIAL_ENGINEERING_DIFFICULTY,
    asd.PROPOSED_ENGINEERING_DIFFICULTY,
    asd.LEVEL_CROSSING,
    asd.STRUCTURES,
    asd.PIPELINES,
    asd.TRANSPORT_AUTHORITY_APPARATUS,
)


class About(Enum):
    """What of the application a hint is about."""

    DESIGNATIONS = "designations"
    CONDITIONS = "conditions"
    LANE_RENTAL = "lane rental"
    TRAFFIC_ORDER = "traffic order"
    NOTES = "notes"


@dataclass(frozen=True)
class Hint:
    """Something to look at; `warning` tells a warning from a note."""

    about: About
    message: str
    warning: bool = True


@dataclass(frozen=True)
class Plan:
    """What of the application the hints look at.

    Dates are civil days, both included. `needs_order` is about a temporary traffic regulation
    order; `selected` are the designation codes chosen for the permit; `restrictions` the references
    of the section 58 restrictions that the extent and dates meet; `extent` is in EPSG:27700, None
    when there is none yet; `kind` is how the works come about. What is None was not answered yet.
    """

    start: date
    end: date
    traffic: str = ""
    needs_order: Optional[bool] = None
    lane_rental: Optional[bool] = None
    selected: Collection[int] = ()
    restrictions: Collection[str] = ()
    extent: "Optional[BaseGeometry]" = None
    kind: str = ""


def hints(street: Street, plan: Plan, today: Optional[date] = None) -> tuple[Hint, ...]:
    """Return the hints for `plan` on `street`."""
    met: list[Designation] = []
    elsewhere: list[Designation] = []
    for designation in street.designations:
        if asd.applies(designation, plan.start, plan.end, today):
            (met if _near(designation, plan.extent) else elsewhere).append(designation)
    codes = {asd.number_of(one.code) for one in met}
    return (
        *_traffic_sensitive(met, codes, plan),
        *_lane_rental(codes, plan),
        *_road_closure(plan),
        *_protected(codes),
        *_notified(codes, plan),
        *_event(met),
        *_owners(codes),
        *_section_58(plan),
        *_elsewhere(elsewhere),
    )


def _traffic_sensitive(
    met: Iterable[Designation], codes: set[Optional[int]], plan: Plan
) -> Iterator[Hint]:
    if asd.TRAFFIC_SENSITIVE not in codes:
        return
    if asd.TRAFFIC_SENSITIVE not in plan.selected:
        times = [asd.when(one) for one in met if asd.number_of(one.code) == asd.TRAFFIC_SENSITIVE]
        known = "; ".join(dict.fromkeys(time for time in times if time))
        message = tr(
            "The street is traffic-sensitive on the days of the works, and that is not selected."
        )
        yield Hint(About.DESIGNATIONS, f"{message} ({known})" if known else message)
    if is_high_impact(plan.traffic):
        yield Hint(
            About.CONDITIONS,
            tr("High impact on a traffic-sensitive street: consider conditions on times."),
            warning=False,
        )


def _lane_rental(codes: set[Optional[int]], plan: Plan) -> Iterator[Hint]:
    on_street = asd.LANE_RENTAL in codes
    if on_street and plan.lane_rental is False:
        yield Hint(About.LANE_RENTAL, tr("The street has lane rental: it is likely to apply."))
    if not on_street and plan.lane_rental:
        yield Hint(About.LANE_RENTAL, tr("The gazetteer knows no lane rental here."))


def _road_closure(plan: Plan) -> Iterator[Hint]:
    if plan.traffic == TrafficManagement.ROAD_CLOSURE and plan.needs_order is False:
        yield Hint(
            About.TRAFFIC_ORDER,
            tr("A road closure normally needs a temporary traffic regulation order (TTRO)."),
        )


def _protected(codes: set[Optional[int]]) -> Iterator[Hint]:
    if asd.PROTECTED_STREET in codes:
        yield Hint(
            About.DESIGNATIONS,
            tr(
                "The street is protected: works here need the street authority's consent"
                " (section 61 of the New Roads and Street Works Act 1991)."
            ),
        )


def _notified(codes: set[Optional[int]], plan: Plan) -> Iterator[Hint]:
    if asd.EARLY_NOTIFICATION in codes and plan.kind == WorkType.IMMEDIATE:
        yield Hint(
            About.DESIGNATIONS,
            tr("Immediate works here are notified early: tell the highway authority at once."),
        )


def _event(met: Iterable[Designation]) -> Iterator[Hint]:
    events = [one for one in met if asd.number_of(one.code) == asd.SPECIAL_EVENT]
    if events:
        told = (part for one in events for part in (one.description, asd.when(one)))
        known = "; ".join(dict.fromkeys(part for part in told if part))
        message = tr("A special event is held in the street on the days of the works.")
        yield Hint(About.DESIGNATIONS, f"{message} ({known})" if known else message, warning=False)


def _owners(codes: set[Optional[int]]) -> Iterator[Hint]:
    for code in _CONSULT:
        if code in codes:
            yield Hint(
                About.DESIGNATIONS,
                tr("{designation}: consult its owner before the works.").format(
                    designation=asd.name_of(code)
                ),
            )


def _section_58(plan: Plan) -> Iterator[Hint]:
    if plan.restrictions:
        yield Hint(
            About.NOTES,
            tr(
                "The works meet a section 58 restriction ({references}): say why they are needed."
            ).format(references=", ".join(sorted(plan.restrictions))),
        )


def _elsewhere(designations: Iterable[Designation]) -> Iterator[Hint]:
    codes = dict.fromkeys(one.code for one in designations)
    for code in codes:
        yield Hint(
            About.DESIGNATIONS,
            tr("{designation}: on another part of the street.").format(
                designation=asd.name_of(code)
            ),
            warning=False,
        )


def _near(designation: Designation, extent: "Optional[BaseGeometry]") -> bool:
    """Say whether the designation reaches the extent; yes wherever its place is not known."""
    geometry = designation.geometry
    if designation.whole_street or geometry is None or extent is None:
        return True
    from shapely.errors import ShapelyError  # noqa: PLC0415 - only for designations with a shape
    from shapely.geometry import shape  # noqa: PLC0415 - likewise

    try:
        place = shape(geometry)
        return bool(place.is_empty or place.distance(extent) <= _NEAR_M)
    except (ShapelyError, ValueError, TypeError, IndexError, AttributeError):
        return True
