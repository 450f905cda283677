"""Several drafts are applied for by one form: reviewed together, sent one by one, once each.

With real key presses, through the whole workplace, against the practice service.
"""

import json
from functools import partial

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QRect, Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QTest
from street_works.plugin.practice import PracticeService
from street_works.tests.made.by_keyboard import judge
from street_works.tests.made.several_drafts import (
    TWO_TYPES,
    WHAT,
    begin,
    choose_all,
    draw_on,
    send,
)
from street_works.tools.on_the_screen import cut_off, off_screen
from street_works.ui.forms.several_dialog import SeveralDialog
from street_works.ui.shared import windows

pytestmark = pytest.mark.one_workplace

Key = Qt.Key
SCREEN = QRect(0, 0, 1366, 768)


@pytest.fixture
def drafts(signed_in, until):
    """Three drafts with their extents and streets; the last one has answers, too."""
    begin(signed_in)
    assert signed_in.heard == []
    return signed_in.drafts.all()


@pytest.fixture
def chosen(signed_in, until):
    """Give the function that chooses all drafts in their list and asks to apply for them."""
    yield partial(choose_all, signed_in)
    if signed_in.form.dialog is not None:
        signed_in.form.dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def sent(dialog, until):
    """Take the form to its review and send it, by keyboard, until all have ended."""
    send(dialog)
    until(lambda: dialog.steps.currentWidget() is dialog.outcomes and not dialog.outcomes.busy)


def outcomes(dialog):
    tree = dialog.outcomes.tree
    rows = map(tree.topLevelItem, range(tree.topLevelItemCount()))
    return [[row.text(column) for column in range(tree.columnCount())] for row in rows]


def works_of(place, until, reference):
    answers = []
    place.jobs.start(
        "test",
        lambda _step: place.account.register.works(reference),
        done=answers.append,
        failed=answers.append,
    )
    until(lambda: answers)
    return answers[0]


def counting(register, spoilt=None):
    """Count what is asked to be made; `spoilt` answers instead for one of a number."""
    asked = []

    def spoil(script, body):
        if script.command == "POST" and script.path.endswith("/works"):
            asked.append(json.loads(body))
            if spoilt is not None and len(asked) == spoilt[0]:
                spoilt[1](script, body)
                return
        script.answer(*script.hand_on(body))

    register.spoil = spoil
    return asked


def test_one_form_makes_works_on_each_street_and_the_drafts_go(
    signed_in, drafts, chosen, until, register
) -> None:
    asked = counting(register)
    dialog = chosen()
    assert isinstance(dialog, SeveralDialog)
    assert not {"permit_asds", "road_category", "file_ids"} & dialog.form_view.rows.keys()
    sent(dialog, until)
    rows = outcomes(dialog)
    assert {row[0] for row in rows} == {one.name for one in drafts}
    assert [row[3] for row in rows] == ["Accepted"] * 3
    assert len(asked) == 3
    made = [works_of(signed_in, until, row[1]) for row in rows]
    assert {one.usrn for one in made} == {one.usrn for one in drafts}
    assert {one.permit.description for one in made} == {WHAT}
    for works in made:
        assert works.permit.place == f"{works.street}: Outside the first house"
    assert [row[2] for row in rows] == [one.permit.reference for one in made]
    assert signed_in.drafts.all() == []
    dialog.outcomes.copyButton.click()
    copied = QGuiApplication.clipboard().text()
    assert all(row[1] in copied and row[2] in copied for row in rows)
    assert signed_in.heard == []


def test_all_of_it_is_reached_by_tab_is_named_and_is_on_a_small_screen(
    signed_in, drafts, chosen, until, monkeypatch
) -> None:
    monkeypatch.setattr(windows, "_screen_of", lambda _window: SCREEN)
    dialog = chosen()
    dialog.move(0, 0)
    dialog.activateWindow()
    sent(dialog, until)
    QCoreApplication.processEvents()
    stops = judge(dialog, dialog.outcomes.tree)
    assert {dialog.outcomes.tree, dialog.outcomes.copyButton} <= set(stops)
    assert [*off_screen(dialog, SCREEN), *cut_off(dialog, SCREEN)] == []


