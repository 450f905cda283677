"""Signing in to an environment and out again, the practice service included."""

from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..api import StreetManager
from ..api.errors import ApiError, Cancelled, NotSignedIn
from ..api.register import Register
from ..background.carrier import QgisCarrier
from ..background.jobs import Job, Jobs
from ..background.task import Progress
from ..errors import SESSION, StreetWorksError
from ..settings import PRACTICE_PLANNER, Environment
from ..trade.records.people import Holder, Organisation
from ..trade.records.streets import Street
from ..words import tr
from .practising import Practising


@dataclass(frozen=True)
class _Session:
    """What signing in gives. `untold` is what could not be read beside it, or None."""

    client: StreetManager
    environment: Environment
    user: str
    holder: Holder
    practice: Any
    untold: Optional[StreetWorksError]


class Account(QObject):
    """One signed-in session; `changed` is emitted when it begins, changes or ends.

    A sign-in that fails leaves the session as it was. `answered` says that the service answers
    again after it could not be reached. `trouble` tells why a sign-in failed, and that the service
    has ended the session. `streets_told` carries the streets of each look-up. `user` is the e-mail
    address that was signed in with.
    """

    changed = pyqtSignal()
    answered = pyqtSignal()
    trouble = pyqtSignal(object)
    told = pyqtSignal(str)
    streets_told = pyqtSignal(object)  # tuple[Street, ...]
    _heard = pyqtSignal(object, object)  # client, its error or None: brought to the main thread
    _looked_up = pyqtSignal(object, object)  # client, tuple[Street, ...]: likewise

    def __init__(self, jobs: Jobs, folder: Path) -> None:
        """`folder` is where the practice service keeps what was submitted to it."""
        super().__init__()
        self._jobs = jobs
        self._practising = Practising(folder)
        self._signing_in: Optional[Job] = None
        self._session: Optional[_Session] = None
        self._heard.connect(self._hear)
        self._looked_up.connect(self._hear_streets)

    @property
    def signed_in(self) -> bool:
        """Whether requests can be made."""
        return self._session is not None

    @property
    def client(self) -> Optional[StreetManager]:
        """The client of the session, or None."""
        return self._session.client if self._session is not None else None

    @property
    def register(self) -> Optional[Register]:
        """What the session reads Street Manager by, or None."""
        return self._session.client.register if self._session is not None else None

    @property
    def environment_key(self) -> str:
        """The key of the environment that is signed in to, "" while signed out."""
        return self._session.environment.key if self._session is not None else ""

    @property
    def environment(self) -> Optional[Environment]:
        """Where one is signed in, or None."""
        return self._session.environment if self._session is not None else None

    @property
    def user(self) -> str:
        """The e-mail address of the session."""
        return self._session.user if self._session is not None else ""

    @property
    def organisation(self) -> Optional[Organisation]:
        """The account's own organisation, or None."""
        return self._session.holder.organisation if self._session is not None else None

    @property
    def promoters(self) -> tuple[Organisation, ...]:
        """The promoters that the account may apply for; a contractor has several or none."""
        return self._session.holder.promoters if self._session is not None else ()

    @property
    def home(self) -> Optional[tuple[float, float, float, float]]:
        """Where to look after signing in: the practice town's box (EPSG:27700), or None."""
        practice = self._session.practice if self._session is not None else None
        return practice.home if practice is not None else None

    @property
    def all_streets(self) -> Optional[Callable[[], tuple[Street, ...]]]:
        """What tells of all streets of the practice town; elsewhere nobody knows them all: None.

        It takes a tenth of a second: call it in a job.
        """
        practice = self._session.practice if self._session is not None else None
        return practice.streets if practice is not None else None

    @property
    def readings(self) -> tuple[Any, ...]:
        """What the practice service read of the published records it was given."""
        practice = self._session.practice if self._session is not None else None
        return tuple(practice.reading) if practice is not None else ()

    def require_client(self) -> StreetManager:
        """Return the client; raises StreetWorksError when nobody is signed in."""
        if self._session is None:
            raise NotSignedIn(
                tr("You are not signed in to Street Manager."),
                advice=tr("Sign in first."),
            )
        return self._session.client

    def require_register(self) -> Register:
        """Return what reads Street Manager; raises StreetWorksError when nobody is signed in."""
        return self.require_client().register

    def sign_in(
        self,
        environment: Environment,
        email: str,
        password: str,
        works: tuple[str, ...] = (),
        new_password: Optional[str] = None,
        code: str = "",
    ) -> None:
        """Sign in as `email`; an empty one is the practice service's planner.

        A `new_password` replaces a temporary password, or with the `code` that came by e-mail a
        forgotten one. All of them are used for this one call and not kept; the practice service's
        accounts need none. `works` are files of published records for the practice service. Ends
        in `changed` or `trouble`.
        """

        def work(progress: Progress) -> _Session:
            practice, url = None, environment.base_url
            with ExitStack() as held:  # what is let go where the sign-in fails
                if environment.is_practice:
                    progress.report(0.1, tr("Starting the practice service"))
                    practice, url = self._practising.start(works, self.told.emit)
                    held.callback(self._practising.let_go, practice)
                user, secret = _credentials(practice, email, password)
                progress.report(0.5, tr("Signing in"))
                client = StreetManager(url, carrier=QgisCarrier())
                held.callback(client.close)
                _authenticate(client, user, secret, new_password or "", code)
                progress.report(0.8, tr("Reading what your account may do"))
                holder, untold = _own(client.register, user)
                progress.raise_if_cancelled()
                held.pop_all()
            return _Session(client, environment, user, holder, practice, untold)

        self._signing_in = self._jobs.start(
            tr("Street Works: signing in"),
            work,
            done=self._begin,
            failed=self._failed,
            topic="sign in",
        )

    def send_code(
        self,
        environment: Environment,
        email: str,
        *,
        done: Callable[[], None],
        failed: Callable[[StreetWorksError], None],
    ) -> None:
        """Have a code sent to `email`, with which `sign_in` replaces a forgotten password."""

        def work(progress: Progress) -> None:
            client = StreetManager(environment.base_url, carrier=QgisCarrier())
            try:
                client.forget_password(email)
            finally:
                client.close()

        self._signing_in = self._jobs.start(
            tr("Street Works: asking for a code"),
            work,
            done=lambda _nothing: done(),
            failed=failed,
            topic="sign in",
        )

    def cancel_sign_in(self) -> None:
        """Give up a sign-in that is still under way."""
        if self._signing_in is not None:
            self._signing_in.cancel()

    def sign_out(self) -> None:
        """Forget the session at once; the register is told in the background."""
        session, self._session = self._session, None
        if session is not None:
            self._leave(session)
            self.changed.emit()

    def close(self) -> None:
        """Stop the practice service and drop the tokens; for when the plugin is switched off."""
        session, self._session = self._session, None
        if session is not None:
            session.client.listen(_ignore)
            session.client.close()
        self._practising.stop_all()

    def _begin(self, session: _Session) -> None:
        before, self._session = self._session, session
        session.client.listen(_Ear(session.client, self._heard.emit))
        session.client.hear_streets(partial(self._looked_up.emit, session.client))
        if before is not None:
            whose = [(one.client.base_url, one.user) for one in (before, session)]
            self._leave(before, tell=whose[0] != whose[1])
        self.changed.emit()
        if session.untold is not None:
            what = tr("You are signed in, but what your account may do could not be read. {why}")
            self.told.emit(what.format(why=session.untold))

    def _failed(self, error: StreetWorksError) -> None:
        """Keep the session, unless its practice service had to make room for another one."""
        session = self._session
        if session is not None and self._has_lost_its_service(session):
            self.sign_out()
        self.trouble.emit(error)

    def _has_lost_its_service(self, session: _Session) -> bool:
        return session.practice is not None and not self._practising.runs(session.practice)

    def _leave(self, session: _Session, *, tell: bool = True) -> None:
        """Close what is left of a session, and tell the register, in the background.

        The register is not told where the same user has signed in anew: it would end every session
        of the user, and not where the session has ended there. Where it cannot be told, the session
        ends there by itself.
        """
        session.client.listen(_ignore)

        def work(progress: Progress) -> None:
            try:
                if tell and not self._has_lost_its_service(session):
                    session.client.sign_out()
            finally:
                session.client.close()
                self._practising.let_go(session.practice)

        self._jobs.start(tr("Street Works: signing out"), work, done=_ignore, failed=_ignore)

    def _hear(self, client: StreetManager, error: Optional[ApiError]) -> None:
        """Follow how the session's calls end: it may be over, or the service answers again."""
        session = self._session
        if session is None or client is not session.client:
            return
        if error is None:
            self.answered.emit()
            return
        self._session = None
        self._leave(session, tell=False)
        self.changed.emit()
        self.trouble.emit(error)

    def _hear_streets(self, client: StreetManager, streets: tuple[Street, ...]) -> None:
        if client is self.client:
            self.streets_told.emit(streets)


