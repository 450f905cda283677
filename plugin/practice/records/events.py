"""What happened to works, and what a change hands to the register."""

from dataclasses import dataclass
from datetime import datetime
from typing import Optional

SYSTEM = "System"
"""Who does what nobody did: deeming, granting by rule."""


@dataclass(frozen=True)
class Event:
    """One line of a history: an AuditEvent of the contract, and what it is about.

    `object_type` is an AuditObjectType of the Reporting API. The register fills in what is left
    out: the moment, who did it, and the update id, which is unique among all works.
    """

    event: str
    topic: str
    details: str
    object_reference: Optional[str]
    object_type: str
    moment: Optional[datetime] = None
    username: str = ""
    internal_user_identifier: Optional[str] = None
    internal_user_name: Optional[str] = None
    update_id: int = 0
