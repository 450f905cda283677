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
from ..plugin.drafts.verdicts import VerdictStore
from ..plugin.errors import StreetWorksError
from .shared.taking_back import APPLICATION, CLASHES, DRAFTS
from .shared.trouble import Trouble

Store = TypeVar("Store", DraftStore, Journal, VerdictStore)
Damaged = Callable[[], list[DamagedRow]]
Told = Callable[[list[DamagedRow]], StreetWorksError]


def opened(store: Callable[[Path], Store], path: Path, trouble: Trouble, source: str) -> Store:
    """Open a store. A damaged file was put aside: the planner is told, a new one begun."""
    try:
        return store(path)
    except StoreDamagedError as error:
        trouble.tell(error, source)
        return store(path)


def tell_damage(
    drafts: DraftStore, journal: Journal, verdicts: VerdictStore, trouble: Trouble
) -> None:
    """Tell which drafts, which submissions and which verdicts cannot be read."""

    def tell(damaged: Damaged, error: Told, source: str) -> None:
        rows = damaged()
        if rows:
            trouble.tell(error(rows), source)

    trouble.attempt(lambda: tell(drafts.damaged, drafts_damaged, DRAFTS), DRAFTS)
    trouble.attempt(lambda: tell(journal.damaged, submissions_damaged, APPLICATION), APPLICATION)
    trouble.attempt(lambda: tell(verdicts.damaged, verdicts_damaged, CLASHES), CLASHES)
