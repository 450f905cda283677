"""The Reporting API's updates as the works that have changed."""

from ....trade.records.listed import Listing, WorksChanged
from ..client import V1Client
from ..enums import AuditObjectType, Role
from ..models.reporting import WorkUpdateResponse
from ..updates import Updates

_LISTINGS: dict[str, Listing] = {
    AuditObjectType.CHANGE_REQUEST: Listing.CHANGES,
    AuditObjectType.REINSTATEMENT: Listing.REINSTATEMENTS,
    AuditObjectType.INSPECTION: Listing.INSPECTIONS,
    AuditObjectType.SCHEDULED_INSPECTION: Listing.INSPECTIONS,
    AuditObjectType.FPN: Listing.PENALTIES,
    AuditObjectType.SECTION_81: Listing.NOTICES,
    AuditObjectType.FORWARD_PLAN: Listing.PLANS,
    AuditObjectType.COMMENT: Listing.COMMENTS,
}


def feeds(client: V1Client, minutes: float) -> list[Updates]:
    """Return the updates since some minutes ago: contractors read those of each promoter."""
    rights = client.rights
    own = rights.has(Role.PLANNER) or rights.has(Role.HIGHWAY_AUTHORITY)
    if own or not rights.has(Role.CONTRACTOR):
        return [Updates.of_the_last(client, minutes)]
    return [Updates.of_the_last(client, minutes, swa_code=code) for code in rights.contracts]


def changed(update: WorkUpdateResponse) -> WorksChanged:
    """Return the works of an update, and the list that what it is about is in."""
    return WorksChanged(update.work_reference_number, _LISTINGS.get(str(update.object_type)))
