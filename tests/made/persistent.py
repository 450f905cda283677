"""Somebody who does what the messages say: signs in again, asks, offers again."""

import threading
from collections import Counter
from typing import Any

from street_works.plugin.api import StreetManager
from street_works.plugin.api.errors import NotSignedIn, RateLimited
from street_works.plugin.drafts.entry import State
from street_works.plugin.drafts.journal import Journal
from street_works.plugin.drafts.sending import Operation, Submission, settle, submit

PATIENCE = 60


class Persistent:
    """Sends requests of one operation until each outcome is known; `tally` counts what it took."""

    def __init__(
        self,
        client: StreetManager,
        journal: Journal,
        operation: Operation,
        email: str,
        password: str,
        environment: str = "practice",
    ) -> None:
        self._client, self._journal, self._operation = client, journal, operation
        self._email, self._password, self._environment = email, password, environment
        self._signing_in = threading.Lock()
        self.tally: Counter[str] = Counter()

    def do(self, subject: str, request: Any) -> State:
        """Go on until the outcome is known; return it."""
        for _ in range(PATIENCE):
            self.tally["sent"] += 1
            outcome = submit(
                self._client, self._journal, self._operation, self._environment, subject, request
            )
            if outcome.state is State.UNKNOWN:
                outcome = self.ask(subject)
            if outcome.state is State.ACCEPTED or self._is_final(outcome):
                return outcome.state
            self.tally["offered again"] += 1
        return State.UNKNOWN

    def ask(self, subject: str) -> Submission:
        """Ask until it is known what became of what was sent."""
        for _ in range(PATIENCE):
            self.tally["asked"] += 1
            outcome = settle(
                self._client, self._journal, self._operation, self._environment, subject
            )
            if outcome.state is not State.UNKNOWN:
                return outcome
            self._sign_in_if_needed(outcome.error)
        return outcome

    def _is_final(self, outcome: Submission) -> bool:
        if outcome.state is State.NOT_THERE or isinstance(outcome.error, RateLimited):
            return False
        return not self._sign_in_if_needed(outcome.error)

    def _sign_in_if_needed(self, error: Any) -> bool:
        if not isinstance(error, NotSignedIn):
            return False
        with self._signing_in:
            if not self._client.signed_in:
                self._client.sign_in(self._email, self._password)
                self.tally["signed in again"] += 1
        return True
