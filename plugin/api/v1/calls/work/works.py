"""Works: applying for new ones, reading them, asking what they would count as."""

from datetime import date
from typing import Optional

from ....contract.calls import Calls
from ...enums import WorkType
from ...models.work import (
    DurationCalculationResponse,
    WorkCategoryResponse,
    WorkCreateRequest,
    WorkCreateResponse,
    WorkHistoryResponse,
    WorkResponse,
)


class WorksCalls(Calls):
    """Works: applying for new ones, reading them, asking what they would count as."""

    def create_work(self, request: WorkCreateRequest) -> WorkCreateResponse:
        """Apply for new works; return the references of the works and of their first permit.

        Sent once, never repeated. Raises BadRequest, Conflict (the reference exists already),
        OutcomeUnknown. For planners and contractors.
        """
        return self._call("CreateWork", request=request)

    def get_work(self, work_reference_number: str) -> WorkResponse:
        """Return works with their permits and history. Raises NotFound.

        For planners, contractors and highway authorities.
        """
        return self._call("GetWork", workReferenceNumber=work_reference_number)

    def get_work_history(self, work_reference_number: str) -> list[WorkHistoryResponse]:
        """Return what happened to works, line by line.

        Raises NotFound. For planners, contractors and highway authorities.
        """
        return self._call("GetWorkHistory", workReferenceNumber=work_reference_number)

    def get_work_category(
        self,
        work_type: WorkType,
        proposed_start_date: Optional[date] = None,
        proposed_end_date: Optional[date] = None,
        is_ttro_required: Optional[bool] = None,
        immediate_risk: Optional[bool] = None,
        work_reference_number: Optional[str] = None,
    ) -> WorkCategoryResponse:
        """Ask what works would count as, how long they last and whether their notice is short.

        Nothing is recorded. Give all that is known: without dates the answer means little. Raises
        BadRequest. For planners, contractors and highway authorities.
        """
        return self._call(
            "GetWorkCategory",
            work_type=work_type,
            proposed_start_date=proposed_start_date,
            proposed_end_date=proposed_end_date,
            is_ttro_required=is_ttro_required,
            immediate_risk=immediate_risk,
            work_reference_number=work_reference_number,
        )

    def calculate_duration(
        self, start_date: Optional[date] = None, end_date: Optional[date] = None
    ) -> DurationCalculationResponse:
        """Count the calendar and working days from one day to another, both included.

        Raises BadRequest. For planners, contractors and highway authorities.
        """
        return self._call("CalculateDuration", startDate=start_date, endDate=end_date)
