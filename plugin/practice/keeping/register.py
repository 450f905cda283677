"""The register: everything the practice service holds and changes, behind one lock."""

import heapq
import secrets
import sqlite3
import threading
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Callable, Optional

from shapely.geometry.base import BaseGeometry

from ...words import tr
from ..clock import Clock
from ..keeping.stored_files import Upload
from ..machines import deeming
from ..map.features import MapFeature
from ..map.layers import Layers
from ..people.accounts import User
from ..people.rights import organisations, sides
from ..records import SYSTEM, Activity, Change, Event, Works
from ..refusals import CONFLICT, Refusal, not_found, restricted
from .evidence import Evidence
from .journal import KINDS, Journal, Kept
from .numbering import Numbering
from .shelf import Shelf
from .stored_files import StoredFile

_OWN_WAY = ("works", "activities")


class Register:
    """Works, files, map layers and shelves. Every method is safe to call from many threads."""

    def __init__(
        self,
        *,
        works: Iterable[Works],
        activities: Iterable[Activity],
        hs2_limits: Iterable[BaseGeometry],
        clock: Clock,
        journal: Optional[Journal] = None,
        scan_seconds: float = 2.0,
    ) -> None:
        self._lock = threading.RLock()
        self._clock = clock
        self._journal = journal
        self._evidence = Evidence(clock, journal, scan_seconds)
        kept = journal.records("works") if journal else {}
        self._journalled = set(kept)
        self._numbering = Numbering(kept.values())
        before = {one.reference.upper(): one for one in works}
        made_up = zip(before, self._numbering.numbered(before.values()))
        self._works: dict[str, Works] = {**dict(made_up), **kept}
        self._due: list[tuple[datetime, str]] = []
        for one in self._works.values():
            self._watch(one)
        self._shelves: dict[str, Shelf[Any]] = {
            kind: Shelf(kind, {}, self._lock, journal) for kind in KINDS if kind not in _OWN_WAY
        }
        self._shelves["activities"] = Shelf(
            "activities",
            {one.reference: one for one in activities},
            self._lock,
            journal,
            lambda one: self._layers.show_activity(one),
        )
        self._layers = Layers(self._works.values(), self._shelves["activities"].all(), hs2_limits)

    def shelf(self, kind: str) -> Shelf[Any]:
        """Return "activities", "areas", "csv_exports", "workstreams" or "users"."""
        return self._shelves[kind]

    # -- the map ------------------------------------------------------------------------------

    def count(self, layer: str) -> int:
        """Return the number of features of "works", "activities", "forward_plans" or "hs2"."""
        with self._lock:
            return len(self._layers[layer])

    def features(
        self,
        layer: str,
        box: BaseGeometry,
        start: Optional[date] = None,
        end: Optional[date] = None,
        also: Optional[str] = None,
    ) -> list[MapFeature]:
        """Return the features of a layer that meet the box (EPSG:27700) and the days."""
        with self._lock:
            self._deem()
            return self._layers[layer].within(box, start, end, also)

    # -- works --------------------------------------------------------------------------------

    def works(self, reference: str) -> Works:
        """Return works by reference, upper or lower case. Raises Refusal 404."""
        with self._lock:
            self._deem()
            found = self._works.get(reference.upper())
        if found is None:
            raise not_found(tr("No works with this reference"))
        return found

    def every_works(self) -> list[Works]:
        """Return all works as they are now."""
        with self._lock:
            self._deem()
            return list(self._works.values())

    def create(
        self,
        reference: Optional[str],
        prefix: str,
        user: User,
        make: Callable[[str], Change],
        request: Any = None,
    ) -> Works:
        """Add the works that `make` builds for a reference: the given one, or a new one.

        `prefix` is what a new reference begins with, as the promoter's prefix and workstream.
        `request` may name the person for whom the user acts. The files are linked and the state
        file is written before anybody else gets a turn. Raises Refusal: 409 when the reference is
        taken, 400 when a file is unknown, somebody else's or used already.
        """
        with self._lock:
            if reference and reference.upper() in self._works:
                raise Refusal(CONFLICT, tr("There are works with this reference already"))
            change = make((reference or self._new_reference(prefix)).upper())
            return self._keep(change, user, request)

    def change(
        self,
        reference: str,
        user: User,
        make: Callable[[Works], Change],
        request: Any = None,
    ) -> Works:
        """Change works by what `make` makes of them; when it raises Refusal nothing is kept."""
        with self._lock:
            return self._keep(make(self.works(reference)), user, request)

    def _new_reference(self, prefix: str) -> str:
        while True:
            reference = f"{prefix}{secrets.randbelow(10**8):08d}"
            if reference not in self._works:
                return reference

    def _keep(self, change: Change, user: User, request: Any) -> Works:
        """Number the events, link the files, write the state file; only then is it so."""
        self._evidence.check(change.files, change.works.files, user)
        works = self._told(change, user.email, request)
        if self._journal:
            linked = [(works.reference, file_id) for file_id in change.files]
            self._journal.keep([Kept("works", works.reference.upper(), works)], linked)
            self._journalled.add(works.reference.upper())
        self._evidence.link(change.files, works.reference)
        self._take_over(works)
        return works

    def _take_over(self, works: Works) -> None:
        self._works[works.reference.upper()] = works
        self._watch(works)
        self._layers.show(works)

    def _told(self, change: Change, username: str, request: Any) -> Works:
        """Return the changed works with their files and their history."""
        told = [self._signed(event, username, request) for event in change.events]
        return replace(
            change.works,
            files=(*change.works.files, *change.files),
            history=(*change.works.history, *self._numbering.number(told)),
        )

    def _signed(self, event: Event, username: str, request: Any) -> Event:
        event = replace(event, moment=event.moment or self._clock.now())
        if event.username:
            return event
        return replace(
            event,
            username=username,
            internal_user_identifier=getattr(request, "internal_user_identifier", None),
            internal_user_name=getattr(request, "internal_user_name", None),
        )

    # -- deeming ------------------------------------------------------------------------------

    def _watch(self, works: Works) -> None:
        due = deeming.due(works)
        if due is not None:
            heapq.heappush(self._due, (due, works.reference.upper()))

    def _deem(self) -> None:
        """Grant what nobody assessed in time (Business rules 3.4.8, 4.5).

        What was never changed by anybody is made up, and deemed, anew after each start: it does not
        go into the state file.
        """
        deemed: dict[str, Works] = {}
        for reference in self._overdue():
            works = self._works[reference]
            while (due := deeming.due(works)) is not None and due <= self._clock.now():
                works = self._told(deeming.deem(works, due), SYSTEM, None)
                deemed[reference] = works
        kept = [Kept("works", key, one) for key, one in deemed.items() if key in self._journalled]
        try:
            if self._journal and kept:
                self._journal.keep(kept)
        except sqlite3.Error:
            for reference in deemed:  # they are still to be deemed: the next one who asks tries
                self._watch(self._works[reference])
            raise
        for works in deemed.values():
            self._take_over(works)

    def _overdue(self) -> list[str]:
        """Return the works of which something was to be assessed by now."""
        now = self._clock.now()
        found = []
        while self._due and self._due[0][0] <= now:
            found.append(heapq.heappop(self._due)[1])
        return found

    # -- files --------------------------------------------------------------------------------

    def add_file(
        self, upload: Upload, swa_code: str, user: User, used_by: Optional[str] = None
    ) -> StoredFile:
        """Keep a file for an organisation; it can be fetched once it has been scanned.

        `used_by` is the reference of the area that it was sent for, if it was.
        """
        with self._lock:
            return self._evidence.add(upload, swa_code, user, used_by)

    def file(self, file_id: int, user: User) -> StoredFile:
        """Return a scanned file. Raises Refusal 404 while it is scanned and when that failed."""
        with self._lock:
            file = self._evidence.scanned(file_id)
            if file.swa_code not in organisations(user) and not self._may_read(file, user):
                raise restricted()
            return file

    def _may_read(self, file: StoredFile, user: User) -> bool:
        works = self._works.get(file.works or "")
        return works is not None and bool(sides(works, user))

    def summaries(self, file_ids: Iterable[int]) -> list[StoredFile]:
        """Return the files with these numbers."""
        with self._lock:
            return self._evidence.of(file_ids)

    def delete_file(self, file_id: int, user: User) -> None:
        """Forget a file. Raises Refusal: 404 unknown, 412 linked or not one's own."""
        with self._lock:
            self._evidence.delete(file_id, user)

    def close(self) -> None:
        """Let go of the state file."""
        with self._lock:
            if self._journal:
                self._journal.close()
