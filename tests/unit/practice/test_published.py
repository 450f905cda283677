"""Real published records are read, whatever they look like; what cannot be used is refused."""

import csv
import json
from datetime import date

import pytest
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.practice.published.reading import read_files
from street_works.plugin.practice.published.shapes import Unusable, read_shape

TODAY = date(2026, 11, 23)


def read(path, **options):
    found = read_files([path], TODAY, **options)
    return found, found.readings[0]


@pytest.mark.parametrize(
    ("name", "rows", "added", "kinds"),
    [
        ("london_2026-09.psv", 82, 82, (82, 0)),
        ("greater_manchester_2023.json", 28, 28, (28, 0)),
        ("london_verbatim_sample.json", 2, 2, (2, 0)),
        ("reporting_permits_sandbox.json", 4, 3, (2, 0)),
        ("dft_sample_notification_event.json", 1, 1, (1, 0)),
        ("dft_sample_permit_notification_message.json", 1, 1, (1, 0)),
        ("dft_sample_activity_notification_message.json", 1, 1, (0, 1)),
        ("dft_sample_section58_notification_message.json", 1, 1, (0, 1)),
    ],
)
def test_every_published_format_is_read(shared, name, rows, added, kinds):
    found, reading = read(shared(f"data/works/{name}"))
    assert (reading.read, reading.added) == (rows, added)
    assert reading.read == reading.added + len(reading.refused)
    assert (len(found.works), len(found.activities)) == kinds


def test_labels_become_the_contracts_values(shared):
    found, _ = read(shared("data/works/london_2026-09.psv"))
    permits = {works.active.reference: works.active for works in found.works}
    assert permits["EM2513095344-01"].category == "immediate_emergency"
    assert permits["AZ7031001541067-01"].category == "paa"
    assert permits["TY17005449891-03"].traffic_management == "some_carriageway_incursion"


def test_codes_get_their_zeros_and_rows_without_a_shape_say_why(shared):
    found, _ = read(shared("data/works/london_verbatim_sample.json"))
    assert "0010" in {works.promoter_swa_code for works in found.works}
    _, reading = read(shared("data/works/reporting_permits_sandbox.json"))
    assert reading.refused == (("forward_plan_rows 1", "there is no shape"),)


def test_the_latest_permit_of_some_works_is_the_active_one(shared):
    found, _ = read(shared("data/works/reporting_permits_sandbox.json"))
    works = next(w for w in found.works if w.reference == "UG27724003165")
    assert [permit.reference[-2:] for permit in works.permits] == ["01", "02"]
    assert works.active.status == "closed"


def test_records_without_dates_get_dates_around_today_and_the_reading_says_so(shared):
    found, reading = read(shared("data/works/london_2026-09.psv"))
    assert any("no dates" in note and "(82)" in note for note in reading.notes)
    assert all(abs((works.active.start.date() - TODAY).days) <= 12 for works in found.works)


def test_old_files_keep_their_dates_unless_asked_for_today(shared):
    path = shared("data/works/greater_manchester_2023.json")
    _, kept = read(path)
    assert kept.period[0].year < 2024
    moved, reading = read(path, bring_to_today=True)
    assert any("weeks later" in note for note in reading.notes)
    near = [w for w in moved.works if abs((w.active.start.date() - TODAY).days) <= 35]
    assert len(near) > 20


def test_the_same_record_in_two_files_counts_once(shared):
    london = shared("data/works/london_2026-09.psv")
    sample = shared("data/works/london_verbatim_sample.json")
    found = read_files([london, sample], TODAY)
    assert found.readings[1].added == 0
    assert all("there already" in why for _, why in found.readings[1].refused)


def test_wild_shapes_are_read_or_refused_with_a_reason(shared):
    with shared("data/geometry/seen_in_the_wild.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    read_ones = {row["what"]: read_shape(row["wkt"]) for row in rows}
    assert len(read_ones) == len({row["what"] for row in rows})
    mended = [note for _, note in read_ones.values() if note]
    assert any("not closed" in note for note in mended)
    assert any("wrong way round" in note for note in mended)


@pytest.mark.parametrize(
    "shape",
    [
        "", None, 7, "POINT", "POINT()", "POINT(1)", "POINT(nan nan)", "POINT(900000 10)",
        "LINESTRING(1 1)", "LINESTRING(1 1,1 1)", "POLYGON((0 0,1 1,0 0))", "CIRCLE(1 2)",
        "SRID=4326;POINT(1 52)", "MULTIPOINT((1 1),(2 2))", "{", '{"type":"Point"}',
        {"type": "Point", "coordinates": [None, 2]}, {"type": "Polygon", "coordinates": []},
        {"type": "LineString", "coordinates": [1, 2]}, {"type": "GeometryCollection"},
    ],
)  # fmt: skip
def test_what_is_no_shape_is_refused(shape):
    with pytest.raises(Unusable) as refused:
        read_shape(shape)
    assert str(refused.value)


def test_bad_records_are_refused_one_by_one(tmp_path):
    good = {"permit_reference_number": "AB1-01", "works_coordinates": "POINT(1 2)"}
    records = [
        good, None, [], 5, {}, {"permit_reference_number": "AB2-01"},
        {**good, "permit_reference_number": "AB3-01", "proposed_start_date": "soon"},
        {**good, "permit_reference_number": "AB4-01", "permit_status": "brand_new_status"},
        good,
    ]  # fmt: skip
    path = tmp_path / "records.json"
    path.write_text(json.dumps(records))
    found, reading = read(path)
    assert reading.added == 2
    reasons = dict(reading.refused)
    assert "cannot be read" in reasons["record 7"]
    assert "there already" in reasons["record 9"]
    status = {works.reference: works.active.status for works in found.works}
    assert status == {"AB1": "granted", "AB4": "brand_new_status"}


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00\x01", b"hello\nworld", b"a|b\n1|2"])
def test_a_file_that_is_none_says_so(tmp_path, content):
    path = tmp_path / "nonsense.psv"
    path.write_bytes(content)
    with pytest.raises(StreetWorksError) as error:
        read(path)
    assert "nonsense.psv" in error.value.message


def test_a_missing_file_says_so(tmp_path):
    with pytest.raises(StreetWorksError, match=r"gone\.json"):
        read(tmp_path / "gone.json")
