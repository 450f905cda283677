"""Signing in as each role; what fails beside it, or is refused, leaves the session as it was."""

import json
import threading
import time
from types import SimpleNamespace

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.api import StreetManager
from street_works.plugin.api.errors import NotSignedIn
from street_works.plugin.settings import (
    PRACTICE,
    PRACTICE_AUTHORITY,
    PRACTICE_CONTRACTOR,
    PRACTICE_PLANNER,
    Environment,
)
from street_works.plugin.trade.calendar import uk_today
from street_works.plugin.trade.vocabulary.people import Role
from street_works.tests.made.applications import plain_application

ROLES = {
    "planner": (PRACTICE_PLANNER, ("0098",)),
    "contractor": (PRACTICE_CONTRACTOR, ("0098", "9831", "7374")),
    "authority": (PRACTICE_AUTHORITY, ()),
}


@pytest.fixture(scope="module")
def made(qgis_app):
    """A practice service of its own, with its accounts by email address."""
    from street_works.plugin.practice import PracticeService

    service = PracticeService()
    url = service.start()
    passwords = {one.email: one.password for one in service.accounts}
    yield SimpleNamespace(service=service, url=url, passwords=passwords)
    service.stop()


@pytest.fixture(scope="module")
def practice(made):
    password = made.passwords[PRACTICE_PLANNER]
    return SimpleNamespace(url=made.url, email=PRACTICE_PLANNER, password=password)


@pytest.fixture
def enter(workplace, environment, made, until):
    """Give the function that signs in by email address, and waits until that is over."""

    def sign_in(email, where=environment):
        before = workplace.account.client
        workplace.account.sign_in(where, email, made.passwords[email])
        until(lambda: workplace.account.client is not before or workplace.heard)
        until(lambda: not workplace.jobs.running)
        return workplace.account

    return sign_in


@pytest.fixture
def serves(workplace, until):
    """Give the function that checks that the session is good for a request."""

    def check(email=PRACTICE_PLANNER, role=Role.PLANNER):
        register, told = workplace.account.register, []
        workplace.jobs.start(
            "asking",
            lambda _progress: register.holder(email),
            done=lambda _holder: told.append(register.party.roles),
            failed=lambda error: told.append(str(error)),
        )
        until(lambda: told)
        assert told == [{role, Role.API}]

    return check


def refuse(register, path):
    """Let the service answer 500 for what `path` is a part of."""

    def spoil(asked, body):
        if path in asked.path:
            asked.answer(500, json.dumps({"message": "out of order"}).encode())
        else:
            asked.answer(*asked.hand_on(body))

    register.spoil = spoil


@pytest.mark.parametrize("role", ROLES)
def test_each_role_signs_in_and_it_is_known_whom_it_may_apply_for(role, enter, workplace):
    email, promoters = ROLES[role]
    account = enter(email)
    assert workplace.heard == []
    assert account.signed_in
    assert tuple(one.code for one in account.promoters) == promoters
    assert account.register.takes_applications is bool(promoters)


@pytest.mark.parametrize("role", ROLES)
def test_the_panel_offers_what_the_role_may_do_and_says_why_not(role, enter, workplace):
    email, promoters = ROLES[role]
    enter(email)
    dock = workplace.dock
    assert dock.applyButton.isHidden() is dock.otherButton.isHidden() is not bool(promoters)
    assert ("Not offered" in dock.applyNote.text()) is not bool(promoters)
    names = {"authority": "highway authority"}
    assert workplace.account_row.badge.text().endswith(names.get(role, role))
    if role == "authority":
        assert "Not offered: applying for works" in dock.applyNote.text()
        assert "you can see and find works" in dock.applyNote.text()
        workplace.apply()
        assert any("Not offered" in text for text in workplace.messages.texts())


@pytest.mark.parametrize("path", ["/party/users/", "/workstreams", "/party/organisations"])
def test_what_fails_beside_the_sign_in_does_not_undo_it(path, register, enter, workplace):
    refuse(register, path)
    account = enter(PRACTICE_PLANNER)
    assert account.signed_in
    assert workplace.heard == []
    assert workplace.account_row.badge.isVisibleTo(workplace.dock)
    if "users" in path:
        assert any("You are signed in, but" in one for one in workplace.messages.texts())


def test_a_failed_sign_in_elsewhere_leaves_the_session_as_it_was(
    enter, workplace, environment, until, serves
):
    account = enter(PRACTICE_PLANNER)
    client, store, badge = account.client, workplace.live.store, workplace.account_row.badge.text()
    elsewhere = Environment("custom", "Elsewhere", "http://127.0.0.1:9")
    account.sign_in(elsewhere, "jo@water.example", "secret")
    until(lambda: workplace.heard)
    assert account.client is client
    assert account.environment == environment
    assert workplace.live.store is store
    assert workplace.account_row.badge.text() == badge
    serves()


