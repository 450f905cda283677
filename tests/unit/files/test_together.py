"""Files that belong together are written all or not at all."""

import pytest
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.files.together import write_together


def test_all_are_there_with_their_contents_and_replace_what_was(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"before")
    write_together({one: b"1", other: b"2"})
    assert (one.read_bytes(), other.read_bytes()) == (b"1", b"2")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "other"]


def test_where_one_cannot_be_written_the_others_stay_as_they_were(tmp_path):
    one, other = tmp_path / "one", tmp_path / "missing" / "other"
    one.write_bytes(b"before")
    with pytest.raises(StreetWorksError, match="other cannot be written"):
        write_together({one: b"1", other: b"2"})
    assert one.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["one"]


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path):
    full = "/dev/full"
    part = tmp_path / "one.part"
    part.symlink_to(full)
    with pytest.raises(StreetWorksError, match="disk is not full"):
        write_together({tmp_path / "one": b"1" * 100_000})
    assert list(tmp_path.iterdir()) == []
