"""Starting and stopping works, and taking that back."""

from typing import ClassVar

from ....contract.complete import Rule
from ....contract.fields import Instant
from ....contract.rules import in_the_past
from ...fields import Text500
from ..delegated import Delegated


class WorkStartUpdateRequest(Delegated):
    """Says when works started."""

    rules: ClassVar[tuple[Rule, ...]] = (in_the_past("actual_start_date"),)

    actual_start_date: Instant


class WorkStartRevertRequest(Delegated):
    """Takes the start of works back."""

    revert_reason: Text500


class WorkStopUpdateRequest(Delegated):
    """Says when works stopped."""

    rules: ClassVar[tuple[Rule, ...]] = (in_the_past("actual_stop_date"),)

    actual_stop_date: Instant


class WorkStopRevertRequest(Delegated):
    """Takes the stop of works back."""

    revert_reason: Text500
