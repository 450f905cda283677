"""Section 81 notices: apparatus that is not kept in good order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Optional


@dataclass(frozen=True)
class Section81:
    """A section 81 notice. `details` are the request's other fields, by the contract's names.

    Files come to it with its works.
    """

    reference: str
    kind: str
    severity: str
    status: str
    created: datetime
    where: str
    status_changed: datetime
    details: Mapping[str, Any] = field(default_factory=dict)
    promoter_status: Optional[str] = None
    promoter_status_changed: Optional[datetime] = None
    promoter_response: Optional[str] = None
    work_type: Optional[str] = None
