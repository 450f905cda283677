"""The files of drafts, of submissions and of verdicts: what is told when they are damaged."""

from pathlib import Path
from typing import Callable, TypeVar

from ..plugin.drafts import (
    DamagedRow,
    DraftStore,
    Journal,
    StoreDamagedError,
    drafts_damaged,
    submissions_damaged,
    verdicts_damaged,
)
from ..plugin.drafts.habits import HabitStore
from ..plugin.drafts.verdicts import VerdictStore
from ..plugin.errors import StreetWorksError
from .shared.trouble import Trouble

Store = TypeVar("Store", DraftStore, HabitStore, Journal, VerdictStore)
Damaged = Callable[[], list[DamagedRow]]
Told = Callable[[list[DamagedRow]], StreetWorksError]


def opened(store: Callable[[Path], Store], path: Path, trouble: Trouble) -> Store:
    """Open a store. A damaged file was put aside: the planner is told, a new one begun."""
    try:
        return store(path)
    except StoreDamagedError as error:
        trouble.tell(error)
        return store(path)


def tell_damage(
    drafts: DraftStore, journal: Journal, verdicts: VerdictStore, trouble: Trouble
) -> None:
    """Tell which drafts, which submissions and verdicts cannot be read: told until it is closed."""

    def tell(damaged: Damaged, error: Told) -> None:
        rows = damaged()
        if rows:
            trouble.tell(error(rows))

    trouble.attempt(lambda: tell(drafts.damaged, drafts_damaged))
    trouble.attempt(lambda: tell(journal.damaged, submissions_damaged))
    trouble.attempt(lambda: tell(verdicts.damaged, verdicts_damaged))
