"""Works and their history as answers of the Work API."""

from typing import Any

from ..made_up.unrecorded import given
from ..map.features import stamp
from ..records import Event, Historic, Works
from .forward_plans import forward_plan_summary
from .inspections import inspection_summaries
from .known import Known
from .penalties import fpn_summary
from .permits import permit, permit_summary
from .section81 import section81_summary
from .shared import file, place, present, stamped
from .sites import site_summary


def works_record(known: Known, works: Works) -> dict[str, Any]:
    """Return a WorkResponse with its active permit and all that belongs to the works."""
    active, plan, notice = works.active, works.forward_plan, works.section_81
    return present(
        {
            "work_reference_number": works.reference,
            "workstream_prefix": works.workstream,
            "work_status": works.status,
            **place(works),
            **_what(works),
            "inspection_units": works.inspection_units,
            "active_permit": active and permit(known, works, active),
            "permits": [permit_summary(one) for one in works.permits],
            "forward_plan": plan and forward_plan_summary(works, plan),
            "section_81": notice and section81_summary(notice),
            "sites": [site_summary(one) for one in works.sites],
            "inspections": inspection_summaries(works),
            "fpns": [fpn_summary(one) for one in works.penalties],
            "history": history(works),
            "files": [file(one) for one in known.files(works.files)],
        }
    )


def _what(works: Works) -> dict[str, Any]:
    """Return what is done where and when, as the part of the works that tells it has it."""
    active, plan = works.active, works.forward_plan
    if active:
        return {
            "works_location_description": given(active.details, "works_location_description"),
            "description_of_work": given(active.details, "description_of_work"),
            "work_start_date": stamp(active.actual_start or active.start),
            "work_end_date": stamp(active.actual_stop or active.end),
            "work_start_time": active.details.get("proposed_start_time"),
            "work_end_time": active.details.get("proposed_end_time"),
        }
    if plan:
        return {
            "works_location_description": plan.where,
            "description_of_work": plan.description,
            "work_start_date": stamp(plan.start),
            "work_end_date": stamp(plan.end),
        }
    known = works.historic or Historic("")
    return {
        "works_location_description": works.where,
        "description_of_work": known.description,
        "work_start_date": stamped(known.start),
        "work_end_date": stamped(known.end),
    }


def history(works: Works) -> list[dict[str, Any]]:
    """Return the WorkHistoryResponses of works, oldest first."""
    return [_history(works, event) for event in works.history]


def _history(works: Works, event: Event) -> dict[str, Any]:
    return present(
        {
            "action_date": stamp(event.moment or works.created),
            "topic": event.topic,
            "details": event.details,
            "username": event.username,
            "event": event.event,
            "object_reference": event.object_reference,
            "update_id": event.update_id,
            "internal_user_identifier": event.internal_user_identifier,
            "internal_user_name": event.internal_user_name,
        }
    )
