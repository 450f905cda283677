"""Drafts and submissions of which something is damaged: the others stay, and nothing is lost."""

import json
import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from types import SimpleNamespace

import pytest
from street_works.plugin.api.errors import NotFound
from street_works.plugin.drafts import (
    Draft,
    DraftStore,
    Journal,
    State,
    drafts_damaged,
    settle,
    submissions_damaged,
)
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.forms.application.sending import CREATE_WORKS
from street_works.tests.made.damage import damaged_values

NOON = datetime(2026, 6, 1, 12, 0, tzinfo=timezone.utc)
DRAFT = Draft(
    id="one",
    environment="practice",
    drawing_wkt="POINT (1 2)",
    drawing_crs="EPSG:3857",
    extent_wkt="POINT (3 4)",
    usrn=12345678,
    street={"usrn": 12345678},
    values={"work_type": "planned"},
    updated=NOON,
)
COLUMNS = [
    "environment", "drawing_wkt", "drawing_crs", "extent_wkt", "usrn", "street", "form", "updated",
    "name", "kind", "subject",
]  # fmt: skip
BODY = {"promoter_swa_code": "0010", "usrn": 12345678}
REFERENCE = "TW001ABCDEFGHJK"


def as_stored(value):
    """Return a value as SQLite can hold it; the columns let in any type."""
    if isinstance(value, (str, float, bytes)):
        return value
    if isinstance(value, bytearray):
        return bytes(value)
    if isinstance(value, int) and -(2**63) <= value < 2**63:
        return value
    if isinstance(value, int):
        return f"{value:e}" if abs(value) < 10**300 else "9" * 400
    return json.dumps(value, default=str)


def damage(path, table, column, value, where):
    connection = sqlite3.connect(path)
    with connection:
        said = f"UPDATE {table} SET {column} = ? WHERE {where}"  # noqa: S608 - our own words
        try:
            connection.execute(said, (as_stored(value),))
        except sqlite3.IntegrityError:  # a float that is no number becomes NULL
            connection.execute(said, ("NaN",))
    connection.close()


@pytest.fixture
def store(tmp_path):
    made = DraftStore(tmp_path / "drafts.sqlite")
    yield made
    made.close()


@pytest.fixture
def journal(tmp_path):
    made = Journal(tmp_path / "outbox.sqlite")
    yield made
    made.close()


@pytest.mark.parametrize("column", COLUMNS)
def test_a_thousand_damages_of_a_draft_leave_the_others(store, tmp_path, column):
    other = replace(DRAFT, id="other", updated=NOON + timedelta(days=1))
    store.save(other)
    store.save(DRAFT)
    for number, value in enumerate(damaged_values()[COLUMNS.index(column) :: len(COLUMNS)]):
        damage(tmp_path / "drafts.sqlite", "draft", column, value, "id = 'one'")
        drafts, damaged = store.all(), store.damaged()
        assert other in drafts, number
        assert len(drafts) + len(damaged) == 2, number
        assert [one.id for one in damaged] in ([], ["one"]), number
        for draft in drafts:
            assert isinstance(draft.values, dict)
            assert isinstance(draft.drawing_wkt, str)
            assert isinstance(draft.street, (dict, type(None)))
            assert draft.updated.tzinfo is not None
        assert store.latest() is not None


def test_a_damaged_draft_is_told_by_its_name_and_stays_in_the_file(store, tmp_path):
    store.save(DRAFT)
    store.save(replace(DRAFT, id="other"))
    damage(tmp_path / "drafts.sqlite", "draft", "form", '{"half', "id = 'one'")
    assert [draft.id for draft in store.all()] == ["other"]
    assert store.get("one") is None
    (row,) = store.damaged()
    trouble = drafts_damaged([row])
    assert row.id in trouble.detail
    assert "drafts.sqlite" in trouble.advice
    store.save(replace(DRAFT, id="third"))
    connection = sqlite3.connect(tmp_path / "drafts.sqlite")
    kept = connection.execute("SELECT form FROM draft WHERE id = 'one'").fetchone()
    connection.close()
    assert kept == ('{"half',)


@pytest.mark.parametrize(
    "column", ["environment", "operation", "body", "state", "reason", "answer", "begun", "updated"]
)
def test_damages_of_a_submission_never_let_it_be_sent_again(journal, tmp_path, column):
    entry = journal.begin("practice", "CreateWork", REFERENCE, BODY)
    journal.unknown(entry.id, "lost")
    journal.begin("practice", "CreateWork", "TW001OTHER", BODY)
    allowed = {State.REFUSED.value, State.NOT_THERE.value}
    for number, value in enumerate(v for v in damaged_values()[::8] if as_stored(v) not in allowed):
        damage(tmp_path / "outbox.sqlite", "request", column, value, f"subject = '{REFERENCE}'")
        entries = {entry.subject: entry for entry in journal.pending()}
        assert set(entries) == {REFERENCE, "TW001OTHER"}, number
        assert isinstance(entries[REFERENCE].body, dict)
        assert [row.id for row in journal.damaged()] in ([], [REFERENCE])
        with pytest.raises(StreetWorksError, match="not known yet"):
            journal.begin("practice", "CreateWork", REFERENCE, BODY)


def test_a_submission_whose_body_is_damaged_is_settled_by_its_reference(journal, tmp_path):
    works = SimpleNamespace(
        work_reference_number=REFERENCE,
        promoter_swa_code="0010",
        usrn=12345678,
        active_permit=SimpleNamespace(permit_reference_number=f"{REFERENCE}-01"),
        permits=None,
    )
    entry = journal.begin("practice", "CreateWork", REFERENCE, BODY)
    journal.unknown(entry.id, "lost")
    damage(tmp_path / "outbox.sqlite", "request", "body", "{", f"subject = '{REFERENCE}'")
    (row,) = journal.damaged()
    assert REFERENCE in submissions_damaged([row]).message
    client = SimpleNamespace(work=SimpleNamespace(get_work=lambda reference: works))
    assert settle(client, journal, CREATE_WORKS, "practice", REFERENCE).state is State.ACCEPTED
    assert journal.latest("practice", "CreateWork", REFERENCE).state is State.ACCEPTED


def test_a_submission_whose_moment_is_damaged_may_have_made_whatever_there_is(journal, tmp_path):
    journal.begin("practice", "CreateWork", REFERENCE, BODY)
    damage(tmp_path / "outbox.sqlite", "request", "begun", "once", "1")
    (entry,) = journal.pending()
    assert "begun" in entry.damage
    assert entry.may_have_made(datetime(2018, 7, 1, tzinfo=timezone.utc))


def test_a_submission_whose_state_is_of_a_later_version_is_asked_for(journal, tmp_path):
    journal.begin("practice", "CreateWork", REFERENCE, BODY)
    damage(tmp_path / "outbox.sqlite", "request", "state", "withdrawn", "1")
    assert [entry.state for entry in journal.pending()] == [State.UNKNOWN]

    def not_found(reference):
        raise NotFound("There are no such works.", status=404)

    client = SimpleNamespace(work=SimpleNamespace(get_work=not_found))
    assert settle(client, journal, CREATE_WORKS, "practice", REFERENCE).state is State.NOT_THERE
