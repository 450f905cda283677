"""What the machines have in common."""

from dataclasses import replace
from datetime import date
from typing import Optional, cast

from ...rules import conditions, hs2, notice
from ...rules.standing import Subject
from ...rules.steps import Step, sides_of, why_not
from ...trade.parties import Side
from ...words import tr
from ..people.organisations import HS2
from ..records import Event, Permit, Works
from ..refusals import PRECONDITION, Refusal, bad_field, not_found, restricted


def forbidden(message: str) -> Refusal:
    """Give the refusal of something that the state of the works or a business rule forbids."""
    return Refusal(PRECONDITION, message)


def check_step(step: Step, subject: Subject, refused: int = PRECONDITION) -> None:
    """Raise Refusal, by default 412, when a step cannot be taken as things stand."""
    check(why_not(step, subject), refused)


def check(why: Optional[str], refused: int = PRECONDITION) -> None:
    """Raise Refusal, by default 412, when a rule says why something cannot be."""
    if why is not None:
        raise Refusal(refused, why)


def check_notice(
    step: Optional[Step], subject: Subject, sides: frozenset[Side], field: str
) -> None:
    """Raise Refusal unless somebody on `sides` of the works may take a step with a notice.

    400 for `field` without a step, as no step leads to the first status; 401 when the step is the
    other side's; 412 when it does not follow from the status that the notice has.
    """
    if step is None:
        raise bad_field(field, tr("A notice has this status from the start."))
    if not sides & sides_of(step):
        raise restricted()
    check_step(step, subject)


def check_field(name: str, why: Optional[str]) -> None:
    """Raise Refusal 400 for a field when a rule says what is wrong with it."""
    if why is not None:
        raise bad_field(name, why)


def validity_end(works: Works, permit: Permit, today: date) -> Optional[date]:
    """Return the last day on which the works may start under a permit, where there is one."""
    return notice.validity_end(
        permit.category,
        permit.start.date(),
        road_category=works.place.road_category,
        traffic_sensitive=permit.is_traffic_sensitive,
        hs2=is_hs2(works),
        today=today,
    )


def with_duration(works: Works, permit: Permit, today: date) -> Permit:
    """Return the permit with the condition on its duration that it gets by itself, as the first."""
    code = conditions.automatic(
        has_validity=validity_end(works, permit, today) is not None,
        hs2_left_alone=is_left_alone(works, permit),
    )
    asked = [
        one
        for one in permit.details.get("permit_conditions") or ()
        if not conditions.is_automatic(one["condition"])
    ]
    own = [{"condition": code}] if code else []
    return replace(permit, details={**permit.details, "permit_conditions": [*own, *asked]})


def is_left_alone(works: Works, permit: Permit) -> bool:
    """Say whether the authority has no say in these works of High Speed Two."""
    work_type = permit.details.get("work_type") or ""
    in_limits = permit.details.get("hs2_in_act_limits")
    return is_hs2(works) and hs2.is_left_alone(work_type, in_limits)


def is_only_acknowledged(works: Works, permit: Permit) -> bool:
    """Say whether works of High Speed Two need no consent: the authority only acknowledges them."""
    return is_hs2(works) and not needs_consent(permit)


def needs_consent(permit: Permit) -> bool:
    """Say whether an authority has to consent to a permit of High Speed Two."""
    said = permit.details
    in_limits, exemption = said.get("hs2_in_act_limits"), said.get("hs2_highway_exemption")
    return hs2.needs_consent(said.get("work_type") or "", in_limits, exemption)


def is_hs2(works: Works) -> bool:
    """Say whether the works are High Speed Two's."""
    return works.promoter_swa_code == HS2.swa_code


def find_permit(works: Works, reference: str) -> Permit:
    """Return a permit of the works by reference, in any case. Raises Refusal 404."""
    for permit in works.permits:
        if permit.reference.upper() == reference.upper():
            return permit
    raise not_found(tr("The works have no permit with this reference"))


def permit_for(works: Works, step: Step, subject: Subject) -> Permit:
    """Return the latest permit, which a step is taken under. Raises Refusal 412."""
    check_step(step, subject)
    return cast(Permit, works.active)


def with_permit(works: Works, permit: Permit) -> Works:
    """Return the works with `permit` in the place of the one with its reference."""
    permits = tuple(permit if one.reference == permit.reference else one for one in works.permits)
    return replace(works, permits=permits)


def about_permit(what: str, topic: str, permit: Permit) -> Event:
    """Tell something of a permit; `what` may hold {kind}, which is permit or paa."""
    kind = "paa" if permit.is_paa else "permit"
    details = f"{topic}: {permit.reference}"
    return Event(what.format(kind=kind), topic, details, permit.reference, kind)


def about_works(what: str, topic: str, works: Works, details: str = "") -> Event:
    """Tell something of the works as a whole."""
    told = details or f"{topic}: {works.reference}"
    return Event(what, topic, told, works.reference, "work")
