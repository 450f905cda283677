"""A workplace that tests share: signed in once, and emptied after each of them."""

from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QEvent
from street_works.plugin.settings import CUSTOM, Environment, Settings
from street_works.tests.made.spoilt_service import Register
from street_works.tests.made.waiting import until


def environment_of(register: Register) -> Environment:
    """Return what one signs in to, to ask this register."""
    return Environment(CUSTOM, "Custom address", register.url)


def sign_in(place: Any, register: Register, who: Any) -> None:
    """Sign in with the `email` and the `password` of `who`, until nothing is under way."""
    place.account.sign_in(environment_of(register), who.email, who.password)
    until(lambda: place.account.signed_in and not place.jobs.running)
    assert place.heard == []


def empty(desk: Any) -> None:
    """Bring the `place` of a desk and its `register` back to where they were once it signed in.

    What is on the desk goes: the form, the drafts, the check for clashes with the verdicts, the
    messages. The check looks as far as usual, and the canvas shows its `view` again. The account
    and what the register holds stay, what was loaded of that, and whether the dock floats, as it
    cannot be put into a window that is not shown.
    """
    place, canvas = desk.place, desk.place._canvas
    if place.form.dialog is not None:
        place.form.dialog.reject()
    place.sheet.clear()
    until(lambda: not place.jobs.running)
    for draft in place.drafts.all():
        place.drafts.remove(draft.id)
    place.clashing.ask_anew()
    _check_as_usual(place)
    place.dock.hide()
    canvas.hide()
    canvas.setExtent(desk.view)
    desk.register.spoil = None
    desk.register.asked.clear()
    place.heard.clear()
    place.messages.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _check_as_usual(place: Any) -> None:
    """Let the next check for clashes be as the first one, of which nothing is judged."""
    panel = place.clash_panel
    panel.distanceBox.setValue(Settings.clash_distance_m.usual)
    panel.daysBox.setValue(Settings.clash_days.usual)
    place.settings.team_connection = ""
    with place.judged._database.changing() as connection:
        connection.execute("DELETE FROM judgement")
    place.verdicts.share()  # with nobody
    panel.verdictForm._unsaved.clear()
