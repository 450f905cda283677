"""A change of a permit, told in full: the permit as it was, and as it shall be."""

from dataclasses import dataclass
from datetime import datetime
from typing import Optional

from .works import Permit


@dataclass(frozen=True)
class Change:
    """A change request, an extension, an imposed change or a modified permit.

    `kind` and `status` are words of the trade. `deadline` is when it is deemed granted; `remarks`
    and `discount` (in per cent) are the authority's, "" and None while there are none.
    """

    reference: str
    kind: str
    status: str
    created: datetime
    deadline: datetime
    reason: str
    before: Permit
    proposed: Permit
    remarks: str = ""
    discount: Optional[float] = None
