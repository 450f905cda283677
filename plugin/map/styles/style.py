"""The styles a planner switches between, and which kinds of record each is for."""

from enum import Enum

from ...trade.kinds import ACTIVITY, FORWARD_PLAN, HS2, WORKS
from ...words import tr


class Style(Enum):
    """What the colours tell."""

    IMPACT = "impact"
    CATEGORY = "category"
    STATUS = "status"
    PROMOTER = "promoter"
    DAYS_LEFT = "days_left"
    TYPE = "type"


KINDS_OF = {
    Style.IMPACT: (WORKS,),
    Style.CATEGORY: (WORKS,),
    Style.STATUS: (WORKS, ACTIVITY, FORWARD_PLAN),
    Style.PROMOTER: (WORKS, FORWARD_PLAN),
    Style.DAYS_LEFT: (WORKS, ACTIVITY, FORWARD_PLAN),
    Style.TYPE: (ACTIVITY, HS2),
}

DEFAULT_OF = {
    WORKS: Style.IMPACT,
    ACTIVITY: Style.TYPE,
    FORWARD_PLAN: Style.STATUS,
    HS2: Style.TYPE,
}


def style_title(style: Style) -> str:
    """Name a style where the planner chooses one."""
    return {
        Style.IMPACT: tr("Impact on traffic"),
        Style.CATEGORY: tr("Category"),
        Style.STATUS: tr("Status"),
        Style.PROMOTER: tr("Promoter"),
        Style.DAYS_LEFT: tr("Days left"),
        Style.TYPE: tr("Type"),
    }[style]


def fitting(kind: str, wanted: Style) -> Style:
    """Return `wanted`, or for a kind that does not have that style, the kind's default."""
    return wanted if kind in KINDS_OF[wanted] else DEFAULT_OF[kind]
