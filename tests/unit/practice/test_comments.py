"""Comments: who writes them, who reads them, and what the other side is told."""

import pytest
from street_works.plugin.api.errors import (
    AccessRestricted,
    BadRequest,
    NotFound,
    PreconditionFailed,
)
from street_works.plugin.api.v1.enums import CommentTopic
from street_works.plugin.api.v1.models.work import CommentCreateRequest, CommentReadRequest


@pytest.fixture
def post(client, build):
    def make(name, works, topic="GENERAL", **more):
        values = {"detail": "When will it be over?", "topic": topic, **more}
        client(name).work.post_comment(works, build(CommentCreateRequest, **values))

    return make


@pytest.fixture
def read(client, build):
    def make(name, works, reference):
        client(name).work.mark_comment_as_read(works, reference, build(CommentReadRequest))

    return make


@pytest.fixture
def kept(service):
    return lambda works: service.register.works(works).comments


def test_a_comment_is_read_by_the_other_side_once(client, post, read, kept, new_works):
    works = new_works()
    post("planner", works, internal_user_name="Jo", internal_user_identifier="jo-1")
    reference = f"{works}-COM-01"
    with pytest.raises(AccessRestricted):
        read("planner", works, reference)
    with pytest.raises(AccessRestricted):
        read("contractor", works, reference)
    read("authority", works, reference.lower())
    [comment] = kept(works)
    assert comment.author == "planner@practice.example"
    assert comment.organisation == "0098"
    assert comment.read_by == "authority@practice.example"
    with pytest.raises(PreconditionFailed, match="already"):
        read("authority", works, reference)
    assert kept(works) == (comment,)
    [posted, marked] = client("planner").work.get_work_history(works)[2:]
    assert (posted.event.value, marked.event.value) == ("comment_submitted", "comment_read")
    assert posted.object_reference == marked.object_reference == reference
    assert posted.details == "GENERAL: When will it be over?"
    assert (posted.internal_user_name, posted.internal_user_identifier) == ("Jo", "jo-1")


def test_an_internal_comment_stays_on_its_side(client, post, read, kept, new_works):
    works = new_works()
    post("authority", works, detail="They are always late", is_internal=True)
    reference = f"{works}-COM-01"
    with pytest.raises(NotFound):
        read("planner", works, reference)
    read("authority", works, reference)
    assert kept(works)[0].is_internal
    assert kept(works)[0].organisation == "9810"
    assert kept(works)[0].read_on is not None
    [*_, posted, _] = client("planner").work.get_work_history(works)
    assert posted.event.value == "internal_comment_submitted"
    assert "late" not in posted.details


def test_every_topic_is_the_authoritys_all_but_one_the_promoters(post, kept, new_works):
    works = new_works()
    for topic in CommentTopic:
        post("authority", works, topic.value)
        if topic is CommentTopic.OVERRUN:
            with pytest.raises(BadRequest) as refused:
                post("contractor", works, topic.value)
            assert "topic" in refused.value.fields
        else:
            post("contractor", works, topic.value)
    assert len(kept(works)) == 2 * len(CommentTopic) - 1
    assert kept(works)[-1].reference == f"{works}-COM-{len(kept(works))}"


def test_only_those_concerned_comment(post, read, new_works, elsewhere):
    gas, other = new_works(promoter_swa_code="9831"), new_works(**elsewhere)
    post("contractor", gas)
    for act in (
        lambda: post("planner", gas),
        lambda: read("planner", gas, f"{gas}-COM-01"),
        lambda: post("authority", other),
    ):
        with pytest.raises(AccessRestricted):
            act()


def test_what_is_not_there_is_told(post, read, new_works):
    with pytest.raises(NotFound):
        post("planner", "NOTHING")
    works = new_works()
    with pytest.raises(NotFound):
        read("planner", works, f"{works}-COM-01")


def test_a_contractor_sees_the_internal_comments_of_its_promoters_side(client, post, new_works):
    works = new_works()
    for name in ("planner", "contractor", "authority"):
        post(name, works, detail=f"Of the {name}", is_internal=True)
    listed = {
        name: [
            one.detail
            for one in client(name).reporting.get_comments(**narrowed).rows
            if one.work_reference_number == works
        ]
        for name, narrowed in (
            ("planner", {}), ("contractor", {"swa_code": "0098"}), ("authority", {})
        )
    }  # fmt: skip
    promoters = ["Of the contractor", "Of the planner"]
    assert sorted(listed["planner"]) == sorted(listed["contractor"]) == promoters
    assert listed["authority"] == ["Of the authority"]
