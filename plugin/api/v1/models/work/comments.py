"""Comments on works."""

from typing import Optional

from pydantic import StrictBool

from ...enums import CommentTopic
from ...fields import Text1500
from ..delegated import Delegated


class CommentCreateRequest(Delegated):
    """A comment on works."""

    detail: Text1500
    topic: CommentTopic
    is_internal: Optional[StrictBool] = None


class CommentReadRequest(Delegated):
    """Marks a comment as read."""
