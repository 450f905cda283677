"""How a street is reinstated, which applications call its road category (NSG DTF 8.1, table 7.2).

The numbers are codes of the gazetteer, not the numbers of carriageway types: code 10 is type 6.
"""

from typing import Optional

from ..trade.records.streets import Code, Street
from ..words import tr
from .asd import number_of

WITH_VALIDITY = frozenset({3, 4})
"""The roads on which a permit has a validity period (Business rules 6.5)."""


def road_name(code: Code) -> str:
    """Return the planner's name of a reinstatement code; one not known is named by its number."""
    return _names().get(number_of(code)) or tr("Reinstatement code {code}").format(code=code)


def roads_of(street: Street) -> str:
    """Return how a street is reinstated, and where on it; "" if not known."""
    told = ((road_name(one.code), one.place) for one in street.reinstatements)
    return "; ".join(f"{name} ({place})" if place else name for name, place in told)


def _names() -> dict[Optional[int], str]:
    carriageway = tr("Carriageway type {number}")
    types = {1: 1, 2: 2, 3: 3, 4: 4, 5: 0, 0: 0, 10: 6}  # 0 is an older way to write 5
    return {
        **{code: carriageway.format(number=number) for code, number in types.items()},
        6: tr("High duty footway"),
        7: tr("High amenity footway"),
        8: tr("Other footway"),
        9: tr("Private street"),
    }
