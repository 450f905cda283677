"""The same file in every way that it can be given to be sent."""

import gzip
import io
import os
import threading
from pathlib import Path

from street_works.plugin.api.http.upload import Sendable

PDF = "application/pdf"


class Pipe(io.RawIOBase):
    """A stream that cannot be wound back, and gives less than it is asked for."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self._left = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def readinto(self, space) -> int:
        return self._left.readinto(memoryview(space)[:997])


def half_read(stream, before: bytes = b"before"):
    assert stream.read(len(before)) == before
    return stream


def real_pipe(content: bytes):
    """Return the end to read from of a pipe of the system, which a thread fills."""
    read, write = os.pipe()

    def fill() -> None:
        with os.fdopen(write, "wb") as end:
            end.write(content)

    threading.Thread(target=fill, daemon=True).start()
    return os.fdopen(read, "rb")


def in_pieces(content: bytes) -> list[bytes]:
    return [content[start : start + 999] for start in range(0, len(content), 999)]


def _described(make):
    return lambda path: (path.name, make(path.read_bytes()), PDF)


KINDS = {
    "path": lambda path: path,
    "text": str,
    "file": lambda path: (path.name, path.open("rb"), PDF),
    "bytes": _described(bytes),
    "bytearray": _described(bytearray),
    "memoryview": _described(memoryview),
    "stream": _described(io.BytesIO),
    "half read": _described(lambda content: half_read(io.BytesIO(b"before" + content))),
    "pipe": _described(Pipe),
    "half read pipe": _described(lambda content: half_read(Pipe(b"bef" + content), b"bef")),
    "real pipe": _described(real_pipe),
    "unpacked": _described(
        lambda content: gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(content, 1)))
    ),
    "generator": _described(lambda content: (piece for piece in in_pieces(content))),
    "list": _described(in_pieces),
}
"""Each makes what is sent of the file at a path."""


def let_go(file: Sendable) -> None:
    """Close what was opened for a file."""
    if not isinstance(file, (str, Path)) and hasattr(file[1], "close"):
        file[1].close()
