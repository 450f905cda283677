"""Applications, as they come, made into permits."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timezone
from functools import partial
from typing import Any, Callable, Optional

import shapely.geometry

from ...errors import StreetWorksError
from ...rules import hs2, notice
from ...rules.category import EarlierPermit, category_of, changed_category, is_immediate
from ...rules.conditions import is_automatic
from ...trade import calendar
from ...words import tr
from ..made_up.scene import midnight
from ..people.organisations import HS2
from ..records import Permit, Works
from ..refusals import bad_field

_NOT_DETAILS = frozenset(
    {
        "work_reference_number", "promoter_swa_code", "highway_authority_swa_code",
        "works_coordinates", "street_name", "town", "area_name", "usrn", "road_category",
        "workstream_prefix", "proposed_start_date", "proposed_end_date", "file_ids",
        "traffic_management_type", "permit_alteration_reason", "internal_user_identifier",
        "internal_user_name",
    }
)  # fmt: skip
_UNALTERABLE = (
    "hs2_in_act_limits", "hs2_highway_exemption", "is_covid_19_response", "hs2_additional_usrns",
)  # fmt: skip


def category(request: Any, earlier: Sequence[EarlierPermit], today: date) -> str:
    """Return the category of an application. Raises Refusal 400 for its dates."""
    return _judged(partial(category_of, earlier=earlier), request, today)


def _judged(rule: Callable[..., str], request: Any, today: date) -> str:
    try:
        return rule(
            request.work_type.value,
            request.proposed_start_date,
            request.proposed_end_date,
            request.is_ttro_required,
            request.immediate_risk,
            today=today,
        )
    except StreetWorksError as error:
        raise bad_field("proposed_end_date", error.message) from error


def check_reserved(request: Any, swa_code: str) -> None:
    """Raise Refusal 400 for what only High Speed Two may apply for, from another promoter."""
    if swa_code == HS2.swa_code:
        return
    said = tr("This is for High Speed Two only.")
    if hs2.is_reserved(request.work_type.value):
        raise bad_field("work_type", said)
    if any(hs2.is_reserved(one.value) for one in request.location_types):
        raise bad_field("location_types", said)


def new_permit(reference: str, request: Any, category: str, now: datetime, today: date) -> Permit:
    """Return the permit that an application asks for. Raises Refusal 400: early start untold."""
    start = request.proposed_start_date
    permit = Permit(
        reference=reference,
        category=category,
        status="submitted",
        start=midnight(start),
        end=midnight(request.proposed_end_date),
        traffic_management=request.traffic_management_type.value,
        created=now,
        actual_start=_began(request, now) if is_immediate(category) else None,
        is_early_start=_is_early(category, start, now, today),
        details=_details(request),
        files=tuple(request.file_ids or ()),
        deadline=notice.response_deadline(category, now, today).astimezone(timezone.utc),
    )
    check_early_start(permit.is_early_start, request)
    return permit


def altered(works: Works, permit: Permit, request: Any, now: datetime, today: date) -> Permit:
    """Return the permit as an alteration would have it."""
    kept = {n: permit.details[n] for n in _UNALTERABLE if permit.details.get(n) is not None}
    proposed = replace(
        permit,
        start=midnight(request.proposed_start_date),
        end=midnight(request.proposed_end_date),
        traffic_management=request.traffic_management_type.value,
        category=_judged(partial(changed_category, permit.category), request, today),
        details={**_details(request), **kept},
        geometry=_altered_place(works, permit, request),
        files=(*permit.files, *(request.file_ids or ())),
    )
    if proposed.start == permit.start:
        return proposed
    start = request.proposed_start_date
    return replace(proposed, is_early_start=_is_early(proposed.category, start, now, today))


def _altered_place(works: Works, permit: Permit, request: Any) -> Any:
    if request.works_coordinates is None:
        return permit.geometry
    asked = shapely.geometry.shape(request.works_coordinates)
    now = permit.geometry if permit.geometry is not None else works.geometry
    return permit.geometry if asked == now else asked


def answer_due(now: datetime, today: date) -> datetime:
    """Return when an alteration or a modified permit has to be answered, in UTC."""
    return notice.change_deadline(now, today).astimezone(timezone.utc)


def _is_early(category: str, start: date, now: datetime, today: date) -> bool:
    return notice.is_early_start(category, start, calendar.counted_day(now, today), today)


def check_early_start(early: bool, request: Any) -> None:
    """Raise Refusal 400 for an early start of which nothing is said."""
    if early and request.early_start_pre_approval is None:
        raise bad_field(
            "early_start_pre_approval",
            tr("The start is earlier than the notice allows: say whether that was agreed."),
        )


def _began(request: Any, now: datetime) -> datetime:
    told: Optional[datetime] = request.proposed_start_time
    return min(told.astimezone(timezone.utc), now) if told else now


def _details(request: Any) -> dict[str, Any]:
    details = {n: v for n, v in request.body().items() if n not in _NOT_DETAILS}
    if not request.collaborative_working:
        details.pop("collaborative_works", None)
    conditions = details.get("permit_conditions", ())
    details["permit_conditions"] = [one for one in conditions if not is_automatic(one["condition"])]
    return details
