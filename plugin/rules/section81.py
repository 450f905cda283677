"""What may become of a section 81 notice (Business rules 14.4, 14.5, diagram).

The promoter acknowledges a notice, accepts or rejects it and may change its mind; what it accepted
it may have repaired. The authority resolves or cancels a notice whatever the promoter said.
"""

from ..trade.vocabulary.notices import Section81Status
from .diagram import Diagram

_OPEN = frozenset(
    {
        Section81Status.ISSUED,
        Section81Status.ACKNOWLEDGED,
        Section81Status.ACCEPTED,
        Section81Status.ACCEPTED_FIXED,
        Section81Status.REJECTED,
    }
)
DIAGRAM: Diagram = {
    Section81Status.ACKNOWLEDGED: frozenset({Section81Status.ISSUED}),
    Section81Status.ACCEPTED: frozenset(
        {Section81Status.ISSUED, Section81Status.ACKNOWLEDGED, Section81Status.REJECTED}
    ),
    Section81Status.ACCEPTED_FIXED: frozenset({Section81Status.ACCEPTED}),
    Section81Status.REJECTED: frozenset(
        {Section81Status.ISSUED, Section81Status.ACKNOWLEDGED, Section81Status.ACCEPTED}
    ),
    Section81Status.RESOLVED_BY_HA: _OPEN,
    Section81Status.CANCELLED: _OPEN,
}
