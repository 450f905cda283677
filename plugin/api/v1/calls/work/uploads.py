"""Files on their way to the service."""

import mimetypes
from pathlib import Path
from typing import Union

from .....errors import StreetWorksError
from .....words import tr
from ....exchange import File

LARGEST_FILE = 10_000_000

Sendable = Union[str, Path, File]
"""A file by its path, or as (name, content, media type)."""


def to_send(file: Sendable) -> File:
    """Read a file of at most 10 MB. Raises StreetWorksError: cannot be read, too large."""
    whole = file if isinstance(file, tuple) else _read(Path(file))
    if len(whole[1]) > LARGEST_FILE:
        raise StreetWorksError(
            tr("The file {name} is larger than 10 MB.").format(name=whole[0]),
            advice=tr("Send a smaller one."),
        )
    return whole


def _read(path: Path) -> File:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise StreetWorksError(
            tr("The file {name} cannot be read.").format(name=path.name),
            advice=tr("Check that it is still there and that you may open it."),
            detail=str(error),
        ) from error
    return path.name, content, mimetypes.guess_type(path.name)[0] or "application/octet-stream"
