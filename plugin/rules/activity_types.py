"""Which kinds of works a promoter is offered (Business rules 3.4.4)."""

from ..trade.vocabulary.people import OrganisationKind
from ..trade.vocabulary.works import ActivityType

_OF_AUTHORITIES = frozenset(
    {
        ActivityType.HIGHWAY_IMPROVEMENT_WORKS,
        ActivityType.HIGHWAY_REPAIR_AND_MAINTENANCE_WORKS,
        ActivityType.WORKS_FOR_ROAD_PURPOSES,
        ActivityType.SECTION_58,
    }
)


def is_offered(activity_type: str, organisation_type: str, *, is_hs2: bool) -> bool:
    """Say whether works of `activity_type` are for such an organisation.

    Works on the highway itself, and restrictions after them, are a highway authority's. High Speed
    Two works on highways too, but restricts nobody.
    """
    if organisation_type == OrganisationKind.HA or activity_type not in _OF_AUTHORITIES:
        return True
    return is_hs2 and activity_type != ActivityType.SECTION_58
