"""Files on their way up: checked before they are sent, and read in pieces as they go."""

import io
import mimetypes
import os
import uuid
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Callable, Optional, Union

from ..errors import StreetWorksError
from ..words import tr
from .errors import BadRequest

LARGEST_FILE = 10_000_000
"""10 MB (Business rules 1.5), read in the way that no service can find too much."""

FIELD = "file"
PIECE = 65_536
OF_ANY_KIND = "application/octet-stream"

File = tuple[str, bytes, str]
"""Name, content, media type."""

Sendable = Union[str, Path, File, tuple[str, BinaryIO, str]]
"""A file by its path, or as (name, content or open file, media type)."""


@dataclass(frozen=True)
class Upload:
    """A file to send; `open` gives its content from the start, each time it is called."""

    name: str
    media_type: str
    size: int
    open: Callable[[], AbstractContextManager[BinaryIO]] = field(repr=False)


def to_send(file: Sendable) -> Upload:
    """Return `file` ready to be sent; nothing is read of it yet, but from a stream.

    An open file is sent from where it stands. Raises BadRequest for a file above 10 MB,
    StreetWorksError for one that cannot be read.
    """
    if isinstance(file, (str, Path)):
        return _from_path(Path(file))
    name, content, media_type = file
    if isinstance(content, (bytes, bytearray)):
        size, whole = len(content), bytes(content)
        return _checked(Upload(name, media_type, size, lambda: io.BytesIO(whole)))
    return _from_open_file(name, content, media_type)


def _from_path(path: Path) -> Upload:
    try:
        with path.open("rb") as opened:
            size = os.fstat(opened.fileno()).st_size
    except OSError as error:
        raise _unreadable(path.name, error) from error
    media_type = mimetypes.guess_type(path.name)[0] or OF_ANY_KIND
    return _checked(Upload(path.name, media_type, size, lambda: path.open("rb")))


def _from_open_file(name: str, file: BinaryIO, media_type: str) -> Upload:
    try:
        if not file.seekable():
            return to_send((name, file.read(LARGEST_FILE + 1), media_type))
        start = file.tell()
        size = file.seek(0, os.SEEK_END) - start
        file.seek(start)
    except OSError as error:
        raise _unreadable(name, error) from error

    def opened() -> AbstractContextManager[BinaryIO]:
        file.seek(start)
        return nullcontext(file)

    return _checked(Upload(name, media_type, size, opened))


def _checked(upload: Upload) -> Upload:
    if upload.size > LARGEST_FILE:
        said = tr("The file {name} is larger than 10 MB.").format(name=upload.name)
        raise BadRequest(
            said, fields={FIELD: [said]}, advice=tr("Send a smaller one."), status=None
        )
    return upload


def _unreadable(name: str, error: OSError) -> StreetWorksError:
    return StreetWorksError(
        tr("The file {name} cannot be read.").format(name=name),
        advice=tr("Check that it is still there and that you may open it."),
        detail=str(error),
    )


class Form:
    """A form with one file as a request's body, read piece by piece and never held as a whole.

    `report` is told how many bytes of how many were taken, `look` is called before each piece and
    may raise to stop: a form that did not go out whole counts for nothing.
    """

    def __init__(
        self,
        upload: Upload,
        content: BinaryIO,
        *,
        report: Optional[Callable[[int, int], None]] = None,
        look: Callable[[], None] = lambda: None,
    ) -> None:
        boundary = uuid.uuid4().hex
        self.content_type = f"multipart/form-data; boundary={boundary}"
        head = (
            f'--{boundary}\r\nContent-Disposition: form-data; name="{FIELD}"; '
            f'filename="{_quoted(upload.name)}"\r\nContent-Type: {_quoted(upload.media_type)}'
            "\r\n\r\n"
        ).encode()
        tail = f"\r\n--{boundary}--\r\n".encode()
        self._size = len(head) + upload.size + len(tail)
        self._pieces = self._of(upload, head, content, tail)
        self._rest = b""
        self._taken = 0
        self._report = report
        self._look = look

    def __len__(self) -> int:
        """Return the length in bytes."""
        return self._size

    def __iter__(self) -> Iterator[bytes]:
        """Go through the pieces."""
        while piece := self.read(PIECE):
            yield piece

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, at most `size` of them, or all that are left."""
        if self._taken < self._size:
            self._look()
        wanted = size if size >= 0 else self._size
        taken = bytearray(self._rest)
        while len(taken) < wanted and (piece := next(self._pieces, b"")):
            taken += piece
        self._rest = bytes(taken[wanted:])
        del taken[wanted:]
        self._taken += len(taken)
        if taken and self._report is not None:
            self._report(self._taken, self._size)
        return bytes(taken)

    def _of(self, upload: Upload, head: bytes, content: BinaryIO, tail: bytes) -> Iterator[bytes]:
        yield head
        left = upload.size
        while left:
            piece = content.read(min(left, PIECE))
            if not piece:
                raise StreetWorksError(
                    tr("The file {name} became shorter while it was sent.").format(
                        name=upload.name
                    ),
                    advice=tr("Wait until nothing else writes to it, then try again."),
                )
            left -= len(piece)
            yield piece
        yield tail


def _quoted(text: str) -> str:
    """Write a text so that it cannot end its place in a form's head."""
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
