"""What may become of a fixed penalty notice, and through whom (Business rules 11.2, diagram).

The promoter acknowledges a notice by accepting it, or disputes it first; the authority withdraws
it before that, or notes its payment. After that nothing changes any more.
"""

ISSUED = "issued"
BY_PROMOTER = frozenset({"accepted", "disputed"})
BY_AUTHORITY = frozenset({"withdrawn", "paid", "paid_discounted"})

_FROM = {
    "accepted": frozenset({ISSUED, "disputed"}),
    "disputed": frozenset({ISSUED}),
    "withdrawn": frozenset({ISSUED, "disputed"}),
    "paid": frozenset({ISSUED, "accepted"}),
    "paid_discounted": frozenset({ISSUED, "accepted"}),
}


def may_become(before: str, after: str) -> bool:
    """Say whether a notice with the status `before` may get the status `after`."""
    return before in _FROM.get(after, ())
