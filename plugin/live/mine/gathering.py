"""Reads the account's own lists into the store, a page of each in turn.

Each reading is an iterator that stops after every page, so that whoever reads may pause there, and
go on in another job.
"""

from collections.abc import Iterable, Iterator, Set
from datetime import date, datetime
from typing import Callable, Optional

from ...api.errors import (
    AccessRestricted,
    Cancelled,
    CertificateRefused,
    NoNetwork,
    NotSignedIn,
    RateLimited,
)
from ...api.register import Register
from ...errors import StreetWorksError
from ...trade.records.listed import Listing, ListPage, OwnList, WorksChanged
from .store import RESTRICTED, MineStore, Reading

_NOTHING_WILL_COME = (CertificateRefused, NoNetwork, NotSignedIn, RateLimited)


class Gatherer:
    """Reads lists as of `at`, for the civil day `today`, and keeps each page as it comes.

    What goes wrong with a list is noted with it, and the others go on; `error` is the first of
    that, but for what the account may not read. A reading that is stopped raises Cancelled: what
    came is kept. Raises StreetWorksError when the store cannot be written.
    """

    def __init__(self, store: MineStore, register: Register, at: datetime, today: date) -> None:
        self._store = store
        self._register = register
        self._at = at
        self._today = today
        self._closed: set[Listing] = set()
        self.error: Optional[StreetWorksError] = None

    def everything(self, seen: Callable[[], Set[str]]) -> Iterator[None]:
        """Read every list there is, page by page.

        `seen` gives references of works that are known from elsewhere: a contractor, who may not
        list permits, asks for those of these works and of works in its other lists.
        """
        yield from self._read(self._register.own_lists())
        if Listing.PERMITS in self._closed:
            yield from self._renew(self._store.works() | seen())

    def permits_of(self, seen: Callable[[], Set[str]]) -> Iterator[None]:
        """Read the permits of works that are known from elsewhere, if there are some."""
        works = seen()
        if works:
            yield from self._renew(works)

    def changed_since(self, minutes: float) -> Iterator[None]:
        """Read what has changed in the last minutes: all else is as it was."""
        yield from self.catch_up(self._register.changed_works(minutes)())

    def catch_up(self, changed: Set[WorksChanged]) -> Iterator[None]:
        """Read the permits of works that changed, and the lists that what changed is in."""
        listings = {one.listing for one in changed}
        if changed:
            yield from self._renew({one.works_reference for one in changed})
        yield from self._read(one for one in self._register.own_lists() if one.listing in listings)
        if self.error is None:
            self._store.confirm(self._at)

    def _renew(self, works: Set[str]) -> Iterator[None]:
        try:
            permits = self._register.permits_of(works)
        except Cancelled:
            raise
        except StreetWorksError as error:
            self.error = self.error or error
            return
        self._store.renew(works, permits)
        yield

    def _read(self, lists: Iterable[OwnList]) -> Iterator[None]:
        under_way = {
            reading: self._register.list_pages(reading.own, self._today)
            for reading in self._store.begin(lists, self._at)
        }
        while under_way:
            for reading, pages in tuple(under_way.items()):
                if self._one(reading, pages):
                    del under_way[reading]
                yield
                if isinstance(self.error, _NOTHING_WILL_COME):
                    for other in under_way:
                        self._store.fail(other, str(self.error))
                    return

    def _one(self, reading: Reading, pages: Iterator[ListPage]) -> bool:
        """Read one page of a list; return whether it was the last that comes."""
        try:
            page = next(pages)
        except Cancelled:
            raise
        except StreetWorksError as error:
            self._note(reading, error)
            return True
        self._store.keep(reading, page)
        if page.is_last:
            self._store.finish(reading)
        return page.is_last

    def _note(self, reading: Reading, error: StreetWorksError) -> None:
        if isinstance(error, AccessRestricted):
            self._closed.add(reading.own.listing)
            self._store.fail(reading, RESTRICTED)
        else:
            self.error = self.error or error
            self._store.fail(reading, str(error))
