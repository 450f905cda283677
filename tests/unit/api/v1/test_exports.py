"""CSV exports from asking to saving, and the wait for a file's virus check."""

import gzip

import pytest
from street_works.plugin.api import errors
from street_works.plugin.api.http import progress
from street_works.plugin.api.polling import Pauses
from street_works.plugin.api.v1.exports import ask, fetch, save_csv
from street_works.plugin.api.v1.files import wait_for_file
from street_works.plugin.api.v1.models.export import PermitCSVExportRequest
from street_works.plugin.errors import StreetWorksError

ASK, LIST, GET = "/v1/export/permits/csv", "/v1/reporting/csv-exports", "/v1/export/csv/7"
CSV = b"permit_reference_number\nAB001-01\n" * 10_000
HASTE = Pauses(first=0.001, longest=0.002)


def listed(*states, number=7):
    entries = [
        {
            "csv_export_id": number + place,
            "filename": "permits.csv",
            "date_created": "2026-06-03T10:00:00.000Z",
            "csv_export_status": state,
            "username": "planner@example.org",
        }
        for place, state in enumerate(states)
    ]
    pagination = {"total_rows": len(entries), "has_next_page": False}
    return {"pagination": pagination, "rows": entries}


def save(client, path, **more):
    generate = client.export.generate_permits_csv
    return save_csv(client, generate, PermitCSVExportRequest(), path, pauses=HASTE, **more)


def test_a_list_is_asked_for_waited_for_and_saved(client, script, tmp_path):
    script.expect("POST", ASK, 200, {"csv_id": 7})
    for body in (listed(), listed("queued", "ready"), listed("in_progress"), listed("ready")):
        script.expect("GET", LIST, 200, body)
    script.expect("GET", GET, 200, CSV, headers={"Content-Type": "text/csv"})
    waited, came = [], []
    with progress.watching(lambda done, total: came.append((done, total))):
        path = save(client, tmp_path / "permits.csv", waiting=waited.append)
    assert path.read_bytes() == CSV
    assert waited == ["queued", "queued", "in_progress", "ready"]
    assert came[-1] == (len(CSV), len(CSV))
    assert [one.name for one in tmp_path.iterdir()] == ["permits.csv"]


def test_a_promoters_exports_are_looked_up_with_its_code(client, script, tmp_path):
    script.expect("GET", LIST, 200, listed("ready"))
    script.expect("GET", GET, 200, CSV)
    fetch(client, 7, tmp_path / "permits.csv", swa_code="0010")
    assert "swa_code=0010" in script.seen[0].query


def test_a_failed_export_is_told(client, script, tmp_path):
    script.expect("POST", ASK, 200, {"csv_id": 7})
    script.expect("GET", LIST, 200, listed("failed"))
    with pytest.raises(errors.ServerFailed, match="could not make"):
        save(client, tmp_path / "permits.csv")
    assert list(tmp_path.iterdir()) == []


def test_an_export_that_takes_too_long_is_given_up(client, script, reply, tmp_path):
    script.always = {("GET", LIST): lambda _: reply(200, listed("queued"))}
    with pytest.raises(errors.TimedOut) as caught:
        fetch(client, 7, tmp_path / "a.csv", pauses=Pauses(0.001, 2, 0.002, 0.004))
    assert caught.value.may_retry
    assert 2 <= len(script.seen) <= 4


def test_waiting_for_an_export_can_be_stopped(client, script, tmp_path):
    script.expect("GET", LIST, 200, listed("queued"))
    with client.cancelling(lambda: bool(script.seen)), pytest.raises(errors.Cancelled):
        fetch(client, 7, tmp_path / "a.csv")


def test_a_second_export_must_wait_for_the_first(client, script):
    script.expect("POST", ASK, 412, {"message": "One at a time"})
    script.expect("GET", LIST, 200, listed("ready", "queued"))
    with pytest.raises(errors.PreconditionFailed, match="still being made"):
        ask(client, client.export.generate_permits_csv, PermitCSVExportRequest())


