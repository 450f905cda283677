"""Starting and stopping works, and taking that back."""

from datetime import timezone
from typing import Callable

from ...api.v1.models import work
from ...rules.steps import Step
from ..machines import progress
from ..people.rights import taker
from ..serving.exchange import Answer, Call, Handler
from .office import Office


class ProgressOperations:
    """The operations of the Work API on the progress of works (Business rules 6)."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def handlers(self) -> dict[tuple[str, str], Handler]:
        """Return the handlers by API and operation id."""
        named: dict[str, Callable[[Call], Answer]] = {
            "UpdateActualStartDate": self.update_actual_start_date,
            "RevertActualStartDate": self.revert_actual_start_date,
            "UpdateActualStopDate": self.update_actual_stop_date,
            "RevertActualStopDate": self.revert_actual_stop_date,
        }
        return {("work", operation): handler for operation, handler in named.items()}

    def update_actual_start_date(self, call: Call) -> Answer:
        """Log that works started."""
        request = self._office.read(work.WorkStartUpdateRequest, call)
        when, now = request.actual_start_date.astimezone(timezone.utc), self._office.clock.now()
        return self._office.changed(
            call, request, taker(Step.START), lambda works: progress.start(works, when, now)
        )

    def revert_actual_start_date(self, call: Call) -> Answer:
        """Take the start of works back."""
        request = self._office.read(work.WorkStartRevertRequest, call)
        reason, now = request.revert_reason, self._office.clock.now()
        return self._office.changed(
            call,
            request,
            taker(Step.REVERT_START),
            lambda works: progress.revert_start(works, reason, now),
        )

    def update_actual_stop_date(self, call: Call) -> Answer:
        """Log that works stopped."""
        request = self._office.read(work.WorkStopUpdateRequest, call)
        when, now = request.actual_stop_date.astimezone(timezone.utc), self._office.clock.now()
        return self._office.changed(
            call, request, taker(Step.STOP), lambda works: progress.stop(works, when, now)
        )

    def revert_actual_stop_date(self, call: Call) -> Answer:
        """Take the stop of works back."""
        request = self._office.read(work.WorkStopRevertRequest, call)
        reason, now = request.revert_reason, self._office.clock.now()
        return self._office.changed(
            call,
            request,
            taker(Step.REVERT_STOP),
            lambda works: progress.revert_stop(works, reason, now),
        )
