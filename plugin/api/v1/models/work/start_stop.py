"""Starting and stopping works, and taking that back."""

from ...complete import Delegated
from ...fields import Instant, Text500


class WorkStartUpdateRequest(Delegated):
    """Says when works started."""

    actual_start_date: Instant


class WorkStartRevertRequest(Delegated):
    """Takes the start of works back."""

    revert_reason: Text500


class WorkStopUpdateRequest(Delegated):
    """Says when works stopped."""

    actual_stop_date: Instant


class WorkStopRevertRequest(Delegated):
    """Takes the stop of works back."""

    revert_reason: Text500
