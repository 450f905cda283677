"""Days of occupations, as they are written down."""

from datetime import date
from typing import Optional

from ..clashes.occupation import SINCE_EVER, WITHOUT_END


def known(day: Optional[date]) -> Optional[date]:
    """Return a day, or None for one that is not known or that there is none."""
    return None if day in (SINCE_EVER, WITHOUT_END) else day
