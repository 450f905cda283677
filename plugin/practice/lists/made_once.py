"""The entries of lists, each made once: a long list is asked for page by page."""

from datetime import date

from ..answers.known import Known
from ..people.accounts import User
from ..records import Works
from .entries import Entry
from .kinds import KINDS


class MadeOnce:
    """Keeps the entries of works for as long as the works are the same, and the day is."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str, str], tuple[Works, date, tuple[Entry, ...]]] = {}

    def entries(self, kind: str, works: Works, user: User, known: Known) -> tuple[Entry, ...]:
        """Return the entries of a kind of list for some works and a user."""
        key, today = (kind, user.email, works.reference), known.today
        kept = self._made.get(key)
        if kept is None or kept[0] is not works or kept[1] != today:
            made = tuple(KINDS[kind].entries(works, user, known))
            kept = self._made[key] = (works, today, made)
        return kept[2]
