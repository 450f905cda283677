"""A workplace that tests share: signed in once, and emptied after each of them."""

from contextlib import AbstractContextManager, ExitStack
from typing import Any, Callable, Optional

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


class Shared:
    """The desk that tests share: made for the first of them, and anew after one of its own."""

    def __init__(self, make: Callable[[], AbstractContextManager[Any]]) -> None:
        self._make = make
        self._parts = ExitStack()
        self._desk: Optional[Any] = None

    def desk(self) -> Any:
        """Return the desk, which is signed in."""
        if self._desk is None:
            self._desk = self._parts.enter_context(self._make())
        return self._desk

    def close(self) -> None:
        """Take it away, as two workplaces at one project get into each other's way."""
        self._desk = None
        self._parts.close()


def empty(desk: Any) -> None:
    """Bring the `place` of a desk and its `register` back to where they were once it signed in.

    What is on the desk goes: the form, the drafts and their list, the check for clashes with the
    verdicts, the details, the messages; nothing is pending or remembered of forms, and the register
    answers again. The check looks as far as usual, and the canvas shows its `view` again. The
    account and what the register holds stay, what was loaded of that, and whether a dock floats, as
    it cannot be put into a window that is not shown.
    """
    place, canvas = desk.place, desk.place._canvas
    if place.form.dialog is not None:
        place.form.dialog.reject()
    place.extent_panel.drafts_dialog.close_down()
    place.sheet.clear()
    _stop_loading(place)
    desk.register.mend()
    until(lambda: not place.jobs.running)
    for draft in place.drafts.all():
        place.drafts.remove(draft.id)
    for entry in place.journal.pending():
        place.journal.not_there(entry.id)
    place.applying.habits._store.forget_all()
    place.finding.details.details = None
    place.finding.details.cleared.emit()
    place.finding.dock.hide()
    place.highlight.clear()
    place.clashing.ask_anew()
    _check_as_usual(place)
    place.dock.hide()
    canvas.hide()
    canvas.setExtent(desk.view)
    _stop_loading(place)
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


def _stop_loading(place: Any) -> None:
    """Let nothing be on its way onto the map, nor about to be; its next trouble is told anew."""
    view = place.live_view
    view._rest.stop()
    view._again.stop()
    view._told = None
    place.live.stop()
