"""The lines of a fee report: what was chargeable, and when (Business rules 13)."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple, Optional

from ...rules import changes, fees
from ..answers.shared import stamped
from ..map.features import stamp
from ..records import Permit, Works

COLUMNS = (
    "work_reference_number", "permit_reference_number", "transaction", "transaction_date",
    "change_request_reference_number", "work_category", "road_category",
    "is_street_traffic_sensitive", "is_works_traffic_sensitive", "area", "town",
    "is_ttro_required", "traffic_management_type", "proposed_start_date", "proposed_end_date",
    "actual_start_date", "actual_end_date",
)  # fmt: skip


class _Transaction(NamedTuple):
    what: str
    permit: Permit
    moment: datetime
    change: Optional[str] = None
    """The reference of the change request that it is about."""


def rows(works: Works, *, street_is_sensitive: bool) -> list[tuple[datetime, dict[str, Any]]]:
    """Return the chargeable transactions of works, each with its moment; categories as they are."""
    return [
        (one.moment, {**_about(works, one), "is_street_traffic_sensitive": street_is_sensitive})
        for one in (*_told(works), *_progressed(works), *_recategorised(works))
    ]


def _about(works: Works, one: _Transaction) -> dict[str, Any]:
    permit = one.permit
    return {
        "work_reference_number": works.reference,
        "permit_reference_number": permit.reference,
        "transaction": one.what,
        "transaction_date": stamp(one.moment),
        "change_request_reference_number": one.change,
        "work_category": permit.category,
        "road_category": works.place.road_category,
        "is_works_traffic_sensitive": permit.is_traffic_sensitive,
        "area": works.place.area,
        "town": works.place.town,
        "is_ttro_required": bool(permit.details.get("is_ttro_required")),
        "traffic_management_type": permit.traffic_management,
        "proposed_start_date": stamp(permit.start),
        "proposed_end_date": stamp(permit.end),
        "actual_start_date": stamped(permit.actual_start),
        "actual_end_date": stamped(permit.actual_stop),
    }


def _told(works: Works) -> Iterator[_Transaction]:
    """What the history tells of permits and of their change requests."""
    about = {permit.reference: permit for permit in works.permits}
    about.update((one.reference, p) for p in works.permits for one in p.alterations)
    for event in works.history:
        what, permit = fees.chargeable(event.event), about.get(event.object_reference or "")
        if what and permit and event.moment:
            about_it = event.object_reference == permit.reference
            change = None if about_it else event.object_reference
            yield _Transaction(what, permit, event.moment, change)


def _progressed(works: Works) -> Iterator[_Transaction]:
    """An authorisation progresses on receipt of its permit."""
    for one, following in zip(works.permits, works.permits[1:]):
        if one.status == "progressed":
            yield _Transaction(fees.PROGRESSED, one, following.created)


def _recategorised(works: Works) -> Iterator[_Transaction]:
    for permit in works.permits:
        for one in permit.alterations:
            changed = one.original.category != one.proposed.category
            if changed and changes.is_taken_over(one.status) and one.status_changed:
                yield _Transaction(fees.CATEGORY_CHANGED, permit, one.status_changed, one.reference)
