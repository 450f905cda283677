"""What may become of a section 81 notice, and through whom (Business rules 14.4, 14.5, diagram).

The promoter acknowledges a notice, accepts or rejects it and may change its mind; what it accepted
it may have repaired. The authority resolves or cancels a notice whatever the promoter said.
"""

ISSUED = "issued"
BY_AUTHORITY = frozenset({"resolved_by_ha", "cancelled"})

_OPEN = frozenset({ISSUED, "acknowledged", "accepted", "accepted_fixed", "rejected"})
_FROM = {
    "acknowledged": frozenset({ISSUED}),
    "accepted": frozenset({ISSUED, "acknowledged", "rejected"}),
    "accepted_fixed": frozenset({"accepted"}),
    "rejected": frozenset({ISSUED, "acknowledged", "accepted"}),
    "resolved_by_ha": _OPEN,
    "cancelled": _OPEN,
}


def may_become(before: str, after: str) -> bool:
    """Say whether a notice with the status `before` may get the status `after`."""
    return before in _FROM.get(after, ())
