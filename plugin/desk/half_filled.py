"""Half-filled forms about what is there already: kept with the drafts until they are accepted."""

import uuid
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any

from ..drafts import Draft, DraftStore
from .account import Account


class HalfFilled:
    """The answers of a form, by its operation's name as `kind` and by what it is about.

    Each environment has its own. Every method raises StreetWorksError when the file cannot be read
    or written.
    """

    def __init__(self, account: Account, store: DraftStore) -> None:
        self._account = account
        self._store = store

    def values(self, kind: str, subject: str) -> dict[str, Any]:
        """Return the answers that were kept, none where there are none."""
        kept = self._store.of(self._account.environment_key, kind, subject)
        return {} if kept is None else kept.values

    def keep(self, kind: str, subject: str, values: dict[str, Any]) -> None:
        """Keep the answers in the place of those before."""
        now, environment = datetime.now(timezone.utc), self._account.environment_key
        kept = self._store.of(environment, kind, subject) or Draft(
            uuid.uuid4().hex, environment, "", "", "", None, None, {}, now, "", kind, subject
        )
        self._store.save(replace(kept, values=values, updated=now))

    def forget(self, kind: str, subject: str) -> None:
        """Throw the answers away: they were accepted."""
        kept = self._store.of(self._account.environment_key, kind, subject)
        if kept is not None:
            self._store.remove(kept.id)
