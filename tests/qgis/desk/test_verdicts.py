"""Verdicts on what the draft meets: kept, judged again, shared, taken over by the application."""

from dataclasses import replace
from datetime import timedelta

import pytest
from street_works.plugin.clashes.verdict import Standing, Verdict, of_draft
from street_works.plugin.desk.verdicts import Place, Verdicts
from street_works.plugin.drafts.verdicts import VerdictStore
from street_works.plugin.forms.application.form import Application
from street_works.plugin.team.verdicts import TABLE, TeamVerdicts
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement
from street_works.tests.made.postgis import cluster, new_database

pytestmark = pytest.mark.one_workplace


@pytest.fixture
def checked(check):
    """The workplace once the extent on its desk was checked for clashes within 60 m."""
    return check(60)


def others(place):
    return [one.other for one in place.clashing.report.encounters]


def let_the_register_say(place, **changes):
    """Let the next answer have the first of what was found with changes; return it so."""
    first = others(place)[0]
    known = place.clashing.known
    told = [replace(one, **changes) if one == first else one for one in known.given]
    place.clashing._came(replace(known, given=tuple(told)))
    return replace(first, **changes)


def test_a_verdict_is_kept_with_the_draft_and_says_who_and_when(checked, folder, practice):
    one, another = others(checked)[:2]
    assert checked.verdicts.of(one) == Standing()
    assert checked.verdicts.judge(one, Verdict.TO_BE_RESOLVED, " ask them \n", ["/plan.pdf"])
    judgement = checked.verdicts.of(one).judgement
    assert judgement.verdict is Verdict.TO_BE_RESOLVED
    assert judgement.by == practice.email
    assert (judgement.reason, judgement.attachments) == ("ask them", ("/plan.pdf",))
    assert checked.verdicts.of(another) == Standing()
    second_qgis = VerdictStore(folder / "verdicts.sqlite")
    ours = of_draft(checked.sheet.draft.id)
    assert second_qgis.standings("custom", ours) == {judgement.case: Standing(judgement)}
    second_qgis.close()


def test_another_draft_has_verdicts_of_its_own(checked, until):
    one = others(checked)[0]
    checked.verdicts.judge(one, Verdict.RESOLVED, "", [])
    first = checked.sheet.draft
    checked.sheet.take(first.drawing_wkt, first.drawing_crs)
    until(lambda: checked.clashing.report is not None and not checked.jobs.running)
    assert checked.sheet.draft.id != first.id
    assert checked.verdicts.of(one) == Standing()
    checked.kept_drafts.open(checked.drafts.get(first.id))
    until(lambda: checked.clashing.report is not None and not checked.jobs.running)
    assert checked.verdicts.of(one).verdict is Verdict.RESOLVED


def test_what_changes_has_to_be_judged_again_and_is_told(checked):
    before = others(checked)[0]
    checked.verdicts.judge(before, Verdict.NO_CONFLICT, "", [])
    assert checked.verdicts.changed_since(before) == ()
    traffic = TrafficManagement.ROAD_CLOSURE
    assert before.traffic != traffic
    now = let_the_register_say(checked, traffic=traffic, end=before.end + timedelta(days=1))
    assert checked.verdicts.of(now).verdict is Verdict.NO_CONFLICT
    days, management = checked.verdicts.changed_since(now)
    assert days.startswith("days from “")
    assert management.endswith("to “Road closure”")
    checked.verdicts.judge(now, Verdict.RESOLVED, "", [])
    assert checked.verdicts.changed_since(now) == ()


def test_other_days_of_ours_are_told_as_well(checked):
    one = others(checked)[0]
    checked.verdicts.judge(one, Verdict.NO_CONFLICT, "", [])
    first, last = checked.sheet.dates
    checked.sheet.set_dates(first, last + timedelta(days=1))
    (said,) = checked.verdicts.changed_since(one)
    assert said.startswith("your works: days from “")
    checked.verdicts.judge(one, Verdict.NOT_JUDGED, "", [])
    checked.sheet.set_dates(first, last)
    assert checked.verdicts.changed_since(one) == ()


def test_the_evidence_says_it_in_full(checked, practice):
    one = others(checked)[0]
    assert checked.evidence.verdicts(checked.clashing.report) == {}
    checked.verdicts.judge(one, Verdict.NO_CONFLICT, "At night.", ["/team/plan.pdf"])
    first, last = checked.sheet.dates
    checked.sheet.set_dates(first, last + timedelta(days=1))
    ((name, said),) = checked.evidence.verdicts(checked.clashing.report).items()
    assert name == (one.kind, one.reference)
    assert said.startswith(f"{practice.email} judged this “No conflict” on ")
    assert ". At night. files: plan.pdf. changed since then: your works: days from “" in said


def test_the_application_takes_over_what_was_checked_and_judged(checked, until):
    one, another = others(checked)[:2]
    checked.verdicts.judge(one, Verdict.COLLABORATE, "share the trench", [])
    checked.verdicts.judge(another, Verdict.NO_CONFLICT, "", [])
    checked.sheet.find_streets()
    until(lambda: checked.sheet.nearby and not checked.jobs.running)
    checked.sheet.choose_street(checked.sheet.nearby[0])
    situation = checked.applying.situation()
    values = Application().begin(situation, checked.sheet.form_values)
    looked_at = checked.clashing.report.looked_at
    assert f"among {looked_at} records checked" in values["additional_info"]
    assert "within 60 m and " in values["additional_info"]
    assert f"{one.reference}" in values["additional_info"]
    assert "collaborate, share the trench." in values["additional_info"]
    assert values["collaborative_working"] is True
    assert values["collaborative_works"] == one.reference
    assert values["collaboration_details"] == "share the trench"
    checked.sheet.set_dates(*(day + timedelta(weeks=60) for day in checked.sheet.dates))
    assert checked.clashing.report is None
    assert checked.applying.situation().clashes is None