def test_a_wrong_password_leaves_the_session_as_it_was(
    enter, workplace, environment, until, serves
):
    account = enter(PRACTICE_PLANNER)
    client = account.client
    account.sign_in(environment, PRACTICE_CONTRACTOR, "wrong")
    until(lambda: workplace.heard)
    assert isinstance(workplace.heard[0], NotSignedIn)
    assert account.client is client
    assert account.user == PRACTICE_PLANNER
    serves()


def test_signing_in_anew_as_the_same_user_does_not_end_the_new_session(
    enter, workplace, until, serves
):
    enter(PRACTICE_PLANNER)
    enter(PRACTICE_PLANNER)
    until(lambda: not workplace.jobs.running)
    serves()
    assert workplace.heard == []


def test_the_practice_service_goes_on_when_another_of_its_accounts_signs_in(
    workplace, until, serves
):
    account, here = workplace.account, Environment(PRACTICE, "Practice", "")
    clients = []
    for email in (PRACTICE_PLANNER, PRACTICE_CONTRACTOR, PRACTICE_AUTHORITY, PRACTICE_PLANNER):
        account.sign_in(here, email, "")
        until(lambda: account.client is not None and account.client not in clients)
        until(lambda: not workplace.jobs.running)
        clients.append(account.client)
    assert len({one.base_url for one in clients}) == 1
    serves()
    assert workplace.heard == []
    assert workplace.messages.texts() == []


def test_a_sign_out_that_goes_on_leaves_the_next_one_the_practice_service(
    workplace, until, serves, monkeypatch
):
    account, here = workplace.account, Environment(PRACTICE, "Practice", "")
    account.sign_in(here, PRACTICE_PLANNER, "")
    until(lambda: account.signed_in and not workplace.jobs.running)
    sign_in, sign_out, started = StreetManager.sign_in, StreetManager.sign_out, threading.Event()

    def first_out(client):
        assert started.wait(10)
        sign_out(client)

    def then_in(client, email, password):
        started.set()
        until_gone = time.monotonic() + 10
        while len(workplace.jobs.running) > 1 and time.monotonic() < until_gone:
            time.sleep(0.01)
        sign_in(client, email, password)

    monkeypatch.setattr(StreetManager, "sign_out", first_out)
    monkeypatch.setattr(StreetManager, "sign_in", then_in)
    account.sign_out()
    account.sign_in(here, PRACTICE_AUTHORITY, "")
    until(lambda: account.signed_in or workplace.heard)
    assert workplace.heard == []
    serves(PRACTICE_AUTHORITY, Role.HIGHWAY_AUTHORITY)


def test_files_that_cannot_be_used_leave_the_practice_session(workplace, until, tmp_path, serves):
    account, here = workplace.account, Environment(PRACTICE, "Practice", "")
    account.sign_in(here, "", "")
    until(lambda: account.signed_in and not workplace.jobs.running)
    client = account.client
    account.sign_in(here, "", "", works=(str(tmp_path / "not_there.json"),))
    until(lambda: workplace.heard)
    assert account.client is client
    serves()


def test_an_account_that_the_practice_service_has_not_leaves_no_service_running(workplace, until):
    def running():
        return {one for one in threading.enumerate() if one.name == "practice-service"}

    account, here = workplace.account, Environment(PRACTICE, "Practice", "")
    others = running()
    account.sign_in(here, "nobody@practice.example", "")
    until(lambda: workplace.heard)
    assert not account.signed_in
    assert "nobody@practice.example" in workplace.heard[0].message
    assert "list" in workplace.heard[0].advice
    assert running() == others


def test_the_session_has_ended_for_the_badge_too(enter, workplace, register, until):
    account = enter(PRACTICE_PLANNER)
    ended = json.dumps({"message": "Authentication failed"}).encode()
    register.spoil = lambda asked, body: asked.answer(401, ended)
    workplace.sheet.take("LINESTRING (471065 236014, 471085 236014)", "EPSG:27700")
    until(lambda: not account.signed_in)
    assert workplace.account_row.badge.isHidden()
    until(lambda: workplace.messages.texts())
    assert [one for one in workplace.messages.texts() if "session has ended" in one]
    register.spoil = None
    enter(PRACTICE_PLANNER)
    assert [one for one in workplace.messages.texts() if "session has ended" in one] == []
    assert workplace.account_row.badge.isVisibleTo(workplace.dock)


# ---- passwords, from the dialog to the service ----


def dialog_of(workplace, environment, settings_url):
    workplace.settings.custom_url = settings_url
    workplace.sign_in()
    dialog = workplace.signing_in.dialog
    dialog.environmentBox.setCurrentIndex(dialog.environmentBox.findData("custom"))
    return dialog


def put(field, text):
    field.clear()
    QTest.keyClicks(field, text)


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_newcomer_sets_a_password_and_is_in(workplace, environment, made, register, until):
    email = "newcomer@practice.example"
    dialog = dialog_of(workplace, environment, register.url)
    put(dialog.emailEdit, email)
    put(dialog.passwordEdit, made.passwords[email])
    press(dialog._accept)
    until(lambda: dialog.new_password.wanted)
    put(dialog.new_password.newPasswordEdit, "a long new one")
    put(dialog.new_password.repeatEdit, "a long new one")
    press(dialog._accept)
    until(lambda: workplace.account.signed_in)
    assert workplace.account.user == email
    assert not workplace.settings.authcfg("custom")


