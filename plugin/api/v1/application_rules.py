"""Rules between the fields of an application (V1.25.12, WorkCreateRequest; Business rules 3.4).

Each rule answers with the field it belongs to and a message, or None when it holds.
"""

from datetime import date, datetime, time
from typing import Optional
from zoneinfo import ZoneInfo

from ...words import tr
from ..contract.complete import Given, Rule
from ..contract.fields import UK
from ..contract.rules import Broken, needed, today_or_later
from .enums import WorkType
from .rules import workstream_in_use

HS2 = "7374"
"""The SWA code of High Speed Two, whose works have fields of their own."""

LONGEST_YEARS = 5


def end_not_before_start(given: Given) -> Broken:
    """The works end on the day they start, or later."""
    start, end = given["proposed_start_date"], given["proposed_end_date"]
    if start and end and end < start:
        return "proposed_end_date", tr("The works cannot end before they start.")
    return None


def not_too_long(given: Given) -> Broken:
    """Planned works span five years at most."""
    start, end = given["proposed_start_date"], given["proposed_end_date"]
    if given["work_type"] is not WorkType.PLANNED or not (start and end):
        return None
    if end > _years_later(start, LONGEST_YEARS):
        return "proposed_end_date", tr("Planned works may last five years at most.")
    return None


def start_time_when_past(given: Given) -> Broken:
    """A start in the past needs its time."""
    start = given["proposed_start_date"]
    if start and start < given.today and given["proposed_start_time"] is None:
        return "proposed_start_time", tr("The start date is past: give the start time too.")
    return None


def end_time_when_past(given: Given) -> Broken:
    """An end in the past needs its time."""
    end = given["proposed_end_date"]
    if end and end < given.today and given["proposed_end_time"] is None:
        return "proposed_end_time", tr("The end date is past: give the end time too.")
    return None


def end_time_after_start(given: Given) -> Broken:
    """The end time lies after the start time, or else after the first day begins."""
    start = given["proposed_start_time"] or _dawn(given["proposed_start_date"])
    end = given["proposed_end_time"]
    if start and end and end <= start:
        return "proposed_end_time", tr("The end time must be later than the start.")
    return None


def hs2_exemption(given: Given) -> Broken:
    """HS2 highway works within the act's limits say which exemption applies."""
    in_limits = given["work_type"] is WorkType.HS2_HIGHWAY_WORKS and given["hs2_in_act_limits"]
    if in_limits and given["hs2_highway_exemption"] is None:
        return "hs2_highway_exemption", tr(
            "HS2 highway works within the act limits need an answer here."
        )
    return None


def conditions_once(given: Given) -> Broken:
    """No permit condition is given twice."""
    codes = [one.condition for one in given["permit_conditions"] or ()]
    if len(set(codes)) < len(codes):
        return "permit_conditions", tr("Each condition may be given only once.")
    return None


APPLICATION_RULES: tuple[Rule, ...] = (
    needed(
        "is_ttro_required",
        "work_type",
        WorkType.PLANNED,
        lambda: tr("Planned works: say whether a traffic regulation order is needed."),
    ),
    needed(
        "immediate_risk",
        "work_type",
        WorkType.IMMEDIATE,
        lambda: tr("Immediate works: say whether people or property are at risk."),
    ),
    needed(
        "proposed_start_time",
        "work_type",
        WorkType.IMMEDIATE,
        lambda: tr("Immediate works: give the start time."),
    ),
    end_not_before_start,
    not_too_long,
    start_time_when_past,
    end_time_when_past,
    end_time_after_start,
    needed(
        "collaboration_type",
        "collaborative_working",
        True,
        lambda: tr("Collaborative works: say what is shared."),
    ),
    needed(
        "collaboration_details",
        "collaborative_working",
        True,
        lambda: tr("Collaborative works: say with whom and how."),
    ),
    needed(
        "pre_approval_details",
        "early_start_pre_approval",
        True,
        lambda: tr("An early start that was agreed: say what was agreed."),
    ),
    needed(
        "pre_approval_authoriser",
        "early_start_pre_approval",
        True,
        lambda: tr("An early start that was agreed: say who agreed to it."),
    ),
    needed(
        "early_start_reason",
        "early_start_pre_approval",
        False,
        lambda: tr("An early start that was not agreed: say why it is needed."),
    ),
    today_or_later("hs2_consultation_requested_response_date"),
    conditions_once,
)
"""The rules of every application: for new works, for another permit, for a change."""

PERMIT_RULES: tuple[Rule, ...] = (*APPLICATION_RULES, hs2_exemption, workstream_in_use)
"""The rules of an application for another permit on works that are there already."""

WORK_RULES: tuple[Rule, ...] = (
    *PERMIT_RULES,
    needed(
        "hs2_in_act_limits",
        "promoter_swa_code",
        HS2,
        lambda: tr("HS2 works: say whether they lie within the act limits."),
    ),
)
"""The rules of an application for new works."""


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def _dawn(day: Optional[date]) -> Optional[datetime]:
    return datetime.combine(day, time.min, tzinfo=ZoneInfo(UK)) if day else None