# ---- the team ----


@pytest.fixture(scope="module")
def server(qgis_app):
    with cluster() as socket:
        yield socket


@pytest.fixture
def team(server, checked, request):
    """A database, and the settings of the workplace that name it."""
    database = new_database(server, f"team_{abs(hash(request.node.name))}")
    checked.settings.team_connection = database.connection
    again_after = checked.verdicts._later.interval()
    yield database
    checked.verdicts._later.setInterval(again_after)


@pytest.fixture
def on_works(checked):
    """The workplace as it is when the draft on it is about works that are there."""
    checked.sheet.draft = replace(checked.sheet.draft, kind="WorkEdit", subject="TW001")
    known = checked.clashing.known
    checked.clashing._came(replace(known, works="TW001"))
    assert checked.clashing.report.ours.works_reference == "TW001"
    return checked


def test_verdicts_on_works_are_shared_and_what_the_team_said_is_told(
    on_works, team, until, practice
):
    place, one = on_works, others(on_works)[0]
    told = []
    place.verdicts.told.connect(told.append)
    place.verdicts.judge(one, Verdict.NO_CONFLICT, "", [])
    until(lambda: not place.jobs.running)
    assert place.verdicts.sharing == f"Shared with your team through “{team.connection}”."
    mine = place.verdicts.of(one).judgement
    table = TeamVerdicts(team.connection, "public")
    assert table.exchange([], "custom", "TW001").judgements == (mine,)
    bens = replace(
        mine, id="b", by="Ben", verdict=Verdict.COLLABORATE, at=mine.at.replace(year=2099)
    )
    table.exchange([bens], "custom", "TW001")
    place.verdicts.share()
    until(lambda: not place.jobs.running)
    assert place.verdicts.of(one) == Standing(bens, (mine,))
    (said,) = told
    assert said.startswith(f"{one.reference}: Ben judged this “Collaborate” on ")
    assert said.endswith(". This counts now.")
    place.verdicts.judge(one, Verdict.RESOLVED, "", [])
    until(lambda: not place.jobs.running)
    last = place.verdicts.of(one)
    assert set(last.judgement.after) == {mine.id, "b"}
    assert last.meanwhile == ()
    assert len(told) == 1
    assert team.rows(f"SELECT count(*) FROM {TABLE}") == [["3"]]  # noqa: S608 - our own words


def test_what_is_judged_offline_is_kept_and_sent_once_when_the_database_is_there(
    on_works, team, until
):
    place, one = on_works, others(on_works)[0]
    place.settings.team_connection = "host=127.0.0.1 port=1 dbname=team user=team"
    place.verdicts.judge(one, Verdict.NO_CONFLICT, "", [])
    until(lambda: not place.jobs.running)
    assert place.verdicts.sharing.startswith("Kept on this computer and sent later: The database")
    assert place.verdicts._later.isActive()
    place.settings.team_connection = team.connection
    place.verdicts._later.setInterval(1)
    place.verdicts._later.start()
    until(lambda: place.verdicts.sharing.startswith("Shared"))
    place.verdicts.share()
    until(lambda: not place.jobs.running)
    assert team.rows(f"SELECT ours FROM {TABLE}") == [["TW001"]]  # noqa: S608 - our own words


def test_those_of_a_draft_are_sent_once_it_has_become_works(checked, team, until):
    one = others(checked)[0]
    checked.verdicts.judge(one, Verdict.NO_CONFLICT, "", [])
    until(lambda: not checked.jobs.running)
    assert team.rows(f"SELECT to_regclass('{TABLE}')") == [[""]]
    assert checked.verdicts.sharing.startswith("Kept with the draft")
    reference = Application.reference
    checked.sheet.keep_values({**checked.sheet.draft.values, reference: "tw002"})
    checked.kept_drafts.put_away(Application(), "tw002")
    until(lambda: not checked.jobs.running)
    assert team.rows(f"SELECT ours FROM {TABLE}") == [["TW002"]]  # noqa: S608 - our own words


def test_two_who_judge_at_the_same_desk_with_one_team_read_each_other(
    on_works, team, until, tmp_path
):
    place, one = on_works, others(on_works)[0]
    store = VerdictStore(tmp_path / "second.sqlite")
    second = Verdicts(
        place.jobs, place.account, place.clashing, store, lambda: Place(team.connection, "public")
    )
    place.clashing.found.emit(place.clashing.report)
    until(lambda: not place.jobs.running)
    second.judge(one, Verdict.COLLABORATE, "", [])
    until(lambda: not place.jobs.running)
    heard = []
    place.verdicts.told.connect(heard.append)
    place.verdicts.judge(one, Verdict.NO_CONFLICT, "", [])
    until(lambda: not place.jobs.running)
    (said,) = heard
    assert "judged this “Collaborate” on" in said
    assert "meanwhile. “No conflict” by" in said
    second.share()
    until(lambda: not place.jobs.running)
    assert second.of(one).verdict is Verdict.NO_CONFLICT
    second.close()
    store.close()
