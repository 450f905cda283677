"""Which kinds of works a promoter is offered (Business rules 3.4.4)."""

UTILITY = "PROMOTER"
AUTHORITY = "HA"

_OF_AUTHORITIES = frozenset(
    {
        "highway_improvement_works",
        "highway_repair_and_maintenance_works",
        "works_for_road_purposes",
        "section_58",
    }
)


def is_offered(activity_type: str, organisation_type: str, *, is_hs2: bool) -> bool:
    """Say whether works of the contract's `activity_type` are for such an organisation.

    Works on the highway itself, and restrictions after them, are a highway authority's. High Speed
    Two works on highways too, but restricts nobody.
    """
    if organisation_type == AUTHORITY or activity_type not in _OF_AUTHORITIES:
        return True
    return is_hs2 and activity_type != "section_58"
