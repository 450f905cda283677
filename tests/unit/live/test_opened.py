"""What belongs to works, told in full as a section of their details, of the practice service."""

import pytest
from street_works.plugin.api import StreetManager
from street_works.plugin.api.http.transport import Retries
from street_works.plugin.live.details.details import fetch_details, fetch_forward_plan
from street_works.plugin.live.details.opened import in_full
from street_works.plugin.live.details.section import Part
from street_works.plugin.practice import PracticeService
from street_works.tests.made.at_the_register import (
    announce,
    find_wanting,
    give_penalty,
    own_permits,
    report_apparatus,
)


@pytest.fixture(scope="module")
def clients():
    """The planner and the authority, by their roles, and a planner of another promoter."""
    service = PracticeService(scan_seconds=0)
    made = {}
    for account in service.accounts:
        if not account.situation:
            client = StreetManager(service.start(), timeout=5, retries=Retries(tries=1))
            client.sign_in(account.email, account.password)
            made.setdefault(account.role, client)
    yield made
    for client in made.values():
        client.close()
    service.stop()


@pytest.fixture(scope="module")
def planner(clients):
    return clients["Planner"]


@pytest.fixture(scope="module")
def authority(clients):
    return clients["HighwayAuthority"]


@pytest.fixture(scope="module")
def works(planner, authority):
    """The reference of works of the planner's in the authority's streets."""
    mine, theirs = planner.register, authority.register.organisation_code
    every = (mine.works(one.works_reference) for one in own_permits(planner))
    return next(one.reference for one in every if one.authority_code == theirs)


def facts(section):
    return dict(line.cells for line in section.lines)


def opened(client, works, part):
    details = fetch_details(client.register, works, part=part)
    assert details.sections[0].part is Part.RECORD
    assert details.part == part
    return details.sections[0]


def test_an_fpn(planner, authority, works):
    permit = planner.register.works(works).permit.reference
    fpn = give_penalty(authority, works, permit)
    section = opened(planner, works, fpn)
    told = facts(section)
    assert section.title == told["FPN"] == fpn
    assert told["Status"] == "Issued"
    assert told["Offence"] == "08 – Working without a permit"
    assert told["Details"] == "No sign of a permit"
    assert told["Permit"] == permit
    assert told["Authorised officer"] == "Alex Warden, 01632 960002"
    assert "Date of the offence" in told
    listed = planner.register.works(works).penalties
    assert section.about in listed
    assert section.about.reference == fpn


def test_its_evidence_can_be_saved(planner, authority, works, tmp_path):
    permit = planner.register.works(works).permit.reference
    fpn = give_penalty(authority, works, permit, b"%PDF-1.4 evidence")
    line = opened(planner, works, fpn).lines[-1]
    assert line.cells == ("File", "plan.pdf")
    saved = planner.register.fetch_file(line.file, tmp_path / "plan.pdf")
    assert saved.read_bytes() == b"%PDF-1.4 evidence"


def test_a_failed_inspection(planner, authority, works):
    reference = find_wanting(authority, works)
    told = facts(opened(planner, works, reference))
    assert told["Outcome"] == "Failed – high"
    assert told["Live site signage"] == "No works ahead sign"
    assert told["Call"] == "Town Water, C-7, They come at once"
    assert told["Defect put right on site"] == "No"
    assert told["Next inspection"]
    scheduled = next(one for one in planner.register.works(works).inspections if one.is_scheduled)
    assert in_full(scheduled) is None
    assert fetch_details(planner.register, works, part=scheduled.part).part == ""


def test_a_section_81_notice(planner, authority, works):
    made = report_apparatus(authority, planner.register.works(works))
    told = facts(opened(planner, made, f"{made}-S81"))
    assert told["Apparatus"] == "Tee valve access covers"
    assert told["Severity"] == "High"
    assert told["Details"] == "The cover rocks"
    assert told["Location"] == "By the bus stop"
    assert told["Made safe by the highway authority"] == "Yes"
    assert "Promoter's answer" not in told


def test_a_forward_plan_is_told_in_full_with_its_works_and_where_it_was_clicked_on(planner, works):
    made, plan = announce(planner, planner.register.works(works))
    told = fetch_details(planner.register, made).section(Part.FORWARD_PLAN)
    assert facts(told)["Description"] == "A bigger main"
    assert told.about.part == facts(told)["Forward plan"] == plan
    clicked = fetch_forward_plan(planner.register, made, plan)
    assert clicked.section(Part.FORWARD_PLAN) == told
    assert clicked.works.reference == made


def test_a_part_that_there_is_not_is_left_out(planner, works):
    details = fetch_details(planner.register, works, part=f"{works}-FPN-77")
    assert details.sections[0].part is Part.WORKS
    assert details.part == ""
