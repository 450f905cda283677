"""Files that were sent, and which works use them. Callers hold the register's lock."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Optional

from ...rules.files import why_not_deleted
from ...words import tr
from ..clock import Clock
from ..keeping.stored_files import Upload
from ..people.accounts import User
from ..people.rights import organisations
from ..refusals import PRECONDITION, Refusal, bad_field, not_found
from .journal import Journal
from .stored_files import LARGEST_TOGETHER, StoredFile


class Evidence:
    """All files by their numbers."""

    def __init__(self, clock: Clock, journal: Optional[Journal], scan_seconds: float) -> None:
        self._clock = clock
        self._journal = journal
        self._scan_seconds = scan_seconds
        self._files = {file.file_id: file for file in (journal.files() if journal else [])}
        self._scanned_at = dict.fromkeys(self._files, 0.0)
        self._next = max(self._files, default=1000) + 1

    def add(
        self, upload: Upload, swa_code: str, user: User, used_by: Optional[str] = None
    ) -> StoredFile:
        """Keep a file for an organisation; `used_by` is what it came with, if anything."""
        file = StoredFile(
            self._next, upload.name, upload.content_type, upload.content, swa_code, user.email,
            self._clock.now(), used_by,
        )  # fmt: skip
        if self._journal:
            self._journal.add_file(file)
        self._next += 1
        self._files[file.file_id] = file
        self._scanned_at[file.file_id] = self._clock.seconds() + self._scan_seconds
        return file

    def scanned(self, file_id: int) -> StoredFile:
        """Return a file. Raises Refusal 404 while it is scanned and when that failed."""
        file = self._files.get(file_id)
        if file is None or self._scanned_at[file_id] > self._clock.seconds() or file.infected:
            raise not_found(tr("There is no such file, or it is still being scanned"))
        return file

    def of(self, file_ids: Iterable[int]) -> list[StoredFile]:
        """Return the files with these numbers."""
        return [self._files[file_id] for file_id in file_ids if file_id in self._files]

    def check(self, file_ids: Iterable[int], before: Iterable[int], user: User) -> None:
        """Check files that shall be linked to works that have the files `before`.

        Raises Refusal 400 when one is unknown, somebody else's or used already, or when they are
        too large together (Business rules 1.5).
        """
        total = sum(len(file.content) for file in self.of(before))
        for file_id in file_ids:
            file = self._files.get(file_id)
            if file is None or file.swa_code not in organisations(user):
                raise bad_field("file_ids", tr("There is no file {n}.").format(n=file_id))
            if file.works:
                raise bad_field("file_ids", tr("File {n} is used already.").format(n=file_id))
            total += len(file.content)
        if total > LARGEST_TOGETHER:
            raise bad_field("file_ids", tr("The files of one works may have 100 MB together."))

    def link(self, file_ids: Iterable[int], reference: str) -> None:
        """Note which works use the files."""
        for file_id in file_ids:
            self._files[file_id] = replace(self._files[file_id], works=reference)

    def delete(self, file_id: int, user: User) -> None:
        """Forget a file. Raises Refusal: 404 unknown, 412 linked or not one's own."""
        file = self._files.get(file_id)
        if file is None:
            raise not_found(tr("There is no such file"))
        why = why_not_deleted(used=bool(file.works), own=file.user == user.email)
        if why is not None:
            raise Refusal(PRECONDITION, why)
        if self._journal:
            self._journal.remove_file(file_id)
        del self._files[file_id]
