"""Drafts on the disk."""

import threading
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from street_works.plugin.drafts import Draft, DraftStore
from street_works.plugin.errors import StreetWorksError

NOON = datetime(2026, 6, 1, 12, 0, tzinfo=timezone.utc)
DRAFT = Draft(
    id="one",
    environment="practice",
    drawing_wkt="POINT (1 2)",
    drawing_crs="EPSG:3857",
    extent_wkt="POINT (3 4)",
    usrn=12345678,
    street={"usrn": 12345678, "town": "Öld Town", "nested": [1, None, True]},
    values={"work_type": "planned", "file_ids": [1, 2], "note": "a – b\n‘c’"},
    updated=NOON,
)


@pytest.fixture
def store(tmp_path):
    made = DraftStore(tmp_path / "deep" / "er" / "drafts.sqlite")
    yield made
    made.close()


def test_a_draft_comes_back_as_it_was(store):
    store.save(DRAFT)
    bare = replace(DRAFT, id="bare", usrn=None, street=None, values={}, extent_wkt="")
    store.save(bare)
    assert store.get("one") == DRAFT
    assert store.get("bare") == bare


def test_it_outlives_the_store(tmp_path):
    path = tmp_path / "drafts.sqlite"
    first = DraftStore(path)
    first.save(DRAFT)
    first.close()
    second = DraftStore(path)
    assert second.all() == [DRAFT]
    second.close()


def test_saving_again_replaces(store):
    store.save(DRAFT)
    store.save(replace(DRAFT, drawing_wkt="POINT (9 9)"))
    assert [draft.drawing_wkt for draft in store.all()] == ["POINT (9 9)"]


def test_the_latest_is_the_one_changed_last(store):
    assert store.latest() is None
    store.save(replace(DRAFT, id="late", updated=NOON + timedelta(microseconds=1)))
    store.save(DRAFT)
    # An hour earlier, though its clock shows a later time.
    summer = timezone(timedelta(hours=2))
    store.save(replace(DRAFT, id="east", updated=datetime(2026, 6, 1, 13, 0, tzinfo=summer)))
    assert store.latest().id == "late"
    assert [draft.id for draft in store.all()] == ["late", "one", "east"]


def test_removing(store):
    store.save(DRAFT)
    store.remove("one")
    store.remove("never there")
    assert store.get("one") is None
    assert store.all() == []


def test_only_the_owner_may_read_it(tmp_path):
    path = tmp_path / "drafts.sqlite"
    store = DraftStore(path)
    store.save(DRAFT)
    store.close()
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_draft_that_cannot_be_written_down_leaves_the_old_one(store):
    store.save(DRAFT)
    with pytest.raises(TypeError):
        store.save(replace(DRAFT, values={"when": NOON}))
    assert store.get("one") == DRAFT


def test_a_closed_store_says_so(tmp_path):
    store = DraftStore(tmp_path / "drafts.sqlite")
    store.close()
    store.close()
    with pytest.raises(StreetWorksError):
        store.save(DRAFT)


def test_a_path_may_be_text(tmp_path):
    store = DraftStore(str(tmp_path / "drafts.sqlite"))
    store.save(DRAFT)
    store.close()
    assert Path(tmp_path / "drafts.sqlite").stat().st_size


def test_two_threads_lose_nothing(store):
    failures = []

    def save(name):
        try:
            for number in range(40):
                store.save(replace(DRAFT, id=f"{name}{number}"))
                store.all()
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=save, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(store.all()) == 80


def test_a_draft_has_a_name_a_kind_and_a_subject(store):
    store.save(DRAFT)
    started = replace(
        DRAFT,
        id="two",
        name="Valve",
        kind="UpdateActualStartDate",
        subject="TW001A",
        question="q",
        before_wkt="POINT (1 2)",
        diversion_wkt="LINESTRING (1 2, 3 4)",
    )
    store.save(started)
    assert store.get("two") == started
    assert store.of("practice", "UpdateActualStartDate", "TW001A") == started
    assert store.of("practice", "UpdateActualStartDate", "TW001B") is None
    assert store.of("sandbox", "UpdateActualStartDate", "TW001A") is None


def test_of_drafts_changed_at_the_same_moment_the_one_kept_first_comes_first(store):
    store.save(replace(DRAFT, id="z"))
    store.save(replace(DRAFT, id="a"))
    assert [one.id for one in store.all()] == ["z", "a"]
