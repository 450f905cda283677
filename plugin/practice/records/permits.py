"""Permits, advance authorisations among them, and the changes asked for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Optional

from ...rules.asd import TRAFFIC_SENSITIVE
from ...rules.category import is_immediate
from ...trade.vocabulary.works import Category
from .shapes import Shape

ASSESSED = frozenset({"granted", "refused", "permit_modification_request", "revoked"})
"""Statuses of permits that are also statuses of an assessment."""


@dataclass(frozen=True)
class LaneRental:
    """What the authority found about lane rental charges."""

    outcome: str
    additional_details: Optional[str] = None
    charge_band: Optional[str] = None
    chargeable_days: Optional[int] = None
    charges_agreed: Optional[bool] = None


@dataclass(frozen=True)
class Permit:
    """One permit of some works. `details` are its application's fields, by the contract's names.

    `deadline` is when it is deemed granted unless it was assessed; published permits have none.
    `geometry` is where the application puts the works; None where that is the works' own place.
    `files` came with the application. `status_before_stop` is what a reverted stop goes back to,
    `end_before_start` the end that a late start moved.
    """

    reference: str
    category: str
    status: str
    start: datetime
    end: datetime
    traffic_management: str
    created: datetime
    actual_start: Optional[datetime] = None
    actual_stop: Optional[datetime] = None
    is_early_start: bool = False
    details: Mapping[str, Any] = field(default_factory=dict)
    geometry: Optional[Shape] = None
    files: tuple[int, ...] = ()
    modified: Optional[datetime] = None
    status_changed: Optional[datetime] = None
    deadline: Optional[datetime] = None
    assessment_status: Optional[str] = None
    assessment_comments: Optional[str] = None
    reasons_for_refusal: tuple[str, ...] = ()
    discount: Optional[float] = None
    discount_reason: Optional[str] = None
    revoke_reason: Optional[str] = None
    pending_change_details: Optional[str] = None
    ever_modification_requested: bool = False
    is_deemed: bool = False
    is_duration_challenged: Optional[bool] = None
    reasonable_end: Optional[datetime] = None
    lane_rental: Optional[LaneRental] = None
    hs2_acknowledged: Optional[datetime] = None
    final_reinstatement: bool = False
    status_before_stop: Optional[str] = None
    end_before_start: Optional[datetime] = None
    alterations: tuple["Alteration", ...] = ()

    @property
    def is_paa(self) -> bool:
        """Whether it is a provisional advance authorisation."""
        return self.category == Category.PAA

    @property
    def is_immediate(self) -> bool:
        """Whether the works could not wait for a permit."""
        return is_immediate(self.category)

    @property
    def is_traffic_sensitive(self) -> bool:
        """Whether a traffic-sensitive designation of the street was chosen for it."""
        chosen = self.details.get("permit_asds") or ()
        return any(asd.get("street_special_desig_code") == TRAFFIC_SENSITIVE for asd in chosen)

    @property
    def pending(self) -> Optional["Alteration"]:
        """The alteration that waits for its assessment, if one does."""
        return next((one for one in self.alterations if one.status == "submitted"), None)


@dataclass(frozen=True)
class Alteration:
    """A change of a permit: the permit as it was and as it shall be, both without alterations.

    `kind` is an AlterationType of the contract, `status` an AlterationStatus.
    """

    reference: str
    kind: str
    status: str
    created: datetime
    deadline: datetime
    reason: str
    original: Permit
    proposed: Permit
    status_changed: Optional[datetime] = None
    discount: Optional[float] = None
    comments: Optional[str] = None
