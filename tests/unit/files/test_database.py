"""Files that are damaged, locked, not writable, or from a later version."""

import sqlite3

import pytest
from street_works.plugin.drafts import Journal, StoreDamagedError
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.files import database
from street_works.plugin.files.database import Database, table

SCHEMA = "CREATE TABLE thing (name TEXT)"


def nothing(connection):
    """Take a file to the next version as it is."""


def opened(path, version=1):
    return Database(path, (table(SCHEMA), *[nothing] * (version - 1)))


def filled(path, count=1):
    made = opened(path)
    with made.changing() as connection:
        connection.executemany("INSERT INTO thing VALUES (?)", [("x" * 1000,)] * count)
    made.close()


def names(path):
    made = opened(path)
    with made.reading() as connection:
        rows = connection.execute("SELECT name FROM thing").fetchall()
    made.close()
    return [row["name"] for row in rows]


def test_changes_are_synchronous(tmp_path):
    made = opened(tmp_path / "a.sqlite")
    with made.reading() as connection:
        assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2  # FULL
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 1
    made.close()


def test_an_exception_takes_the_changes_back(tmp_path):
    made = opened(tmp_path / "a.sqlite")
    rows = (row for row in (("lost",), ("too", "many")))
    with pytest.raises(StreetWorksError), made.changing() as connection:
        connection.executemany("INSERT INTO thing VALUES (?)", rows)
    made.close()
    assert names(tmp_path / "a.sqlite") == []


def overwrite_head(path):
    path.write_bytes(b"not a database at all" * 100)


def overwrite_middle(path):
    content = bytearray(path.read_bytes())
    content[4096:8192] = b"\xff" * 4096
    path.write_bytes(content)


def cut_off(path):
    path.write_bytes(path.read_bytes()[:6000])


@pytest.mark.parametrize("damage", [overwrite_head, overwrite_middle, cut_off])
def test_a_damaged_file_is_put_aside_and_named(tmp_path, damage):
    path = tmp_path / "drafts.sqlite"
    filled(path, count=50)
    damage(path)
    content = path.read_bytes()
    (tmp_path / "drafts.sqlite-wal").write_bytes(b"")
    with pytest.raises(StoreDamagedError) as caught:
        opened(path)
    told = caught.value
    assert told.moved_to.read_bytes() == content
    assert told.moved_to.parent == tmp_path
    assert str(told.moved_to) in told.advice
    assert "drafts.sqlite" in told.message
    assert told.may_retry
    assert names(path) == []


def test_damaged_twice_in_a_second_keeps_both(tmp_path):
    path = tmp_path / "drafts.sqlite"
    kept = []
    for number in range(3):
        path.write_bytes(b"damage %d" % number * 100)
        with pytest.raises(StoreDamagedError) as caught:
            opened(path)
        kept.append(caught.value.moved_to)
    assert len(set(kept)) == 3
    assert [one.read_bytes()[:8] for one in kept] == [b"damage %d" % n for n in range(3)]


def test_damage_found_later_is_told(tmp_path):
    path = tmp_path / "drafts.sqlite"
    filled(path, count=50)
    made = opened(path)
    overwrite_head(path)
    with pytest.raises(StreetWorksError, match="damaged"), made.reading() as connection:
        connection.execute("SELECT * FROM thing").fetchall()
    made.close()


def test_a_locked_file_is_told_and_may_be_tried_again(tmp_path, monkeypatch):
    monkeypatch.setattr(database, "_SECONDS_TO_WAIT", 0.05)
    path = tmp_path / "drafts.sqlite"
    made = opened(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StreetWorksError, match="in use") as caught, made.changing() as connection:
        connection.execute("INSERT INTO thing VALUES ('x')")
    assert caught.value.may_retry
    with pytest.raises(StreetWorksError, match="in use"):
        opened(path)
    other.execute("COMMIT")
    other.close()
    with made.changing() as connection:
        connection.execute("INSERT INTO thing VALUES ('now')")
    made.close()
    assert path.exists()
    assert names(path) == ["now"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StreetWorksError, match="cannot be written") as caught:
        opened(tmp_path / "file" / "drafts.sqlite")
    assert caught.value.advice
    assert not isinstance(caught.value, StoreDamagedError)


def test_a_folder_in_its_place_is_told(tmp_path):
    (tmp_path / "drafts.sqlite").mkdir()
    with pytest.raises(StreetWorksError, match="cannot be written"):
        opened(tmp_path / "drafts.sqlite")


def test_a_read_only_file_is_told_and_left(tmp_path, monkeypatch):
    path = tmp_path / "drafts.sqlite"
    path.touch()
    real = sqlite3.connect

    def read_only(where, **options):
        return real(f"file:{where}?mode=ro", uri=True, **options)

    monkeypatch.setattr(sqlite3, "connect", read_only)
    with pytest.raises(StreetWorksError, match="cannot be written"):
        opened(path)
    assert [one.name for one in tmp_path.iterdir()] == ["drafts.sqlite"]


def test_a_full_disk_is_told_and_the_old_content_stays(tmp_path):
    path = tmp_path / "drafts.sqlite"
    filled(path)
    made = opened(path)
    with made.reading() as connection:
        connection.execute("PRAGMA max_page_count = 3")
    with pytest.raises(StreetWorksError, match="cannot be written"), made.changing() as connection:
        connection.execute("INSERT INTO thing VALUES (?)", ("y" * 50_000,))
    made.close()
    assert len(names(path)) == 1


def test_a_file_of_a_later_version_is_left_as_it_is(tmp_path):
    path = tmp_path / "drafts.sqlite"
    opened(path, version=7).close()
    content = path.read_bytes()
    with pytest.raises(StreetWorksError, match="later version") as caught:
        opened(path, version=6)
    assert "Update" in caught.value.advice
    assert path.read_bytes() == content


def test_a_journal_is_put_aside_likewise(tmp_path):
    path = tmp_path / "outbox.sqlite"
    overwrite_head(path)
    with pytest.raises(StoreDamagedError):
        Journal(path)
    Journal(path).close()


def rename(connection):
    connection.execute("ALTER TABLE thing RENAME TO article")


def test_a_file_gets_the_steps_that_it_has_not_had(tmp_path):
    path = tmp_path / "drafts.sqlite"
    filled(path, count=3)
    Database(path, (table(SCHEMA), rename)).close()
    made = Database(path, (table(SCHEMA), rename, nothing))
    with made.reading() as connection:
        assert connection.execute("SELECT count(*) FROM article").fetchone()[0] == 3
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 3
    made.close()


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path):
    path = tmp_path / "drafts.sqlite"
    filled(path, count=3)

    def halfway(connection):
        rename(connection)
        connection.execute("DROP TABLE missing")

    with pytest.raises(StreetWorksError):
        Database(path, (table(SCHEMA), halfway))
    assert len(names(path)) == 3
