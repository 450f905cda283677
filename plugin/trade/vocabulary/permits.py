"""Permits: how they stand, how they are assessed and changed."""

from enum import auto

from .word import Capitals, Word


class PermitStatus(Word):
    """Where a permit stands."""

    SUBMITTED = auto()
    GRANTED = auto()
    PERMIT_MODIFICATION_REQUEST = auto()
    REFUSED = auto()
    CLOSED = auto()
    CANCELLED = auto()
    REVOKED = auto()
    PROGRESSED = auto()


class Assessment(Word):
    """A highway authority's answer to an application."""

    GRANTED = auto()
    GRANTED_AUTO = auto()
    REFUSED = auto()
    REFUSED_AUTO = auto()
    PERMIT_MODIFICATION_REQUEST = auto()
    REVOKED = auto()


class Condition(Word):
    """The national conditions that a permit may carry."""

    NCT01A = "NCT01a"
    NCT01B = "NCT01b"
    NCT02A = "NCT02a"
    NCT02B = "NCT02b"
    NCT04A = "NCT04a"
    NCT04B = "NCT04b"
    NCT05A = "NCT05a"
    NCT06A = "NCT06a"
    NCT07A = "NCT07a"
    NCT08A = "NCT08a"
    NCT08B = "NCT08b"
    NCT09A = "NCT09a"
    NCT09B = "NCT09b"
    NCT09C = "NCT09c"
    NCT10A = "NCT10a"
    NCT11A = "NCT11a"
    NCT11B = "NCT11b"
    NCT12A = "NCT12a"


class ChangeStatus(Word):
    """Where a change request stands."""

    SUBMITTED = auto()
    GRANTED = auto()
    GRANTED_WITH_DURATION_CHALLENGE = auto()
    REFUSED = auto()
    DEEMED = auto()
    CANCELLED = auto()
    REVOKED = auto()
    AUTO_APPLIED = auto()


class ChangeKind(Capitals):
    """Who asked for a change to a permit, and at what stage."""

    PROMOTER_IMPOSED_CHANGE = auto()
    PROMOTER_CHANGE_REQUEST = auto()
    HA_CHANGE_REQUEST = auto()
    HA_IMPOSED_CHANGE = auto()
    WORK_EXTENSION = auto()
    DURATION_CHALLENGE = auto()
    MODIFIED_PERMIT = auto()


class LaneRental(Word):
    """Whether lane rental is charged."""

    CHARGEABLE = auto()
    POTENTIALLY_CHARGEABLE = auto()
    CHARGES_WAIVED = auto()
    EXEMPT = auto()
    CHARGES_NOT_APPLICABLE = auto()


class ChargeBand(Word):
    """The band that lane rental is charged in."""

    CHARGE_BAND_1 = auto()
    CHARGE_BAND_2 = auto()
    CHARGE_BAND_3 = auto()
    CHARGE_BAND_4 = auto()
    CHARGE_BAND_5 = auto()
