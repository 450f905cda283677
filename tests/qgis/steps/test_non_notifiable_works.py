"""Works without a permit: where they are seen once their site is registered."""

from typing import Any

from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.forms.application.form import Application  # noqa: E402
from street_works.plugin.forms.application.non_notifiable import (  # noqa: E402
    NonNotifiableSite,
)
from street_works.plugin.live.details.section import Part  # noqa: E402
from street_works.plugin.trade.vocabulary.reinstatements import ReinstatementStatus  # noqa: E402
from street_works.plugin.trade.vocabulary.works import WorksStatus  # noqa: E402
from street_works.tests.made.applications import drilled  # noqa: E402
from street_works.tests.made.judging import close  # noqa: E402
from street_works.tests.made.stepping import fill_in, press, review, submit  # noqa: E402
from street_works.tests.made.waiting import until  # noqa: E402
from street_works.tools.filling import answer  # noqa: E402

GAS = "9831"


def registered(desk: Any) -> str:
    """Register a site through the screen; return the reference of its works."""
    dialog = desk.begin(NonNotifiableSite)
    fill_in(dialog, drilled(), desk.folder)
    review(dialog)
    submit(dialog, dialog.receiptStep)
    reference: str = dialog.receiptStep.workEdit.text()
    assert dialog.receiptStep.partEdit.text() == "site 1"
    assert "see the details" in dialog.receiptStep.receiptLabel.text()
    close(desk, dialog)
    return reference


def test_its_works_are_in_the_details_and_what_is_interim_among_my_works(at_desk: Any) -> None:
    reference = registered(at_desk)
    until(lambda: at_desk.details and at_desk.details.reference == reference)
    works = at_desk.details.works
    assert works.status == WorksStatus.NON_NOTIFIABLE
    assert works.geometry["type"] == "LineString"
    (site,) = works.sites
    assert (site.holes, site.status) == (4, ReinstatementStatus.INTERIM)
    (line,) = at_desk.details.section(Part.SITES).lines
    assert "In front of the chapel" in line.cells
    mine = at_desk.place.mine.my_works
    until(lambda: not mine.reading and not at_desk.place.jobs.running)
    (need,) = [one for one in mine.now.needs if one.row.works_reference == reference]
    assert need.row.kind == "core_holes"


def test_their_next_step_is_a_permit(at_desk: Any) -> None:
    reference = registered(at_desk)
    until(lambda: at_desk.details and at_desk.details.reference == reference)
    until(lambda: not at_desk.place.finding.details.loading)
    actions = at_desk.place.finding.dock.stepsButton.menu_of_steps.actions()
    offered = {one.objectName().partition(" ")[0] for one in actions if one.isEnabled()}
    assert {"CreatePermit", "UpdateInspectionUnits"} <= offered
    assert "CreateSite" not in offered


def test_what_an_application_on_the_desk_says_of_the_place_is_not_typed_again(
    at_desk: Any,
) -> None:
    dialog = at_desk.begin(Application)
    there = {"works_location_description": "Outside the mill", "location_types": ["verge"]}
    fill_in(dialog, there, at_desk.folder)
    close(at_desk, dialog)
    values = at_desk.open_new(NonNotifiableSite).values()
    assert values["location_description"] == "Outside the mill"
    assert values["location_types"] == ["verge"]


def test_a_contractor_registers_it_for_a_promoter_with_evidence(at_desk: Any) -> None:
    at_desk.sign_in("contractor")
    dialog = at_desk.begin(NonNotifiableSite)
    answer(dialog.form_view, "promoter_swa_code", GAS)
    until(lambda: dialog.form_view.situation.promoter.code == GAS)
    until(lambda: dialog.form_view.rows["workstream_prefix"].isVisible())
    dialog.activateWindow()
    workstream = dialog.form_view.situation.workstreams[0].prefix
    evidence = {"reinstatement_evidence": True, "file_ids": ["hole.pdf"], "inspection_units": "2"}
    fill_in(dialog, {**drilled(), "workstream_prefix": workstream, **evidence}, at_desk.folder)
    review(dialog)
    submit(dialog, dialog.receiptStep)
    reference = dialog.receiptStep.workEdit.text()
    close(at_desk, dialog)
    until(lambda: at_desk.details and at_desk.details.reference == reference)
    works = at_desk.details.works
    assert (works.promoter_code, works.workstream, works.units) == (GAS, workstream, 2)
    site = at_desk.trade.ask("gas", "GET", f"work/works/{reference}/sites/1").json()
    assert [one["name"] for one in site["reinstatements"][0]["files"]] == ["hole.pdf"]


def test_what_is_found_out_from_the_panel_opens_the_details_too(at_desk: Any) -> None:
    dialog = at_desk.begin(NonNotifiableSite)
    fill_in(dialog, drilled(), at_desk.folder)
    review(dialog)
    at_desk.network.spoil = lose
    submit(dialog, dialog.failureStep)
    at_desk.network.spoil = None
    (entry,) = at_desk.place.applying.unknown_outcomes()
    close(at_desk, dialog)
    assert entry.subject in at_desk.place.dock.pendingLabel.text()
    press(at_desk.place.dock.settleButton)
    until(lambda: at_desk.details and at_desk.details.reference == entry.subject)
    assert at_desk.place.sheet.examined is None
    assert at_desk.place.dock.settleButton.isHidden()


def lose(asked: Any, body: bytes) -> None:
    """Carry a request, and lose its answer."""
    asked.hand_on(body)
    asked.close_connection = True
