"""When a question of the application applies: what is on the form, and what the register says.

Business rules 3.4. When one must be answered is the request model's to say.
"""

from ...rules.hs2 import is_left_alone
from ..values import Values
from .situation import Situation


def planned(values: Values, situation: Situation) -> bool:
    """For planned works."""
    return values.get("work_type") == "planned"


def immediate(values: Values, situation: Situation) -> bool:
    """For immediate works."""
    return values.get("work_type") == "immediate"


def collaborative(values: Values, situation: Situation) -> bool:
    """When the works are done together with others."""
    return values.get("collaborative_working") is True


def early(values: Values, situation: Situation) -> bool:
    """When the register says that the start leaves too little notice (Business rules 3.4.6)."""
    return situation.category is not None and situation.category.starts_early


def early_agreed(values: Values, situation: Situation) -> bool:
    """When an early start was agreed beforehand."""
    return early(values, situation) and values.get("early_start_pre_approval") is True


def early_not_agreed(values: Values, situation: Situation) -> bool:
    """When an early start was not agreed beforehand."""
    return early(values, situation) and values.get("early_start_pre_approval") is False


def hs2(values: Values, situation: Situation) -> bool:
    """For works of High Speed Two."""
    return situation.is_hs2


def judged(values: Values, situation: Situation) -> bool:
    """When an authority has a say in how the works are done: not in all of HS2's (17.2)."""
    left_alone = is_left_alone(values.get("work_type") or "", values.get("hs2_in_act_limits"))
    return not (hs2(values, situation) and left_alone)


def several_promoters(values: Values, situation: Situation) -> bool:
    """When the account may apply for more than one promoter, as contractors may."""
    return len(situation.promoters) > 1


def several_authorities(values: Values, situation: Situation) -> bool:
    """When more than one authority could be given notice."""
    return len(situation.authorities) > 1


def several_reinstatements(values: Values, situation: Situation) -> bool:
    """When the street has more than one reinstatement type (Business rules 1.4)."""
    return len(situation.reinstatements) > 1


def has_workstreams(values: Values, situation: Situation) -> bool:
    """When the workstreams that may be chosen are known."""
    return bool(situation.workstreams)


def has_designations(values: Values, situation: Situation) -> bool:
    """When the street has special designations, and an authority a say."""
    return bool(situation.designations) and judged(values, situation)
