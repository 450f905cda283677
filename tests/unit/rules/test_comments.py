"""Comments: who writes about what, who marks them as read."""

import pytest
from street_works.plugin.rules.comments import readers, why_not_about, why_not_read
from street_works.plugin.rules.standing import CommentStanding
from street_works.plugin.rules.steps import Step, sides_with, why_not
from street_works.plugin.trade.parties import Side
from street_works.plugin.trade.vocabulary.comments import CommentTopic

BOTH = frozenset(Side)
PROMOTER, AUTHORITY = frozenset({Side.PROMOTER}), frozenset({Side.AUTHORITY})


@pytest.mark.parametrize("topic", CommentTopic)
def test_only_authorities_warn_of_an_overrun(topic: CommentTopic) -> None:
    assert why_not_about(topic, AUTHORITY) is why_not_about(topic, BOTH) is None
    assert (why_not_about(topic, PROMOTER) is None) is (topic is not CommentTopic.OVERRUN)


@pytest.mark.parametrize(
    ("author", "internal", "expected"),
    [
        (Side.PROMOTER, False, AUTHORITY),
        (Side.AUTHORITY, False, PROMOTER),
        (Side.PROMOTER, True, PROMOTER),
        (Side.AUTHORITY, True, AUTHORITY),
        (None, False, BOTH),
        (None, True, BOTH),
    ],
)
def test_a_comment_is_read_by_those_whom_it_is_for(
    author: Side, internal: bool, expected: frozenset[Side]
) -> None:
    comment = CommentStanding(only_own_side=internal, author=author)
    assert readers(comment) == sides_with(Step.MARK_AS_READ, comment) == expected
    for side in Side:
        why = why_not(Step.MARK_AS_READ, comment, frozenset({side}))
        assert (why is None) is (side in expected)


def test_a_comment_is_marked_as_read_once() -> None:
    assert why_not_read(CommentStanding()) is None
    assert "already" in str(why_not(Step.MARK_AS_READ, CommentStanding(was_read=True)))
    assert why_not(Step.REPLY, CommentStanding(was_read=True)) is None
