"""Comments."""

from ....contract.calls import Calls
from ...models.work import CommentCreateRequest, CommentReadRequest


class CommentCalls(Calls):
    """Comments."""

    def post_comment(self, work_reference_number: str, request: CommentCreateRequest) -> None:
        """Comment on works. Raises NotFound. For planners, contractors and highway authorities."""
        self._call("PostComment", request=request, workReferenceNumber=work_reference_number)

    def mark_comment_as_read(
        self,
        work_reference_number: str,
        comment_reference_number: str,
        request: CommentReadRequest = CommentReadRequest(),  # noqa: B008 - a frozen value
    ) -> None:
        """Mark a comment as read.

        Raises NotFound. For planners, contractors and highway authorities.
        """
        self._call(
            "MarkCommentAsRead",
            request=request,
            workReferenceNumber=work_reference_number,
            commentReferenceNumber=comment_reference_number,
        )