def test_another_rule_that_forbids_an_export_is_told_as_it_is(client, script):
    script.expect("POST", ASK, 412, {"message": "Not today"})
    script.expect("GET", LIST, 200, listed("ready"))
    with pytest.raises(errors.PreconditionFailed) as caught:
        ask(client, client.export.generate_permits_csv, PermitCSVExportRequest())
    assert "Not today" in caught.value.advice


def test_pauses_grow_up_to_the_longest(client, script, monkeypatch, tmp_path):
    waits = []
    monkeypatch.setattr(type(client), "pause", lambda self, seconds: waits.append(seconds))
    for _ in range(5):
        script.expect("GET", LIST, 200, listed("queued"))
    script.expect("GET", LIST, 200, listed("ready"))
    script.expect("GET", GET, 200, CSV)
    fetch(client, 7, tmp_path / "a.csv", pauses=Pauses(1, 2, 5, 100))
    assert waits == [1, 2, 4, 5, 5]


def test_a_file_cut_off_leaves_what_was_there(client, script, tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    for _ in range(3):
        script.expect("GET", GET, 200, CSV, cut=100)
    with pytest.raises(errors.NotJson):
        client.export.save_csv(7, path)
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_that_cannot_be_written_is_told(client, script, tmp_path):
    script.expect("GET", GET, 200, CSV)
    with pytest.raises(StreetWorksError, match=r"a\.csv cannot be written"):
        client.export.save_csv(7, tmp_path / "absent" / "a.csv")


def test_an_error_is_not_saved_as_a_file(client, script, tmp_path):
    script.expect("GET", GET, 404, {"message": "No such export"})
    with pytest.raises(errors.NotFound):
        client.export.save_csv(7, tmp_path / "a.csv")
    assert list(tmp_path.iterdir()) == []


def test_a_networks_log_in_page_is_no_csv(client, script):
    page = {"Content-Type": "text/html; charset=utf-8"}
    script.expect("GET", GET, 200, b"<html>Log in to the wi-fi</html>", headers=page)
    with pytest.raises(errors.NotJson):
        client.export.get_csv(7)


LOG_IN = b"<html>Log in to the wi-fi</html>"
SAVED = {
    "save_csv": (GET, lambda client, path: client.export.save_csv(7, path)),
    "save_file": ("/v1/work/files/7", lambda client, path: client.work.save_file(7, path)),
}


@pytest.mark.parametrize("kind", SAVED)
@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content-Type": "text/html; charset=utf-8"}, LOG_IN),
        ({"Content-Type": " TEXT/HTML;x"}, b"anything"),
        ({"Content-Type": "application/xhtml+xml"}, b"<?xml version='1.0'?>"),
        ({"Content-Type": "text/csv"}, b"\xef\xbb\xbf\r\n <!DOCTYPE HTML><body>" + b"x" * 200_000),
        ({}, LOG_IN),
    ],
)
def test_a_networks_log_in_page_never_takes_a_files_place(
    client, script, tmp_path, kind, headers, body
):
    """It overwrote the file, and then the error was raised."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"mine")
    address, save = SAVED[kind]
    script.expect("GET", address, 200, body, headers=headers)
    with pytest.raises(errors.NotJson):
        save(client, path)
    assert path.read_bytes() == b"mine"
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.parametrize(
    "body", [b'{"message": "not yet"}', b" [1]", b"<?xml version='1.0'?><Error/>", b"<Error/>"]
)
def test_what_is_no_csv_never_takes_its_place(client, script, tmp_path, body):
    path = tmp_path / "a.csv"
    path.write_bytes(b"mine")
    script.expect("GET", GET, 200, body)
    with pytest.raises(errors.NotJson):
        client.export.save_csv(7, path)
    assert path.read_bytes() == b"mine"
    script.expect("GET", FILE, 200, body)  # whereas evidence may be anything
    assert client.work.save_file(7, path).read_bytes() == body


@pytest.mark.parametrize("kind", SAVED)
@pytest.mark.parametrize("cut", [None, 0, 100])
def test_somebody_elses_part_file_is_left_alone(client, script, tmp_path, kind, cut):
    """`a.csv.part` was taken for our own, written over and removed."""
    theirs = tmp_path / "a.csv.part"
    theirs.write_bytes(b"theirs")
    address, save = SAVED[kind]
    for _ in range(1 if cut is None else 3):
        script.expect("GET", address, 200, CSV, cut=cut)
    if cut is None:
        save(client, tmp_path / "a.csv")
    else:
        with pytest.raises(errors.ApiError):
            save(client, tmp_path / "a.csv")
    assert theirs.read_bytes() == b"theirs"
    there = {one.name for one in tmp_path.iterdir()}
    assert there == ({"a.csv", "a.csv.part"} if cut is None else {"a.csv.part"})


PACKED = gzip.compress(CSV)


@pytest.mark.parametrize("cut", [0, 1, 10, len(PACKED) // 2, len(PACKED) - 1])
@pytest.mark.parametrize("kind", SAVED)
def test_a_packed_answer_that_was_cut_off_is_not_saved_as_a_whole_one(
    client, script, tmp_path, kind, cut
):
    """With older versions of urllib3 what came was taken for all."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"mine")
    address, save = SAVED[kind]
    for _ in range(3):
        script.expect("GET", address, 200, PACKED, cut=cut, headers={"Content-Encoding": "gzip"})
    with pytest.raises(errors.ApiError):
        save(client, path)
    assert path.read_bytes() == b"mine"
    script.expected.clear()  # Qt does not say so of every one that it may be asked again
    script.wrong.clear()