def test_after_a_temporary_password_another_account_signs_in(
    workplace, environment, register, until
):
    from street_works.plugin.practice import PracticeService

    service = PracticeService()
    register.behind = service.start().rpartition("/")[2]
    passwords = {one.email: one.password for one in service.accounts}
    dialog = dialog_of(workplace, environment, register.url)
    put(dialog.emailEdit, "newcomer@practice.example")
    put(dialog.passwordEdit, passwords["newcomer@practice.example"])
    press(dialog._accept)
    until(lambda: dialog.new_password.wanted)
    put(dialog.new_password.newPasswordEdit, "a long new one")
    put(dialog.emailEdit, PRACTICE_PLANNER)
    put(dialog.passwordEdit, passwords[PRACTICE_PLANNER])
    press(dialog._accept)
    until(lambda: workplace.account.signed_in)
    assert workplace.account.user == PRACTICE_PLANNER
    until(lambda: not workplace.jobs.running)
    service.stop()


def test_a_forgotten_password_is_replaced(workplace, environment, made, register, until):
    email = "gas@practice.example"
    dialog = dialog_of(workplace, environment, register.url)
    put(dialog.emailEdit, email)
    press(dialog.forgottenButton)
    until(lambda: dialog.new_password.wanted)
    put(dialog.new_password.codeEdit, "000000")
    for edit in (dialog.new_password.newPasswordEdit, dialog.new_password.repeatEdit):
        put(edit, "another long one")
    press(dialog._accept)
    until(lambda: "not the code" in dialog.troubleLabel.text())
    press(dialog.forgottenButton)
    until(lambda: not dialog.new_password.code and dialog._accept.isEnabled())
    put(dialog.new_password.codeEdit, made.service.reset_code(email))
    for edit in (dialog.new_password.newPasswordEdit, dialog.new_password.repeatEdit):
        put(edit, "another long one")
    press(dialog._accept)
    until(lambda: workplace.account.signed_in)
    assert workplace.account.user == email


# ---- other accounts, other moments ----


def test_an_administrator_is_in_and_told_that_there_is_no_map_for_it(enter, workplace, until):
    assert enter("admin@practice.example").signed_in
    until(lambda: not workplace.live_view.busy and not workplace.jobs.running)
    assert "may not see the map" in workplace.dock.applyNote.text()
    workplace.load()
    until(lambda: not workplace.live_view.busy and not workplace.jobs.running)
    (told,) = workplace.messages.texts()
    assert "role may not do this" in told


def test_an_account_that_may_not_read_itself_is_in_and_told_so(enter, workplace, until):
    assert enter("export@practice.example").signed_in
    assert any("could not be read" in text for text in workplace.messages.texts())


def test_a_suspended_organisation_is_told_plainly(enter, workplace):
    account = enter("lapsed@practice.example")
    assert not account.signed_in
    assert any("suspended" in text for text in workplace.messages.texts())


def test_signing_in_elsewhere_while_the_map_loads(enter, workplace, until):
    enter(PRACTICE_PLANNER)
    workplace.live_view.load()
    account = enter(PRACTICE_CONTRACTOR)
    until(lambda: not workplace.live_view.busy and not workplace.jobs.running)
    assert account.user == PRACTICE_CONTRACTOR
    assert workplace.messages.texts() == []
    assert workplace.live.error is None


def test_a_sign_in_that_is_cancelled_leaves_the_session(
    enter, workplace, environment, made, register, until, serves
):
    account = enter(PRACTICE_PLANNER)
    client = account.client
    register.slow()
    account.sign_in(environment, PRACTICE_CONTRACTOR, made.passwords[PRACTICE_CONTRACTOR])
    account.cancel_sign_in()
    register.spoil = None
    register.release.set()
    until(lambda: not workplace.jobs.running)
    assert account.client is client
    serves()


def test_what_another_account_sent_is_not_asked_for(enter, workplace, register):
    from street_works.plugin.errors import StreetWorksError

    body = plain_application((471065, 236014), 99400104, "9820", uk_today(), uk_today())
    entry = workplace.journal.begin("custom", "CreateWork", "ZW001SENTBEFORE", body)
    workplace.journal.unknown(entry.id, "lost")
    enter(PRACTICE_AUTHORITY)
    asked = []
    register.spoil = lambda call, body: (asked.append(call.path), call.answer(*call.hand_on(body)))
    with pytest.raises(StreetWorksError, match="another account"):
        workplace.applying.settle_all()
    assert asked == []


def test_leaving_a_service_that_is_gone_is_no_trouble(enter, workplace, register, made, until):
    account = enter(PRACTICE_PLANNER)
    register.down()
    account.sign_in(Environment(PRACTICE, "Practice", ""), "", "")
    until(lambda: account.environment is not None and account.environment.is_practice)
    until(lambda: not workplace.jobs.running)
    assert workplace.heard == []
    assert workplace.messages.texts() == []
