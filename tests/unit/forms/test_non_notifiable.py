"""A site of non-notifiable works: what is asked, what is sent, whose works are ours."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from street_works.plugin.drafts import Journal, State, submit
from street_works.plugin.forms.application.non_notifiable import NonNotifiableSite
from street_works.plugin.forms.application.situation import Situation
from street_works.plugin.trade.calendar import uk_today
from street_works.plugin.trade.records.people import Promoter, Workstream
from street_works.tests.made.applications import drilled
from street_works.tests.made.parties import Trade, client_of, trade_now
from street_works.tests.made.step_cases.new_works import NEW
from street_works.tests.made.streets import as_told

TODAY = date(2026, 6, 1)
EXTENT = {"type": "LineString", "coordinates": [[530000.12, 180000.34], [530010.5, 180000.34]]}
STREET = {
    "usrn": 33909869,
    "street_descriptor": "HIGH STREET",
    "area": "OLD TOWN",
    "town": "ELMBRIDGE",
    "authority": "Elmshire County Council",
    "authority_swa_code": "4001",
    "road_category": 3,
    "reinstatement_types": [{"reinstatement_type_code": 3}],
    "traffic_sensitive": False,
    "primary_notice_authorities": [],
    "interest_authorities": [],
    "additional_special_designations_response": [],
}

form = NonNotifiableSite()
here = Situation(
    street=as_told(STREET),
    promoter=Promoter("Elm Gas", "7349", "ZX", workstreams=(Workstream("001", "Gas"),)),
    extent=EXTENT,
    today=TODAY,
)


def answers(**changes: Any) -> dict[str, Any]:
    values = {**form.defaults(here), **drilled(), **changes}
    return {**values, **form.name(values, here)}


def test_the_extent_says_where_the_works_and_their_site_are() -> None:
    sent = form.build(answers(), here).body()
    assert sent["works_coordinates"] == sent["reinstatement_coordinates"] == EXTENT
    assert sent["work_reference_number"].startswith("ZX001")
    assert (sent["usrn"], sent["highway_authority_swa_code"]) == (33909869, "4001")
    assert (sent["reinstatement_type"], sent["number_of_holes"]) == ("core_holes", 4)
    assert "inspection_units" not in sent


def test_anything_but_an_excavation_can_be_chosen() -> None:
    offered = [one.value for one in form.options(form.fields["reinstatement_type"], here)]
    assert offered == ["bar_holes", "core_holes", "pole_testing"]


def test_it_begins_with_today_and_says_until_when_the_reinstatement_lasts() -> None:
    begun = form.defaults(here)
    assert begun["reinstatement_date"] == "2026-06-01"
    assert begun["reinstatement_evidence"] is False
    (said,) = form.thoughts(answers(), here)["reinstatement_date"]
    assert said == "It has to be made permanent by 30 November 2026."
    (said,) = form.thoughts(answers(reinstatement_status="permanent"), here)["reinstatement_date"]
    assert said == "Its guarantee ends on 31 May 2028."


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("reinstatement_date", "2026-06-02", "in the future"),
        ("number_of_holes", "101", "100"),
        ("number_of_holes", "", "fill this in"),
        ("reinstatement_status", "", "choose"),
        ("location_types", [], "tick at least one"),
    ],
)
def test_what_is_wrong_is_said_at_its_question(field: str, value: Any, said: str) -> None:
    found = form.problems(answers(**{field: value}), here)
    assert found.keys() == {field}
    assert said in found[field]


def test_evidence_needs_a_file() -> None:
    found = form.problems(answers(reinstatement_evidence=True), here)
    assert found == {"file_ids": "Please add at least one file."}


@pytest.fixture(scope="module")
def trade() -> Iterator[Trade]:
    with trade_now() as running:
        yield running


def other_works(trade: Trade, reference: str) -> None:
    start = uk_today() + timedelta(days=30)
    body = trade.application(start, start + timedelta(days=1), work_reference_number=reference)
    assert trade.ask("planner", "POST", "work/works", body).status_code == 201


def test_other_works_under_its_reference_are_not_taken_for_it(trade: Trade, tmp_path: Any) -> None:
    (case,) = (one for one in NEW if one.form is NonNotifiableSite)
    reference, request = case.request(None, trade, tmp_path)
    other_works(trade, reference)
    client, journal = client_of(trade.base, "planner"), Journal(tmp_path / "outbox.sqlite")
    sent = submit(client, journal, form.operation, "practice", reference, request)
    assert sent.state is State.REFUSED
    assert "have the reference" in str(sent.error)
    journal.close()
    client.close()


def test_a_site_that_has_arrived_late_is_found_when_it_is_sent_anew(
    trade: Trade, tmp_path: Any
) -> None:
    (case,) = (one for one in NEW if one.form is NonNotifiableSite)
    reference, request = case.request(None, trade, tmp_path)
    client, journal = client_of(trade.base, "planner"), Journal(tmp_path / "outbox.sqlite")
    form.operation.send(client, reference, request)  # an attempt that was taken for lost
    sent = submit(client, journal, form.operation, "practice", reference, request)
    assert (sent.state, sent.receipt.part) == (State.ACCEPTED, "site 1")
    journal.close()
    client.close()


def test_works_that_have_got_a_permit_meanwhile_are_still_those_of_the_site(
    trade: Trade, tmp_path: Any
) -> None:
    (case,) = (one for one in NEW if one.form is NonNotifiableSite)
    reference, request = case.request(None, trade, tmp_path)
    client, journal = client_of(trade.base, "planner"), Journal(tmp_path / "outbox.sqlite")
    sent = submit(client, journal, form.operation, "practice", reference, request)
    assert (sent.state, sent.receipt.part) == (State.ACCEPTED, "site 1")
    start = uk_today() + timedelta(days=30)
    permit = trade.application(start, start + timedelta(days=1))
    for name in ("promoter_swa_code", "highway_authority_swa_code", "usrn", "workstream_prefix"):
        permit.pop(name)
    answer = trade.ask("planner", "POST", f"work/works/{reference}/permits", permit)
    assert answer.status_code == 201, answer.text
    entry = journal.latest("practice", form.operation.name, reference)
    assert form.operation.settle(client, entry) == sent.receipt
    journal.close()
    client.close()
