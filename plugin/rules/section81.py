"""What may become of a section 81 notice (Business rules 14.4, 14.5, diagram).

The promoter acknowledges a notice, accepts or rejects it and may change its mind; what it accepted
it may have repaired. The authority resolves or cancels a notice whatever the promoter said.
"""

ISSUED = "issued"
ACKNOWLEDGED = "acknowledged"
ACCEPTED = "accepted"
FIXED = "accepted_fixed"
REJECTED = "rejected"
RESOLVED = "resolved_by_ha"
CANCELLED = "cancelled"

_OPEN = frozenset({ISSUED, ACKNOWLEDGED, ACCEPTED, FIXED, REJECTED})
DIAGRAM = {
    ACKNOWLEDGED: frozenset({ISSUED}),
    ACCEPTED: frozenset({ISSUED, ACKNOWLEDGED, REJECTED}),
    FIXED: frozenset({ACCEPTED}),
    REJECTED: frozenset({ISSUED, ACKNOWLEDGED, ACCEPTED}),
    RESOLVED: _OPEN,
    CANCELLED: _OPEN,
}
