"""The desk's one way to send what a form was filled in with, and to find out what became of it.

With what an application asks for beside it, in `applying`, it gives the forms the services that
`ui/forms/services.py` describes.
"""

from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..background.jobs import Jobs
from ..drafts import (
    DamagedRow,
    Entry,
    Journal,
    Operation,
    State,
    Submission,
    settle,
    submissions_damaged,
    submit,
)
from ..drafts.sending import Request
from ..errors import RIGHTS, StreetWorksError
from ..forms.all_forms import OPERATIONS
from ..forms.application.sending import is_own
from ..trade.records.receipts import Receipt
from ..trade.records.works import CategoryAnswer, CategoryQuestion
from ..words import tr
from .account import Account
from .habits import Habits

Failed = Callable[[StreetWorksError], None]


class Filling(QObject):
    """Sends requests, once each, and finds out what became of those without an answer."""

    accepted = pyqtSignal(str, str, str)  # name of the operation, subject, works reference
    settled = pyqtSignal()
    trouble = pyqtSignal(object)

    def __init__(self, jobs: Jobs, account: Account, journal: Journal, habits: Habits) -> None:
        super().__init__()
        self.habits = habits
        self._jobs = jobs
        self._account = account
        self._journal = journal

    @property
    def environment_name(self) -> str:
        """The name of the environment that is signed in to."""
        environment = self._account.environment
        return "" if environment is None else environment.name

    @property
    def is_production(self) -> bool:
        """Whether what is submitted is live."""
        environment = self._account.environment
        return environment is not None and environment.is_production

    def unknown_outcomes(self) -> list[Entry]:
        """Return the submissions to this environment (all, signed out) with no known outcome."""
        return self._journal.pending(self._account.environment_key or None)

    def is_open(self, operation: Operation, subject: str) -> bool:
        """Say whether something was sent about `subject` of which no outcome is known."""
        entry = self._sent(operation, subject)
        return entry is not None and entry.open

    def send(
        self,
        operation: Operation,
        subject: str,
        request: Request,
        done: Callable[[Receipt], None],
        failed: Failed,
        unknown: Failed,
        not_sent: Failed,
    ) -> None:
        """Send a request about `subject` once; what is sent is written down before."""
        client, key = self._account.require_client(), self._account.environment_key

        def broke_off(error: StreetWorksError) -> None:
            self.settled.emit()
            entry = self._journal.latest(key, operation.name, subject)
            (unknown if entry is not None and entry.open else not_sent)(error)

        self._start(
            tr("Street Works: submitting"),
            operation,
            lambda: submit(client, self._journal, operation, key, subject, request),
            {State.ACCEPTED: done, State.REFUSED: failed, State.UNKNOWN: unknown,
             State.NOT_THERE: not_sent},
            broke_off,
        )  # fmt: skip

    def settle(
        self,
        operation: Operation,
        subject: str,
        done: Callable[[Receipt], None],
        not_there: Callable[[], None],
        failed: Failed,
        refused: Failed,
    ) -> None:
        """Find out whether the register has what was sent about `subject`."""
        client, key = self._account.require_client(), self._account.environment_key
        self._start(
            tr("Street Works: asking Street Manager"),
            operation,
            lambda: settle(client, self._journal, operation, key, subject),
            {State.ACCEPTED: done, State.NOT_THERE: lambda _error: not_there(),
             State.UNKNOWN: failed, State.REFUSED: refused},
            failed,
        )  # fmt: skip

    def settle_all(self) -> None:
        """Settle every submission whose outcome is not known, as far as the account may ask.

        Raises StreetWorksError when nobody is signed in, and when all of them are others' works.
        """
        rights = self._account.require_client().rights
        pending = self._journal.pending(self._account.environment_key)
        own = [entry for entry in pending if is_own(entry, rights.may_read)]
        if pending and not own:
            raise StreetWorksError(
                tr("These works were sent with another account."),
                advice=tr("Sign in with that one to find out what became of them."),
                about=RIGHTS,
            )
        for entry in own:
            operation = OPERATIONS.get(entry.operation)
            if operation is None:
                row = DamagedRow(entry.subject, entry.operation)
                self.trouble.emit(submissions_damaged([row]))
            else:
                tell = self.trouble.emit
                self.settle(operation, entry.subject, _heard, _not_there, tell, tell)

    def ask_category(
        self, question: CategoryQuestion, done: Callable[[CategoryAnswer], None], failed: Failed
    ) -> None:
        """Ask the register for category and duration; a newer question overtakes an older one."""
        register = self._account.require_register()
        self._jobs.start(
            tr("Street Works: asking for the category"),
            lambda progress: register.category(question),
            done=done,
            failed=failed,
            topic="category",
        )

    def upload_file(
        self, path: str, promoter: str, done: Callable[[int], None], failed: Failed
    ) -> None:
        """Upload the file at `path`; `done` gets its number.

        It is the promoter's of the works, by its SWA code, where the account works for that one.
        """
        client = self._account.require_client()
        owner = promoter if promoter in client.rights.promoters else None
        self._jobs.start(
            tr("Street Works: uploading a file"),
            lambda progress: int(client.work.upload_file(path, owner).file_id),
            done=done,
            failed=failed,
        )

    def delete_file(self, file_id: int, done: Callable[[], None], failed: Failed) -> None:
        """Delete an uploaded file that no works use."""
        client = self._account.require_client()
        self._jobs.start(
            tr("Street Works: removing a file"),
            lambda progress: client.work.delete_file(file_id),
            done=lambda _nothing: done(),
            failed=failed,
        )

    def _sent(self, operation: Operation, subject: str) -> Optional[Entry]:
        return self._journal.latest(self._account.environment_key or None, operation.name, subject)

    def _start(
        self,
        description: str,
        operation: Operation,
        work: Callable[[], Submission],
        answers: dict[State, Callable[[Any], None]],
        failed: Failed,
    ) -> None:
        def done(submission: Submission) -> None:
            self.settled.emit()
            if submission.receipt is not None:
                answers[State.ACCEPTED](submission.receipt)
                works = submission.receipt.works_reference
                self.accepted.emit(operation.name, submission.subject, works)
            else:
                answers[submission.state](submission.error)

        self._jobs.start(
            description, lambda progress: work(), done=done, failed=failed, keeps_open=True
        )


def _heard(_receipt: Receipt) -> None:
    """`accepted` tells the planner."""


def _not_there() -> None:
    """`settled` tells the planner: nothing is waiting any more."""
