"""What version 0.1.0 kept opens, and nothing of it is lost. `make.py` wrote files.zip."""

import json
import shutil
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import asdict
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter
from street_works.plugin.drafts import DraftStore, Journal
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.live.store.store import Store
from street_works.plugin.practice import PracticeService
from street_works.plugin.practice.keeping.journal import KINDS as SHELVES
from street_works.plugin.practice.keeping.journal import Journal as PracticeJournal
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.kinds import KINDS

FILES = Path(__file__).with_name("files.zip")
CONTENTS = json.loads(zipfile.ZipFile(FILES).read("contents.json"))
DAMAGED_DRAFTS = [f"{2:032x}"]
DAMAGED_REQUESTS = ["TW001DAMAGED", "tw002DAMAGED"]
WHOLE_DRAFTS = [one for one in CONTENTS["drafts"] if one["id"] not in DAMAGED_DRAFTS]
EVERYWHERE = Box(0, 0, 1e7, 1e7)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.unpack_archive(FILES, tmp_path)
    return tmp_path


def plain(value: Any) -> Any:
    """Return a value as JSON has it."""

    def other(one: Any) -> Any:
        if isinstance(one, bytes):
            return one.hex()
        return one.value if isinstance(one, Enum) else one.isoformat()

    return json.loads(json.dumps(value, default=other))


def holds(found: Any, expected: Any) -> bool:
    """Say whether all that is expected is there; what is found may say more."""
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(
            name in found and holds(found[name], value) for name, value in expected.items()
        )
    if isinstance(expected, list):
        return len(found) == len(expected) and all(map(holds, found, expected))
    return bool(found == expected or (found and same_moment(found, expected)))


def same_moment(found: Any, expected: Any) -> bool:
    """Say whether two texts are the same moment, however its zone is written."""
    try:
        return datetime.fromisoformat(found) == datetime.fromisoformat(expected)
    except (TypeError, ValueError):
        return False


@pytest.mark.parametrize(
    ("found", "expected"), [({}, {"a": 1}), ([1], [1, 2]), ({"a": "2026-06-03"}, {"a": "x"})]
)
def test_what_is_lost_is_noticed(found: Any, expected: Any) -> None:
    assert holds(expected, expected)
    assert not holds(found, expected)


def test_there_is_something_of_everything_in_the_files() -> None:
    assert len(CONTENTS["drafts"]) == 6
    assert {one["state"] for one in CONTENTS["outbox"]} == {
        "accepted", "refused", "unknown", "not_there"
    }  # fmt: skip
    assert {one["environment"] for one in CONTENTS["outbox"]} == {"practice", "sandbox"}
    assert {table.split("_")[0] for table in CONTENTS["store"]["tables"]} == {
        "works", "activity", "forward", "hs2", "records"
    }  # fmt: skip
    assert {one["difference"]["what"] for one in CONTENTS["store"]["changes"]} == {
        "new", "gone", "moved", "redated", "changed"
    }  # fmt: skip
    assert set(CONTENTS["practice"]) == {*SHELVES, "files"}
    assert all(CONTENTS["practice"].values())


# ---- drafts ----


def test_the_drafts_are_all_there(folder: Path) -> None:
    with closing(DraftStore(folder / "drafts.sqlite")) as store:
        assert holds([plain(asdict(one)) for one in store.all()], WHOLE_DRAFTS)
        assert [one.id for one in store.damaged()] == DAMAGED_DRAFTS
        assert {(one.name, one.kind, one.subject) for one in store.all()} == {("", "", "")}
        assert {(one.before_wkt, one.diversion_wkt) for one in store.all()} == {("", "")}


def test_a_damaged_draft_keeps_what_can_be_read(folder: Path) -> None:
    path = folder / "drafts.sqlite"
    DraftStore(path).close()
    expected = next(one for one in CONTENTS["drafts"] if one["id"] in DAMAGED_DRAFTS)
    (row,) = rows(path, "SELECT * FROM draft WHERE id LIKE '%02'")
    assert row["form"] == "{"
    for name in ("environment", "drawing_wkt", "drawing_crs", "extent_wkt", "usrn"):
        assert row[name] == expected[name]


# ---- what was sent ----


def as_now(entry: dict[str, Any]) -> dict[str, Any]:
    """Return an entry of that version as it is told of now."""
    expected = {**entry, "subject": entry["reference"]}
    del expected["reference"]
    return {**expected, "body": {}} if entry["reference"] in DAMAGED_REQUESTS else expected