class _Ear:
    """Hears how calls end and tells, on their thread, what changes: (client, error or None).

    That is NotSignedIn, and None for the first call that went well after others did not.
    """

    def __init__(
        self, client: StreetManager, tell: Callable[[StreetManager, Optional[ApiError]], None]
    ) -> None:
        self._client = client
        self._tell = tell
        self._failing = False

    def __call__(self, error: Optional[ApiError]) -> None:
        if isinstance(error, NotSignedIn):
            self._tell(self._client, error)
        elif error is None and self._failing:
            self._failing = False
            self._tell(self._client, None)
        elif error is not None and not isinstance(error, Cancelled):
            self._failing = True


def _ignore(_result: object) -> None:
    """Nothing is left to do."""


def _authenticate(
    client: StreetManager, email: str, password: str, new_password: str, code: str
) -> None:
    if code:
        client.reset_password(email, code, new_password)
        client.sign_in(email, new_password)
    elif new_password:
        client.set_first_password(email, password, new_password)
    else:
        client.sign_in(email, password)


def _credentials(practice: Any, email: str, password: str) -> tuple[str, str]:
    """Return user and password; the practice service's accounts need no typing.

    Raises StreetWorksError where it has no such account.
    """
    if practice is None:
        return email, password
    wanted = email or PRACTICE_PLANNER
    for account in practice.accounts:
        if account.email == wanted:
            return account.email, account.password
    raise StreetWorksError(
        tr("The practice service has no account “{email}”.").format(email=wanted),
        advice=tr("Choose “Sign in” and pick an account from the list."),
        about=SESSION,
    )


def _own(register: Register, email: str) -> tuple[Holder, Optional[StreetWorksError]]:
    """Return whose the user's account is, and what could not be read of it."""
    try:
        return register.holder(email), None
    except Cancelled:
        raise
    except StreetWorksError as error:
        own = Organisation(register.organisation_code, register.organisation_code)
        return Holder(own, (own,)), error
