"""Files on their way up: read and checked before anything is sent."""

import io
import mimetypes
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Callable, Optional

from ...errors import StreetWorksError
from ...words import tr
from ..errors import BadRequest
from .upload import Content, Sendable, Upload

LARGEST_FILE = 10_000_000
"""10 MB (Business rules 1.5), read in the way that no service can find too much."""

FIELD = "file"
PIECE = 65_536
OF_ANY_KIND = "application/octet-stream"

_BYTES = (bytes, bytearray, memoryview)


def to_send(file: Sendable) -> Upload:
    """Return `file` ready to be sent, read to its end.

    An open file is sent from where it stands. Raises BadRequest for a file above 10 MB, and an open
    one of which nothing is left, StreetWorksError for one that cannot be read to its end as bytes.
    """
    if isinstance(file, (str, Path)):
        return _from_path(Path(file))
    if not _is_described(file):
        raise _unreadable("", tr("Give its path, or its name, content and media type."))
    name, content, media_type = file
    whole = _whole(name, content)
    if not whole and not isinstance(content, _BYTES):
        raise _unsuitable(
            tr("Nothing is left to read of the file {name}.").format(name=name),
            tr("Open it anew: it was read to its end already, or is empty."),
        )
    return Upload(name, media_type or OF_ANY_KIND, whole)


def _is_described(file: Any) -> bool:
    if not isinstance(file, tuple) or len(file) != 3:
        return False
    name, _, media_type = file
    return isinstance(name, str) and bool(name) and isinstance(media_type, (str, type(None)))


def _from_path(path: Path) -> Upload:
    name = path.name or str(path)
    try:
        with path.open("rb") as opened:
            content = _whole(name, opened)
    except (OSError, ValueError) as error:
        raise _unreadable(
            name, tr("Check that it is still there and that you may open it."), error
        ) from error
    return Upload(name, mimetypes.guess_type(name)[0] or OF_ANY_KIND, content)


def _whole(name: str, content: Content) -> bytes:
    """Read to the end, whatever gives the bytes; `name` is for the messages."""
    whole = bytearray()
    for piece in _pieces(name, content):
        # A stream that has nothing to give now gives None: that is not its end.
        if not isinstance(piece, _BYTES):
            raise _unreadable(name, tr("Open it in binary mode: only bytes can be sent."))
        whole += piece
        if len(whole) > LARGEST_FILE:
            raise _unsuitable(
                tr("The file {name} is larger than 10 MB.").format(name=name),
                tr("Send a smaller one."),
            )
    return bytes(whole)


def _pieces(name: str, content: Any) -> Iterator[Any]:
    try:
        yield from _given(content)
    except StreetWorksError:
        raise
    except Exception as error:  # a stream may be anything: a closed file, a broken archive
        raise _unreadable(name, tr("Open it anew and try again."), error) from error


def _given(content: Any) -> Iterable[Any]:
    if isinstance(content, _BYTES):
        return (content,)
    if hasattr(content, "read"):
        return iter(lambda: content.read(PIECE), b"")
    return (content,) if isinstance(content, str) else content


def _unsuitable(said: str, advice: str) -> BadRequest:
    return BadRequest(said, fields={FIELD: [said]}, advice=advice, status=None)


def _unreadable(name: str, advice: str, error: Optional[Exception] = None) -> StreetWorksError:
    return StreetWorksError(
        tr("The file {name} cannot be read.").format(name=name),
        advice=advice,
        detail=str(error or ""),
    )


class Form(io.BytesIO):
    """A form with one file as a request's body.

    `report` is told how many bytes of how many were taken, `look` is called before each piece and
    may raise to stop: a form that did not go out whole counts for nothing.
    """

    def __init__(
        self,
        upload: Upload,
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
        )
        # The bytes of a file name that is not UTF-8 come as surrogates, which nobody can write.
        whole = (
            head.encode("utf-8", "replace") + upload.content + f"\r\n--{boundary}--\r\n".encode()
        )
        super().__init__(whole)
        self._size = len(whole)
        self._report = report
        self._look = look

    def __len__(self) -> int:
        """Return the length in bytes."""
        return self._size

    def read(self, size: Optional[int] = -1, /) -> bytes:
        """Return the next bytes, at most `size` of them, or all that are left."""
        if self.tell() < self._size:
            self._look()
        piece = super().read(size)
        if piece and self._report is not None:
            self._report(self.tell(), self._size)
        return piece


def _quoted(text: str) -> str:
    """Write a text so that it cannot end its place in a form's head."""
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
