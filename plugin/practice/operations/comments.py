"""Comment operations of the Work API."""

from dataclasses import replace
from typing import Callable

from ...api.v1.models.work import CommentCreateRequest, CommentReadRequest
from ...rules.comments import why_not_about
from ...rules.steps import Step, sides_with
from ...words import tr
from ..machines.pieces import check_field, check_step
from ..machines.standings import comment_standing
from ..people.accounts import User
from ..people.rights import check_party, code_of_side, sides, taker
from ..records import Change, Comment, Event, Works
from ..refusals import not_found, restricted
from ..serving.exchange import Answer, Call, Handler
from .office import Office


class CommentOperations:
    """The operations of comments in one office."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def handlers(self) -> dict[tuple[str, str], Handler]:
        """Return the handlers by API and operation id."""
        named: dict[str, Callable[[Call], Answer]] = {
            "PostComment": self.post_comment,
            "MarkCommentAsRead": self.mark_comment_as_read,
        }
        return {("work", operation): handler for operation, handler in named.items()}

    def post_comment(self, call: Call) -> Answer:
        """Comment on works as their promoter or authority (Business rules 7.1)."""
        user = call.signed_in
        request = self._office.read(CommentCreateRequest, call)

        def make(works: Works) -> Change:
            check_field("topic", why_not_about(request.topic.value, sides(works, user)))
            comment = Comment(
                reference=f"{works.reference}-COM-{len(works.comments) + 1:02d}",
                topic=request.topic.value,
                detail=request.detail,
                created=self._office.clock.now(),
                author=user.email,
                organisation=code_of_side(works, user),
                is_internal=bool(request.is_internal),
            )
            return Change(replace(works, comments=(*works.comments, comment)), (_posted(comment),))

        self._office.change(call, request, taker(Step.COMMENT), make)
        return Answer(status=201)

    def mark_comment_as_read(self, call: Call) -> Answer:
        """Note who read a comment, on the side that it was for (Business rules 7.1.1).

        That is the other side; for an internal comment one's own. Refusal: 404 for an internal
        comment of the other side, 401 for one's own that went to the other, 412 for a second time.
        """
        user = call.signed_in
        request = self._office.read(CommentReadRequest, call)

        def make(works: Works) -> Change:
            comment = _found(works, call, user)
            standing = comment_standing(works, comment)
            if not sides(works, user) & sides_with(Step.MARK_AS_READ, standing):
                raise restricted()
            check_step(Step.MARK_AS_READ, standing)
            read = replace(comment, read_on=self._office.clock.now(), read_by=user.email)
            comments = tuple(read if one is comment else one for one in works.comments)
            told = Event(
                "comment_read", "Comment read", f"Comment read: {comment.topic}",
                comment.reference, "comment",
            )  # fmt: skip
            return Change(replace(works, comments=comments), (told,))

        self._office.change(call, request, check_party, make)
        return Answer(status=201)


def _found(works: Works, call: Call, user: User) -> Comment:
    """Return a comment that the user may see. Raises Refusal 404."""
    wanted = call.path["commentReferenceNumber"].upper()
    found = next((one for one in works.comments if one.reference == wanted), None)
    if found is None or (found.is_internal and found.organisation != code_of_side(works, user)):
        raise not_found(tr("The works have no comment with this reference"))
    return found


def _posted(comment: Comment) -> Event:
    """Return the event; the works' history is read by both sides, so internal text stays out."""
    if comment.is_internal:
        topic, event = "Internal comment added", "internal_comment_submitted"
        return Event(event, topic, f"{topic}: {comment.topic}", comment.reference, "comment")
    details = f"{comment.topic}: {comment.detail}"
    return Event("comment_submitted", "Comment added", details, comment.reference, "comment")
