"""Signing in to an environment and out again, the practice service included."""

from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..api import StreetManager
from ..background.carrier import QgisCarrier
from ..background.jobs import Job, Jobs, Progress
from ..errors import StreetWorksError
from ..settings import Environment
from ..words import tr


class Account(QObject):
    """One signed-in session; `changed` is emitted when it begins, changes or ends.

    `user` is the e-mail address that was signed in with, empty for the practice service's planner.
    """

    changed = pyqtSignal()
    trouble = pyqtSignal(object)
    told = pyqtSignal(str)

    def __init__(self, jobs: Jobs, folder: Path) -> None:
        """`folder` is where the practice service keeps what was submitted to it."""
        super().__init__()
        self._jobs = jobs
        self._folder = folder
        self._practice: Any = None
        # Every practice service begun and not stopped yet, also one whose sign-in was cancelled.
        self._running: list[Any] = []
        self._signing_in: Optional[Job] = None
        self.environment: Optional[Environment] = None
        self.client: Optional[StreetManager] = None
        self.organisation: Any = None
        self.user = ""
        self.workstreams: tuple[Any, ...] = ()

    @property
    def signed_in(self) -> bool:
        """Whether requests can be made."""
        return self.client is not None

    @property
    def home(self) -> Optional[tuple[float, float, float, float]]:
        """Where to look after signing in: the practice town's box (EPSG:27700), or None."""
        return self._practice.home if self._practice is not None else None

    @property
    def readings(self) -> tuple[Any, ...]:
        """What the practice service read of the published records it was given."""
        return tuple(self._practice.reading) if self._practice is not None else ()

    def require_client(self) -> StreetManager:
        """Return the client; raises StreetWorksError when nobody is signed in."""
        if self.client is None:
            raise StreetWorksError(
                tr("You are not signed in to Street Manager."),
                advice=tr("Choose “Sign in” on the Street Works toolbar first."),
            )
        return self.client

    def sign_in(
        self,
        environment: Environment,
        email: str,
        password: str,
        works: tuple[str, ...] = (),
        new_password: Optional[str] = None,
    ) -> None:
        """Sign in as `email`; for the practice environment both may be empty.

        With a `new_password` the password is a temporary one, which it replaces. Both are used for
        this one call and not kept. `works` are files of published records for the practice service.
        Ends in `changed` or `trouble`.
        """
        self.sign_out()

        def work(progress: Progress) -> tuple[Any, ...]:
            practice, url = None, environment.base_url
            if environment.is_practice:
                progress.report(0.1, tr("Starting the practice service"))
                practice, url = self._start_practice(works)
            user, secret = _credentials(practice, email, password)
            progress.report(0.5, tr("Signing in"))
            client = StreetManager(url, carrier=QgisCarrier())
            try:
                if new_password:
                    client.set_first_password(user, secret, new_password)
                else:
                    client.sign_in(user, secret)
                progress.report(0.8, tr("Reading your organisation"))
                organisation, workstreams = _own_organisation(client)
            except BaseException:
                client.close()
                raise
            if progress.cancelled:
                self._stop_services()
            return practice, client, organisation, workstreams

        def done(result: tuple[Any, ...]) -> None:
            self._practice, self.client, self.organisation, streams = result
            self.workstreams = tuple(streams)
            self.environment, self.user = environment, email
            self.changed.emit()

        def failed(error: Exception) -> None:
            self._stop_services()
            self.trouble.emit(error)

        self._signing_in = self._jobs.start(
            tr("Street Works: signing in"), work, done=done, failed=failed, topic="sign in"
        )

    def cancel_sign_in(self) -> None:
        """Give up a sign-in that is still under way."""
        if self._signing_in is not None:
            self._signing_in.cancel()

    def sign_out(self) -> None:
        """Forget the session at once; the register is told in the background."""
        client, services = self.client, list(self._running)
        self.client = self.organisation = self.environment = self._practice = None
        self.workstreams = ()
        if client is None:
            return
        self._running.clear()

        def work(progress: Progress) -> None:
            try:
                client.sign_out()
            finally:
                client.close()
                for service in services:
                    service.stop()

        self._jobs.start(
            tr("Street Works: signing out"), work, done=_ignore, failed=self.trouble.emit
        )
        self.changed.emit()

    def close(self) -> None:
        """Stop the practice service and drop the tokens; for when the plugin is switched off."""
        if self.client is not None:
            self.client.close()
        self.client = self._practice = None
        self._stop_services()

    def _start_practice(self, works: tuple[str, ...]) -> tuple[Any, str]:
        """Start the service with its state file; without, when another QGIS window has that."""
        from ..practice import PracticeService  # noqa: PLC0415 - only when it is used

        self._folder.mkdir(parents=True, exist_ok=True)
        service = PracticeService(works=works, state=self._folder / "practice.sqlite")
        try:
            url = service.start()
        except StreetWorksError as error:
            service = PracticeService(works=works)
            url = service.start()
            self.told.emit(
                tr("{reason} What you submit now is forgotten when you sign out.").format(
                    reason=error.message
                )
            )
        self._running.append(service)
        return service, url

    def _stop_services(self) -> None:
        while self._running:
            self._running.pop().stop()


def _ignore(_result: object) -> None:
    """Nothing is left to do when signing out has worked."""


def _credentials(practice: Any, email: str, password: str) -> tuple[str, str]:
    """Return user and password; the practice service's planner needs no typing."""
    if practice is None:
        return email, password
    planner = next(account for account in practice.accounts if account.role == "Planner")
    return planner.email, planner.password


def _own_organisation(client: StreetManager) -> tuple[Any, list[Any]]:
    """Return the user's organisation and its workstreams."""
    reference = client.organisation_reference or ""
    return client.party.get_organisation(reference), client.party.get_workstreams(reference)
