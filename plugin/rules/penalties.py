"""What may become of a fixed penalty notice (Business rules 11.2, diagram).

The promoter acknowledges a notice by accepting it, or disputes it first; the authority withdraws
it before that, or notes its payment. After that nothing changes any more.
"""

ISSUED = "issued"
ACCEPTED = "accepted"
DISPUTED = "disputed"
WITHDRAWN = "withdrawn"
PAID = "paid"
PAID_DISCOUNTED = "paid_discounted"

DIAGRAM = {
    ACCEPTED: frozenset({ISSUED, DISPUTED}),
    DISPUTED: frozenset({ISSUED}),
    WITHDRAWN: frozenset({ISSUED, DISPUTED}),
    PAID: frozenset({ISSUED, ACCEPTED}),
    PAID_DISCOUNTED: frozenset({ISSUED, ACCEPTED}),
}
