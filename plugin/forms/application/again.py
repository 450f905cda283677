"""An application that was made already: the answers that a permit stands for."""

from datetime import date, datetime
from typing import Any, Optional

from ...rules.conditions import is_automatic
from ...trade.calendar import civil_day, uk_time
from ...trade.records.works import Permit
from .days import END, START
from .situation import key_of


def answers_of(permit: Permit, today: date) -> dict[str, Any]:
    """Return what was answered, as the form has it, by the names of the application's questions.

    The conditions that the register adds itself are left out. A start that is past needs its time:
    of works that started, it is that at which they did.
    """
    told, first = permit.applied, civil_day(permit.first_day)
    since = permit.started if first < today else None
    return {
        **fixed_in(permit),
        "immediate_risk": told.at_risk,
        "activity_type": permit.activity,
        "application_type": told.application,
        "description_of_work": permit.description,
        "excavation": permit.excavates,
        "additional_info": permit.notes,
        START: first.isoformat(),
        "proposed_start_time": _clock(permit.first_time or since),
        END: civil_day(permit.last_day).isoformat(),
        "proposed_end_time": _clock(permit.last_time),
        "is_ttro_required": permit.needs_order,
        "early_start_pre_approval": told.agreed,
        "pre_approval_details": told.agreed_how,
        "pre_approval_authoriser": told.agreed_by,
        "early_start_reason": told.why_early,
        "works_location_description": permit.place,
        "location_types": list(permit.positions),
        "close_footway": permit.footway,
        "permit_asds": [key_of(one) for one in permit.designations],
        "traffic_management_type": permit.traffic,
        "traffic_management_plan": told.has_plan,
        "lane_rental_applicable": told.lane_rental,
        "environmental_health_notifiable": told.health_notifiable,
        "permit_conditions": [
            {"condition": one.code, "comment": one.text}
            for one in permit.conditions
            if not is_automatic(one.code)
        ],
        "collaborative_working": told.shared,
        "collaboration_type": permit.collaboration,
        "collaboration_details": permit.shared_how,
        "collaborative_works": told.shared_with,
        "secondary_contact": permit.second_contact,
        "secondary_contact_number": permit.second_number,
        "secondary_contact_email": told.second_email,
        "additional_contact": told.third_contact,
        "additional_contact_number": told.third_number,
        "additional_contact_email": told.third_email,
        "project_reference_number": told.project,
        "hs2_consultation_requested_response_date": _day(told.answer_by),
        "hs2_highway_emails": list(told.to_notify),
        "works_coordinates": dict(permit.geometry),
    }


def fixed_in(permit: Permit) -> dict[str, Any]:
    """Return the answers that nobody gives anew, but on which other questions hang."""
    return {
        "work_type": permit.kind,
        "hs2_in_act_limits": permit.in_act_limits,
        "hs2_highway_exemption": permit.exemption,
    }


def _clock(moment: Optional[datetime]) -> str:
    return "" if moment is None else f"{uk_time(moment):%H:%M}"


def _day(moment: Optional[datetime]) -> str:
    return "" if moment is None else civil_day(moment).isoformat()
