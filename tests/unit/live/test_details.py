"""The details of works, fetched from the practice service over HTTP and turned into lines."""

import time
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from street_works.plugin.api import StreetManager
from street_works.plugin.api.errors import NoNetwork, NotFound, NotSignedIn
from street_works.plugin.api.http.transport import Retries
from street_works.plugin.live.details import details as details_module
from street_works.plugin.live.details.details import (
    fetch_activity,
    fetch_details,
    fetch_forward_plan,
)
from street_works.plugin.live.details.lines import (
    Line,
    day_of,
    history_lines,
    moment_of,
    permit_lines,
)
from street_works.plugin.live.details.section import Part
from street_works.plugin.practice import PracticeService
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.calendar import uk_today
from street_works.plugin.trade.kinds import ACTIVITY, FORWARD_PLAN, WORKS
from street_works.plugin.trade.records.works import Condition
from street_works.tests.made.at_the_register import attach, comment, own_permits
from street_works.tests.made.map_records import EVER

WORKS_PARTS = [
    Part.WORKS, Part.PERMIT, Part.PERMITS, Part.HISTORY, Part.COMMENTS, Part.FILES, Part.STREET
]  # fmt: skip
TOWN = Box(470600.0, 235600.0, 471400.0, 236400.0)
VIEW = Box(471050.0, 235950.0, 471150.0, 236050.0)


@pytest.fixture(scope="module")
def service():
    with_town = PracticeService()
    with_town.start()
    yield with_town
    with_town.stop()


@pytest.fixture
def sign_in(service):
    clients = []

    def sign_in(role):
        client = StreetManager(service.start(), timeout=5, retries=Retries(tries=1))
        account = next(one for one in service.accounts if one.role == role)
        client.sign_in(account.email, account.password)
        clients.append(client)
        return client

    yield sign_in
    for client in clients:
        client.close()


@pytest.fixture
def planner(sign_in):
    return sign_in("Planner")


def own_permit(client, number):
    return own_permits(client)[number]


def written(day):
    return f"{day.day} {day:%b %Y}"


def facts(section):
    return dict(line.cells for line in section.lines)


def test_ones_own_works_with_all_their_sections(planner):
    tomorrow = uk_today() + timedelta(days=1)
    listed = next(
        one
        for one in own_permits(planner, 200)
        if one.status == "granted" and one.first_day.date() > tomorrow
    )
    steps = []
    got = fetch_details(
        planner.register,
        listed.works_reference,
        listed.reference,
        lambda done, text: steps.append((done, text)),
    )
    assert [section.part for section in got.sections] == WORKS_PARTS
    assert [section.error for section in got.sections] == [None] * len(WORKS_PARTS)
    assert got.reference == listed.reference
    assert got.geometry == listed.geometry
    assert abs((got.as_of - datetime.now(timezone.utc)).total_seconds()) < 60
    works = facts(got.section(Part.WORKS))
    assert works["Status"] == "Planned"
    assert works["USRN"] == str(listed.usrn)
    assert listed.street in works["Street"]
    assert "start by" in works["Clock"]
    assert works["Clock"].endswith("\nStreet Manager's date")
    permit = facts(got.section(Part.PERMIT))
    assert permit["Permit"] == listed.reference
    assert permit["Proposed start"] == day_of(listed.first_day)
    (line, *_) = got.section(Part.PERMITS).lines
    assert line.cells[0].startswith(listed.works_reference)
    assert any("Works record created" in line.cells[1] for line in got.section(Part.HISTORY).lines)
    assert got.section(Part.COMMENTS).note == "There are none."
    assert got.section(Part.FILES).note == "There are none."
    assert listed.street in got.section(Part.STREET).note
    assert [done for done, _text in steps] == sorted(done for done, _text in steps)
    assert all(text for _done, text in steps)


def test_without_a_permit_the_active_one_is_told(planner):
    twice = next(one for one in own_permits(planner) if one.reference.endswith("-02"))
    got = fetch_details(planner.register, twice.works_reference)
    assert got.reference == planner.register.works(twice.works_reference).permit.reference
    first = f"{twice.works_reference}-01"
    other = fetch_details(planner.register, twice.works_reference, first)
    assert facts(other.section(Part.PERMIT))["Permit"] == other.reference == first


