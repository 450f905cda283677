"""Which scheme belongs to a style and a kind of record."""

from .by_category import by_category
from .by_days_left import by_days_left
from .by_impact import by_impact
from .by_promoter import by_promoter
from .by_status import by_status
from .by_type import by_type
from .scheme import Scheme
from .style import Style


def scheme_of(kind: str, style: Style, mine: str = "", my_name: str = "") -> Scheme:
    """Return the scheme; `mine` is the SWA code and `my_name` the name of the planner's promoter.

    The style must be one that the kind has.
    """
    if style is Style.IMPACT:
        return by_impact()
    if style is Style.CATEGORY:
        return by_category()
    if style is Style.PROMOTER:
        return by_promoter(kind, mine, my_name)
    return {
        Style.STATUS: by_status,
        Style.DAYS_LEFT: by_days_left,
        Style.TYPE: by_type,
    }[style](kind)
