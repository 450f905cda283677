"""The Reporting API's updates as the works that have changed."""

from typing import TYPE_CHECKING

from ..enums import Role
from ..updates import Updates

if TYPE_CHECKING:
    from ..client import StreetManager


def feeds(client: "StreetManager", minutes: float) -> list[Updates]:
    """Return the updates since some minutes ago: contractors read those of each promoter."""
    rights = client.rights
    own = rights.has(Role.PLANNER) or rights.has(Role.HIGHWAY_AUTHORITY)
    if own or not rights.has(Role.CONTRACTOR):
        return [Updates.of_the_last(client, minutes)]
    return [Updates.of_the_last(client, minutes, swa_code=code) for code in rights.contracts]