def test_the_requests_are_all_there(folder: Path) -> None:
    with closing(Journal(folder / "outbox.sqlite")) as journal:
        for entry in CONTENTS["outbox"]:
            found = journal.latest(entry["environment"], "CreateWork", entry["reference"])
            assert found is not None
            assert holds(plain(asdict(found)), as_now(entry))
            assert found.damage.startswith("body") == (entry["reference"] in DAMAGED_REQUESTS)
        assert [one.id for one in journal.damaged()] == DAMAGED_REQUESTS


def test_the_damaged_bodies_are_still_in_the_file(folder: Path) -> None:
    path = folder / "outbox.sqlite"
    Journal(path).close()
    assert [row["body"] for row in rows(path, "SELECT body FROM request WHERE body = '{'")] == [
        "{", "{"
    ]  # fmt: skip


def test_what_was_open_is_asked_for_and_not_sent_again(folder: Path) -> None:
    with closing(Journal(folder / "outbox.sqlite")) as journal:
        expected = [one for one in CONTENTS["outbox"] if one["state"] in ("sending", "unknown")]
        assert [one.subject for one in journal.pending()] == [one["reference"] for one in expected]
        assert len(expected) == 6
        for one in expected:
            with pytest.raises(StreetWorksError, match="not known yet"):
                journal.begin(one["environment"], "CreateWork", one["reference"], {})


def test_what_was_accepted_is_not_sent_again(folder: Path) -> None:
    sent = ("practice", "CreateWork", "tw001accepted")
    with closing(Journal(folder / "outbox.sqlite")) as journal:
        assert journal.latest(*sent)
        with pytest.raises(StreetWorksError, match="accepted already"):
            journal.begin(*sent, {}, once=True)


# ---- the store ----


def test_the_store_has_its_ground_and_its_changes(folder: Path) -> None:
    expected = CONTENTS["store"]
    with closing(Store(folder / "live.gpkx")) as store:
        boxes = [asdict(box) for kind in KINDS for box in store.boxes(kind)]
        assert holds(plain(boxes), expected["boxes"])
        assert holds(plain([asdict(one) for one in store.changes_since()]), expected["changes"])
        view = store.last_view()
        assert view is not None
        assert plain({"box": view.box, "days": view.days}) == expected["last_view"]
        assert plain(sorted(store.filled())) == expected["filled"]


def test_the_store_lists_every_record(folder: Path) -> None:
    with closing(Store(folder / "live.gpkx")) as store:
        found = {kind: store.rows(kind, EVERYWHERE, None, "", 1000).rows for kind in KINDS}
        listed = [[one.reference, one.seen] for kind in KINDS for one in found[kind]]
        assert listed == CONTENTS["store"]["seen"]
        assert {kind: len(rows) for kind, rows in found.items()} == {
            kind: len(CONTENTS["store"]["tables"][f"{kind}_centre"]) for kind in KINDS
        }


def test_every_value_of_the_store_is_still_in_its_tables(folder: Path) -> None:
    path = folder / "live.gpkx"
    Store(path).close()
    for table, expected in CONTENTS["store"]["tables"].items():
        found = rows(path, f"SELECT * FROM {table} ORDER BY 1")  # noqa: S608
        assert holds(plain(found), expected), table


# ---- the practice service ----


def test_the_practice_service_reads_every_record(folder: Path) -> None:
    with closing(PracticeJournal(folder / "practice.sqlite")) as kept:
        for shelf, kind in SHELVES.items():
            expected = CONTENTS["practice"][shelf]
            adapter: TypeAdapter[Any] = TypeAdapter(kind)
            found = {
                key: adapter.dump_python(record, mode="json")
                for key, record in kept.records(shelf).items()
            }
            assert list(found) == list(expected)
            assert holds(found, expected), shelf
        files = plain([asdict(one) for one in kept.files()])
        assert holds(files, CONTENTS["practice"]["files"])


def test_the_practice_service_starts_with_them(folder: Path) -> None:
    practice = PracticeService(state=folder / "practice.sqlite")
    practice.start()
    try:
        for reference in CONTENTS["practice"]["works"]:
            assert practice.register.works(reference).reference == reference
    finally:
        practice.stop()


def rows(path: Path, statement: str) -> list[dict[str, Any]]:
    """Return what a statement finds in a file, as dictionaries."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(statement)]
