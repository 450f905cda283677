"""The register: everything the practice service holds and changes, behind one lock."""

import secrets
import threading
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Callable, Optional

from shapely.geometry.base import BaseGeometry

from ..words import tr
from .accounts import User
from .clock import Clock
from .exchange import CONFLICT, PRECONDITION, Refusal, Upload, bad_field, not_found, restricted
from .journal import Journal
from .map_features import (
    MapFeature,
    MapLayer,
    of_activity,
    of_forward_plan,
    of_limits,
    of_works,
)
from .records import Activity, ForwardPlan, Works
from .stored_files import LARGEST_TOGETHER, StoredFile

RAISED = "raised"


class Register:
    """Works, map layers and files. Every method is safe to call from many threads at once."""

    def __init__(
        self,
        *,
        works: Iterable[Works],
        activities: Iterable[Activity],
        forward_plans: Iterable[ForwardPlan],
        hs2_limits: Iterable[BaseGeometry],
        clock: Clock,
        journal: Optional[Journal] = None,
        scan_seconds: float = 2.0,
    ) -> None:
        self._lock = threading.RLock()
        self._clock = clock
        self._journal = journal
        self._scan_seconds = scan_seconds
        self._works = {one.reference.upper(): one for one in works}
        earlier = journal.works() if journal else []
        self._works.update((one.reference.upper(), one) for one in earlier)
        self._files = {file.file_id: file for file in (journal.files() if journal else [])}
        self._scanned_at = dict.fromkeys(self._files, 0.0)
        self._next_file = max(self._files, default=1000) + 1
        self._layers = {
            "works": MapLayer([of_works(one) for one in self._works.values()]),
            "activities": MapLayer([of_activity(one) for one in activities]),
            "forward_plans": MapLayer(
                [of_forward_plan(one) for one in forward_plans if one.status == RAISED]
            ),
            "hs2": MapLayer([of_limits(one) for one in hs2_limits]),
        }

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
            return self._layers[layer].within(box, start, end, also)

    def works(self, reference: str) -> Works:
        """Return works by reference, upper or lower case. Raises Refusal 404."""
        with self._lock:
            found = self._works.get(reference.upper())
        if found is None:
            raise not_found(tr("No works with this reference"))
        return found

    def new_reference(self, prefix: str, workstream: str) -> str:
        """Return a reference that is free: prefix, workstream and eight random digits."""
        with self._lock:
            while True:
                reference = f"{prefix}{workstream}{secrets.randbelow(10**8):08d}"
                if reference not in self._works:
                    return reference

    def create(
        self, reference: Optional[str], prefix: str, user: User, make: Callable[[str], Works]
    ) -> Works:
        """Add the works that `make` builds for a reference: the given one, or a new one.

        `prefix` is the promoter's prefix and workstream. The reference is taken, the files are
        linked and the state file is written before anybody else gets a turn. Raises Refusal: 409
        when the reference is taken, 400 when a file is unknown, somebody else's or used already.
        """
        with self._lock:
            if reference and reference.upper() in self._works:
                raise Refusal(CONFLICT, tr("There are works with this reference already"))
            works = make((reference or self.new_reference(prefix[:2], prefix[2:])).upper())
            self._check_files(works.files, user)
            if self._journal:
                self._journal.add_works(works, works.files)
            for file_id in works.files:
                self._files[file_id] = replace(self._files[file_id], works=works.reference)
            self._works[works.reference] = works
            self._layers["works"].add(of_works(works))
            return works

    def _check_files(self, file_ids: tuple[int, ...], user: User) -> None:
        total = 0
        for file_id in file_ids:
            file = self._files.get(file_id)
            if file is None or file.swa_code not in _organisations(user):
                raise bad_field("file_ids", tr("There is no file {n}.").format(n=file_id))
            if file.works:
                raise bad_field("file_ids", tr("File {n} is used already.").format(n=file_id))
            total += len(file.content)
        if total > LARGEST_TOGETHER:
            raise bad_field("file_ids", tr("The files of one works may have 100 MB together."))

    def add_file(self, upload: Upload, swa_code: str, user: User) -> StoredFile:
        """Keep a file for an organisation; it can be fetched once it has been scanned."""
        with self._lock:
            file = StoredFile(
                self._next_file, upload.name, upload.content_type, upload.content, swa_code,
                user.email, self._clock.now(),
            )  # fmt: skip
            if self._journal:
                self._journal.add_file(file)
            self._next_file += 1
            self._files[file.file_id] = file
            self._scanned_at[file.file_id] = self._clock.seconds() + self._scan_seconds
            return file

    def file(self, file_id: int, user: User) -> StoredFile:
        """Return a scanned file. Raises Refusal 404 while it is scanned and when that failed."""
        with self._lock:
            file = self._files.get(file_id)
            scanned = file and self._scanned_at[file_id] <= self._clock.seconds()
            if file is None or not scanned or file.infected:
                raise not_found(tr("There is no such file, or it is still being scanned"))
            if file.swa_code not in _organisations(user) and not self._may_read(file, user):
                raise restricted()
            return file

    def _may_read(self, file: StoredFile, user: User) -> bool:
        works = self._works.get(file.works or "")
        return works is not None and works.place.authority_swa_code == user.organisation.swa_code

    def summaries(self, file_ids: tuple[int, ...]) -> list[StoredFile]:
        """Return the files with these numbers."""
        with self._lock:
            return [self._files[file_id] for file_id in file_ids if file_id in self._files]

    def delete_file(self, file_id: int, user: User) -> None:
        """Forget a file. Raises Refusal: 404 unknown, 412 linked or not one's own."""
        with self._lock:
            file = self._files.get(file_id)
            if file is None:
                raise not_found(tr("There is no such file"))
            if file.works or file.user != user.email:
                raise Refusal(
                    PRECONDITION, tr("Only your own files that no works use may be deleted")
                )
            if self._journal:
                self._journal.remove_file(file_id)
            del self._files[file_id]

    def close(self) -> None:
        """Let go of the state file."""
        with self._lock:
            if self._journal:
                self._journal.close()


def _organisations(user: User) -> tuple[str, ...]:
    return (user.organisation.swa_code, *user.promoters)
