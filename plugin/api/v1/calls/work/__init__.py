"""The Work API."""

from .activities import ActivityCalls
from .alterations import AlterationCalls
from .areas import AreaCalls
from .comments import CommentCalls
from .files import FileCalls
from .forward_plans import ForwardPlanCalls
from .inspections import InspectionCalls
from .penalties import PenaltyCalls
from .permits import PermitCalls
from .running import RunningCalls
from .section81 import Section81Calls
from .sites import SiteCalls
from .works import WorksCalls


class WorkApi(
    WorksCalls,
    PermitCalls,
    AlterationCalls,
    RunningCalls,
    SiteCalls,
    InspectionCalls,
    PenaltyCalls,
    Section81Calls,
    CommentCalls,
    FileCalls,
    ForwardPlanCalls,
    ActivityCalls,
    AreaCalls,
):
    """Works, permits and all that belongs to them."""

    api = "work"
