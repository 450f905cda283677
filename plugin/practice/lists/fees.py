"""The lines of a fee report: what was chargeable, and when (Business rules 13)."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from ...rules import changes, fees
from ..map_features import stamp
from ..records import Permit, Works

COLUMNS = (
    "work_reference_number", "permit_reference_number", "transaction", "transaction_date",
    "work_category", "road_category", "is_street_traffic_sensitive",
    "is_works_traffic_sensitive",
)  # fmt: skip

Transaction = tuple[str, Permit, datetime]


def rows(works: Works, *, street_is_sensitive: bool) -> list[tuple[datetime, dict[str, Any]]]:
    """Return the chargeable transactions of works, each with its moment; categories as they are."""
    return [
        (
            moment,
            {
                "work_reference_number": works.reference,
                "permit_reference_number": permit.reference,
                "transaction": what,
                "transaction_date": stamp(moment),
                "work_category": permit.category,
                "road_category": works.place.road_category,
                "is_street_traffic_sensitive": street_is_sensitive,
                "is_works_traffic_sensitive": permit.is_traffic_sensitive,
            },
        )
        for what, permit, moment in (*_told(works), *_progressed(works), *_recategorised(works))
    ]


def _told(works: Works) -> Iterator[Transaction]:
    """What the history tells of permits and of their change requests."""
    about = {permit.reference: permit for permit in works.permits}
    about.update((one.reference, p) for p in works.permits for one in p.alterations)
    for event in works.history:
        what, permit = fees.chargeable(event.event), about.get(event.object_reference or "")
        if what and permit and event.moment:
            yield what, permit, event.moment


def _progressed(works: Works) -> Iterator[Transaction]:
    """An authorisation progresses on receipt of its permit."""
    for one, following in zip(works.permits, works.permits[1:]):
        if one.status == "progressed":
            yield fees.PROGRESSED, one, following.created


def _recategorised(works: Works) -> Iterator[Transaction]:
    for permit in works.permits:
        for one in permit.alterations:
            changed = one.original.category != one.proposed.category
            if changed and changes.is_taken_over(one.status) and one.status_changed:
                yield fees.CATEGORY_CHANGED, permit, one.status_changed
