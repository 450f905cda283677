"""What may become of a fixed penalty notice (Business rules 11.2, diagram).

The promoter acknowledges a notice by accepting it, or disputes it first; the authority withdraws
it before that, or notes its payment. After that nothing changes any more.
"""

from ..trade.vocabulary.notices import PenaltyStatus
from .diagram import Diagram

DIAGRAM: Diagram = {
    PenaltyStatus.ACCEPTED: frozenset({PenaltyStatus.ISSUED, PenaltyStatus.DISPUTED}),
    PenaltyStatus.DISPUTED: frozenset({PenaltyStatus.ISSUED}),
    PenaltyStatus.WITHDRAWN: frozenset({PenaltyStatus.ISSUED, PenaltyStatus.DISPUTED}),
    PenaltyStatus.PAID: frozenset({PenaltyStatus.ISSUED, PenaltyStatus.ACCEPTED}),
    PenaltyStatus.PAID_DISCOUNTED: frozenset({PenaltyStatus.ISSUED, PenaltyStatus.ACCEPTED}),
}
