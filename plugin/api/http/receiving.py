"""Answers as they come in: into memory, or into a file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Callable, Optional

import requests

from .failures import TooLong
from .messages import is_foreign
from .saving import whole_file

LARGEST_ANSWER = 50_000_000
LARGEST_FILE = 2_000_000_000
CHUNK = 65_536
MOST_DIGITS = 15
_LENGTHS = frozenset({"content-length", "transfer-encoding"})

Each = Callable[[int, Optional[int]], None]
"""Told after each part how many bytes came, and of how many; may raise to stop."""


def received(
    response: requests.Response, each: Each, into: Optional[Path], accept: str = ""
) -> bytes:
    """Return the content; with `into` it is saved there, whole or not at all, and not returned.

    What is foreign to `accept`, such as a web page, is never saved: its beginning is returned.
    Raises StreetWorksError when the file cannot be written, TooLong, and what requests raises when
    the answer is cut off.
    """
    parts = _parts(response, LARGEST_ANSWER if into is None else LARGEST_FILE, each)
    first = next(parts, b"")
    if into is None:
        return first + b"".join(parts)
    if is_foreign(response.headers, first, accept):
        return first
    if not first and _LENGTHS.isdisjoint(name.lower() for name in response.headers):
        raise requests.exceptions.ChunkedEncodingError("The answer ends before its content.")
    with whole_file(into) as file:
        file.write(first)
        for part in parts:
            file.write(part)
    return b""


def _parts(response: requests.Response, most: int, each: Each) -> Iterator[bytes]:
    announced = response.headers.get("Content-Length", "")
    is_plain = "Content-Encoding" not in response.headers
    is_number = announced.isascii() and announced.isdigit() and len(announced) <= MOST_DIGITS
    total = int(announced) if is_plain and is_number else None
    come = 0
    for part in response.iter_content(CHUNK):
        come += len(part)
        if come > most:
            raise TooLong
        each(come, total)
        yield part
