"""Works of High Speed Two: consultation or consent, and what follows (Business rules 17)."""

from typing import Optional

from ..trade.vocabulary.places import LocationType
from ..trade.vocabulary.works import Hs2Exemption, WorkType

_PLACES = frozenset(
    {
        LocationType.PARKING_PLACE,
        LocationType.BUS_STOP_OR_STAND,
        LocationType.CYCLE_HIRE_DOCKING_STATION,
        LocationType.TAXI_RANK,
    }
)


def is_reserved(value: str) -> bool:
    """Say whether a kind of works, or a part of the street, is for High Speed Two only (17.2)."""
    return value == WorkType.HS2_HIGHWAY_WORKS or value in _PLACES


def needs_consent(work_type: str, in_act_limits: Optional[bool], exemption: Optional[str]) -> bool:
    """Say whether an authority has to consent (17.1, 17.2.1, 17.2.2).

    It has outside the act's limits, and within them for highway works that a protective provision
    names. `exemption` is the contract's hs2_highway_exemption. What needs no consent is granted by
    itself and acknowledged, and the authority decides nothing about it (17.3).
    """
    protected = work_type == WorkType.HS2_HIGHWAY_WORKS and exemption not in (
        None,
        Hs2Exemption.NONE_APPLICABLE,
    )
    return in_act_limits is not True or protected


def is_left_alone(work_type: str, in_act_limits: Optional[bool]) -> bool:
    """Say whether an authority has no say in changes, conditions, discounts and lane rental.

    So for all highway works, and for street works within the act's limits (17.2, 17.4).
    """
    return work_type == WorkType.HS2_HIGHWAY_WORKS or in_act_limits is True
