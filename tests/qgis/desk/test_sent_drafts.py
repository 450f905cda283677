"""QGIS ended after something was accepted and before its draft was thrown away."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from street_works.plugin.clashes.verdict import of_draft
from street_works.plugin.desk.sent_drafts import forget_accepted
from street_works.plugin.drafts import Draft, DraftStore, Journal
from street_works.plugin.drafts.verdicts import VerdictStore
from street_works.plugin.forms.all_forms import NEW_WORKS
from street_works.tests.made.judged import CASE, judged

NOW = datetime.now(timezone.utc)
EARLIER, LATER = NOW - timedelta(days=1), NOW + timedelta(days=1)
PLAIN = Draft("one", "practice", "POINT (1 2)", "EPSG:27700", "", None, None, {}, EARLIER)
COMMENT = replace(PLAIN, kind="PostComment", subject="TW001A", values={"typed": "Hello"})


@pytest.fixture
def stores(tmp_path: Any) -> Any:
    there = (
        DraftStore(tmp_path / "drafts.sqlite"),
        Journal(tmp_path / "outbox.sqlite"),
        VerdictStore(tmp_path / "verdicts.sqlite"),
    )
    yield there
    for one in there:
        one.close()


def left(stores: Any, draft: Draft) -> bool:
    """Say whether a draft is there after the start."""
    drafts = stores[0]
    drafts.save(draft)
    forget_accepted(*stores)
    return draft.id in {one.id for one in drafts.all()}


@pytest.mark.parametrize("form", NEW_WORKS)
def test_the_draft_of_new_works_goes_once_they_are_accepted_and_no_sooner(stores, form) -> None:
    draft = replace(PLAIN, values={form.reference: "TW001A"})
    entry = stores[1].begin("practice", form.operation.name, "TW001A", {})
    assert left(stores, draft)
    stores[1].unknown(entry.id, "No answer came.")
    assert left(stores, draft)
    stores[1].accepted(entry.id, {})
    assert left(stores, replace(draft, environment="sandbox")), "of another environment"
    assert left(stores, replace(draft, values={form.reference: "TW001B"}))
    assert left(stores, replace(draft, values={}))
    assert not left(stores, draft)


def test_a_half_filled_form_goes_but_the_next_one_of_its_kind_stays(stores) -> None:
    entry = stores[1].begin("practice", COMMENT.kind, COMMENT.subject, {})
    stores[1].accepted(entry.id, {})
    assert left(stores, replace(COMMENT, updated=LATER))
    assert left(stores, replace(COMMENT, subject="TW001B"))
    assert left(stores, replace(COMMENT, kind="UpdateActualStartDate"))
    assert not left(stores, COMMENT)


def test_what_was_refused_stays(stores) -> None:
    entry = stores[1].begin("practice", COMMENT.kind, COMMENT.subject, {})
    stores[1].refused(entry.id, "Too long.")
    assert left(stores, COMMENT)


@pytest.mark.parametrize("form", NEW_WORKS)
def test_what_was_judged_of_the_draft_goes_along_with_the_works(stores, form) -> None:
    verdicts = stores[2]
    verdicts.keep(judged(case=CASE._replace(ours=of_draft(PLAIN.id))))
    draft = replace(PLAIN, values={form.reference: "tw001a"})
    entry = stores[1].begin("practice", form.operation.name, "tw001a", {})
    assert left(stores, draft)
    assert verdicts.standings(CASE.environment, "TW001A") == {}
    stores[1].accepted(entry.id, {})
    assert not left(stores, draft)
    (case,) = verdicts.standings(CASE.environment, "TW001A")
    assert case == CASE._replace(ours="TW001A")
    assert verdicts.standings(CASE.environment, of_draft(PLAIN.id)) == {}
