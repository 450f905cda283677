"""What a download asks the register for, and what it brings."""

from collections.abc import Callable
from dataclasses import dataclass

from ..api.register import Register
from ..live.fetched import Fetched
from ..live.store.records import Record, read_records
from ..trade.box import Box
from ..trade.days import Days
from ..trade.records.on_map import Unread
from .aside import Report, Warn
from .signing_in import Access, fetch_kind, signed_in


@dataclass(frozen=True)
class Wanted:
    """What is asked for: a box (EPSG:27700), days, and kinds of record."""

    box: Box
    days: Days
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Downloaded:
    """The records of one kind that came.

    `unread` are the identities of those that came but could not be read or drawn, "" for one
    without. `fetched` tells what ground was not fetched.
    """

    kind: str
    fetched: Fetched
    records: tuple[Record, ...]
    undrawable: tuple[Unread, ...]
    unread: frozenset[str]

    @property
    def complete(self) -> bool:
        """Whether everything that the register holds there is in `records`."""
        return self.fetched.complete and not self.undrawable

    @property
    def not_fetched(self) -> tuple[Box, ...]:
        """The boxes (EPSG:27700) whose records did not come, or not all of them."""
        failed = (one.box for one in self.fetched.failed)
        return (*self.fetched.incomplete, *failed, *self.fetched.unasked)

    def statement(self) -> str:
        """Say how many came, as of when, and what is missing."""
        return self.fetched.statement(len(self.undrawable))


def download(
    access: Access,
    wanted: Wanted,
    report: Report,
    cancelled: Callable[[], bool],
    warn: Warn,
) -> list[Downloaded]:
    """Sign in and fetch all that is wanted, kind by kind.

    Call it on a thread that Python made, other than the main one. Raises Cancelled, and
    StreetWorksError when it cannot sign in or when nothing of a kind could be fetched: then there
    is nothing to write.
    """
    with signed_in(access, cancelled, warn) as register, register.cancelling(cancelled):
        found = []
        for number, kind in enumerate(wanted.kinds):

            def told(part: float, text: str, number: int = number) -> None:
                report((number + part) / len(wanted.kinds), text)

            found.append(_of_kind(register, kind, wanted, told, cancelled))
    return found


def _of_kind(
    register: Register,
    kind: str,
    wanted: Wanted,
    report: Report,
    cancelled: Callable[[], bool],
) -> Downloaded:
    fetched = fetch_kind(register, kind, wanted.box, wanted.days, cancelled, report)
    records, undrawable = read_records(kind, fetched.records)
    return Downloaded(
        kind,
        fetched,
        tuple(records),
        undrawable=tuple(one.unread for one in undrawable),
        unread=frozenset(
            [*(one.identity for one in undrawable), *(one.reference for one in fetched.unread)]
        ),
    )
