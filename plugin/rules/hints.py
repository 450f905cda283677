"""Hints for the application: what the street's designations and the works' traffic suggest.

Business rules 6.5, 7.5, 12 and 13. None of them stops a submission: the register does not check
them, and the highway authority looks for them.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Optional

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


@dataclass(frozen=True)
class Hint:
    """Something to look at: `field` is the contract's name of the form's field it belongs to.

    `warning` tells a warning from a note.
    """

    field: str
    message: str
    warning: bool = True


@dataclass(frozen=True)
class Plan:
    """What of the application the hints look at.

    Dates are civil days, both included. `selected` are the designation codes chosen for the permit;
    `section_58` the references of the restrictions that the extent and dates meet; `extent` is in
    EPSG:27700, None when there is none yet. What is None was not answered yet.
    """

    start: date
    end: date
    traffic_management_type: str = ""
    is_ttro_required: Optional[bool] = None
    lane_rental_applicable: Optional[bool] = None
    selected: Collection[int] = ()
    section_58: Collection[str] = ()
    extent: "Optional[BaseGeometry]" = None
    work_type: str = ""


def hints(street: Any, plan: Plan, today: Optional[date] = None) -> tuple[Hint, ...]:
    """Return the hints for `plan` on `street`, a StreetResponse of the contract."""
    met: list[Any] = []
    elsewhere: list[Any] = []
    for designation in street.additional_special_designations_response:
        if asd.applies(designation, plan.start, plan.end, today):
            (met if _near(designation, plan.extent) else elsewhere).append(designation)
    codes = {asd.number_of(one.street_special_desig_code) for one in met}
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


def _traffic_sensitive(met: Iterable[Any], codes: set[Optional[int]], plan: Plan) -> Iterator[Hint]:
    if asd.TRAFFIC_SENSITIVE not in codes:
        return
    if asd.TRAFFIC_SENSITIVE not in plan.selected:
        times = [
            asd.when(one)
            for one in met
            if asd.number_of(one.street_special_desig_code) == asd.TRAFFIC_SENSITIVE
        ]
        known = "; ".join(dict.fromkeys(time for time in times if time))
        message = tr(
            "The street is traffic-sensitive on the days of the works, and that is not selected."
        )
        yield Hint("permit_asds", f"{message} ({known})" if known else message)
    if is_high_impact(plan.traffic_management_type):
        yield Hint(
            "permit_conditions",
            tr("High impact on a traffic-sensitive street: consider conditions on times."),
            warning=False,
        )


def _lane_rental(codes: set[Optional[int]], plan: Plan) -> Iterator[Hint]:
    on_street = asd.LANE_RENTAL in codes
    if on_street and plan.lane_rental_applicable is False:
        yield Hint(
            "lane_rental_applicable", tr("The street has lane rental: it is likely to apply.")
        )
    if not on_street and plan.lane_rental_applicable:
        yield Hint("lane_rental_applicable", tr("The gazetteer knows no lane rental here."))


def _road_closure(plan: Plan) -> Iterator[Hint]:
    if (
        plan.traffic_management_type == TrafficManagement.ROAD_CLOSURE
        and plan.is_ttro_required is False
    ):
        yield Hint(
            "is_ttro_required",
            tr("A road closure normally needs a temporary traffic regulation order (TTRO)."),
        )


def _protected(codes: set[Optional[int]]) -> Iterator[Hint]:
    if asd.PROTECTED_STREET in codes:
        yield Hint(
            "permit_asds",
            tr(
                "The street is protected: works here need the street authority's consent"
                " (section 61 of the New Roads and Street Works Act 1991)."
            ),
        )


def _notified(codes: set[Optional[int]], plan: Plan) -> Iterator[Hint]:
    if asd.EARLY_NOTIFICATION in codes and plan.work_type == WorkType.IMMEDIATE:
        yield Hint(
            "permit_asds",
            tr("Immediate works here are notified early: tell the highway authority at once."),
        )


def _event(met: Iterable[Any]) -> Iterator[Hint]:
    events = [
        one for one in met if asd.number_of(one.street_special_desig_code) == asd.SPECIAL_EVENT
    ]
    if events:
        told = (part for one in events for part in (one.special_desig_description, asd.when(one)))
        known = "; ".join(dict.fromkeys(part for part in told if part))
        message = tr("A special event is held in the street on the days of the works.")
        yield Hint("permit_asds", f"{message} ({known})" if known else message, warning=False)


def _owners(codes: set[Optional[int]]) -> Iterator[Hint]:
    for code in _CONSULT:
        if code in codes:
            yield Hint(
                "permit_asds",
                tr("{designation}: consult its owner before the works.").format(
                    designation=asd.name_of(code)
                ),
            )


def _section_58(plan: Plan) -> Iterator[Hint]:
    if plan.section_58:
        yield Hint(
            "additional_info",
            tr(
                "The works meet a section 58 restriction ({references}): say why they are needed."
            ).format(references=", ".join(sorted(plan.section_58))),
        )


def _elsewhere(designations: Iterable[Any]) -> Iterator[Hint]:
    codes = dict.fromkeys(one.street_special_desig_code for one in designations)
    for code in codes:
        yield Hint(
            "permit_asds",
            tr("{designation}: on another part of the street.").format(
                designation=asd.name_of(code)
            ),
            warning=False,
        )


def _near(designation: Any, extent: "Optional[BaseGeometry]") -> bool:
    """Say whether the designation reaches the extent; yes wherever its place is not known."""
    geometry = designation.asd_coordinate_geometry
    if designation.whole_road or geometry is None or extent is None:
        return True
    from shapely.errors import ShapelyError  # noqa: PLC0415 - only for designations with a shape
    from shapely.geometry import shape  # noqa: PLC0415 - likewise

    try:
        place = shape({"type": geometry.type, "coordinates": geometry.coordinates})
        return bool(place.is_empty or place.distance(extent) <= _NEAR_M)
    except (ShapelyError, ValueError, TypeError, IndexError, AttributeError):
        return True