def test_the_review_says_of_each_street_what_is_its_own(signed_in, drafts, chosen, until) -> None:
    dialog = chosen()
    until(lambda: dialog.nextButton.isEnabled())
    QTest.keyClick(dialog.nextButton, Key.Key_Space)
    prepared = dialog.form.build(dialog.values(), dialog.form_view.situation)
    facts = dialog.form.facts(prepared, dialog.values(), dialog.form_view.situation)
    for street, request in prepared:
        said = next(one.text for one in facts if str(street.situation.street.usrn) in one.name)
        assert request.work_reference_number in said
        assert street.situation.street.authority in said
    assert len({one.request.work_reference_number for one in prepared}) == 3
    body = json.loads(dialog.review.body.toPlainText())
    assert len(body["applications"]) == 3


def test_one_that_is_refused_stays_a_draft_with_its_answers_and_the_others_are_made(
    signed_in, drafts, chosen, until, register
) -> None:
    def refuse(script, body):
        said = {"message": "Bad Request", "fields": {"description_of_work": ["Too short."]}}
        script.answer(400, json.dumps(said).encode())

    counting(register, (2, refuse))
    dialog = chosen()
    sent(dialog, until)
    rows = outcomes(dialog)
    assert [row[3] for row in rows] == ["Accepted", "Not accepted", "Accepted"]
    assert f"{rows[1][0]}: " in dialog.outcomes.why.text()
    assert "Too short." in dialog.outcomes.why.text()
    assert not dialog.nextButton.isVisible()
    (left,) = signed_in.drafts.all()
    assert left.name == rows[1][0]
    assert left.values["description_of_work"] == WHAT
    assert left.values["works_location_description"].startswith(f"{rows[1][0]}: ")


def test_one_whose_answer_is_lost_is_settled_and_never_sent_twice(
    signed_in, drafts, chosen, until, register
) -> None:
    def lose(script, body):
        script.hand_on(body)
        script.close_connection = True

    asked = counting(register, (1, lose))
    dialog = chosen()
    sent(dialog, until)
    assert [row[3] for row in outcomes(dialog)] == ["Not known", "Accepted", "Accepted"]
    assert dialog.nextButton.isVisible()
    QTest.keyClick(dialog.nextButton, Key.Key_Space)
    until(lambda: not dialog.outcomes.busy)
    assert [row[3] for row in outcomes(dialog)] == ["Accepted"] * 3
    assert len(asked) == 3
    assert signed_in.drafts.all() == []


@pytest.fixture
def told(signed_in, monkeypatch):
    """The troubles that are told from now on."""
    troubles = []
    monkeypatch.setattr(signed_in.trouble, "tell", lambda error, **_more: troubles.append(error))
    return troubles


def test_drafts_are_not_applied_for_while_one_has_no_street(
    signed_in, drafts, chosen, told
) -> None:
    signed_in.sheet.choose_street(None)
    assert chosen() is None
    assert f"“{drafts[0].name}” has no street yet" in str(told.pop())


def test_drafts_are_not_applied_for_while_it_is_open_what_became_of_one(
    signed_in, drafts, chosen, monkeypatch
) -> None:
    told, reference = [], "ZW00199999999"
    signed_in.sheet.keep_values({**drafts[0].values, "work_reference_number": reference})
    environment = signed_in.account.environment_key
    entry = signed_in.journal.begin(environment, "CreateWork", reference, {}, once=True)
    signed_in.journal.unknown(entry.id, "The connection broke off.")
    show = signed_in.messages.warn
    monkeypatch.setattr(
        signed_in.messages, "warn", lambda text, *given: (told.append(text), show(text, *given))
    )
    assert chosen() is None
    assert f"It is not known what became of {reference}" in told.pop()


def test_what_only_one_street_is_asked_is_told_with_its_name(
    signed_in, drafts, chosen, until
) -> None:
    several = next(one for one in PracticeService().town.streets if one.kind in TWO_TYPES)
    draw_on(signed_in, several)
    signed_in.sheet.keep_values(drafts[0].values)
    dialog = chosen()
    until(lambda: dialog.nextButton.isEnabled())
    QTest.keyClick(dialog.nextButton, Key.Key_Space)
    assert dialog.steps.currentWidget() is dialog.formStep
    assert f"{several.name}: Road category" in dialog.formStep.formTrouble.text()
