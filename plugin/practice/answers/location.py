"""Where works are, in words."""

from ..made_up.unrecorded import given
from ..records import Works


def location(works: Works) -> str:
    """Return the description of where works are, from the part of them that tells it."""
    if works.active:
        return str(given(works.active.details, "works_location_description"))
    return works.forward_plan.where if works.forward_plan else works.where
