"""A workplace at a practice service, as one of the service's parties has it."""

from pathlib import Path
from typing import Any, Callable

from qgis.PyQt.QtCore import QCoreApplication, QEvent
from street_works.plugin.map.pick import Record
from street_works.tests.made.parties import PASSWORDS, Trade, email_of
from street_works.tests.made.spoilt_service import Register
from street_works.tests.made.stepping import new_form
from street_works.tests.made.waiting import until


class Desk:
    """The plugin's windows and desk, and who sits there."""

    def __init__(self, trade: Trade, network: Register, place: Any, folder: Path) -> None:
        """Between the workplace and the service is a `network` that can spoil the answers."""
        self.trade, self.network, self.place, self.folder = trade, network, place, folder

    def sign_in(self, who: str, name: str = "Custom address") -> None:
        """Let "planner", "contractor" or "authority" sit at the desk; `name` is the service's."""
        from street_works.plugin.settings import CUSTOM, Environment

        email, account = email_of(who), self.place.account
        if account.user != email:
            environment = Environment(CUSTOM, name, self.network.url)
            account.sign_in(environment, email, PASSWORDS[email])
        until(lambda: account.user == email and not self.place.jobs.running)

    def open(self, works: str) -> Any:
        """Open the details of works, and return their dock."""
        details = self.place.finding.details
        self.place.finding.open(Record("works", works, works))
        until(lambda: details.works and details.works.reference == works and not details.loading)
        dock = self.place.finding.dock
        dock.setFloating(True)
        dock.show()
        return dock

    def draw(self) -> None:
        """Draw on a street, and choose it."""
        street, sheet = self.trade.street(4), self.place.sheet
        one, other = (street.line.interpolate(metres) for metres in (5, 12))
        line = f"LINESTRING ({one.x:.2f} {one.y:.2f}, {other.x:.2f} {other.y:.2f})"
        sheet.take(line, "EPSG:27700")
        until(lambda: sheet.nearby and not self.place.jobs.running)
        sheet.choose_street(next(one for one in sheet.nearby if one.usrn == street.usrn))

    def begin(self, form: Any) -> Any:
        """Open a form of new works for what was drawn, by keys."""
        self.draw()
        self.place.dock.setFloating(True)  # the main window of these tests is not shown
        self.place.dock.show_panel(self.place.extent_panel)
        return self.open_new(form)

    def open_new(self, form: Any) -> Any:
        """Open a form of new works from the panel, by keys."""
        new_form(self.place.dock, form)
        dialog = self.place.form.dialog
        assert type(dialog.form) is form
        dialog.activateWindow()
        until(lambda: not self.place.jobs.running)
        return dialog

    def in_a_job(self, call: Callable[[], Any]) -> Any:
        """Return what `call` returns, asked on another thread."""
        answers: list[Any] = []
        jobs = self.place.jobs
        jobs.start("test", lambda _step: call(), done=answers.append, failed=answers.append)
        until(lambda: answers)
        if isinstance(answers[0], Exception):
            raise answers[0]
        return answers[0]

    def leave(self) -> None:
        """Close the form, if one is open: there is one at a time."""
        dialog = self.place.form.dialog
        if dialog is not None:
            dialog.reject()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def details(self) -> Any:
        """The details that are shown."""
        return self.place.finding.details.details
