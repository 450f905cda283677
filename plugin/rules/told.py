"""How works stand by what a register tells of them to those whose works they are.

It does not tell everything: under which permit something was reinstated, whether a change was asked
for before, what is left alone or only acknowledged of High Speed Two's. Nothing of that is held
against a step here; the register refuses it then, and says why.
"""

from ..trade.records.works import Permit, Works
from ..trade.vocabulary.permits import ChangeStatus, PermitStatus
from .standing import PermitStanding, WorksStanding


def works_standing(works: Works) -> WorksStanding:
    """Return how works stand."""
    latest = works.permit
    return WorksStanding(
        status=works.status,
        latest=permit_standing(latest) if latest else None,
        has_excavation=latest is not None and latest.excavates,
        has_site=works.sites > 0,
    )


def permit_standing(latest: Permit) -> PermitStanding:
    """Return how the latest permit of works stands."""
    decided = latest.assessment or latest.deemed
    return PermitStanding(
        category=latest.category,
        status=latest.status,
        is_started=latest.started is not None,
        is_stopped=latest.stopped is not None,
        has_pending_change=any(one.status == ChangeStatus.SUBMITTED for one in latest.changes),
        is_undecided=latest.status == PermitStatus.CLOSED and not decided,
    )
