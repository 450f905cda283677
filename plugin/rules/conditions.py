"""The permit condition that Street Manager adds itself: how long the works may last.

First draft of the business rules, 1.11: NCT01b where a validity period applies, NCT01a elsewhere.
"""

from typing import Optional

from ..trade.vocabulary.permits import Condition

DURATION = Condition.NCT01A
DURATION_WITH_VALIDITY = Condition.NCT01B


def is_automatic(condition: str) -> bool:
    """Say whether a condition is added by itself, so that nobody asks for it."""
    return condition in (DURATION, DURATION_WITH_VALIDITY)


def automatic(*, has_validity: bool, hs2_left_alone: bool) -> Optional[str]:
    """Return the condition that a permit gets by itself; works an authority leaves alone get none.

    Those are High Speed Two's (17.2).
    """
    if hs2_left_alone:
        return None
    return DURATION_WITH_VALIDITY if has_validity else DURATION
