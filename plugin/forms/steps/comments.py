"""Comments on works: writing one, replying to one, and marking one as read (Business rules 7.1)."""

from textwrap import shorten
from typing import Any, Optional

from ...api.v1.models.work import CommentCreateRequest, CommentReadRequest
from ...drafts.sending import Operation
from ...rules.comments import why_not_about
from ...rules.steps import Step
from ...trade.records.receipts import Receipt
from ...trade.records.works import Comment, Works
from ...words import tr
from ..about import About, Rec, StepForm
from ..fields import Field, Section
from ..told import Fact, Told
from ..values import Values
from .comment_sending import send, send_read, settle, settle_read

_TOPIC, _TEXT, _INTERNAL = "topic", "detail", "is_internal"
_A_LINE = 120  # characters


class _Writing(StepForm[Rec, CommentCreateRequest]):
    """Writes a comment; for both sides of works, or for one's own."""

    model = CommentCreateRequest

    def told(self) -> Told:
        """Return its sentences."""
        return Told(
            title=self.title(),
            checked=tr("I have checked this. I know that a comment cannot be taken back."),
            accepted=tr("The comment is at Street Manager."),
            refused=tr("The comment was not accepted."),
            not_sent=tr("The comment was not sent."),
            unknown=tr("It is not known whether Street Manager has the comment."),
            not_there=tr("Street Manager does not have the comment."),
            unanswered=tr("The comment was sent, and no answer came before the form was closed."),
        )

    def title(self) -> str:
        """Return what the form is called."""
        raise NotImplementedError

    def table(self) -> tuple[Section[About[Rec]], ...]:
        """Return its one section."""
        return (
            Section(
                tr("Comment"),
                (
                    Field(_TOPIC, tr("What is it about?"), offered=_may_be_about),
                    Field(_TEXT, tr("Comment"), tr("At most 1,500 characters.")),
                    Field(
                        _INTERNAL,
                        tr("Is it internal?"),
                        tr(
                            "Only your own organisation reads an internal comment. Promoter and "
                            "highway authority read all others."
                        ),
                        must=True,
                    ),
                ),
            ),
        )

    def also_wrong(self, values: Values, situation: About[Rec]) -> dict[str, str]:
        """Say that the topic is for the other side."""
        why = why_not_about(str(values.get(_TOPIC) or ""), situation.sides)
        return {_TOPIC: why} if why else {}

    def afterwards(self, receipt: Receipt, situation: About[Rec]) -> tuple[str, ...]:
        """Say where it is."""
        return (tr("It is among the comments of the works."),)


def _may_be_about(topic: str, situation: About[Any]) -> bool:
    return why_not_about(topic, situation.sides) is None


class WriteComment(_Writing[Works]):
    """Writes a comment on works."""

    operation = Operation("PostComment", send, settle)
    step = Step.COMMENT
    takes = Works

    def title(self) -> str:
        """Return what the form is called."""
        return tr("Write a comment")

    def begin(self, situation: About[Works], kept: Optional[Values]) -> dict[str, Any]:
        """Return what was `kept`, and else a comment for both sides."""
        return {_INTERNAL: False, **(kept or {})}


class Reply(_Writing[Comment]):
    """Writes a comment in answer to another one, which no contract knows to be one."""

    operation = Operation("PostComment.reply", send, settle)
    step = Step.REPLY
    takes = Comment

    def title(self) -> str:
        """Return what the form is called."""
        return tr("Reply")

    def begin(self, situation: About[Comment], kept: Optional[Values]) -> dict[str, Any]:
        """Return what was `kept`, and else the topic of the comment, for those who read that."""
        comment = situation.record
        begun: dict[str, Any] = {_INTERNAL: comment.internal}
        if _may_be_about(comment.about, situation):
            begun[_TOPIC] = comment.about
        return {**begun, **(kept or {})}

    def heading(self, situation: About[Comment]) -> str:
        """Say what is replied to."""
        return _with_words(super().heading(situation), situation.record)

    def facts(
        self, request: CommentCreateRequest, values: Values, situation: About[Comment]
    ) -> tuple[Fact, ...]:
        """Return what is replied to, and the reply."""
        quoted = Fact(tr("In reply to"), _said(situation.record))
        return (quoted, *super().facts(request, values, situation))


class MarkAsRead(StepForm[Comment, CommentReadRequest]):
    """Says that a comment was read on the side that it was for."""

    operation = Operation("MarkCommentAsRead", send_read, settle_read)
    model = CommentReadRequest
    step = Step.MARK_AS_READ
    takes = Comment

    def told(self) -> Told:
        """Return its sentences."""
        return Told(
            title=tr("Mark the comment as read"),
            checked=tr("I have read the comment. I know that this cannot be taken back."),
            accepted=tr("Street Manager has noted that the comment was read."),
            refused=tr("The comment was not marked as read."),
            not_sent=tr("It was not sent that the comment was read."),
            unknown=tr("It is not known whether the comment is marked as read."),
            not_there=tr("The comment is not marked as read."),
            unanswered=tr("It was sent, and no answer came before the form was closed."),
        )

    def heading(self, situation: About[Comment]) -> str:
        """Say which comment it is."""
        return _with_words(super().heading(situation), situation.record)

    def table(self) -> tuple[Section[About[Comment]], ...]:
        """Return none: nothing has to be answered."""
        return ()

    def facts(
        self, request: CommentReadRequest, values: Values, situation: About[Comment]
    ) -> tuple[Fact, ...]:
        """Return the comment, and who has read it."""
        quoted = Fact(tr("Comment"), _said(situation.record))
        return (*super().facts(request, values, situation), quoted)


def _said(comment: Comment) -> str:
    return tr("{author}: {text}").format(author=comment.author, text=comment.text)


def _with_words(heading: str, comment: Comment) -> str:
    """Return a heading with what a comment says, in short, below it."""
    return f"{heading}\n{shorten(_said(comment), _A_LINE, placeholder=' …')}"