def test_other_promoters_works_tell_their_permit_and_street_and_say_what_is_not_shown(planner):
    seen = planner.register.map_records(WORKS, VIEW, EVER).records
    other = next(one for one in seen if one.promoter_code != planner.register.organisation_code)
    got = fetch_details(planner.register, other.works_reference, other.reference)
    hidden = (Part.WORKS, Part.PERMITS, Part.HISTORY, Part.COMMENTS)
    for part in hidden:
        error = got.section(part).error
        assert error.message == "Your account may not see this."
        assert "promoter" in error.advice
        assert got.section(part).lines == ()
    assert facts(got.section(Part.PERMIT))["Promoter"].startswith(other.promoter)
    assert "works record is not shown" in got.section(Part.FILES).note
    assert "USRN" in got.section(Part.STREET).note
    assert got.geometry is not None
    text = got.as_text()
    assert "Your account may not see this." in text
    assert other.reference in text


def test_comments_and_files_of_these_works_only(planner, sign_in):
    works, elsewhere = (own_permit(planner, number).works_reference for number in (3, 4))
    comment(planner, works, "Is the\tgas main\nnear?")
    comment(planner, elsewhere, "Elsewhere")
    comment(planner, works, "Second thoughts")
    file = attach(planner, works, b"%PDF-1.4")
    got = fetch_details(planner.register, works)
    comments = got.section(Part.COMMENTS)
    assert {line.cells[2] for line in comments.lines} == {
        "Is the\tgas main\nnear?",
        "Second thoughts",
    }
    assert {(line.cells[1], line.cells[3]) for line in comments.lines} == {
        ("General", "planner@practice.example")
    }
    (kept,) = got.section(Part.FILES).lines
    assert (kept.cells[0], kept.file) == ("plan.pdf", file)
    assert "Is the gas main / near?" in got.as_text()

    authority = sign_in("HighwayAuthority")
    theirs = fetch_details(authority.register, works).section(Part.COMMENTS)
    assert len(theirs.lines) == 2


def test_internal_comments_of_the_other_side_are_said_to_be_missing(planner, sign_in):
    works = own_permit(planner, 5).works_reference
    comment(planner, works, "Ours", internal=True)
    assert fetch_details(planner.register, works).section(Part.COMMENTS).lines[0].cells[4].endswith(
        "internal"
    )  # fmt: skip
    theirs = fetch_details(sign_in("HighwayAuthority").register, works).section(Part.COMMENTS)
    assert theirs.lines == ()
    assert "more comments (1 in all)" in theirs.note


def test_a_contractor_sees_the_comments_of_the_promoter_it_works_for(planner, sign_in):
    works = own_permit(planner, 6).works_reference
    comment(planner, works, "For all")
    comments = fetch_details(sign_in("Contractor").register, works).section(Part.COMMENTS)
    assert comments.error is None
    assert [line.cells[2] for line in comments.lines] == ["For all"]


def test_looking_for_comments_ends_and_says_so(planner, monkeypatch):
    monkeypatch.setattr(details_module, "MOST_COMMENTS", 2)
    works = own_permit(planner, 7).works_reference
    comment(planner, works, "Buried")
    time.sleep(0.01)
    other = own_permit(planner, 8).works_reference
    for number in range(3):
        comment(planner, other, f"Later {number}")
    assert "first 2 comments" in fetch_details(planner.register, works).section(Part.COMMENTS).note


def test_one_section_may_fail_and_the_others_are_there(planner):
    listed = own_permit(planner, 1)
    gone = StreetManager("http://127.0.0.1:9", retries=Retries(tries=1))
    gone._session._kept = planner._session._kept

    class NoStreets(type(planner.register)):
        def street(self, usrn):
            return gone.register.street(usrn)

    got = fetch_details(NoStreets(planner, tuple), listed.works_reference)
    assert isinstance(got.section(Part.STREET).error, NoNetwork)
    assert got.section(Part.HISTORY).lines
    assert got.section(Part.WORKS).error is None