def test_a_packed_answer_is_saved_unpacked(client, script, tmp_path):
    script.expect("GET", GET, 200, PACKED, headers={"Content-Encoding": "gzip"})
    assert client.export.save_csv(7, tmp_path / "a.csv").read_bytes() == CSV


def test_a_link_stays_one_and_what_is_no_file_stays_what_it_is(client, script, tmp_path):
    (tmp_path / "there").mkdir()
    link = tmp_path / "a.csv"
    link.symlink_to(tmp_path / "there" / "real.csv")
    script.expect("GET", GET, 200, CSV)
    client.export.save_csv(7, link)
    assert link.is_symlink()
    assert (tmp_path / "there" / "real.csv").read_bytes() == CSV
    script.expect("GET", GET, 200, CSV)
    with pytest.raises(StreetWorksError, match="there cannot be written"):
        client.export.save_csv(7, tmp_path / "there")


def test_a_file_is_asked_for_as_a_file(client, script):
    """`application/json` alone is no answer that a CSV can be: 406 by the contract."""
    script.expect("GET", GET, 200, CSV)
    client.export.get_csv(7)
    for operation in ("work-data", "activity-data"):
        script.expect("GET", f"/v1/export/{operation}", 200, CSV)
    client.export.get_work_data_csv()
    client.export.get_activity_data_csv()
    script.expect("GET", FILE, 200, b"%PDF")
    client.work.get_file(7)
    script.expect("GET", LIST, 200, listed("ready"))
    client.reporting.get_csv_exports()
    *csv, file, json = [seen.headers["accept"] for seen in script.seen]
    assert all(one.startswith("text/csv") for one in csv)
    assert (file, json) == ("*/*", "application/json")


FILE = "/v1/work/files/7"


def test_a_file_is_waited_for_until_it_has_been_checked(client, script):
    script.expect("GET", FILE, 404)
    script.expect("GET", FILE, 204)
    script.expect("GET", FILE, 200, b"%PDF")
    assert wait_for_file(client, 7, HASTE).content == b"%PDF"


def test_a_file_that_never_passes_the_check_is_given_up(client, script, reply):
    script.always = {("GET", FILE): lambda _: reply(404)}
    with pytest.raises(errors.TimedOut, match="virus check"):
        wait_for_file(client, 7, Pauses(0.001, 2, 0.002, 0.004))


def test_waiting_for_a_file_can_be_stopped(client, script):
    script.expect("GET", FILE, 404)
    with client.cancelling(lambda: bool(script.seen)), pytest.raises(errors.Cancelled):
        wait_for_file(client, 7)
