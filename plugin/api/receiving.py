"""Answers as they come in: into memory, or into a file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Callable, Optional

import requests

from ..errors import StreetWorksError
from ..words import tr
from .failures import TooLong

LARGEST_ANSWER = 50_000_000
LARGEST_FILE = 2_000_000_000
CHUNK = 65_536

Each = Callable[[int, Optional[int]], None]
"""Told after each part how many bytes came, and of how many; may raise to stop."""


def into_memory(response: requests.Response, each: Each) -> bytes:
    """Return the content. Raises TooLong, and what requests raises when it is cut off."""
    content = bytearray()
    for part in _parts(response, LARGEST_ANSWER, each):
        content += part
    return bytes(content)


def into_file(response: requests.Response, path: Path, each: Each) -> None:
    """Save the content as `path`, which appears when it is whole.

    Raises StreetWorksError when it cannot be written, TooLong, and what requests raises.
    """
    beside = path.with_name(path.name + ".part")
    try:
        try:
            with beside.open("wb") as file:
                for part in _parts(response, LARGEST_FILE, each):
                    file.write(part)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except requests.RequestException:  # which is an OSError, too
        raise
    except OSError as error:
        raise _unwritable(path, error) from error


def _parts(response: requests.Response, most: int, each: Each) -> Iterator[bytes]:
    announced = response.headers.get("Content-Length", "")
    is_plain = "Content-Encoding" not in response.headers
    total = int(announced) if is_plain and announced.isdigit() else None
    come = 0
    for part in response.iter_content(CHUNK):
        come += len(part)
        if come > most:
            raise TooLong
        each(come, total)
        yield part
    # Older versions of urllib3 do not notice that a body is shorter than announced.
    if total is not None and 0 < come < total:
        raise requests.exceptions.ChunkedEncodingError("shorter than announced")


def _unwritable(path: Path, error: OSError) -> StreetWorksError:
    return StreetWorksError(
        tr("The file {name} cannot be written.").format(name=path.name),
        advice=tr("Check that its folder is there, that you may write in it, and the disk."),
        detail=str(error),
    )
