"""The roles that operations of V1.25.12 are for, by what their users have in common."""

from .enums import Role

APPLICANTS = frozenset({Role.PLANNER, Role.CONTRACTOR})
READERS = APPLICANTS | {Role.HIGHWAY_AUTHORITY}
EVERYONE = READERS | {Role.ADMIN}
AUTHORITY = frozenset({Role.HIGHWAY_AUTHORITY})
AREA_KEEPERS = AUTHORITY | {Role.ADMIN}
OWNERS = AUTHORITY | {Role.PLANNER}
WORKSTREAM_READERS = APPLICANTS | {Role.ADMIN}
WORKSTREAM_KEEPERS = frozenset({Role.PLANNER, Role.ADMIN})
DATA_EXPORT = frozenset({Role.DATA_EXPORT})
