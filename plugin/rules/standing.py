"""How a permit stands, as far as the rules ask: what the register tells, and what was done."""

from typing import NamedTuple

from .category import PAA, is_immediate

SUBMITTED = "submitted"
GRANTED = "granted"
MODIFICATION_REQUESTED = "permit_modification_request"
REFUSED = "refused"
CLOSED = "closed"
CANCELLED = "cancelled"
REVOKED = "revoked"
PROGRESSED = "progressed"

PLANNED = "planned"
IN_PROGRESS = "in_progress"
COMPLETED = "completed"


class Standing(NamedTuple):
    """A permit, or an advance authorisation, and its works: the contract's values of each.

    `is_reinstated` tells whether a reinstatement was registered under this permit, `is_undecided`
    that the works stopped before anybody decided about it, and that nobody has since.
    """

    category: str
    status: str
    works_status: str = PLANNED
    is_latest: bool = True
    is_started: bool = False
    is_stopped: bool = False
    is_reinstated: bool = False
    has_pending_change: bool = False
    was_modification_requested: bool = False
    is_undecided: bool = False

    @property
    def is_paa(self) -> bool:
        """Whether it is a provisional advance authorisation."""
        return self.category == PAA

    @property
    def is_immediate(self) -> bool:
        """Whether the works could not wait for a permit."""
        return is_immediate(self.category)

    @property
    def is_running(self) -> bool:
        """Whether the works started under this permit and have not stopped."""
        return self.is_started and not self.is_stopped
