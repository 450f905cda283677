"""What the machines have in common."""

from dataclasses import replace

from ...words import tr
from ..exchange import CONFLICT, PRECONDITION, Refusal, not_found
from ..records import Event, Permit, Works


def forbidden(message: str) -> Refusal:
    """Give the refusal of something that the state of the works or a business rule forbids."""
    return Refusal(PRECONDITION, message)


def conflict(message: str) -> Refusal:
    """Give the refusal to create what the state of the works has no room for."""
    return Refusal(CONFLICT, message)


def find_permit(works: Works, reference: str) -> Permit:
    """Return a permit of the works by reference, in any case. Raises Refusal 404."""
    for permit in works.permits:
        if permit.reference.upper() == reference.upper():
            return permit
    raise not_found(tr("The works have no permit with this reference"))


def active_permit(works: Works) -> Permit:
    """Return the latest permit. Raises Refusal 412 when there is none, or it is a PAA."""
    active = works.active
    if active is None or active.is_paa:
        raise forbidden(tr("These works have no permit"))
    return active


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