def test_nothing_at_all_is_an_error(planner):
    with pytest.raises(NotFound):
        fetch_details(planner.register, "NOSUCHWORKS")
    with pytest.raises(NotFound):
        fetch_details(planner.register, "NOSUCHWORKS", "NOSUCHWORKS-07")
    signed_out = StreetManager("http://127.0.0.1:9", retries=Retries(tries=1))
    with pytest.raises(NotSignedIn):
        fetch_details(signed_out.register, "ANY")
    signed_out.close()


def test_an_activity_with_its_street(planner):
    seen = planner.register.map_records(ACTIVITY, TOWN, EVER).records[0]
    got = fetch_activity(planner.register, seen.reference)
    told = facts(got.section(Part.ACTIVITY))
    assert got.reference == told["Activity"] == seen.reference
    assert told["Name"] == seen.name
    assert told["Start"].startswith(written(seen.first_day))
    assert "USRN" in got.section(Part.STREET).note
    assert got.section(Part.WORKS) is None
    assert got.geometry is not None
    with pytest.raises(NotFound):
        fetch_activity(planner.register, "ARN-0000-999")


def test_a_forward_plan_with_its_street(planner):
    seen = planner.register.map_records(FORWARD_PLAN, TOWN, EVER).records[0]
    references = seen.works_reference, seen.reference
    got = fetch_forward_plan(planner.register, *references)
    told = facts(got.section(Part.FORWARD_PLAN))
    assert got.reference == told["Forward plan"] == references[1]
    assert told["Description"] == seen.description
    assert (told["Start"], told["End"]) == (written(seen.first_day), written(seen.last_day))
    assert "USRN" in got.section(Part.STREET).note


def test_days_are_civil_days_and_moments_on_uk_clocks():
    assert day_of(datetime(2026, 6, 3, tzinfo=timezone.utc)) == "3 Jun 2026"
    assert day_of(datetime(2026, 6, 3, 23, 30, tzinfo=timezone.utc)) == "4 Jun 2026"
    assert moment_of(datetime(2026, 6, 3, 13, 2, tzinfo=timezone.utc)) == "3 Jun 2026 14:02"
    assert moment_of(datetime(2026, 12, 3, 13, 2, tzinfo=timezone.utc)) == "3 Dec 2026 13:02"
    assert (day_of(None), moment_of(None)) == ("", "")


def test_history_is_newest_first(planner):
    reference = own_permit(planner, 1).works_reference
    history = planner.register.works(reference).history
    first, last = history[0], history[-1]
    lines = history_lines(history)
    assert lines[0] == Line((moment_of(last.moment), last.text, last.who))
    assert lines[-1].cells[1] == first.text
    assert history_lines([]) == ()


def test_what_is_empty_has_no_line_and_codes_have_words(planner):
    listed = own_permit(planner, 1)
    full = replace(
        planner.register.permit(listed.works_reference, listed.reference),
        needs_order=True,
        reinstatement=10,
        refusals=("RC10", "RC99"),
        conditions=(Condition("NCT01a", "Mondays"), Condition("NCT11a")),
        traffic="flying_cars",
        remarks="",
        first_time=datetime(2026, 7, 1, 8, 30, tzinfo=timezone.utc),
    )
    told = dict(line.cells for line in permit_lines(full))
    assert told["TTRO required"] == "Yes"
    assert told["Road"] == "Carriageway type 6"
    said = "see the authority's comments"
    assert told["Reasons for refusal"] == f"RC10 – {said}\nRC99 – {said}"
    assert told["Conditions"].startswith("NCT01a – Duration: Mondays\nNCT11a – ")
    assert told["Traffic management"] == "Flying cars"
    assert told["Proposed start"].endswith(" 09:30")
    assert "Assessment's comments" not in told
    assert all(value for value in told.values())


def test_the_designations_of_a_street(planner):
    street = planner.register.street(99400104)
    section = details_module._street(planner.register, street.usrn)
    assert len(section.lines) == len(street.designations)
    assert "BRIDGE STREET" in section.note
    assert "USRN 99400104" in section.note
    sensitive = "Traffic-sensitive" in section.note.splitlines()
    assert sensitive == street.traffic_sensitive
    assert all(line.cells[0] for line in section.lines)
