"""What tests share is as it was for the first of them."""

from dataclasses import replace

import pytest
from street_works.plugin.clashes.verdict import Verdict
from street_works.tests.made import one_workplace

GRID = "EPSG:27700"
LINE = "LINESTRING (471065 236014, 471085 236014)"
ROUND = "LINESTRING (471060 236010, 471060 236080)"


def state(desk):
    place, sheet = desk.place, desk.place.sheet
    canvas, view = place._canvas, place._canvas.extent()
    panel, verdicts = place.clash_panel, place.verdicts
    with place.judged._database.reading() as connection:
        judged = connection.execute("SELECT id FROM judgement").fetchall()
    return {
        "draft": replace(sheet.draft, id="", updated=None),
        "drafts": place.drafts.all(),
        "extent": (sheet.examined, sheet.change, sheet.diversion, sheet.replaced),
        "streets": (sheet.street, sheet.nearby),
        "steps": (sheet.can_undo, sheet.can_redo),
        "drawn": (place.draft_layer.layer, place.draft_layer.diversion),
        "clashes": (place.clashing.known, place.clashing.report, place.other_days.windows),
        "reach": (panel.distanceBox.value(), panel.daysBox.value()),
        "judged": (judged, panel.verdictForm._unsaved),
        "team": (place.settings.team_connection, verdicts.sharing, verdicts._later.isActive()),
        "form": (place.form.dialog, place.applying.habits._store.how_many()),
        "told": (place.heard, place.messages.texts()),
        "windows": (place.dock.isVisible(), canvas.isVisible()),
        "view": (round(view.center().x()), round(view.center().y()), round(view.width())),
        "register": (desk.register.spoil, desk.register.asked),
    }


@pytest.mark.one_workplace
def test_a_workplace_that_was_emptied_is_as_it_was(shared_desk, until):
    desk, place = shared_desk, shared_desk.place
    desk.register.asked.clear()  # signing in
    before = {name: repr(found) for name, found in state(desk).items()}

    place.dock.setFloating(True)
    place.dock.show()
    place._canvas.show()
    place.sheet.take(LINE, GRID)
    until(lambda: place.sheet.nearby and not place.jobs.running)
    place.sheet.choose_street(place.sheet.nearby[0])
    place.sheet.edit(LINE.replace("471085", "471090"), GRID)
    place.sheet.divert(ROUND, GRID)
    place.sheet.undo()
    place.sheet.redo()
    place.clash_panel.distanceBox.setValue(30)
    place.clash_panel.daysBox.setValue(30)
    place.find_clashes()
    until(lambda: place.clashing.report is not None and not place.jobs.running)
    place.settings.team_connection = "not there"
    place.verdicts.judge(place.clashing.report.encounters[0].other, Verdict.RESOLVED, "", [])
    place.clash_panel.clashTree.step(1)
    place.clash_panel.verdictForm.reasonEdit.setPlainText("They work at night")
    place.clash_panel.clashTree.step(1)
    place.sheet.keep_values({"description_of_work": "Renewing the gas main"})
    place.apply()
    place.applying.habits.learn({"workstream": "003"})
    place.map_place.go_around(place.sheet.examined.extent.geometry)
    place.sheet.find_streets()
    desk.register.cut_off()
    place.sheet.find_streets()
    until(lambda: place.heard and not place.jobs.running)
    changed = {name for name, found in state(desk).items() if repr(found) != before[name]}
    assert changed == set(before)

    one_workplace.empty(desk)
    assert {name: repr(found) for name, found in state(desk).items()} == before
