"""Comments on works: what each side writes about, who marks one as read (Business rules 7.1)."""

from typing import Optional

from ..trade.parties import Side
from ..trade.vocabulary.comments import CommentTopic
from ..words import tr
from .standing import CommentStanding


def why_not_about(topic: str, sides: frozenset[Side]) -> Optional[str]:
    """Say why somebody on `sides` of works cannot comment on a topic, or None when it may be."""
    if topic == CommentTopic.OVERRUN and Side.AUTHORITY not in sides:
        return tr("Only highway authorities warn of an overrun.")
    return None


def readers(comment: CommentStanding) -> frozenset[Side]:
    """Return on which side a comment is marked as read (7.1.1).

    That is the other side; for an internal comment the author's own. Both where it is not told who
    wrote it.
    """
    if comment.author is None:
        return frozenset(Side)
    own = frozenset({comment.author})
    return own if comment.only_own_side else frozenset(Side) - own


def why_not_read(comment: CommentStanding) -> Optional[str]:
    """Say why a comment cannot be marked as read (7.1.1)."""
    return tr("This comment has been marked as read already") if comment.was_read else None
