"""What each list consists of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Callable, Optional

from ...rules.asd import LANE_RENTAL
from ...trade.calendar import civil_day
from ...trade.traffic import is_high_impact
from ...trade.vocabulary.permits import ChangeKind
from ..answers.known import Known
from ..answers.location import location
from ..answers.shared import present, stamped
from ..answers.times import deadline
from ..machines.pieces import is_hs2, needs_consent
from ..made_up.unrecorded import given
from ..map.features import stamp
from ..people.accounts import User
from ..people.rights import code_of_side
from ..records import Alteration, Permit, Works, geojson
from ..town.gazetteer import Street
from .entries import Entry

_CHARGEABLE = "chargeable"
_CHARGED = frozenset({_CHARGEABLE, "potentially_chargeable"})

Entries = Callable[[Works, User, Known], Iterator[Entry]]


@dataclass(frozen=True)
class Kind:
    """One kind of list: its entries for some works, and the column that says which is newest.

    `columns` gives the rows' names of what `sort_column` calls by another name.
    """

    entries: Entries
    newest: str
    columns: Mapping[str, str] = field(default_factory=dict)


def _permits(works: Works, user: User, known: Known) -> Iterator[Entry]:
    for one in works.permits:
        flags = _rental_flags(one, known.street(works))
        row = _permit_row(works, one, known.today, flags)
        start, end = _days(one)
        consent = needs_consent(one)
        yield Entry(
            row,
            equal={
                **flags,
                "status": one.status,
                "work_status": works.status,
                "work_category": one.category,
                "active_permit_only": row["is_active_permit"],
                "is_traffic_sensitive": row["is_traffic_sensitive"],
                "is_high_impact_traffic_management": row["is_high_impact_traffic_management"],
                "has_no_final_registration": row["has_no_final_reinstatement"],
                "has_excavation": row["excavation_carried_out"],
                "is_early_start": one.is_early_start,
                "is_deemed": one.is_deemed,
                "is_duration_challenged": one.is_duration_challenged,
                "ever_modification_requested": one.ever_modification_requested,
                "hs2_works_only": is_hs2(works),
                "consultation_works_only": is_hs2(works) and not consent,
                "consent_works_only": is_hs2(works) and consent,
                "unacknowledged_by_ha_only": is_hs2(works) and one.hs2_acknowledged is None,
            },
            not_before={
                "start_date": end,
                "work_start_date_from": start,
                "work_end_date_from": end,
                "start_date_created": civil_day(one.created),
            },
            not_after={
                "end_date": start,
                "work_start_date_to": start,
                "work_end_date_to": end,
                "end_date_created": civil_day(one.created),
            },
            search=f"{works.reference} {one.reference} {works.place.street}",
            usrn=works.place.usrn,
        )


def _permit_row(works: Works, one: Permit, today: date, flags: dict[str, Any]) -> dict[str, Any]:
    details = one.details
    rental = one.lane_rental
    return present(
        {
            **_where(works),
            "permit_reference_number": one.reference,
            "promoter_swa_code": works.promoter_swa_code,
            "promoter_organisation": works.promoter,
            "highway_authority": works.place.authority,
            "works_coordinates": geojson(one.geometry or works.geometry),
            "work_category": one.category,
            "description_of_work": given(details, "description_of_work"),
            "traffic_management_type": one.traffic_management,
            "assessment_status": one.assessment_status,
            "proposed_start_date": stamp(one.start),
            "proposed_end_date": stamp(one.end),
            "proposed_start_time": details.get("proposed_start_time"),
            "proposed_end_time": details.get("proposed_end_time"),
            "actual_start_date": stamped(one.actual_start),
            "actual_end_date": stamped(one.actual_stop),
            "status": one.status,
            "work_status": works.status,
            "deadline_date": stamp(deadline(one, today)),
            "date_created": stamp(one.created),
            "status_changed_date": stamp(one.status_changed or one.created),
            "usrn": works.place.usrn,
            "is_active_permit": works.active is one,
            "permit_conditions": details.get("permit_conditions"),
            "road_category": works.place.road_category,
            "is_traffic_sensitive": one.is_traffic_sensitive,
            "has_no_final_reinstatement": not one.final_reinstatement,
            "is_deemed": one.is_deemed,
            "excavation_carried_out": bool(given(details, "excavation")),
            "is_early_start": one.is_early_start,
            "is_high_impact_traffic_management": is_high_impact(one.traffic_management),
            "is_lane_rental": bool(details.get("lane_rental_applicable")),
            "lane_rental_assessment_outcome": rental.outcome if rental else None,
            **{
                name: value
                for name, value in flags.items()
                if name.startswith("lane_rental_charges")
            },
        }
    )


def _alterations(works: Works, user: User, known: Known) -> Iterator[Entry]:
    for permit in works.permits:
        for one in permit.alterations:
            yield _alteration(works, permit, one, known)


def _alteration(works: Works, permit: Permit, one: Alteration, known: Known) -> Entry:
    proposed = one.proposed
    rental = permit.lane_rental
    flags = _rental_flags(permit, known.street(works))
    row = present(
        {
            **_where(works),
            "permit_reference_number": permit.reference,
            "alteration_reference_number": one.reference,
            "highway_authority": works.place.authority,
            "promoter": works.promoter,
            "work_status": works.status,
            "proposed_start_date": stamp(proposed.start),
            "proposed_end_date": stamp(proposed.end),
            "proposed_start_time": proposed.details.get("proposed_start_time"),
            "proposed_end_time": proposed.details.get("proposed_end_time"),
            "work_category": proposed.category,
            "alteration_status": one.status,
            "alteration_type": one.kind,
            "date_created": stamp(one.created),
            "deadline_date": stamp(one.deadline),
            "status_changed_date": stamp(one.status_changed or one.created),
            "lane_rental_assessment_outcome": rental.outcome if rental else None,
            "lane_rental_charges_not_agreed": flags["lane_rental_charges_not_agreed"],
            "lane_rental_charges_potentially_apply": flags["lane_rental_charges_potentially_apply"],
        }
    )
    created = civil_day(one.created)
    return Entry(
        row,
        equal={
            **flags,
            "alteration_status": one.status,
            "alteration_type": one.kind,
            "work_status": works.status,
            "work_category": proposed.category,
            "is_traffic_sensitive": proposed.is_traffic_sensitive,
            "is_high_impact_traffic_management": is_high_impact(proposed.traffic_management),
            "is_duration_extension": one.kind == ChangeKind.WORK_EXTENSION,
            "is_early_start": proposed.is_early_start,
            "is_deemed": one.status == "deemed",
        },
        not_before={"start_date_created": created},
        not_after={"end_date_created": created},
        search=f"{one.reference} {works.place.street}",
        usrn=works.place.usrn,
    )


def _forward_plans(works: Works, user: User, known: Known) -> Iterator[Entry]:
    one = works.forward_plan
    if one is None:
        return
    start, end = civil_day(one.start), civil_day(one.end)
    row = {
        **_where(works),
        "forward_plan_reference_number": one.reference,
        "promoter_organisation": works.promoter,
        "highway_authority": works.place.authority,
        "location_description": one.where,
        "proposed_start_date": stamp(one.start),
        "proposed_end_date": stamp(one.end),
        "forward_plan_status": one.status,
        "date_created": stamp(one.created),
    }
    yield Entry(
        row,
        equal={"forward_plan_status": one.status},
        not_before={
            "proposed_start_date": end,
            "work_start_date_from": start,
            "work_end_date_from": end,
        },
        not_after={
            "proposed_end_date": start,
            "work_start_date_to": start,
            "work_end_date_to": end,
        },
        search=f"{one.reference} {works.place.street}",
        usrn=works.place.usrn,
    )


def _penalties(works: Works, user: User, known: Known) -> Iterator[Entry]:
    for one in works.penalties:
        row = {
            "fpn_reference_number": one.reference,
            "work_reference_number": works.reference,
            "promoter": works.promoter,
            "highway_authority": works.place.authority,
            "offence_code": one.offence_code,
            "street_name": works.place.street,
            "issue_date": stamp(one.issued),
            "status": one.status,
        }
        issued = civil_day(one.issued)
        yield Entry(
            row,
            equal={"status": one.status},
            not_before={"start_date": issued},
            not_after={"end_date": issued},
            search=f"{one.reference} {works.place.street}",
            usrn=works.place.usrn,
        )


def _comments(works: Works, user: User, known: Known) -> Iterator[Entry]:
    for one in works.comments:
        if one.is_internal and one.organisation != code_of_side(works, user):
            continue
        row = present(
            {
                "work_reference_number": works.reference,
                "topic": one.topic,
                "author_email_address": one.author,
                "detail": one.detail,
                "date_created": stamp(one.created),
                "comment_reference_number": one.reference,
                "is_read": one.read_on is not None,
                "read_on": stamped(one.read_on),
                "read_by": one.read_by,
                "is_internal": one.is_internal,
            }
        )
        created = civil_day(one.created)
        yield Entry(
            row,
            equal={
                "topic": one.topic,
                "is_internal": one.is_internal,
                "is_read": one.read_on is not None,
                "is_not_read": one.read_on is None,
            },
            not_before={"date_created_from": created},
            not_after={"date_created_to": created},
            search=f"{one.reference} {one.detail}",
            usrn=works.place.usrn,
        )


def _inspections(works: Works, user: User, known: Known) -> Iterator[Entry]:
    for one in works.inspections:
        row = {
            "inspection_date": stamp(one.started),
            "inspection_response_type": "inspection",
            "inspection_reference_number": one.reference,
            "inspection_type": one.kind,
            "inspection_category": one.category,
            "inspection_outcome": one.outcome,
            "made_safe_by_ha": one.details.get("made_safe_by_ha"),
            "date_created": stamp(one.created),
        }
        yield _inspection(works, row, civil_day(one.started), one.reference)
    planned = works.scheduled_inspection
    if planned is not None:
        row = {
            "inspection_date": stamp(planned.day),
            "inspection_response_type": "reinspection",
            "inspection_type": planned.kind,
            "inspection_category": planned.category,
            "reinspection_date_time": stamped(planned.moment),
            "date_created": stamp(planned.created),
        }
        yield _inspection(works, row, civil_day(planned.day), works.reference)


def _inspection(works: Works, row: dict[str, Any], day: date, reference: str) -> Entry:
    parties = {
        "highway_authority": works.place.authority,
        "promoter_organisation": works.promoter,
    }
    return Entry(
        present({**_where(works), **parties, **row}),
        equal={"inspection_response_type": row["inspection_response_type"]},
        not_before={"start_date": day},
        not_after={"end_date": day},
        search=f"{reference} {works.place.street}",
        usrn=works.place.usrn,
    )


def _reinstatements(works: Works, user: User, known: Known) -> Iterator[Entry]:
    for site in works.sites:
        for one in site.reinstatements:
            row = {
                "site_number": site.number,
                "work_reference_number": works.reference,
                "promoter_organisation": works.promoter,
                "highway_authority": works.place.authority,
                "street_name": works.place.street,
                "town": works.place.town,
                "area_name": works.place.area,
                "location_description": one.location,
                "registration_date": stamp(one.created),
                "reinstatement_date": stamp(one.done),
                "reinstatement_type": site.kind,
                "reinstatement_status": one.status,
                "end_date": stamp(one.end),
            }
            registered, end = civil_day(one.created), civil_day(one.end)
            yield Entry(
                row,
                equal={"status": one.status, "latest_reinstatements_only": one is site.latest},
                not_before={"registration_date_from": registered, "end_date_from": end},
                not_after={"registration_date_to": registered, "end_date_to": end},
                search=f"{works.reference} {works.place.street}",
                usrn=works.place.usrn,
            )


def _section_81s(works: Works, user: User, known: Known) -> Iterator[Entry]:
    one = works.section_81
    if one is None:
        return
    row = {
        **_where(works),
        "issue_date": stamp(one.created),
        "section_81_reference_number": one.reference,
        "promoter_organisation": works.promoter,
        "highway_authority": works.place.authority,
        "location_description": one.where,
        "section_81_severity": one.severity,
        "made_safe_by_ha": bool(one.details.get("made_safe_by_ha")),
        "section_81_status": one.status,
        "status_changed_date": stamp(one.status_changed),
    }
    yield Entry(
        row,
        equal={"section_81_status": one.status, "section_81_severity": one.severity},
        search=f"{one.reference} {works.place.street}",
        usrn=works.place.usrn,
    )


def _where(works: Works) -> dict[str, Any]:
    return {
        "work_reference_number": works.reference,
        "location_description": location(works),
        "street": works.place.street,
        "town": works.place.town,
        "area": works.place.area,
    }


def _days(one: Permit) -> tuple[date, date]:
    start = one.actual_start or one.start
    return civil_day(start), civil_day(_later(one.actual_stop, one.end))


def _later(actual: Optional[datetime], proposed: datetime) -> datetime:
    return actual or proposed


def _rental_flags(one: Permit, street: Optional[Street]) -> dict[str, Any]:
    """What lane rental lists go by: the road of the works, chosen or not, or an assessment."""
    rental = one.lane_rental
    chosen = one.details.get("permit_asds") or ()
    on_the_road = street.designations if street else ()
    codes = {asd.get("street_special_desig_code") for asd in (*chosen, *on_the_road)}
    agreed = rental is None or rental.outcome != _CHARGEABLE or rental.charges_agreed is True
    return {
        "lane_rental_assessment_outcome": rental.outcome if rental else None,
        "lane_rental_charges_not_agreed": not agreed,
        "lane_rental_charges_potentially_apply": bool(
            LANE_RENTAL in codes or (rental and rental.outcome in _CHARGED)
        ),
    }


def readable(user: User, promoter: Optional[str] = None) -> Callable[[Works], bool]:
    """Return what says whether works belong in a user's lists, or in those of one promoter."""
    may_read = lru_cache(maxsize=None)(user.rights.may_read)  # of many works, by few promoters

    def belong(works: Works) -> bool:
        code = works.promoter_swa_code
        return promoter in (None, code) and may_read(code, works.place.authority_swa_code)

    return belong


KINDS = {
    "permits": Kind(
        _permits,
        "date_created",
        {"start_date": "proposed_start_date", "end_date": "proposed_end_date"},
    ),
    "alterations": Kind(_alterations, "date_created"),
    "forward_plans": Kind(_forward_plans, "date_created"),
    "fpns": Kind(_penalties, "issue_date"),
    "comments": Kind(_comments, "date_created"),
    "inspections": Kind(_inspections, "inspection_date"),
    "reinstatements": Kind(_reinstatements, "registration_date"),
    "section_81s": Kind(_section_81s, "issue_date"),
}
"""The lists by name."""
