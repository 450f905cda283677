"""Fixed penalty notices."""

from dataclasses import dataclass
from datetime import datetime
from typing import Optional


@dataclass(frozen=True)
class Penalty:
    """A fixed penalty notice; `status` is an FPNStatus of the contract."""

    reference: str
    status: str
    offence_code: str
    offence_date: datetime
    offence_details: str
    authorised_officer: str
    officer_contact_details: str
    issued: datetime
    permit_reference: Optional[str] = None
    status_changed: Optional[datetime] = None
    status_reason: Optional[str] = None
    files: tuple[int, ...] = ()
