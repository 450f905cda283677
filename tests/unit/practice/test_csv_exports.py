"""CSV files: asked for, made ready after a while, fetched by who asked; and the data exports."""

import csv
import io
from datetime import timedelta

import pytest


def table(answer):
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.text)))


def operations(api="export"):
    from street_works.plugin.api.v1.operations import OPERATIONS

    return {key[1]: one for key, one in OPERATIONS.items() if key[0] == api}


def generate(caller, operation_id, body=None):
    path = operations()[operation_id].path.lstrip("/")
    answer = caller.post(f"export/{path}", body or {})
    assert answer.status_code == 200, answer.text
    return answer.json()["csv_id"]


def fetch(caller, number):
    return caller.get(f"export/csv/{number}")


def test_the_file_holds_every_row_of_the_list(planner):
    rows = table(fetch(planner, generate(planner, "GeneratePermitsCSV")))
    told = planner.get("reporting/permits").json()["pagination"]["total_rows"]
    assert len(rows) == told > 25
    newest = planner.get("reporting/permits").json()["rows"][0]
    assert rows[0]["permit_reference_number"] == newest["permit_reference_number"]
    assert rows[0]["promoter_swa_code"] == "0098", "zeros in front are kept"
    assert rows[0]["is_deemed"] in ("true", "false")


def test_a_filter_of_the_list_is_a_filter_of_the_file(planner):
    rows = table(fetch(planner, generate(planner, "GeneratePermitsCSV", {"status": ["granted"]})))
    assert rows
    assert {row["status"] for row in rows} == {"granted"}


@pytest.mark.parametrize(
    "operation_id", sorted(name for name in operations() if name.startswith("Generate"))
)
def test_each_kind_has_its_headings(planner, operation_id):
    days = {"start_date": "2026-05-10", "end_date": "2026-06-01"}
    body = days if operation_id == "GenerateFeesCSV" else {}
    text = fetch(planner, generate(planner, operation_id, body)).text
    heading = next(csv.reader(io.StringIO(text)))
    assert len(heading) == len(set(heading)) >= 4
    assert any(name.endswith(("reference_number", "site_number")) for name in heading)


def test_fees_are_of_the_days_that_are_named(planner):
    days = {"start_date": "2026-05-04", "end_date": "2026-06-01"}
    rows = table(fetch(planner, generate(planner, "GenerateFeesCSV", days)))
    assert rows
    moments = [row["transaction_date"] for row in rows]
    assert all("2026-05-03T23" <= moment <= "2026-06-01T23" for moment in moments), "UK days"
    assert moments == sorted(moments)
    assert not [name for name in rows[0] if "fee" in name or "amount" in name]
    long = planner.post("export/fees/csv", {"start_date": "2026-01-01", "end_date": "2026-06-01"})
    assert long.status_code == 400


def test_a_file_is_queued_made_and_ready_and_one_at_a_time(make_service, call, seconds):
    _, base = make_service(csv_seconds=3600)
    planner = call(base)
    number = generate(planner, "GeneratePermitsCSV")
    (listed,) = planner.get("reporting/csv-exports").json()["rows"]
    assert (listed["csv_export_id"], listed["csv_export_status"]) == (number, "queued")
    assert fetch(planner, number).status_code == 404
    second = planner.post("export/comments/csv", {})
    assert (second.status_code, "not ready" in second.text) == (412, True)
    assert call(base, "authority").post("export/comments/csv", {}).status_code == 200


def test_nobody_fetches_the_file_of_another(planner, call):
    number = generate(planner, "GeneratePermitsCSV")
    other = call(planner.base, "authority")
    assert fetch(other, number).status_code == 404
    assert other.get("reporting/csv-exports").json()["rows"] == []
    assert fetch(planner, 999).status_code == 404


def test_all_data_is_for_the_export_role_and_two_weeks_old_at_most(make_service, call):
    from street_works.plugin.practice import PracticeService

    email = "export@practice.example"
    service, base = make_service(passwords={email: "x", "planner@practice.example": "planner-pass"})
    assert isinstance(service, PracticeService)
    exporter = call(base, "export")
    now = service._clock.now()
    rows = table(exporter.get("export/work-data", csvExportDate=now.isoformat()))
    promoters = {row["promoter_swa_code"] for row in rows}
    assert len(promoters) > 5
    assert table(exporter.get("export/activity-data"))
    old = (now - timedelta(days=15)).isoformat()
    assert exporter.get("export/work-data", csvExportDate=old).status_code == 400
    ahead = (now + timedelta(hours=2)).isoformat()
    assert exporter.get("export/work-data", csvExportDate=ahead).status_code == 400
    assert call(base).get("export/work-data").status_code == 401
