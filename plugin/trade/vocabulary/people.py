"""Organisations, their accounts and workstreams."""

from enum import auto

from .word import Capitals, Word


class OrganisationKind(Capitals):
    """The three kinds of organisation."""

    PROMOTER = auto()
    HA = auto()
    CONTRACTOR = auto()


class Role(Word):
    """What an account may do."""

    PLANNER = "Planner"
    HIGHWAY_AUTHORITY = "HighwayAuthority"
    ADMIN = "Admin"
    CONTRACTOR = "Contractor"
    API = "API"
    UI = "UI"
    DATA_EXPORT = "DataExport"


class WorkstreamAccess(Word):
    """How far a user may go in a workstream."""

    FULL_WRITE = auto()
    READ_ONLY = auto()


class WorkstreamStatus(Word):
    """Whether a workstream is in use."""

    ACTIVE = auto()
    DEACTIVATED = auto()
