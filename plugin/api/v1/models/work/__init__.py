"""Work API: works, permits, files, and signing in."""

from .applications import PermitASD, PermitCondition, WorkCreateRequest
from .files import FileResponse, FileSummaryResponse
from .permits import (
    PermitAlterationSummaryResponse,
    PermitASDResponse,
    PermitConditionResponse,
    PermitResponse,
    PermitSummaryResponse,
)
from .sessions import AuthenticationRequest, AuthenticationResponse
from .works import (
    DurationCalculationResponse,
    ForwardPlanSummaryResponse,
    FPNSummaryResponse,
    InspectionSummaryResponse,
    Section81SummaryResponse,
    SiteSummaryResponse,
    WorkCategoryResponse,
    WorkCreateResponse,
    WorkHistoryResponse,
    WorkResponse,
)

__all__ = [
    "AuthenticationRequest",
    "AuthenticationResponse",
    "DurationCalculationResponse",
    "FPNSummaryResponse",
    "FileResponse",
    "FileSummaryResponse",
    "ForwardPlanSummaryResponse",
    "InspectionSummaryResponse",
    "PermitASD",
    "PermitASDResponse",
    "PermitAlterationSummaryResponse",
    "PermitCondition",
    "PermitConditionResponse",
    "PermitResponse",
    "PermitSummaryResponse",
    "Section81SummaryResponse",
    "SiteSummaryResponse",
    "WorkCategoryResponse",
    "WorkCreateRequest",
    "WorkCreateResponse",
    "WorkHistoryResponse",
    "WorkResponse",
]
